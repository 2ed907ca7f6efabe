// A country of one region, cut from another in memory: nobody comes and nobody
// goes, so that births and deaths are all there is.
#pragma once

#include <vector>

#include "world/country.hpp"

namespace world::testing {

namespace one_region_parts {

template <class T>
void keep(std::vector<T>& values, int region) {
  if (!values.empty()) values = {values[static_cast<std::size_t>(region)]};
}

template <class T>
void keep(Grid<T>& table, int region) {
  Grid<T> kept(1, table.columns());
  for (int column = 0; column < table.columns(); ++column) kept(0, column) = table(region, column);
  table = kept;
}

template <class T>
void keep(Cube<T>& table, int region) {
  Cube<T> kept(1, table.rows(), table.columns());
  for (int row = 0; row < table.rows(); ++row) {
    for (int column = 0; column < table.columns(); ++column) kept(0, row, column) = table(region, row, column);
  }
  table = kept;
}

}  // namespace one_region_parts

/// Region `region` of `country` alone in the world, without drivers of later years.
[[nodiscard]] inline Country one_region(Country country, int region) {
  using one_region_parts::keep;
  const auto keep_all = [region](auto&... tables) { (keep(tables, region), ...); };
  keep_all(country.regions, country.people, country.total_fertility_rate, country.births_persons,
           country.deaths_persons, country.life_expectancy_years, country.labour_force_persons,
           country.employed_persons, country.employees_persons, country.self_employed_persons,
           country.unemployed_persons, country.mean_wage_kzt, country.sector_employed_persons, country.sector_wage_kzt,
           country.dwelling_stock_m2, country.rent_kzt_per_m2, country.commissioned_m2_per_year, country.owner_share,
           country.mover_renting_share, country.budget_per_resident_kzt, country.households_count,
           country.private_household_share, country.household_size_share, country.mean_size_of_6_plus,
           country.share_with_children, country.lone_parent_share, country.mother_share_of_lone_parents,
           country.married_share, country.marriages_count, country.higher_share_of_10_plus, country.place_constant);
  country.hub_pairs.clear();
  country.kin_pairs.clear();
  country.anchors.clear();
  country.drivers.clear();
  country.moves_persons = Grid<double>(1, 1);
  country.distance_km = Grid<double>(1, 1);
  country.external_arrivals_persons = country.external_departures_persons = {0};
  country.birthplace_share = Grid<double>(1, 2);
  country.birthplace_share(0, 0) = 1;
  return country;
}

}  // namespace world::testing
