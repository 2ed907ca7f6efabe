// Countries as loaded: the tiny one by its numbers, the bundled one by its totals.
#include "world/country.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

#include "tests/world/tiny_copy.hpp"

namespace world {
namespace {

using testing::TinyCopy;

const std::filesystem::path assets = QONYS_TEST_ASSETS;

double sum(const std::vector<double>& values) { return std::accumulate(values.begin(), values.end(), 0.0); }

/// Mean of the married shares of single ages from … to.
double mean_married(const Country& country, int region, int sex, int from, int to) {
  double total = 0;
  for (int age = from; age <= to; ++age) total += country.married_share(region, sex, age);
  return total / (to - from + 1);
}

TEST(Country, OfThreeRegionsIsLoadedWithItsAxes) {
  const Country tiny = load_country(assets / "tiny");
  EXPECT_EQ(tiny.n_regions(), 3);
  EXPECT_EQ(tiny.n_sectors(), 4);
  EXPECT_EQ(tiny.base_year, 2022);
  EXPECT_EQ(tiny.region_of("XX-3"), 2);
  EXPECT_EQ(tiny.region_of("KZ-71"), -1);
  EXPECT_EQ(tiny.sector_of("services"), 2);
  EXPECT_EQ(tiny.sector_of("mining"), -1);
  EXPECT_EQ(tiny.age_from_years.front(), 0);
  EXPECT_FALSE(tiny.regions[0].is_metropolis);
  EXPECT_TRUE(tiny.regions[2].is_metropolis);
  EXPECT_TRUE(tiny.regions[2].is_capital);
}

TEST(Country, TakesTheRowsOfTheBaseYearAndTheUnitsOfItsOwnNames) {
  const Country tiny = load_country(assets / "tiny");
  EXPECT_EQ(tiny.employed_persons[0], 185);  // 183 a year before
  EXPECT_EQ(tiny.mean_wage_kzt[2], 380000);
  EXPECT_EQ(tiny.external_arrivals_persons[2], 2);
  EXPECT_DOUBLE_EQ(tiny.dwelling_stock_m2[0], 7560);
  EXPECT_DOUBLE_EQ(tiny.commissioned_m2_per_year[0], 113.4);
  EXPECT_DOUBLE_EQ(tiny.higher_share_of_10_plus[2], 0.36);
  EXPECT_EQ(tiny.moves_persons(0, 2), 14);
  EXPECT_EQ(tiny.budget_per_resident_kzt[1], 500000);
}

TEST(Country, KnowsFieldsByNumberAndTheOwnFieldsOfSectors) {
  const Country tiny = load_country(assets / "tiny");
  ASSERT_EQ(tiny.field_names.size(), static_cast<std::size_t>(agents::n_fields));
  EXPECT_EQ(tiny.field_names[0], "none");
  EXPECT_EQ(tiny.field_names[4], "agriculture");
  EXPECT_EQ(tiny.field_share_higher[0], 0);
  EXPECT_NEAR(sum(tiny.field_share_higher), 1, 1e-6);
  EXPECT_NEAR(sum(tiny.field_share_vocational), 1, 1e-6);
  EXPECT_TRUE(tiny.sectors[0].is_own_field[4]);
  EXPECT_FALSE(tiny.sectors[0].is_own_field[1]);
  EXPECT_EQ(tiny.sectors[3].acceptability[2], 1);
}

TEST(Country, CarriesDeathRatesOfGroupsToEverySingleAge) {
  const Country tiny = load_country(assets / "tiny");
  for (int sex = 0; sex < 2; ++sex) {
    EXPECT_EQ(tiny.mortality_per_year(sex, 85), tiny.mortality_per_year(sex, agents::n_ages - 1));
    for (int age = 0; age < agents::n_ages; ++age) {
      EXPECT_GT(tiny.mortality_per_year(sex, age), 0);
      EXPECT_LE(tiny.mortality_per_year(sex, age), 1);
    }
  }
  EXPECT_EQ(tiny.fertility_per_year[14], 0);
  EXPECT_EQ(tiny.fertility_per_year[15], 0.018);
  EXPECT_EQ(tiny.fertility_per_year[19], 0.018);
  EXPECT_EQ(tiny.fertility_per_year[20], 0.125);
}

TEST(Country, KeepsTheMarriedShareOfEachAgeGroupWhileRisingYearByYear) {
  const Country tiny = load_country(assets / "tiny");
  EXPECT_EQ(tiny.married_share(0, 1, 14), 0);
  EXPECT_NEAR(mean_married(tiny, 0, 1, 15, 19), 0.03, 1e-6);
  EXPECT_NEAR(mean_married(tiny, 0, 1, 20, 24), 0.32, 1e-6);
  EXPECT_NEAR(mean_married(tiny, 0, 0, 40, 44), 0.82, 1e-6);
  EXPECT_NEAR(mean_married(tiny, 2, 0, 40, 44), 0.7708, 1e-6);  // the group of the city
  for (int age = 20; age < 30; ++age) EXPECT_LT(tiny.married_share(0, 1, age), tiny.married_share(0, 1, age + 1));
}

TEST(Country, FallsBackToTheNationalGroupWhereAGroupHasNoRows) {
  const TinyCopy copy;
  const auto file = copy.country() / "marital.csv";
  std::string text = TinyCopy::read(file);
  for (std::size_t at = 0; (at = text.find("marital_status,,country", at)) != std::string::npos;) {
    text.replace(at, 23, "marital_status,XX,national");
  }
  TinyCopy::write(file, text);
  EXPECT_EQ(load_country(copy.country()).married_share, load_country(assets / "tiny").married_share);
}

TEST(Country, HasDistancesBothWaysFromPairsGivenOnce) {
  const TinyCopy copy;
  TinyCopy::write(copy.country() / "distances.csv",
                  "origin_iso,destination_iso,road_km\nXX-1,XX-2,300\nXX-3,XX-1,320\nXX-2,XX-3,20\n");
  const Country country = load_country(copy.country());
  EXPECT_EQ(country.distance_km(1, 0), 300);
  EXPECT_EQ(country.distance_km(0, 2), 320);
  EXPECT_EQ(country.distance_km(1, 2), 60);  // the shortest distance there is
  EXPECT_EQ(country.distance_km(0, 0), 0);
}

TEST(Country, LeavesOutNationalRows) {
  const TinyCopy copy;
  TinyCopy::append(copy.country() / "tenure.csv", "XX,2022,0.85,0.1,0.02,0.03,0.4,invented,invented,invented,\n");
  EXPECT_EQ(load_country(copy.country()).owner_share, load_country(assets / "tiny").owner_share);
}

TEST(Country, MayHaveNoHubsNoKinNoMetropolisAndNoDrivers) {
  const TinyCopy copy;
  TinyCopy::write(copy.country() / "hub_pairs.csv",
                  "hinterland_iso,hub_iso,commuters_persons,visitors_persons,cost_shift_util,basis,note\n");
  TinyCopy::write(copy.country() / "kin_pairs.csv", "iso_a,iso_b,basis,note\n");
  TinyCopy::write(copy.country() / "roles.csv", "iso,role,note\n");
  std::filesystem::remove(copy.country() / "drivers.csv");
  const Country country = load_country(copy.country());
  EXPECT_TRUE(country.hub_pairs.empty());
  EXPECT_TRUE(country.kin_pairs.empty());
  EXPECT_TRUE(country.drivers.empty());
}

TEST(Country, OfKazakhstanAddsUpToThePublishedTotals) {
  const Country country = load_country(assets / "kazakhstan");
  EXPECT_EQ(country.n_regions(), 20);
  EXPECT_EQ(country.n_sectors(), 12);
  EXPECT_EQ(country.base_year, 2022);
  EXPECT_EQ(sum(country.people.cells()), 19766807);
  EXPECT_NEAR(sum(country.employed_persons), 8971539, 20);
  EXPECT_NEAR(sum(country.moves_persons.cells()), 341e3, 500);
  EXPECT_NEAR(sum(country.marriages_count), 128400, 5);
  EXPECT_NEAR(sum(country.dwelling_stock_m2), 405.15e6, 0.1e6);
  EXPECT_NEAR(sum(country.births_persons), 404094, 1);
}

TEST(Country, OfKazakhstanHasBirthplacesThatSumToOneEverywhere) {
  const Country country = load_country(assets / "kazakhstan");
  for (int residence = 0; residence < country.n_regions(); ++residence) {
    double total = 0;
    for (int place = 0; place <= country.n_regions(); ++place) total += country.birthplace_share(residence, place);
    EXPECT_NEAR(total, 1, 1e-12);
  }
}

}  // namespace
}  // namespace world
