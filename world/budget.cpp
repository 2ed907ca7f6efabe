#include "world/budget.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "agents/exact_math.hpp"
#include "world/split.hpp"

namespace world {

namespace {

Kzt whole(double kzt) { return static_cast<Kzt>(std::llround(kzt)); }

double ratio(double now, double start) { return start > 0 ? now / start : 1; }

// Own revenue, transfers and withdrawals a month such that the spending of the tables is met.
void start_revenue(Budget& budget, const Country& country, const BudgetParameters& parameters,
                   const RevenueBase& base) {
  double given = 0, taken = 0;
  for (std::size_t r = 0; r < budget.start_people.size(); ++r) {
    const double spending = budget.per_resident[r] * budget.start_people[r] / 12;
    const double of_wages = parameters.take_of_wages * base.wage_bill[r];
    const double of_housing = parameters.take_of_housing / 12 * base.housing_value[r];
    double transfers = country.transfers_kzt[r] / 12, withdrawals = country.withdrawals_kzt[r] / 12;
    // No table has the region's transfers: what its own revenue probably leaves open.
    if (country.transfers_kzt[r] < 0) {
      transfers = std::max(0.0, spending - parameters.own_revenue_over_take * (of_wages + of_housing));
    }
    transfers = std::min(transfers, spending + withdrawals);
    const double own = spending + withdrawals - transfers;
    const double wages = std::min(of_wages, own), housing = std::min(of_housing, own - wages);
    budget.wage_rate.push_back(base.wage_bill[r] > 0 ? wages / base.wage_bill[r] : 0);
    budget.housing_rate.push_back(base.housing_value[r] > 0 ? housing / base.housing_value[r] : 0);
    budget.start_other.push_back(own - (base.wage_bill[r] > 0 ? wages : 0) - (base.housing_value[r] > 0 ? housing : 0));
    budget.withdrawal_rate.push_back(own > 0 ? withdrawals / own : 0);
    budget.start_transfers.push_back(whole(transfers));
    given += transfers;
    taken += withdrawals;
  }
  budget.start_national_revenue = std::max(0.0, given - taken);
  budget.pool_share = given >= taken || taken <= 0 ? 1 : given / taken;
}

// How far planned spending per resident says what serving one costs, nation = 1.
double cost_index(const Budget& budget, const BudgetParameters& parameters, std::size_t region) {
  const double relative = budget.per_resident[region] / budget.reference;
  return relative > 0 ? agents::exact_pow(relative, parameters.cost_index_weight) : 1;
}

std::vector<double> transfer_weights(const Budget& budget, const BudgetParameters& parameters, const TransferRule& rule,
                                     const std::vector<double>& observed) {
  const std::size_t n = observed.size();
  const auto start = std::accumulate(budget.start_transfers.begin(), budget.start_transfers.end(), 0.0);
  double counted = 0;
  for (std::size_t r = 0; r < n; ++r) counted += budget.start_observed[r] * cost_index(budget, parameters, r);
  std::vector<double> by_people(n), weights(n);
  double sum = 0;
  for (std::size_t r = 0; r < n; ++r) {
    const double mean = counted > 0 ? start / counted * cost_index(budget, parameters, r) : 0;
    const double own =
        budget.start_observed[r] > 0 ? static_cast<double>(budget.start_transfers[r]) / budget.start_observed[r] : 0;
    by_people[r] = observed[r] * (rule.equal_share * mean + (1 - rule.equal_share) * own);
    sum += by_people[r];
  }
  for (std::size_t r = 0; r < n; ++r) {
    weights[r] = (1 - rule.follows) * ratio(static_cast<double>(budget.start_transfers[r]), start) +
                 rule.follows * ratio(by_people[r], sum);
  }
  return weights;
}

void judge_services(Budget& budget, const std::vector<double>& people) {
  for (std::size_t r = 0; r < people.size(); ++r) {
    const auto spent = static_cast<double>(budget.line(static_cast<int>(r), AccountLine::services));
    // One tenge keeps the logarithm finite where nothing is left.
    budget.spending_ratio[r] = ratio(std::max(1.0, spent), static_cast<double>(budget.start_services[r]));
    const double residents = budget.start_people[r] > 0 ? people[r] / budget.start_people[r] : 1;
    const double thinned = residents > 0 ? budget.spending_ratio[r] / residents : 1;
    budget.services[r] = agents::exact_log(budget.per_resident[r] * thinned / budget.reference);
  }
}

// Revenue and withdrawals of the regions, and the republic's revenue.
void book_revenue(Budget& budget, const RevenueBase& base) {
  const auto set = [&](int account, AccountLine line, Kzt kzt) {
    budget.accounts(account, static_cast<int>(line)) = kzt;
  };
  Kzt taken = 0;
  double value_now = 0, value_start = 0;
  for (int r = 0; r < budget.n_regions(); ++r) {
    const auto region = static_cast<std::size_t>(r);
    const Kzt wages = whole(budget.wage_rate[region] * base.wage_bill[region]);
    const Kzt housing = whole(budget.housing_rate[region] * base.housing_value[region]);
    const Kzt other =
        whole(budget.start_other[region] * ratio(base.value_added[region], budget.start_value_added[region]));
    const Kzt withdrawn = whole(budget.withdrawal_rate[region] * static_cast<double>(wages + housing + other));
    set(r, AccountLine::wage_revenue, wages);
    set(r, AccountLine::housing_revenue, housing);
    set(r, AccountLine::other_revenue, other);
    set(r, AccountLine::transfers_out, withdrawn);
    taken += withdrawn;
    value_now += base.value_added[region];
    value_start += budget.start_value_added[region];
  }
  set(budget.nation(), AccountLine::other_revenue,
      whole(budget.start_national_revenue * ratio(value_now, value_start)));
  set(budget.nation(), AccountLine::transfers_in, taken);
}

void book_closing(Budget& budget, int account) {
  Kzt rest = budget.line(account, AccountLine::opening);
  for (int line = 0; line < n_account_lines; ++line) {
    rest += account_line_infos()[static_cast<std::size_t>(line)].sign * budget.accounts(account, line);
  }
  budget.accounts(account, static_cast<int>(AccountLine::closing)) = rest;
}

}  // namespace

const std::array<AccountLineInfo, n_account_lines>& account_line_infos() {
  static constexpr std::array<AccountLineInfo, n_account_lines> infos = {{
      {"opening", 0, "what was left of the month before"},
      {"wage_revenue", 1, "taken from the formal wage bill paid in the region"},
      {"housing_revenue", 1, "taken from the value of its dwellings"},
      {"other_revenue", 1, "all other own revenue, which follows wages and informal incomes"},
      {"transfers_in", 1, "a region: transfers from the republic; the nation: withdrawals from the regions"},
      {"envelope", 1, "policies: the month's part of budget.envelope_bln_kzt"},
      {"borrowed", 1, "policies: paid without an envelope, so by borrowing"},
      {"transfers_out", -1, "a region: withdrawals to the republic; the nation: transfers to the regions"},
      {"services", -1, "a region: spent on services of its people"},
      {"policies", -1, "a region: its own part of policies there; policies: what the envelope paid"},
      {"closing", 0, "what is left: opening and incomes less expenses, to the tenge"},
  }};
  return infos;
}

Kzt envelope_of_month(const BudgetParameters& parameters, int calendar_month) {
  if (parameters.envelope_bln_kzt <= 0) return 0;
  const Kzt year = whole(parameters.envelope_bln_kzt * 1e9);
  return year * calendar_month / 12 - year * (calendar_month - 1) / 12;
}

std::vector<Kzt> transfers_of(const Budget& budget, const BudgetParameters& parameters, Kzt pool,
                              const TransferRule& rule, const std::vector<double>& observed, int calendar_month,
                              std::vector<Kzt>& held) {
  const std::vector<double> weights = transfer_weights(budget, parameters, rule, observed);
  std::vector<Kzt> transfers = split(pool, weights);
  held.assign(transfers.size(), 0);
  if (rule.follows <= 0 || rule.cap >= 1) return transfers;
  std::vector<Kzt> low, high;
  for (int r = 0; r < budget.n_regions(); ++r) {
    const Kzt last_year = budget.transfers_history(calendar_month - 1, r);
    // A region with few transfers may gain more than a part of them: a part of all it spends.
    const Kzt most = std::max(last_year, budget.services_history(calendar_month - 1, r));
    low.push_back(last_year - static_cast<Kzt>(rule.cap * static_cast<double>(last_year)));
    high.push_back(last_year + static_cast<Kzt>(rule.cap * static_cast<double>(most)));
  }
  const std::vector<Kzt> free = std::move(transfers);
  transfers = split_within(pool, weights, low, high);
  for (std::size_t r = 0; r < free.size(); ++r) held[r] = transfers[r] - free[r];
  return transfers;
}

Budget start_budget(const Country& country, const BudgetParameters& parameters, const RevenueBase& base,
                    const std::vector<double>& people, const std::vector<double>& observed) {
  const int n = country.n_regions();
  Budget budget;
  budget.per_resident = country.budget_per_resident_kzt;
  budget.start_people = people;
  budget.start_observed = budget.observed = observed;
  budget.start_value_added = base.value_added;
  double total = 0, residents = 0;
  for (std::size_t r = 0; r < people.size(); ++r) {
    total += budget.per_resident[r] * people[r];
    residents += people[r];
  }
  budget.reference = total / residents;
  start_revenue(budget, country, parameters, base);
  budget.accounts = Grid<Kzt>(n + 2, n_account_lines);
  budget.transfers_history = budget.services_history = Grid<Kzt>(12, n);
  budget.spending_ratio = budget.services = std::vector<double>(people.size());
  const MonthOfMoney money{
      .people = people, .observed = observed, .rule = {}, .local_policies = std::vector<Kzt>(people.size())};
  // Booked once, for what rounding makes of spending, and once against it.
  budget.start_services.assign(people.size(), 1);
  budget_responds(budget, parameters, base, money, 0);
  for (int r = 0; r < n; ++r) {
    budget.start_services[static_cast<std::size_t>(r)] = budget.line(r, AccountLine::services);
    for (int month = 0; month < 12; ++month) {
      budget.transfers_history(month, r) = budget.line(r, AccountLine::transfers_in);
      budget.services_history(month, r) = budget.line(r, AccountLine::services);
    }
  }
  judge_services(budget, people);
  for (Kzt& cell : budget.accounts.cells()) cell = 0;
  return budget;
}

void budget_responds(Budget& budget, const BudgetParameters& parameters, const RevenueBase& base,
                     const MonthOfMoney& money, agents::Month month) {
  const int n = budget.n_regions(), nation = budget.nation(), policies = budget.policies();
  const int calendar_month = agents::calendar_month_of(month);
  const auto cell = [&](int account, AccountLine line) -> Kzt& {
    return budget.accounts(account, static_cast<int>(line));
  };
  for (int account = 0; account < budget.accounts.rows(); ++account) {
    const Kzt left = cell(account, AccountLine::closing);
    for (int line = 0; line < n_account_lines; ++line) budget.accounts(account, line) = 0;
    cell(account, AccountLine::opening) = left;
  }
  book_revenue(budget, base);
  const Kzt income = cell(nation, AccountLine::other_revenue) + cell(nation, AccountLine::transfers_in);
  const Kzt pool = whole(budget.pool_share * static_cast<double>(income));
  const auto transfers =
      transfers_of(budget, parameters, pool, money.rule, money.observed, calendar_month, budget.held);
  for (int r = 0; r < n; ++r) {
    const auto region = static_cast<std::size_t>(r);
    cell(r, AccountLine::transfers_in) = transfers[region];
    cell(nation, AccountLine::transfers_out) += transfers[region];
    cell(r, AccountLine::policies) = money.local_policies[region];
    book_closing(budget, r);
    cell(r, AccountLine::services) = std::max<Kzt>(0, cell(r, AccountLine::closing));
    book_closing(budget, r);
    budget.transfers_history(calendar_month - 1, r) = transfers[region];
    budget.services_history(calendar_month - 1, r) = cell(r, AccountLine::services);
  }
  cell(policies, AccountLine::envelope) = money.envelope;
  cell(policies, AccountLine::policies) = money.national_policies;
  cell(policies, AccountLine::borrowed) = money.may_borrow ? money.national_policies : 0;
  budget.borrowed += cell(policies, AccountLine::borrowed);
  budget.requested = money.requested;
  book_closing(budget, nation);
  book_closing(budget, policies);
  budget.observed = money.observed;
  judge_services(budget, money.people);
}

}  // namespace world
