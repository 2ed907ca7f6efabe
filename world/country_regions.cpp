// Regions and their roles, the base year, fields and sectors: the axes of all
// other tables.
#include <algorithm>
#include <cmath>
#include <sstream>

#include "world/country_parts.hpp"
#include "world/nearest.hpp"
#include "world/numbers.hpp"

namespace world::country_parts {
namespace {

constexpr Allowed years{1990, 2100, "give a calendar year"};

void read_roles(Country& country) {
  const Table table = read_table(country, "roles");
  table.require({"iso", "role"});
  for (int row = 0; row < table.n_rows(); ++row) {
    Region& region = country.regions[static_cast<std::size_t>(region_in(table, row, "iso", country))];
    const std::string& role = table.text(row, "role");
    if (role != "metropolis" && role != "capital") {
      table.refuse_cell(row, "role", "the roles allowed are metropolis and capital");
    }
    bool& has_role = role == "capital" ? region.is_capital : region.is_metropolis;
    if (has_role) table.refuse_cell(row, "iso", "the region is named twice in this role; delete one of the rows");
    has_role = true;
  }
  const auto is_capital = [](const Region& region) { return region.is_capital; };
  if (std::count_if(country.regions.begin(), country.regions.end(), is_capital) > 1) {
    table.refuse("more than one region has the role capital; keep one of the rows");
  }
}

void read_base_year(Country& country) {
  const Table table = read_table(country, "migration_net");
  for (int row = 0; row < table.n_rows(); ++row) {
    country.base_year = std::max(country.base_year, table.integer(row, "year", years));
  }
  if (country.base_year == 0) table.refuse("the table has no rows; its latest year is the base year");
}

void read_fields(Country& country) {
  const Table table = read_table(country, "fields");
  if (table.n_rows() < 1 || table.n_rows() > agents::n_fields - 1) {
    table.refuse("the table has " + std::to_string(table.n_rows()) + " rows; allowed 1 to " +
                 std::to_string(agents::n_fields - 1) + " fields of study");
  }
  country.field_names.assign(agents::n_fields, "");
  country.field_names[0] = "none";
  country.field_share_vocational.assign(agents::n_fields, 0);
  country.field_share_higher.assign(agents::n_fields, 0);
  for (int row = 0; row < table.n_rows(); ++row) {
    const std::string& name = table.text(row, "field");
    const auto& names = country.field_names;
    if (std::find(names.begin(), names.end(), name) != names.end()) {
      table.refuse_cell(row, "field", "the field is named twice, or is the reserved word 'none'; rename it");
    }
    const auto field = static_cast<std::size_t>(row) + 1;
    country.field_names[field] = name;
    country.field_share_vocational[field] = table.number(row, "vocational_share", share);
    country.field_share_higher[field] = table.number(row, "higher_share", share);
  }
  for (const char* column : {"vocational_share", "higher_share"}) {
    double sum = 0;
    for (int row = 0; row < table.n_rows(); ++row) sum += table.number(row, column, share);
    if (std::abs(sum - 1) > 1e-6) {
      table.refuse("column '" + std::string(column) + "' sums to " + number_text(sum) +
                   "; allowed 1 within 1e-6; correct the shares");
    }
  }
}

std::array<bool, agents::n_fields> own_fields_in(const Table& table, int row, const Country& country) {
  std::array<bool, agents::n_fields> is_own{};
  std::vector<std::string> known;
  std::copy_if(country.field_names.begin() + 1, country.field_names.end(), std::back_inserter(known),
               [](const std::string& name) { return !name.empty(); });
  std::istringstream words(table.cell(row, "own_fields"));
  for (std::string word; words >> word;) {
    const auto found = std::find(known.begin(), known.end(), word);
    if (found == known.end()) {
      table.refuse_cell(row, "own_fields", "'" + word + "' is not a field of fields.csv" + did_you_mean(word, known));
    }
    is_own[static_cast<std::size_t>(found - known.begin()) + 1] = true;
  }
  return is_own;
}

bool yes_or_no(const Table& table, int row, const char* column) {
  const std::string& word = table.text(row, column);
  if (word != "yes" && word != "no") table.refuse_cell(row, column, "allowed yes, no");
  return word == "yes";
}

void read_sectors(Country& country) {
  constexpr Allowed odds{0, 1000, "give odds relative to the other sectors"};
  const Table table = read_table(country, "sectors");
  if (table.n_rows() < 1 || table.n_rows() > agents::max_sectors) {
    table.refuse("the table has " + std::to_string(table.n_rows()) + " rows; allowed 1 to " +
                 std::to_string(agents::max_sectors) + " sectors");
  }
  for (int row = 0; row < table.n_rows(); ++row) {
    Sector sector;
    sector.name = table.text(row, "sector");
    if (country.sector_of(sector.name) >= 0) {
      table.refuse_cell(row, "sector", "the sector is named twice; delete one of the rows");
    }
    sector.local_demand_share = table.number(row, "local_demand_share", share);
    sector.budget_share = table.number(row, "budget_share", share);
    sector.self_employment_weight = table.number(row, "self_employment_weight", odds);
    sector.acceptability = {table.number(row, "accepts_secondary", share),
                            table.number(row, "accepts_vocational", share), table.number(row, "accepts_higher", share)};
    sector.is_own_field = own_fields_in(table, row, country);
    sector.routine_share = table.number(row, "routine_share", share);
    sector.uses_knowledge = yes_or_no(table, row, "uses_knowledge");
    sector.research_weight = table.number(row, "research_weight", share);
    const double shares = sector.local_demand_share + sector.budget_share;
    if (shares > 1 + 1e-9) {
      table.refuse_row(row, "columns 'local_demand_share' and 'budget_share' sum to " + number_text(shares) +
                                "; allowed 0 to 1; the rest of demand comes from outside");
    }
    country.sectors.push_back(std::move(sector));
  }
}

}  // namespace

void read_regions(Country& country) {
  const Table table = read_table(country, "regions");
  if (table.n_rows() < 1 || table.n_rows() > agents::max_regions) {
    table.refuse("the table has " + std::to_string(table.n_rows()) + " rows; allowed 1 to " +
                 std::to_string(agents::max_regions) + " regions");
  }
  for (int row = 0; row < table.n_rows(); ++row) {
    Region region{.iso = table.text(row, "iso"),
                  .name_en = table.text(row, "name_en"),
                  .name_kk = table.text(row, "name_kk"),
                  .name_ru = table.text(row, "name_ru"),
                  .is_metropolis = false,
                  .is_capital = false};
    if (country.region_of(region.iso) >= 0) {
      table.refuse_cell(row, "iso", "the region is named twice; allowed is one row each; delete one");
    }
    country.regions.push_back(std::move(region));
  }
  read_roles(country);
  read_base_year(country);
}

void read_fields_and_sectors(Country& country) {
  read_fields(country);
  read_sectors(country);
}

}  // namespace world::country_parts
