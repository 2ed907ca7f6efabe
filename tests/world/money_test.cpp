// Public money in whole runs: accounts balance to the tenge, nothing acts that
// nobody paid, nothing at all without money, and the state plans for the people
// whom it sees.
#include <gtest/gtest.h>

#include "tests/world/hash_trace.hpp"
#include "tests/world/worlds.hpp"
#include "world/observers/checkpoint_state.hpp"
#include "world/observers/snapshot.hpp"
#include "world/treasury.hpp"

namespace world {
namespace {

using testing::built;
using testing::Setting;

constexpr agents::Month start = agents::month_of(2023, 3);

// The tiny country with one policy of every kind, and `sets`.
Setting every_policy(testing::Sets sets) {
  sets.emplace_back("synthesis.block_citizens", "256");
  Setting setting(testing::tiny_scenario(sets));
  Policies& policies = setting.scenario.policies;
  policies.job_packages.push_back({.name = "park",
                                   .region = "XX-2",
                                   .sector = "industry",
                                   .start = start,
                                   .jobs = 40,
                                   .ramp_months = 6,
                                   .priority = 1});
  policies.growth_centres.push_back({.name = "centre",
                                     .centre = "Beta town",
                                     .region = "XX-2",
                                     .start = start,
                                     .jobs = 60,
                                     .dwellings_m2 = 900,
                                     .heat_gcal_per_h = 0.4,
                                     .school_seats = 30,
                                     .sectors = "industry:0.5, services:0.5",
                                     .ramp_months = 6,
                                     .build_months = 4,
                                     .local_share = 0.2});
  policies.capacity_projects.push_back({.name = "plant",
                                        .region = "XX-3",
                                        .system = "heat",
                                        .start = start,
                                        .delivered = start + 6,
                                        .size = 0.2,
                                        .local_share = 0.5});
  policies.worker_housing.push_back({.name = "homes", .region = "XX-1", .start = start, .months = 6, .families = 20});
  policies.mobility_support.push_back(
      {.name = "grants", .region = "XX-1", .start = start, .kzt_per_household = 2e6, .priority = 2});
  policies.registration_coverage.push_back({.name = "register", .start = start, .ramp_months = 6, .coverage = 0.9});
  policies.money_follows_citizens.push_back(
      {.name = "transfers", .start = start, .share = 0.8, .phase_in_months = 6, .priority = 1});
  policies.capacity_planning.push_back({.name = "planner",
                                        .region = "XX-3",
                                        .system = "water",
                                        .start = start,
                                        .lag_months = 6,
                                        .reserve = 1,
                                        .priority = 3});
  return setting;
}

Kzt balance_of(const observers::AccountSnapshot& account) {
  Kzt rest = account.lines.front();
  for (std::size_t line = 1; line + 1 < account.lines.size(); ++line) {
    const bool goes_out = line >= static_cast<std::size_t>(AccountLine::transfers_out);
    rest += goes_out ? -account.lines[line] : account.lines[line];
  }
  return rest;
}

// Adds up by itself what the month's snapshot says.
void expect_balanced(const observers::Snapshot& snapshot, const observers::Snapshot& before) {
  Kzt spent = 0, paid = 0, given = 0, taken = 0;
  for (std::size_t i = 0; i < snapshot.accounts.size(); ++i) {
    const auto& account = snapshot.accounts[i];
    EXPECT_EQ(balance_of(account), account.lines.back()) << account.account;
    if (!before.accounts.empty()) {
      EXPECT_EQ(account.lines.front(), before.accounts[i].lines.back()) << account.account;
    }
    const auto line = [&](AccountLine which) { return account.lines[static_cast<std::size_t>(which)]; };
    spent += line(AccountLine::policies);
    const int sign = account.account == "nation" ? -1 : 1;
    given += sign * line(AccountLine::transfers_in);
    taken += sign * line(AccountLine::transfers_out);
  }
  EXPECT_EQ(given, -taken);
  for (const CostLine& line : snapshot.costs) paid += static_cast<Kzt>(line.kzt);
  EXPECT_EQ(paid, spent);
}

TEST(Money, OfEveryAccountBalancesEveryMonthWithEveryPolicy) {
  for (const char* envelope : {"-1", "0", "0.4", "100"}) {
    World world = built(every_policy({{"budget.envelope_bln_kzt", envelope}}));
    observers::Snapshot before = observers::take_snapshot(world);
    for (int month = 0; month < 30; ++month) {
      advance(world, Crew(2));
      observers::Snapshot now = observers::take_snapshot(world);
      expect_balanced(now, before);
      before = std::move(now);
    }
  }
}

TEST(Money, WithoutAnEnvelopeIsBorrowedToTheTenge) {
  World world = built(every_policy({}));
  Kzt paid = 0;
  for (int month = 0; month < 12; ++month) {
    advance(world, Crew(2));
    for (const CostLine& line : paid_costs(world)) paid += static_cast<Kzt>(line.kzt);
    for (int r = 0; r < 3; ++r) paid -= world.budget.line(r, AccountLine::policies);
  }
  EXPECT_GT(paid, 0);
  EXPECT_EQ(world.budget.borrowed, paid);
}

TEST(Money, OfAnEnvelopeIsNeverOverspentAndWhatIsLeftIsCarriedOver) {
  World world = built(every_policy({{"budget.envelope_bln_kzt", "0.4"}}));
  Kzt spent = 0, received = 0;
  bool is_rationed = false;
  for (int month = 0; month < 24; ++month) {
    advance(world, Crew(2));
    const Budget& budget = world.budget;
    spent += budget.line(budget.policies(), AccountLine::policies);
    received += budget.line(budget.policies(), AccountLine::envelope);
    EXPECT_LE(spent, received);
    EXPECT_EQ(budget.line(budget.policies(), AccountLine::closing), received - spent);
    for (const Funding& funding : world.funding.policies) is_rationed = is_rationed || funding.paid.share < 1;
  }
  EXPECT_EQ(received, 2 * 400000000LL - 400000000LL * 2 / 12);  // from March on
  EXPECT_TRUE(is_rationed);
  EXPECT_EQ(world.budget.borrowed, 0);
}

// V21: without money levers have no effect.
TEST(Money, AnEmptyEnvelopeIsTheBaselineToTheBit) {
  const Setting nothing(testing::tiny_scenario({{"synthesis.block_citizens", "256"}}));
  const auto baseline = testing::trace_of(nothing, 24, Crew(2));
  EXPECT_TRUE(
      testing::same_hashes(baseline, testing::trace_of(every_policy({{"budget.envelope_bln_kzt", "0"}}), 24, Crew(2))));
  EXPECT_TRUE(testing::same_hashes(baseline, testing::trace_of(every_policy({{"accounts.dose", "0"}}), 24, Crew(2))));
}

TEST(Money, IsTheSameOnAnyThreadsAndRanks) {
  const Setting setting = every_policy({{"budget.envelope_bln_kzt", "0.4"}});
  const auto one = testing::trace_of(setting, 18, Crew(1));
  EXPECT_TRUE(testing::same_hashes(one, testing::trace_of(setting, 18, Crew(3, 2))));
}

TEST(Money, ThatFollowsCitizensChangesWhoGetsItAndNotHowMuchThereIs) {
  const auto after = [](double share) {
    Setting setting(testing::tiny_scenario());
    if (share > 0) {
      setting.scenario.policies.money_follows_citizens.push_back(
          {.name = "transfers", .start = setting.scenario.start, .share = share, .phase_in_months = 1, .cap = 1});
    }
    World world = built(setting);
    advance(world, Crew(2));
    return world;
  };
  const World with = after(1), without = after(0);
  const int nation = with.budget.nation();
  EXPECT_EQ(with.budget.line(nation, AccountLine::transfers_out),
            without.budget.line(nation, AccountLine::transfers_out));
  EXPECT_GT(with.budget.line(0, AccountLine::transfers_in), without.budget.line(0, AccountLine::transfers_in));
  EXPECT_GT(with.budget.services[0], without.budget.services[0]);
}

// A half of the envelope that a plant needs makes half a plant.
TEST(Money, ThatIsShortBuildsExactlyWhatIsPaid) {
  const auto capacity = [](const testing::Sets& sets, double size) {
    Setting setting(testing::tiny_scenario(sets));
    if (size > 0) {
      setting.scenario.policies.capacity_projects.push_back({.name = "plant",
                                                             .region = "XX-3",
                                                             .system = "heat",
                                                             .start = setting.scenario.start,
                                                             .delivered = setting.scenario.start + 6,
                                                             .size = size});
    }
    World world = built(setting);
    testing::advance_months(world, 7);
    return world.infrastructure.by_policy(static_cast<int>(System::heat), 2);
  };
  const double full = capacity({}, 2);
  EXPECT_NEAR(full, 2, 1e-12);
  const Setting priced(testing::tiny_scenario());
  const double month = 2 * unit_cost(priced.country, {}, PackagePart::heat, "", 2).kzt / 6;  // one of six instalments
  const double half = capacity({{"budget.envelope_bln_kzt", std::to_string(month * 12 / 2 / 1e9)}}, 2);
  EXPECT_NEAR(half, 1, 1e-6);
}

TEST(Money, OfRegionsThatPayForPoliciesIsMissingFromTheirServices) {
  const auto services = [](double local_share) {
    Setting setting(testing::tiny_scenario());
    setting.scenario.policies.capacity_projects.push_back({.name = "plant",
                                                           .region = "XX-3",
                                                           .system = "heat",
                                                           .start = setting.scenario.start,
                                                           .delivered = setting.scenario.start + 6,
                                                           .size = 0.01,
                                                           .local_share = local_share});
    World world = built(setting);
    advance(world, Crew(2));
    EXPECT_EQ(world.budget.line(2, AccountLine::policies) > 0, local_share > 0);
    return world.budget.services[2];
  };
  EXPECT_LT(services(1), services(0));
}

// The state orders for the people it sees: blind registration means late and small capacity.
TEST(Planning, BuildsLaterAndLessForPeopleWhoAreNotSeen) {
  const auto ordered = [](double coverage) {
    Setting setting(testing::country_scenario("1:1000"));
    Policies& policies = setting.scenario.policies;
    policies.registration_coverage.push_back(
        {.name = "register", .start = setting.scenario.start, .ramp_months = 1, .coverage = coverage});
    policies.capacity_planning.push_back({.name = "planner",
                                          .region = "KZ-71",
                                          .system = "water",
                                          .start = setting.scenario.start,
                                          .lag_months = 12,
                                          .reserve = 0.5});
    World world = built(setting);
    std::vector<double> capacity;
    for (int month = 0; month < 28; ++month) {
      advance(world, Crew(2));
      capacity.push_back(
          world.infrastructure.by_policy(static_cast<int>(System::water), world.country.region_of("KZ-71")));
    }
    return capacity;
  };
  const auto blind = ordered(0), seen = ordered(0.9);
  EXPECT_EQ(blind[11], 0);
  EXPECT_GT(blind[12], 0);  // ordered in the first January, delivered in the second
  for (std::size_t month = 12; month < 24; ++month) EXPECT_LT(blind[month], seen[month]) << month;
}

TEST(Planning, OrdersWhatIsMissingToTheReserveOverTheLoadItExpects) {
  const Setting setting(testing::tiny_scenario());
  World world = built(setting);
  CapacityPlanning planner{.name = "planner",
                           .region = "XX-3",
                           .system = "water",
                           .start = setting.scenario.start,
                           .lag_months = 12,
                           .reserve = 0.25};
  world.scenario.policies.capacity_planning.push_back(planner);
  world.month = setting.scenario.start;
  Grid<double> expected(n_systems, 3, 0.0);
  const int water = static_cast<int>(System::water);
  expected(water, 2) = 2 * world.infrastructure.capacity(water, 2);
  planners_order(world, {expected});
  ASSERT_EQ(world.orders.size(), 1U);
  EXPECT_NEAR(world.orders[0].size, 1.25 * expected(water, 2) - world.infrastructure.capacity(water, 2), 1e-9);
  planners_order(world, {expected});  // what is ordered is on its way
  EXPECT_EQ(world.orders.size(), 1U);
}

TEST(Money, IsKeptInACheckpointToTheTenge) {
  const Setting setting = every_policy({{"budget.envelope_bln_kzt", "0.4"}});
  World world = built(setting), copy = built(setting);
  testing::advance_months(world, 14);
  ASSERT_FALSE(world.orders.empty());
  const auto bytes = observers::bytes_of_places(world);
  observers::read_places(bytes, copy);
  EXPECT_EQ(observers::bytes_of_places(copy), bytes);
  EXPECT_EQ(copy.budget.accounts, world.budget.accounts);
  EXPECT_EQ(copy.funding.policies[0].paid_months, world.funding.policies[0].paid_months);
}

}  // namespace
}  // namespace world
