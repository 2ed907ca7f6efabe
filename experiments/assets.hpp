// Where the bundled scenarios and tables are, and what SCENARIO on the command
// line means.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace experiments {

/// The folder of assets: beside the installed program, else in the source tree
/// it was built from. Errors: InputError if there is neither.
[[nodiscard]] std::filesystem::path assets_folder();

/// The scenario files of the assets, by name.
[[nodiscard]] std::vector<std::filesystem::path> bundled_scenarios();

/// A file as given, else the bundled scenario of that name.
/// Errors: InputError with the nearest bundled name.
[[nodiscard]] std::filesystem::path find_scenario(const std::string& text);

}  // namespace experiments
