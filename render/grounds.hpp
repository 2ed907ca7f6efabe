// What the numbers of the top bar rest on: for each kind of input, how much of it
// is sourced, estimated, assumed. Told by the source, shown beside the formulas.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "world/observers/phrases.hpp"

namespace viewer {

/// In the order of the phrases from `ground_people` on.
enum class InputKind : std::uint8_t { people, births, deaths, abroad, moves, marriages, choice, registration };
inline constexpr int n_inputs = 8;

/// The words of the basis columns and, from `fitted` on, of parameters. In the order of the phrases from
/// `footing_sourced` on.
enum class Footing : std::uint8_t {
  sourced,
  derived,
  anchored,
  recalled,
  mixed,
  estimated,
  invented,
  own,
  fitted,
  assumed,
  unstated,
};
inline constexpr int n_footings = 11;

/// One input: shares of its people (of a table) or of its number (of parameters), which add up to 1.
struct Ground {
  InputKind input = InputKind::people;
  std::string file;  // "age_sex.csv", "migration.*"
  std::array<double, n_footings> share{};
};
using Grounds = std::vector<Ground>;

[[nodiscard]] world::observers::Phrase phrase_of(InputKind input);
[[nodiscard]] world::observers::Phrase phrase_of(Footing footing);
/// "87.9 % estimated; 12.1 % sourced": the largest first, those that would be shown as 0.0 left out.
[[nodiscard]] std::string footing_text(const Ground& ground, const world::observers::Speech& say);
/// Names for JSON.
[[nodiscard]] const char* code_of(InputKind input);
[[nodiscard]] const char* code_of(Footing footing);

}  // namespace viewer
