// Where two run folders part: the first month by the hash of the state, the
// first column of the state, the first cell of a table. Reads files only.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "experiments/manifest.hpp"

namespace experiments {

/// Hashes of the state, month by month.
struct StateComparison {
  int months_a = 0, months_b = 0;   // simulated months in each
  int months_equal = 0;             // from the start on, without a difference
  std::string first_difference;     // the month, empty if none in common differs
  bool is_start_different = false;  // before any month was simulated
  std::string hash_a, hash_b;       // in that month, or in the last common one
};

/// Errors: InputError for a folder that is no run folder, or runs that do not
/// begin in the same month.
[[nodiscard]] StateComparison compare_states(const std::filesystem::path& a, const std::filesystem::path& b);

/// The state hash of a month in the months.csv of a run; empty if it is not there.
[[nodiscard]] std::string recorded_hash(const std::filesystem::path& run_folder, const std::string& month);

/// The first row at which two CSV files differ, in a sentence; empty if equal as
/// far as both go. `n_keys` first columns name the row.
[[nodiscard]] std::string first_cell_that_differs(const std::filesystem::path& a, const std::filesystem::path& b,
                                                  int n_keys);

/// The first column of the state that differs in `month`, in a sentence.
[[nodiscard]] std::string first_column_that_differs(const std::filesystem::path& a, const std::filesystem::path& b,
                                                    const std::string& month);

/// "seed: 1 | 2" for every line of inputs/scenario.toml that differs, and every
/// table of the country that does.
[[nodiscard]] std::vector<std::string> settings_that_differ(const std::filesystem::path& a,
                                                            const std::filesystem::path& b);

/// What `qonys rerun` says at its end.
[[nodiscard]] std::string rerun_sentence(const StateComparison& comparison, const Manifest& original,
                                         const Manifest& again);

}  // namespace experiments
