// Charts of the drawers, drawn as shapes: lines over months with bands, axes
// with round numbers, the value under the mouse.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "render/ui.hpp"

namespace viewer {

/// Round numbers from at or below `low` to at or above `high`, two to `most` + 1 of them.
[[nodiscard]] std::vector<double> round_steps(double low, double high, int most);
/// As short as an axis wants it: "1.2 M", «850 тыс.».
[[nodiscard]] std::string short_number(double value, const world::observers::Speech& say);

struct Line {
  std::string name;
  figures::Colour colour;
  std::vector<double> values;     // by month; not a number: a gap
  std::vector<double> low, high;  // of a band; empty: none
  bool is_dashed = false;
};

struct Chart {
  std::string id, title, unit;
  std::vector<Line> lines;
  int first_month = 0;  // year × 12 + month of the first value
  int n_months = 1;     // along the axis
  int shown = 0;        // where the clock is
  bool from_zero = false;
};

/// A click asks for the month under the mouse.
void draw_chart(Ui& ui, Rect rect, const Chart& chart);
[[nodiscard]] float height_of_chart(const Ui& ui);

}  // namespace viewer
