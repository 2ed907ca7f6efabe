// A map with coloured regions, streams, symbols, names, an inset of the cities and
// its legend: the common part of the views flows, net, population and pressure.
#pragma once

#include <string>
#include <vector>

#include "render/figures/legend.hpp"
#include "render/figures/page.hpp"
#include "render/figures/picture.hpp"

namespace figures {

/// Four shares of capacity as bars beside a place: heat, water, schools, roads. 1 is all of it.
struct Gauges {
  std::vector<double> used;
};

/// What a view wants on the map. Vectors are [region] unless said otherwise.
struct MapContent {
  Frame frame;
  std::vector<double> fill;
  ClassScale classes;
  std::string classes_title;
  bool is_signed = false;
  std::vector<std::string> values;  // under the name
  std::vector<double> importance;   // whose label is placed first
  std::vector<bool> is_uncertain;   // hatched; empty: none
  std::vector<Gauges> gauges;       // empty: none

  std::vector<double> moved;  // [origin × destination] people; empty: no streams
  std::vector<double> sign;   // [origin × destination] of a difference: > 0 more, < 0 fewer; empty: no difference
  double most_moved = 0;      // people of the widest ribbon
  double most_through = 0;    // people in or out of the largest symbol
  std::string ribbons_title;
  std::vector<std::string> notes;
};

/// The whole picture but for its table.
[[nodiscard]] Picture draw_map(const Study& study, const Map& map, const MapContent& content, const Wishes& wishes);

}  // namespace figures
