// Births, deaths and couples of whole populations against life tables, the
// Leslie matrix of the same rates, and the counts of the tables.
#include <gtest/gtest.h>

#include <array>
#include <cmath>

#include "tests/world/leslie.hpp"
#include "world/vital.hpp"

namespace world {
namespace {

using namespace testing;

TEST(Leslie, APopulationOfOneRegionFollowsTheMatrixOfItsRates) { expect_to_follow_the_matrix(100, 120); }

/// Growth a month and structure of the stable population of a matrix.
struct Stable {
  double growth = 1;
  ByMonthOfAge people;
};

Stable stable_population(const Leslie& matrix) {
  Stable stable;
  stable.people = nobody();
  for (auto& sex : stable.people) std::fill(sex.begin(), sex.end(), 1.0);
  for (int month = 0; month < 12 * 1000; ++month) {
    ByMonthOfAge after = matrix.next(stable.people);
    const double now = total(after[0]) + total(after[1]);
    stable.growth = now / (total(stable.people[0]) + total(stable.people[1]));
    for (auto& sex : after) {
      for (double& n : sex) n /= now;
    }
    stable.people = after;
  }
  return stable;
}

// The tables of a country whose people have the stable structure of `stable`.
Country with_stable_people(Country country, const Stable& stable, double n_people) {
  const auto& from = country.age_from_years;
  for (int sex = 0; sex < 2; ++sex) {
    for (std::size_t group = 0; group < from.size(); ++group) {
      const int last = group + 1 < from.size() ? from[group + 1] : agents::n_ages;
      double share = 0;
      for (int age = from[group] * 12; age < last * 12; ++age)
        share += stable.people[static_cast<std::size_t>(sex)][static_cast<std::size_t>(age)];
      country.people(0, sex, static_cast<int>(group)) = share * n_people;
    }
  }
  return country;
}

// V5. From the stable structure on, people grow by the dominant eigenvalue and
// keep the structure.
TEST(Leslie, AStablePopulationGrowsByTheDominantEigenvalueAndKeepsItsAges) {
  World unstable = world_of_one_fertility(10);
  const Leslie matrix = leslie_of(unstable);
  const Stable stable = stable_population(matrix);
  const Country country = with_stable_people(unstable.country, stable, 420);
  World world = world_of_one_fertility(200, &country);
  world.vital.birth_level = unstable.vital.birth_level;  // the same rates, whatever the tables' counts
  world.vital.death_level = unstable.vital.death_level;
  constexpr int n_settling = 24, n_months = 120;
  advance_months(world, n_settling);
  const auto at_first = static_cast<double>(world.n_citizens());
  double events = 0;
  for (int month = 0; month < n_months; ++month) {
    advance(world, Crew(2));
    events += static_cast<double>(world.tally.births[0] + world.tally.deaths[0]);
  }
  const auto at_last = static_cast<double>(world.n_citizens());
  const double growth_per_year = std::log(at_last / at_first) / n_months * 12;
  const double bound = 4.5 * std::sqrt(events) / at_first / n_months * 12;
  EXPECT_LT(bound, 1e-3);
  EXPECT_NEAR(growth_per_year, std::log(stable.growth) * 12, bound + 1e-4);
  const ByMonthOfAge found = people_by_age(world);
  for (std::size_t from = 0; from < 80 * 12; from += 120) {
    double share = 0, expected = 0;
    for (std::size_t age = from; age < from + 120; ++age) {
      share += found[1][age] / total(found[1]);
      expected += stable.people[1][age] / total(stable.people[1]);
    }
    EXPECT_NEAR(share, expected, 0.002) << "women of " << from / 12;
  }
}

// V7.
TEST(LifeTable, NewbornsLiveAsLongAsTheThresholdsSay) { expect_to_live_by_the_table(1, 0.35); }

// Rates are national schedules at the level of each region's deaths; the years
// that follow from them are near the published ones, which the model does not use.
TEST(LifeTable, LifeExpectancyOfTheRatesIsNearThePublishedOne) {
  World world = built(Setting(country_scenario("1:100")));
  places_speak(world, Crew(1));
  for (std::size_t r = 0; r < world.country.regions.size(); ++r) {
    for (std::size_t sex = 0; sex < 2; ++sex) {
      const auto& death = world.signals->demography.death[r][sex];
      double alive = 1, years = 0;
      for (std::size_t age = 0; age < n_age_months; ++age) {
        years += alive / 12;
        alive *= 1 - agents::probability_of(death[age / 12]);
      }
      EXPECT_NEAR(years, world.country.life_expectancy_years(static_cast<int>(r), static_cast<int>(sex)), 2.5)
          << world.country.regions[r].iso << (sex == 1 ? " women" : " men");
    }
  }
}

// What the first month's thresholds make of the people at the start, a year.
struct ExpectedEvents {
  double births = 0, deaths = 0, couples = 0;
};

ExpectedEvents expected_events(const World& world, std::size_t r) {
  const agents::DemographySignals& signals = world.signals->demography;
  ExpectedEvents expected;
  for (std::size_t age = 0; age < agents::n_ages; ++age) {
    for (std::size_t kind = 0; kind < 4; ++kind) {  // sex · 2 + partnered
      const auto people = 12 * static_cast<double>(world.census.people(static_cast<int>(r), static_cast<int>(kind),
                                                                       static_cast<int>(age)));
      expected.deaths += people * agents::probability_of(signals.death[r][kind / 2][age]);
      if (kind >= 2) expected.births += people * agents::probability_of(signals.birth[r][kind - 2][age]);
      if (kind == 2) expected.couples += people * agents::probability_of(signals.couple[r][age]);
    }
  }
  return expected;
}

TEST(Rates, TimesThePeopleOfTheStartGiveTheCountsOfTheTables) {
  World world = built(
      Setting(country_scenario("1:100", {{"use_drivers", "false"}, {"demography.fertility_trend_per_year", "0"}})));
  ASSERT_NE(agents::calendar_month_of(world.month), 1);  // the census is the one of the start
  places_speak(world, Crew(1));
  for (std::size_t r = 0; r < world.country.regions.size(); ++r) {
    const ExpectedEvents expected = expected_events(world, r);
    const std::string& iso = world.country.regions[r].iso;
    EXPECT_NEAR(expected.births / (world.country.births_persons[r] / 100), 1, 0.02) << iso;
    EXPECT_NEAR(expected.deaths / (world.country.deaths_persons[r] / 100), 1, 0.01) << iso;
    EXPECT_NEAR(expected.couples / (world.country.marriages_count[r] / 100), 1, 0.01) << iso;
  }
}

// A year in a region of 420 thousand. People grow and age a little meanwhile.
TEST(Rates, GiveTheBirthsDeathsAndMarriagesOfTheTablesInTheFirstYear) {
  constexpr int n_clones = 1000;
  World world = built(lone_region(n_clones));
  double births = 0, deaths = 0, marriages = 0;
  for (int month = 0; month < 12; ++month) {
    advance(world, Crew(2));
    births += static_cast<double>(world.tally.births[0]);
    deaths += static_cast<double>(world.tally.deaths[0]);
    marriages += static_cast<double>(world.tally.marriages[0]);
  }
  auto expect_like = [](double found, double counted, const char* what) {
    constexpr double drift = 0.02;
    EXPECT_NEAR(found, counted * n_clones, 4.5 * std::sqrt(counted * n_clones) + drift * counted * n_clones) << what;
  };
  expect_like(births, world.country.births_persons[0], "births");
  expect_like(deaths, world.country.deaths_persons[0], "deaths");
  expect_like(marriages, world.country.marriages_count[0], "marriages");
}

// V8. Children per woman from the thresholds of single and partnered women,
// against the rate that the region's births ask for.
TEST(Rates, KeepTheTotalFertilityRateWhateverThePartnershipMultiplier) {
  for (const char* single_ratio : {"0.05", "0.15", "0.6"}) {
    World world = built(lone_region(300, {{"demography.single_fertility_ratio", single_ratio}}));
    places_speak(world, Crew(1));
    double asked = 0, given = 0;
    for (std::size_t age = 15; age < 50; ++age) {
      const auto single = static_cast<double>(world.census.people(0, 2, static_cast<int>(age)));
      const auto partnered = static_cast<double>(world.census.people(0, 3, static_cast<int>(age)));
      asked += world.vital.birth_level[0] * world.country.fertility_per_year[age];
      given += 12 *
               (single * agents::probability_of(world.signals->demography.birth[0][0][age]) +
                partnered * agents::probability_of(world.signals->demography.birth[0][1][age])) /
               (single + partnered);
    }
    EXPECT_NEAR(given / asked, 1, 0.01) << single_ratio;
  }
}

TEST(Rates, FertilityBySinglenessKeepsTheMeanAndTheRatio) {
  for (const double single_ratio : {0.01, 0.15, 1.0}) {
    for (const double partnered : {0.01, 0.3, 0.7, 0.99}) {
      const auto [single, together] = fertility_by_partnership(single_ratio, partnered);
      EXPECT_NEAR(single, single_ratio, 1e-12);
      EXPECT_NEAR(single * (1 - partnered) + together * partnered, 1, 1e-12);
    }
  }
  EXPECT_EQ(fertility_by_partnership(0.15, 0), std::pair(1.0, 1.0));  // without couples the single bear all children
}

/// A sum of independent events: how many are expected, and their variance.
struct Chances {
  double expected = 0, variance = 0;
  void add(double n, double p) {
    expected += n * p;
    variance += n * p * (1 - p);
  }
  void add(const Chances& other) {
    expected += other.expected;
    variance += other.variance;
  }
  [[nodiscard]] double bound() const { return 4.5 * std::sqrt(variance); }
};

struct RegionChances {
  Chances births, deaths;
};

/// [(sex · 2 + partnered) · months of age] → people.
using PeopleByKind = std::array<std::int64_t, 4 * n_age_months>;

// Everybody's chances in the month that comes, from the rows and the signals of
// that month; a woman bears a child if she survives.
void add_chances(std::vector<RegionChances>& sum, const World& month_after, const std::vector<PeopleByKind>& people) {
  const agents::DemographySignals& signals = month_after.signals->demography;
  for (std::size_t r = 0; r < sum.size(); ++r) {
    for (std::size_t kind = 0; kind < 4; ++kind) {  // sex · 2 + partnered
      for (std::size_t age_months = 1; age_months < n_age_months; ++age_months) {
        const auto n = static_cast<double>(people[r][kind * n_age_months + age_months - 1]);
        const double dies = agents::probability_of(signals.death[r][kind / 2][age_months / 12]);
        const double bears =
            kind < 2 ? 0 : (1 - dies) * agents::probability_of(signals.birth[r][kind - 2][age_months / 12]);
        sum[r].deaths.add(n, dies);
        sum[r].births.add(n, bears);
      }
    }
  }
}

// In the nation at 1:100 every region has, over a year, the births and deaths
// of its rates times its people of each month.
TEST(Rates, TimesThePeopleOfEachMonthGiveTheEventsOfEveryRegion) {
  World world = built(Setting(country_scenario("1:100")));
  const std::size_t n = world.country.regions.size();
  std::vector<RegionChances> chances(n);
  std::vector<double> births(n), deaths(n);
  for (int month = 0; month < 12; ++month) {
    std::vector<PeopleByKind> people(n);
    for_each_citizen(world, [&](const agents::Block& block, agents::Row row) {
      const std::size_t kind = 2 * block.has(row, agents::status::female) + block.has(row, agents::status::partnered);
      ++people[block.region[row]][kind * n_age_months + static_cast<std::size_t>(block.age_months(row, world.month))];
    });
    advance(world, Crew(2));
    add_chances(chances, world, people);
    for (std::size_t r = 0; r < n; ++r) {
      births[r] += static_cast<double>(world.tally.births[r]);
      deaths[r] += static_cast<double>(world.tally.deaths[r]);
    }
  }
  Chances all_births, all_deaths;
  double n_births = 0, n_deaths = 0;
  for (std::size_t r = 0; r < n; ++r) {
    const std::string& iso = world.country.regions[r].iso;
    EXPECT_NEAR(births[r], chances[r].births.expected, chances[r].births.bound()) << iso;
    EXPECT_NEAR(deaths[r], chances[r].deaths.expected, chances[r].deaths.bound()) << iso;
    all_births.add(chances[r].births);
    all_deaths.add(chances[r].deaths);
    n_births += births[r];
    n_deaths += deaths[r];
  }
  EXPECT_NEAR(n_births, all_births.expected, all_births.bound());
  EXPECT_NEAR(n_deaths, all_deaths.expected, all_deaths.bound());
}

}  // namespace
}  // namespace world
