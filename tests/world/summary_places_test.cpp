// The summary's parts on infrastructure and policies: in three languages, with
// the centre, its region and the price.
#include "world/observers/summary_places.hpp"

#include <gtest/gtest.h>

#include "tests/world/worlds.hpp"

namespace world::observers {
namespace {

Summary summary_with(const std::vector<CostLine>& costs) {
  const world::testing::Setting setting(world::testing::tiny_scenario());
  World world = world::testing::built(setting);
  Summary summary;
  summary.add(take_snapshot(world));
  world::testing::advance_months(world, 1);
  Snapshot month = take_snapshot(world);
  month.costs = costs;
  summary.add(month);
  summary.add(month);
  return summary;
}

TEST(PoliciesSection, NamesTheCentreItsRegionAndThePriceAndSaysResultsAreOfTheRegion) {
  const Summary summary = summary_with({{.policy = "package", .centre = "Beta town", .item = "jobs", .region = "XX-2",
                                         .unit = "", .cost = {1e9, "derived", "row"}, .kzt = 3e9, .present_value_kzt = 2e9},
                                        {.policy = "package", .centre = "Beta town", .item = "roads", .region = "XX-2",
                                         .unit = "", .cost = {1e9, "placeholder", ""}, .kzt = 1e9, .present_value_kzt = 1e9}});
  ASSERT_EQ(summary.spending().size(), 1U);
  EXPECT_DOUBLE_EQ(summary.spending()[0].kzt, 8e9);
  RunLabel label;
  label.discount_per_year = 0.06;
  label.value_year = 2027;
  const std::string text = policies_section(summary, label, Language::en);
  EXPECT_NE(text.find("| package | Beta town | Beta | 8.0 | 6.0 | 25 |"), std::string::npos) << text;
  EXPECT_NE(text.find("whole region"), std::string::npos);
  EXPECT_NE(policies_section(summary, label, Language::kk).find("| package | Beta town | Бета | 8,0 | 6,0 | 25 |"), std::string::npos);
}

TEST(PoliciesSection, SaysThatThereAreNone) {
  EXPECT_NE(policies_section(summary_with({}), RunLabel{}, Language::ru).find("новых мер нет"), std::string::npos);
}

TEST(InfrastructureSection, HasARowForEveryRegionInEveryLanguage) {
  const Summary summary = summary_with({});
  for (const Language language : languages) {
    const std::string text = infrastructure_section(summary, language);
    for (const RegionSnapshot& region : summary.last().regions) {
      EXPECT_NE(text.find("| " + name_in(region, language) + " |"), std::string::npos);
    }
  }
}

}  // namespace
}  // namespace world::observers
