// Every kind of policy: no dose is no policy to the bit, a dose moves its first
// indicator the way it should, and its price is in the accounts.
#include "world/policies.hpp"

#include <gtest/gtest.h>

#include "tests/world/hash_trace.hpp"
#include "tests/world/worlds.hpp"
#include "world/accounts.hpp"
#include "world/policy.hpp"

namespace world {
namespace {

using testing::built;
using testing::Setting;
using testing::tiny_scenario;

constexpr agents::Month start = agents::month_of(2023, 3);

GrowthCentre centre_of_beta() {
  return GrowthCentre{.name = "centre", .centre = "Beta town", .region = "XX-2", .start = start,
                      .jobs = 60, .dwellings_m2 = 900, .heat_gcal_per_h = 0.4, .water_thousand_m3_per_day = 0.1,
                      .school_seats = 30, .road_persons = 50, .sectors = "industry:0.5, services:0.5",
                      .ramp_months = 6, .wage_factor = 1.2, .build_months = 4};
}

// The tiny country with one policy of every kind, all at the same dose.
Setting with_policies(double dose) {
  Setting setting(tiny_scenario({{"synthesis.block_citizens", "256"}, {"accounts.dose", std::to_string(dose)}}));
  Policies& policies = setting.scenario.policies;
  policies.job_packages.push_back({.name = "park", .region = "XX-2", .sector = "industry", .start = start, .jobs = 40, .ramp_months = 6});
  policies.growth_centres.push_back(centre_of_beta());
  policies.capacity_projects.push_back({.name = "plant", .region = "XX-3", .system = "heat", .start = start, .delivered = start + 6, .size = 0.2});
  policies.worker_housing.push_back({.name = "homes", .region = "XX-1", .start = start, .months = 6, .families = 20});
  policies.mobility_support.push_back({.name = "grants", .region = "XX-1", .start = start, .kzt_per_household = 2e6});
  policies.registration_coverage.push_back({.name = "register", .start = start, .ramp_months = 6, .coverage = 0.9});
  return setting;
}

// The tiny country after `months` with what `change` adds to its policies.
template <class Change>
World after(int months, Change&& change) {
  Setting setting(tiny_scenario({{"synthesis.block_citizens", "256"}}));
  change(setting.scenario.policies);
  World world = built(setting);
  testing::advance_months(world, months);
  return world;
}
World baseline_after(int months) {
  return after(months, [](Policies&) {});
}

TEST(Policies, AtDoseZeroAreTheBaselineToTheBit) {
  const Setting nothing(tiny_scenario({{"synthesis.block_citizens", "256"}}));
  EXPECT_TRUE(testing::same_hashes(testing::trace_of(nothing, 18, Crew(2)), testing::trace_of(with_policies(0), 18, Crew(2))));
  EXPECT_FALSE(testing::same_hashes(testing::trace_of(nothing, 18, Crew(2)), testing::trace_of(with_policies(1), 18, Crew(2))));
}

TEST(Policies, HaveTheSameHashesOnAnyThreads) {
  const Setting setting = with_policies(1);
  EXPECT_TRUE(testing::same_hashes(testing::trace_of(setting, 12, Crew(1)), testing::trace_of(setting, 12, Crew(3, 2))));
}

TEST(JobPackages, AddPostsInTheirRegion) {
  const World with = after(12, [](Policies& policies) {
    policies.job_packages.push_back({.name = "park", .region = "XX-2", .sector = "industry", .start = start, .jobs = 40, .ramp_months = 6});
  });
  const int region = with.country.region_of("XX-2"), sector = with.country.sector_of("industry");
  EXPECT_GE(with.labour.posts(region, sector), baseline_after(12).labour.posts(region, sector) + 15);
}

TEST(GrowthCentres, AddPostsDwellingsAndCapacityAndLowerRents) {
  const World with = after(12, [](Policies& policies) { policies.growth_centres.push_back(centre_of_beta()); });
  const World without = baseline_after(12);
  const int region = with.country.region_of("XX-2");
  const auto r = static_cast<std::size_t>(region);
  const auto posts = [&](const World& world) {
    std::int64_t sum = 0;
    for (int s = 0; s < world.country.n_sectors(); ++s) sum += world.labour.posts(region, s);
    return sum;
  };
  EXPECT_GE(posts(with), posts(without) + 20);
  EXPECT_NEAR(with.housing.stock_m2[r] - without.housing.stock_m2[r], 900, 10);
  EXPECT_LT(with.housing.rent[r], without.housing.rent[r]);
  const double amounts[] = {0.4, 0.1, 30, 50};
  for (int s = 0; s < n_systems; ++s) {
    EXPECT_NEAR(with.infrastructure.capacity(s, region) - without.infrastructure.capacity(s, region), amounts[s], amounts[s] * 0.01) << s;
  }
}

TEST(GrowthCentres, PayTheirPostsMoreByTheWageFactor) {
  auto wages_at = [](double factor) {
    const World world = after(12, [&](Policies& policies) {
      policies.growth_centres.push_back(centre_of_beta());
      policies.growth_centres[0].wage_factor = factor;
    });
    return world.labour.wage(world.country.region_of("XX-2"), world.country.sector_of("industry"));
  };
  EXPECT_GT(wages_at(1.3), wages_at(1.0));
}

TEST(CapacityProjects, NeverRaiseADeficit) {
  const World with = after(16, [](Policies& policies) {
    policies.capacity_projects.push_back({.name = "plant", .region = "XX-3", .system = "water", .start = start, .delivered = start + 2, .size = 0.05});
  });
  const World without = baseline_after(16);
  const int region = with.country.region_of("XX-3");
  EXPECT_GT(without.infrastructure.deficit_months(System::water, region), 0);
  EXPECT_LT(with.infrastructure.deficit_months(System::water, region), without.infrastructure.deficit_months(System::water, region));
}

TEST(WorkerHousing, MakesItsRegionDearerToNobody) {
  const World with = after(7, [](Policies& policies) {
    policies.worker_housing.push_back({.name = "homes", .region = "XX-1", .start = start, .months = 3, .families = 10});
  });
  const World without = baseline_after(7);
  const auto r = static_cast<std::size_t>(with.country.region_of("XX-1"));
  EXPECT_GT(with.signals->migration.rent[r], without.signals->migration.rent[r] + 0.01);
}

TEST(MobilitySupport, DrawsMoreHouseholdsIntoItsRegion) {
  std::int64_t with = 0, without = 0;
  for (const double grant : {0.0, 9e8}) {
    Setting setting(tiny_scenario());
    setting.scenario.policies.mobility_support.push_back({.name = "grants", .region = "XX-1", .start = start, .kzt_per_household = grant});
    World world = built(setting);
    for (int month = 0; month < 36; ++month) {
      advance(world, Crew(2));
      (grant > 0 ? with : without) += world.tally.households_arrived[0];
    }
  }
  EXPECT_GT(with, without);
}

TEST(RegistrationCoverage, LeavesFewerPeopleUnregistered) {
  const World with = after(30, [](Policies& policies) {
    policies.registration_coverage.push_back({.name = "register", .start = start, .ramp_months = 2, .coverage = 1});
  });
  std::int64_t unseen_with = 0, unseen_without = 0;
  const World without = baseline_after(30);
  for (std::size_t r = 0; r < 3; ++r) {
    unseen_with += with.tally.unregistered[r];
    unseen_without += without.tally.unregistered[r];
  }
  EXPECT_LT(unseen_with, unseen_without);
}

double present_value(const Scenario& scenario, const Country& country) {
  double sum = 0;
  for (agents::Month month = scenario.start; month < scenario.start + 240; ++month) {
    for (const CostLine& line : month_costs(scenario, country, month, {.households_arrived = std::vector<double>(20, 100.0), .students = {}})) sum += line.present_value_kzt;
  }
  return sum;
}

// The packages on offer can be compared: each costs the same.
TEST(Accounts, TheBundledPackagesHaveOnePresentValue) {
  for (const char* name : {"aktobe", "shymkent", "karaganda", "semey", "alatau", "turkistan", "aktau", "pavlodar",
                           "kostanay", "atyrau", "astana_more"}) {
    const Scenario scenario = load_scenario(testing::scenario_folder / (std::string(name) + ".toml"));
    const Country country = load_country(scenario.country);
    check_against(scenario, country);
    EXPECT_NEAR(present_value(scenario, country) / 1e12, 1, 1e-9) << name;
  }
  const Scenario nothing = load_scenario(testing::scenario_folder / "baseline.toml");
  EXPECT_EQ(present_value(nothing, load_country(nothing.country)), 0);
}

TEST(Accounts, TakeACentresOwnFiguresWhereTheTableHasThemAndSayWhenThereAreNone) {
  const Country country = load_country(load_scenario(testing::scenario_folder / "kazakhstan.toml").country);
  const AccountsParameters parameters;
  const UnitCost aktobe = unit_cost(country, parameters, PackagePart::jobs, "Aktobe", country.region_of("KZ-15"));
  EXPECT_NEAR(aktobe.kzt, 0.25 * 1700e9 / 39000, 1);
  EXPECT_EQ(aktobe.benchmark, "growth_centres.csv: Aktobe, times the public share");
  EXPECT_EQ(aktobe.basis, "estimated");
  const UnitCost karaganda = unit_cost(country, parameters, PackagePart::jobs, "Karaganda", country.region_of("KZ-35"));
  EXPECT_NEAR(karaganda.kzt, 0.25 * 99.7e6, 1);
  EXPECT_NEAR(unit_cost(country, parameters, PackagePart::dwellings, "", country.region_of("KZ-55")).kzt, 88e3, 1);
  EXPECT_EQ(unit_cost(country, parameters, PackagePart::roads, "", 0).basis, "placeholder");
}

TEST(Accounts, GrantsArePaidToEveryHouseholdThatComes) {
  Setting setting(tiny_scenario());
  setting.scenario.policies.mobility_support.push_back({.name = "grants", .region = "XX-2", .start = start, .kzt_per_household = 1e6});
  const auto lines = month_costs(setting.scenario, setting.country, start, {.households_arrived = {5, 7, 11}, .students = {}});
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_DOUBLE_EQ(lines[0].kzt, 7e6);
  EXPECT_TRUE(month_costs(setting.scenario, setting.country, start - 1, {.households_arrived = {5, 7, 11}, .students = {}}).empty());
}

TEST(Policies, AreWrittenBackAsTheyWereRead) {
  const Scenario scenario = load_scenario(testing::scenario_folder / "karaganda.toml");
  const std::string text = resolved_toml(scenario, "kazakhstan");
  EXPECT_NE(text.find("[[growth_centre]]\nname = \"Karaganda package\""), std::string::npos);
  EXPECT_NE(text.find("budget_bln_kzt = 1000\n"), std::string::npos);
}

}  // namespace
}  // namespace world
