// The simulated side of a calibration: what the first years register, against
// which the closed form is corrected and the result is judged.
#pragma once

#include <vector>

#include "world/world.hpp"

namespace world {

/// Builds the scenario's world anew and simulates `n_years`.
/// Returns [year] [old × new region] registrations, real persons.
[[nodiscard]] std::vector<Grid<double>> registered_years(const Scenario& scenario, const Country& country,
                                                         const Crew& crew, int n_years);

/// Sum of all cells.
[[nodiscard]] double total_of(const Grid<double>& cells);

/// Is the labour market at its observed start? (The efficiency of matching is
/// solved for in the warm-up, so that it is; nothing here fits it again.)
struct MatchingStart {
  double efficiency = 0;              // mean over cells, weighted by filled posts
  double lowest_efficiency = 0, highest_efficiency = 0;  // of regions, weighted likewise
  double unemployed_table = 0, unemployed_model = 0;     // persons
  double worst_points = 0;            // largest difference of a region's rate, percentage points
  int worst_region = 0;
};
[[nodiscard]] MatchingStart matching_start(const World& world);

}  // namespace world
