// How one or two maps share the free part of the window.
#pragma once

#include "render/layout.hpp"
#include "render/state.hpp"

namespace viewer {

/// Two maps of equal size, one beside or above the other; or one, or two of them one behind the other with an edge
/// between them.
struct Panes {
  Rect first, second;  // what is seen of each; the second has no width if there is one map
  ImVec2 shift{0, 0};  // from a point of the first map to the same point of the second
  [[nodiscard]] bool has_two() const { return second.w > 0; }
  /// The pane under a point of the window: 0, 1, or −1.
  [[nodiscard]] int at(ImVec2 point) const;
  /// The point of the first map that shows the same place.
  [[nodiscard]] ImVec2 on_first(ImVec2 point) const;
};

/// `shape` is width over height of the country: two maps lie so that it is drawn larger.
[[nodiscard]] Panes panes_of(Rect map, Compare compare, double swipe, double shape);
/// The part of the first of two maps beside each other that keeps clear of cards above and the legend below, as far as
/// the country leaves room.
[[nodiscard]] Rect room_in(const Panes& panes, double shape, float scale);

}  // namespace viewer
