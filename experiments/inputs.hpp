// The inputs/ of a run folder: the resolved scenario, the files it came from, the
// tables of its country and those of the user's own laid over them. A run reads its inputs from there, so what the
// folder holds is what was run.
#pragma once

#include <filesystem>
#include <vector>

#include "experiments/manifest.hpp"
#include "world/country.hpp"
#include "world/scenario.hpp"

namespace experiments {

/// inputs/scenario.toml, inside a run folder.
[[nodiscard]] std::filesystem::path scenario_in(const std::filesystem::path& run_folder);

/// Writes inputs/scenario.toml, inputs/original/, inputs/country/ and inputs/tables/.
/// Returns every file with its hash, in the order of their paths. Errors: InputError.
[[nodiscard]] std::vector<InputFile> write_inputs(const std::filesystem::path& run_folder,
                                                  const world::Scenario& scenario);

/// An input that is in the folder already, with its hash. Errors: InputError.
[[nodiscard]] InputFile hashed_input(const std::filesystem::path& run_folder, const std::string& path);

/// Writes the inputs/ of a comparison: a.toml, b.toml, the tables of their
/// common country and those of the user's own. Errors: InputError.
void write_compared_inputs(const std::filesystem::path& folder, const world::Scenario& a, const world::Scenario& b);

/// The tables of a country with their hashes, by name, its calibration left out;
/// then the user's own as tables/NAME.csv. Errors: InputError.
[[nodiscard]] std::vector<InputFile> table_hashes(const world::Country& country);

/// Do two folders of tables hold the same files, byte for byte? Errors: InputError.
[[nodiscard]] bool hold_the_same_tables(const std::filesystem::path& a, const std::filesystem::path& b);

/// Are the inputs of a run folder those its manifest names?
/// Errors: InputError naming the first that is missing or has another hash.
void verify_inputs(const std::filesystem::path& run_folder, const Manifest& manifest);

}  // namespace experiments
