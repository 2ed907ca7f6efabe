// Death: both ends of the rate, who takes over, and who takes the children in.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "agents/household.hpp"
#include "tests/agents/trial.hpp"

namespace agents {
namespace {

using testing::citizens_of;
using testing::Dice;
using testing::household_fault;
using testing::household_of;
using testing::now;
using testing::random_town;
using testing::Trial;

using Rows = std::vector<Row>;

Count total(const std::array<Count, max_regions>& counts) {
  Count sum = 0;
  for (const Count count : counts) sum += count;
  return sum;
}

TEST(Death, AtRateZeroTakesNobodyAndAtRateOneEverybody) {
  Dice dice(1);
  Trial trial{.town = random_town(dice, 100, 3)};
  const int n_people = trial.block().n_citizens();
  trial.die();
  EXPECT_EQ(trial.block().n_citizens(), n_people);
  EXPECT_EQ(total(trial.tally.deaths), 0);
  trial.everybody_dies(always);
  trial.die();
  EXPECT_EQ(trial.block().n_citizens(), 0);
  EXPECT_EQ(total(trial.tally.deaths), n_people);
}

TEST(Death, IsCountedWhereTheCitizenLivedAndWhereRegistered) {
  Trial trial;
  trial.town.settles({.region = 2, .registered = 1});
  trial.town.settles({.region = 2, .registered = nowhere});
  trial.everybody_dies(always);
  trial.die();
  EXPECT_EQ(trial.tally.deaths[2], 2);
  EXPECT_EQ(trial.tally.deaths_registered[1], 1);
  EXPECT_EQ(total(trial.tally.deaths_registered), 1);
}

TEST(Death, ComesAsOftenAsItsThresholdByRegionAndSex) {
  Trial trial;
  constexpr int n = 4000;
  for (int i = 0; i < n; ++i) trial.town.settles({.female = i % 2 == 0, .region = i / 2 % 2});
  const double rates[2][2] = {{0.02, 0.3}, {0.003, 0.07}};
  for (std::size_t region = 0; region < 2; ++region) {
    for (std::size_t sex = 0; sex < 2; ++sex) trial.signals->demography.death[region][sex][30] = threshold_of(rates[region][sex]);
  }
  trial.die();
  for (std::size_t region = 0; region < 2; ++region) {
    double variance = 0, expected = 0;
    for (const double p : rates[region]) {
      expected += n / 4 * p;
      variance += n / 4 * p * (1 - p);
    }
    EXPECT_NEAR(static_cast<double>(trial.tally.deaths[region]), expected, testing::far_out * std::sqrt(variance) + 1);
  }
}

TEST(Death, OfTheHeadMakesThePartnerHeadAndOwner) {
  Trial trial;
  const Row head = trial.town.settles({.age = 70, .owner = true});
  const Row partner = trial.town.marries(head, {.age = 60});
  const Row child = trial.town.joins(head, {.age = 10});
  trial.kill_those_aged(70);
  EXPECT_EQ(household_of(trial.block(), child), (Rows{partner, child}));
  EXPECT_EQ(head_of(trial.block(), child), partner);
  EXPECT_TRUE(trial.block().has(partner, status::owner));
  EXPECT_FALSE(trial.block().has(partner, status::partnered));
}

TEST(Death, OfThePartnerLeavesTheHeadSingle) {
  Trial trial;
  const Row head = trial.town.settles({.age = 60});
  trial.town.marries(head, {.age = 70});
  trial.kill_those_aged(70);
  EXPECT_TRUE(trial.block().has(head, status::head));
  EXPECT_FALSE(trial.block().has(head, status::partnered));
  EXPECT_EQ(household_fault(trial.block()), "");
}

TEST(Death, OfARenterLeavesNobodyAHome) {
  Trial trial;
  const Row head = trial.town.settles({.age = 70, .owner = false});
  const Row grown = trial.town.joins(head, {.age = 30});
  trial.kill_those_aged(70);
  EXPECT_TRUE(trial.block().has(grown, status::head));
  EXPECT_FALSE(trial.block().has(grown, status::owner));
}

/// A lone parent of 40 in region 1 with children of 8 and 12.
struct Orphans {
  Row parent, younger, older;
  explicit Orphans(Trial& trial) {
    parent = trial.town.settles({.age = 40, .region = 1, .owner = true});
    younger = trial.town.joins(parent, {.age = 8});
    older = trial.town.joins(parent, {.age = 12});
  }
};

TEST(Orphans, AreTakenInByACoupleOfTheirRegion) {
  Trial trial;
  const Orphans orphans(trial);
  const Row stranger = trial.town.settles({.region = 0});
  trial.town.marries(stranger, {});
  trial.town.settles({.region = 1});
  const Row guardian = trial.town.settles({.region = 1});
  const Row partner = trial.town.marries(guardian, {});
  trial.kill_those_aged(40);
  EXPECT_EQ(household_of(trial.block(), guardian), (Rows{orphans.younger, orphans.older, guardian, partner}));
  EXPECT_EQ(trial.tally.orphans_placed, 2);
  EXPECT_EQ(trial.tally.orphans_moved + trial.tally.orphans_alone, 0);
  EXPECT_FALSE(trial.block().has(guardian, status::owner)) << "who takes children in keeps the own tenure";
  EXPECT_EQ(household_fault(trial.block()), "");
}

TEST(Orphans, MoveToTheNearestCoupleAndAreCounted) {
  Trial trial;
  trial.signals->demography.distance_km[1][2] = 50;
  const Orphans orphans(trial);
  for (const int region : {0, 2, 0}) trial.town.marries(trial.town.settles({.region = region}), {});
  trial.kill_those_aged(40);
  for (const Row child : {orphans.younger, orphans.older}) {
    EXPECT_EQ(trial.block().region[child], 2);
    EXPECT_EQ(trial.block().region[head_of(trial.block(), child)], 2);
    EXPECT_EQ(trial.block().moved[child], now);
    EXPECT_TRUE(trial.block().has(child, status::unregistered));
  }
  EXPECT_EQ(trial.tally.orphans_moved, 2);
  EXPECT_EQ(trial.tally.moves[1][2], 2);
  EXPECT_EQ(household_fault(trial.block()), "");
}

TEST(Orphans, AreLedByTheOldestWhenTheBlockHasNoCouple) {
  Trial trial;
  const Orphans orphans(trial);
  trial.town.settles({.region = 1});
  trial.kill_those_aged(40);
  EXPECT_EQ(household_of(trial.block(), orphans.younger), (Rows{orphans.younger, orphans.older}));
  EXPECT_EQ(head_of(trial.block(), orphans.younger), orphans.older);
  EXPECT_TRUE(trial.block().has(orphans.older, status::owner)) << "the home is theirs";
  EXPECT_EQ(trial.tally.orphans_alone, 2);
}

TEST(Orphans, AreNotAllTakenInByTheSameCouple) {
  Trial trial;
  constexpr int n = 60;
  for (int i = 0; i < n; ++i) trial.town.joins(trial.town.settles({.age = 40}), {.age = 5});
  Rows guardians;
  for (int i = 0; i < n; ++i) {
    guardians.push_back(trial.town.settles({.age = 35}));
    trial.town.marries(guardians.back(), {.age = 35});
  }
  trial.kill_those_aged(40);
  std::size_t most = 0;
  for (const Row guardian : guardians) most = std::max(most, household_of(trial.block(), guardian).size() - 2);
  // The search starts at a keyed row: half the rows lie before the first couple, whose share is the largest.
  EXPECT_EQ(trial.tally.orphans_placed, n);
  EXPECT_LT(most, n * 3 / 4);
}

TEST(Death, LeavesEveryHouseholdWhole) {
  for (std::uint64_t seed = 0; seed < 40; ++seed) {
    Dice dice(seed);
    Trial trial{.town = random_town(dice, 60, 4), .signals = testing::random_signals(dice, 4)};
    trial.everybody_dies(threshold_of(0.05 + 0.9 * dice.uniform()));
    const int before = trial.block().n_citizens();
    trial.die();
    ASSERT_EQ(household_fault(trial.block()), "") << seed;
    ASSERT_EQ(trial.block().n_citizens(), before - total(trial.tally.deaths));
    for (const Row row : citizens_of(trial.block())) {
      ASSERT_EQ(trial.block().region[row], trial.block().region[trial.block().next[row]]) << "a split family";
    }
  }
}

}  // namespace
}  // namespace agents
