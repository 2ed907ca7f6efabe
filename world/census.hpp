// A census of the citizens by region, sex, age and partnership: taken at the
// start and every January, for the rates that depend on who there is.
#pragma once

#include <cstdint>
#include <vector>

#include "agents/block.hpp"
#include "agents/parallel.hpp"
#include "world/country.hpp"

namespace world {

/// Who lives where. Counts of agents at the world's scale.
struct Census {
  Cube<std::int64_t> people;    // [region lived in × (sex · 2 + partnered) × age]
  Cube<std::int64_t> force;     // [region lived in × sex × age] in the labour force
  std::vector<std::int64_t> heads_by_age;  // [age]
};

[[nodiscard]] Census take_census(const std::vector<agents::Block>& blocks, const agents::Crew& crew, int n_regions,
                                 agents::Month now);

/// People of 15 to 17 in the nation.
[[nodiscard]] double young_people(const Census& census);

}  // namespace world
