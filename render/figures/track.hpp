// A curve measured: where a traveller is who has gone a given share of its length.
#pragma once

#include <array>

#include "render/figures/drawing.hpp"

namespace figures {

/// Points of a quadratic Bézier at equal distances along it, in units of the drawing.
class Track {
 public:
  static constexpr int n_steps = 128;

  Track() = default;
  /// Errors: std::invalid_argument if a point is not within a million of the origin.
  Track(Point start, Point bend, Point end);

  [[nodiscard]] double length() const { return length_; }
  [[nodiscard]] bool is_along(Point start, Point bend, Point end) const;
  // n_steps + 1 points; the bits are the same everywhere.
  [[nodiscard]] const float* x() const { return x_.data(); }
  [[nodiscard]] const float* y() const { return y_.data(); }

 private:
  Point start_, bend_, end_;
  double length_ = 0;
  std::array<float, n_steps + 1> x_{}, y_{};
};

}  // namespace figures
