// Splits whole tenge without losing one: in proportion, by largest remainder,
// ties to the lower index, with or without bounds. Used wherever money is
// shared out; knows nothing of what it is for.
#pragma once

#include <cstdint>
#include <vector>

namespace world {

/// Shares of `amount` ≥ 0 in proportion to `weights` ≥ 0; they sum to it. Who
/// has no weight gets nothing, unless nobody has any: then all the same.
[[nodiscard]] std::vector<std::int64_t> split(std::int64_t amount, const std::vector<double>& weights);

/// The same with every share between its `low` and `high` (low ≤ high): what one
/// may not have goes to the others in proportion. Where the bounds together
/// leave no room for `amount`, they give way in proportion.
[[nodiscard]] std::vector<std::int64_t> split_within(std::int64_t amount, const std::vector<double>& weights,
                                                     const std::vector<std::int64_t>& low,
                                                     const std::vector<std::int64_t>& high);

}  // namespace world
