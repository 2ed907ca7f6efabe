// Results: one row for each figure, printed as they come and kept as one CSV.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace bench {

struct Options;
struct Study;

/// One figure. What does not apply is empty.
struct Result {
  std::string name;   // of the case
  std::string scale;  // "1:20"
  std::int64_t citizens = 0;
  int threads = 0;
  std::string metric;
  double value = 0;
  std::string unit = {};                 // "s", "bytes", "1" …
  std::optional<double> mcm_per_s = {};  // million citizen-months a second
  std::optional<double> ns_per_citizen_month = {};
  std::optional<double> limit_ratio = {};  // time over the time of the limit
  std::uint64_t hash = 0;                  // of the state the figure led to; checked
  std::string checked;                     // "1+2": runs on these threads agreed on the hash
  int months = 0;
  int repeats = 0;
};

/// Where and when it was measured.
struct Session {
  std::string machine;
  double load_before = 0;  // mean number of busy threads in the minute before
};

/// A result that took `seconds`: its speeds follow, and its ratio to `limit_seconds`.
[[nodiscard]] Result timed(Result result, double seconds, double limit_seconds);

/// One line for a terminal.
[[nodiscard]] std::string line_of(const Result& result);

/// Writes the file whole. With --append the rows of other cases in it stay.
/// Errors: InputError.
void write_csv(const Options& options, const Session& session, const std::vector<Result>& results);

/// The names of the columns.
[[nodiscard]] const std::vector<std::string>& csv_columns();

}  // namespace bench
