// Where the map lies on its page: as large as can be without covering legend and inset.
#pragma once

#include <vector>

#include "render/figures/map.hpp"

namespace figures {

/// The largest map inside `box` whose regions keep clear of the `taken` boxes, as near to the middle as that allows.
/// If nothing at half size does, the whole map in the middle.
[[nodiscard]] Camera fit_beside(const Map& map, const Box& box, const std::vector<Box>& taken);

}  // namespace figures
