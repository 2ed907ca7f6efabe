// Pixels to and from the graphics card: the map as one texture, the window as a
// picture. Needs the window's context to be active.
#pragma once

#include "render/figures/raster.hpp"

namespace viewer {

class MapTexture {
 public:
  MapTexture() = default;
  ~MapTexture();
  MapTexture(const MapTexture&) = delete;
  MapTexture& operator=(const MapTexture&) = delete;

  /// An opaque picture.
  void upload(const figures::Raster& raster);
  /// Stretched smoothly, or pixel by pixel, which is faster.
  void set_smooth(bool is_smooth);
  [[nodiscard]] bool is_empty() const { return name_ == 0; }
  [[nodiscard]] unsigned name() const { return name_; }
  [[nodiscard]] int width() const { return width_; }
  [[nodiscard]] int height() const { return height_; }

 private:
  unsigned name_ = 0;
  int width_ = 0, height_ = 0;
  bool is_smooth_ = false;
};

/// An opaque picture is drawn faster without.
void set_blending(bool is_on);
void clear_window(int width, int height, std::uint32_t rgb);
/// What the window shows, before it is swapped.
[[nodiscard]] figures::Raster read_window(int width, int height);

}  // namespace viewer
