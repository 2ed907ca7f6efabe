// Work, housing, budgets and the flows between places.
#include <algorithm>
#include <cmath>

#include "world/country_parts.hpp"
#include "world/nearest.hpp"
#include "world/numbers.hpp"

namespace world::country_parts {
namespace {

constexpr double shortest_distance_km = 60;

void read_sector_employment(Country& country) {
  const Table table = read_table(country, "employment_by_sector");
  std::vector<std::string> known;
  for (const Sector& sector : country.sectors) known.push_back(sector.name);
  country.sector_employed_persons = Grid<double>(country.n_regions(), country.n_sectors(), -1.0);
  country.sector_wage_kzt = Grid<double>(country.n_regions(), country.n_sectors());
  for (int row = 0; row < table.n_rows(); ++row) {
    if (!is_wanted(table, row, of_base_year(country)) || is_national(country, table.cell(row, "iso"))) continue;
    const int region = region_in(table, row, "iso", country);
    const std::string& name = table.text(row, "sector");
    const int sector = country.sector_of(name);
    if (sector < 0) {
      table.refuse_cell(row, "sector", "allowed are the sectors of sectors.csv" + did_you_mean(name, known));
    }
    double& employed = country.sector_employed_persons(region, sector);
    if (employed >= 0) table.refuse_row(row, "region and sector are named twice; delete one of the rows");
    employed = table.number(row, "employed_persons", persons);
    country.sector_wage_kzt(region, sector) = table.number(row, "implied_monthly_wage_kzt", money);
  }
  for (int region = 0; region < country.n_regions(); ++region) {
    for (int sector = 0; sector < country.n_sectors(); ++sector) {
      if (country.sector_employed_persons(region, sector) >= 0) continue;
      table.refuse("region '" + country.regions[static_cast<std::size_t>(region)].iso + "' has no row with sector = " +
                   known[static_cast<std::size_t>(sector)] + ", " + filter_text(of_base_year(country)) + "; add one");
    }
  }
}

/// Interregional margins of migration_net.csv, where given, against the pairs.
void check_margins(const Country& country, const Table& net, const std::vector<int>& rows) {
  constexpr double tolerance = 0.01;
  for (int region = 0; region < country.n_regions(); ++region) {
    double arrivals = 0;
    double departures = 0;
    for (int other = 0; other < country.n_regions(); ++other) {
      arrivals += country.moves_persons(other, region);
      departures += country.moves_persons(region, other);
    }
    const int row = rows[static_cast<std::size_t>(region)];
    const auto check = [&](const char* column, double sum) {
      const auto given = net.optional_number(row, column, persons);
      if (!given || std::abs(sum - *given) <= tolerance * std::max(*given, 1.0)) return;
      net.refuse_cell(row, column,
                      "the pairs of migration_od.csv sum to " + number_text(sum) +
                          "; allowed within 1 %; correct one of the tables");
    };
    check("interregional_arrivals_persons", arrivals);
    check("interregional_departures_persons", departures);
  }
}

void read_moves(Country& country) {
  const Table table = read_table(country, "migration_od");
  country.moves_persons = Grid<double>(country.n_regions(), country.n_regions(), -1.0);
  const auto& columns = table.columns();
  const bool has_basis = std::find(columns.begin(), columns.end(), "basis") != columns.end();
  country.moves_basis = Grid<Basis>(country.n_regions(), country.n_regions(), Basis::estimated);
  for (int row = 0; row < table.n_rows(); ++row) {
    if (!is_wanted(table, row, of_base_year(country))) continue;
    const int origin = region_in(table, row, "origin_iso", country);
    const int destination = region_in(table, row, "destination_iso", country);
    if (origin == destination) {
      table.refuse_cell(row, "destination_iso",
                        "origin and destination are the same; only moves between regions count");
    }
    double& cell = country.moves_persons(origin, destination);
    if (cell >= 0) table.refuse_row(row, "the pair of regions is named twice; delete one of the rows");
    cell = table.number(row, "moves_persons", persons);
    if (!has_basis) continue;
    const std::string& basis = table.cell(row, "basis");
    country.moves_basis(origin, destination) = basis == "sourced"    ? Basis::sourced
                                               : basis == "anchored" ? Basis::anchored
                                                                     : Basis::estimated;
  }
  for (double& cell : country.moves_persons.cells()) cell = std::max(cell, 0.0);  // no row: nobody moved
}

void read_distances(Country& country) {
  constexpr Allowed kilometres{0, 20000, "give kilometres of road"};
  const Table table = read_table(country, "distances");
  Grid<int> row_of(country.n_regions(), country.n_regions(), -1);
  country.distance_km = Grid<double>(country.n_regions(), country.n_regions());
  for (int row = 0; row < table.n_rows(); ++row) {
    const int origin = region_in(table, row, "origin_iso", country);
    const int destination = region_in(table, row, "destination_iso", country);
    const double road_km = table.number(row, "road_km", kilometres);
    if (origin == destination) continue;
    if (row_of(origin, destination) >= 0)
      table.refuse_row(row, "the pair of regions is named twice; delete one of the rows");
    row_of(origin, destination) = row;
    const double distance = std::max(road_km, shortest_distance_km);
    const int back = row_of(destination, origin);
    if (back >= 0 && std::abs(country.distance_km(destination, origin) - distance) > 0.5) {
      table.refuse_cell(row, "road_km",
                        "the way back on line " + std::to_string(table.line(back)) + " is " +
                            table.cell(back, "road_km") + "; allowed is the same; correct one");
    }
    country.distance_km(origin, destination) = distance;
    country.distance_km(destination, origin) = distance;
  }
  for (int origin = 0; origin < country.n_regions(); ++origin) {
    for (int destination = 0; destination < origin; ++destination) {
      if (country.distance_km(origin, destination) > 0) continue;
      table.refuse("the pair '" + country.regions[static_cast<std::size_t>(destination)].iso + "', '" +
                   country.regions[static_cast<std::size_t>(origin)].iso + "' has no row; add its road_km");
    }
  }
}

// What the republic gives and takes. A region without a figure has −1, one that gives has no transfers unless stated.
void read_transfers(Country& country, const Table& budgets, const std::vector<int>& rows) {
  constexpr Allowed bln_kzt{0, 1e6, "give billions of KZT a year"};
  const std::string year = std::to_string(country.base_year + 1);
  const std::string given = "republican_transfers_" + year + "_bln_kzt", taken = "withdrawals_" + year + "_bln_kzt";
  country.transfers_kzt.assign(country.regions.size(), -1.0);
  country.withdrawals_kzt.assign(country.regions.size(), 0.0);
  if (has_table(country, "withdrawals")) {
    const Table table = read_table(country, "withdrawals");
    std::vector<bool> is_named(country.regions.size());
    for (int row = 0; row < table.n_rows(); ++row) {
      const auto region = static_cast<std::size_t>(region_in(table, row, "iso", country));
      if (is_named[region]) table.refuse_cell(row, "iso", "the region is named twice; delete one of the rows");
      is_named[region] = true;
      country.withdrawals_kzt[region] = 1e9 * table.number(row, taken, bln_kzt);
      if (country.withdrawals_kzt[region] > 0) country.transfers_kzt[region] = 0;
    }
  }
  const auto& columns = budgets.columns();
  if (std::find(columns.begin(), columns.end(), given) == columns.end()) return;
  for (std::size_t region = 0; region < rows.size(); ++region) {
    const auto transfers = budgets.optional_number(rows[region], given, bln_kzt);
    if (transfers) country.transfers_kzt[region] = 1e9 * *transfers;
  }
}

void read_tenure_and_budgets(Country& country) {
  const Table tenure = read_table(country, "tenure");
  const auto rows = row_of_each_region(tenure, country);
  country.owner_share = numbers(tenure, rows, "share_owned_by_member", share);
  country.mover_renting_share = numbers(tenure, rows, "share_of_recent_interregional_movers_renting", share);

  const Table budgets = read_table(country, "budgets");
  const std::string column = "plan_per_resident_" + std::to_string(country.base_year + 1) + "_kzt";
  const auto budget_rows = row_of_each_region(budgets, country);
  country.budget_per_resident_kzt = numbers(budgets, budget_rows, column, money);
  read_transfers(country, budgets, budget_rows);
}

}  // namespace

void read_labour(Country& country) {
  const Table table = read_table(country, "labour");
  const Filter current{{"year", std::to_string(country.base_year)}, {"boundary", "current"}};
  const auto rows = row_of_each_region(table, country, current);
  country.labour_force_persons = numbers(table, rows, "labour_force_persons", positive_persons);
  country.employed_persons = numbers(table, rows, "employed_persons", positive_persons);
  country.employees_persons = numbers(table, rows, "wage_employees_persons", persons);
  country.self_employed_persons = numbers(table, rows, "self_employed_persons", persons);
  country.unemployed_persons = numbers(table, rows, "unemployed_persons", persons);
  country.mean_wage_kzt = numbers(table, rows, "average_monthly_wage_kzt", {1, 1e9, "give money per month"});
  for (std::size_t region = 0; region < rows.size(); ++region) {
    const double employed = country.employed_persons[region];
    const double parts = country.employees_persons[region] + country.self_employed_persons[region];
    if (std::abs(parts - employed) > 0.01 * employed) {
      table.refuse_cell(rows[region], "employed_persons",
                        "wage_employees_persons and self_employed_persons sum to " + number_text(parts) +
                            "; allowed within 1 %; correct one of them");
    }
    const double force = employed + country.unemployed_persons[region];
    if (std::abs(force - country.labour_force_persons[region]) > 0.01 * force) {
      table.refuse_cell(rows[region], "labour_force_persons",
                        "employed_persons and unemployed_persons sum to " + number_text(force) +
                            "; allowed within 1 %; correct one of them");
    }
  }
  read_sector_employment(country);
}

void read_flows(Country& country) {
  read_moves(country);
  const Table net = read_table(country, "migration_net");
  const auto rows = row_of_each_region(net, country, of_base_year(country));
  country.external_arrivals_persons = numbers(net, rows, "external_arrivals_persons", persons);
  country.external_departures_persons = numbers(net, rows, "external_departures_persons", persons);
  check_margins(country, net, rows);
  read_distances(country);
}

void read_housing(Country& country) {
  const Table table = read_table(country, "housing");
  const auto rows = row_of_each_region(table, country, of_base_year(country));
  const std::string year = std::to_string(country.base_year);
  const std::string next_year = std::to_string(country.base_year + 1);
  country.dwelling_stock_m2 = numbers(table, rows, "dwelling_stock_mln_m2", {1e-6, 1e5, "give millions of m2"});
  for (double& stock : country.dwelling_stock_m2) stock *= 1e6;
  country.rent_kzt_per_m2 =
      numbers(table, rows, "rent_kzt_per_m2_month_" + next_year, {1e-3, 1e9, "give money per m2 and month"});
  country.commissioned_m2_per_year =
      numbers(table, rows, "commissioned_" + year + "_thousand_m2", {0, 1e7, "give thousands of m2"});
  for (double& built : country.commissioned_m2_per_year) built *= 1e3;
  read_tenure_and_budgets(country);
}

}  // namespace world::country_parts
