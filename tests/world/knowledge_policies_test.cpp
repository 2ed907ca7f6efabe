// Policies of knowledge, professions and anchor employers: doses and prices by
// hand, in the tiny country.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "tests/world/tiny_copy.hpp"
#include "tests/world/worlds.hpp"
#include "world/accounts.hpp"
#include "world/anchors.hpp"
#include "world/observers/snapshot.hpp"
#include "world/policy.hpp"

namespace world {
namespace {

using namespace testing;

constexpr agents::Month start = agents::month_of(2023, 3);
constexpr int alpha = 0, beta = 1, industry = 1;

/// The doses of `month` when all is paid.
Levers doses(const Setting& setting, agents::Month month) {
  FundingBook book;
  visit_policies(setting.scenario.policies, [&](const auto& list) {
    for (const auto& policy : list) {
      Funding funding{.policy = policy.name};
      funding.paid.share = 1;
      funding.paid_months[0] = std::max(0, month - policy.start + 1);
      book.policies.push_back(funding);
    }
  });
  return levers_of(setting.scenario, setting.country, month, book);
}

double spent(const Setting& setting, agents::Month month) {
  double kzt = 0;
  for (const CostLine& line : month_costs(setting.scenario, setting.country, month, {})) kzt += line.kzt;
  return kzt;
}

TEST(ResearchPolicy, BuysWhatItSpendsAndPostsWithHalfOfIt) {
  Setting setting(tiny_scenario());
  setting.scenario.policies.research_and_integration = {
      {.name = "a", .region = "XX-2", .start = start, .months = 12, .bln_kzt_per_year = 0.12, .integration = 0.5}};
  const Levers levers = doses(setting, start);
  EXPECT_NEAR(levers.research_kzt[beta], 0.12e9, 1e-3);
  EXPECT_NEAR(levers.integration[beta], 0.5, 1e-12);
  double wages = 0;
  for (int s = 0; s < 4; ++s) wages += levers.posts(beta, s) * setting.country.sector_wage_kzt(beta, s);
  EXPECT_NEAR(wages, 0.5 * 0.12e9 / 12, 1e-3);
  EXPECT_EQ(levers.posts(beta, 0), 0) << "no research on farms";
  EXPECT_NEAR(spent(setting, start), 0.12e9 / 12 + 0.5 * 5e9 / 12, 1e-3);
  EXPECT_EQ(spent(setting, start + 12), 0);
  EXPECT_EQ(doses(setting, start + 12).research_kzt, std::vector<double>{});
}

TEST(ConditionsAndAi, ArePaidByTheWorker) {
  Setting setting(tiny_scenario());
  setting.scenario.policies.working_conditions = {
      {.name = "a", .region = "XX-2", .sector = "industry", .start = start, .kzt_per_worker = 1.2e6}};
  EXPECT_NEAR(doses(setting, start).conditions_kzt(beta, industry), 1e5, 1e-9);
  EXPECT_NEAR(spent(setting, start), 42 / 12.0 * 1.2e6 * 0.5, 1e-6);  // 42 work there
  setting.scenario.policies = {};
  setting.scenario.policies.ai_in_industry = {
      {.name = "a", .region = "XX-2", .sector = "industry", .start = start, .months = 10, .share = 0.5}};
  EXPECT_NEAR(doses(setting, start + 3).ai_share(beta, industry), 0.5 * 4 / 10, 1e-12);
  EXPECT_NEAR(doses(setting, start + 9).ai_share(beta, industry), 0.5, 1e-12);
  EXPECT_NEAR(spent(setting, start), 0.5 * 42 / 10 * 2e6, 1e-6);
}

TEST(AnchorAgreement, GrowsTheAnchorInItsCellsForAFifthOfItsWages) {
  Setting setting(tiny_scenario());
  setting.scenario.policies.anchor_agreements = {{.name = "a",
                                                  .anchor = "Mine",
                                                  .start = start,
                                                  .jobs = 30,
                                                  .ramp_months = 1,
                                                  .additionality = 1,
                                                  .dual_seats = 6}};
  // The mine has 0.4 · 25 = 10 posts in Alpha and 0.2 · 42 = 8.4 in Beta.
  const std::vector<double> shares = anchor_shares(setting.country, "Mine");
  EXPECT_NEAR(shares[1], 10 / 18.4, 1e-12);
  EXPECT_EQ(shares[0], 0);
  Levers levers = doses(setting, start + 24);
  EXPECT_NEAR(levers.anchors.jobs[1], 30 * 10 / 18.4, 1e-6);
  EXPECT_NEAR(levers.dual_seats[alpha], 6 * 10 / 18.4, 1e-9);
  Grid<double> posts(3, 4, 50);
  anchors_change(levers, setting.country, posts);
  const Grid<double> added = anchor_posts(setting.country, levers.anchors, posts);
  EXPECT_NEAR(added(alpha, industry) + added(beta, industry), 30, 1e-5);
  const double bill = 30 * (10 / 18.4 * 333133 * 1.0 + 8.4 / 18.4 * 377820 * 1.1);
  EXPECT_NEAR(spent(setting, start + 24), 0.2 * bill, 1);
  EXPECT_EQ(spent(setting, start + 60), 0) << "the credit is over";
}

TEST(AnchorShock, TakesItsShareOfPostsSeatsAndHomesAndCostsNothing) {
  Setting setting(tiny_scenario());
  setting.scenario.policies.anchor_shocks = {
      {.name = "a", .anchor = "Mill", .start = start, .months = 12, .jobs = -0.5}};
  Levers levers = doses(setting, start);
  anchors_change(levers, setting.country, Grid<double>(3, 4, 40));
  EXPECT_NEAR(anchor_posts(setting.country, levers.anchors, Grid<double>(3, 4, 40))(beta, industry), -10, 1e-12);
  EXPECT_NEAR(levers.dual_seats[beta], -1, 1e-12);
  EXPECT_NEAR(levers.housed_families[beta], -2, 1e-12);
  EXPECT_EQ(spent(setting, start), 0);
  EXPECT_TRUE(doses(setting, start + 12).anchors.growth.empty());
}

TEST(PrestigeCampaign, RaisesThePrestigeOfItsFieldAndIsPaidFor) {
  Setting setting(tiny_scenario());
  const auto prestige = [&] {
    World world = built(setting);
    advance_months(world, 12);
    return world.knowledge.prestige;
  };
  const std::vector<double> without = prestige();
  setting.scenario.policies.prestige_campaigns = {
      {.name = "a", .field = "engineering", .start = setting.scenario.start, .strength = 0.5}};
  const std::vector<double> with = prestige();
  // Alone it would be 0.5 · (1 − 0.98^12); pay answers a little.
  EXPECT_NEAR(with[1] - without[1], 0.5 * (1 - std::pow(0.98, 12)), 0.01);
  EXPECT_NEAR(spent(setting, setting.scenario.start), 0.5 * 3e9 / 12, 1e-3);
}

// A shock as a scenario states it, wrong in one place.
std::string refusal_of_shock(const std::string& anchor, const std::string& jobs) {
  const TinyCopy copy;
  TinyCopy::append(copy.scenario(), "\n[[anchor_shock]]\nname = \"a\"\nanchor = \"" + anchor +
                                        "\"\nstart = \"2023-03\"\njobs = " + jobs + "\n");
  return refusal_of([&] {
    const Scenario scenario = load_scenario(copy.scenario());
    check_against(scenario, load_country(copy.country()));
  });
}

TEST(AnchorPolicies, AreRefusedWithFileLineValueAndRange) {
  EXPECT_TRUE(
      names_all(refusal_of_shock("Mil", "-0.5"), {"tiny.toml:", "'Mil'", "anchors.csv", "did you mean 'Mill'"}));
  EXPECT_TRUE(names_all(refusal_of_shock("Mill", "-2"), {"tiny.toml:", "jobs", "-2", "allowed a number from -1 to 1"}));
}

}  // namespace
}  // namespace world
