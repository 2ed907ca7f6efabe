// The short tables by which a country names its hubs and kin, and the two it may
// leave out: national drivers and the calibration. Then the checks across tables.
#include <cmath>

#include "world/calibration_file.hpp"
#include "world/country_parts.hpp"
#include "world/errors.hpp"
#include "world/numbers.hpp"

namespace world::country_parts {
namespace {

void read_hub_pairs(Country& country) {
  const Table table = read_table(country, "hub_pairs");
  table.require({"hinterland_iso", "hub_iso", "commuters_persons", "visitors_persons", "cost_shift_util"});
  for (int row = 0; row < table.n_rows(); ++row) {
    const HubPair pair{.hinterland = region_in(table, row, "hinterland_iso", country),
                       .hub = region_in(table, row, "hub_iso", country),
                       .commuters_persons = table.number(row, "commuters_persons", persons),
                       .visitors_persons = table.number(row, "visitors_persons", persons),
                       .cost_shift = table.number(row, "cost_shift_util", {-20, 20, "give utils"})};
    if (pair.hinterland == pair.hub) table.refuse_cell(row, "hub_iso", "a hub is not its own hinterland; name another");
    for (const HubPair& known : country.hub_pairs) {
      if (known.hinterland == pair.hinterland) {
        table.refuse_row(row, "the hinterland has a hub already, and can have only one; delete one of the rows");
      }
    }
    country.hub_pairs.push_back(pair);
  }
}

void read_kin_pairs(Country& country) {
  const Table table = read_table(country, "kin_pairs");
  table.require({"iso_a", "iso_b"});
  for (int row = 0; row < table.n_rows(); ++row) {
    const KinPair pair{.a = region_in(table, row, "iso_a", country), .b = region_in(table, row, "iso_b", country)};
    if (pair.a == pair.b) table.refuse_cell(row, "iso_b", "a region is not its own kin; name another");
    for (const KinPair& known : country.kin_pairs) {
      if ((known.a == pair.a && known.b == pair.b) || (known.a == pair.b && known.b == pair.a)) {
        table.refuse_row(row, "the pair of regions is named twice; delete one of the rows");
      }
    }
    country.kin_pairs.push_back(pair);
  }
}

void read_drivers(Country& country) {
  constexpr Allowed index{0, 100, "give a multiple of the base year"};
  if (!has_table(country, "drivers")) return;
  const Table table = read_table(country, "drivers");
  int last_year = country.base_year;
  for (int row = 0; row < table.n_rows(); ++row) {
    const int year = table.integer(row, "year", {last_year + 1.0, 2100, "list later years in ascending order"});
    country.drivers.push_back({.year = year,
                               .fertility_index = table.number(row, "fertility_index", index),
                               .mortality_index = table.number(row, "mortality_index", index),
                               .external_arrivals_index = table.number(row, "external_arrivals_index", index),
                               .external_departures_index = table.number(row, "external_departures_index", index)});
    last_year = year;
  }
}

}  // namespace

void read_pairs_and_options(Country& country) {
  read_hub_pairs(country);
  read_kin_pairs(country);
  read_drivers(country);
  read_calibrated_places(country);
}

void check_consistency(const Country& country) {
  const auto refuse = [&](const std::string& table, int region, const std::string& what) {
    throw InputError((country.folder / (table + ".csv")).string() + own_text(country, table) + ": region '" +
                     country.regions[static_cast<std::size_t>(region)].iso + "': " + what);
  };
  for (int region = 0; region < country.n_regions(); ++region) {
    const auto r = static_cast<std::size_t>(region);
    double people = 0;
    for (int sex = 0; sex < 2; ++sex) {
      for (int group = 0; group < country.people.columns(); ++group) people += country.people(region, sex, group);
    }
    if (people < 1)
      refuse("age_sex", region, "column 'population_persons' sums to 0; allowed 1 or more; add people");
    if (country.labour_force_persons[r] > people) {
      refuse("labour", region,
             "column 'labour_force_persons' is '" + number_text(country.labour_force_persons[r]) + "'; allowed 0 to " +
                 number_text(people) + ", the people of age_sex.csv");
    }
    double employed = 0;
    for (int sector = 0; sector < country.n_sectors(); ++sector) {
      employed += country.sector_employed_persons(region, sector);
    }
    if (std::abs(employed - country.employed_persons[r]) > 0.01 * country.employed_persons[r]) {
      refuse("employment_by_sector", region,
             "column 'employed_persons' sums to " + number_text(employed) + "; allowed " +
                 number_text(country.employed_persons[r]) + " of labour.csv within 1 %; correct one");
    }
  }
}

}  // namespace world::country_parts
