// Levers come from the one declaration of policies and obey the checks of a scenario.
#include "render/session_levers.hpp"

#include <gtest/gtest.h>

#include "render/session_past.hpp"
#include "tests/world/tiny_copy.hpp"
#include "tests/world/worlds.hpp"

namespace viewer::testing {
namespace {

using world::testing::names_all;
using world::testing::refusal_of;

/// A kind that nobody has declared in world/policies.hpp.
struct FreeBuses {
  static constexpr const char* kind = "free_buses";
  std::string name;
  agents::Month start = 0;
  double buses = 12;

  template <class Self, class See>
  static void visit(Self& self, See&& see) {
    using world::FieldKind;
    using world::PolicyField;
    see(self.name, PolicyField{"name", FieldKind::text, "", 0, 0, true, "a short name"});
    see(self.start, PolicyField{"start", FieldKind::month, "", 0, 0, true, "the first month"});
    see(self.buses, PolicyField{"buses", FieldKind::number, "buses", 1, 90, false, "how many"});
  }
};

TEST(LeverKinds, AppearByBeingDeclared) {
  const KindInfo info = describe_kind<FreeBuses>();
  EXPECT_EQ(info.kind, "free_buses");
  ASSERT_EQ(info.fields.size(), 3U);
  EXPECT_EQ(info.fields[0].default_value, "");
  EXPECT_TRUE(info.fields[1].is_required);
  EXPECT_EQ(info.fields[1].kind, world::FieldKind::month);
  EXPECT_EQ(info.fields[2].unit, "buses");
  EXPECT_EQ(info.fields[2].high, 90);
  EXPECT_EQ(info.fields[2].default_value, "12");
  EXPECT_EQ(info.fields[2].sentence, "how many");
}

TEST(LeverKinds, AreAllThoseAScenarioMayHold) {
  std::vector<std::string> kinds;
  for (const KindInfo& kind : policy_kinds()) kinds.push_back(kind.kind);
  const world::Policies none;
  std::size_t n = 0;
  world::visit_policies(
      none, [&](const auto& list) { EXPECT_EQ(kinds.at(n++), std::remove_cvref_t<decltype(list[0])>::kind); });
  EXPECT_EQ(kinds.size(), n);
}

class LeversOfTheTinyCountry : public ::testing::Test {
 protected:
  world::testing::Setting setting_{world::testing::tiny_scenario()};
  Levers levers_{setting_.scenario, setting_.country};
  const Fields plant_{
      {"name", "Plant"}, {"region", "XX-1"}, {"sector", "industry"}, {"start", "2024-01"}, {"jobs", "40"}};
};

TEST_F(LeversOfTheTinyCountry, OfferTheRegionsAndSectorsOfTheCountry) {
  EXPECT_EQ(choices_of(world::FieldKind::region, setting_.country), (std::vector<std::string>{"XX-1", "XX-2", "XX-3"}));
  EXPECT_FALSE(choices_of(world::FieldKind::sector, setting_.country).empty());
  EXPECT_TRUE(choices_of(world::FieldKind::number, setting_.country).empty());
}

TEST_F(LeversOfTheTinyCountry, AddChangeAndRemoveAPolicy) {
  levers_.add("job_package", plant_);
  ASSERT_EQ(levers_.policies().size(), 1U);
  EXPECT_EQ(levers_.policies()[0].at("additionality"), "0.6");
  EXPECT_TRUE(levers_.is_changed("Plant"));
  levers_.change("Plant", {{"jobs", "55.5"}, {"start", "2025-06"}});
  EXPECT_EQ(levers_.scenario().policies.job_packages.at(0).jobs, 55.5);
  EXPECT_EQ(levers_.scenario().policies.job_packages.at(0).start, agents::month_of(2025, 6));
  levers_.remove("Plant");
  EXPECT_TRUE(levers_.policies().empty());
}

TEST_F(LeversOfTheTinyCountry, UndoAndDoAgainEveryEditEvenAReset) {
  levers_.add("job_package", plant_);
  levers_.change("Plant", {{"jobs", "50"}});
  levers_.reset();
  EXPECT_TRUE(levers_.policies().empty());
  EXPECT_TRUE(levers_.undo());
  EXPECT_EQ(levers_.policies().at(0).at("jobs"), "50");
  EXPECT_TRUE(levers_.undo());
  EXPECT_EQ(levers_.policies().at(0).at("jobs"), "40");
  EXPECT_TRUE(levers_.undo());
  EXPECT_FALSE(levers_.undo());
  EXPECT_TRUE(levers_.policies().empty());
  EXPECT_TRUE(levers_.redo());
  EXPECT_EQ(levers_.scenario().policies.job_packages.at(0).jobs, 40);
  levers_.change("Plant", {{"jobs", "60"}});
  EXPECT_FALSE(levers_.redo()) << "an edit ends what could be done again";
}

TEST_F(LeversOfTheTinyCountry, MakeUpAFreeName) {
  Fields fields = plant_;
  fields.erase(fields.begin());
  levers_.add("job_package", fields);
  levers_.add("job_package", fields);
  EXPECT_EQ(levers_.policies().at(1).name(), "job_package 2");
}

TEST_F(LeversOfTheTinyCountry, RefuseWhatAScenarioRefusesAndStayAsTheyWere) {
  levers_.add("job_package", plant_);
  const std::vector<PolicyText> before = levers_.policies();
  const auto change = [&](const char* field, const char* value) {
    return refusal_of([&] { levers_.change("Plant", {{field, value}}); });
  };
  EXPECT_TRUE(names_all(change("jobs", "-1"), {"lever 'Plant'", "'jobs' is '-1'", "0 to"}));
  EXPECT_TRUE(names_all(change("jobs", "many"), {"'jobs' is 'many'", "a number"}));
  EXPECT_TRUE(names_all(change("region", "XX-9"), {"lever 'Plant'", "XX-9", "regions"}));
  EXPECT_TRUE(names_all(change("start", "2022-01"), {"2022-01", "2023-01"}));
  EXPECT_TRUE(names_all(change("start", "soon"), {"soon", "YYYY-MM"}));
  EXPECT_TRUE(names_all(change("jbos", "1"), {"did you mean 'job_package.jobs'"}));
  EXPECT_TRUE(names_all(refusal_of([&] { levers_.add("job_package", plant_); }), {"Plant", "allowed once"}));
  EXPECT_TRUE(names_all(refusal_of([&] { levers_.add("job_pakage", plant_); }), {"did you mean 'job_package'"}));
  EXPECT_TRUE(names_all(refusal_of([&] { levers_.remove("Plnt"); }), {"did you mean 'Plant'"}));
  EXPECT_EQ(levers_.policies(), before);
}

TEST_F(LeversOfTheTinyCountry, ChangeFieldsTogetherThatOnlyFitTogether) {
  levers_.add("growth_centre", {{"name", "Town"},
                                {"centre", "Beta town"},
                                {"region", "XX-2"},
                                {"start", "2024-01"},
                                {"budget_bln_kzt", "1"},
                                {"sectors", "industry:1"}});
  EXPECT_NE(refusal_of([&] { levers_.change("Town", {{"share_jobs", "0.4"}}); }), "accepted");
  levers_.change("Town", {{"share_jobs", "0.4"}, {"share_heat", "0.2"}});
  EXPECT_EQ(levers_.scenario().policies.growth_centres.at(0).share_heat, 0.2);
}

TEST_F(LeversOfTheTinyCountry, HaveAPastThatCannotBeChanged) {
  const agents::Month first = agents::month_of(2022, 12), now = agents::month_of(2024, 6);
  const world::Policies none;
  levers_.add("job_package", plant_);  // begins 2024-01
  EXPECT_FALSE(is_same_past(none, levers_.scenario().policies, now));
  EXPECT_TRUE(is_same_past(none, levers_.scenario().policies, agents::month_of(2023, 12)));
  EXPECT_EQ(last_common_month(none, levers_.scenario().policies, first, now), agents::month_of(2023, 12));
  const auto refusal = [&](const world::Policies& lived) {
    return refusal_of([&] { check_past(lived, levers_.scenario().policies, first, now); });
  };
  EXPECT_TRUE(names_all(refusal(none), {"'Plant' would have begun in 2024-01", "2024-06 is past", "2024-07 or later",
                                        "run from 2023-12"}));
  const world::Policies lived = levers_.scenario().policies;
  levers_.change("Plant", {{"jobs", "50"}});
  EXPECT_TRUE(names_all(refusal(lived), {"'Plant' began in 2024-01 as it was", "no policy that changes"}));
  levers_.remove("Plant");
  EXPECT_TRUE(names_all(refusal(lived), {"'Plant' began in 2024-01"}));
  levers_.undo();
  levers_.undo();
  levers_.change("Plant", {{"start", "2024-07"}});
  EXPECT_EQ(refusal(none), "accepted");
}

}  // namespace
}  // namespace viewer::testing
