// The known name nearest to a misspelt one, for messages that say what was
// probably meant. Called wherever a table or a scenario names something.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace world {

/// Number of single-character edits between two names (Levenshtein distance).
/// Cost: product of the two lengths.
[[nodiscard]] int edit_distance(std::string_view a, std::string_view b);

/// The name of `known` with the fewest edits from `name`, the first among
/// equals; empty if `known` is empty.
[[nodiscard]] std::string nearest(std::string_view name, const std::vector<std::string>& known);

/// "; did you mean 'x'?" for the nearest known name, or nothing if none is known.
[[nodiscard]] std::string did_you_mean(std::string_view name, const std::vector<std::string>& known);

}  // namespace world
