// Birth and leaving home: both ends of each rate, whose child and whose home it
// is, and draws of all demography that other rules cannot disturb. Deaths are in
// death_test.cpp, couples in couples_test.cpp.
#include "agents/demography.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <set>
#include <utility>
#include <vector>

#include "agents/household.hpp"
#include "tests/agents/trial.hpp"

namespace agents {
namespace {

using testing::citizens_of;
using testing::Dice;
using testing::expect_share;
using testing::household_fault;
using testing::household_of;
using testing::now;
using testing::random_town;
using testing::row_of;
using testing::Town;
using testing::Trial;

using Rows = std::vector<Row>;
using Serials = std::set<std::uint64_t>;

Serials serials_of(const Block& block) {
  Serials serials;
  for (const Row row : citizens_of(block)) serials.insert(block.serial[row]);
  return serials;
}

Count total(const std::array<Count, max_regions>& counts) {
  Count sum = 0;
  for (const Count count : counts) sum += count;
  return sum;
}

TEST(Birth, AtRateZeroHappensToNobodyAndAtRateOneToEveryWomanOfFertileAge) {
  Dice dice(2);
  Trial trial{.town = random_town(dice, 100, 3)};
  const int before = trial.block().n_citizens();
  trial.bear();
  EXPECT_EQ(trial.block().n_citizens(), before);
  Serials expected;
  for (const Row row : citizens_of(trial.block())) {
    const int age = trial.block().age(row, now);
    if (!trial.block().has(row, status::female) || age < 15 || age > 49) continue;
    expected.insert(trial.chance.bits(Purpose::newborn_serial, trial.block().serial[row]));
  }
  trial.every_woman_bears(always);
  trial.bear();
  Serials newborn;
  for (const Row row : citizens_of(trial.block())) {
    if (trial.block().age_months(row, now) == 0 && row >= before) newborn.insert(trial.block().serial[row]);
  }
  EXPECT_EQ(trial.block().n_citizens(), before + static_cast<int>(expected.size()));
  for (const std::uint64_t serial : expected) EXPECT_NE(row_of(trial.block(), serial), no_row);
  EXPECT_EQ(total(trial.tally.births), static_cast<Count>(expected.size()));
  EXPECT_EQ(household_fault(trial.block()), "");
}

TEST(Birth, HappensAsOftenAsItsThresholdByPartnership) {
  Trial trial;
  constexpr int n = 3000;
  for (int i = 0; i < n; ++i) trial.town.settles({.female = true});
  for (int i = 0; i < n; ++i) trial.town.marries(trial.town.settles({.region = 1}), {.female = true});
  for (auto& region : trial.signals->demography.birth) {
    region[0][30] = threshold_of(0.02);
    region[1][30] = threshold_of(0.15);
  }
  trial.bear();
  expect_share(static_cast<double>(trial.tally.births[0]), n, 0.02);
  expect_share(static_cast<double>(trial.tally.births[1]), n, 0.15);
}

TEST(Birth, GoesToTheHouseholdRegionAndRegistrationOfTheMother) {
  Trial trial;
  const Row head = trial.town.settles({.age = 50, .region = 2});
  const Row mother = trial.town.marries(head, {.female = true, .registered = 0, .home = 1});
  trial.every_woman_bears(always);
  trial.bear();
  const Row child = row_of(trial.block(), trial.chance.bits(Purpose::newborn_serial, trial.block().serial[mother]));
  ASSERT_NE(child, no_row);
  EXPECT_EQ(head_of(trial.block(), child), head);
  EXPECT_EQ(trial.block().region[child], 2);
  EXPECT_EQ(trial.block().registered[child], 0);
  EXPECT_TRUE(trial.block().has(child, status::unregistered));
  EXPECT_EQ(trial.block().home[child], 2) << "born where the mother lives";
  EXPECT_EQ(trial.block().labour(child), Labour::outside);
  EXPECT_EQ(trial.block().age_months(child, now), 0);
  EXPECT_EQ(trial.tally.births[2], 1);
  EXPECT_EQ(trial.tally.births_registered[0], 1);
}

TEST(Birth, MakesASingleFollowerOfAgeHeadOfAHouseholdOfTwo) {
  Trial trial;
  const Row head = trial.town.settles({.age = 50, .owner = true});
  const Row mother = trial.town.joins(head, {.age = 22, .female = true});
  const Row brother = trial.town.joins(head, {.age = 20});
  trial.every_woman_bears(always);
  trial.bear();
  EXPECT_EQ(household_of(trial.block(), mother).size(), 2u);
  EXPECT_TRUE(trial.block().has(mother, status::head));
  EXPECT_EQ(household_of(trial.block(), head), (Rows{head, brother}));
  EXPECT_EQ(household_fault(trial.block()), "");
}

TEST(Birth, LeavesAMotherUnderAgeAtHome) {
  Trial trial;
  const Row head = trial.town.settles({.age = 45});
  const Row mother = trial.town.joins(head, {.age = 16, .female = true});
  trial.every_woman_bears(always);
  trial.bear();
  EXPECT_EQ(household_of(trial.block(), mother).size(), 3u);
  EXPECT_EQ(head_of(trial.block(), mother), head);
}

TEST(Birth, NamesTheChildByMotherAndMonthOnly) {
  auto serial_of_child = [](Month month, int n_neighbours) {
    Trial trial{.town = {}, .chance = {.seed = 1, .month = month}};
    trial.town.next_serial = 100;
    for (int i = 0; i < n_neighbours; ++i) trial.town.settles({.female = true});
    trial.town.next_serial = 7;
    const Row mother = trial.town.settles({.female = true});
    trial.every_woman_bears(always);
    trial.bear();
    return trial.block().serial[trial.block().next[mother]];
  };
  const std::uint64_t child = serial_of_child(now, 0);
  EXPECT_EQ(serial_of_child(now, 50), child);
  EXPECT_NE(serial_of_child(now + 10, 0), child);
}

TEST(Birth, GivesBoysTheirShare) {
  constexpr int n = 4000;
  for (const double share : {0.0, 0.516, 1.0}) {
    Trial trial;
    trial.demography.boy_share = share;
    for (int i = 0; i < n; ++i) trial.town.settles({.female = true});
    trial.every_woman_bears(always);
    trial.bear();
    int n_boys = 0;
    for (const Row row : citizens_of(trial.block())) n_boys += !trial.block().has(row, status::female);
    expect_share(n_boys, n, share);
  }
}

TEST(Birth, TakesTheRowsOfTheDead) {
  Trial trial;
  for (int i = 0; i < 20; ++i) trial.town.settles({.age = 80});
  for (int i = 0; i < 20; ++i) trial.town.settles({.age = 25, .female = true});
  trial.kill_those_aged(80);
  trial.every_woman_bears(always);
  trial.bear();
  EXPECT_EQ(trial.block().n_rows(), 40);
  EXPECT_EQ(trial.block().n_citizens(), 40);
}

TEST(LeavingHome, AtRateZeroNobodyGoesAndAtRateOneEveryGrownFollower) {
  Dice dice(3);
  Trial trial{.town = random_town(dice, 100, 3)};
  trial.leave_home();
  Rows grown;
  for (const Row row : citizens_of(trial.block())) {
    if (trial.block().has(row, status::head | status::partnered) || trial.block().age(row, now) < 18) continue;
    grown.push_back(row);
    EXPECT_GT(household_of(trial.block(), row).size(), 1u);
  }
  for (std::size_t age = 18; age < n_ages; ++age) trial.signals->demography.leave_home[age] = always;
  trial.leave_home();
  for (const Row row : grown) {
    EXPECT_TRUE(trial.block().has(row, status::head));
    EXPECT_EQ(household_of(trial.block(), row), Rows{row});
  }
  EXPECT_EQ(household_fault(trial.block()), "");
}

TEST(LeavingHome, MakesRentersAsOftenAsTheRegionSays) {
  constexpr int n = 2000;
  for (const double rents : {0.0, 0.4, 1.0}) {
    Trial trial;
    trial.signals->migration.mover_rents[0] = threshold_of(rents);
    trial.signals->demography.leave_home[20] = always;
    Rows leavers;
    for (int i = 0; i < n; ++i) leavers.push_back(trial.town.joins(trial.town.settles({.age = 50}), {.age = 20}));
    trial.leave_home();
    int n_renters = 0;
    for (const Row row : leavers) n_renters += !trial.block().has(row, status::owner);
    expect_share(n_renters, n, rents);
  }
}

/// A year of a random town under some rates. Rates do not depend on region or partnership, so that only
/// a disturbed draw could make the difference.
struct Year {
  Serials dead, born;
  Year(double death, double birth, double couple, double leave_home) {
    Dice dice(4);
    Town town = random_town(dice, 400, 3);
    const Serials first = serials_of(town.block);
    for (Month month = now; month < now + 12; ++month) {
      Trial trial{.town = std::move(town), .chance = {.seed = 1, .month = month}};
      trial.everybody_dies(threshold_of(death));
      trial.every_woman_bears(threshold_of(birth));
      for (std::size_t age = 18; age < n_ages; ++age) {
        for (auto& region : trial.signals->demography.couple) region[age] = threshold_of(couple);
        trial.signals->demography.leave_home[age] = threshold_of(leave_home);
      }
      trial.die();
      trial.bear();
      trial.pair();
      trial.leave_home();
      town = std::move(trial.town);
    }
    const Serials last = serials_of(town.block);
    for (const std::uint64_t serial : first) {
      if (!last.count(serial)) dead.insert(serial);
    }
    for (const std::uint64_t serial : last) {
      if (!first.count(serial)) born.insert(serial);
    }
  }
};

TEST(Draws, OfDeathDoNotCareWhoIsBornPairsOrLeaves) {
  const Year plain(0.01, 0, 0, 0), full(0.01, 0.05, 0.1, 0.1);
  EXPECT_GT(plain.dead.size(), 20u);
  EXPECT_EQ(plain.dead, full.dead);
}

TEST(Draws, OfBirthDoNotCareWhoPairsOrLeaves) {
  const Year plain(0, 0.02, 0, 0), full(0, 0.02, 0.1, 0.1);
  EXPECT_GT(plain.born.size(), 20u);
  EXPECT_EQ(plain.born, full.born);
}

TEST(Draws, OfBirthDoNotCareWhoElseDies) {
  // Everybody who was born in the deadlier world was born in the other one too.
  const Year plain(0, 0.02, 0, 0), full(0.01, 0.02, 0, 0);
  EXPECT_GT(full.born.size(), 20u);
  for (const std::uint64_t serial : full.born) EXPECT_TRUE(plain.born.count(serial));
}

TEST(Draws, OfLeavingHomeDoNotCareWhoDies) {
  auto leavers = [](double death, const Serials* among) {
    Dice dice(5);
    Trial trial{.town = random_town(dice, 400, 3)};
    trial.everybody_dies(threshold_of(death));
    for (std::size_t age = 18; age < n_ages; ++age) trial.signals->demography.leave_home[age] = threshold_of(0.2);
    trial.die();
    Serials followers, heads;
    for (const Row row : citizens_of(trial.block())) {
      if (!trial.block().has(row, status::head)) followers.insert(trial.block().serial[row]);
    }
    trial.leave_home();
    for (const Row row : citizens_of(trial.block())) {
      const std::uint64_t serial = trial.block().serial[row];
      if (trial.block().has(row, status::head) && followers.count(serial) && (!among || among->count(serial))) heads.insert(serial);
    }
    return std::pair(followers, heads);
  };
  const auto [followers, left] = leavers(0.2, nullptr);
  EXPECT_GT(left.size(), 20u);
  EXPECT_EQ(leavers(0, &followers).second, left);
}

}  // namespace
}  // namespace agents
