// Small signs on maps: half discs of who left and who came, gauges of capacity,
// and patterns that tell without colour: slanted lines below zero, dots where a
// sign is uncertain.
#pragma once

#include <vector>

#include "render/figures/focus.hpp"
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

/// The colour of a region, pale where it is not looked at.
[[nodiscard]] Colour in_focus(Colour colour, int region, const Focus& focus, const Look& look);

/// Outlines of an area, on the picture.
using Rings = std::vector<std::vector<Point>>;
[[nodiscard]] Rings rings_of(const Shape& shape, const Camera& camera);
[[nodiscard]] Rings ring_about(Point centre, double radius);

/// Thin slanted lines over an area coloured `fill`: its value is below zero.
void hatch(Drawing& drawing, const Rings& rings, Colour fill, const Look& look);
/// Dots over an area: the sign of its value is uncertain.
void stipple(Drawing& drawing, const Rings& rings, Colour fill, const Look& look);

}  // namespace figures
