// A raster as the bytes of a PNG file, with what it says of itself inside.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "render/figures/raster.hpp"

namespace figures {

/// 8-bit RGB; what is transparent lies on black. `texts` are keyword and UTF-8 text, `dots_per_inch` 0 for none stated.
/// The same raster gives the same bytes.
[[nodiscard]] std::string png_of(const Raster& raster,
                                 const std::vector<std::pair<std::string, std::string>>& texts = {},
                                 double dots_per_inch = 0);

}  // namespace figures
