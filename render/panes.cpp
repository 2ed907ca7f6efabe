#include "render/panes.hpp"

#include <algorithm>
#include <cmath>

namespace viewer {
namespace {

bool holds(Rect rect, ImVec2 point) {
  return point.x >= rect.x && point.x < rect.right() && point.y >= rect.y && point.y < rect.bottom();
}

Panes beside(Rect map, double shape) {
  const auto height_of_country = [&](float w, float h) {
    return std::min(static_cast<double>(w) / shape, static_cast<double>(h));
  };
  Panes panes{map, map, {0, 0}};
  constexpr double worth_it = 1.3;  // beside each other they are easier to compare
  if (worth_it * height_of_country(map.w / 2, map.h) >= height_of_country(map.w, map.h / 2)) {
    const float half = std::floor(map.w / 2);
    panes.first.w = panes.second.w = half;
    panes.shift.x = map.w - half;
    panes.second.x += panes.shift.x;
  } else {
    const float half = std::floor(map.h / 2);
    panes.first.h = panes.second.h = half;
    panes.shift.y = map.h - half;
    panes.second.y += panes.shift.y;
  }
  return panes;
}

}  // namespace

Rect room_in(const Panes& panes, double shape, float scale) {
  Rect room = panes.first;
  if (panes.shift.x == 0) return room;
  const float spare = std::max(0.0F, room.h - room.w / static_cast<float>(shape));
  room.cut_top(std::min(100 * scale, spare * 0.4F));
  room.cut_bottom(std::min(160 * scale, spare * 0.6F));
  return room;
}

int Panes::at(ImVec2 point) const { return holds(first, point) ? 0 : has_two() && holds(second, point) ? 1 : -1; }

ImVec2 Panes::on_first(ImVec2 point) const {
  return at(point) == 1 ? ImVec2{point.x - shift.x, point.y - shift.y} : point;
}

Panes panes_of(Rect map, Compare compare, double swipe, double shape) {
  if (compare == Compare::side_by_side) return beside(map, shape);
  Panes panes{map, {map.x, map.y, 0, map.h}, {0, 0}};
  if (compare != Compare::swipe) return panes;
  const float edge = std::round(map.w * static_cast<float>(std::clamp(swipe, 0.0, 1.0)));
  panes.first.w = edge;
  panes.second = {map.x + edge, map.y, map.w - edge, map.h};
  return panes;
}

}  // namespace viewer
