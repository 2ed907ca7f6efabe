// Which part of the map the window shows: pan, zoom about a point, fit, and the
// way from one view to the next. Pure arithmetic.
#pragma once

#include "render/figures/drawing.hpp"

namespace viewer {

/// The point of the map in the middle of the room, and pixels per unit of the map.
struct View {
  figures::Point centre;
  double scale = 1;
  friend bool operator==(const View& a, const View& b) {
    return a.centre.x == b.centre.x && a.centre.y == b.centre.y && a.scale == b.scale;
  }
};

[[nodiscard]] figures::Point to_screen(const View& view, figures::Point middle, figures::Point on_map);
[[nodiscard]] figures::Point to_map(const View& view, figures::Point middle, figures::Point on_screen);

/// What is `share` of the way (0 to 1) between two views. The point that lies still in a zoom lies still all the way.
[[nodiscard]] View between(const View& from, const View& to, double share);

class Camera {
 public:
  static constexpr double seconds = 0.35;
  static constexpr double closest = 40, farthest = 0.6;  // times the scale that fits

  /// The whole of the map, in its own units.
  void set_extent(const figures::Box& extent);
  /// The free part of the window, in pixels. A view that fits goes on fitting.
  void set_room(const figures::Box& room);
  void set_reduced_motion(bool is_reduced) { is_reduced_ = is_reduced; }

  void pan(double right, double down);  // at once: the hand is on it
  void zoom_about(figures::Point on_screen, double factor);
  void fit();
  void look_at(const View& view);
  /// Goes on by so many seconds; true if the view has changed.
  bool advance(double passed);

  [[nodiscard]] const View& view() const { return now_; }
  [[nodiscard]] const View& target() const { return to_; }
  [[nodiscard]] figures::Point middle() const { return room_.centre(); }
  [[nodiscard]] const figures::Box& room() const { return room_; }
  [[nodiscard]] bool is_moving() const { return is_moving_; }
  [[nodiscard]] bool is_fitted() const { return is_fitted_; }
  [[nodiscard]] View fitted() const;

 private:
  void go_to(View view);
  [[nodiscard]] View kept_in(View view) const;

  figures::Box extent_{0, 0, 1, 1}, room_{0, 0, 1, 1};
  View from_, to_, now_;
  double passed_ = 0;
  bool is_moving_ = false, is_fitted_ = true, is_reduced_ = false;
};

/// Fast at first, then slower: 0 at 0, 1 at 1.
[[nodiscard]] constexpr double ease_out(double share) {
  const double left = 1 - (share < 0 ? 0 : share > 1 ? 1 : share);
  return 1 - left * left * left;
}

}  // namespace viewer
