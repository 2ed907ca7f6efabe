// What a click answers, as JSON: for `--describe` and for the dump of the state.
#pragma once

#include <nlohmann/json.hpp>

#include "render/headlines.hpp"
#include "render/push.hpp"

namespace viewer {

/// Why people left a region: the numbers unrounded, and the sentence.
[[nodiscard]] nlohmann::ordered_json push_json(const PushReport& report, const world::observers::RegionSnapshot& region,
                                               const world::observers::Speech& say);

/// A headline with its formula and what its inputs rest on.
[[nodiscard]] nlohmann::ordered_json headline_json(const HeadlineKind& kind, const HeadlineFacts& facts,
                                                   const Grounds& grounds, const world::observers::Speech& say);

}  // namespace viewer
