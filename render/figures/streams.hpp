// From a table of who moved where to curves on the picture.
#pragma once

#include <vector>

#include "render/figures/map.hpp"
#include "render/figures/palette.hpp"
#include "render/figures/stream.hpp"

namespace figures {

/// Every pair with people, the largest first; equal ones by origin, then destination. `people` is [origin ×
/// destination].
[[nodiscard]] std::vector<Stream> ranked_streams(const std::vector<double>& people, int n_regions);

/// Lays the curves: bent to the left of their way, so that two directions part, longer ones more, off the places
/// between. `anchors` and `radii` are of the regions' symbols on the picture.
void lay_out(std::vector<Stream>& streams, const std::vector<Point>& anchors, const std::vector<double>& radii);

/// A point of the curve at `t` from 0 to 1.
[[nodiscard]] Point along(const Stream& stream, double t);

/// People to ribbon width. The same for all months of a run unless it is asked to adapt.
struct WidthScale {
  double people = 1;   // as many as the widest ribbon stands for
  double widest = 14;  // in units of the drawing
  double thinnest = 0.9;
  [[nodiscard]] double width(double n) const;
};

struct RibbonInk {
  Colour from, to;
  double presence = 1;     // below 1: fainter; above: thin ones as strong as others
  bool is_broken = false;  // by gaps: fewer people, told without colour
};

/// A ribbon with an arrow head: shadow first, then the ribbon; faint if it is thinner than the thinnest.
void draw_ribbon(Drawing& drawing, const Stream& stream, const WidthScale& widths, const Look& look,
                 const RibbonInk& ink);

}  // namespace figures
