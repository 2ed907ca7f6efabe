// Rows that carry a flag, found sixty-four at a time: one jump that cannot be
// foreseen for each sixty-four rows instead of one for each row or eight.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>

#include "agents/types.hpp"

namespace agents {

/// Calls see(row), ascending, for each of the first `n_rows` bytes of a column whose top bit is set. A column holds
/// a whole number of 64 rows (`Block`). `see` may change the bytes of its own row.
template <class See>
void for_each_with_top_bit(const std::uint8_t* column, int n_rows, See&& see) {
  constexpr std::uint64_t top_bits = 0x8080808080808080ULL;
  // The product moves the top bits of eight bytes side by side into the highest byte.
  constexpr std::uint64_t gather = 0x0002040810204081ULL;
  for (int first = 0; first < n_rows; first += 64) {
    std::uint64_t set = 0;
    for (int i = 0; i < 64; i += 8) {
      std::uint64_t eight = 0;
      std::memcpy(&eight, column + first + i, 8);
      set |= ((eight & top_bits) * gather >> 56) << i;
    }
    if (n_rows - first < 64) set &= (std::uint64_t{1} << (n_rows - first)) - 1;
    for (; set != 0; set &= set - 1) see(static_cast<Row>(first + std::countr_zero(set)));
  }
}

}  // namespace agents
