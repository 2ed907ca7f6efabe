// The numbers inside captions: {people KZ-71} and the like, filled in from the
// month shown. They are the model's totals, in the manner of the language.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "render/history.hpp"

namespace viewer {

/// "'{peeple}'; allowed …" for the first placeholder that means nothing; empty if there is none.
[[nodiscard]] std::string wrong_placeholder(std::string_view text);
/// The regions that placeholders name.
[[nodiscard]] std::vector<std::string> regions_named(std::string_view text);

/// What captions are filled from.
struct CaptionFacts {
  const world::observers::Snapshot& month;
  const History& history;
  int index = 0;  // of the month
};
/// A region that is not there, and a number that cannot be had yet, become "–".
[[nodiscard]] std::string filled(std::string_view text, const CaptionFacts& facts, world::observers::Language language);

}  // namespace viewer
