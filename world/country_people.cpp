// People by age and sex, households, birthplaces and schooling.
#include <algorithm>
#include <cmath>
#include <set>

#include "world/country_parts.hpp"
#include "world/numbers.hpp"

namespace world::country_parts {
namespace {

constexpr int n_household_sizes = 6;

/// The lower bounds of the age groups; every group must end where the next begins.
std::vector<int> age_bounds(const Table& table) {
  std::set<int> bounds;
  for (int row = 0; row < table.n_rows(); ++row) bounds.insert(age_group_in(table, row).from);
  for (int row = 0; row < table.n_rows(); ++row) {
    const AgeGroup group = age_group_in(table, row);
    const auto next = bounds.upper_bound(group.from);
    const int end = next == bounds.end() ? agents::n_ages - 1 : *next - 1;
    if (group.to != end) {
      table.refuse_cell(row, "age_to_years",
                        "the next group in the table makes " + std::to_string(end) +
                            " the only end allowed; groups must neither overlap nor leave gaps");
    }
  }
  if (bounds.empty() || *bounds.begin() != 0) table.refuse("the lowest age group must begin at 0; add it");
  return {bounds.begin(), bounds.end()};
}

void read_birthplaces(Country& country) {
  const Table table = read_table(country, "birthplace");
  const int abroad = country.n_regions();
  country.birthplace_share = Grid<double>(country.n_regions(), country.n_regions() + 1, -1.0);
  for (int row = 0; row < table.n_rows(); ++row) {
    if (is_national(country, table.cell(row, "residence_iso"))) continue;
    const int residence = region_in(table, row, "residence_iso", country);
    const bool is_abroad = table.cell(row, "birthplace_iso") == "ABROAD";
    const int birthplace = is_abroad ? abroad : region_in(table, row, "birthplace_iso", country);
    double& cell = country.birthplace_share(residence, birthplace);
    if (cell >= 0) table.refuse_cell(row, "birthplace_iso", "this pair of places is named twice; delete one");
    cell = table.number(row, "share", share);
  }
  for (int residence = 0; residence < country.n_regions(); ++residence) {
    double sum = 0;
    for (int place = 0; place <= abroad; ++place) {
      double& cell = country.birthplace_share(residence, place);
      cell = std::max(cell, 0.0);  // a pair without a row: nobody
      sum += cell;
    }
    if (std::abs(sum - 1) > 1e-3) {
      table.refuse("column 'share' of residence '" + country.regions[static_cast<std::size_t>(residence)].iso +
                   "' sums to " + number_text(sum) + "; allowed 1 within 0.001; correct the shares");
    }
    for (int place = 0; place <= abroad; ++place) country.birthplace_share(residence, place) /= sum;
  }
}

void read_education(Country& country) {
  constexpr Allowed percent{0, 100, "give a percentage"};
  const Table table = read_table(country, "education");
  const auto rows = row_of_each_region(table, country);
  const std::string column = "higher_education_share_of_10plus_pct_" + std::to_string(country.base_year);
  country.higher_share_of_10_plus = numbers(table, rows, column, percent);
  for (double& value : country.higher_share_of_10_plus) value /= 100;
  country.college_students_persons = numbers(table, rows, "college_students_persons", persons);
  country.university_students_persons = numbers(table, rows, "university_students_persons", persons);
}

void read_household_sizes(Country& country, const Table& table, const std::vector<int>& rows) {
  country.household_size_share = Grid<double>(country.n_regions(), n_household_sizes);
  for (int region = 0; region < country.n_regions(); ++region) {
    const int row = rows[static_cast<std::size_t>(region)];
    double sum = 0;
    for (int size = 1; size <= n_household_sizes; ++size) {
      const std::string suffix = size == n_household_sizes ? "6_plus" : std::to_string(size);
      const double value = table.number(row, "share_size_" + suffix, share);
      country.household_size_share(region, size - 1) = value;
      sum += value;
    }
    if (std::abs(sum - 1) > 5e-3) {
      table.refuse_row(row, "columns 'share_size_1' to 'share_size_6_plus' sum to " + number_text(sum) +
                                "; allowed 1 within 0.005; correct the shares");
    }
    for (int size = 0; size < n_household_sizes; ++size) country.household_size_share(region, size) /= sum;
  }
}

}  // namespace

void read_people(Country& country) {
  const Table table = read_table(country, "age_sex");
  country.age_from_years = age_bounds(table);
  const auto& bounds = country.age_from_years;
  const std::string date = std::to_string(country.base_year + 1) + "-01-01";
  country.people = Cube<double>(country.n_regions(), 2, static_cast<int>(bounds.size()), -1.0);
  for (int row = 0; row < table.n_rows(); ++row) {
    if (is_national(country, table.cell(row, "iso"))) continue;
    if (table.text(row, "date") != date) {
      table.refuse_cell(row, "date", "allowed is " + date + ", the end of the base year of migration_net.csv");
    }
    const int from = table.integer(row, "age_from_years", {0, agents::n_ages - 1});
    const auto group = std::find(bounds.begin(), bounds.end(), from) - bounds.begin();
    double& cell = country.people(region_in(table, row, "iso", country), sex_in(table, row), static_cast<int>(group));
    if (cell >= 0) table.refuse_row(row, "region, sex and age group are named twice; delete one of the rows");
    cell = table.number(row, "population_persons", persons);
  }
  for (int region = 0; region < country.n_regions(); ++region) {
    for (int cell = 0; cell < 2 * country.people.columns(); ++cell) {
      const int sex = cell / country.people.columns();
      const int group = cell % country.people.columns();
      if (country.people(region, sex, group) >= 0) continue;
      table.refuse("region '" + country.regions[static_cast<std::size_t>(region)].iso +
                   "' has no row with sex = " + (sex == 0 ? "male" : "female") +
                   ", age_from_years = " + std::to_string(bounds[static_cast<std::size_t>(group)]) + "; add one");
    }
  }
}

void read_households(Country& country) {
  const Table table = read_table(country, "households");
  const auto rows = row_of_each_region(table, country);
  country.households_count = numbers(table, rows, "private_households_count", {1, 1e9, "give a count of households"});
  country.private_household_share = numbers(table, rows, "private_household_population_share", share);
  country.mean_size_of_6_plus =
      numbers(table, rows, "mean_size_of_6_plus_persons", {6, 30, "give persons per household"});
  country.share_with_children = numbers(table, rows, "share_with_children_under_18", share);
  country.lone_parent_share = numbers(table, rows, "lone_parent_share_of_households", share);
  country.mother_share_of_lone_parents = numbers(table, rows, "mother_share_of_lone_parents", share);
  read_household_sizes(country, table, rows);
  for (std::size_t region = 0; region < rows.size(); ++region) {
    if (country.lone_parent_share[region] > country.share_with_children[region]) {
      table.refuse_cell(rows[region], "lone_parent_share_of_households",
                        "allowed 0 to " + number_text(country.share_with_children[region]) +
                            ", the share_with_children_under_18; correct one of them");
    }
  }
  read_birthplaces(country);
  read_education(country);
}

}  // namespace world::country_parts
