// A map coloured by any one number of the regions, with the streams of the months
// before over it: the picture of the viewer, of one run, of what another one
// makes of it, or of the mean of a set.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "render/figures/cast.hpp"
#include "render/figures/picture.hpp"
#include "render/figures/readings.hpp"
#include "render/figures/scales.hpp"

namespace figures {

struct InfoWish {
  std::function<std::vector<double>(const Study& study, int index)> reading;  // [region]
  std::string title;                                                          // of the legend, with the unit
  bool is_signed = false;                                                     // around zero
};

/// What colours and widths must hold for: all months of the runs that are looked at together.
struct InfoScales {
  std::vector<double> values;
  Most most;
};
[[nodiscard]] InfoScales scales_of(const std::vector<Cast>& casts, const InfoWish& info, const Wishes& wishes);

/// The picture, and what dots on it mean.
struct InfoMap {
  Picture picture;
  double most_moved = 1;    // people of the widest stream of all months
  double largest_fill = 0;  // without its sign, of the regions
};

/// Draws the month of `wishes`. A difference is around zero and has ribbons of gain and loss; of a set, regions whose
/// sign is uncertain are hatched. Without a map frame the legend lies in the free part of the paper.
[[nodiscard]] InfoMap draw_info_map(const Cast& cast, const InfoScales& scales, const Map& map, const InfoWish& info,
                                    const Wishes& wishes);

/// People whom a dot stands for so that no month of the study has more than `most_dots`.
[[nodiscard]] double people_per_dot(const Study& study, const Wishes& wishes, int most_dots);

}  // namespace figures
