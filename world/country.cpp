// Reads a country: the order in which its tables are read, and its lookups.
#include "world/country.hpp"

#include <algorithm>

#include "world/country_parts.hpp"
#include "world/errors.hpp"
#include "world/overlay.hpp"

namespace world {

int Country::region_of(const std::string& iso) const {
  for (int region = 0; region < n_regions(); ++region) {
    if (regions[static_cast<std::size_t>(region)].iso == iso) return region;
  }
  return -1;
}

int Country::sector_of(const std::string& name) const {
  for (int sector = 0; sector < n_sectors(); ++sector) {
    if (sectors[static_cast<std::size_t>(sector)].name == name) return sector;
  }
  return -1;
}

int Country::field_of(const std::string& name) const {
  for (int field = 1; field < static_cast<int>(field_names.size()); ++field) {
    if (field_names[static_cast<std::size_t>(field)] == name) return field;
  }
  return -1;
}

namespace {

const Overlay* overlay_of(const Country& country, std::string_view name) {
  const auto& overlays = country.overlays;
  const auto found = std::find_if(overlays.begin(), overlays.end(), [&](const Overlay& o) { return o.table == name; });
  return found == overlays.end() ? nullptr : &*found;
}

void check_source(const Country& country) {
  if (!std::filesystem::is_directory(country.folder)) {
    throw InputError(country.folder.string() +
                     ": no such folder of tables; a country is a folder of CSV files, see docs/data.md");
  }
  for (const Overlay& overlay : country.overlays) {
    if (country_parts::has_table(country, overlay.table)) continue;
    throw InputError(overlay.where + ": the country has no " + overlay.table + ".csv to lay " + overlay.file.string() +
                     " over; put a whole table into a copy of " + country.folder.string());
  }
}

}  // namespace

namespace country_parts {

bool has_table(const Country& country, std::string_view name) {
  return std::filesystem::exists(country.folder / (std::string(name) + ".csv"));
}

Table read_table(const Country& country, std::string_view name, OwnTable* changed) {
  Table table = Table::read(country.folder / (std::string(name) + ".csv"));
  const Overlay* overlay = overlay_of(country, name);
  if (overlay == nullptr) return table;
  OwnTable laid = lay_over(table, Table::read(overlay->file), *table_info(name));
  if (changed != nullptr) *changed = std::move(laid);
  return table;
}

Table read_table(Country& country, std::string_view name) {
  OwnTable laid;
  Table table = read_table(country, name, &laid);
  if (laid.readings.empty()) return table;
  auto& known = country.own_tables;
  const auto again = std::find_if(known.begin(), known.end(), [&](const OwnTable& own) { return own.table == name; });
  if (again == known.end()) {
    known.push_back(std::move(laid));
  } else {
    again->readings.push_back(laid.readings.front());
  }
  return table;
}

std::string own_text(const Country& country, std::string_view name) {
  const Overlay* overlay = overlay_of(country, name);
  return overlay == nullptr ? "" : " with " + overlay->file.string() + " over it";
}

}  // namespace country_parts

Country load_country(const std::filesystem::path& folder) {
  return load_country(CountrySource{.folder = folder, .overlays = {}});
}

Country load_country(const CountrySource& source) {
  Country country;
  country.folder = source.folder;
  country.overlays = source.overlays;
  check_source(country);
  country_parts::read_regions(country);
  country_parts::read_fields_and_sectors(country);
  country_parts::read_people(country);
  country_parts::read_vital(country);
  country_parts::read_marital(country);
  country_parts::read_households(country);
  country_parts::read_labour(country);
  country_parts::read_flows(country);
  country_parts::read_housing(country);
  country_parts::read_infrastructure(country);
  country_parts::read_costs(country);
  country_parts::read_anchors(country);
  country_parts::read_pairs_and_options(country);
  country_parts::check_consistency(country);
  return country;
}

}  // namespace world
