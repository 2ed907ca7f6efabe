// Pupils at 16, out of school at 18 with a level by the shares of the home
// region, degrees at graduation.
#include "agents/schooling.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>

#include "tests/agents/trial.hpp"

namespace agents {
namespace {

using testing::citizens_of;
using testing::expect_share;
using testing::now;
using testing::Trial;

constexpr int n = 3000;

/// Students of 18 who live in region 0 and come from region `home`.
Trial school_leavers(double higher, double vocational, double participates, int home = 0) {
  Trial trial;
  SchoolingSignals& schooling = trial.signals->schooling;
  schooling.higher[static_cast<std::size_t>(home == nowhere ? 0 : home)] = threshold_of(higher);
  schooling.vocational = threshold_of(vocational);
  schooling.participates[0] = {threshold_of(participates), threshold_of(participates)};
  for (int i = 0; i < n; ++i) trial.town.settles({.age = 18, .months = 0, .labour = Labour::student, .home = home});
  return trial;
}

struct Result {
  std::array<int, n_levels> level{};
  int n_degree_students = 0, n_unemployed = 0, n_outside = 0;
  explicit Result(const Block& block) {
    for (const Row row : citizens_of(block)) {
      if (block.skill[row] & skill::degree_student) {
        EXPECT_EQ(block.labour(row), Labour::student);
        ++n_degree_students;
        continue;
      }
      ++level[static_cast<std::size_t>(level_of_skill(block.skill_class(row)))];
      n_unemployed += block.labour(row) == Labour::unemployed;
      n_outside += block.labour(row) == Labour::outside;
    }
  }
};

TEST(School, CountsChildrenAsStudentsFromSixteen) {
  Trial trial;
  const Row younger = trial.town.settles({.age = 15, .months = 11});
  const Row pupil = trial.town.settles({.age = 16, .months = 0});
  const Row worker = trial.town.settles({.age = 30, .labour = Labour::outside});
  trial.study();
  EXPECT_EQ(trial.block().labour(younger), Labour::outside);
  EXPECT_EQ(trial.block().labour(pupil), Labour::student);
  EXPECT_EQ(trial.block().labour(worker), Labour::outside);
}

TEST(School, KeepsPupilsOfSeventeen) {
  Trial trial;
  const Row pupil = trial.town.settles({.age = 17, .months = 11, .labour = Labour::student});
  trial.study();
  EXPECT_EQ(trial.block().labour(pupil), Labour::student);
}

TEST(School, EndsAtEighteenForEverybodyByTheShares) {
  for (const auto& [higher, vocational] : {std::pair{0.0, 0.0}, {0.0, 1.0}, {1.0, 0.0}, {0.3, 0.55}}) {
    Trial trial = school_leavers(higher, vocational, 1);
    trial.study();
    const Result result(trial.block());
    expect_share(result.n_degree_students, n, higher);
    expect_share(result.level[1], n, (1 - higher) * vocational);
    expect_share(result.level[0], n, (1 - higher) * (1 - vocational));
    EXPECT_EQ(result.level[2], 0) << "nobody has a degree yet";
    EXPECT_EQ(result.n_unemployed, n - result.n_degree_students);
  }
}

TEST(School, AsksTheHomeRegionAndForPeopleFromAbroadWhereTheyLive) {
  Trial from_elsewhere = school_leavers(1, 0, 1, 2);
  from_elsewhere.study();
  EXPECT_EQ(Result(from_elsewhere.block()).n_degree_students, n);
  Trial from_abroad = school_leavers(1, 0, 1, nowhere);
  from_abroad.study();
  EXPECT_EQ(Result(from_abroad.block()).n_degree_students, n);
}

TEST(School, SendsIntoTheLabourForceByParticipation) {
  for (const double participates : {0.0, 0.7, 1.0}) {
    Trial trial = school_leavers(0, 0.5, participates);
    trial.study();
    const Result result(trial.block());
    expect_share(result.n_unemployed, n, participates);
    EXPECT_EQ(result.n_unemployed + result.n_outside, n);
  }
}

TEST(School, GivesFieldsByTheirSharesAndNoneToSecondary) {
  Trial trial = school_leavers(0, 1, 1);
  auto& up_to = trial.signals->schooling.field_up_to[1];
  const std::array<double, n_fields> share = {0, 0.5, 0, 0.2, 0.1, 0.1, 0.05, 0.05};
  double sum = 0;
  for (std::size_t field = 1; field < n_fields; ++field) {
    sum += share[field];
    up_to[field] = static_cast<std::uint32_t>(std::min(4294967295.0, sum * 4294967296.0));
  }
  trial.study();
  std::array<int, n_fields> counts{};
  for (const Row row : citizens_of(trial.block())) ++counts[static_cast<std::size_t>(field_of_skill(trial.block().skill_class(row)))];
  for (std::size_t field = 0; field < n_fields; ++field) expect_share(counts[field], n, share[field]);
}

TEST(University, GraduatesItsStudentsAtTheStatedAgeWithAFieldAndNotBefore) {
  for (const int graduation_age : {22, 24}) {
    Trial trial;
    trial.signals->schooling.graduation_age = graduation_age;
    trial.signals->schooling.participates[0] = {always, always};
    const Row younger = trial.town.settles({.age = graduation_age - 1, .months = 11, .labour = Labour::student, .skill = skill::degree_student});
    const Row graduate = trial.town.settles({.age = graduation_age, .months = 0, .labour = Labour::student, .skill = skill::degree_student});
    trial.study();
    EXPECT_EQ(trial.block().labour(younger), Labour::student);
    EXPECT_EQ(trial.block().skill[younger], skill::degree_student);
    EXPECT_EQ(trial.block().labour(graduate), Labour::unemployed);
    EXPECT_EQ(level_of_skill(trial.block().skill_class(graduate)), 2);
    EXPECT_GE(field_of_skill(trial.block().skill_class(graduate)), 1);
    EXPECT_EQ(trial.block().skill[graduate] & skill::degree_student, 0);
  }
}

TEST(Schooling, LeadsEveryChildThroughSchoolInTwelveYears) {
  Trial trial;
  trial.signals->schooling.higher.fill(threshold_of(0.4));
  trial.signals->schooling.vocational = threshold_of(0.5);
  for (auto& of_region : trial.signals->schooling.participates) of_region = {always, always};
  for (int i = 0; i < 500; ++i) trial.town.settles({.age = 11 + i % 4, .months = i % 12});
  for (Month month = now; month < now + 12 * 12; ++month) {
    const Chance chance{.seed = 1, .month = month};
    bound_risks(*trial.signals);
    std::vector<Due> buffer;
    citizens_study(trial.block(), list_due(trial.block(), chance, trial.signals->bounds, buffer), trial.signals->schooling, chance);
  }
  std::array<int, n_levels> level{};
  for (const Row row : citizens_of(trial.block())) {
    EXPECT_EQ(trial.block().labour(row), Labour::unemployed);
    ++level[static_cast<std::size_t>(level_of_skill(trial.block().skill_class(row)))];
  }
  expect_share(level[2], 500, 0.4);
  expect_share(level[1], 500, 0.3);
}

TEST(Skill, LevelAndFieldSurviveTheirClass) {
  for (int level = 0; level < n_levels; ++level) {
    for (int field = level == 0 ? 0 : 1; field < (level == 0 ? 1 : n_fields); ++field) {
      const int skill = skill_of(level, field);
      EXPECT_LT(skill, n_skills);
      EXPECT_EQ(level_of_skill(skill), level);
      EXPECT_EQ(field_of_skill(skill), field);
    }
  }
}

}  // namespace
}  // namespace agents
