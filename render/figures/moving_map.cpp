#include "render/figures/moving_map.hpp"

#include <algorithm>
#include <cmath>

#include "render/figures/painter.hpp"

namespace figures {

PaintedPicture paint_layers(const Picture& picture, double scale) {
  const int width = static_cast<int>(std::lround(picture.drawing.width() * scale));
  const int height = static_cast<int>(std::lround(picture.drawing.height() * scale));
  PaintedPicture painted{Raster(width, height), Raster(width, height), picture.streams};
  paint_layer(painted.ground, picture.drawing, Layer::ground, scale);
  paint_layer(painted.labels, picture.drawing, Layer::labels, scale);
  for (Stream& stream : painted.streams) {
    for (Point* point : {&stream.start, &stream.bend, &stream.end}) *point = {scale * point->x, scale * point->y};
  }
  return painted;
}

void lay_over(Raster& below, const Raster& above) {
  const std::size_t n = std::min(below.pixels.size(), above.pixels.size());
  for (std::size_t i = 0; i < n; ++i) {
    const std::uint32_t over = above.pixels[i];
    if (over == 0) continue;
    const std::uint32_t rest = 255 - (over >> 24);
    const std::uint32_t under = below.pixels[i];
    // Two channels at a time; x · rest / 255 rounded, as (x · rest + 128) · 257 / 65536.
    std::uint32_t even = (under & 0xFF00FF) * rest + 0x800080;
    even = (even + (even >> 8 & 0xFF00FF)) >> 8 & 0xFF00FF;
    std::uint32_t odd = (under >> 8 & 0xFF00FF) * rest + 0x800080;
    odd = (odd + (odd >> 8 & 0xFF00FF)) & 0xFF00FF00;
    below.pixels[i] = over + (even | odd);
  }
}

ParticleStyle particle_style(const Look& look, double scale, double most_moved, double people_per_dot,
                             double frames_per_second) {
  const double unit = scale * look.body / 13;
  ParticleStyle style;
  style.people_per_dot = people_per_dot;
  style.frames_per_second = frames_per_second;
  style.speed = 60 * unit;
  style.dot = std::clamp(0.9 * unit, 1.0, 2.0);
  style.ease = 18 * unit;
  style.people_per_pixel = std::max(1.0, most_moved) / (16 * unit);
  style.narrowest = 2 * unit;
  style.widest = 18 * unit;
  style.colours = look.is_dark ? trail_colours_on_dark() : trail_colours_on_light();
  return style;
}

}  // namespace figures
