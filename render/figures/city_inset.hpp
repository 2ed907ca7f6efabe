// The cities that are too small to see, as discs of equal size at the lower right.
#pragma once

#include <vector>

#include "render/figures/map_picture.hpp"

namespace figures {

/// Draws a column of discs in the lower right corner of `box`; returns what it covers.
Box draw_city_inset(Drawing& drawing, const Study& study, const MapContent& content, const ClassScale& shown,
                    const std::vector<int>& cities, const Box& box, const Wishes& wishes, const Look& look);

}  // namespace figures
