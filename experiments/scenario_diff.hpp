// In what two scenarios differ, from their resolved texts: settings, policies,
// and the places of those policies.
#pragma once

#include <string>
#include <vector>

#include "world/country.hpp"
#include "world/observers/comparison.hpp"
#include "world/scenario.hpp"

namespace experiments {

struct ScenarioDifference {
  std::vector<std::string> settings;  // "migration.wage_weight: 1.5 | 2"; names and titles left out
  std::vector<world::observers::PolicyPlace> places;  // of policies that only one of them holds
  agents::Month policies_start = 0;   // the earliest first month of those policies; 0: there are none
};

[[nodiscard]] ScenarioDifference difference_of(const world::Scenario& a, const world::Scenario& b,
                                               const world::Country& country);

/// Refuses scenarios that cannot be compared month by month: other country,
/// start, months, scale or seed. Errors: InputError.
void refuse_unlike(const world::Scenario& a, const world::Scenario& b);

}  // namespace experiments
