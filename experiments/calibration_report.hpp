// What `qonys calibrate` has to tell: a table for the terminal, calibration.md
// for reading, calibration.csv for the country's folder.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "world/calibration.hpp"
#include "world/calibration_file.hpp"
#include "world/calibration_trial.hpp"

namespace experiments {

/// One search under terms that differ from the usual ones.
struct Variant {
  std::string name;
  world::Calibration found;
};

struct CalibrationStory {
  bool is_held = false;                     // nothing was fitted
  world::CalibrationTerms terms;
  world::Calibration before, after;         // values in force, and found
  double actual_per_registered = 1;
  std::vector<Variant> by_prior;            // other priors of the place constants
  std::vector<Variant> without_places;      // all place constants 0
  std::vector<Variant> by_fixed;            // other values of what a cross-section cannot tell
  std::vector<world::FlowFit> first_years;  // simulated, one a seed
  std::vector<world::FlowFit> years;        // first, second and third simulated year, means over seeds
  std::vector<std::pair<std::string, world::FlowFit>> first_year_without_places;  // of the variants, means over seeds
  world::MatchingStart matching;

  [[nodiscard]] const world::FlowFit& first_year() const { return years.front(); }
  world::CalibrationRecords records;
};

/// At most 100 columns.
[[nodiscard]] std::string terminal_text(const CalibrationStory& story, const world::Country& country);
[[nodiscard]] std::string markdown_text(const CalibrationStory& story, const world::Country& country);
/// The rows of calibration.csv with the figures of the fit among its records.
[[nodiscard]] std::string file_text(const CalibrationStory& story, const world::Country& country);

}  // namespace experiments
