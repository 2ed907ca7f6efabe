// Shared by the tests of stories: sums of a tally, and a country nobody leaves.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "agents/tally.hpp"
#include "tests/world/worlds.hpp"

namespace world::testing {

[[nodiscard]] inline std::int64_t sum_of(const std::array<agents::Count, agents::max_regions>& counts) {
  std::int64_t sum = 0;
  for (const auto count : counts) sum += count;
  return sum;
}

/// Nobody leaves the country, so that everybody who considered can be asked at the month's end.
[[nodiscard]] inline Setting without_departures(Scenario scenario) {
  Setting setting(std::move(scenario));
  std::fill(setting.country.external_departures_persons.begin(), setting.country.external_departures_persons.end(), 0);
  return setting;
}

}  // namespace world::testing
