// Expected flows in closed form against a simulated month, and the inversion
// that makes them the net migration of the tables.
#include "world/inversion.hpp"

#include <gtest/gtest.h>

#include <cmath>

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

TEST(Inversion, GivesEveryRegionTheNetMigrationOfTheTablesAndTheNationItsMoves) {
  World world = ready_world("1:1000");
  const PlaceInversion inversion = invert_place_constants(world, Crew(2), 1.2);
  // What is left is checked against flows computed anew from the beliefs it leaves.
  places_speak(world, Crew(2));
  const Grid<double> flows = expected_flows(world, Crew(2));
  const Country& country = world.country;
  double all = 0, all_wanted = 0, sum_of_constants = 0;
  for (int r = 0; r < country.n_regions(); ++r) {
    double net = 0, wanted = 0;
    for (int other = 0; other < country.n_regions(); ++other) {
      net += (flows(other, r) - flows(r, other)) * 12 / world.scale();
      wanted += 1.2 * (country.moves_persons(other, r) - country.moves_persons(r, other));
      all += flows(other, r) * 12 / world.scale();
      all_wanted += 1.2 * country.moves_persons(other, r);
    }
    EXPECT_NEAR(net, wanted, 10) << country.regions[static_cast<std::size_t>(r)].iso;
    sum_of_constants += inversion.place_constant[static_cast<std::size_t>(r)];
  }
  EXPECT_NEAR(all / all_wanted, 1, 1e-3);
  EXPECT_NEAR(sum_of_constants, 0, 1e-9);
}

}  // namespace
}  // namespace world
