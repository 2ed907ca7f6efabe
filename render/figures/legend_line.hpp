// A legend in running lines above a chart: samples with their words side by side.
#pragma once

#include <string>
#include <vector>

#include "render/figures/picture.hpp"

namespace figures {

/// One sample and what it means; without a sample: a note.
struct LegendItem {
  enum class Sample : std::uint8_t { none, line, band, box } sample = Sample::none;
  Colour colour;
  std::vector<double> dashes;  // of a line
  int hatch = 0;               // of a box: see hatch_box
  std::string words;
};

/// Draws from the upper left corner of `box`, as many lines as its width makes necessary; returns what is covered.
Box draw_legend_lines(Drawing& drawing, const std::vector<LegendItem>& items, const Box& box, const Look& look);

/// Thin lines across a box, so that greys of equal lightness can be told apart: 0 none, 1 rising, 2 falling, 3 level.
void hatch_box(Drawing& drawing, const Box& box, int kind, Colour colour, const Look& look);

}  // namespace figures
