// From sums of light to colours: logarithmic, so that a lone dot shows and a
// crowded corridor does not burn out.
#pragma once

#include <cstdint>

#include "render/figures/drawing.hpp"

namespace figures {

/// The colours of a theme. On a dark ground they shine; on a light ground take dark ones, which lie on it as ink.
struct TrailColours {
  Colour origin = rgb(0x5EC9FF);       // at the start of a curve
  Colour midway = rgb(0xE3A2D6);       // half-way: two complementary colours would meet in a muddy grey
  Colour destination = rgb(0xFFB23E);  // at its end
  Colour dense = rgb(0xFFFFFF);        // what the crowded places tend to
  double densest = 0.35;               // how far they tend to it, 0 … 1
  double cover = 1;                    // how much of the ground the strongest light hides, 0 … 1
};
[[nodiscard]] TrailColours trail_colours_on_dark();
[[nodiscard]] TrailColours trail_colours_on_light();

/// A tone map with the numbers it needs made ready. Strength = log(1 + exposure × light) / log(1 + exposure × range),
/// at most 1, where light 1 is the path of one dot just drawn.
class Tone {
 public:
  /// `unit`: sum of light that counts as 1. Errors: std::invalid_argument unless all are above 0.
  Tone(const TrailColours& colours, double exposure, double range, double unit);
  /// Lays `n` pixels of light, pairs (from, to), over `pixels`, premultiplied 0xAARRGGBB. The same bits everywhere.
  void lay(const std::uint16_t* light, std::uint32_t* pixels, int n) const;

 private:
  struct Channel {
    float start, slope, bend;  // of mix: start + mix × (slope + mix × bend)
    float dense;
  };
  [[nodiscard]] static Channel channel_of(int origin, int midway, int destination, int dense);

  Channel red_, green_, blue_;
  float scale_, gain_, densest_, cover_;
};

}  // namespace figures
