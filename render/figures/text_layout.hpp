// Puts names beside places so that they cover neither each other nor the symbols.
#pragma once

#include <vector>

#include "render/figures/drawing.hpp"

namespace figures {

/// Some lines of text that belong to one place.
struct Label {
  Point place;
  double radius = 0;             // of the symbol to stay clear of
  bool may_cover_place = false;  // an area's name lies on it; a point's beside it
  double importance = 0;         // the more important are placed first
  std::vector<Text> lines;       // `at` is filled in
};

/// Gives every line of every label its place. `taken` are boxes nothing may cover; `inside` is the page.
/// A label that fits nowhere goes where it covers least.
void place_labels(std::vector<Label>& labels, std::vector<Box> taken, const Box& inside);

/// Moves the middles of equally high labels of one column apart, each as near to its place as may be. `middles` rise.
/// Labels that do not fit between `top` and `bottom` lie closer than `height`.
void spread_apart(std::vector<double>& middles, double height, double top, double bottom);

}  // namespace figures
