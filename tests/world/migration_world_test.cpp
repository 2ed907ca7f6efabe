// Where people end up when chances to move stand still (V3), what beliefs say,
// and which way a month's moves and hires go when one thing changes and luck
// stays the same (V21).
#include <gtest/gtest.h>

#include <cmath>
#include <set>

#include "tests/world/fixed_chances.hpp"
#include "tests/world/second_books.hpp"
#include "world/perception.hpp"
#include "world/phases.hpp"

namespace world {
namespace {

using namespace testing;

TEST(FixedChances, PeopleSettleInTheStationaryDistribution) { expect_stationary(60000, 40, 4e-3); }

TEST(FixedChances, TwoRegionsRelaxAtTheRateOfTheSecondEigenvalue) {
  constexpr int n_people = 60000, n_blocks = 4, n_months = 10;
  agents::Signals signals;
  speak_unequal_ties(signals, 2);
  let_all_consider(signals.migration, 0.8);
  const Grid<double> chances = chances_of_moving(signals);
  const double there = chances(0, 1), back = chances(1, 0);
  const double at_rest = back / (there + back), eigenvalue = 1 - there - back;
  double share = 1, at_risk_there = 0, at_risk_back = 0, went = 0, came = 0;
  std::vector<agents::Block> blocks;
  for (int b = 0; b < n_blocks; ++b) blocks.push_back(crowd(n_people, 0, static_cast<std::uint64_t>(b) + 7));
  for (int month = 1; month <= n_months; ++month) {
    at_risk_there += share * n_people * n_blocks;
    at_risk_back += (1 - share) * n_people * n_blocks;
    double in_first = 0;
    for (agents::Block& block : blocks) {
      const agents::Tally tally =
          months_moves(block, signals, agents::Chance{.seed = 12, .month = crowd_start + month});
      went += static_cast<double>(tally.moves[0][1]);
      came += static_cast<double>(tally.moves[1][0]);
      in_first += people_of(block, 2)[0];
    }
    share = in_first / (n_people * n_blocks);
    const double expected = at_rest + (1 - at_rest) * std::pow(eigenvalue, month);
    EXPECT_NEAR(share, expected, 4.5 * std::sqrt(expected * (1 - expected) / (n_people * n_blocks)))
        << "month " << month;
  }
  const double rate = went / at_risk_there + came / at_risk_back;
  EXPECT_NEAR(rate / (there + back), 1, 0.005);
}

// ln E[y] = ln W + ln(q + (1 − q) rm) + ln(e + (1 − e) rb), and E[y] is what a
// newcomer can expect: a post with its wage, or else quick income.
TEST(Beliefs, ProspectsAreTheLogarithmOfExpectedIncome) {
  World world = built(Setting(country_scenario("1:1000")));
  const auto& parameters = world.scenario.parameters;
  places_speak(world, Crew(1));
  const PlaceFacts& believed = world.perception.believed;
  for (int r = 0; r < world.country.n_regions(); ++r) {
    for (int g = 0; g < agents::n_skills; ++g) {
      const double e = believed.job_chance(r, g) * (1 - parameters.migration.newcomer_job_penalty),
                   q = believed.own_share(r, g);
      const double income = e * believed.wage(r, g) * (q + (1 - q) * believed.mismatch_ratio(r, g)) +
                            (1 - e) * believed.quick_income[static_cast<std::size_t>(r)];
      EXPECT_NEAR(world.signals->migration.prospect[static_cast<std::size_t>(g)][static_cast<std::size_t>(r)],
                  parameters.migration.wage_weight * std::log(income), 1e-9);
    }
  }
}

TEST(Beliefs, MoveTowardsTheFactsByTheirSpeed) {
  World world = built(Setting(tiny_scenario()));
  PlaceFacts facts = place_facts(world);
  perceive(world.perception, facts, 1);
  const double before = facts.rent[1];
  facts.rent[1] *= 2;
  for (int month = 1; month <= 12; ++month) {
    perceive(world.perception, facts, 0.25);
    EXPECT_NEAR(world.perception.believed.rent[1], before * (2 - std::pow(0.75, month)), 1e-9 * before);
  }
}

// The nation at 1:100 with people who think of moving ten times as often, one
// month after `change` was made to its beliefs or markets.
template <class Change>
World month_after(const Sets& sets, Change&& change) {
  Sets all = sets;
  all.emplace_back("migration.consideration_per_year", "3");
  World world = built(Setting(country_scenario("1:100", all)));
  change(world);
  advance(world, Crew(2));
  return world;
}

const World& unchanged_month() {
  static const World world = month_after({}, [](World&) {});
  return world;
}

std::int64_t arrivals_of(const World& world, std::size_t region) {
  std::int64_t sum = 0;
  for (std::size_t o = 0; o < agents::max_regions; ++o) sum += o == region ? 0 : world.tally.moves[o][region];
  return sum;
}

std::int64_t departures_of(const World& world, std::size_t region) {
  std::int64_t sum = 0;
  for (std::size_t d = 0; d < agents::max_regions; ++d) sum += d == region ? 0 : world.tally.moves[region][d];
  return sum;
}

constexpr std::size_t town = 9;  // the region that is changed

// Everybody who lives elsewhere than without the change, and in what regions.
struct Diverted {
  int n_people = 0;
  std::set<int> from, to;  // regions lived in without and with the change
};

Diverted diverted(const World& without, const World& with) {
  const Whereabouts usual = whereabouts_of(without);
  Diverted result;
  for (const auto& [serial, place] : whereabouts_of(with)) {
    const auto was = usual.find(serial);
    if (was == usual.end() || was->second.region == place.region) continue;
    ++result.n_people;
    result.from.insert(was->second.region);
    result.to.insert(place.region);
  }
  return result;
}

TEST(SameLuck, MoreWageInARegionBringsMorePeopleAndLetsFewerGo) {
  const World richer = month_after({}, [](World& world) {
    for (int g = 0; g < agents::n_skills; ++g) world.perception.believed.wage(town, g) *= 1.3;
  });
  EXPECT_GT(arrivals_of(richer, town), arrivals_of(unchanged_month(), town));
  EXPECT_LT(departures_of(richer, town), departures_of(unchanged_month(), town));
  const Diverted people = diverted(unchanged_month(), richer);
  EXPECT_GT(people.n_people, 0);
  EXPECT_EQ(people.to, std::set<int>{town}) << "somebody chose a region that did not change";
}

TEST(SameLuck, MoreRentInARegionBringsFewerPeopleAndLetsMoreGo) {
  const World dearer = month_after({}, [](World& world) { world.perception.believed.rent[town] *= 4; });
  EXPECT_LT(arrivals_of(dearer, town), arrivals_of(unchanged_month(), town));
  EXPECT_GT(departures_of(dearer, town), departures_of(unchanged_month(), town));
  const Diverted people = diverted(unchanged_month(), dearer);
  EXPECT_EQ(people.from, std::set<int>{town}) << "somebody left alone a region that did not change";
}

TEST(SameLuck, PoorerChancesOfAPostInARegionBringFewerPeople) {
  const World harder = month_after({}, [](World& world) {
    for (int g = 0; g < agents::n_skills; ++g) world.perception.believed.job_chance(town, g) *= 0.3;
  });
  EXPECT_LT(arrivals_of(harder, town), arrivals_of(unchanged_month(), town));
  EXPECT_GE(departures_of(harder, town), departures_of(unchanged_month(), town));
  EXPECT_EQ(diverted(unchanged_month(), harder).from, std::set<int>{town});
}

TEST(SameLuck, AnExtraCostOfMovingNeverMakesAnybodyMove) {
  const World costlier = month_after({}, [](World& world) { world.scenario.parameters.migration.move_cost += 0.5; });
  std::int64_t moves = 0, usual_moves = 0;
  for (std::size_t r = 0; r < agents::max_regions; ++r) {
    EXPECT_LE(departures_of(costlier, r), departures_of(unchanged_month(), r));
    moves += departures_of(costlier, r);
    usual_moves += departures_of(unchanged_month(), r);
  }
  EXPECT_LT(moves, usual_moves);
  // Whoever moves now moved before, and to the same place.
  const Whereabouts usual = whereabouts_of(unchanged_month());
  for_each_citizen(costlier, [&](const agents::Block& block, agents::Row row) {
    if (block.moved[row] != static_cast<std::uint16_t>(costlier.month) || block.registered[row] == agents::nowhere)
      return;
    const auto was = usual.find(block.serial[row]);
    if (was != usual.end()) {
      EXPECT_EQ(was->second.region, block.region[row]);
    }
  });
}

TEST(SameLuck, MoreOffersNeverMeanFewerHires) {
  const World keener = month_after({}, [](World& world) {
    for (double& efficiency : world.labour.efficiency.cells()) efficiency *= 1.5;
  });
  std::int64_t hires = 0, usual_hires = 0;
  for (std::size_t r = 0; r < agents::max_regions; ++r) {
    for (std::size_t s = 0; s < agents::max_sectors; ++s) {
      std::int64_t here = 0, usually = 0;
      for (std::size_t c = 0; c < agents::n_classes; ++c) {
        here += keener.tally.hires[r][s * agents::n_classes + c];
        usually += unchanged_month().tally.hires[r][s * agents::n_classes + c];
      }
      EXPECT_GE(here, usually) << "region " << r << " sector " << s;
      hires += here;
      usual_hires += usually;
    }
  }
  EXPECT_GT(hires, usual_hires);
}

}  // namespace
}  // namespace world
