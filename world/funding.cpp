#include "world/funding.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>
#include <type_traits>

#include "world/split.hpp"

namespace world {

namespace {

Kzt whole(double kzt) { return static_cast<Kzt>(std::llround(kzt)); }

/// Splits `amount` among `requests` whose part is `parts`; nobody gets more than asked.
std::vector<Kzt> cut(Kzt amount, const std::vector<Kzt>& parts) {
  return split_within(amount, std::vector<double>(parts.begin(), parts.end()), std::vector<Kzt>(parts.size()), parts);
}

Kzt sum_of(const std::vector<Kzt>& parts) {
  Kzt sum = 0;
  for (const Kzt part : parts) sum += part;
  return sum;
}

double share_of(Kzt paid, Kzt asked) {
  return paid == asked ? 1 : static_cast<double>(paid) / static_cast<double>(asked);
}

// What regions give, [request].
std::vector<Kzt> local_parts(const std::vector<Request>& requests, const Purse& purse) {
  std::vector<Kzt> given(requests.size());
  for (std::size_t region = 0; region < purse.local.size(); ++region) {
    std::vector<std::size_t> who;
    std::vector<Kzt> asked;
    for (std::size_t i = 0; i < requests.size(); ++i) {
      if (requests[i].region != static_cast<int>(region) || requests[i].local_share <= 0) continue;
      who.push_back(i);
      asked.push_back(whole(requests[i].local_share * static_cast<double>(requests[i].kzt)));
    }
    const std::vector<Kzt> parts = sum_of(asked) > purse.local[region] ? cut(purse.local[region], asked) : asked;
    for (std::size_t j = 0; j < who.size(); ++j) given[who[j]] = parts[j];
  }
  return given;
}

// Instalments of a part of a policy, in months; 0 for what is paid as it comes.
template <class Policy>
int instalments(const Policy&, int) {
  return 0;
}
int instalments(const JobPackage& package, int part) {
  return part == 0 ? std::max(1, static_cast<int>(package.ramp_months)) : 0;
}
int instalments(const GrowthCentre& package, int part) {
  return spending_months(package, static_cast<PackagePart>(part));
}
int instalments(const CapacityPolicy& project, int part) { return part == 0 ? project.delivered - project.start : 0; }
int instalments(const AiInIndustry& policy, int part) {
  return part == 0 ? std::max(1, static_cast<int>(policy.months)) : 0;
}
int instalments(const AnchorAgreement&, int part) { return part == 0 ? AnchorAgreement::credit_months : 0; }
int instalments(const WorkerHousing& housing, int part) {
  return part == 0 ? std::max(1, static_cast<int>(housing.months)) : 0;
}
int instalments(const RegistrationCoverage& coverage, int part) {
  return part == 0 ? std::max(1, static_cast<int>(coverage.ramp_months)) : 0;
}
int instalments(const Dormitory& dormitory, int part) { return part == 0 ? dormitory.delivered - dormitory.start : 0; }

}  // namespace

std::vector<Payment> ration(const std::vector<Request>& requests, Purse& purse) {
  std::vector<Payment> payments(requests.size());
  std::vector<Kzt> national(requests.size());  // asked of the envelope
  const std::vector<Kzt> given = local_parts(requests, purse);
  std::set<double> classes;
  for (std::size_t i = 0; i < requests.size(); ++i) {
    classes.insert(requests[i].priority);
    const Kzt local = whole(requests[i].local_share * static_cast<double>(requests[i].kzt));
    const Kzt rest = requests[i].kzt - (requests[i].region >= 0 ? local : 0);
    // A region that cannot pay its part holds the envelope's part back too.
    national[i] =
        local > 0 && given[i] < local ? static_cast<Kzt>(share_of(given[i], local) * static_cast<double>(rest)) : rest;
  }
  for (const double of_class : classes) {
    std::vector<std::size_t> who;
    std::vector<Kzt> asked;
    for (std::size_t i = 0; i < requests.size(); ++i) {
      if (requests[i].priority != of_class) continue;
      who.push_back(i);
      asked.push_back(national[i]);
    }
    const bool was_empty = purse.is_limited && purse.national <= 0;
    const bool is_enough = !purse.is_limited || sum_of(asked) <= purse.national;
    const std::vector<Kzt> paid = is_enough ? asked : cut(purse.national, asked);
    if (purse.is_limited) purse.national -= sum_of(paid);
    for (std::size_t j = 0; j < who.size(); ++j) {
      const std::size_t i = who[j];
      Payment& payment = payments[i];
      payment.national = paid[j];
      payment.local =
          asked[j] > 0 ? static_cast<Kzt>(share_of(paid[j], asked[j]) * static_cast<double>(given[i])) : given[i];
      payment.share = requests[i].kzt > 0 ? share_of(payment.kzt(), requests[i].kzt) : was_empty ? 0 : 1;
      if (requests[i].region >= 0 && payment.local > 0)
        purse.local[static_cast<std::size_t>(requests[i].region)] -= payment.local;
    }
  }
  return payments;
}

const Funding* FundingBook::find(const std::string& policy) const {
  for (const Funding& funding : policies) {
    if (funding.policy == policy) return &funding;
  }
  return nullptr;
}

double FundingBook::share(const std::string& policy) const {
  const Funding* funding = find(policy);
  return funding != nullptr ? funding->paid.share : 0;
}

double FundingBook::built(const std::string& policy, int part, int months, int n) const {
  const Funding* funding = find(policy);
  const int due = std::min(months + 1, n);
  return funding != nullptr && due > 0 ? funding->paid_months[static_cast<std::size_t>(part)] / due : 0;
}

double FundingBook::built_before(const std::string& policy, int part, int months, int n) const {
  const Funding* funding = find(policy);
  const int due = std::min(months, n);
  if (funding == nullptr || due <= 0) return 0;
  return (funding->paid_months[static_cast<std::size_t>(part)] - (months < n ? funding->paid.share : 0)) / due;
}

double built_share(const Dormitory& policy, const FundingBook& book) {
  const int all = policy.delivered - policy.start;
  return book.built(policy.name, 0, all, all);
}

std::vector<Request> requests_of(const Scenario& scenario, const Country& country, const std::vector<CostLine>& lines) {
  std::vector<Request> requests;
  visit_policies(scenario.policies, [&](const auto& list) {
    for (const auto& policy : list) {
      Request request{.policy = policy.name};
      if constexpr (requires { policy.priority; }) request.priority = policy.priority;
      if constexpr (requires {
                      policy.local_share;
                      policy.region;
                    }) {
        request.local_share = policy.local_share;
        request.region = country.region_of(policy.region);
      }
      requests.push_back(std::move(request));
    }
  });
  for (const CostLine& line : lines) {
    const auto who =
        std::find_if(requests.begin(), requests.end(), [&](const Request& r) { return r.policy == line.policy; });
    if (who != requests.end()) who->kzt += whole(line.kzt);
  }
  return requests;
}

void fund(FundingBook& book, const Scenario& scenario, const std::vector<Request>& requests, Purse& purse,
          agents::Month month) {
  const std::vector<Payment> payments = ration(requests, purse);
  FundingBook next;
  for (std::size_t i = 0; i < requests.size(); ++i) {
    const Funding* known = book.find(requests[i].policy);
    Funding& funding = next.policies.emplace_back(known != nullptr ? *known : Funding{.policy = requests[i].policy});
    funding.asked = requests[i];
    funding.paid = payments[i];
  }
  std::size_t i = 0;
  visit_policies(scenario.policies, [&](const auto& list) {
    for (const auto& policy : list) {
      Funding& funding = next.policies[i++];
      const int months = month - policy.start;
      for (int part = 0; part < n_package_parts; ++part) {
        if (months >= 0 && months < instalments(policy, part)) {
          funding.paid_months[static_cast<std::size_t>(part)] += funding.paid.share;
        }
      }
    }
  });
  book = std::move(next);
}

void settle(FundingBook& book, const std::vector<Request>& final, Purse& purse) {
  for (std::size_t i = 0; i < final.size(); ++i) {
    Funding& funding = book.policies[i];
    const Kzt before = funding.paid.kzt();
    funding.paid_in_all += before;
    if (final[i].kzt == funding.asked.kzt) continue;
    funding.asked.kzt = final[i].kzt;
    const Kzt due = funding.paid.share >= 1 ? final[i].kzt
                                            : static_cast<Kzt>(funding.paid.share * static_cast<double>(final[i].kzt));
    if (due <= before) {
      const Kzt local =
          before > 0 ? static_cast<Kzt>(share_of(due, before) * static_cast<double>(funding.paid.local)) : 0;
      if (purse.is_limited) purse.national += funding.paid.national - (due - local);
      funding.paid.local = local;
      funding.paid.national = due - local;
    } else {
      const Kzt more = purse.is_limited ? std::min(due - before, std::max<Kzt>(0, purse.national)) : due - before;
      if (purse.is_limited) purse.national -= more;
      funding.paid.national += more;
    }
    funding.paid_in_all += funding.paid.kzt() - before;
  }
}

std::vector<CostLine> paid_lines(std::vector<CostLine> lines, const FundingBook& book) {
  for (const Funding& funding : book.policies) {
    std::vector<std::size_t> who;
    std::vector<Kzt> asked;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (lines[i].policy != funding.policy) continue;
      who.push_back(i);
      asked.push_back(whole(lines[i].kzt));
    }
    const std::vector<Kzt> paid = sum_of(asked) == funding.paid.kzt() ? asked : cut(funding.paid.kzt(), asked);
    for (std::size_t j = 0; j < who.size(); ++j) {
      CostLine& line = lines[who[j]];
      const double share = share_of(paid[j], asked[j]);
      line.quantity *= share;
      line.present_value_kzt *= share;
      line.kzt = static_cast<double>(paid[j]);
    }
  }
  std::erase_if(lines, [](const CostLine& line) { return line.kzt <= 0; });
  return lines;
}

agents::Month first_policy_month(const Scenario& scenario) {
  agents::Month first = std::numeric_limits<agents::Month>::max();
  visit_policies(scenario.policies, [&](const auto& list) {
    using Policy = std::remove_cvref_t<decltype(list[0])>;
    if constexpr (!std::is_same_v<Policy, AnchorShock>) {  // what befalls an employer is no policy
      for (const auto& policy : list) first = std::min(first, policy.start);
    }
  });
  return first;
}

}  // namespace world
