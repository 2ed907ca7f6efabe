// Which rows of a table belong to which region, sex and age.
#include <algorithm>

#include "world/country_parts.hpp"
#include "world/nearest.hpp"

namespace world::country_parts {
namespace {

std::vector<std::string> known_regions(const Country& country) {
  std::vector<std::string> known;
  for (const Region& region : country.regions) known.push_back(region.iso);
  return known;
}

}  // namespace

bool is_wanted(const Table& table, int row, const Filter& filter) {
  return std::all_of(filter.begin(), filter.end(),
                     [&](const auto& condition) { return table.cell(row, condition.first) == condition.second; });
}

Filter of_base_year(const Country& country) { return {{"year", std::to_string(country.base_year)}}; }

std::string filter_text(const Filter& filter) {
  std::string text;
  for (const auto& [column, value] : filter) text += (text.empty() ? "" : ", ") + column + " = " + value;
  return text;
}

bool is_national(const Country& country, const std::string& iso) {
  // The nation is what the codes of its regions begin with: KZ for KZ-71.
  const std::string& first = country.regions.front().iso;
  const std::size_t dash = first.find('-');
  return dash != std::string::npos && iso == first.substr(0, dash);
}

int region_in(const Table& table, int row, std::string_view column, const Country& country) {
  const std::string& iso = table.text(row, column);
  const int region = country.region_of(iso);
  if (region < 0) {
    table.refuse_cell(row, column, "allowed are the codes of regions.csv" + did_you_mean(iso, known_regions(country)));
  }
  return region;
}

int sex_in(const Table& table, int row) {
  const std::string& sex = table.text(row, "sex");
  if (sex == "male") return 0;
  if (sex == "female") return 1;
  table.refuse_cell(row, "sex", "allowed are male and female");
}

std::vector<int> row_of_each_region(const Table& table, const Country& country, const Filter& filter,
                                    std::string_view column) {
  std::vector<int> rows(country.regions.size(), -1);
  for (int row = 0; row < table.n_rows(); ++row) {
    if (!is_wanted(table, row, filter) || is_national(country, table.cell(row, column))) continue;
    int& known = rows[static_cast<std::size_t>(region_in(table, row, column, country))];
    if (known >= 0) {
      table.refuse_cell(row, column,
                        "the region is named twice (first on line " + std::to_string(table.line(known)) +
                            "); allowed is one row each; delete one");
    }
    known = row;
  }
  for (std::size_t region = 0; region < rows.size(); ++region) {
    if (rows[region] >= 0) continue;
    const std::string condition = filter.empty() ? "" : " with " + filter_text(filter);
    table.refuse("region '" + country.regions[region].iso + "' has no row" + condition + "; add one");
  }
  return rows;
}

std::vector<double> numbers(const Table& table, const std::vector<int>& rows, std::string_view column,
                            const Allowed& allowed) {
  std::vector<double> values;
  values.reserve(rows.size());
  for (const int row : rows) values.push_back(table.number(row, column, allowed));
  return values;
}

AgeGroup age_group_in(const Table& table, int row) {
  constexpr Allowed ages{0, agents::n_ages - 1, "give whole years of age"};
  AgeGroup group;
  group.from = table.integer(row, "age_from_years", ages);
  group.is_open = table.is_empty(row, "age_to_years");
  const Allowed later{static_cast<double>(group.from), agents::n_ages - 1, "a group ends no earlier than it begins"};
  group.to = group.is_open ? agents::n_ages - 1 : table.integer(row, "age_to_years", later);
  return group;
}

}  // namespace world::country_parts
