// Harris and Todaro (V4): a town with dear posts and a countryside with cheap
// ones, wages and posts fixed, moving free. People divide themselves so that
// expected incomes balance, and the town's unemployment persists. The choice
// and the beliefs are the model's own.
#include <gtest/gtest.h>

#include <cmath>

#include "agents/choice.hpp"
#include "tests/world/crowd.hpp"
#include "tests/world/small_country.hpp"
#include "world/perception.hpp"

namespace world {
namespace {

using namespace testing;

constexpr int countryside = 0, town = 1;
constexpr double rural_wage = 100000, urban_wage = 250000;
constexpr double urban_posts_share = 0.25;  // posts in town over all people; in the country everybody finds work

// Solves L / (1 − L) = exp(b · ln(w_u E_u / (w_r L))) for the share L in town.
double share_in_town(double b) {
  double low = urban_posts_share, high = 1;
  for (int step = 0; step < 200; ++step) {
    const double share = (low + high) / 2;
    const double odds = std::exp(b * std::log(urban_wage * urban_posts_share / (rural_wage * share)));
    (share / (1 - share) < odds ? low : high) = share;
  }
  return low;
}

// Two regions of one size whose only difference is the expected wage.
struct TwoRegions {
  Country country = small_country(2, {open_sector("all")});
  agents::MigrationParameters migration;
  agents::WorkParameters work;
  Perception perception;
  agents::Signals signals;

  explicit TwoRegions(double b) {
    migration.wage_weight = b;
    migration.nest_dissimilarity = 1;
    migration.move_cost = migration.distance_weight = migration.network_weight = migration.newcomer_job_penalty = 0;
    migration.housing_share = migration.service_weight = migration.home_weight = 0;
    migration.owner_cost = migration.children_cost = migration.dual_earner_cost = 0;
    perception.size = {1e6, 1e6};
    perception.home_stock = Grid<double>(2, 2);
    perception.place_constant = {0, 0};
    signals.n_regions = 2;
    believe(0.5, 1);
  }

  // Beliefs move by `speed` towards the chance of a post that L in town leaves.
  void believe(double share_in_town_now, double speed) {
    PlaceFacts facts;
    facts.wage = facts.job_chance = Grid<double>(2, agents::n_skills, rural_wage);
    facts.own_share = facts.mismatch_ratio = Grid<double>(2, agents::n_skills, 1);
    for (int g = 0; g < agents::n_skills; ++g) {
      facts.wage(town, g) = urban_wage;
      facts.job_chance(countryside, g) = 1;
      facts.job_chance(town, g) = std::min(1.0, urban_posts_share / share_in_town_now);
    }
    facts.quick_income = {0, 0};
    facts.rent = {1000, 1000};
    facts.services = facts.bad_supply = facts.congestion = {0, 0};
    perceive(perception, facts, speed);
    perception_speaks(signals.migration, signals.causes, perception, country, migration, work);
  }

  [[nodiscard]] double chance_of_town(int origin) const {
    const agents::Considerer who{.origin = static_cast<std::uint8_t>(origin), .age = 25};
    agents::Utilities utility, probability;
    agents::fill_utilities(utility, who, signals.migration, 2);
    agents::choice_probabilities(probability, utility, origin, signals.migration, 2);
    return probability[town];
  }
};

// The share in town after years in which everybody considers at the given rate.
double settled_share(double b, double considering, double speed_of_beliefs) {
  TwoRegions regions(b);
  double share = 0.5;
  for (int month = 0; month < 3000; ++month) {
    share +=
        considering * ((1 - share) * regions.chance_of_town(countryside) - share * (1 - regions.chance_of_town(town)));
    regions.believe(share, speed_of_beliefs);
  }
  return share;
}

TEST(HarrisTodaro, ExpectedFlowsSettleWhereTheClosedFormSays) {
  for (const double b : {0.5, 1.5, 5.0, 10.0})
    EXPECT_NEAR(settled_share(b, 0.02, 1.0 / 6), share_in_town(b), 1e-6) << "b = " << b;
}

TEST(HarrisTodaro, WhoMindsOnlyMoneyFillsTheTownUntilExpectedWagesAreEqual) {
  const double share = settled_share(100, 0.01, 1);
  EXPECT_NEAR(share / (urban_posts_share * urban_wage / rural_wage), 1, 0.01);
  EXPECT_NEAR((1 - urban_posts_share / share) / (1 - rural_wage / urban_wage), 1, 0.01);  // the town's unemployment
}

// The same with sixty thousand people who draw, choose and move by the model's
// rules; the town's share is averaged over five years after it has settled.
TEST(HarrisTodaro, CitizensSettleWhereTheClosedFormSays) {
  constexpr double b = 3;
  constexpr int n_people = 60000;
  TwoRegions regions(b);
  agents::Block block = crowd(n_people, countryside);
  double in_town = 0, sum = 0;
  int n_counted = 0;
  for (int month = 0; month < 120; ++month) {
    regions.believe(std::max(1.0, in_town) / n_people, month == 0 ? 1 : 1.0 / 3);
    let_all_consider(regions.signals.migration, 0.05);
    months_moves(block, regions.signals, agents::Chance{.seed = 3, .month = crowd_start + month});
    in_town = people_of(block, 2)[town];
    if (month >= 60) {
      sum += in_town / n_people;
      ++n_counted;
    }
  }
  const double expected = share_in_town(b);
  const double standard_error =
      std::sqrt(expected * (1 - expected) / n_people);  // of one month; they are not independent
  EXPECT_LT(4.5 * standard_error, 0.02 * expected);
  EXPECT_NEAR(sum / n_counted, expected, std::max(0.01 * expected, 4.5 * standard_error));
}

}  // namespace
}  // namespace world
