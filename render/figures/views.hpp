// The views of `qonys figure`, each from the runs to a whole picture with its
// table. The one place to look for what can be drawn.
#pragma once

#include "render/figures/cast.hpp"
#include "render/figures/picture.hpp"
#include "render/figures/reasons.hpp"

namespace figures {

/// Views flows, net, population, pressure: on the map.
[[nodiscard]] Picture draw_map_view(const Cast& cast, const Map& map, const Wishes& wishes);

/// View circle: every stream between all regions, as chords of a ring. Needs no map.
[[nodiscard]] Picture draw_circle_view(const Cast& cast, const Wishes& wishes);

/// View lines: a panel of population over months for every region, on one scale. Needs no map.
[[nodiscard]] Picture draw_lines_view(const Cast& cast, const Wishes& wishes);

/// View causes: what those who left every region gained by it. `reasons` are of the runs of `cast`, in their order.
/// Needs no map.
[[nodiscard]] Picture draw_causes_view(const Cast& cast, const std::vector<Reasons>& reasons, const Wishes& wishes);

}  // namespace figures
