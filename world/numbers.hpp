// Numbers as text: read without the locale, written as the shortest text that
// reads back to the same bits. Used by tables and scenarios.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace world {

/// The finite number that the whole of `text` spells, or nothing.
[[nodiscard]] std::optional<double> parse_number(std::string_view text);

/// The whole number that the whole of `text` spells, or nothing.
[[nodiscard]] std::optional<long long> parse_integer(std::string_view text);

/// Shortest text that `parse_number` reads back to the same bits.
[[nodiscard]] std::string number_text(double value);

}  // namespace world
