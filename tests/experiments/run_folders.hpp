// Two run folders side by side: which files differ that should not.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <set>
#include <string>

#include "tests/experiments/program.hpp"

namespace tests {

/// All files of a folder, by their path in it.
[[nodiscard]] inline std::set<std::string> files_of(const std::string& folder) {
  std::set<std::string> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) files.insert(std::filesystem::relative(entry.path(), folder).string());
  }
  return files;
}

/// Files that hold results: all but clock times and what says how the run was made.
[[nodiscard]] inline std::set<std::string> results_of(const std::string& folder) {
  std::set<std::string> results;
  for (const std::string& file : files_of(folder)) {
    const bool is_result = file != "manifest.toml" && file != "timings.csv" && file != "log.txt" && file != ".lock" &&
                           !file.starts_with("inputs/original/") && file != "inputs/start.qonys" &&
                           !file.starts_with("checkpoints/");
    if (is_result) results.insert(file);
  }
  return results;
}

/// Have both runs the same results, byte for byte, and the same newest checkpoint?
inline void expect_same_results(const std::string& expected, const std::string& found) {
  EXPECT_EQ(results_of(expected), results_of(found));
  for (const std::string& file : results_of(expected)) {
    if (text_of(expected + "/" + file) == text_of(found + "/" + file)) continue;
    ADD_FAILURE() << file << " differs between " << expected << " and " << found;
  }
  for (const char* key :
       {"status", "months_done", "last_month", "last_state_hash", "citizens_at_start", "scenario_xxh3"}) {
    EXPECT_EQ(manifest_value(expected, key), manifest_value(found, key)) << key;
  }
  EXPECT_EQ(n_lines(text_of(expected + "/timings.csv")), n_lines(text_of(found + "/timings.csv")));
}

}  // namespace tests
