#include "world/treasury.hpp"

#include <algorithm>

namespace world {

namespace {

// Households that moved in from other regions in a month, real ones.
std::vector<double> households_arrived(const World& world) {
  std::vector<double> arrived;
  for (int region = 0; region < world.country.n_regions(); ++region) {
    arrived.push_back(static_cast<double>(world.tally.households_arrived[static_cast<std::size_t>(region)]) /
                      world.scale());
  }
  return arrived;
}

// Who studies what in the nation, real people.
std::vector<double> students_of_nation(const World& world) {
  std::vector<double> students(agents::n_skills);
  for (int region = 0; region < world.country.n_regions(); ++region) {
    for (std::size_t what = 0; what < students.size(); ++what) {
      students[what] += static_cast<double>(world.tally.students[static_cast<std::size_t>(region)][what]) / world.scale();
    }
  }
  return students;
}

std::vector<double> built_dormitories(const World& world) {
  std::vector<double> built;
  for (const Dormitory& policy : world.scenario.policies.dormitories) built.push_back(built_share(policy, world.funding));
  return built;
}

// Who works where, real people.
Grid<double> employees_by_cell(const World& world) {
  Grid<double> employees(world.country.n_regions(), world.country.n_sectors());
  for (int r = 0; r < employees.rows(); ++r) {
    for (int s = 0; s < employees.columns(); ++s) {
      employees(r, s) =
          static_cast<double>(world.tally.posts_filled[static_cast<std::size_t>(r)][static_cast<std::size_t>(s)]) /
          world.scale();
    }
  }
  return employees;
}

// Of the month in `world.month`; grants by the arrivals, stipends by the students of the last tally.
std::vector<CostLine> costs_now(const World& world) {
  const Recipients recipients{.households_arrived = households_arrived(world),
                              .students = students_of_nation(world),
                              .wage = world.labour.wage,
                              .employees = employees_by_cell(world),
                              .built_dormitories = built_dormitories(world)};
  return month_costs(world.scenario, world.country, world.month, recipients, world.orders);
}

bool has_envelope(const World& world) { return world.scenario.parameters.budget.envelope_bln_kzt >= 0; }

// The envelope opens with the first policy.
Kzt envelope_now(const World& world) {
  if (world.month < first_policy_month(world.scenario)) return 0;
  return envelope_of_month(world.scenario.parameters.budget, agents::calendar_month_of(world.month));
}

Kzt paid_nationally(const World& world) {
  Kzt sum = 0;
  for (const Funding& funding : world.funding.policies) sum += funding.paid.national;
  return sum;
}

}  // namespace

void policies_are_funded(World& world) {
  const BudgetParameters& parameters = world.scenario.parameters.budget;
  std::erase_if(world.orders, [&](const PlannedOrder& order) { return order.due < world.month; });
  Purse purse{.is_limited = has_envelope(world),
              .national = world.budget.line(world.budget.policies(), AccountLine::closing) + envelope_now(world),
              .local = {}};
  for (int r = 0; r < world.country.n_regions(); ++r) {
    const Kzt last = std::max(world.budget.line(r, AccountLine::services), Kzt{0});
    const Kzt spent = last > 0 ? last : world.budget.start_services[static_cast<std::size_t>(r)];
    purse.local.push_back(static_cast<Kzt>(parameters.most_for_local_policies * static_cast<double>(spent)));
  }
  fund(world.funding, world.scenario, requests_of(world.scenario, world.country, costs_now(world)), purse, world.month);
  for (PlannedOrder& order : world.orders) {
    if (order.is_paid_in(world.month)) order.paid_months += world.funding.share(order.policy);
  }
}

std::vector<Grid<double>> planners_expect(const World& world, const Served& served) {
  std::vector<Grid<double>> expected;
  for (const CapacityPlanning& planner : world.scenario.policies.capacity_planning) {
    Grid<double>& loads = expected.emplace_back();
    if (!orders_in(planner, world.month)) continue;
    loads = expected_loads(world.infrastructure, world.country, world.scenario.parameters.infrastructure, served,
                           world.census, world.scale(), static_cast<int>(planner.lag_months));
  }
  return expected;
}

void planners_order(World& world, const std::vector<Grid<double>>& expected) {
  plan_orders(world.orders, world.scenario, world.country, world.infrastructure, expected, world.month);
}

void accounts_are_closed(World& world, const Served& served) {
  const Levers& levers = world.workspace->levers;
  const Kzt envelope = envelope_now(world);
  Purse purse{
      .is_limited = has_envelope(world),
      .national = world.budget.line(world.budget.policies(), AccountLine::closing) + envelope - paid_nationally(world),
      .local = {}};
  settle(world.funding, requests_of(world.scenario, world.country, costs_now(world)), purse);
  MonthOfMoney money{.people = served.residents,
                     .observed = served.observed,
                     .rule = {.follows = levers.money_follows,
                              .equal_share = levers.money_follows_equal,
                              .cap = levers.money_follows_cap},
                     .local_policies = std::vector<Kzt>(served.residents.size()),
                     .national_policies = paid_nationally(world),
                     .envelope = envelope,
                     .may_borrow = !has_envelope(world)};
  for (const Funding& funding : world.funding.policies) {
    money.requested += funding.asked.kzt;
    if (funding.asked.region >= 0)
      money.local_policies[static_cast<std::size_t>(funding.asked.region)] += funding.paid.local;
  }
  budget_responds(world.budget, world.scenario.parameters.budget, revenue_base(world), money, world.month);
}

RevenueBase revenue_base(const World& world) {
  const int n = world.country.n_regions();
  const double scale = world.scale();
  const LabourTerms terms = world.labour_terms();
  RevenueBase base;
  for (int r = 0; r < n; ++r) {
    const auto region = static_cast<std::size_t>(r);
    double bill = 0;
    for (int s = 0; s < world.country.n_sectors(); ++s) {
      bill +=
          static_cast<double>(world.tally.posts_filled[region][static_cast<std::size_t>(s)]) * world.labour.wage(r, s);
    }
    const auto informal =
        static_cast<double>(world.tally.people[region][static_cast<std::size_t>(agents::Labour::informal)]);
    base.wage_bill.push_back(bill / scale);
    base.value_added.push_back((bill + informal * quick_income(world.labour, terms, r)) / scale);
    base.housing_value.push_back(world.housing.stock_m2[region] * world.housing.rent[region] * 12 *
                                 world.scenario.parameters.budget.housing_value_years / scale);
  }
  return base;
}

std::vector<CostLine> paid_costs(const World& world) { return paid_lines(costs_now(world), world.funding); }

}  // namespace world
