// Leavers of school choose by a multinomial logit, places and beds are never
// over-given, and courses last as long as they should.
#include "tests/agents/school_town.hpp"

namespace agents {
namespace {

using namespace school_town;

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

}  // namespace
}  // namespace agents
