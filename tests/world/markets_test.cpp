// Levers of markets, exactly: what a raise pays and costs, what a relief is worth, what a rule of connections lets be
// begun, how far minutes reach, and what benefits by registration do.
#include <gtest/gtest.h>

#include <cmath>

#include "tests/world/small_country.hpp"
#include "tests/world/worlds.hpp"
#include "world/accounts.hpp"
#include "world/funding.hpp"
#include "world/housing.hpp"
#include "world/policy.hpp"
#include "world/vital.hpp"

namespace world {
namespace {

using testing::built;
using testing::LabourScene;
using testing::open_sector;
using testing::Setting;
using testing::small_country;
using testing::tiny_scenario;

constexpr agents::Month start = agents::month_of(2023, 3);

/// All of it is paid.
FundingBook paid_in_full(const std::string& policy) {
  FundingBook book;
  book.policies.push_back(Funding{.policy = policy, .paid = {.share = 1}});
  return book;
}

Levers levers_with(const Setting& setting) {
  return levers_of(setting.scenario, setting.country, start, paid_in_full("a"));
}

// A tenth more in a sector of which the public pays 0.7: the target rises by 0.1, an employer's cost of a post by
// 1.1 · (1 − 0.7 · 0.1 / 1.1) = 1.03.
TEST(DecentWages, RaiseTheTargetAndCostPrivateEmployersTheirPart) {
  Setting setting(tiny_scenario());
  setting.scenario.policies.decent_wages.push_back(
      {.name = "a", .sector = "public_services", .start = start, .raise = 0.1});
  const Levers levers = levers_with(setting);
  const int sector = setting.country.sector_of("public_services");
  for (int region = 0; region < setting.country.n_regions(); ++region) {
    EXPECT_DOUBLE_EQ(levers.wage_raise(region, sector), 0.1);
    EXPECT_NEAR(1.1 * levers.labour_cost(region, sector), 1.03, 1e-12);
    EXPECT_EQ(levers.labour_cost(region, 0), 1);
  }
}

// 100 public posts of 220,000 KZT with the raise in it: 70 are the public's, a year of each holds 240,000 of raise.
TEST(DecentWages, CostThePublicTheRaiseOfItsOwnPosts) {
  Setting setting(tiny_scenario());
  setting.scenario.policies.decent_wages.push_back(
      {.name = "a", .sector = "public_services", .start = start, .raise = 0.1});
  const int sector = setting.country.sector_of("public_services");
  Recipients recipients{.wage = Grid<double>(3, 4, 220000), .employees = Grid<double>(3, 4)};
  recipients.employees(1, sector) = 100;
  const auto lines = month_costs(setting.scenario, setting.country, start, recipients);
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_NEAR(lines[0].quantity * 12, 70, 1e-9);
  EXPECT_NEAR(lines[0].cost.kzt, 240000, 1e-6);
  EXPECT_NEAR(lines[0].kzt, 70 * 20000, 1e-6);
}

TEST(DecentWages, MoveTheWageTowardsTheNewTargetAtTheSpeedOfRises) {
  LabourScene scene(small_country(1, {open_sector("all")}));
  scene.employ(0, 0, 1000);
  Labour labour = start_labour(scene.terms(), scene.tally);
  labour_responds(labour, scene.terms(), scene.tally, {.wage_raise = Grid<double>(1, 1, 0.1), .public_spending = {1}},
                  agents::Chance{.seed = 5}, false);
  EXPECT_NEAR(std::log(labour.wage(0, 0) / labour.base_wage(0, 0)),
              scene.labour_parameters.wage_up_per_month * std::log(1.1), 1e-9);
}

// A fifth off the labour cost with an elasticity of 0.5: 0.8^(−0.5) = 1.118 times the posts.
TEST(TaxRelief, AddsPostsByTheElasticityOfDemand) {
  LabourScene scene(small_country(1, {open_sector("all")}));
  scene.employ(0, 0, 100000);
  Labour labour = start_labour(scene.terms(), scene.tally);
  const auto before = static_cast<double>(labour.posts(0, 0));
  labour_responds(labour, scene.terms(), scene.tally, {.labour_cost = Grid<double>(1, 1, 0.8), .public_spending = {1}},
                  agents::Chance{.seed = 5}, false);
  EXPECT_NEAR(static_cast<double>(labour.posts(0, 0)) / before, std::pow(0.8, -0.5), 1e-4);
}

// The relief is given to all posts of the cell: 50 posts of 200,000 KZT, a tenth: a million a month.
TEST(TaxRelief, CostsTheReliefOfAllPostsThere) {
  Setting setting(tiny_scenario());
  setting.scenario.policies.tax_reliefs.push_back(
      {.name = "a", .region = "XX-2", .sector = "industry", .start = start, .relief = 0.1});
  Recipients recipients{.wage = Grid<double>(3, 4, 200000), .employees = Grid<double>(3, 4)};
  recipients.employees(setting.country.region_of("XX-2"), setting.country.sector_of("industry")) = 50;
  const auto lines = month_costs(setting.scenario, setting.country, start, recipients);
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_EQ(lines[0].item, "tax_relief");
  EXPECT_NEAR(lines[0].kzt, 1e6, 1e-6);
}

TEST(ConnectionRule, LetsBuildersBeginTheShareThatIsPermitted) {
  const Country country = small_country(2, {});
  const std::vector<double> people(2, 50000.0), income(2, 100000.0);
  HousingParameters parameters;
  Housing housing = start_housing(country, parameters, people, income, {0, 0}, 1);
  const int slot = 24276 % housing.pipeline_m2.columns();
  housing_responds(housing, parameters, people, income, {1, 0.25}, 24276);
  EXPECT_GT(housing.pipeline_m2(0, slot), 0);
  EXPECT_NEAR(housing.pipeline_m2(1, slot) / housing.pipeline_m2(0, slot), 0.25, 1e-9);
}

TEST(ConnectionRule, DoesNothingWhereThereIsRoom) {
  const auto rents = [](double reserve, bool has_rule) {
    Setting setting(tiny_scenario());
    if (has_rule) {
      setting.scenario.policies.connection_rules.push_back(
          {.name = "a", .region = "XX-2", .start = start, .reserve = reserve});
    }
    World world = built(setting);
    testing::advance_months(world, 40);
    return world.housing.rent[1];
  };
  EXPECT_EQ(rents(0, true), rents(0, false));
  EXPECT_GT(rents(5, true), rents(0, false));
}

// 30 minutes at 0.02 a minute: the logit of looking in the hub rises by 0.6.
TEST(CommuterService, RaisesTheLogitByTheMinutesSaved) {
  const Setting setting(tiny_scenario());
  const Parameters& parameters = setting.scenario.parameters;
  const auto chance = [&](double minutes) {
    return commute_chances(setting.country, {0, 0.2, 0}, {1, 1, 1}, {1, 1, 1}, {0, 0, 0}, {0, minutes, 0},
                           parameters)[1];
  };
  const auto logit = [](double p) { return std::log(p / (1 - p)); };
  EXPECT_NEAR(chance(0), 0.2, 1e-12);
  EXPECT_NEAR(logit(chance(30)) - logit(chance(0)), 0.6, 1e-9);
}

TEST(BenefitLink, RaisesTheHazardOfRegisteringByItsResponse) {
  agents::RegistrationSignals without, with;
  agents::RegistrationParameters parameters;
  registration_speaks(without, parameters, 0, 0);
  registration_speaks(with, parameters, 0, 0.5);
  EXPECT_NEAR(static_cast<double>(with.hazard) / static_cast<double>(without.hazard),
              1 + 0.5 * parameters.benefit_response, 1e-6);
}

}  // namespace
}  // namespace world
