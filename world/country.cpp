// Reads a country: the order in which its tables are read, and its lookups.
#include "world/country.hpp"

#include "world/country_parts.hpp"
#include "world/errors.hpp"

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

Country load_country(const std::filesystem::path& folder) {
  if (!std::filesystem::is_directory(folder)) {
    throw InputError(folder.string() +
                     ": no such folder of tables; a country is a folder of CSV files, see docs/data.md");
  }
  Country country;
  country.folder = folder;
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
  country_parts::read_pairs_and_options(country);
  country_parts::check_consistency(country);
  return country;
}

}  // namespace world
