// A map on which people move: a ground, dots above it, labels above both. What a
// film and the viewer show; both give it the same months and get the same pixels.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>

#include "render/figures/particles.hpp"
#include "render/figures/picture.hpp"
#include "render/figures/raster.hpp"

namespace figures {

/// A picture painted in its two layers, and its streams in pixels.
struct PaintedPicture {
  Raster ground, labels;        // labels on nothing
  std::vector<Stream> streams;  // in pixels
};

[[nodiscard]] PaintedPicture paint_layers(const Picture& picture, double scale);

/// Lays `above`, premultiplied, over `below`. Both of one size.
void lay_over(Raster& below, const Raster& above);

/// How dots look on a picture painted at `scale` pixels a unit. `most_moved`: people of the widest stream.
[[nodiscard]] ParticleStyle particle_style(const Look& look, double scale, double most_moved, double people_per_dot,
                                           double frames_per_second);

}  // namespace figures
