// Calibration: the few numbers of the migration choice that the flows of the
// base year can tell, by penalised least squares on expected flows. Weights of
// distance, home and kin, the shifts of hub pairs, the level of the moving cost,
// and place constants that a prior shrinks. `qonys calibrate` calls it; a run
// only reads its file (calibration_file.hpp).
#pragma once

#include <array>
#include <limits>
#include <string>
#include <vector>

#include "world/expected_flows.hpp"
#include "world/flow_fit.hpp"

namespace world {

inline constexpr double no_prior = std::numeric_limits<double>::infinity();

/// A number that the calibration may change.
struct FreeValue {
  enum class Kind { parameter, hub_shift, place_constant };
  Kind kind = Kind::parameter;
  std::string name;            // "migration.distance_weight", or the region's code
  int place = -1;              // index of the hub pair or the region
  double low = 0, high = 0;    // allowed
  double value = 0;            // util
  double standard_error = 0;   // see `Calibration`
};

/// What is free in this world, at its present values. Kin shift only with kin pairs.
[[nodiscard]] std::vector<FreeValue> free_values(const World& world);

/// Assumed errors, one standard deviation each, and what is free.
struct CalibrationTerms {
  double place_sd = 0.3;              // prior of a place constant, util; `no_prior`: none
  double home_sd = 0.5;               // prior of the home weight about its default, util; `no_prior`: none
  double net_error = 0.0005;          // of a region's people: nets are published
  double total_error = 0.02;          // of the logarithm of all moves
  std::array<double, n_bases> cell_error = {0.1, 0.2, 0.5};   // of the logarithm of a cell, by basis
  double smallest_cell_persons = 100; // smaller cells of the table are left out
  std::array<double, n_bases> margin_error = {0.03, 0.05, 0.2};  // of the logarithm of a region's arrivals and departures
  double estimates_count_as = 20;     // all estimated cells together weigh as so many: they are one gravity form
  bool weights_are_free = true;
  bool places_are_free = true;        // else all place constants are 0
};

/// What a fit found. Standard errors are square roots of the diagonal of
/// (JᵀJ)⁻¹ at the solution, prior included: they hold if the assumed errors are
/// right and the model is, so they are lower bounds.
struct Calibration {
  std::vector<FreeValue> values;
  double objective = 0;             // sum of squares of all errors in units of their assumed size
  double objective_at_start = 0;
  int iterations = 0;
  double place_sd_found = 0;        // of the place constants
  FlowFit fit;                      // expected flows, as registered moves
};

/// Puts values into the world, and its places speak of them.
void apply_values(World& world, const std::vector<FreeValue>& values);
/// The same into what a new world is built from.
void apply_values(Scenario& scenario, Country& country, const std::vector<FreeValue>& values);

/// Expected registered moves a year of real people, from the beliefs as they are.
[[nodiscard]] Grid<double> expected_registrations(const World& world, const HeadTypes& heads,
                                                  double actual_per_registered, const Crew& crew);

/// Levenberg and Marquardt's search with exact slopes, from the present values of
/// the world; leaves the world at the solution. Ends when a step lowers the
/// objective by less than 1e-9 of it.
/// Errors: InputError if the country's flow table is empty.
[[nodiscard]] Calibration calibrate(World& world, const HeadTypes& heads, double actual_per_registered,
                                    const CalibrationTerms& terms, const Crew& crew);

/// Moves for each registered one if the people who are registered elsewhere are a steady stock.
[[nodiscard]] double steady_actual_per_registered(const agents::RegistrationParameters& registration);

}  // namespace world
