// Couples: both ends of the rate, who takes whom, who leads, and that one
// single more in the stock changes little.
#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <set>
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
using testing::Town;
using testing::Trial;

using Rows = std::vector<Row>;

/// Serials of (woman, man) of all couples.
std::map<std::uint64_t, std::uint64_t> couples_of(const Block& block) {
  std::map<std::uint64_t, std::uint64_t> couples;
  for (const Row row : citizens_of(block)) {
    if (!block.has(row, status::head) || !block.has(row, status::partnered)) continue;
    const Row partner = partner_of_head(block, row);
    const bool head_is_woman = block.has(row, status::female);
    couples[block.serial[head_is_woman ? row : partner]] = block.serial[head_is_woman ? partner : row];
  }
  return couples;
}

TEST(Couples, FormForNobodyAtRateZeroAndForEverySingleWomanAtRateOneWhileMenLast) {
  for (const int n_men : {0, 30, 50, 80}) {
    Trial trial;
    for (int i = 0; i < 50; ++i) trial.town.settles({.female = true});
    for (int i = 0; i < n_men; ++i) trial.town.settles({.age = 20 + i % 40});
    trial.pair();
    EXPECT_EQ(trial.tally.marriages[0], 0);
    trial.every_woman_pairs(always);
    trial.pair();
    EXPECT_EQ(trial.tally.marriages[0], std::min(50, n_men));
    EXPECT_EQ(couples_of(trial.block()).size(), static_cast<std::size_t>(std::min(50, n_men)));
    EXPECT_EQ(household_fault(trial.block()), "");
  }
}

TEST(Couples, FormAsOftenAsTheThresholdSays) {
  Trial trial;
  constexpr int n = 2000;
  for (int i = 0; i < n; ++i) {
    trial.town.settles({.female = true, .region = i % 2});
    trial.town.settles({.region = i % 2});
  }
  trial.signals->demography.couple[0][30] = threshold_of(0.01);
  trial.signals->demography.couple[1][30] = threshold_of(0.2);
  trial.pair();
  expect_share(static_cast<double>(trial.tally.marriages[0]), n / 2, 0.01);
  expect_share(static_cast<double>(trial.tally.marriages[1]), n / 2, 0.2);
}

TEST(Couples, NeverJoinTwoRegionsOrPartMarriedPeople) {
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    Dice dice(seed);
    Trial trial{.town = random_town(dice, 150, 4)};
    const auto before = couples_of(trial.block());
    const int n_people = trial.block().n_citizens();
    trial.every_woman_pairs(threshold_of(0.5));
    trial.pair();
    ASSERT_EQ(household_fault(trial.block()), "");
    const auto after = couples_of(trial.block());
    ASSERT_GT(after.size(), before.size());
    for (const auto& [woman, man] : before) ASSERT_TRUE(after.count(woman) == 0 || after.at(woman) == man);
    for (const Row row : citizens_of(trial.block())) {
      ASSERT_EQ(trial.block().region[row], trial.block().region[trial.block().next[row]]);
    }
    Count marriages = 0;
    for (const Count count : trial.tally.marriages) marriages += count;
    ASSERT_EQ(static_cast<std::size_t>(marriages), after.size() - before.size());
    ASSERT_EQ(trial.block().n_citizens(), n_people);
  }
}

TEST(Couples, TakeMenFromEighteenToSixtyFourOnly) {
  Trial trial;
  const Row woman = trial.town.settles({.female = true});
  trial.town.joins(trial.town.settles({.age = 70}), {.age = 17, .months = 11});
  trial.town.settles({.age = 65, .months = 0});
  trial.every_woman_pairs(always);
  trial.pair();
  EXPECT_FALSE(trial.block().has(woman, status::partnered));
  const Row man = trial.town.settles({.age = 64, .months = 11});
  trial.pair();
  EXPECT_TRUE(trial.block().has(woman, status::partnered));
  EXPECT_TRUE(trial.block().has(man, status::partnered));
}

TEST(Couples, AreNotFormedInsideAFamily) {
  Trial trial;
  const Row father = trial.town.settles({.age = 50});
  const Row daughter = trial.town.joins(father, {.age = 22, .female = true});
  trial.town.joins(father, {.age = 24});
  trial.every_woman_pairs(always);
  trial.pair();
  EXPECT_FALSE(trial.block().has(daughter, status::partnered));
}

TEST(Couples, WithoutNoiseTakeTheManNearestTheWishedAge) {
  Trial trial;
  trial.demography.partner_age_noise_years = 0;
  trial.demography.partner_age_gap_years = 3;
  Rows women, men;
  for (const int age : {20, 30, 40}) women.push_back(trial.town.settles({.age = age, .female = true}));
  for (const int age : {60, 44, 34, 32, 22, 18}) men.push_back(trial.town.settles({.age = age}));
  trial.every_woman_pairs(always);
  trial.pair();
  auto partner = [&](Row woman) {
    const auto couples = couples_of(trial.block());
    return couples.at(trial.block().serial[woman]);
  };
  EXPECT_EQ(partner(women[0]), trial.block().serial[men[4]]);  // wishes 23: 22 is nearer than 18
  EXPECT_EQ(partner(women[1]), trial.block().serial[men[2]]);  // wishes 33: 34 has the smaller serial than 32
  EXPECT_EQ(partner(women[2]), trial.block().serial[men[1]]);  // wishes 43
}

TEST(Couples, HaveTheStatedMeanAgeGapWhenMenOfAllAgesAreThere) {
  Trial trial;
  constexpr int n_women = 400;
  for (int i = 0; i < 12'000; ++i) trial.town.settles({.age = 20 + i % 44, .months = i / 44 % 12});
  for (int i = 0; i < n_women; ++i) trial.town.settles({.age = 38 + i % 6, .months = i / 6 % 12, .female = true});
  std::map<std::uint64_t, int> born;
  for (const Row row : citizens_of(trial.block())) born[trial.block().serial[row]] = trial.block().born[row];
  trial.every_woman_pairs(always);
  trial.pair();
  double sum = 0, squares = 0;
  const auto couples = couples_of(trial.block());
  ASSERT_EQ(couples.size(), static_cast<std::size_t>(n_women));
  for (const auto& [woman, man] : couples) {
    const double gap = (born[woman] - born[man]) / 12.0;
    sum += gap;
    squares += gap * gap;
  }
  const double mean = sum / n_women, variance = squares / n_women - mean * mean;
  EXPECT_GT(variance, 0);
  EXPECT_NEAR(mean, trial.demography.partner_age_gap_years, 4 * std::sqrt(variance / n_women));
}

TEST(Couples, AreLedByWhoWorksThenByTheBetterSchooledThenByTheOlder) {
  struct Case {
    Labour woman, man;
    int skill_woman, skill_man, age_woman, age_man;
    bool woman_leads;
  };
  const int college = skill_of(1, 2), degree = skill_of(2, 2);
  for (const Case& one : {Case{Labour::employed_own, Labour::informal, 0, degree, 25, 40, true},
                          Case{Labour::informal, Labour::unemployed, 0, degree, 25, 40, true},
                          Case{Labour::unemployed, Labour::employed_other, degree, 0, 40, 25, false},
                          Case{Labour::informal, Labour::informal, degree, college, 25, 40, true},
                          Case{Labour::informal, Labour::informal, college, college, 25, 40, false},
                          Case{Labour::outside, Labour::unemployed, 0, 0, 40, 25, true}}) {
    Trial trial;
    const Row woman = trial.town.settles(
        {.age = one.age_woman, .female = true, .labour = one.woman, .skill = one.skill_woman});
    const Row man = trial.town.settles({.age = one.age_man, .labour = one.man, .skill = one.skill_man});
    trial.every_woman_pairs(always);
    trial.pair();
    EXPECT_EQ(head_of(trial.block(), man), one.woman_leads ? woman : man);
    EXPECT_EQ(head_of(trial.block(), woman), one.woman_leads ? woman : man);
  }
}

TEST(Couples, BringTheirChildrenAndLeaveTheirParents) {
  Trial trial;
  const Row mother = trial.town.settles({.age = 55, .female = true});
  const Row woman = trial.town.joins(mother, {.age = 25, .female = true});
  const Row man = trial.town.settles({.age = 28});
  const Row his_child = trial.town.joins(man, {.age = 4});
  trial.every_woman_pairs(always);
  trial.pair();
  EXPECT_EQ(household_of(trial.block(), woman), (Rows{woman, man, his_child}));
  EXPECT_EQ(household_of(trial.block(), mother), Rows{mother});
  EXPECT_EQ(household_fault(trial.block()), "");
}

TEST(Couples, OwnIfEitherDid) {
  for (const bool woman_owns : {false, true}) {
    for (const bool man_owns : {false, true}) {
      Trial trial;
      const Row woman = trial.town.settles({.female = true, .owner = woman_owns});
      trial.town.settles({.owner = man_owns});
      trial.every_woman_pairs(always);
      trial.pair();
      EXPECT_EQ(trial.block().has(head_of(trial.block(), woman), status::owner), woman_owns || man_owns);
      EXPECT_EQ(household_fault(trial.block()), "");
    }
  }
}

/// Couples of one month among many single men, with and without one woman more, who chooses first.
std::pair<int, int> changed_and_all_couples(std::uint64_t seed, int n_women, int n_men) {
  std::map<std::uint64_t, std::uint64_t> couples[2];
  for (const bool with_one_more : {false, true}) {
    Dice dice(seed);
    Trial trial{.town = {}, .chance = {.seed = seed, .month = now}};
    trial.town.next_serial = 1'000'000;
    trial.town.settles({.age = with_one_more ? 25 : 80, .female = true});
    trial.town.next_serial = 1;
    for (int i = 0; i < n_women; ++i) trial.town.settles({.age = 20 + dice.below(10), .months = dice.below(12), .female = true});
    for (int i = 0; i < n_men; ++i) trial.town.settles({.age = 20 + dice.below(15), .months = dice.below(12)});
    trial.every_woman_pairs(always);
    trial.pair();
    couples[with_one_more] = couples_of(trial.block());
  }
  int n_changed = 0;
  for (const auto& [woman, man] : couples[0]) n_changed += couples[1].at(woman) != man;
  return {n_changed, static_cast<int>(couples[0].size())};
}

TEST(Couples, ChangeLittleWhenOneWomanMoreLooksForAPartner) {
  // The newcomer takes one man; with probability near n_women / n_men another woman wanted him, takes her
  // second choice, and so on: f / (1 − f) changes a month in expectation, of n_women couples.
  constexpr int n_women = 30, n_men = 300, n_months = 60;
  constexpr double f = static_cast<double>(n_women) / n_men;
  int changed = 0, all = 0;
  for (std::uint64_t seed = 0; seed < n_months; ++seed) {
    const auto [n_changed, n_couples] = changed_and_all_couples(seed, n_women, n_men);
    changed += n_changed;
    all += n_couples;
  }
  ASSERT_EQ(all, n_women * n_months);
  const double expected = n_months * f / (1 - f);
  // Lengths of such chains are geometric with variance f / (1 − f)²; women wish for similar ages, so that
  // up to three times as many compete for one man.
  EXPECT_GT(changed, 0);
  EXPECT_LT(changed, 3 * expected + testing::far_out * std::sqrt(n_months * f) / (1 - f));
}

TEST(PairingCurve, IsZeroToFifteenAndPeaksWhereStated) {
  const DemographyParameters parameters;
  EXPECT_EQ(pairing_curve(parameters, 15), 0);
  EXPECT_EQ(pairing_curve(parameters, 3), 0);
  const double peak = parameters.pairing_peak_age_women_years;
  EXPECT_NEAR(pairing_curve(parameters, peak), parameters.pairing_peak_per_year, 1e-12);
  EXPECT_LT(pairing_curve(parameters, peak - 1), pairing_curve(parameters, peak));
  EXPECT_LT(pairing_curve(parameters, peak + 1), pairing_curve(parameters, peak));
  EXPECT_GT(pairing_curve(parameters, 49), 0);
}

}  // namespace
}  // namespace agents
