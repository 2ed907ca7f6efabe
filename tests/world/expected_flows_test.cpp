// Expected flows in closed form: heads grouped into types against heads one by
// one, against a simulated month, and their slopes against differences.
#include "world/expected_flows.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "agents/household.hpp"
#include "agents/migration.hpp"
#include "tests/world/worlds.hpp"
#include "world/phases.hpp"

namespace world {
namespace {

using namespace testing;

World ready_world(const std::string& scale, Sets sets = {}) {
  World world = built(Setting(country_scenario(scale, std::move(sets))));
  places_speak(world, Crew(2));
  return world;
}

// The slow twin: every head on its own.
Grid<double> flows_head_by_head(const World& world) {
  const agents::MigrationSignals& signals = world.signals->migration;
  Grid<double> flows(world.country.n_regions(), world.country.n_regions());
  for_each_citizen(world, [&](const agents::Block& block, agents::Row row) {
    if (!block.has(row, agents::status::head) || block.is_enrolled(row)) return;
    const agents::Considerer who = agents::considerer_of(block, row, world.month);
    double people = 0;
    agents::for_each_member(block, row, [&](agents::Row member) {
      const bool independent = member != row && !block.has(member, agents::status::partnered) &&
                               block.age(member, world.month) >= agents::independent_age;
      const bool stays = member != row && !block.has(member, agents::status::partnered) && block.is_enrolled(member);
      people += stays ? 0 : independent ? world.scenario.parameters.migration.adult_child_follows : 1;
    });
    agents::Utilities utility, probability;
    agents::fill_utilities(utility, who, signals, world.country.n_regions());
    agents::choice_probabilities(probability, utility, who.origin, signals, world.country.n_regions());
    for (int d = 0; d < world.country.n_regions(); ++d) {
      if (d == who.origin) continue;
      flows(who.origin, d) += agents::attention_of(who, signals) * people * probability[static_cast<std::size_t>(d)];
    }
  });
  return flows;
}

TEST(ExpectedFlows, OfTypesAreThoseOfHeadsOneByOne) {
  const World world = ready_world("1:500");
  const Grid<double> grouped = expected_flows(world, Crew(2)), twin = flows_head_by_head(world);
  for (int o = 0; o < grouped.rows(); ++o) {
    for (int d = 0; d < grouped.rows(); ++d) {
      EXPECT_NEAR(grouped(o, d), twin(o, d), 1e-9 * twin(o, d)) << o << " to " << d;
    }
  }
}

// People who think of moving thirty times as often, so that a month at 1:100
// has enough moves. Families move together: the variance of people is that of
// households times the mean size, weighted by size.
TEST(ExpectedFlows, AreWhatAMonthOfTheNationShows) {
  World world = ready_world("1:100", {{"migration.consideration_per_year", "9"}});
  const Grid<double> expected = expected_flows(world, Crew(2));
  advance(world, Crew(2));
  constexpr double people_per_household_moved = 4,
                   months_change = 0.03;  // ages, work and families change before the moves
  auto expect_like = [](double found, double wanted, const std::string& what) {
    EXPECT_NEAR(found, wanted, 4.5 * std::sqrt(people_per_household_moved * wanted) + months_change * wanted) << what;
  };
  double all = 0, all_expected = 0;
  for (int r = 0; r < world.country.n_regions(); ++r) {
    double in = 0, out = 0, in_expected = 0, out_expected = 0;
    for (int other = 0; other < world.country.n_regions(); ++other) {
      const auto here = static_cast<std::size_t>(r), there = static_cast<std::size_t>(other);
      in += static_cast<double>(world.tally.moves[there][here]);
      out += static_cast<double>(world.tally.moves[here][there]);
      in_expected += expected(other, r);
      out_expected += expected(r, other);
    }
    const std::string& iso = world.country.regions[static_cast<std::size_t>(r)].iso;
    expect_like(in, in_expected, iso + " arrivals");
    expect_like(out, out_expected, iso + " departures");
    all += in;
    all_expected += in_expected;
  }
  expect_like(all, all_expected, "all moves");
  EXPECT_GT(all, 1000);
}

TEST(ExpectedFlows, AreTheSameBitsAtAnyNumberOfThreads) {
  World world = ready_world("1:1000", {{"synthesis.block_citizens", "2048"}});
  const Grid<double> alone = expected_flows(world, Crew(1));
  for (const int n_threads : {2, 7}) EXPECT_EQ(expected_flows(world, Crew(n_threads)), alone);
}

// Raises one thing by `step` up and down and compares the difference of flows.
TEST(FlowSlopes, AreTheDifferencesThatRaisedUtilitiesMake) {
  const World world = ready_world("1:2000");
  const Crew crew(2);
  const int n = world.country.n_regions();
  const HeadTypes heads = group_heads(world, crew);
  const FlowSlopes slopes = flow_slopes(heads, world.signals->migration, n, crew);
  constexpr double step = 1e-4;
  auto expect_slope = [&](const auto& raise, const auto& slope, const std::string& what) {
    agents::MigrationSignals high = world.signals->migration, low = high;
    raise(high, step);
    raise(low, -step);
    const Grid<double> above = expected_flows(heads, high, n, crew), below = expected_flows(heads, low, n, crew);
    for (int o = 0; o < n; ++o) {
      for (int d = 0; d < n; ++d) {
        const double wanted = (above(o, d) - below(o, d)) / (2 * step);
        ASSERT_NEAR(slope(o, d), wanted, 1e-6 * (1 + std::abs(wanted))) << what << ", " << o << " to " << d;
      }
    }
  };
  expect_slope([](agents::MigrationSignals& s, double by) { s.home += by; },
               [&](int o, int d) { return slopes.by_home(o, d); }, "home");
  for (const int region : {0, 17, 19}) {
    const auto r = static_cast<std::size_t>(region);
    expect_slope([&](agents::MigrationSignals& s, double by) { s.place[r] += by; },
                 [&](int o, int d) { return slopes.by_place(o, d, region); }, "place");
    expect_slope(
        [&](agents::MigrationSignals& s, double by) {
          for (std::size_t o = 0; o < static_cast<std::size_t>(n); ++o) s.bilateral[o][r] += o == r ? 0 : by;
        },
        [&](int o, int d) { return o == region ? 0 : slopes.by_utility(o, d, region); }, "pairs");
  }
}

}  // namespace
}  // namespace world
