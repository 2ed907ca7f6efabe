// Where the parts of the screen lie, for any window and scale.
#pragma once

#include "render/ui.hpp"

namespace viewer {

struct Layout {
  Rect top, bottom, left, right;  // a drawer that is closed or finds no room has no width
  Rect middle;                    // between the bars: what the picture of the map covers
  Rect map;                       // what of it is free of drawers
};

/// The map always keeps a third of the width; where both drawers find no room the left one gives way.
[[nodiscard]] Layout lay_out(float width, float height, float scale, bool has_left, bool has_right, bool is_kiosk);

/// A card beside a point, inside `room` as far as it fits: to the right of the point or else to the left, else below or
/// above it, `gap` away, so that the point stays free.
[[nodiscard]] Rect beside(ImVec2 point, float width, float height, const Rect& room, float gap);

}  // namespace viewer
