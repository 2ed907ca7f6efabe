// The files that belong to a folder of tables, and one text that tells two sets
// of tables apart. Called by those who copy the inputs of a run and by those who
// ask whether a checkpoint belongs to them.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "world/country_source.hpp"

namespace world::observers {

/// Tables, shapes and notes of a country, in the order of their names; anything else in the folder is left out.
[[nodiscard]] std::vector<std::filesystem::path> country_files(const std::filesystem::path& folder);

/// A line "inputs/country/regions.csv 0123456789abcdef" with the XXH3 of each file of the country and each table laid
/// over it, as the manifest of a run lists them: what `scenario_hash` wants. Errors: ReadError.
[[nodiscard]] std::string table_hashes_text(const CountrySource& source);

}  // namespace world::observers
