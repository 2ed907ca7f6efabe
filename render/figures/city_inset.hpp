// The cities that are too small to see, as discs of equal size at the lower right:
// a column on a wide page, a row on a narrow one, where the map needs the width.
#pragma once

#include <cstddef>
#include <vector>

#include "render/figures/map_picture.hpp"

namespace figures {

/// What `draw_city_inset` will cover.
[[nodiscard]] Box city_inset_box(std::size_t n_cities, const Box& box, const Look& look);

/// Draws the discs in the lower right corner of `box`.
void draw_city_inset(Drawing& drawing, const Study& study, const MapContent& content, const ClassScale& shown,
                     const std::vector<int>& cities, const Box& box, const Wishes& wishes, const Look& look);

}  // namespace figures
