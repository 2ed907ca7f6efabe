// A picture as pixels in memory. What the Cairo painter fills, particles shine
// on, films encode and the window uploads.
#pragma once

#include <cstdint>
#include <vector>

namespace figures {

/// Rows from the top, without padding; each pixel 0xAARRGGBB with alpha multiplied in (Cairo's ARGB32).
struct Raster {
  int width = 0, height = 0;
  std::vector<std::uint32_t> pixels;  // [y × width + x]

  Raster() = default;
  Raster(int w, int h) : width(w), height(h), pixels(static_cast<std::size_t>(w) * static_cast<std::size_t>(h)) {}
  [[nodiscard]] std::uint32_t* row(int y) {
    return pixels.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(width);
  }
  [[nodiscard]] const std::uint32_t* row(int y) const {
    return pixels.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(width);
  }
};

}  // namespace figures
