#include "world/policy.hpp"

#include <algorithm>

#include "agents/exact_math.hpp"
#include "world/accounts.hpp"

namespace world {

double ramp_share(double months, double ramp_months) {
  if (months < 0) return 0;
  // ln 81 over the ramp leads from 10 to 90 %: a tenth stands at once, half after half a ramp.
  constexpr double ln_81 = 4.394449154672439;
  return agents::logistic(ln_81 * (months / ramp_months - 0.5));
}

namespace {

// Posts of one package in one cell: gross posts on their ramp that would not have come anyway.
void add_posts(Levers& levers, int region, int sector, double jobs, double additionality, double ramp, double months,
               double wage_factor) {
  const double posts = jobs * additionality * ramp_share(months, ramp);
  levers.posts(region, sector) += posts;
  levers.wage_premium(region, sector) += posts * (wage_factor - 1);
}

// Built in equal parts in the second half of the building time, as far as it is paid: what stands is the planned part
// times the paid share of the instalments due. Never less than the month before, because that share falls more slowly
// than the planned part grows.
double delivered_share(const GrowthCentre& package, int months, PackagePart part, const FundingBook& book) {
  const int all = std::max(1, static_cast<int>(package.build_months)), first = all / 2;
  if (months < first || months >= all) return 0;
  const int due = months - first + 1, number = static_cast<int>(part);
  const double built = book.built(package.name, number, months, all) * due;
  const double before = book.built_before(package.name, number, months, all) * (due - 1);
  return std::max(0.0, built - before) / (all - first);
}

void add_package(Levers& levers, const GrowthCentre& package, const Country& country, const Scenario& scenario,
                 const FundingBook& book, agents::Month month) {
  const AccountsParameters& accounts = scenario.parameters.accounts;
  const int months = month - package.start, region = country.region_of(package.region);
  if (months < 0) return;
  const double dose = package.dose * accounts.dose, scale = scenario.scale.factor();
  const auto sizes = package_sizes(package, country, accounts);
  const auto size = [&](PackagePart part) { return sizes[static_cast<std::size_t>(part)] * dose; };
  const auto shares = sector_shares(package.sectors, country, package.name);
  const double paid = book.built(package.name, static_cast<int>(PackagePart::jobs), months,
                                 spending_months(package, PackagePart::jobs));
  for (int sector = 0; sector < country.n_sectors(); ++sector) {
    add_posts(levers, region, sector, size(PackagePart::jobs) * scale * shares[static_cast<std::size_t>(sector)] * paid,
              package.additionality, package.ramp_months, months, package.wage_factor);
  }
  const auto now = [&](PackagePart part) { return delivered_share(package, months, part, book); };
  levers.dwellings_m2[static_cast<std::size_t>(region)] += size(PackagePart::dwellings) * scale * now(PackagePart::dwellings);
  const auto deliver = [&](System system, PackagePart part) {
    levers.capacity(static_cast<int>(system), region) += size(part) * now(part);
  };
  deliver(System::heat, PackagePart::heat);
  deliver(System::water, PackagePart::water);
  deliver(System::schools, PackagePart::schools);
  deliver(System::roads, PackagePart::roads);
}

bool is_under_way(agents::Month start, double months, agents::Month month) {
  return month >= start && month < start + static_cast<int>(months);
}

// Policies of studies. Without one the tables stay empty, so that a run is the baseline's to the bit.
void add_studies(Levers& levers, const Scenario& scenario, const Country& country, agents::Month month,
                 const FundingBook& book) {
  const Policies& policies = scenario.policies;
  const double dose = scenario.parameters.accounts.dose;
  const auto n = static_cast<std::size_t>(country.n_regions());
  const auto at = [&](const std::string& iso) { return static_cast<std::size_t>(country.region_of(iso)); };
  for (const FreeCollege& policy : policies.free_colleges) {
    if (!is_under_way(policy.start, policy.months, month)) continue;
    levers.free_share[static_cast<std::size_t>(country.field_of(policy.field) - 1)] =
        std::min(1.0, dose) * book.share(policy.name);
  }
  for (const Stipends& policy : policies.stipends) {
    if (!is_under_way(policy.start, policy.months, month)) continue;
    const double paid = dose * book.share(policy.name);
    levers.stipend_raise[1] += paid * (policy.college_factor - 1);
    levers.stipend_raise[2] += paid * (policy.university_factor - 1);
  }
  for (const Dormitory& policy : policies.dormitories) {
    levers.beds.resize(n);
    // Beds that were built, as far as running them is paid.
    if (month >= policy.delivered)
      levers.beds[at(policy.region)] += dose * policy.beds * built_share(policy, book) * book.share(policy.name);
  }
  for (const DualEducation& policy : policies.dual_education) {
    levers.dual_seats.resize(n);
    if (is_under_way(policy.start, policy.months, month))
      levers.dual_seats[at(policy.region)] += dose * policy.seats * book.share(policy.name);
  }
  for (const UniversityPlaces& policy : policies.university_places) {
    if (levers.seats.cells().empty()) levers.seats = Grid<double>(country.n_regions(), agents::n_programmes);
    if (!is_under_way(policy.start, policy.months, month)) continue;
    const int programme = agents::skill_of(2, country.field_of(policy.field)) - 1;
    levers.seats(country.region_of(policy.region), programme) += dose * policy.seats * book.share(policy.name);
  }
}

// What posts pay and cost, what may be built, how far work is, and what registering brings.
void add_markets(Levers& levers, const Scenario& scenario, const Country& country, agents::Month month,
                 const FundingBook& book) {
  const Policies& policies = scenario.policies;
  const double dose = scenario.parameters.accounts.dose;
  const auto at = [&](const std::string& iso) { return static_cast<std::size_t>(country.region_of(iso)); };
  for (const DecentWages& policy : policies.decent_wages) {
    if (!is_under_way(policy.start, policy.months, month)) continue;
    const int sector = country.sector_of(policy.sector);
    const double raise = dose * policy.raise * book.share(policy.name);
    const double by_public = country.sectors[static_cast<std::size_t>(sector)].budget_share;
    for (int r = 0; r < country.n_regions(); ++r) {
      levers.wage_raise(r, sector) += raise;
      // The public pays the raise of its own posts, so these do not become fewer.
      levers.labour_cost(r, sector) *= 1 - by_public * raise / (1 + raise);
    }
  }
  for (const TaxRelief& policy : policies.tax_reliefs) {
    if (!is_under_way(policy.start, policy.months, month)) continue;
    levers.labour_cost(country.region_of(policy.region), country.sector_of(policy.sector)) *=
        1 - std::min(0.9, dose * policy.relief * book.share(policy.name));
  }
  for (const ConnectionRule& policy : policies.connection_rules) {
    if (!is_under_way(policy.start, policy.months, month)) continue;
    const double strength = std::min(1.0, dose) * book.share(policy.name);
    levers.connection_rule[at(policy.region)] = std::max(levers.connection_rule[at(policy.region)], strength);
    levers.connection_reserve[at(policy.region)] = std::max(levers.connection_reserve[at(policy.region)], policy.reserve);
  }
  for (const CommuterService& policy : policies.commuter_services) {
    if (!is_under_way(policy.start, policy.months, month)) continue;
    levers.minutes_saved[at(policy.region)] += dose * policy.minutes * book.share(policy.name);
  }
  for (const BenefitLink& policy : policies.benefit_links) {
    if (!is_under_way(policy.start, policy.months, month)) continue;
    levers.benefit_link = std::min(1.0, levers.benefit_link + dose * policy.strength * book.share(policy.name));
  }
}

}  // namespace

Levers neutral_levers(int n_regions, int n_sectors) {
  const auto n = static_cast<std::size_t>(n_regions);
  Levers levers;
  levers.posts = levers.wage_premium = levers.wage_raise = Grid<double>(n_regions, n_sectors);
  levers.labour_cost = Grid<double>(n_regions, n_sectors, 1);
  levers.capacity = Grid<double>(n_systems, n_regions);
  levers.dwellings_m2 = levers.housed_families = levers.moving_grant_kzt = levers.connection_rule =
      levers.connection_reserve = levers.minutes_saved = std::vector<double>(n);
  return levers;
}

Levers levers_of(const Scenario& scenario, const Country& country, agents::Month month, const FundingBook& book) {
  const double dose = scenario.parameters.accounts.dose;
  Levers levers = neutral_levers(country.n_regions(), country.n_sectors());
  const auto at = [&](const std::string& iso) { return static_cast<std::size_t>(country.region_of(iso)); };
  for (const JobPackage& package : scenario.policies.job_packages) {
    const double jobs = package.jobs * dose * scenario.scale.factor();
    if (month >= package.start) {
      const int months = month - package.start, all = std::max(1, static_cast<int>(package.ramp_months));
      add_posts(levers, country.region_of(package.region), country.sector_of(package.sector),
                jobs * book.built(package.name, 0, months, all),
                package.additionality, package.ramp_months, month - package.start, 1);
    }
  }
  for (const GrowthCentre& package : scenario.policies.growth_centres) {
    add_package(levers, package, country, scenario, book, month);
  }
  for (const CapacityPolicy& project : scenario.policies.capacity_projects) {
    if (project.delivered == month) levers.capacity(system_of(project.system), country.region_of(project.region)) +=
        project.size * dose * book.built(project.name, 0, month - project.start, project.delivered - project.start);
  }
  for (const WorkerHousing& housing : scenario.policies.worker_housing) {
    const double months = std::clamp<double>(month - housing.start + 1, 0, housing.months);
    levers.housed_families[at(housing.region)] += housing.families * dose * months / housing.months *
                                                  book.built(housing.name, 0, month - housing.start, std::max(1, static_cast<int>(housing.months)));
  }
  for (const MobilitySupport& support : scenario.policies.mobility_support) {
    const int months = month - support.start;
    if (months >= 0 && months < support.months) {
      levers.moving_grant_kzt[at(support.region)] += support.kzt_per_household * dose * book.share(support.name);
    }
  }
  for (const RegistrationCoverage& coverage : scenario.policies.registration_coverage) {
    // Built as far as its building was paid, and seen with as far as running it is.
    const double paid = book.share(coverage.name) * book.built(coverage.name, 0, month - coverage.start,
                                                               std::max(1, static_cast<int>(coverage.ramp_months)));
    levers.coverage =
        std::min(1.0, coverage.coverage * dose * ramp_share(month - coverage.start, coverage.ramp_months) * paid);
  }
  for (const MoneyFollowsCitizens& rule : scenario.policies.money_follows_citizens) {
    const double grown = std::clamp((month - rule.start + 1) / rule.phase_in_months, 0.0, 1.0);
    levers.money_follows = std::min(1.0, rule.share * dose * grown * book.share(rule.name));
    levers.money_follows_equal = rule.equal_share;
    levers.money_follows_cap = rule.cap;
  }
  add_studies(levers, scenario, country, month, book);
  add_markets(levers, scenario, country, month, book);
  add_knowledge(levers, scenario, country, month, book);
  return levers;
}

std::vector<std::vector<agents::Arrival>> arrivals_from_abroad(const Scenario& scenario, const Country& country,
                                                               const Vital& vital, int n_blocks,
                                                               const agents::Chance& chance) {
  std::vector<std::vector<agents::Arrival>> by_block(static_cast<std::size_t>(n_blocks));
  const std::uint64_t key = chance.key(agents::Purpose::arrival);
  for (int r = 0; r < country.n_regions(); ++r) {
    const auto region = static_cast<std::size_t>(r);
    const double wanted = country.external_arrivals_persons[region] / 12 * vital.arrivals_index * scenario.scale.factor();
    std::int64_t people = agents::keyed_round(wanted, agents::keyed_bits(key, region));
    for (std::uint64_t j = 0; people > 0; ++j) {
      const std::uint64_t name = (static_cast<std::uint64_t>(r) << 40) | (j << 1) | 1;
      const std::uint64_t bits = agents::keyed_bits(agents::nth_key(key, 7), name);
      const std::uint64_t serial = agents::keyed_bits(agents::nth_key(key, 8), name);
      // One to four people, 2.5 on average, none left over at the end.
      const auto size = static_cast<std::uint8_t>(std::min<std::int64_t>(people, 1 + agents::pick_of(bits, 4)));
      people -= size;
      by_block[agents::pick_of(serial, static_cast<std::uint32_t>(n_blocks))].push_back(
          agents::Arrival{.serial = serial, .region = static_cast<std::uint8_t>(r), .n_people = size});
    }
  }
  return by_block;
}

std::vector<double> commute_chances(const Country& country, const std::vector<double>& base,
                                    const std::vector<double>& wage_ratio, const std::vector<double>& rent_ratio,
                                    const std::vector<double>& congestion, const std::vector<double>& minutes_saved,
                                    const Parameters& parameters) {
  std::vector<double> chance = base;
  for (const HubPair& pair : country.hub_pairs) {
    const auto low = static_cast<std::size_t>(pair.hinterland), hub = static_cast<std::size_t>(pair.hub);
    const double at_start = std::clamp(base[low], 1e-6, 1 - 1e-6);
    if (base[low] <= 0) continue;
    const double gap = parameters.labour.commuting_on_wage * agents::exact_log(wage_ratio[hub] / wage_ratio[low]) +
                       parameters.labour.commuting_on_rent * agents::exact_log(rent_ratio[hub] / rent_ratio[low]) -
                       parameters.infrastructure.commuting_on_congestion * congestion[hub] +
                       parameters.labour.commuting_on_minutes * minutes_saved[low];
    chance[low] = agents::logistic(agents::exact_log(at_start / (1 - at_start)) + gap);
  }
  return chance;
}

}  // namespace world
