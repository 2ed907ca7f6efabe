// What a branch may change of its parent's scenario, and what not.
#pragma once

#include "world/country.hpp"
#include "world/scenario.hpp"

namespace experiments {

/// Errors: InputError, one line, for a change of what is fixed when a world is built (country, start, scale,
/// synthesis, lengths of pipelines), and for a new policy that would have begun before `branched` is over.
void check_branch(const world::Scenario& parent, const world::Scenario& branch, const world::Country& country,
                  agents::Month branched);

}  // namespace experiments
