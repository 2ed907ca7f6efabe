#include "render/layout.hpp"

#include <algorithm>
#include <cmath>

namespace viewer {

Layout lay_out(float width, float height, float scale, bool has_left, bool has_right, bool is_kiosk) {
  const auto px = [&](float units) { return std::round(units * scale); };
  Layout layout;
  Rect rest{0, 0, width, height};
  const float most_bars = height / 3;  // of a tiny window
  layout.top = rest.cut_top(is_kiosk ? 0 : std::min(px(56), most_bars / 2));
  layout.bottom = rest.cut_bottom(std::min(px(is_kiosk ? 158 : 96), most_bars));  // in a kiosk: the caption
  layout.middle = rest;
  const float for_drawers = width * 2 / 3;
  const float left = std::round(std::clamp(width * 0.22F, px(290), px(340)));
  const float right = std::round(std::clamp(width * 0.26F, px(356), px(392)));
  if (has_right && !is_kiosk && right <= for_drawers) layout.right = rest.cut_right(right);
  if (has_left && !is_kiosk && left + layout.right.w <= for_drawers) layout.left = rest.cut_left(left);
  layout.map = rest;
  return layout;
}

Rect beside(ImVec2 point, float width, float height, const Rect& room, float gap) {
  const auto into = [](float at, float length, float low, float high) {
    return std::max(low, std::min(at, high - length));
  };
  const bool fits_right = point.x + gap + width <= room.right(), fits_left = point.x - gap - width >= room.x;
  const float x = fits_right  ? point.x + gap
                  : fits_left ? point.x - gap - width
                              : into(point.x, width, room.x, room.right());
  float y = into(point.y + gap, height, room.y, room.bottom());
  const bool is_over_point = !fits_right && !fits_left && y < point.y + gap;
  if (is_over_point) y = into(point.y - gap - height, height, room.y, room.bottom());
  return {std::round(x), std::round(y), width, height};
}

}  // namespace viewer
