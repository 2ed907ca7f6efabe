// calibration.csv, beside the tables of a country: values that `qonys calibrate`
// found, and how. Scenarios take its parameters in place of the defaults (their
// own settings win), countries its hub shifts and place constants.
//
//   kind,name,value,standard_error,note
//   parameter,migration.distance_weight,0.52,0.03,util
//   hub_shift,KZ-11,1.1,0.1,to KZ-71
//   place_constant,KZ-10,-0.2,0.1,
//   record,program,,,0.1.0 (…)
#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "world/country.hpp"
#include "world/scenario_settings.hpp"

namespace world {

inline constexpr const char* calibration_file_name = "calibration.csv";

/// One row that states a value.
struct CalibratedRow {
  std::string kind;    // parameter, hub_shift or place_constant
  std::string name;
  double value = 0;
  double standard_error = 0;
  std::string note = {};
};
/// What is told of the making: "program", "scenario", "table labour.csv" …
using CalibrationRecords = std::vector<std::pair<std::string, std::string>>;

/// The parameters that the file may state, "migration.distance_weight" and so on.
[[nodiscard]] const std::vector<std::string>& calibrated_parameters();

[[nodiscard]] std::string calibration_csv(const std::vector<CalibratedRow>& rows, const CalibrationRecords& records);

/// The rows "parameter" as settings of a scenario; none without a file.
/// Errors: an unknown kind or parameter (nearest known), a parameter named twice.
[[nodiscard]] std::vector<Setting> calibrated_settings(const std::filesystem::path& country_folder);

/// The rows "hub_shift" and "place_constant" into the country. Errors: an unknown
/// region, one named twice or missing, a value out of range.
void read_calibrated_places(Country& country);

/// The rows "record"; none without a file.
[[nodiscard]] CalibrationRecords calibration_records(const std::filesystem::path& country_folder);

}  // namespace world
