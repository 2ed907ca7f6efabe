// Countries made in memory for tests of places: a few alike regions and the
// sectors that the test wants, no people. Only what labour, beliefs and housing
// read is filled in.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "agents/tally.hpp"
#include "world/country.hpp"
#include "world/labour.hpp"

namespace world::testing {

/// A sector whose posts everybody may take and nobody calls the own specialty.
[[nodiscard]] inline Sector open_sector(const std::string& name, double local_demand_share = 0,
                                        double budget_share = 0) {
  Sector sector{.name = name, .local_demand_share = local_demand_share, .budget_share = budget_share};
  sector.acceptability.fill(1);
  return sector;
}

/// Alike regions 500 km apart; every sector pays `wage_kzt`.
[[nodiscard]] inline Country small_country(int n_regions, const std::vector<Sector>& sectors,
                                           double wage_kzt = 200000) {
  Country country;
  const auto n = static_cast<std::size_t>(n_regions);
  for (int r = 0; r < n_regions; ++r)
    country.regions.push_back(Region{.iso = "T-" + std::to_string(r), .name_en = "", .name_kk = "", .name_ru = ""});
  country.sectors = sectors;
  country.mean_wage_kzt.assign(n, wage_kzt);
  country.sector_wage_kzt = Grid<double>(n_regions, static_cast<int>(sectors.size()), wage_kzt);
  country.distance_km = Grid<double>(n_regions, n_regions, 500);
  country.mover_renting_share.assign(n, 1);
  country.rent_kzt_per_m2.assign(n, 1000);
  country.dwelling_stock_m2.assign(n, 1e6);
  country.commissioned_m2_per_year.assign(n, 1e4);
  return country;
}

/// What the labour market of a small country is asked and told.
struct LabourScene {
  Country country;
  LabourParameters labour_parameters;
  agents::WorkParameters work;
  std::vector<std::uint8_t> hub = std::vector<std::uint8_t>(agents::max_regions, agents::nowhere);
  agents::Tally tally;

  explicit LabourScene(Country made) : country(std::move(made)) {}
  [[nodiscard]] LabourTerms terms() const { return {country, labour_parameters, work, hub}; }

  /// `n` employees who live in `region` hold posts of `sector` there.
  void employ(int region, int sector, agents::Count n) {
    const auto r = static_cast<std::size_t>(region);
    auto& posts = tally.posts_filled[r][static_cast<std::size_t>(sector)];
    tally.people[r][static_cast<std::size_t>(agents::Labour::employed_other)] += n - posts;
    posts = n;
  }
};

}  // namespace world::testing
