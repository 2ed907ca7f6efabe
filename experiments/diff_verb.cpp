// `qonys diff`: says where two runs part, from the whole to the single cell.
#include <algorithm>
#include <filesystem>
#include <iostream>

#include "experiments/state_diff.hpp"
#include "experiments/output_file.hpp"
#include "experiments/verbs.hpp"

namespace experiments {
namespace {

namespace fs = std::filesystem;

std::string months(int count) { return std::to_string(count) + (count == 1 ? " month" : " months"); }

void print_settings(const fs::path& a, const fs::path& b) {
  constexpr std::size_t most_lines = 20;
  const auto differences = settings_that_differ(a, b);
  std::cout << (differences.empty() ? "Settings and tables are the same.\n" : "Settings and tables that differ:\n");
  for (std::size_t i = 0; i < std::min(differences.size(), most_lines); ++i) {
    std::cout << "  " << differences[i] << "\n";
  }
  if (differences.size() > most_lines) std::cout << "  and " << differences.size() - most_lines << " more\n";
}

/// The first difference in the tables of two runs.
std::string cell_of(const fs::path& a, const fs::path& b) {
  constexpr int panel_keys = 2;
  constexpr int flow_keys = 3;
  constexpr int cause_keys = 6;
  std::string cell = first_cell_that_differs(a / "panel.csv", b / "panel.csv", panel_keys);
  if (cell.empty()) cell = first_cell_that_differs(a / "flows.csv", b / "flows.csv", flow_keys);
  // Runs of older programs have no causes.
  if (cell.empty() && fs::exists(a / "causes.csv") && fs::exists(b / "causes.csv")) {
    cell = first_cell_that_differs(a / "causes.csv", b / "causes.csv", cause_keys);
  }
  return cell;
}

}  // namespace

ExitCode diff_verb(const Options& options) {
  const fs::path a = options.places[0];
  const fs::path b = options.places[1];
  const StateComparison comparison = compare_states(a, b);
  const std::string cell = cell_of(a, b);

  if (!comparison.first_difference.empty()) {
    std::cout << "The runs part in " << comparison.first_difference << ", "
              << (comparison.is_start_different ? "at the very start" : "after " + months(comparison.months_equal) + " in common")
              << ".  Below: " << a.string() << " | " << b.string() << "\n"
              << "State:                " << comparison.hash_a << " | " << comparison.hash_b << "\n";
    const std::string column = first_column_that_differs(a, b, comparison.first_difference);
    if (!column.empty()) std::cout << "First column of it:   " << column << "\n";
    std::cout << "First cell of tables: " << (cell.empty() ? "none; they are equal as far as both go" : cell) << "\n";
    print_settings(a, b);
    return ExitCode::runs_differ;
  }
  if (comparison.months_a != comparison.months_b) {
    std::cout << "Equal for " << months(comparison.months_equal) << "; then one run ends: " << a.string() << " has "
              << months(comparison.months_a) << ", " << b.string() << " " << months(comparison.months_b) << ".\n";
    print_settings(a, b);
    return ExitCode::runs_differ;
  }
  if (!cell.empty()) {
    std::cout << "The states are equal in all " << months(comparison.months_equal) << ", but the tables are not: " << cell
              << "\n";
    return ExitCode::runs_differ;
  }
  std::cout << "Equal: " << months(comparison.months_equal) << ", last state " << comparison.hash_a << "\n";
  return ExitCode::ok;
}

}  // namespace experiments
