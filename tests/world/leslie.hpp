// Populations of one region by month of age: the Leslie matrix and the life table
// of their rates, and what a simulated population makes of them.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <vector>

#include "agents/demography.hpp"
#include "tests/world/crowd.hpp"
#include "tests/world/one_region.hpp"
#include "tests/world/worlds.hpp"
#include "world/phases.hpp"

namespace world::testing {

/// The first region of tiny alone, each of its 420 people `n_clones` times; rates stand still.
[[nodiscard]] inline Setting lone_region(int n_clones, Sets sets = {}) {
  sets.insert(sets.end(), {{"use_drivers", "false"}, {"demography.fertility_trend_per_year", "0"}});
  Setting setting(tiny_scenario(sets));
  setting.scenario.scale = Scale{.agents = n_clones, .people = 1};
  setting.country = one_region(setting.country, 0);
  return setting;
}

inline constexpr int n_age_months = 12 * agents::n_ages;
/// [sex][age in whole months] → people.
using ByMonthOfAge = std::array<std::vector<double>, 2>;

[[nodiscard]] inline ByMonthOfAge nobody() {
  return {std::vector<double>(n_age_months), std::vector<double>(n_age_months)};
}

[[nodiscard]] inline double total(const std::vector<double>& people) {
  double sum = 0;
  for (const double n : people) sum += n;
  return sum;
}

[[nodiscard]] inline ByMonthOfAge people_by_age(const World& world) {
  ByMonthOfAge people = nobody();
  for_each_citizen(world, [&](const agents::Block& block, agents::Row row) {
    people[block.has(row, agents::status::female)][static_cast<std::size_t>(block.age_months(row, world.month))] += 1;
  });
  return people;
}

/// The Leslie matrix of one region's thresholds, by the month: whoever is there
/// grows a month older and may die; the surviving women bear children.
struct Leslie {
  const agents::DemographySignals& signals;
  double boy_share = 0.5;

  [[nodiscard]] double dies(std::size_t sex, std::size_t age_months) const {
    return agents::probability_of(signals.death[0][sex][age_months / 12]);
  }
  [[nodiscard]] ByMonthOfAge next(const ByMonthOfAge& people) const {
    ByMonthOfAge after = nobody();
    double births = 0;
    for (std::size_t sex = 0; sex < 2; ++sex) {
      for (std::size_t age = 1; age < n_age_months; ++age) {
        after[sex][age] = people[sex][age - 1] * (1 - dies(sex, age));
        if (sex == 1) births += after[sex][age] * agents::probability_of(signals.birth[0][0][age / 12]);
      }
    }
    after[0][0] = births * boy_share;
    after[1][0] = births * (1 - boy_share);
    return after;
  }
};

/// A world whose women bear children at one rate whether partnered or not, so
/// that births depend on age alone.
[[nodiscard]] inline World world_of_one_fertility(int n_clones, const Country* country = nullptr) {
  Setting setting = lone_region(n_clones, {{"demography.single_fertility_ratio", "1"}});
  if (country != nullptr) setting.country = *country;
  return built(setting);
}

[[nodiscard]] inline Leslie leslie_of(World& world) {
  ++world.month;  // signals are those of the first month
  places_speak(world, Crew(1));
  --world.month;
  return Leslie{.signals = world.signals->demography, .boy_share = world.scenario.parameters.demography.boy_share};
}

/// Numbers of independent people spread by at most the root of their expectation.
inline void expect_close(double found, double expected, const std::string& what) {
  EXPECT_NEAR(found, expected, 5 * std::sqrt(expected) + 5) << what;
}

/// After the months, women and men by ten years of age, against the matrix.
inline void expect_to_follow_the_matrix(int n_clones, int n_months) {
  World world = world_of_one_fertility(n_clones);
  const Leslie matrix = leslie_of(world);
  ByMonthOfAge expected = people_by_age(world);
  for (int month = 0; month < n_months; ++month) {
    advance(world, Crew(2));
    expected = matrix.next(expected);
  }
  const ByMonthOfAge found = people_by_age(world);
  for (std::size_t sex = 0; sex < 2; ++sex) {
    expect_close(total(found[sex]), total(expected[sex]), sex == 1 ? "all women" : "all men");
    for (std::size_t from = 0; from < n_age_months; from += 120) {
      double n_found = 0, n_expected = 0;
      for (std::size_t age = from; age < std::min<std::size_t>(from + 120, n_age_months); ++age) {
        n_found += found[sex][age];
        n_expected += expected[sex][age];
      }
      expect_close(n_found, n_expected, (sex == 1 ? "women of " : "men of ") + std::to_string(from / 12));
    }
  }
}

/// Newborns who are only ever asked to die, against the life table of their
/// rates, within 4.5 standard errors, which must be less than `tolerance_years`.
inline void expect_to_live_by_the_table(int n_blocks, double tolerance_years) {
  World world = world_of_one_fertility(1);
  const Leslie matrix = leslie_of(world);
  constexpr int n_newborns = 60000;
  for (const std::size_t sex : {0U, 1U}) {
    double alive = 1, mean = 0, square = 0;
    for (std::size_t age = 1; age < n_age_months; ++age) {
      const double dies_now = alive * matrix.dies(sex, age);
      mean += dies_now * static_cast<double>(age) / 12;
      square += dies_now * static_cast<double>(age * age) / 144;
      alive -= dies_now;
    }
    agents::Signals signals;
    signals.n_regions = 1;
    signals.demography.death = world.signals->demography.death;
    agents::bound_risks(signals);
    double lived = 0, n_dead = 0;
    std::vector<agents::Due> due;
    for (std::uint64_t b = 0; b < static_cast<std::uint64_t>(n_blocks); ++b) {
      agents::Block block = crowd(n_newborns, 0, b + 50);
      for (int i = 0; i < n_newborns; ++i) {
        const auto row = static_cast<agents::Row>(i);
        block.born[row] = crowd_start;
        block.set(row, agents::status::female, sex == 1);
        block.set_labour(row, agents::Labour::retired);
      }
      for (int age = 1; block.n_citizens() > 0 && age < n_age_months; ++age) {
        const agents::Chance chance{.seed = 8, .month = crowd_start + age};
        agents::Tally tally;
        agents::citizens_die(block, tally, agents::list_due(block, chance, signals.bounds, due), signals.demography,
                             chance);
        lived += static_cast<double>(tally.deaths[0] * age) / 12;
        n_dead += static_cast<double>(tally.deaths[0]);
      }
    }
    EXPECT_EQ(n_dead, static_cast<double>(n_blocks) * n_newborns);
    const double bound = 4.5 * std::sqrt((square - mean * mean) / (static_cast<double>(n_blocks) * n_newborns));
    EXPECT_LT(bound, tolerance_years);
    EXPECT_NEAR(lived / n_dead, mean, bound) << (sex == 1 ? "women" : "men");
  }
}

}  // namespace world::testing
