// Dwellings and rents with hand-made people: the steady state (V13), what raises
// and lowers rents, when building starts and when it is finished.
#include "world/housing.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/world/small_country.hpp"

namespace world {
namespace {

using testing::small_country;

constexpr double start_people = 50000, start_income = 100000;

// Three alike regions and what they are told every month.
struct Towns {
  Country country = small_country(3, {});
  HousingParameters parameters;
  std::vector<double> people = std::vector<double>(3, start_people);
  std::vector<double> income = std::vector<double>(3, start_income);
  std::vector<double> permits = std::vector<double>(3, 1.0);
  Housing housing;
  int month = 24276;

  explicit Towns(const HousingParameters& asked = {}, const std::vector<double>& people_growth = {0, 0, 0})
      : parameters(asked), housing(start_housing(country, parameters, people, income, people_growth, 1)) {}
  void respond() { housing_responds(housing, parameters, people, income, permits, ++month); }
  [[nodiscard]] double demand(int region) const {
    const auto r = static_cast<std::size_t>(region);
    return demanded_m2(housing, parameters, region, people[r], income[r]);
  }
};

TEST(Housing, AtTheStartDemandIsTheStockThatIsNotNaturallyEmpty) {
  const Towns towns;
  for (std::size_t r = 0; r < 3; ++r) {
    EXPECT_NEAR(towns.demand(static_cast<int>(r)), towns.housing.stock_m2[r] * (1 - towns.parameters.natural_vacancy),
                1e-6);
  }
}

TEST(Housing, StaysAtRestWhereNothingGrowsAndBuildingReplacesWhatIsLost) {
  Towns towns;
  const double rent = towns.housing.rent[0], stock = towns.housing.stock_m2[0];
  ASSERT_EQ(towns.country.commissioned_m2_per_year[0], stock * towns.parameters.depreciation_per_year);
  for (int month = 0; month < 240; ++month) towns.respond();
  EXPECT_NEAR(towns.housing.rent[0] / rent, 1, 1e-9);
  EXPECT_NEAR(towns.housing.stock_m2[0] / stock, 1, 1e-9);
}

// V13. In a steady state people, demand and stock grow at one rate g and rents
// stand still, so that starts a lag ago are what growth and decay take:
// g + d = s · (R/R0)^e · (1 + g)^−(lag − 1), all by the month.
TEST(Housing, SettlesWhereDemandIsTheStockLessTheNaturallyEmptyAndGrowthIsConstant) {
  for (const double memory_years : {0.0, 10.0}) {
    HousingParameters parameters;
    parameters.space_growth_memory_years = memory_years;
    const std::vector<double> growth_per_month = {0, 0.02 / 12, -0.004 / 12};
    Towns towns(parameters, {0.01, 0, -0.02});
    for (int month = 0; month < 20000; ++month) {
      for (std::size_t r = 0; r < 3; ++r) towns.people[r] *= 1 + growth_per_month[r];
      towns.respond();
    }
    const Housing before = towns.housing;
    for (std::size_t r = 0; r < 3; ++r) towns.people[r] *= 1 + growth_per_month[r];
    towns.respond();
    for (std::size_t r = 0; r < 3; ++r) {
      const double g = growth_per_month[r];
      const double offered = towns.housing.stock_m2[r] * (1 - parameters.natural_vacancy);
      EXPECT_NEAR(towns.demand(static_cast<int>(r)) / offered, 1, 1e-6) << "region " << r;
      EXPECT_NEAR(towns.housing.stock_m2[r] / before.stock_m2[r], 1 + g, 1e-9) << "region " << r;
      EXPECT_NEAR(towns.housing.rent[r] / before.rent[r], 1, 1e-9) << "region " << r;
      const double starts_per_month = towns.housing.starts_share[r] / 12;
      const double wanted = (g + parameters.depreciation_per_year / 12) *
                            std::pow(1 + g, parameters.completion_months - 1) / starts_per_month;
      EXPECT_NEAR(towns.housing.rent[r] / towns.housing.base_rent[r], std::pow(wanted, 1 / parameters.supply_on_rent),
                  1e-6)
          << "region " << r;
    }
  }
}

TEST(Housing, RentsRiseWithPeopleAndIncomeAndFallWithTheStock) {
  Towns towns;
  towns.people[0] *= 1.01;
  towns.income[1] *= 1.01;
  towns.housing.stock_m2[2] *= 1.01;
  towns.respond();
  EXPECT_GT(towns.housing.rent[0], towns.housing.base_rent[0]);
  EXPECT_GT(towns.housing.rent[1], towns.housing.base_rent[1]);
  EXPECT_LT(towns.housing.rent[2], towns.housing.base_rent[2]);
}

TEST(Housing, OneMonthClosesTheShareOfTheGapThatTheSpeedSays) {
  Towns towns;
  towns.people[0] *= 1.10;
  const double gap = std::log(towns.demand(0) / (towns.housing.stock_m2[0] * (1 - towns.parameters.natural_vacancy)));
  EXPECT_NEAR(gap, std::log(1.10), 1e-9);
  towns.respond();
  EXPECT_NEAR(std::log(towns.housing.rent[0] / towns.housing.base_rent[0]), towns.parameters.rent_speed_per_month * gap,
              1e-9);
}

TEST(Housing, DemandHasTheElasticitiesOfTheParameters) {
  Towns towns;
  const double before = towns.demand(0);
  towns.income[0] *= 1.2;
  EXPECT_NEAR(std::log(towns.demand(0) / before), towns.parameters.demand_on_income * std::log(1.2), 1e-9);
  towns.housing.rent[0] *= 1.3;
  EXPECT_NEAR(std::log(towns.demand(0) / before),
              towns.parameters.demand_on_income * std::log(1.2) - towns.parameters.demand_on_rent * std::log(1.3),
              1e-9);
}

// Rents stand still but for one month, in which they are a half higher in the
// first town: exactly the starts of a year later are larger, and the stock is
// larger first when those are finished.
TEST(Housing, StartsFollowTheRentOfAYearBeforeAndAreFinishedAfterTheLag) {
  HousingParameters parameters;
  parameters.rent_speed_per_month = 0;
  Towns towns(parameters);
  const int lag = static_cast<int>(parameters.completion_months);
  std::vector<int> months_with_more_starts;
  int first_month_with_more_stock = 0;
  for (int month = 1; month <= 40; ++month) {
    towns.housing.rent[0] = towns.housing.base_rent[0] * (month == 1 ? 1.5 : 1);
    towns.respond();
    const int slot = towns.month % lag;
    const double begun = towns.housing.pipeline_m2(0, slot), usual = towns.housing.pipeline_m2(1, slot);
    if (begun > usual * 1.01) {
      months_with_more_starts.push_back(month);
      EXPECT_NEAR(begun / usual, std::pow(1.5, parameters.supply_on_rent), 1e-9);
    }
    if (first_month_with_more_stock == 0 && towns.housing.stock_m2[0] > towns.housing.stock_m2[1])
      first_month_with_more_stock = month;
    if (first_month_with_more_stock != 0) break;
  }
  EXPECT_EQ(months_with_more_starts, std::vector<int>{13});
  EXPECT_EQ(first_month_with_more_stock, 13 + lag);
}

TEST(Housing, ATownWithoutPeopleOrDwellingsIsLeftAlone) {
  Towns towns;
  towns.people[0] = 0;
  towns.housing.stock_m2[1] = 0;
  towns.respond();
  EXPECT_EQ(towns.housing.rent[0], towns.housing.base_rent[0]);
  EXPECT_EQ(towns.housing.rent[1], towns.housing.base_rent[1]);
  EXPECT_TRUE(std::isfinite(towns.housing.rent[2]));
}

}  // namespace
}  // namespace world
