// Every lever of the table, alone: no dose is the baseline to the bit, a dose
// moves its first indicator the way the table says, and is paid for.
#include "world/lever_table.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <map>
#include <set>

#include "tests/world/hash_trace.hpp"
#include "tests/world/worlds.hpp"
#include "world/observers/panel.hpp"
#include "world/observers/snapshot.hpp"

namespace world {
namespace {

using testing::built;
using testing::Setting;
using testing::tiny_scenario;

constexpr agents::Month start = agents::month_of(2023, 3);
constexpr const char* region = "XX-2";

using Add = std::function<void(Policies&)>;

/// One policy of every kind, large enough to be seen among a thousand people.
const std::map<std::string, Add>& samples() {
  static const std::map<std::string, Add> table = {
      {"job_package",
       [](Policies& all) {
         all.job_packages.push_back(
             {.name = "a", .region = region, .sector = "industry", .start = start, .jobs = 40, .ramp_months = 6});
       }},
      {"growth_centre",
       [](Policies& all) {
         all.growth_centres.push_back({.name = "a",
                                       .centre = "Beta town",
                                       .region = region,
                                       .start = start,
                                       .jobs = 60,
                                       .dwellings_m2 = 900,
                                       .sectors = "industry:0.5, services:0.5",
                                       .ramp_months = 6,
                                       .build_months = 4});
       }},
      {"capacity_project",
       [](Policies& all) {
         all.capacity_projects.push_back(
             {.name = "a", .region = region, .system = "heat", .start = start, .delivered = start + 6, .size = 0.2});
       }},
      {"worker_housing",
       [](Policies& all) {
         all.worker_housing.push_back({.name = "a", .region = region, .start = start, .months = 6, .families = 60});
       }},
      {"mobility_support",
       [](Policies& all) {
         all.mobility_support.push_back({.name = "a", .region = region, .start = start, .kzt_per_household = 2e7});
       }},
      {"free_college",
       [](Policies& all) { all.free_colleges.push_back({.name = "a", .field = "ict", .start = start}); }},
      {"stipends",
       [](Policies& all) {
         all.stipends.push_back({.name = "a", .start = start, .college_factor = 3, .university_factor = 3});
       }},
      {"dormitory",
       [](Policies& all) {
         all.dormitories.push_back({.name = "a", .region = region, .start = start, .delivered = start + 3, .beds = 20});
       }},
      {"dual_education",
       [](Policies& all) {
         all.dual_education.push_back({.name = "a", .region = region, .start = start, .seats = 10});
       }},
      {"university_places",
       [](Policies& all) {
         all.university_places.push_back({.name = "a", .region = region, .field = "ict", .start = start, .seats = 10});
       }},
      {"money_follows_citizens",
       [](Policies& all) {
         all.money_follows_citizens.push_back({.name = "a", .start = start, .share = 0.5, .phase_in_months = 6});
       }},
      {"capacity_planning",
       [](Policies& all) {
         all.capacity_planning.push_back(
             {.name = "a", .region = region, .system = "heat", .start = start, .lag_months = 6, .reserve = 1});
       }},
      {"decent_wages",
       [](Policies& all) {
         all.decent_wages.push_back({.name = "a", .sector = "public_services", .start = start, .raise = 0.2});
       }},
      {"tax_relief",
       [](Policies& all) {
         all.tax_reliefs.push_back(
             {.name = "a", .region = region, .sector = "industry", .start = start, .relief = 0.3});
       }},
      {"connection_rule",
       [](Policies& all) {
         all.connection_rules.push_back({.name = "a", .region = region, .start = start, .reserve = 3});
       }},
      {"commuter_service",
       [](Policies& all) {
         all.commuter_services.push_back({.name = "a", .region = region, .start = start, .minutes = 120});
       }},
      {"benefit_link",
       [](Policies& all) { all.benefit_links.push_back({.name = "a", .start = start, .strength = 1}); }},
      {"research_and_integration",
       [](Policies& all) {
         all.research_and_integration.push_back(
             {.name = "a", .region = region, .start = start, .bln_kzt_per_year = 0.01, .integration = 0.5});
       }},
      {"prestige_campaign",
       [](Policies& all) {
         all.prestige_campaigns.push_back({.name = "a", .field = "engineering", .start = start, .strength = 0.5});
       }},
      {"working_conditions",
       [](Policies& all) {
         all.working_conditions.push_back(
             {.name = "a", .region = region, .sector = "industry", .start = start, .kzt_per_worker = 1e6});
       }},
      {"ai_in_industry",
       [](Policies& all) {
         all.ai_in_industry.push_back(
             {.name = "a", .region = region, .sector = "industry", .start = start, .months = 6, .share = 0.8});
       }},
      {"anchor_agreement",
       [](Policies& all) {
         all.anchor_agreements.push_back({.name = "a",
                                          .anchor = "Mill",
                                          .start = start,
                                          .jobs = 40,
                                          .ramp_months = 6,
                                          .raise = 0.1,
                                          .dual_seats = 4});
       }},
      {"anchor_shock",
       [](Policies& all) {
         all.anchor_shocks.push_back({.name = "a", .anchor = "Mill", .start = start, .jobs = -0.5});
       }},
      {"registration_coverage",
       [](Policies& all) {
         all.registration_coverage.push_back({.name = "a", .start = start, .ramp_months = 6, .coverage = 0.9});
       }},
  };
  return table;
}

/// The tiny country with one lever alone, at a dose; without one where `add` is empty.
Setting with_lever(const Add& add, const char* dose = "1") {
  Setting setting(tiny_scenario({{"synthesis.block_citizens", "256"}, {"accounts.dose", dose}}));
  if (add) add(setting.scenario.policies);
  return setting;
}

/// Sum over the months of the column of the lever's first indicator, and what was spent.
struct Seen {
  double indicator = 0, kzt = 0;
};
Seen watched(const Setting& setting, const LeverFacts& facts, bool is_everywhere) {
  World world = built(setting);
  Seen seen;
  for (int month = 0; month < 2 + facts.months; ++month) {
    testing::advance_months(world, 1);
    const observers::Snapshot snapshot = observers::take_snapshot(world);
    for (const observers::RegionSnapshot& one : snapshot.regions) {
      if (is_everywhere || one.iso == region) seen.indicator += observers::panel_number(one, facts.indicator);
    }
    for (const CostLine& line : snapshot.costs) seen.kzt += line.kzt;
  }
  return seen;
}

class EveryLever : public ::testing::TestWithParam<LeverInfo> {
 protected:
  [[nodiscard]] static const Add& sample() { return samples().at(GetParam().kind); }
};

TEST_P(EveryLever, IsTheBaselineToTheBitWithoutADose) {
  const Crew crew(2);
  const auto baseline = testing::trace_of(with_lever({}), 14, crew);
  EXPECT_TRUE(testing::same_hashes(baseline, testing::trace_of(with_lever(sample(), "0"), 14, crew)));
}

class EveryLeverOfThePanel : public EveryLever {};

TEST_P(EveryLeverOfThePanel, MovesItsFirstIndicatorAndIsPaidFor) {
  const LeverFacts& facts = GetParam().facts;
  bool has_region = false;
  for (const LeverField& field : GetParam().fields) has_region |= field.field.kind == FieldKind::region;
  const Seen without = watched(with_lever({}), facts, !has_region);
  const Seen with = watched(with_lever(sample()), facts, !has_region);
  EXPECT_GT(facts.direction * (with.indicator - without.indicator), 0) << with.indicator << ' ' << without.indicator;
  EXPECT_EQ(without.kzt, 0);
  const bool is_event = GetParam().kind == AnchorShock::kind;
  EXPECT_EQ(with.kzt > 0, !is_event);
}

/// Some levers move what no column of panel.csv has: those of studies, for which a thousand people are too few
/// (schooling_world_test.cpp moves them in the nation, and their prices too), the rule of transfers (money_test.cpp) and
/// the prestige of fields (knowledge_policies_test.cpp).
bool is_tested_elsewhere(const LeverInfo& lever) { return std::string(lever.facts.indicator).find(' ') != std::string::npos; }

INSTANTIATE_TEST_SUITE_P(Table, EveryLever, ::testing::ValuesIn(lever_table()),
                         [](const auto& param) { return param.param.kind; });

std::vector<LeverInfo> levers_of_the_panel() {
  std::vector<LeverInfo> levers;
  for (const LeverInfo& lever : lever_table()) {
    if (!is_tested_elsewhere(lever)) levers.push_back(lever);
  }
  return levers;
}
INSTANTIATE_TEST_SUITE_P(Table, EveryLeverOfThePanel, ::testing::ValuesIn(levers_of_the_panel()),
                         [](const auto& param) { return param.param.kind; });

TEST(LeverTable, LeavesToOthersOnlyTheLeversOfStudiesTransfersAndPrestige) {
  std::vector<std::string> others;
  for (const LeverInfo& lever : lever_table()) {
    if (is_tested_elsewhere(lever)) others.emplace_back(lever.kind);
  }
  EXPECT_EQ(others,
            (std::vector<std::string>{"free_college", "stipends", "dormitory", "dual_education", "university_places",
                                      "money_follows_citizens", "prestige_campaign"}));
}

TEST(LeverTable, SaysAllOfEveryLever) {
  std::set<std::string> kinds;
  for (const LeverInfo& lever : lever_table()) {
    EXPECT_TRUE(kinds.insert(lever.kind).second) << lever.kind;
    EXPECT_TRUE(samples().contains(lever.kind)) << lever.kind << " has no sample for these tests";
    for (const char* words : {lever.facts.design, lever.facts.sentence, lever.facts.mechanism, lever.facts.cost})
      EXPECT_NE(std::string(words), "") << lever.kind;
    EXPECT_TRUE(lever.facts.direction == 1 || lever.facts.direction == -1) << lever.kind;
    for (const LeverField& one : lever.fields) EXPECT_NE(std::string(one.field.sentence), "") << one.field.name;
  }
}

}  // namespace
}  // namespace world
