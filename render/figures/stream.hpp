// People on their way from one place to another, as a curve on the picture: what
// ribbons are drawn along and particles run along.
#pragma once

#include "render/figures/drawing.hpp"

namespace figures {

/// One origin and destination. The curve is a quadratic Bézier in units of the drawing.
struct Stream {
  int origin = 0, destination = 0;
  double people = 0;       // in the months shown, real people
  Point start = {}, bend = {}, end = {};  // `bend` is the control point
};

}  // namespace figures
