#include "bench/results.hpp"

#include <algorithm>
#include <cmath>
#include <system_error>

#include "bench/options.hpp"
#include "experiments/build_info.hpp"
#include "experiments/output_file.hpp"
#include "world/observers/text.hpp"
#include "world/table.hpp"

namespace bench {
namespace {

namespace fs = std::filesystem;
using world::observers::fixed_text;
using world::observers::grouped_text;
using world::observers::hash_text;
using world::observers::left_aligned;
using world::observers::right_aligned;
using Cells = std::vector<std::string>;

constexpr int significant_digits = 5;

/// `value` with five digits that count; whole numbers whole.
std::string number_text(double value) {
  if (value == std::floor(value) && std::abs(value) < 1e15) return fixed_text(value, 0);
  const int magnitude = static_cast<int>(std::floor(std::log10(std::abs(value))));
  return fixed_text(value, std::max(0, significant_digits - 1 - magnitude));
}

std::string number_text(const std::optional<double>& value) { return value ? number_text(*value) : ""; }

std::string joined(const Cells& cells) {
  std::string text;
  for (const std::string& cell : cells) text += (&cell == &cells.front() ? "" : ",") + cell;
  return text + "\n";
}

Cells cells_of(const Result& result, const Session& session, const experiments::BuildInfo& build) {
  return {result.name,
          result.scale,
          std::to_string(result.citizens),
          std::to_string(result.threads),
          result.metric,
          number_text(result.value),
          result.unit,
          number_text(result.mcm_per_s),
          number_text(result.ns_per_citizen_month),
          number_text(result.limit_ratio),
          hash_text(result.hash),
          result.checked,
          std::to_string(result.months),
          std::to_string(result.repeats),
          session.machine,
          fixed_text(session.load_before, 2),
          build.version + " (" + build.sources + ")",
          build.compiler,
          build.flags};
}

/// Rows of a file of results that are of cases not measured now.
std::vector<Cells> kept_rows(const Options& options) {
  std::vector<Cells> kept;
  if (!options.append || !fs::exists(options.csv)) return kept;
  const world::Table table = world::Table::read(options.csv);
  if (table.columns() != csv_columns())
    table.refuse("its columns are of another version; write it anew, without --append");
  for (int row = 0; row < table.n_rows(); ++row) {
    if (options.asks_for(table.cell(row, "case"))) continue;
    Cells cells;
    for (const std::string& column : csv_columns()) cells.push_back(table.cell(row, column));
    kept.push_back(cells);
  }
  return kept;
}

}  // namespace

const std::vector<std::string>& csv_columns() {
  static const std::vector<std::string> columns = {"case",        "scale",     "citizens",
                                                   "threads",     "metric",    "value",
                                                   "unit",        "mcm_per_s", "ns_per_citizen_month",
                                                   "limit_ratio", "hash",      "checked_on_threads",
                                                   "months",      "repeats",   "machine",
                                                   "load_before", "program",   "compiler",
                                                   "flags"};
  return columns;
}

Result timed(Result result, double seconds, double limit_seconds) {
  const auto citizens = static_cast<double>(result.citizens);
  result.value = seconds;
  result.unit = 's';
  result.mcm_per_s = citizens / seconds / 1e6;
  result.ns_per_citizen_month = seconds / citizens * 1e9;
  result.limit_ratio = seconds / limit_seconds;
  return result;
}

std::string line_of(const Result& result) {
  std::string line = left_aligned(result.name, 12) + right_aligned(result.scale, 6) +
                     right_aligned(grouped_text(static_cast<double>(result.citizens)), 12) +
                     right_aligned(std::to_string(result.threads), 3) + "  " + left_aligned(result.metric, 48) +
                     right_aligned(number_text(result.value), 11) + " " + left_aligned(result.unit, 12);
  if (result.mcm_per_s) line += right_aligned(fixed_text(*result.mcm_per_s, 1), 9) + " Mcm/s";
  if (result.ns_per_citizen_month) line += right_aligned(fixed_text(*result.ns_per_citizen_month, 3), 9) + " ns";
  if (result.limit_ratio) line += right_aligned(fixed_text(*result.limit_ratio, 2), 9) + " x limit";
  return line + "  " + hash_text(result.hash);
}

void write_csv(const Options& options, const Session& session, const std::vector<Result>& results) {
  const experiments::BuildInfo build = experiments::build_info();
  std::string text = joined(csv_columns());
  for (const Cells& cells : kept_rows(options)) text += joined(cells);
  for (const Result& result : results) text += joined(cells_of(result, session, build));
  const fs::path folder = fs::absolute(options.csv).parent_path();
  std::error_code ignored;  // writing says what is wrong
  fs::create_directories(folder, ignored);
  experiments::write_whole(options.csv, text);
}

}  // namespace bench
