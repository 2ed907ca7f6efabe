#include "render/figures/palette.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace figures {
namespace {

// Cividis (Nuñez, Anderton, Renslow 2018), ten samples at equal distances.
constexpr std::array<std::uint32_t, 10> cividis = {0x00224E, 0x123570, 0x3B496C, 0x575D6D, 0x707173,
                                                   0x8A8678, 0xA59C74, 0xC3B369, 0xE1CC55, 0xFEE838};
// ColorBrewer PuOr turned round, with a blue end.
constexpr std::array<std::uint32_t, 7> divergence = {0xB35806, 0xE08214, 0xFDCB8C, 0xF4F4F2,
                                                     0xB5CFE8, 0x5E9CCB, 0x2166AC};

Colour sampled(const auto& samples, double at) {
  const double place = std::clamp(at, 0.0, 1.0) * static_cast<double>(samples.size() - 1);
  const auto below = std::min(static_cast<std::size_t>(place), samples.size() - 2);
  return mixed(rgb(samples[below]), rgb(samples[below + 1]), place - static_cast<double>(below));
}

double luminance(Colour colour) {
  const auto linear = [](std::uint8_t part) {
    const double value = part / 255.0;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue);
}

Look colours_of(Theme theme) {
  Look look;
  look.is_dark = theme == Theme::dark;
  if (look.is_dark) {
    look.ground = rgb(0x0D111C);
    look.card = rgb(0x151B2A);
    look.land = rgb(0x1C2436);
    look.edge = rgb(0x4A5878);
    look.text = rgb(0xEEF2F8);
    look.muted = rgb(0xA3B0C6);
    look.line = rgb(0x33405A);
    look.out = rgb(0x5EC9FF);
    look.in = rgb(0xFFB23E);
    look.gain = rgb(0x7DB8E8);
    look.loss = rgb(0xF0A050);
  } else {
    look.ground = rgb(0xFFFFFF);
    look.card = rgb(0xF7F8FA);
    look.land = rgb(0xEEF0F3);
    look.edge = rgb(0x9AA4B2);
    look.text = rgb(0x151A24);
    look.muted = rgb(0x555F70);
    look.line = rgb(0xC9D0DA);
    look.out = rgb(0x1F78B4);
    look.in = rgb(0xC25E00);
    look.gain = rgb(0x2166AC);
    look.loss = rgb(0xB35806);
  }
  return look;
}

}  // namespace

Look look_of(Theme theme, Style style) {
  Look look = colours_of(theme);
  switch (style) {
    case Style::screen:
      break;
    case Style::slide:
      look.title = 23, look.body = 13.5, look.label = 12.5, look.small = 10;
      look.stroke = 1;
      look.margin = 22;
      break;
    case Style::article:
    case Style::grey:
      look.title = 9.5, look.body = 7.5, look.label = 6.6, look.small = 6;
      look.stroke = 0.4;
      look.margin = 4;
      break;
  }
  if (style == Style::grey) {
    look.is_grey = true;
    look.out = look.is_dark ? rgb(0x8F8F8F) : rgb(0x9A9A9A);
    look.in = look.is_dark ? rgb(0xF2F2F2) : rgb(0x202020);
    look.gain = look.is_dark ? rgb(0xE0E0E0) : rgb(0x333333);
    look.loss = look.is_dark ? rgb(0x9A9A9A) : rgb(0x8A8A8A);
    const auto without_hue = [](Colour& colour) {
      const auto grey =
          static_cast<std::uint8_t>(std::lround(0.299 * colour.red + 0.587 * colour.green + 0.114 * colour.blue));
      colour = {grey, grey, grey, colour.alpha};
    };
    for (Colour* colour : {&look.ground, &look.card, &look.land, &look.edge, &look.text, &look.muted, &look.line}) {
      without_hue(*colour);
    }
  }
  return look;
}

Colour mixed(Colour a, Colour b, double share) {
  const auto part = [&](std::uint8_t x, std::uint8_t y) {
    return static_cast<std::uint8_t>(std::lround(x + (y - x) * std::clamp(share, 0.0, 1.0)));
  };
  return {part(a.red, b.red), part(a.green, b.green), part(a.blue, b.blue), part(a.alpha, b.alpha)};
}

double contrast(Colour a, Colour b) {
  const double high = std::max(luminance(a), luminance(b)), low = std::min(luminance(a), luminance(b));
  return (high + 0.05) / (low + 0.05);
}

Colour ink_on(Colour ground) {
  const Colour black = rgb(0x000000), white = rgb(0xFFFFFF);
  return contrast(ground, black) >= contrast(ground, white) ? black : white;
}

std::vector<Colour> sequential(int n, const Look& look) {
  std::vector<Colour> colours;
  for (int i = 0; i < n; ++i) {
    const double at = n == 1 ? 0.5 : static_cast<double>(i) / (n - 1);
    if (look.is_grey) {
      colours.push_back(mixed(rgb(0xF2F2F2), rgb(0x3A3A3A), at));
    } else {
      colours.push_back(sampled(cividis, 0.04 + 0.96 * at));
    }
  }
  return colours;
}

std::vector<Colour> diverging(int n, const Look& look) {
  constexpr std::array<std::uint32_t, 7> greys = {0x3A3A3A, 0x6A6A6A, 0x9A9A9A, 0xFAFAFA, 0xE2E2E2, 0xCFCFCF, 0xBDBDBD};
  std::vector<Colour> colours;
  for (int i = 0; i < n; ++i) {
    const double at = n == 1 ? 0.5 : static_cast<double>(i) / (n - 1);
    colours.push_back(look.is_grey ? sampled(greys, at) : sampled(divergence, at));
  }
  return colours;
}

Colour scenario_colour(int index, const Look& look) {
  constexpr std::array<std::uint32_t, 3> dark = {0x56B4E9, 0xE69F00, 0xECECEC};  // Okabe and Ito, and a grey
  constexpr std::array<std::uint32_t, 3> light = {0x0B65A0, 0xB05C00, 0x8C8C8C};
  constexpr std::array<std::uint32_t, 3> greys = {0x202020, 0x707070, 0xA8A8A8};
  const auto i = static_cast<std::size_t>(index % 3);
  return rgb(look.is_grey ? greys[look.is_dark ? 2 - i : i] : look.is_dark ? dark[i] : light[i]);
}

std::vector<double> scenario_dashes(int index) {
  switch (index % 3) {
    case 1:
      return {6, 3};
    case 2:
      return {1.5, 3};
    default:
      return {};
  }
}

int cause_hatch(int cause) {
  constexpr std::array<int, 14> kinds = {0, 0, 0, 3, 1, 1, 1, 3, 2, 2, 2, 0, 3, 0};
  return kinds[static_cast<std::size_t>(std::clamp(cause, 0, 13))];
}

Colour cause_colour(int cause, const Look& look) {
  // Income in blues, living in ochres, ties in greens, dark to light, so that neighbours in a stack differ in
  // lightness; what is unexplained (size, place, taste) fades into the ground.
  constexpr std::array<std::uint32_t, 14> light = {0x1B4F8F, 0x4F8FCB, 0xA6CBEB, 0x8A6FC0, 0x7A4B00, 0xB9812A, 0xE8C27E, 0x8E7B57,
                                                   0x1F4D40, 0x5E9F8A, 0xB3D6C9, 0xB9ADC9, 0xD8CFE2, 0xEFEDF2};
  constexpr std::array<std::uint32_t, 14> dark = {0x2F6FBA, 0x76AEE4, 0xC6E1F7, 0x8F72C4, 0x9A5F0C, 0xD0973A, 0xF0D198, 0xA18C66,
                                                  0x2A7360, 0x84BFAB, 0xCBE6DC, 0x655A7C, 0x484260, 0x2A3041};
  constexpr std::array<std::uint8_t, 14> light_grey = {0x28, 0x70, 0xB4, 0x90, 0x28, 0x70, 0xB4, 0x50,
                                                       0x28, 0x78, 0xB4, 0xD2, 0xE2, 0xF2};
  constexpr std::array<std::uint8_t, 14> dark_grey = {0xF4, 0xB4, 0x78, 0x98, 0xF4, 0xB4, 0x78, 0xC4,
                                                      0xF4, 0xA8, 0x78, 0x54, 0x40, 0x2C};
  const auto i = static_cast<std::size_t>(std::clamp(cause, 0, 13));
  if (!look.is_grey) return rgb(look.is_dark ? dark[i] : light[i]);
  const std::uint8_t grey = look.is_dark ? dark_grey[i] : light_grey[i];
  return {grey, grey, grey, 255};
}

}  // namespace figures
