// Reads the tables of two run folders side by side.
#include "experiments/state_diff.hpp"

#include <algorithm>
#include <map>
#include <system_error>

#include "experiments/inputs.hpp"
#include "experiments/output_file.hpp"
#include "world/errors.hpp"

namespace experiments {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts;
  std::size_t from = 0;
  while (from <= text.size()) {
    const std::size_t end = std::min(text.find(separator, from), text.size());
    parts.push_back(text.substr(from, end - from));
    from = end + 1;
  }
  return parts;
}

/// The lines of a file of a run folder, header first. A last line without its end is left out.
std::vector<std::string> lines_of(const fs::path& file) {
  std::error_code ignored;
  if (!fs::is_regular_file(file, ignored)) {
    throw world::InputError(file.string() + ": missing; " + file.parent_path().string() + " is no whole run folder");
  }
  std::vector<std::string> lines = split(read_whole(file), '\n');
  lines.pop_back();
  if (lines.empty()) throw world::InputError(file.string() + ": empty; the run wrote nothing");
  return lines;
}

/// "2023-01 XX-1 births_persons" for one cell.
std::string cell_name(const std::vector<std::string>& keys, const std::string& column, int n_keys) {
  std::string name;
  for (std::size_t i = 0; i < static_cast<std::size_t>(n_keys) && i < keys.size(); ++i) name += keys[i] + " ";
  return name + column;
}

std::string differing_cell(const std::string& file, const std::vector<std::string>& header, const std::string& row_a,
                           const std::string& row_b, int n_keys) {
  const auto a = split(row_a, ',');
  const auto b = split(row_b, ',');
  for (std::size_t i = 0; i < a.size() && i < b.size() && i < header.size(); ++i) {
    if (a[i] == b[i]) continue;
    if (i < static_cast<std::size_t>(n_keys)) break;
    return file + ": " + cell_name(a, header[i], n_keys) + ": " + a[i] + " | " + b[i];
  }
  return file + ": the rows of other places or months: " + cell_name(a, "", n_keys) + "| " + cell_name(b, "", n_keys);
}

/// key → value of a resolved scenario, keys with their group; job packages numbered.
std::map<std::string, std::string> settings_of(const fs::path& run_folder) {
  std::map<std::string, std::string> settings;
  std::string group;
  std::map<std::string, int> n_of_kind;
  for (const std::string& line : lines_of(scenario_in(run_folder))) {
    if (line.starts_with("[[")) {
      const std::string kind = line.substr(2, line.find(']') - 2);
      group = kind + "[" + std::to_string(n_of_kind[kind]++) + "].";
    } else if (line.starts_with('[')) {
      group = line.substr(1, line.find(']') - 1) + ".";
    }
    const std::size_t sign = line.find(" = ");
    if (sign != std::string::npos) settings[group + line.substr(0, sign)] = line.substr(sign + 3);
  }
  return settings;
}

/// file name → hash of the tables a run used.
std::map<std::string, std::string> tables_of(const fs::path& run_folder) {
  constexpr std::string_view folder = "inputs/country/";
  std::map<std::string, std::string> tables;
  for (const InputFile& input : read_manifest(run_folder).inputs) {
    if (input.path.starts_with(folder)) tables[input.path.substr(folder.size())] = input.xxh3;
  }
  return tables;
}

void append_differences(std::vector<std::string>& differences, const std::map<std::string, std::string>& a,
                        const std::map<std::string, std::string>& b) {
  for (const auto& [key, value] : a) {
    const auto other = b.find(key);
    if (other == b.end()) {
      differences.push_back(key + ": " + value + " | not there");
    } else if (other->second != value) {
      differences.push_back(key + ": " + value + " | " + other->second);
    }
  }
  for (const auto& [key, value] : b) {
    if (a.count(key) == 0) differences.push_back(key + ": not there | " + value);
  }
}

}  // namespace

StateComparison compare_states(const fs::path& a, const fs::path& b) {
  for (const fs::path& folder : {a, b}) static_cast<void>(read_manifest(folder));
  const auto rows_a = lines_of(a / "months.csv");
  const auto rows_b = lines_of(b / "months.csv");
  StateComparison comparison;
  comparison.months_a = std::max(0, static_cast<int>(rows_a.size()) - 2);  // without header and start
  comparison.months_b = std::max(0, static_cast<int>(rows_b.size()) - 2);
  for (std::size_t i = 1; i < std::min(rows_a.size(), rows_b.size()); ++i) {
    const auto cells_a = split(rows_a[i], ',');
    const auto cells_b = split(rows_b[i], ',');
    if (cells_a.size() < 2 || cells_b.size() < 2 || cells_a[0] != cells_b[0]) {
      throw world::InputError("the runs do not begin in the same month: " + cells_a[0] + " in " + a.string() + ", " +
                              cells_b[0] + " in " + b.string() + "; only runs with the same start can be compared");
    }
    comparison.hash_a = cells_a[1];
    comparison.hash_b = cells_b[1];
    if (cells_a[1] != cells_b[1]) {
      comparison.first_difference = cells_a[0];
      comparison.is_start_different = i == 1;
      return comparison;
    }
    comparison.months_equal = static_cast<int>(i) - 1;
  }
  return comparison;
}

std::string recorded_hash(const fs::path& run_folder, const std::string& month) {
  std::error_code ignored;
  if (!fs::is_regular_file(run_folder / "months.csv", ignored)) return "";
  const auto rows = lines_of(run_folder / "months.csv");
  for (const std::string& row : rows) {
    if (!row.starts_with(month + ",")) continue;
    const auto cells = split(row, ',');
    if (cells.size() > 1) return cells[1];
  }
  return "";
}

std::string first_cell_that_differs(const fs::path& a, const fs::path& b, int n_keys) {
  const std::string file = a.filename().string();
  const auto rows_a = lines_of(a);
  const auto rows_b = lines_of(b);
  if (rows_a[0] != rows_b[0]) return file + ": the columns differ; the runs are of different program versions";
  const auto header = split(rows_a[0], ',');
  for (std::size_t i = 1; i < std::min(rows_a.size(), rows_b.size()); ++i) {
    if (rows_a[i] != rows_b[i]) return differing_cell(file, header, rows_a[i], rows_b[i], n_keys);
  }
  return "";
}

std::string first_column_that_differs(const fs::path& a, const fs::path& b, const std::string& month) {
  const auto rows_a = lines_of(a / "hashes.csv");
  const auto rows_b = lines_of(b / "hashes.csv");
  for (std::size_t i = 1; i < std::min(rows_a.size(), rows_b.size()); ++i) {
    if (!rows_a[i].starts_with(month + ",") || rows_a[i] == rows_b[i]) continue;
    const auto cells_a = split(rows_a[i], ',');
    const auto cells_b = split(rows_b[i], ',');
    if (cells_a.size() < 3 || cells_b.size() < 3) break;
    return cells_a[1] + ": " + cells_a[2] + " | " + cells_b[2];
  }
  return "";
}

std::vector<std::string> settings_that_differ(const fs::path& a, const fs::path& b) {
  constexpr std::size_t most_tables = 5;
  std::vector<std::string> differences;
  append_differences(differences, settings_of(a), settings_of(b));
  std::vector<std::string> tables;
  append_differences(tables, tables_of(a), tables_of(b));
  if (tables.size() > most_tables) {
    differences.push_back(std::to_string(tables.size()) + " tables of inputs/country");
  } else {
    for (const std::string& table : tables) differences.push_back("inputs/country/" + table);
  }
  return differences;
}

std::string rerun_sentence(const StateComparison& comparison, const Manifest& original, const Manifest& again) {
  if (comparison.first_difference.empty()) {
    std::string text = "Equal: the states of all " + std::to_string(comparison.months_equal) +
                       " months have the same hashes as in the original run; the last is " + comparison.hash_a + ".";
    if (comparison.months_a < comparison.months_b) {
      text += "\nThe original stopped there (" + original.status + "); this run went on to its end.";
    }
    return text;
  }
  std::string text = "DIFFERENT: from " + comparison.first_difference + " on the states differ: " + comparison.hash_a +
                     " in the original, " + comparison.hash_b + " now.";
  const auto program = [](const Manifest& manifest) {
    return manifest.version + " (" + manifest.sources + "), " + manifest.compiler + ", " + manifest.flags;
  };
  if (program(original) != program(again)) {
    text += "\nThe original was made by " + program(original) + ";\nthis is " + program(again) +
            ".\nEqual states are promised for the same build only.";
  }
  return text;
}

}  // namespace experiments
