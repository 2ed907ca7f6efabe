// Are the rows of a block such that no rule can stumble over them? Asked of rows
// that come from a file. Knows nothing of files.
#pragma once

#include <cstdint>
#include <span>

#include "agents/block.hpp"

namespace agents {

/// What the bytes of a block may hold.
struct BlockLimits {
  int n_regions = 0;
  int n_sectors = 0;
  Month now = 0;                      // the month at whose end the rows stand
  std::span<const std::uint8_t> hub;  // [max_regions] where commuters of a region work, or `nowhere`
};

/// The first thing that is wrong with the rows, in words; nullptr if nothing is: regions, sectors,
/// skills and ages that tables have a place for, and households that are rings with one head, of
/// people who live in one region. Cost: two passes and one walk round every ring.
[[nodiscard]] const char* fault_of(const Block& block, const BlockLimits& limits);

}  // namespace agents
