#include "world/policy.hpp"

#include <algorithm>

#include "agents/exact_math.hpp"

namespace world {

double ramp_share(double months, double ramp_months) {
  if (months < 0) return 0;
  // ln 81 over the ramp leads from 10 to 90 %: a tenth stands at once, half after half a ramp.
  constexpr double ln_81 = 4.394449154672439;
  return agents::logistic(ln_81 * (months / ramp_months - 0.5));
}

Grid<double> package_posts(const Scenario& scenario, const Country& country, agents::Month month) {
  Grid<double> posts(country.n_regions(), country.n_sectors());
  for (const JobPackage& package : scenario.job_packages) {
    const int region = country.region_of(package.region), sector = country.sector_of(package.sector);
    if (region < 0 || sector < 0) continue;  // refused by check_against
    posts(region, sector) += package.jobs * package.additionality * scenario.scale.factor() *
                             ramp_share(month - package.start, package.ramp_months);
  }
  return posts;
}

Levers levers_of(const Scenario& scenario, const Country& country, agents::Month month) {
  const auto n = static_cast<std::size_t>(country.n_regions());
  Levers levers;
  levers.posts = package_posts(scenario, country, month);
  levers.capacity = Grid<double>(n_systems, country.n_regions());
  levers.dwellings_m2 = levers.housed_share = levers.moving_grant_kzt = std::vector<double>(n);
  levers.wage_factor = std::vector<double>(n, 1);
  return levers;
}

std::vector<std::vector<agents::Arrival>> arrivals_from_abroad(const Scenario& scenario, const Country& country,
                                                               const Vital& vital, int n_blocks,
                                                               const agents::Chance& chance) {
  std::vector<std::vector<agents::Arrival>> by_block(static_cast<std::size_t>(n_blocks));
  const std::uint64_t key = chance.key(agents::Purpose::arrival);
  for (int r = 0; r < country.n_regions(); ++r) {
    const auto region = static_cast<std::size_t>(r);
    const double wanted = country.external_arrivals_persons[region] / 12 * vital.arrivals_index * scenario.scale.factor();
    std::int64_t people = agents::keyed_round(wanted, agents::keyed_bits(key, region));
    for (std::uint64_t j = 0; people > 0; ++j) {
      const std::uint64_t name = (static_cast<std::uint64_t>(r) << 40) | (j << 1) | 1;
      const std::uint64_t bits = agents::keyed_bits(agents::nth_key(key, 7), name);
      const std::uint64_t serial = agents::keyed_bits(agents::nth_key(key, 8), name);
      // One to four people, 2.5 on average, none left over at the end.
      const auto size = static_cast<std::uint8_t>(std::min<std::int64_t>(people, 1 + agents::pick_of(bits, 4)));
      people -= size;
      by_block[agents::pick_of(serial, static_cast<std::uint32_t>(n_blocks))].push_back(
          agents::Arrival{.serial = serial, .region = static_cast<std::uint8_t>(r), .n_people = size});
    }
  }
  return by_block;
}

std::vector<double> commute_chances(const Country& country, const std::vector<double>& base,
                                    const std::vector<double>& wage_ratio, const std::vector<double>& rent_ratio,
                                    const std::vector<double>& congestion, const Parameters& parameters) {
  std::vector<double> chance = base;
  for (const HubPair& pair : country.hub_pairs) {
    const auto low = static_cast<std::size_t>(pair.hinterland), hub = static_cast<std::size_t>(pair.hub);
    const double at_start = std::clamp(base[low], 1e-6, 1 - 1e-6);
    if (base[low] <= 0) continue;
    const double gap = parameters.labour.commuting_on_wage * agents::exact_log(wage_ratio[hub] / wage_ratio[low]) +
                       parameters.labour.commuting_on_rent * agents::exact_log(rent_ratio[hub] / rent_ratio[low]) -
                       parameters.infrastructure.commuting_on_congestion * congestion[hub];
    chance[low] = agents::logistic(agents::exact_log(at_start / (1 - at_start)) + gap);
  }
  return chance;
}

}  // namespace world
