// People who move by chances that stand still: the matrix of the closed forms,
// and what a crowd makes of it.
#pragma once

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "agents/choice.hpp"
#include "agents/grid.hpp"
#include "tests/world/crowd.hpp"

namespace world::testing {

using agents::Grid;

// Four regions in two nests with given, unequal ties and attractions.
inline void speak_unequal_ties(agents::Signals& signals, int n_regions) {
  signals.n_regions = n_regions;
  agents::MigrationSignals& migration = signals.migration;
  migration.nest_dissimilarity = 0.7;
  for (int o = 0; o < n_regions; ++o) {
    migration.nest[static_cast<std::size_t>(o)] = static_cast<std::uint8_t>(o % 2);
    migration.place[static_cast<std::size_t>(o)] = 0.3 * o;
    for (int d = 0; d < n_regions; ++d) {
      migration.bilateral[static_cast<std::size_t>(o)][static_cast<std::size_t>(d)] =
          o == d ? 0 : -0.4 - 0.2 * ((o * 3 + d) % 4);
    }
  }
}

// Chances to go from one region to another in a month, from the closed forms.
[[nodiscard]] inline Grid<double> chances_of_moving(const agents::Signals& signals) {
  const int n = signals.n_regions;
  Grid<double> chances(n, n);
  for (int o = 0; o < n; ++o) {
    const agents::Considerer who{.origin = static_cast<std::uint8_t>(o), .labour = agents::Labour::unemployed};
    const double considers = agents::attention_of(who, signals.migration);
    agents::Utilities utility, probability;
    agents::fill_utilities(utility, who, signals.migration, n);
    agents::choice_probabilities(probability, utility, o, signals.migration, n);
    for (int d = 0; d < n; ++d)
      chances(o, d) = considers * probability[static_cast<std::size_t>(d)] + (o == d ? 1 - considers : 0);
  }
  return chances;
}

[[nodiscard]] inline std::vector<double> month_later(const std::vector<double>& share, const Grid<double>& chances) {
  std::vector<double> result(share.size());
  for (std::size_t o = 0; o < share.size(); ++o) {
    for (std::size_t d = 0; d < share.size(); ++d)
      result[d] += share[o] * chances(static_cast<int>(o), static_cast<int>(d));
  }
  return result;
}

// The shares of four regions, averaged over months after a crowd has settled,
// against the stationary distribution, within 4.5 standard errors, which must be
// less than `tolerance`.
inline void expect_stationary(int n_people, int n_counted, double tolerance) {
  constexpr int n_regions = 4, n_settling = 40;
  agents::Signals signals;
  speak_unequal_ties(signals, n_regions);
  let_all_consider(signals.migration, 0.6);
  const Grid<double> chances = chances_of_moving(signals);
  std::vector<double> expected(n_regions, 1.0 / n_regions);
  for (int step = 0; step < 2000; ++step) expected = month_later(expected, chances);
  // The second eigenvalue: how much of a deviation is left after a month.
  std::vector<double> deviation = {1, -1, 0.5, -0.5};
  double left = 0;
  for (int step = 0; step < 30; ++step) {
    const std::vector<double> after = month_later(deviation, chances);
    double size = 0, size_after = 0;
    for (std::size_t r = 0; r < after.size(); ++r) size += std::abs(deviation[r]), size_after += std::abs(after[r]);
    left = size_after / size;
    for (std::size_t r = 0; r < after.size(); ++r) deviation[r] = after[r] / size_after;
  }
  agents::Block block = crowd(n_people, 0);
  std::vector<double> mean(n_regions);
  for (int month = 0; month < n_settling + n_counted; ++month) {
    months_moves(block, signals, agents::Chance{.seed = 11, .month = crowd_start + month});
    if (month < n_settling) continue;
    const std::vector<double> people = people_of(block, n_regions);
    for (std::size_t r = 0; r < n_regions; ++r) mean[r] += people[r] / n_people / n_counted;
  }
  ASSERT_LT(std::pow(left, n_settling), 1e-4) << "not settled yet";
  const double n_independent = static_cast<double>(n_people) * n_counted * (1 - left) / (1 + left);
  for (std::size_t r = 0; r < n_regions; ++r) {
    const double standard_error = std::sqrt(expected[r] * (1 - expected[r]) / n_independent);
    EXPECT_LT(4.5 * standard_error, tolerance);
    EXPECT_NEAR(mean[r], expected[r], 4.5 * standard_error) << "region " << r;
  }
}

}  // namespace world::testing
