// Places of study of a whole country: the wishes of the start fall where the
// tables have the students, the policies of studies move what they should, and
// a month's tables agree with the rows.
#include "world/schooling.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "agents/schooling.hpp"
#include "agents/study.hpp"
#include "tests/world/hash_trace.hpp"
#include "tests/world/worlds.hpp"
#include "world/accounts.hpp"
#include "world/observers/snapshot.hpp"

namespace world {
namespace {

using agents::n_programmes;
using testing::built;
using testing::country_scenario;
using testing::Setting;

constexpr agents::Month start = agents::month_of(2023, 3);
constexpr int college_ict = agents::skill_of(1, 5), university_ict = agents::skill_of(2, 5);

// Two regions 200 km apart, one programme at each level (ICT), everything else out.
struct TwoPlaces {
  Country country;
  agents::SchoolingParameters parameters;
  Levers levers;
  std::vector<std::uint8_t> hub = std::vector<std::uint8_t>(agents::max_regions, agents::nowhere);
  StudyFacts facts{.outlook = Grid<double>(2, agents::n_skills, 100e3), .rent = {1000, 1000}, .bed_share = {0, 1}, .prestige = {}};
  Leavers cohorts = Leavers(2, 2, 1000);

  TwoPlaces() {
    country.regions.resize(2);
    country.distance_km = Grid<double>(2, 2, 200);
    country.college_students_persons = {600, 400};
    country.university_students_persons = {500, 500};
    country.field_share_vocational = country.field_share_higher = std::vector<double>(agents::n_fields);
    country.field_share_vocational[5] = country.field_share_higher[5] = 1;
  }
  [[nodiscard]] SchoolingTerms terms() const { return {country, parameters, levers, hub}; }
};

TEST(PlacesOfStudy, AreWeighedAsComputedByHand) {
  TwoPlaces two;
  Schooling schooling = start_schooling(two.terms(), two.facts, two.cohorts);
  // 600 students × 0.371 entrants a student.
  EXPECT_NEAR(schooling.intake(0, college_ict - 1), 222.6, 1e-9);
  schooling.wish = Grid<double>(agents::n_stages, n_programmes, 0.01);
  schooling.pull = Grid<double>(2, 2, 1.0);
  const StudyWeights weights = study_weights(schooling, two.terms(), two.facts);
  // Far: (200 km / 100 km)^−0.6 · exp(−2.6 + 0.5 · bed); wages alike; fee 350 thousand · 0.399 over 1.2 million a year;
  // stipend 20,948 over 60,000.
  const double far = std::pow(2.0, -0.6) * std::exp(-2.6 + 0.5), fee = std::pow(1 + 350e3 * 0.399 / 1.2e6, -0.4);
  const double stipend = std::pow(1 + 20948.0 / 60000, 0.2);
  EXPECT_NEAR(weights.way(0, 1), far, 1e-12);
  EXPECT_NEAR(weights.at(0, 0, 1, college_ict - 1), 0.01 * fee * 148.4 * stipend * far, 1e-9);
  EXPECT_EQ(weights.at(0, 0, 0, 0), 0) << "no student of engineering, no place";
}

TEST(PlacesOfStudy, OfCollegesDrawByThePrestigeOfTheirField) {
  TwoPlaces two;
  const Schooling schooling = start_schooling(two.terms(), two.facts, two.cohorts);
  const StudyWeights before = study_weights(schooling, two.terms(), two.facts);
  two.facts.prestige.assign(agents::n_fields, 0.0);
  two.facts.prestige[5] = 0.4;
  const StudyWeights after = study_weights(schooling, two.terms(), two.facts);
  // 0.5 · 0.4
  EXPECT_NEAR(after.at(0, 0, 1, college_ict - 1) / before.at(0, 0, 1, college_ict - 1), std::exp(0.2), 1e-12);
  EXPECT_EQ(after.at(1, 0, 1, university_ict - 1), before.at(1, 0, 1, university_ict - 1));
}

TEST(PlacesOfStudy, AreWishedAtTheStartAsTheTablesHaveStudents) {
  const Setting setting(country_scenario("1:500"));
  const World world = built(setting);
  const SchoolingTerms terms = world.schooling_terms();
  const Leavers cohorts = young_cohorts(world.census, world.scale());
  StudyFacts facts = study_facts(world);
  facts.outlook = world.schooling.outlook;
  facts.bed_share.assign(facts.bed_share.size(), terms.parameters.dormitory_cover);
  const StudyWeights weights = study_weights(world.schooling, terms, facts);
  const Cube<double> wishes = expected_wishes(weights, leavers_of(weights, world.schooling, terms, cohorts));
  std::vector<double> table, model;
  double all_table = 0, all_model = 0;
  for (int place = 0; place < 20; ++place) {
    double here = 0, intake = 0;
    for (int stage = 0; stage < 2; ++stage) {
      for (int o = 0; o < 20; ++o) here += wishes(wish_layer(stage, 1), o, place);
    }
    for (int p = 0; p < agents::n_fields - 1; ++p) intake += world.schooling.intake(place, p);
    table.push_back(intake);
    model.push_back(here);
    all_table += intake;
    all_model += here;
  }
  for (std::size_t place = 0; place < 20; ++place)
    EXPECT_NEAR(model[place] / all_model, table[place] / all_table, 1e-3);
}

TEST(Students, InTheTablesOfEveryMonthAreThoseOfTheRows) {
  const Setting setting(testing::tiny_scenario({{"synthesis.block_citizens", "256"}}));
  World world = built(setting);
  for (int month = 0; month < 20; ++month) {
    advance(world, Crew(2));  // the books are checked
    agents::PerRegion<agents::Count, agents::n_skills> students{};
    testing::for_each_citizen(world, [&](const agents::Block& block, agents::Row row) {
      if (!block.is_student(row)) return;
      ++students[agents::place_of_study(block, row, world.hub)][static_cast<std::size_t>(block.study_class(row))];
    });
    EXPECT_EQ(students, world.tally.students);
  }
}

TEST(Students, AtTheStartAreInEveryYearOfTheirCourse) {
  const Setting setting(country_scenario("1:100"));
  const World world = built(setting);
  std::array<int, 8> ends{};
  int away = 0, with_bed = 0;
  testing::for_each_citizen(world, [&](const agents::Block& block, agents::Row row) {
    if (!block.is_enrolled(row)) return;
    ++ends[static_cast<std::size_t>(block.post[row] >> agents::study::end_shift & 7)];
    const bool is_away = (block.skill[row] & agents::skill::away) != 0;
    away += is_away;
    with_bed += (block.skill[row] & agents::skill::in_dormitory) != 0;
    EXPECT_TRUE(!is_away || block.has(row, agents::status::head));
  });
  for (int year = 2023; year <= 2026; ++year) EXPECT_GT(ends[static_cast<std::size_t>(year & 7)], 500) << year;
  EXPECT_EQ(ends[2022 & 7] + ends[2021 & 7], 0);
  EXPECT_GT(away, 500);
  EXPECT_NEAR(with_bed, 0.62 * away, 0.1 * away);
}

// The nation at 1:500 after `months` with what `change` adds to its policies.
template <class Change>
World after(int months, Change&& change) {
  Setting setting(country_scenario("1:500"));
  change(setting.scenario.policies);
  World world = built(setting);
  testing::advance_months(world, months);
  return world;
}
World baseline_after(int months) {
  return after(months, [](Policies&) {});
}

std::int64_t of_nation(const Grid<std::int64_t>& year, int what) {
  std::int64_t sum = 0;
  for (int place = 0; place < year.rows(); ++place) sum += year(place, what);
  return sum;
}

double spent(const World& world, const std::string& item) {
  double kzt = 0;
  for (const CostLine& line : observers::take_snapshot(world).costs) kzt += line.item == item ? line.kzt : 0;
  return kzt;
}

Setting with_study_policies(double dose) {
  Setting setting(
      testing::tiny_scenario({{"synthesis.block_citizens", "256"}, {"accounts.dose", std::to_string(dose)}}));
  Policies& policies = setting.scenario.policies;
  policies.free_colleges.push_back({.name = "free", .field = "ict", .start = start});
  policies.stipends.push_back({.name = "stipends", .start = start, .college_factor = 3, .university_factor = 3});
  policies.dormitories.push_back(
      {.name = "house", .region = "XX-3", .start = start, .delivered = start + 3, .beds = 20});
  policies.dual_education.push_back({.name = "dual", .region = "XX-3", .start = start, .seats = 10});
  policies.university_places.push_back({.name = "more", .region = "XX-3", .field = "ict", .start = start, .seats = 10});
  return setting;
}

TEST(StudyPolicies, AtDoseZeroAreTheBaselineToTheBit) {
  const Setting nothing(testing::tiny_scenario({{"synthesis.block_citizens", "256"}}));
  EXPECT_TRUE(testing::same_hashes(testing::trace_of(nothing, 18, Crew(2)),
                                   testing::trace_of(with_study_policies(0), 18, Crew(2))));
  EXPECT_FALSE(testing::same_hashes(testing::trace_of(nothing, 18, Crew(2)),
                                    testing::trace_of(with_study_policies(1), 18, Crew(2))));
}

TEST(StudyPolicies, HaveTheSameHashesOnAnyThreads) {
  const Setting setting = with_study_policies(1);
  EXPECT_TRUE(
      testing::same_hashes(testing::trace_of(setting, 12, Crew(1)), testing::trace_of(setting, 12, Crew(3, 2))));
}

TEST(FreeColleges, DrawMoreApplicantsToTheirField) {
  // A dear college, so that a small nation shows it.
  const auto after_a_free_college = [](bool is_free) {
    Setting setting(country_scenario("1:200", {{"schooling.college_fee_kzt_per_year", "3e6"}}));
    if (is_free) setting.scenario.policies.free_colleges.push_back({.name = "free", .field = "ict", .start = start});
    World world = built(setting);
    testing::advance_months(world, 9);
    return world;
  };
  const World with = after_a_free_college(true), without = after_a_free_college(false);
  EXPECT_GT(of_nation(with.schooling.year.applicants, college_ict),
            of_nation(without.schooling.year.applicants, college_ict));
  EXPECT_GT(spent(with, "free_studies"), 0);
}

TEST(StipendPolicies, LowerDropOut) {
  const World with = after(9, [](Policies& policies) {
    policies.stipends.push_back({.name = "x", .start = start, .college_factor = 10, .university_factor = 10});
  });
  const World without = baseline_after(9);
  std::int64_t dropped_with = 0, dropped_without = 0;
  for (const auto count : with.schooling.year.dropped.cells()) dropped_with += count;
  for (const auto count : without.schooling.year.dropped.cells()) dropped_without += count;
  EXPECT_LT(dropped_with, dropped_without);
  EXPECT_GT(spent(with, "stipends"), 0);
}

TEST(Dormitories, HouseMoreStudentsAndDrawThem) {
  const auto change = [](Policies& policies) {
    policies.dormitories.push_back(
        {.name = "x", .region = "KZ-71", .start = start, .delivered = start + 4, .beds = 30000});
  };
  const World with = after(9, change), without = baseline_after(9);
  const auto astana = static_cast<std::size_t>(with.country.region_of("KZ-71"));
  EXPECT_GT(with.tally.in_dormitory[astana], without.tally.in_dormitory[astana]);
  std::int64_t moved_with = 0, moved_without = 0;
  for (const auto& of_origin : with.tally.study_moves) moved_with += of_origin[astana];
  for (const auto& of_origin : without.tally.study_moves) moved_without += of_origin[astana];
  EXPECT_GT(moved_with, moved_without);
  EXPECT_GT(spent(with, "dormitories_running"), 0);
  EXPECT_GT(spent(after(5, change), "dormitories"), 0);
}

TEST(DualEducation, MakesMorePlacesDual) {
  const World with = after(9, [](Policies& policies) {
    policies.dual_education.push_back({.name = "x", .region = "KZ-35", .start = start, .seats = 5000});
  });
  const World without = baseline_after(9);
  const auto karaganda = static_cast<std::size_t>(with.country.region_of("KZ-35"));
  EXPECT_GE(with.tally.dual_students[karaganda], without.tally.dual_students[karaganda] + 5);
  EXPECT_GT(spent(with, "dual_training"), 0);
}

TEST(UniversityPlaces, AreTaken) {
  const World with = after(9, [](Policies& policies) {
    policies.university_places.push_back(
        {.name = "x", .region = "KZ-71", .field = "ict", .start = start, .seats = 20000});
  });
  const World without = baseline_after(9);
  const int astana = with.country.region_of("KZ-71");
  EXPECT_GT(with.schooling.year.begun(astana, university_ict), without.schooling.year.begun(astana, university_ict));
  EXPECT_GT(spent(with, "places_of_study"), 0);
}

}  // namespace
}  // namespace world
