// Leaving work, seeking it and being hired: both ends of each rate, nobody
// hired unasked, no more hires than places.
#include "agents/work.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <vector>

#include "tests/agents/trial.hpp"

namespace agents {
namespace {

using testing::citizens_of;
using testing::Dice;
using testing::expect_share;
using testing::now;
using testing::random_signals;
using testing::random_town;
using testing::Trial;

constexpr int n_sectors = 4;
constexpr int n_regions = 3;
constexpr int pension_age = 63;
using Places = std::vector<std::int64_t>;

const Places no_places(n_regions* n_sectors, 0);
const Places places_for_all(n_regions* n_sectors, 1'000'000);

/// Every sector loses posts at the same rate.
void separate(Trial& trial, double rate) {
  for (auto& region : trial.signals->work.separation) region.fill(threshold_of(rate));
}

/// Exit at `early` from 55 and at `retires` from the pension age, for both sexes.
void exit_at(Trial& trial, double early, double retires) {
  for (auto& sex : trial.signals->work.exit) {
    for (std::size_t age = 55; age < n_ages; ++age) sex[age] = threshold_of(age >= pension_age ? retires : early);
  }
}

Count total(const PerRegion<Count, max_sectors * n_classes>& cells) {
  Count sum = 0;
  for (const auto& region : cells) {
    for (const Count count : region) sum += count;
  }
  return sum;
}

std::map<Labour, int> states_of(const Block& block) {
  std::map<Labour, int> states;
  for (const Row row : citizens_of(block)) ++states[block.labour(row)];
  return states;
}

TEST(Separation, AtRateZeroEndsNoPostAndAtRateOneEveryPost) {
  Dice dice(1);
  Trial trial{.town = random_town(dice, 150, n_regions)};
  const auto before = states_of(trial.block());
  trial.leave_work();
  EXPECT_EQ(states_of(trial.block()), before);
  separate(trial, 1);
  trial.leave_work();
  auto after = states_of(trial.block());
  const int n_employed = before.at(Labour::employed_own) + before.at(Labour::employed_other);
  EXPECT_EQ(after[Labour::employed_own] + after[Labour::employed_other], 0);
  EXPECT_EQ(after[Labour::unemployed], before.at(Labour::unemployed) + n_employed);
  Count n_counted = 0;
  for (const Count count : trial.tally.separations) n_counted += count;
  EXPECT_EQ(n_counted, n_employed);
  for (const Row row : citizens_of(trial.block())) EXPECT_FALSE(is_employed(trial.block().labour(row)));
}

TEST(Separation, HappensAtTheRateOfTheRegionOfThePostAndItsSector) {
  Trial trial;
  constexpr int n = 2000;
  for (int i = 0; i < n; ++i) {
    trial.town.settles({.labour = Labour::employed_own, .region = 0, .post = 2});
    trial.town.settles({.labour = Labour::employed_other, .region = 1, .post = 2});
    trial.town.settles({.labour = Labour::employed_own, .region = 2, .post = 1});
  }
  trial.signals->work.separation[0][2] = threshold_of(0.02);
  trial.signals->work.separation[1][2] = threshold_of(0.2);
  trial.signals->work.separation[2][2] = always;  // nobody works there in this sector
  trial.leave_work();
  expect_share(static_cast<double>(trial.tally.separations[0]), n, 0.02);
  expect_share(static_cast<double>(trial.tally.separations[1]), n, 0.2);
  EXPECT_EQ(trial.tally.separations[2], 0);
}

TEST(Separation, OfACommuterIsThatOfTheHub) {
  Trial trial;
  const Row commuter = trial.town.settles({.labour = Labour::employed_own, .region = 1, .post = 2 | post::commutes});
  trial.signals->work.separation[1][2] = always;
  trial.leave_work();
  EXPECT_EQ(trial.block().labour(commuter), Labour::employed_own);
  trial.signals->work.separation[0][2] = always;
  trial.leave_work();
  EXPECT_EQ(trial.block().labour(commuter), Labour::unemployed);
  EXPECT_EQ(trial.block().post[commuter], 0);
  EXPECT_EQ(trial.tally.separations[1], 1) << "counted where the commuter lives";
}

TEST(InformalWork, EndsForNobodyAtRateZeroAndForEverybodyAtRateOne) {
  Trial trial;
  const Row row = trial.town.settles({.labour = Labour::informal});
  trial.leave_work();
  EXPECT_EQ(trial.block().labour(row), Labour::informal);
  trial.signals->work.informal_exit = always;
  trial.leave_work();
  EXPECT_EQ(trial.block().labour(row), Labour::unemployed);
}

TEST(Retirement, AtRateOneTakesEverybodyOfPensionAgeAndNobodyYounger) {
  for (const Labour state : {Labour::unemployed, Labour::informal, Labour::employed_own, Labour::employed_other, Labour::outside}) {
    Trial trial;
    exit_at(trial, 0, 1);
    // Other ways out are common, so that their sum with retirement is beyond certainty.
    separate(trial, 0.02);
    trial.signals->work.informal_exit = threshold_of(0.02);
    std::vector<Row> old, young;
    for (int i = 0; i < 300; ++i) {
      old.push_back(trial.town.settles({.age = pension_age, .months = 0, .labour = state}));
      young.push_back(trial.town.settles({.age = pension_age - 1, .months = 11, .labour = state}));
    }
    trial.leave_work();
    for (const Row row : young) EXPECT_NE(trial.block().labour(row), Labour::retired);
    for (const Row row : old) {
      const Labour is = trial.block().labour(row);
      EXPECT_NE(is, state) << "at work at the pension age though retirement is certain";
      EXPECT_TRUE(is == Labour::retired || is == Labour::unemployed);
    }
  }
}

TEST(Retirement, HappensAsOftenAsStatedAndEarlierExitEndsOutsideTheLabourForce) {
  Trial trial;
  constexpr int n = 3000;
  exit_at(trial, 0.02, 0.25);
  for (int i = 0; i < n; ++i) {
    trial.town.settles({.age = 65, .labour = Labour::employed_own});
    trial.town.settles({.age = 57, .labour = Labour::employed_own});
    trial.town.settles({.age = 45, .labour = Labour::employed_own});
  }
  trial.leave_work();
  auto states = states_of(trial.block());
  expect_share(states[Labour::retired], n, 0.25);
  expect_share(states[Labour::outside], n, 0.02);
  EXPECT_EQ(states[Labour::unemployed], 0);
}

TEST(LeavingWork, LeavesPupilsStudentsAndPensionersAlone) {
  Trial trial;
  separate(trial, 1);
  exit_at(trial, 1, 1);
  trial.signals->work.informal_exit = always;
  const Row pupil = trial.town.settles({.age = 17, .labour = Labour::student});
  const Row student = trial.town.settles({.age = 60, .labour = Labour::student});
  const Row pensioner = trial.town.settles({.age = 80, .labour = Labour::retired});
  trial.leave_work();
  EXPECT_EQ(trial.block().labour(pupil), Labour::student);
  EXPECT_EQ(trial.block().labour(student), Labour::student);
  EXPECT_EQ(trial.block().labour(pensioner), Labour::retired);
}

TEST(Search, IsDoneByEveryUnemployedAndByNobodyContent) {
  Dice dice(2);
  Trial trial{.town = random_town(dice, 200, n_regions)};
  const auto states = states_of(trial.block());
  trial.seek_and_take_posts(no_places);
  Count n_applicants = 0;
  for (const Count count : trial.tally.applicants) n_applicants += count;
  EXPECT_EQ(n_applicants, states.at(Labour::unemployed));
}

TEST(Search, OfInformalAndMismatchedWorkersHappensAsOftenAsStated) {
  for (const double rate : {0.0, 0.1, 1.0}) {
    Trial trial;
    constexpr int n = 2000;
    trial.signals->work.informal_search = trial.signals->work.mismatched_search = threshold_of(rate);
    for (int i = 0; i < n; ++i) {
      trial.town.settles({.labour = Labour::informal, .region = 0});
      trial.town.settles({.labour = Labour::employed_other, .skill = skill_of(1, 2), .region = 1});
      trial.town.settles({.labour = Labour::employed_own, .skill = skill_of(1, 2), .region = 2});
    }
    trial.seek_and_take_posts(no_places);
    expect_share(static_cast<double>(trial.tally.applicants[0]), n, rate);
    expect_share(static_cast<double>(trial.tally.applicants[1]), n, rate);
    EXPECT_EQ(trial.tally.applicants[2], 0);
  }
}

TEST(Search, LooksAtSectorsByTheirShares) {
  Trial trial;
  constexpr int n = 4000;
  const double share[n_sectors] = {0.1, 0, 0.6, 0.3};
  double sum = 0;
  for (std::size_t s = 0; s < n_sectors; ++s) {
    sum += share[s];
    for (auto& up_to : trial.signals->work.apply_up_to[0]) up_to[s] = static_cast<std::uint32_t>(std::min(4294967295.0, sum * 4294967296.0));
  }
  for (int i = 0; i < n; ++i) trial.town.settles({.labour = Labour::unemployed});
  trial.seek_and_take_posts(no_places);
  for (std::size_t s = 0; s < n_sectors; ++s) {
    Count n_here = 0;
    for (std::size_t c = 0; c < n_classes; ++c) n_here += trial.tally.applications[0][s * n_classes + c];
    expect_share(static_cast<double>(n_here), n, share[s]);
  }
}

TEST(Search, LooksInTheHubAsOftenAsStatedAndTheHiredCommute) {
  for (const double rate : {0.0, 0.3, 1.0}) {
    Trial trial;
    constexpr int n = 2000;
    trial.signals->work.commute[1] = threshold_of(rate);
    for (int i = 0; i < n; ++i) trial.town.settles({.labour = Labour::unemployed, .region = 1});
    trial.seek_and_take_posts(places_for_all);
    int n_commuters = 0;
    for (const Row row : citizens_of(trial.block())) n_commuters += (trial.block().post[row] & post::commutes) != 0;
    expect_share(n_commuters, n, rate);
    EXPECT_EQ(trial.tally.hires_in_hub[1], n_commuters);
    Count n_in_hub = 0;
    for (const Count count : trial.tally.hires[0]) n_in_hub += count;
    EXPECT_EQ(n_in_hub, n_commuters);
  }
}

TEST(Acceptance, AtZeroNobodyIsHiredAndAtOneEverybodyWhilePlacesLast) {
  for (const double rate : {0.0, 0.4, 1.0}) {
    Trial trial;
    constexpr int n = 2000;
    for (auto& by_skill : trial.signals->work.accept[0]) by_skill.fill(threshold_of(rate));
    for (int i = 0; i < n; ++i) trial.town.settles({.labour = Labour::unemployed});
    trial.seek_and_take_posts(places_for_all);
    expect_share(static_cast<double>(total(trial.tally.hires)), n, rate);
    EXPECT_EQ(total(trial.tally.hires), total(trial.tally.applications));
  }
}

TEST(Hiring, NeverExceedsThePlacesOfACellAndFillsThemWhileApplicantsLast) {
  for (std::uint64_t seed = 0; seed < 30; ++seed) {
    Dice dice(seed);
    Trial trial{.town = random_town(dice, 300, n_regions), .signals = random_signals(dice, n_regions)};
    Places places;
    for (int cell = 0; cell < n_regions * n_sectors; ++cell) places.push_back(dice.below(20));
    trial.seek_and_take_posts(places);
    for (std::size_t r = 0; r < n_regions; ++r) {
      for (std::size_t s = 0; s < n_sectors; ++s) {
        Count n_applied = 0, n_hired = 0;
        for (std::size_t c = 0; c < n_classes; ++c) {
          n_applied += trial.tally.applications[r][s * n_classes + c];
          n_hired += trial.tally.hires[r][s * n_classes + c];
          ASSERT_LE(trial.tally.hires[r][s * n_classes + c], trial.tally.applications[r][s * n_classes + c]);
        }
        ASSERT_EQ(n_hired, std::min<Count>(n_applied, places[r * n_sectors + s]));
      }
    }
  }
}

TEST(Hiring, ComesOnlyToThoseWhoApplied) {
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    Dice dice(seed), same_dice(seed);
    Trial trial{.town = random_town(dice, 300, n_regions), .signals = random_signals(dice, n_regions)};
    const Block before = random_town(same_dice, 300, n_regions).block;
    trial.seek_and_take_posts(places_for_all);
    std::vector<bool> applied(static_cast<std::size_t>(before.n_rows()), false);
    for (const Application& one : trial.applications) applied[one.row] = one.cell != no_cell;
    for (const Row row : citizens_of(before)) {
      const bool changed = trial.block().post[row] != before.post[row] || trial.block().labour(row) != before.labour(row);
      if (applied[row]) {
        ASSERT_TRUE(is_employed(trial.block().labour(row)));
      } else {
        ASSERT_TRUE(!changed || before.labour(row) == Labour::unemployed);
        ASSERT_TRUE(!is_employed(trial.block().labour(row)) || is_employed(before.labour(row)));
      }
    }
  }
}

TEST(Hiring, MakesThePostOwnOrOtherBySpecialty) {
  Trial trial;
  for (int skill = 0; skill < n_skills; ++skill) {
    for (int i = 0; i < 20; ++i) trial.town.settles({.labour = Labour::unemployed, .skill = skill});
  }
  trial.seek_and_take_posts(places_for_all);
  for (const Row row : citizens_of(trial.block())) {
    const auto skill = static_cast<std::size_t>(trial.block().skill_class(row));
    const auto sector = static_cast<std::size_t>(trial.block().sector(row));
    EXPECT_EQ(trial.block().labour(row), trial.signals->work.is_own[skill][sector] ? Labour::employed_own : Labour::employed_other);
  }
}

TEST(Hiring, MovesMismatchedWorkersIntoTheirOwnFieldOnly) {
  Trial trial;
  trial.signals->work.mismatched_search = always;
  for (int i = 0; i < 500; ++i) trial.town.settles({.labour = Labour::employed_other, .skill = skill_of(2, 2), .post = 3});
  trial.seek_and_take_posts(places_for_all);
  int n_changed = 0;
  for (const Row row : citizens_of(trial.block())) {
    const bool changed = trial.block().labour(row) == Labour::employed_own;
    EXPECT_EQ(trial.block().sector(row), changed ? 1 : 3) << "field 2 is at home in sector 1";
    n_changed += changed;
  }
  expect_share(n_changed, 500, 1.0 / n_sectors);
}

TEST(Hiring, PrefersTheOwnSpecialtyByItsWeight) {
  Trial trial;
  trial.signals->work.class_weight = {1, 0.2, 0.2};
  for (auto& up_to : trial.signals->work.apply_up_to[0]) up_to = {0, 0xffffffff, 0xffffffff, 0xffffffff};  // all want sector 1
  constexpr int n = 3000;
  for (int i = 0; i < n; ++i) {
    trial.town.settles({.labour = Labour::unemployed, .skill = skill_of(1, 2)});
    trial.town.settles({.labour = Labour::unemployed, .skill = skill_of(1, 5)});
  }
  Places places = no_places;
  places[1] = 200;  // few places: the odds of a hire are the weights
  trial.seek_and_take_posts(places);
  const auto own = static_cast<double>(trial.tally.hires[0][1 * n_classes + 0]);
  EXPECT_EQ(own + static_cast<double>(trial.tally.hires[0][1 * n_classes + 1]), 200);
  // Drawing without replacement wears the favoured class down by a little: below 1/1.2, above the odds at the end.
  const double left_own = n - own, left_other = n - (200 - own);
  const double at_end = left_own / (left_own + 0.2 * left_other);
  EXPECT_LT(own, 200 / 1.2 + testing::far_out * std::sqrt(200 * (1 / 1.2) * (0.2 / 1.2)));
  EXPECT_GT(own, 200 * at_end - testing::far_out * std::sqrt(200 * (1 / 1.2) * (0.2 / 1.2)));
}

TEST(QuickIncome, AtZeroNobodyTakesAndAtOneEveryUnemployedWithoutAPost) {
  for (const double rate : {0.0, 0.3, 1.0}) {
    Trial trial;
    constexpr int n = 2000;
    trial.signals->work.quick_income[0] = threshold_of(rate);
    for (auto& by_skill : trial.signals->work.accept[1]) by_skill.fill(0);  // those of region 1 accept nothing
    trial.signals->work.quick_income[1] = threshold_of(rate);
    for (int i = 0; i < n; ++i) trial.town.settles({.labour = Labour::unemployed, .region = i % 2});
    trial.seek_and_take_posts(no_places);
    auto states = states_of(trial.block());
    expect_share(states[Labour::informal], n, rate);
    EXPECT_EQ(trial.tally.quick_income[0] + trial.tally.quick_income[1], states[Labour::informal]);
  }
}

TEST(QuickIncome, IsNotForThoseWhoWereHired) {
  Trial trial;
  trial.signals->work.quick_income[0] = always;
  for (int i = 0; i < 100; ++i) trial.town.settles({.labour = Labour::unemployed});
  trial.seek_and_take_posts(places_for_all);
  EXPECT_EQ(states_of(trial.block())[Labour::employed_own], 100);
  EXPECT_EQ(trial.tally.quick_income[0], 0);
}

TEST(Hiring, OfInformalWorkersIsCountedWhereTheyLive) {
  Trial trial;
  trial.signals->work.informal_search = always;
  for (int i = 0; i < 10; ++i) trial.town.settles({.labour = Labour::informal, .region = 2});
  trial.seek_and_take_posts(places_for_all);
  EXPECT_EQ(trial.tally.hires_of_informal[2], 10);
}

}  // namespace
}  // namespace agents
