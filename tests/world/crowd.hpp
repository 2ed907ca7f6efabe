// Crowds for tests of moving and registering: singles who differ in nothing but
// their serial numbers, and migration signals in which only what the test sets
// matters.
#pragma once

#include <cstdint>
#include <vector>

#include "agents/block.hpp"
#include "agents/due.hpp"
#include "agents/migration.hpp"
#include "agents/signals.hpp"

namespace world::testing {

inline constexpr agents::Month crowd_start = 24276;

/// Adds a single of thirty who lives and is registered in `region`.
inline agents::Row add_single(agents::Block& block, std::uint64_t serial, int region) {
  const agents::Row row = block.add_row();
  block.serial[row] = serial;
  block.born[row] = crowd_start - 12 * 30;
  block.moved[row] = crowd_start - 12 * 20;
  block.region[row] = block.registered[row] = block.home[row] = static_cast<std::uint8_t>(region);
  block.set(row, agents::status::head, true);
  block.set_labour(row, agents::Labour::unemployed);
  return row;
}

[[nodiscard]] inline agents::Block crowd(int n_people, int region, std::uint64_t salt = 1) {
  agents::Block block(n_people);
  for (int i = 0; i < n_people; ++i) add_single(block, agents::keyed_bits(salt, static_cast<std::uint64_t>(i)), region);
  return block;
}

/// Everybody considers with the hazard; years ahead and tenure do not matter.
inline void let_all_consider(agents::MigrationSignals& signals, double hazard_per_month) {
  signals.attention.fill(hazard_per_month);
  signals.attention_household.fill(1);
  signals.attention_labour.fill(1);
  signals.attention_owner.fill(1);
  signals.attention_tenure.fill(1);
  signals.horizon.fill(1);
}

/// One month of considering and moving by the rules of the model.
inline agents::Tally months_moves(agents::Block& block, agents::Signals& signals, const agents::Chance& chance) {
  std::vector<agents::Due> buffer;
  std::vector<agents::Move> moves;
  agents::Tally tally;
  agents::bound_risks(signals);
  std::vector<agents::MoverAccount> movers;
  agents::citizens_consider(block, tally, moves, movers, agents::list_due(block, chance, signals.bounds, buffer),
                            signals, chance);
  agents::families_move(block, tally, moves, signals, chance);
  return tally;
}

/// People by region.
[[nodiscard]] inline std::vector<double> people_of(const agents::Block& block, int n_regions) {
  std::vector<double> people(static_cast<std::size_t>(n_regions));
  for (int row = 0; row < block.n_rows(); ++row) {
    if (!block.is_empty(static_cast<agents::Row>(row))) people[block.region[row]] += 1;
  }
  return people;
}

}  // namespace world::testing
