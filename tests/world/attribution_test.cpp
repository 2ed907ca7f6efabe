// What flows owe to causes: complete, symmetric, deaf to causes that are alike
// everywhere, and close to the exact Shapley value over all coalitions.
#include "world/attribution.hpp"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>

#include "tests/world/worlds.hpp"
#include "world/phases.hpp"

namespace world {
namespace {

using agents::Cause;
using agents::n_causes;
using testing::built;
using testing::Setting;

World ready_world(const Scenario& scenario) {
  World world = built(Setting(scenario));
  places_speak(world, Crew(2));
  return world;
}

FlowAttribution attributed(const World& world) {
  return attribute_flows(group_heads(world, Crew(2)), *world.signals, world.country.n_regions(), Crew(2));
}

std::size_t at(Cause cause) { return static_cast<std::size_t>(cause); }

TEST(FlowAttribution, AddsUpToWhatTheCausesMustExplain) {
  const World world = ready_world(testing::country_scenario("1:500"));
  const FlowAttribution all = attributed(world);
  EXPECT_LT(all.incompleteness(), 1e-7);
  const Grid<double> flows = expected_flows(world, Crew(2));
  for (int o = 0; o < flows.rows(); ++o) {
    for (int d = 0; d < flows.columns(); ++d) EXPECT_NEAR(all.flows(o, d), flows(o, d), 1e-9 * (1 + flows(o, d)));
  }
}

TEST(FlowAttribution, IsTheSameOnAnyThreads) {
  const World world = ready_world(testing::tiny_scenario());
  const HeadTypes heads = group_heads(world, Crew(1));
  const FlowAttribution one = attribute_flows(heads, *world.signals, world.country.n_regions(), Crew(1));
  const FlowAttribution three = attribute_flows(heads, *world.signals, world.country.n_regions(), Crew(3));
  for (std::size_t c = 0; c < n_causes; ++c) EXPECT_EQ(one.by_cause[c].cells(), three.by_cause[c].cells());
}

TEST(FlowAttribution, OwesNothingToACauseThatIsAlikeEverywhere) {
  World world = ready_world(testing::tiny_scenario());
  world.signals->migration.service.fill(0.7);
  const FlowAttribution all = attributed(world);
  for (const double cell : all.by_cause[at(Cause::services)].cells()) EXPECT_NEAR(cell, 0, 1e-12);
  for (const Cause cause : {Cause::home, Cause::network, Cause::distance, Cause::size}) {
    for (const double cell : all.by_cause[at(cause)].cells()) EXPECT_EQ(cell, 0);
  }
}

TEST(FlowAttribution, OwesTheSameToTwoCausesThatAreTheSame) {
  World world = ready_world(testing::tiny_scenario());
  world.signals->migration.congestion = world.signals->migration.heat_and_water = {0.3, -0.2, 0.1};
  const FlowAttribution all = attributed(world);
  double moved = 0;
  for (std::size_t i = 0; i < all.flows.cells().size(); ++i) {
    EXPECT_EQ(all.by_cause[at(Cause::congestion)].cells()[i], all.by_cause[at(Cause::heat_and_water)].cells()[i]);
    moved += std::abs(all.by_cause[at(Cause::congestion)].cells()[i]);
  }
  EXPECT_GT(moved, 0);
}

TEST(FlowAttribution, GoesWithTheRegionsWhenTheyAreRenamed) {
  // Two regions that change places in every table change places in every answer.
  World world = ready_world(testing::tiny_scenario());
  const HeadTypes heads = group_heads(world, Crew(2));
  const FlowAttribution all = attribute_flows(heads, *world.signals, 3, Crew(2));
  HeadTypes renamed = heads;
  const auto other = [](int r) { return static_cast<std::uint8_t>(r == 0 ? 1 : r == 1 ? 0 : r); };
  renamed.types.clear();
  renamed.first.assign(4, 0);
  for (int o = 0; o < 3; ++o) {
    const std::size_t from = other(o);
    for (int i = heads.first[from]; i < heads.first[from + 1]; ++i) {
      HeadType type = heads.types[static_cast<std::size_t>(i)];
      type.who.origin = other(type.who.origin);
      if (type.who.home != agents::nowhere) type.who.home = other(type.who.home);
      renamed.types.push_back(type);
    }
    renamed.first[static_cast<std::size_t>(o) + 1] = static_cast<int>(renamed.types.size());
  }
  agents::Signals signals = *world.signals;
  const auto swap = [](auto& row) { std::swap(row[0], row[1]); };
  agents::MigrationSignals& m = signals.migration;
  for (auto& row : m.prospect) swap(row);
  swap(m.prospect_here), swap(m.rent), swap(m.service), swap(m.heat_and_water), swap(m.congestion), swap(m.place);
  swap(m.nest), swap(m.bilateral);
  for (auto& row : m.bilateral) swap(row);
  for (auto& row : signals.causes.wage) swap(row);
  for (auto& row : signals.causes.own_specialty) swap(row);
  for (auto& row : signals.causes.prestige) swap(row);
  swap(signals.causes.prestige_here);
  swap(signals.causes.own_specialty_here), swap(signals.causes.size), swap(signals.causes.people_share);
  const FlowAttribution again = attribute_flows(renamed, signals, 3, Crew(2));
  for (std::size_t c = 0; c < n_causes; ++c) {
    for (int o = 0; o < 3; ++o) {
      for (int d = 0; d < 3; ++d)
        EXPECT_NEAR(again.by_cause[c](other(o), other(d)), all.by_cause[c](o, d), 1e-9) << c << o << d;
    }
  }
}

/// Flows if only the causes of a set differ between regions.
Grid<double> flows_of(unsigned set, const HeadTypes& heads, const agents::Signals& signals, int n) {
  Grid<double> flows(n, n);
  for (const HeadType& type : heads.types) {
    agents::Utilities utility, probability;
    agents::Parts gaps;
    agents::fill_utilities(utility, type.who, signals.migration, n);
    agents::fill_gaps(gaps, type.who, signals.migration, signals.causes, n);
    for (unsigned c = 0; c < n_causes; ++c) {
      for (std::size_t d = 0; d < static_cast<std::size_t>(n) && (set >> c & 1U) == 0; ++d) utility[d] -= gaps[c][d];
    }
    agents::choice_probabilities(probability, utility, type.who.origin, signals.migration, n);
    for (int d = 0; d < n; ++d) {
      if (d != type.who.origin) flows(type.who.origin, d) += type.people * probability[static_cast<std::size_t>(d)];
    }
  }
  return flows;
}

TEST(FlowAttribution, IsCloseToTheShapleyValueOverAllCoalitions) {
  const World world = ready_world(testing::tiny_scenario());
  const int n = world.country.n_regions();
  const HeadTypes heads = group_heads(world, Crew(2));
  const FlowAttribution all = attribute_flows(heads, *world.signals, n, Crew(2));
  std::vector<unsigned> players;
  for (unsigned c = 0; c < n_causes; ++c) {
    if (agents::has_push(static_cast<Cause>(c))) players.push_back(c);
  }
  ASSERT_EQ(players.size(), 9U);
  std::vector<Grid<double>> value;  // [coalition]
  for (unsigned coalition = 0; coalition < 512; ++coalition) {
    unsigned set = 0;
    for (unsigned p = 0; p < 9; ++p) set |= (coalition >> p & 1U) << players[p];
    value.push_back(flows_of(set, heads, *world.signals, n));
  }
  double off = 0, moved = 0;
  for (unsigned p = 0; p < 9; ++p) {
    for (int region = 0; region < n; ++region) {
      double shapley = 0;
      for (unsigned coalition = 0; coalition < 512; ++coalition) {
        if ((coalition >> p & 1U) != 0) continue;
        constexpr double factorial[] = {1, 1, 2, 6, 24, 120, 720, 5040, 40320, 362880};
        const auto size = static_cast<std::size_t>(std::popcount(coalition));
        const double weight = factorial[size] * factorial[8 - size] / factorial[9];
        shapley +=
            weight * (share_of(value[coalition | 1U << p], region).net() - share_of(value[coalition], region).net());
      }
      off += std::abs(shapley - share_of(all.by_cause[players[p]], region).net());
      moved += std::abs(shapley);
    }
  }
  EXPECT_LT(off / moved, 0.03);
  EXPECT_GT(moved, 0);
}

}  // namespace
}  // namespace world
