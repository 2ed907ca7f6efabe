// The world: its places, its markets, its citizens, and the month that is over.
// Built from a scenario and a country; advanced by `advance` in month.hpp.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "agents/block.hpp"
#include "agents/parallel.hpp"
#include "agents/settle.hpp"
#include "agents/signals.hpp"
#include "agents/tally.hpp"
#include "world/budget.hpp"
#include "world/country.hpp"
#include "world/housing.hpp"
#include "world/labour.hpp"
#include "world/perception.hpp"
#include "world/scenario.hpp"

namespace world {

using agents::Crew;

/// The hashes of the state at a month's end (XXH3, 64 bits).
struct StateHash {
  std::uint64_t state = 0;                // of everything below
  std::vector<std::uint64_t> columns;     // [column of the block], in `column_names` order, then the places
};
/// Names for StateHash::columns.
[[nodiscard]] const std::vector<std::string>& column_names();

/// The whole state at the end of `month`; at the start `month` is the month
/// before the first one.
struct World {
  Scenario scenario;
  Country country;

  agents::Month month = 0;
  std::vector<agents::Block> blocks;
  Labour labour;
  Housing housing;
  Budget budget;
  Perception perception;
  std::unique_ptr<agents::Signals> signals;
  agents::Tally tally;        // of `month`: stocks at its end, events in it
  StateHash hash;
  std::vector<std::uint8_t> hub;         // [max_regions] hub of a region, or nowhere
  std::vector<double> participation;     // [region × sex] share of prime-age people in the labour force

  [[nodiscard]] double scale() const { return scenario.scale.factor(); }
  [[nodiscard]] std::int64_t n_citizens() const;
  [[nodiscard]] std::size_t bytes() const;   // of all columns
};

}  // namespace world
