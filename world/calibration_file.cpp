#include "world/calibration_file.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <set>

#include "world/country_parts.hpp"
#include "world/nearest.hpp"
#include "world/numbers.hpp"

namespace world {

namespace {

constexpr Allowed utils{-50, 50, "give utils; fit them with `qonys calibrate`, not by hand"};

std::optional<Table> table_in(const std::filesystem::path& folder) {
  const auto file = folder / calibration_file_name;
  if (!std::filesystem::exists(file)) return std::nullopt;
  Table table = Table::read(file);
  table.require({"kind", "name", "value", "standard_error", "note"});
  static const std::vector<std::string> kinds{"parameter", "hub_shift", "place_constant", "record"};
  for (int row = 0; row < table.n_rows(); ++row) {
    const std::string& kind = table.cell(row, "kind");
    if (std::find(kinds.begin(), kinds.end(), kind) != kinds.end()) continue;
    table.refuse_cell(row, "kind", "allowed are parameter, hub_shift, place_constant and record" + did_you_mean(kind, kinds));
  }
  return table;
}

std::string place_of(const Table& table, int row) {
  return std::string(calibration_file_name) + ":" + std::to_string(table.line(row));
}

std::string csv_cell(const std::string& text) {
  if (text.find_first_of(",\"\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"') quoted += '"';
    quoted += c == '\n' ? ' ' : c;
  }
  return quoted + "\"";
}

}  // namespace

const std::vector<std::string>& calibrated_parameters() {
  static const std::vector<std::string> names{"migration.distance_weight", "migration.move_cost",
                                              "migration.home_weight", "migration.kin_shift"};
  return names;
}

std::string calibration_csv(const std::vector<CalibratedRow>& rows, const CalibrationRecords& records) {
  std::string text = "kind,name,value,standard_error,note\n";
  for (const CalibratedRow& row : rows) {
    text += row.kind + "," + csv_cell(row.name) + "," + number_text(row.value) + "," +
            (row.standard_error > 0 ? number_text(row.standard_error) : "") + "," + csv_cell(row.note) + "\n";
  }
  for (const auto& [name, what] : records) text += "record," + csv_cell(name) + ",,," + csv_cell(what) + "\n";
  return text;
}

std::vector<Setting> calibrated_settings(const std::filesystem::path& country_folder) {
  std::vector<Setting> settings;
  const std::optional<Table> table = table_in(country_folder);
  if (!table) return settings;
  const auto& known = calibrated_parameters();
  for (int row = 0; row < table->n_rows(); ++row) {
    if (table->cell(row, "kind") != "parameter") continue;
    const std::string& name = table->text(row, "name");
    if (std::find(known.begin(), known.end(), name) == known.end()) {
      table->refuse_cell(row, "name", "no parameter that a calibration states" + did_you_mean(name, known));
    }
    for (const Setting& other : settings) {
      if (other.path == name) table->refuse_cell(row, "name", "the parameter is named twice; delete one of the rows");
    }
    settings.push_back({.path = name,
                        .value = table->text(row, "value"),
                        .written = Written::number,
                        .where = table->file() + ":" + std::to_string(table->line(row)),
                        .origin = place_of(*table, row)});
  }
  return settings;
}

void read_calibrated_places(Country& country) {
  country.place_constant.assign(country.regions.size(), 0.0);
  country.calibrated.clear();
  const std::optional<Table> table = table_in(country.folder);
  if (!table) return;
  std::set<std::pair<std::string, int>> known;
  for (int row = 0; row < table->n_rows(); ++row) {
    const std::string& kind = table->cell(row, "kind");
    if (kind != "hub_shift" && kind != "place_constant") continue;
    const int region = country_parts::region_in(*table, row, "name", country);
    if (!known.insert({kind, region}).second) {
      table->refuse_cell(row, "name", "the " + kind + " of the region is named twice; delete one of the rows");
    }
    const double value = table->number(row, "value", utils);
    if (kind == "place_constant") {
      country.place_constant[static_cast<std::size_t>(region)] = value;
    } else {
      const auto pair = std::find_if(country.hub_pairs.begin(), country.hub_pairs.end(),
                                     [&](const HubPair& p) { return p.hinterland == region; });
      if (pair == country.hub_pairs.end()) {
        table->refuse_cell(row, "name", "the region is no hinterland of hub_pairs.csv; delete the row or add the pair");
      }
      pair->cost_shift = value;
    }
    country.calibrated.push_back({.name = kind + " " + table->cell(row, "name"), .value = value, .where = place_of(*table, row)});
  }
  const auto require = [&](const char* kind, int region) {
    if (known.contains({kind, region})) return;
    table->refuse("region '" + country.regions[static_cast<std::size_t>(region)].iso + "' has no row " + kind +
                  "; run `qonys calibrate` again");
  };
  for (int region = 0; region < country.n_regions(); ++region) require("place_constant", region);
  for (const HubPair& pair : country.hub_pairs) require("hub_shift", pair.hinterland);
}

CalibrationRecords calibration_records(const std::filesystem::path& country_folder) {
  CalibrationRecords records;
  const std::optional<Table> table = table_in(country_folder);
  if (!table) return records;
  for (int row = 0; row < table->n_rows(); ++row) {
    if (table->cell(row, "kind") == "record") records.emplace_back(table->cell(row, "name"), table->cell(row, "note"));
  }
  return records;
}

}  // namespace world
