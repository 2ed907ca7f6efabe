// The accounts of movers in a running world: tables of causes are what the
// choice is made of, everybody who moved is in one account, and it is the same
// on any number of threads.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <tuple>

#include "tests/world/worlds.hpp"
#include "world/errors.hpp"
#include "world/phases.hpp"

namespace world {
namespace {

using namespace testing;
using agents::Cause;

constexpr std::size_t at(Cause cause) { return static_cast<std::size_t>(cause); }

std::vector<agents::MoverAccount> movers_of(const World& world) {
  std::vector<agents::MoverAccount> all;
  for (const Slot& slot : world.workspace->slots) all.insert(all.end(), slot.movers.begin(), slot.movers.end());
  return all;
}

TEST(CauseSignals, AreWhatTheChoiceIsMadeOfForEveryTypeOfTheCountry) {
  World world = built(Setting(country_scenario("1:1000")));
  advance_months(world, 3);
  const agents::Signals& signals = *world.signals;
  agents::Utilities utility;
  agents::Parts parts;
  int n_heads = 0;
  for_each_citizen(world, [&](const agents::Block& block, agents::Row row) {
    if (!block.has(row, agents::status::head)) return;
    ++n_heads;
    const agents::Considerer who = agents::considerer_of(block, row, world.month);
    agents::fill_utilities(utility, who, signals.migration, signals.n_regions);
    agents::fill_parts(parts, who, signals.migration, signals.causes, signals.n_regions);
    for (std::size_t d = 0; d < static_cast<std::size_t>(signals.n_regions); ++d) {
      double sum = 0, size = 0;
      for (const agents::Utilities& part : parts) {
        sum += part[d];
        size += std::fabs(part[d]);
      }
      ASSERT_NEAR(sum, utility[d], 1e-12 * size);
    }
  });
  EXPECT_GT(n_heads, 1000);
}

TEST(CauseSignals, SplitProspectsAndCostsByTheFormulasOfTheModel) {
  World world = built(Setting(country_scenario("1:1000")));
  places_speak(world, Crew(1));
  const agents::MigrationParameters& p = world.scenario.parameters.migration;
  const PlaceFacts& believed = world.perception.believed;
  const agents::Signals& signals = *world.signals;
  // A tenant of 25 without family or home, so that the horizon is 1 and nothing but the region counts.
  agents::Considerer who{.origin = 0, .labour = agents::Labour::unemployed, .age = 25};
  agents::Parts parts;
  for (int g = 0; g < agents::n_skills; ++g) {
    who.skill = static_cast<std::uint8_t>(g);
    agents::fill_parts(parts, who, signals.migration, signals.causes, signals.n_regions);
    for (int d = 1; d < world.country.n_regions(); ++d) {
      const auto r = static_cast<std::size_t>(d);
      const double e = believed.job_chance(d, g) * (1 - p.newcomer_job_penalty), q = believed.own_share(d, g);
      const double formal = q + (1 - q) * believed.mismatch_ratio(d, g);
      const double rb = believed.quick_income[r] / (believed.wage(d, g) * formal);
      EXPECT_NEAR(parts[at(Cause::wage)][r], p.wage_weight * std::log(believed.wage(d, g)), 1e-9);
      EXPECT_NEAR(parts[at(Cause::own_specialty)][r], p.wage_weight * std::log(formal), 1e-9);
      EXPECT_NEAR(parts[at(Cause::job_chance)][r], p.wage_weight * std::log(e + (1 - e) * rb), 1e-9);
      const double kin = world.perception.home_stock(0, d) / world.perception.size[0];
      EXPECT_NEAR(parts[at(Cause::network)][r], p.network_weight * std::log(1 + 100 * kin), 1e-9);
      double ease = 0;
      for (const HubPair& pair : world.country.hub_pairs) {
        if (std::minmax(pair.hub, pair.hinterland) == std::minmax(0, d)) ease += pair.cost_shift;
      }
      for (const KinPair& pair : world.country.kin_pairs) {
        if (std::minmax(pair.a, pair.b) == std::minmax(0, d)) ease += p.kin_shift;
      }
      const double cost = p.move_cost +
                          p.distance_weight * std::log(world.country.distance_km(0, d) / 500) - ease;
      EXPECT_NEAR(parts[at(Cause::distance)][r], -cost, 1e-9);
    }
  }
}

TEST(Movers, AreAllInOneAccountToThePersonEveryMonth) {
  // Small blocks, in which a guardian is not always found in the own region.
  World world = built(Setting(country_scenario("1:200", {{"synthesis.block_citizens", "512"}})));
  std::int64_t n_without_decision = 0;
  for (int month = 0; month < 24; ++month) {
    advance(world, Crew(2));  // check.cpp demands the balance; here it is counted once more
    std::int64_t in_accounts = 0, n_heads = 0, moved = 0, households = 0;
    for (const agents::MoverAccount& one : movers_of(world)) {
      in_accounts += one.n_people;
      ++n_heads;
      ASSERT_GE(one.n_people, 1);
    }
    for (const auto& row : world.tally.moves) {
      for (const auto n : row) moved += n;
    }
    for (const auto n : world.tally.households_moved) households += n;
    std::int64_t to_study = 0;
    for (const auto& row : world.tally.study_moves) {
      for (const auto n : row) to_study += n;
    }
    ASSERT_EQ(in_accounts + world.tally.orphans_moved + to_study, moved);
    ASSERT_EQ(n_heads, households);
    n_without_decision += world.tally.orphans_moved;
  }
  EXPECT_GT(n_without_decision, 0);
}

TEST(Movers, MissingFromTheAccountsStopTheRun) {
  World world = built(Setting(country_scenario("1:1000")));
  advance(world, Crew(1));
  world.workspace->slots[0].movers.pop_back();
  EXPECT_THROW(books_are_checked(world), BrokenBooks);
}

TEST(Movers, HaveTheSameAccountsOnAnyNumberOfThreadsAndRanks) {
  auto sorted_accounts = [](const Crew& crew) {
    World world = built(Setting(country_scenario("1:1000", {{"synthesis.block_citizens", "1024"}})), crew);
    advance_months(world, 2, crew);
    auto accounts = movers_of(world);
    auto key = [](const agents::MoverAccount& a) {
      return std::tuple(a.serial, a.who.origin, a.destination, a.taste, a.gain, a.push, a.who.age, a.who.skill,
                        a.pivotal, a.n_people);
    };
    std::vector<decltype(key(accounts[0]))> keys;
    for (const auto& one : accounts) keys.push_back(key(one));
    std::sort(keys.begin(), keys.end());
    return keys;
  };
  const auto one = sorted_accounts(Crew(1));
  EXPECT_FALSE(one.empty());
  EXPECT_EQ(one, sorted_accounts(Crew(3)));
  EXPECT_EQ(one, sorted_accounts(Crew(2, 3)));
}

}  // namespace
}  // namespace world
