#include "render/camera.hpp"

#include <algorithm>
#include <cmath>

namespace viewer {

using figures::Box;
using figures::Point;

Point to_screen(const View& view, Point middle, Point on_map) {
  return {middle.x + (on_map.x - view.centre.x) * view.scale, middle.y + (on_map.y - view.centre.y) * view.scale};
}

Point to_map(const View& view, Point middle, Point on_screen) {
  return {view.centre.x + (on_screen.x - middle.x) / view.scale, view.centre.y + (on_screen.y - middle.y) / view.scale};
}

View between(const View& from, const View& to, double share) {
  if (share >= 1) return to;
  const double scale = from.scale * std::pow(to.scale / from.scale, share);
  // A point that both views have at the same place of the window stays there if the centre moves with 1 / scale.
  const double whole = 1 / to.scale - 1 / from.scale;
  const double along = std::abs(whole) * from.scale < 1e-9 ? share : (1 / scale - 1 / from.scale) / whole;
  return {
      {from.centre.x + along * (to.centre.x - from.centre.x), from.centre.y + along * (to.centre.y - from.centre.y)},
      scale};
}

void Camera::set_extent(const Box& extent) {
  extent_ = extent;
  fit();
  now_ = from_ = to_;
  is_moving_ = false;
}

void Camera::set_room(const Box& room) {
  if (room.left == room_.left && room.top == room_.top && room.right == room_.right && room.bottom == room_.bottom)
    return;
  room_ = room;
  if (is_fitted_) {
    now_ = from_ = to_ = fitted();
    is_moving_ = false;
  }
}

View Camera::fitted() const {
  const double scale = std::min(room_.width() / extent_.width(), room_.height() / extent_.height());
  return {extent_.centre(), std::max(scale, 1e-9)};
}

View Camera::kept_in(View view) const {
  const double fitting = fitted().scale;
  view.scale = std::clamp(view.scale, farthest * fitting, closest * fitting);
  view.centre.x = std::clamp(view.centre.x, extent_.left, extent_.right);
  view.centre.y = std::clamp(view.centre.y, extent_.top, extent_.bottom);
  return view;
}

void Camera::go_to(View view) {
  to_ = kept_in(view);
  from_ = now_;
  passed_ = 0;
  is_moving_ = !is_reduced_ && !(from_ == to_);
  if (!is_moving_) now_ = from_ = to_;
}

void Camera::pan(double right, double down) {
  is_fitted_ = false;
  const View& view = is_moving_ ? to_ : now_;
  now_ = from_ = to_ = kept_in({{view.centre.x - right / view.scale, view.centre.y - down / view.scale}, view.scale});
  is_moving_ = false;
}

void Camera::zoom_about(Point on_screen, double factor) {
  is_fitted_ = false;
  const View& view = to_;  // turns of a wheel add up
  const Point still = to_map(view, middle(), on_screen);
  const double fitting = fitted().scale;
  const double scale = std::clamp(view.scale * factor, farthest * fitting, closest * fitting);
  go_to({{still.x - (on_screen.x - middle().x) / scale, still.y - (on_screen.y - middle().y) / scale}, scale});
}

void Camera::fit() {
  is_fitted_ = true;
  go_to(fitted());
}

void Camera::look_at(const View& view) {
  is_fitted_ = false;
  go_to(view);
}

bool Camera::advance(double passed) {
  if (!is_moving_) return false;
  passed_ += passed;
  now_ = between(from_, to_, ease_out(passed_ / seconds));
  if (passed_ >= seconds) {
    now_ = from_ = to_;
    is_moving_ = false;
  }
  return true;
}

}  // namespace viewer
