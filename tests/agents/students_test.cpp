// Graduates with a partner are bound, students stay and move as they should, and
// nobody is lost.
#include "tests/agents/school_town.hpp"

namespace agents {
namespace {

using namespace school_town;

/// A town with one dual student who graduates in June 2024, and whose partner is in sector 2.
struct DualSchool : School {
  Row student_;
  DualSchool() : student_(student(1, ict, 2024, 20, skill::dual)) {
    signals->schooling.dual_hire = always;
    for (auto& of_place : signals->schooling.partner_up_to) {
      of_place[ict] = {0, 0, 0xffffffff, 0xffffffff};
    }
    at(month_of(2024, 6));
    study();
  }
  void seek(Month month, std::int64_t n_posts) {
    at(month);
    std::vector<std::int64_t> posts(static_cast<std::size_t>(n_regions * signals->n_sectors));
    posts[2] = n_posts;
    seek_and_take_posts(posts);
  }
};

TEST(DualGraduates, StandFirstForAPostOfTheirPartner) {
  DualSchool school;
  EXPECT_EQ(school.tally.dual_hires[0], 1);
  for (int i = 0; i < 50; ++i) school.town.settles({.labour = Labour::unemployed, .skill = skill_of(1, ict)});
  school.signals->work.apply_up_to[0][static_cast<std::size_t>(skill_of(1, ict))] = {0, 0, 0xffffffff, 0xffffffff};
  school.seek(month_of(2024, 7), 1);
  EXPECT_TRUE(is_employed(school.block().labour(school.student_)));
  EXPECT_EQ(school.block().sector(school.student_), 2);
  EXPECT_TRUE(school.block().is_bonded(school.student_));
}

TEST(DualGraduates, AreFreeIfThePartnerHasNoPost) {
  DualSchool school;
  EXPECT_TRUE(school.block().is_bonded(school.student_));
  school.seek(month_of(2024, 7), 0);
  EXPECT_FALSE(school.block().is_bonded(school.student_));
}

TEST(DualGraduates, DoNotConsiderMovingForTwentyFourMonths) {
  DualSchool school;
  school.signals->migration.attention.fill(1e9);
  school.seek(month_of(2024, 7), 1);
  for (int month = 1; month <= 26; ++month) {
    school.at(month_of(2024, 6) + month);
    school.study();
    school.tally.considered = {};
    school.consider();
    EXPECT_EQ(school.tally.considered[0], month < 24 ? 0 : 1) << month << " months after graduation";
  }
}

TEST(DualGraduates, AreFreeWhenThePostEnds) {
  DualSchool school;
  school.seek(month_of(2024, 7), 1);
  school.signals->work.separation[0][2] = always;
  school.at(month_of(2024, 8));
  school.leave_work();
  EXPECT_EQ(school.block().labour(school.student_), Labour::unemployed);
  EXPECT_FALSE(school.block().is_bonded(school.student_));
}

TEST(Students, DoNotConsiderMovingBeforeTheyGraduateAndThenWithTheStatedChance) {
  constexpr int n = 2000;
  School school;
  school.signals->migration.attention.fill(1e-12);
  for (int i = 0; i < n; ++i) school.student(2, ict, 2024);
  school.at(month_of(2024, 6));
  school.signals->schooling.considers = threshold_of(0.3);
  school.consider();
  EXPECT_EQ(school.tally.considered[0], 0) << "enrolled";
  school.list_once();
  school.study();
  school.consider();
  expect_share(static_cast<double>(school.tally.considered[0]), n, 0.3);
}

TEST(Students, StayWhenTheFamilyMovesAndPupilsComeAlong) {
  School school;
  const Row head = school.town.settles({.age = 45});
  const Row enrolled = school.town.joins(head, {.age = 17, .labour = Labour::student});
  school.block().post[enrolled] = static_cast<std::uint8_t>(ict | study_end(2026));
  const Row pupil = school.town.joins(head, {.age = 16, .labour = Labour::student});
  school.block().post[pupil] = study_end(2025);
  school.moves = {Move{.head = head, .destination = 2}};
  school.move();
  EXPECT_EQ(school.block().region[enrolled], 0);
  EXPECT_TRUE(school.block().has(enrolled, status::head));
  EXPECT_EQ(school.block().region[pupil], 2);
  EXPECT_EQ(school.tally.students_came[0][0], -1);
  EXPECT_EQ(school.tally.students_came[2][0], 1);
  EXPECT_EQ(household_fault(school.block()), "");
}

TEST(Students, AddUpEveryMonthByPlaceAndField) {
  School school;
  Signals& signals = *school.signals;
  school.weight = [](int stage, int o, int place, int p) {
    const bool is_college = level_of_skill(p + 1) == 1;
    return (is_college ? stage != 2 : stage != 0) ? (o == place ? 0.2 : 0.03) : 0.0;
  };
  signals.schooling.studies_on = threshold_of(0.3);
  signals.schooling.dual_hire = threshold_of(0.6);
  std::fill(school.places.begin(), school.places.end(), 9);
  std::fill(school.dual.begin(), school.dual.end(), 2);
  school.everybody_dies(threshold_of(0.002));
  for (auto& of_level : signals.schooling.drop_out) {
    for (auto& of_place : of_level) of_place = {threshold_of(0.02), threshold_of(0.03)};
  }
  for (int i = 0; i < 900; ++i) {
    const Row parent = school.town.settles({.age = 40, .region = i % 3});
    school.town.joins(parent, {.age = 8 + i % 7, .months = i % 12});
  }
  const std::vector<std::uint8_t> hub(max_regions, nowhere);
  Tally before;
  count_stocks(before, school.block(), hub);
  std::int64_t graduates = 0;
  for (Month month = month_of(2024, 8); month < month_of(2033, 8); ++month) {
    school.tally = Tally{};
    if (calendar_month_of(month) == intake_month) {
      school.at(month);
      const Month real = month;
      // `intake` is that of September 2024: here of any year.
      PriorityHistogram h1, h2, hb;
      h1.reset(n_regions * n_programmes), h2.reset(n_regions * n_programmes), hb.reset(n_regions);
      school.first.clear(), school.again.clear(), school.wishes.clear();
      fill(signals.schooling.choices[0], school.weight, std::vector<std::int64_t>(school.places.size(), 1));
      fill(signals.schooling.choices[1], school.weight, school.places);
      leavers_choose(school.block(), school.tally, school.first, h1, signals, school.chance);
      const Cut cut = school.cut_of(school.places, h1, school.first);
      places_of_study_are_taken(school.block(), school.tally, school.first, cut,
                                school.cut_of(school.dual, h1, school.first), StudyRound::first, school.again,
                                school.wishes, h2, hb, signals, school.chance);
      const Cut none = school.cut_of(std::vector<std::int64_t>(school.places.size()), h2, school.again);
      places_of_study_are_taken(school.block(), school.tally, school.again, none, none, StudyRound::second,
                                school.again, school.wishes, h2, hb, signals, school.chance);
      EXPECT_EQ(school.chance.month, real);
    }
    school.at(month);
    school.list_once();
    school.die();
    school.study();
    count_stocks(school.tally, school.block(), hub);
    const Tally& t = school.tally;
    for (std::size_t r = 0; r < n_regions; ++r) {
      for (std::size_t g = 0; g < n_skills; ++g) {
        ASSERT_EQ(t.students[r][g], before.students[r][g] + t.study_begun[r][g] - t.study_ended[r][g] -
                                        t.study_dropped[r][g] - t.students_gone[r][g] + t.students_came[r][g])
            << r << " " << g << " " << month;
        if (g > 0) graduates += t.study_ended[r][g];
      }
    }
    before = t;
  }
  EXPECT_GT(graduates, 200);
  EXPECT_EQ(household_fault(school.block(), month_of(2033, 7)), "");
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
