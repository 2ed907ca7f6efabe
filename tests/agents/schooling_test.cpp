// Leavers of school choose by a multinomial logit, places and beds are never
// over-given, courses last as long as they should, and nobody is lost.
#include "agents/schooling.hpp"

#include <gtest/gtest.h>

#include <array>
#include <functional>

#include "agents/study.hpp"
#include "tests/agents/trial.hpp"

namespace agents {
namespace {

using testing::citizens_of;
using testing::expect_share;
using testing::household_fault;
using testing::household_of;
using testing::now;
using testing::Trial;

constexpr int n_regions = 3;
constexpr Month september = month_of(2024, 9);
constexpr int ict = 5;

int programme(int level, int field) { return skill_of(level, field) - 1; }
int cell(int place, int level, int field) { return place * n_programmes + programme(level, field); }

/// Weight of each option for each stage, alike for all origins; the way without weighs 1.
using Weight = std::function<double(int stage, int origin, int place, int programme)>;

void fill(StudyChoices& choices, const Weight& weight, const std::vector<std::int64_t>& places) {
  choices.n_regions = n_regions;
  choices.up_to.assign(static_cast<std::size_t>(n_stages * 2 * n_regions * choices.n_options()), 0);
  for (int stage = 0; stage < n_stages; ++stage) {
    for (int o = 0; o < n_regions; ++o) {
      for (const bool is_bound : {false, true}) {
        std::vector<double> sum = {1};
        for (int place = 0; place < n_regions; ++place) {
          for (int p = 0; p < n_programmes; ++p) {
            const bool may =
                places[static_cast<std::size_t>(place * n_programmes + p)] > 0 && (!is_bound || place == o);
            sum.push_back(sum.back() + (may ? weight(stage, o, place, p) : 0));
          }
        }
        const std::size_t first = choices.first_of(stage, is_bound, o);
        for (std::size_t i = 0; i < sum.size(); ++i) choices.up_to[first + i] = threshold_of(sum[i] / sum.back());
      }
    }
  }
}

/// A town in which school can be left, all courses last three years, everybody enters the labour force, and no region
/// has a hub.
struct School : Trial {
  std::vector<std::int64_t> places = std::vector<std::int64_t>(n_regions * n_programmes, 1000000);
  std::vector<std::int64_t> dual = std::vector<std::int64_t>(n_regions * n_programmes);
  std::vector<std::int64_t> beds = std::vector<std::int64_t>(n_regions);
  Weight weight = [](int, int, int, int) { return 0.0; };
  std::vector<Application> first{}, again{}, wishes{};

  School() {
    signals->schooling.hub.fill(nowhere);
    for (auto& of_stage : signals->schooling.years) of_stage.fill(3);
    for (auto& of_region : signals->schooling.participates) of_region = {always, always};
  }
  void at(Month month) {
    std::destroy_at(&chance);
    std::construct_at(&chance, Chance{.seed = 1, .month = month});
  }
  /// Somebody who is `age` and some months in September 2024.
  Row child(int age, int region = 0, Row family = no_row) {
    const testing::Person person{.age = age - 1, .months = 10, .region = region};
    return family == no_row ? town.settles(person) : town.joins(family, person);
  }
  Row pupil(int region = 0) {
    const Row row = child(17, region);
    block().set_labour(row, Labour::student);
    block().post[row] = study_end(2024);
    return row;
  }
  Row student(int level, int field, int end_year, int age = 20, std::uint8_t how = 0) {
    const Row row = town.settles({.age = age, .labour = Labour::student});
    block().post[row] = static_cast<std::uint8_t>(field | study_end(end_year));
    block().skill[row] = static_cast<std::uint8_t>((level == 2 ? skill::degree_student : 0) | how);
    return row;
  }

  Cut cut_of(const std::vector<std::int64_t>& given, const PriorityHistogram& histogram,
             const std::vector<Application>& list) {
    Cut cut;
    cut.find_bins(given, histogram);
    std::vector<Application> on_boundary;
    for (const Application& one : list) {
      if (cut.is_on_boundary(one)) on_boundary.push_back(one);
    }
    cut.refine(on_boundary);
    return cut;
  }
  static std::vector<std::int64_t> less(std::vector<std::int64_t> given, const std::vector<Application>& list) {
    for (const Application& one : list) given[one.cell] -= given[one.cell] > 0;
    return given;
  }

  /// A whole September: two rounds, then beds.
  void intake() {
    at(september);
    PriorityHistogram h1, h2, hb;
    h1.reset(n_regions * n_programmes);
    h2.reset(n_regions * n_programmes);
    hb.reset(n_regions);
    first.clear();
    again.clear();
    wishes.clear();
    fill(signals->schooling.choices[0], weight, std::vector<std::int64_t>(places.size(), 1));
    leavers_choose(block(), tally, first, h1, *signals, chance);
    const auto left = less(places, first), dual_left = less(dual, first);
    fill(signals->schooling.choices[1], weight, left);
    places_of_study_are_taken(block(), tally, first, cut_of(places, h1, first), cut_of(dual, h1, first),
                              StudyRound::first, again, wishes, h2, hb, *signals, chance);
    places_of_study_are_taken(block(), tally, again, cut_of(left, h2, again), cut_of(dual_left, h2, again),
                              StudyRound::second, again, wishes, h2, hb, *signals, chance);
    beds_are_taken(block(), wishes, cut_of(beds, hb, wishes));
  }
};

TEST(Intake, FollowsTheMultinomialLogitComputedByHand) {
  // Weights 1 (grade 10), 2 (ICT here) and 1 (construction in region 2): chances 1/4, 1/2, 1/4.
  School school;
  school.weight = [](int stage, int, int place, int p) {
    if (stage != 0) return 0.0;
    return place == 0 && p == programme(1, ict) ? 2.0 : place == 2 && p == programme(1, 3) ? 1.0 : 0.0;
  };
  constexpr int n = 3000;
  for (int i = 0; i < n; ++i) school.child(15);
  school.intake();
  expect_share(static_cast<double>(school.tally.study_begun[0][0]), n, 0.25);
  expect_share(static_cast<double>(school.tally.study_begun[0][static_cast<std::size_t>(skill_of(1, ict))]), n, 0.5);
  expect_share(static_cast<double>(school.tally.study_begun[2][static_cast<std::size_t>(skill_of(1, 3))]), n, 0.25);
}

TEST(Intake, NeverExceedsThePlacesAndFillsThemWhileThereAreApplicants) {
  School school;
  school.weight = [](int, int, int, int) { return 1.0; };
  testing::Dice dice(7);
  for (auto& place : school.places) place = dice.below(12);
  for (auto& seat : school.dual) seat = dice.below(4);
  for (int i = 0; i < 900; ++i) i % 2 == 0 ? school.child(15, i % 3) : school.pupil(i % 3);
  school.intake();
  std::int64_t refused_twice = 0;
  for (std::size_t place = 0; place < n_regions; ++place) {
    std::int64_t dual = 0;
    for (std::size_t p = 0; p < n_programmes; ++p) {
      const auto begun = school.tally.study_begun[place][p + 1], seats = school.places[place * n_programmes + p];
      EXPECT_LE(begun, seats);
      EXPECT_GE(begun, std::min<std::int64_t>(seats, school.tally.study_applicants[place][p]));
      dual += school.dual[place * n_programmes + p];
    }
    std::int64_t with_contract = 0;
    for (const Row row : citizens_of(school.block())) {
      with_contract += school.block().is_student(row) && school.block().region[row] == place &&
                       (school.block().skill[row] & skill::dual) != 0;
    }
    EXPECT_LE(with_contract, dual);
  }
  for (const Row row : citizens_of(school.block())) refused_twice += school.block().labour(row) == Labour::unemployed;
  EXPECT_GT(refused_twice, 0) << "the case wants more leavers than places";
  EXPECT_EQ(household_fault(school.block(), september), "");
}

TEST(Intake, WithoutAnyPlaceSendsEveryLeaverOfGrade9ToGrade10AndOfGrade11ToWork) {
  School school;
  school.weight = [](int, int, int, int) { return 5.0; };
  std::fill(school.places.begin(), school.places.end(), 0);
  std::vector<Row> children, pupils;
  for (int i = 0; i < 50; ++i) children.push_back(school.child(15));
  for (int i = 0; i < 50; ++i) pupils.push_back(school.pupil());
  school.intake();
  for (const Row row : children) {
    EXPECT_TRUE(school.block().is_student(row) && !school.block().is_enrolled(row));
    EXPECT_TRUE(school.block().study_ends_in(row, 2026));
  }
  for (const Row row : pupils) EXPECT_EQ(school.block().labour(row), Labour::unemployed);
}

TEST(Intake, AsksOnlyLeaversOfSchoolAndThoseWhoWait) {
  School school;
  school.weight = [](int, int, int, int) { return 1e12; };
  const Row younger = school.child(14), grown = school.child(18), enrolled = school.student(1, ict, 2026);
  const Row in_grade_11 = school.pupil();
  school.block().post[in_grade_11] = study_end(2025);
  school.intake();
  EXPECT_EQ(school.block().labour(younger), Labour::outside);
  EXPECT_EQ(school.block().labour(grown), Labour::outside);
  EXPECT_TRUE(school.block().study_ends_in(enrolled, 2026));
  EXPECT_FALSE(school.block().is_enrolled(in_grade_11));
}

TEST(StudyMoves, MakeAHouseholdOfOneAtThePlaceWithThePapersLeftBehind) {
  School school;
  school.weight = [](int, int, int place, int p) { return place == 2 && p == programme(2, ict) ? 1e15 : 0; };
  const Row mother = school.town.settles({.age = 45});
  const Row sibling = school.town.joins(mother, {.age = 10});
  const Row leaver = school.child(17, 0, mother);
  school.block().set_labour(leaver, Labour::student);
  school.block().post[leaver] = study_end(2024);
  school.intake();
  const Block& block = school.block();
  EXPECT_EQ(household_of(block, leaver), std::vector<Row>{leaver});
  EXPECT_EQ(household_of(block, mother), (std::vector<Row>{mother, sibling}));
  EXPECT_EQ(block.region[leaver], 2);
  EXPECT_EQ(block.registered[leaver], 0);
  EXPECT_EQ(block.home[leaver], 0);
  EXPECT_TRUE(block.has(leaver, status::head) && block.has(leaver, status::unregistered) &&
              !block.has(leaver, status::owner));
  EXPECT_EQ(block.moved[leaver], september);
  EXPECT_EQ(school.tally.moves[0][2], 1);
  EXPECT_EQ(school.tally.study_moves[0][2], 1);
}

TEST(StudyMoves, AreNotMadeIntoTheHubNorByWhoLeadsAFamily) {
  School school;
  school.signals->schooling.hub[1] = 0;
  school.weight = [](int, int, int place, int p) { return place == 0 && p == programme(1, ict) ? 1e15 : 0; };
  const Row commuter = school.child(15, 1);
  const Row lead = school.pupil(2);
  school.town.joins(lead, {.age = 1});
  school.intake();
  EXPECT_EQ(school.block().region[commuter], 1);
  EXPECT_EQ(place_of_study(school.block(), commuter, school.signals->schooling.hub), 0);
  EXPECT_EQ(school.tally.study_begun[0][static_cast<std::size_t>(skill_of(1, ict))], 1);
  EXPECT_EQ(school.block().labour(lead), Labour::unemployed) << "nothing to study at home";
}

TEST(Beds, AreGivenToAsManyAsThereAreAndOnlyToWhoCameFromElsewhere) {
  School school;
  school.weight = [](int, int o, int place, int p) {
    return p == programme(1, ict) && (place == 2 || place == o) ? 100.0 : 0;
  };
  for (int i = 0; i < 300; ++i) school.child(15);
  school.beds[2] = 40;
  school.beds[0] = 40;
  school.intake();
  std::int64_t with_bed = 0, away = 0;
  for (const Row row : citizens_of(school.block())) {
    const bool is_away = (school.block().skill[row] & skill::away) != 0;
    away += is_away;
    if ((school.block().skill[row] & skill::in_dormitory) == 0) continue;
    ++with_bed;
    EXPECT_TRUE(is_away);
  }
  EXPECT_GT(away, 100);
  EXPECT_EQ(with_bed, 40);
}

TEST(DropOut, HappensAtTheHazardOfLevelPlaceAndBed) {
  School school;
  constexpr int n = 3000;
  school.signals->schooling.drop_out[0][0] = {threshold_of(0.1), threshold_of(0.4)};
  for (int i = 0; i < n; ++i) {
    school.student(1, ict, 2030);
    school.student(1, ict, 2030, 20, skill::away);
    school.student(1, ict, 2030, 20, skill::away | skill::in_dormitory);
    school.student(2, ict, 2030);
  }
  school.study();
  std::array<int, 4> left{};
  for (int row = 0; row < 4 * n; ++row)
    left[static_cast<std::size_t>(row % 4)] += !school.block().is_student(static_cast<Row>(row));
  expect_share(left[0], n, 0.1);
  expect_share(left[1], n, 0.4);
  expect_share(left[2], n, 0.1);
  EXPECT_EQ(left[3], 0);
  const auto college = static_cast<std::size_t>(skill_of(1, ict));
  EXPECT_EQ(school.tally.study_dropped[0][college], left[0] + left[1] + left[2]);
}

TEST(DropOut, LeavesNobodyAtSchoolAndNothingLearnt) {
  School school;
  school.signals->schooling.drop_out[0][0] = {always, always};
  const Row pupil = school.pupil(), student = school.student(1, ict, 2030, 15);
  school.study();
  EXPECT_TRUE(school.block().is_student(pupil));
  EXPECT_EQ(school.block().labour(student), Labour::outside) << "too young for the labour force";
  EXPECT_EQ(school.block().skill[student], 0);
  EXPECT_EQ(school.block().post[student], 0);
}

TEST(Course, LastsFromSeptemberToJuneOfItsLastYear) {
  for (const int years : {1, 2, 3, 4, 7}) {
    School school;
    for (auto& of_stage : school.signals->schooling.years) of_stage.fill(years);
    school.weight = [](int, int, int place, int p) { return place == 0 && p == programme(1, ict) ? 1e15 : 0; };
    const Row leaver = school.pupil();
    school.intake();
    int months = 0;
    for (Month month = september + 1; school.block().is_student(leaver) && months < 100; ++month, ++months) {
      school.at(month);
      school.study();
    }
    EXPECT_EQ(months, 12 * years - 3) << "34 months of study and June itself for three years, less September";
    EXPECT_EQ(school.block().skill[leaver], skill_of(1, ict));
    EXPECT_EQ(school.block().labour(leaver), Labour::unemployed);
  }
}

TEST(Graduates, OfCollegesWaitForAUniversityAndCannotChooseACollegeAgain) {
  School school;
  school.signals->schooling.studies_on = always;
  const Row graduate = school.student(1, ict, 2024);
  school.at(month_of(2024, 6));
  school.study();
  EXPECT_TRUE(school.block().is_student(graduate) && !school.block().is_enrolled(graduate));
  EXPECT_EQ(school.block().skill_class(graduate), skill_of(1, ict));
  school.weight = [](int stage, int, int place, int p) {
    return place == 0 && p == programme(2, 1) && stage == static_cast<int>(Stage::after_college) ? 1e15 : 0;
  };
  school.intake();
  EXPECT_EQ(school.block().study_class(graduate), skill_of(2, 1));
}

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
  count_students(before, school.block(), hub);
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
    count_students(school.tally, school.block(), hub);
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
