// Heat, water and school seats at the start, and the projects that will add to
// them on known dates.
#include <algorithm>
#include <array>

#include "world/country_parts.hpp"
#include "world/errors.hpp"
#include "world/nearest.hpp"
#include "world/scenario.hpp"

namespace world {

const std::array<SystemInfo, n_systems>& system_infos() {
  static constexpr std::array<SystemInfo, n_systems> infos = {{{"heat", "gcal_per_h"},
                                                               {"water", "thousand_m3_per_day"},
                                                               {"schools", "seats"},
                                                               {"roads", "persons"}}};
  return infos;
}

namespace country_parts {
namespace {

constexpr Allowed engineering{0, 1e7, "give the unit of the column's name"};

// The state at the start is the first row of a region: later rows are later years.
void read_start(Country& country) {
  const Table table = read_table(country, "infrastructure");
  table.require({"iso", "year", "heat_capacity_gcal_per_h", "heat_peak_load_gcal_per_h",
                 "water_capacity_thousand_m3_per_day", "water_peak_demand_thousand_m3_per_day",
                 "school_seat_shortage_forecast_2028_seats"});
  const int n = country.n_regions();
  country.capacity = country.peak_load = Grid<double>(n_systems, n);
  country.school_seat_shortage.assign(static_cast<std::size_t>(n), 0);
  std::vector<int> first_year(static_cast<std::size_t>(n), 9999);
  for (int row = 0; row < table.n_rows(); ++row) {
    if (is_national(country, table.text(row, "iso"))) continue;
    const int r = region_in(table, row, "iso", country);
    const auto region = static_cast<std::size_t>(r);
    const auto shortage = table.optional_number(row, "school_seat_shortage_forecast_2028_seats", persons);
    if (shortage) country.school_seat_shortage[region] = *shortage;
    const int year = table.integer(row, "year", {1990, 2100, "give a year"});
    if (year >= first_year[region]) continue;
    if (year > country.base_year + 1) table.refuse_cell(row, "year", "the first row of a region must describe the start, " + std::to_string(country.base_year + 1) + " or earlier; add one");
    first_year[region] = year;
    country.capacity(static_cast<int>(System::heat), r) = table.number(row, "heat_capacity_gcal_per_h", engineering);
    country.peak_load(static_cast<int>(System::heat), r) = table.number(row, "heat_peak_load_gcal_per_h", engineering);
    country.capacity(static_cast<int>(System::water), r) = table.number(row, "water_capacity_thousand_m3_per_day", engineering);
    country.peak_load(static_cast<int>(System::water), r) = table.number(row, "water_peak_demand_thousand_m3_per_day", engineering);
  }
  for (std::size_t region = 0; region < first_year.size(); ++region) {
    if (first_year[region] == 9999) table.refuse("region '" + country.regions[region].iso + "' has no row; add one");
  }
}

void read_climate(Country& country) {
  const Table table = read_table(country, "regions");
  country.january_mean_c.assign(country.regions.size(), 0);
  const auto rows = row_of_each_region(table, country);
  country.january_mean_c = numbers(table, rows, "mean_january_temp_c", {-60, 30, "give the mean January temperature in deg C"});
}

void read_projects(Country& country) {
  if (!has_table(country, "capacity_projects")) return;
  const Table table = read_table(country, "capacity_projects");
  table.require({"iso", "system", "project", "delivered", "size", "unit"});
  for (int row = 0; row < table.n_rows(); ++row) {
    const int system = system_of(table.text(row, "system"));
    if (system < 0) table.refuse_cell(row, "system", "allowed heat, water, schools, roads");
    const std::string unit = system_infos()[static_cast<std::size_t>(system)].unit;
    if (table.text(row, "unit") != unit) table.refuse_cell(row, "unit", "allowed '" + unit + "' for this system; convert the size");
    const std::string where = table.file() + ":" + std::to_string(table.line(row)) + ": column 'delivered'";
    country.capacity_projects.push_back({.name = table.text(row, "project"),
                                         .region = region_in(table, row, "iso", country),
                                         .system = static_cast<System>(system),
                                         .delivered = parse_month(table.text(row, "delivered"), where),
                                         .size = table.number(row, "size", engineering)});
  }
}

}  // namespace

void read_infrastructure(Country& country) {
  read_start(country);
  read_climate(country);
  read_projects(country);
}

}  // namespace country_parts

int system_of(const std::string& name) {
  for (int s = 0; s < n_systems; ++s) {
    if (system_infos()[static_cast<std::size_t>(s)].name == name) return s;
  }
  return -1;
}

}  // namespace world
