#include "render/figures/tone.hpp"

#include <bit>
#include <stdexcept>

namespace figures {
namespace {

/// Base-2 logarithm of x ≥ 1 within 0.00005, from the exponent and a polynomial of the mantissa. Own, because the
/// library's differs between processors, and a loop over it is not vectorised.
inline float log2_of(float x) {
  const std::int32_t bits = std::bit_cast<std::int32_t>(x);
  const float exponent = static_cast<float>((bits >> 23) - 127);
  const float m = std::bit_cast<float>((bits & 0x007FFFFF) | 0x3F800000) - 1.0F;
  // m (1 − m) times a cubic, plus m: exact at both ends, so that no step shows from octave to octave.
  return exponent + m + m * (1.0F - m) * (0.442419F + m * (-0.269578F + m * (0.150533F - m * 0.044874F)));
}

inline float at_most(float x, float most) { return x < most ? x : most; }
inline float at_least(float x, float least) { return x > least ? x : least; }

}  // namespace

TrailColours trail_colours_on_dark() { return {}; }

TrailColours trail_colours_on_light() {
  return {.origin = rgb(0x0B62B0),
          .midway = rgb(0x8C4A6E),
          .destination = rgb(0xC2540A),
          .dense = rgb(0x1B1030),
          .densest = 0.35,
          .cover = 1};
}

Tone::Channel Tone::channel_of(int origin, int midway, int destination, int dense) {
  // The parabola through the three colours at 0, ½ and 1.
  const float a = static_cast<float>(origin), b = static_cast<float>(midway), c = static_cast<float>(destination);
  return {.start = a, .slope = 4 * b - 3 * a - c, .bend = 2 * (a + c) - 4 * b, .dense = static_cast<float>(dense)};
}

Tone::Tone(const TrailColours& colours, double exposure, double range, double unit)
    : red_(channel_of(colours.origin.red, colours.midway.red, colours.destination.red, colours.dense.red)),
      green_(channel_of(colours.origin.green, colours.midway.green, colours.destination.green, colours.dense.green)),
      blue_(channel_of(colours.origin.blue, colours.midway.blue, colours.destination.blue, colours.dense.blue)),
      scale_(static_cast<float>(exposure / unit)), gain_(1.0F / log2_of(static_cast<float>(1 + exposure * range))),
      densest_(static_cast<float>(colours.densest)), cover_(static_cast<float>(colours.cover)) {
  if (!(exposure > 0) || !(range > 0) || !(unit > 0)) throw std::invalid_argument("a tone map needs numbers above 0");
}

void Tone::lay(const std::uint16_t* __restrict light, std::uint32_t* __restrict pixels, int n) const {
  const Channel red = red_, green = green_, blue = blue_;
  const float scale = scale_, gain = gain_, densest = densest_, cover = cover_;
  for (int i = 0; i < n; ++i) {
    const float from = light[2 * i], to = light[2 * i + 1];
    const float sum = from + to;
    const float mix = to / at_least(sum, 1.0F);
    const float strength = at_most(log2_of(1.0F + sum * scale) * gain, 1.0F);
    const float crowd = at_least(strength * 2.0F - 1.0F, 0.0F);
    const float towards = densest * crowd * crowd;
    const float hidden = 1.0F - cover * strength;
    const std::uint32_t ground = pixels[i];
    const auto channel = [&](const Channel& c, std::uint32_t below) {
      const float pure = at_least(at_most(c.start + mix * (c.slope + mix * c.bend), 255.0F), 0.0F);
      const float lit = (pure + (c.dense - pure) * towards) * strength;
      const float both = at_most(lit + static_cast<float>(static_cast<std::int32_t>(below)) * hidden, 255.0F);
      return static_cast<std::uint32_t>(static_cast<std::int32_t>(both + 0.5F));
    };
    const float opaque =
        at_most(255.0F * strength + static_cast<float>(static_cast<std::int32_t>(ground >> 24)) * hidden, 255.0F);
    const std::uint32_t alpha = static_cast<std::uint32_t>(static_cast<std::int32_t>(opaque + 0.5F));
    pixels[i] = alpha << 24 | channel(red, ground >> 16 & 255) << 16 | channel(green, ground >> 8 & 255) << 8 |
                channel(blue, ground & 255);
  }
}

}  // namespace figures
