// Which region or pair is looked at, as the command line names it.
#pragma once

#include <string>

#include "render/figures/focus.hpp"
#include "world/observers/snapshot.hpp"

namespace viewer {

struct FocusWish {
  std::string region, with;  // codes, as "KZ-75"; may be empty
  std::string ways;          // "both", "in", "out"; empty: both
};

/// Errors: InputError, one line, for a region that the run does not have, and for `with` or `ways` without a region.
[[nodiscard]] figures::Focus focus_of(const FocusWish& wish, const world::observers::Snapshot& month);

}  // namespace viewer
