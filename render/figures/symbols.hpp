// Small signs on maps: half discs of who left and who came, gauges of capacity,
// hatching.
#pragma once

#include <vector>

#include "render/figures/map.hpp"
#include "render/figures/palette.hpp"

namespace figures {

/// Radius of each region's symbol: its area grows with the larger of in and out; `most` people have `largest`.
[[nodiscard]] std::vector<double> through_radii(const std::vector<double>& moved, int n_regions, double most,
                                                double largest);

/// Left half: who left; right half: who came; areas in proportion.
void draw_through(Drawing& drawing, const std::vector<Point>& anchors, const std::vector<double>& moved, int n_regions,
                  double most, double largest, const Look& look);

/// Two upright bars, heat and water, with the line of full capacity, and two dots, schools and roads, filled where they
/// fall short. `used` has four numbers; 1 is all of the capacity.
void draw_gauges(Drawing& drawing, const std::vector<double>& used, Point middle, double unit, const Look& look);

/// Thin slanted lines over a region.
void hatch(Drawing& drawing, const Shape& shape, const Camera& camera, const Look& look);

}  // namespace figures
