// The pieces of `load_country` and what they share: which rows of a table
// belong to which region. Included only by the country_*.cpp files.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "world/country.hpp"
#include "world/table.hpp"

namespace world::country_parts {

/// Is there a file of that name, such as "drivers"?
[[nodiscard]] bool has_table(const Country& country, std::string_view name);

/// A table of the country, with the user's own laid over it if there is one.
/// What that changed is noted in `country.own_tables`, or in `changed` unless it is null.
[[nodiscard]] Table read_table(Country& country, std::string_view name);
[[nodiscard]] Table read_table(const Country& country, std::string_view name, OwnTable* changed);

/// " with my.csv over it", for messages about a whole table; or nothing.
[[nodiscard]] std::string own_text(const Country& country, std::string_view name);

/// Rows count only if each named column holds the value beside it.
using Filter = std::vector<std::pair<std::string, std::string>>;

[[nodiscard]] bool is_wanted(const Table& table, int row, const Filter& filter);

/// "year" and the base year, the commonest filter.
[[nodiscard]] Filter of_base_year(const Country& country);

/// "year = 2022, boundary = current" for messages; empty for no filter.
[[nodiscard]] std::string filter_text(const Filter& filter);

/// Is this the code of the whole nation, as "KZ" is for regions such as KZ-71?
[[nodiscard]] bool is_national(const Country& country, const std::string& iso);

/// Index of the region that a cell names. Errors: unknown region, with the nearest known.
[[nodiscard]] int region_in(const Table& table, int row, std::string_view column, const Country& country);

/// 0 for male, 1 for female. Errors: anything else.
[[nodiscard]] int sex_in(const Table& table, int row);

/// The row [region] of each region among the rows that pass the filter; national
/// rows are left out. Errors: unknown region, region named twice, region missing.
[[nodiscard]] std::vector<int> row_of_each_region(const Table& table, const Country& country, const Filter& filter = {},
                                                  std::string_view column = "iso");

/// One number of each region, from the rows that `row_of_each_region` found.
[[nodiscard]] std::vector<double> numbers(const Table& table, const std::vector<int>& rows, std::string_view column,
                                          const Allowed& allowed);

/// Bounds of an age group read from age_from_years and age_to_years (empty: open
/// end, then `to` is the last age). Errors: from > to, outside the ages of tables.
struct AgeGroup {
  int from = 0;
  int to = 0;
  bool is_open = false;
};
[[nodiscard]] AgeGroup age_group_in(const Table& table, int row);

// Each reads the tables named in its sentence and fills the fields of Country
// that country.hpp lists under them. Order: as in load_country.

/// regions.csv, roles.csv, and the base year from migration_net.csv.
void read_regions(Country& country);
/// fields.csv, sectors.csv.
void read_fields_and_sectors(Country& country);
/// age_sex.csv.
void read_people(Country& country);
/// vital.csv, vital_schedules.csv.
void read_vital(Country& country);
/// marital.csv.
void read_marital(Country& country);
/// households.csv, birthplace.csv, education.csv.
void read_households(Country& country);
/// labour.csv, employment_by_sector.csv.
void read_labour(Country& country);
/// migration_od.csv, migration_net.csv, distances.csv.
void read_flows(Country& country);
/// housing.csv, tenure.csv, budgets.csv.
void read_housing(Country& country);
/// infrastructure.csv, capacity_projects.csv if there, climate of regions.csv.
void read_infrastructure(Country& country);
/// growth_centres.csv, unit_costs.csv with cost_benchmarks.csv, if there.
void read_costs(Country& country);
/// anchors.csv if there.
void read_anchors(Country& country);
/// hub_pairs.csv, kin_pairs.csv; drivers.csv and calibration.csv if there.
void read_pairs_and_options(Country& country);

/// Do the tables agree with each other? Errors: the first that do not.
void check_consistency(const Country& country);

}  // namespace world::country_parts
