// A map coloured by any one number of the regions, with the streams of the months
// before over it: the picture of the viewer.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "render/figures/picture.hpp"
#include "render/figures/scales.hpp"

namespace figures {

struct InfoWish {
  std::function<std::vector<double>(const Study& study, int index)> reading;  // [region]
  std::string title;                                                          // of the legend, with the unit
  bool is_signed = false;                                                     // around zero
};

/// The picture, and what dots on it mean.
struct InfoMap {
  Picture picture;
  double most_moved = 1;  // people of the widest stream of all months
};

/// Draws the month of `wishes`; colours and widths hold for all months of the study. Without a map frame the legend
/// lies in the free part of the paper.
[[nodiscard]] InfoMap draw_info_map(const Study& study, const Map& map, const InfoWish& info, const Wishes& wishes);

/// People whom a dot stands for so that no month of the study has more than `most_dots`.
[[nodiscard]] double people_per_dot(const Study& study, const Wishes& wishes, int most_dots);

}  // namespace figures
