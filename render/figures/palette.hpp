// Colours, type sizes and line widths of all pictures, in two themes and four
// styles. Checked for colour blindness and contrast in tests/render/palette_test.cpp.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "render/figures/drawing.hpp"

namespace figures {

enum class Theme : std::uint8_t { light, dark };
/// Screen and slide are sized for looking at from near and from afar; article is in points for print, grey the same
/// without colour.
enum class Style : std::uint8_t { screen, slide, article, grey };

/// Everything that looks the same in all views.
struct Look {
  bool is_dark = false, is_grey = false;
  Colour ground, card, land, edge, text, muted, line;
  Colour out, in;                                          // of flows: origin, destination
  Colour gain, loss;                                       // of differences
  double title = 24, body = 13, label = 12, small = 10.5;  // type sizes
  double stroke = 1;                                       // of a thin line
  double margin = 26;
};

[[nodiscard]] Look look_of(Theme theme, Style style);

/// `share` 0 gives `a`, 1 gives `b`; in sRGB.
[[nodiscard]] Colour mixed(Colour a, Colour b, double share);
/// Ratio of luminances, 1 to 21 (WCAG 2).
[[nodiscard]] double contrast(Colour a, Colour b);
/// Black or white, whichever reads better on `ground`.
[[nodiscard]] Colour ink_on(Colour ground);

/// `n` colours from dark to light (cividis), or greys from light to dark.
[[nodiscard]] std::vector<Colour> sequential(int n, const Look& look);
/// `n` (odd) colours from loss through neutral to gain: brown-orange, white, blue; greys have no sign.
[[nodiscard]] std::vector<Colour> diverging(int n, const Look& look);
/// Colours of scenarios A, B, C, to be drawn with `scenario_dashes`.
[[nodiscard]] Colour scenario_colour(int index, const Look& look);
[[nodiscard]] std::vector<double> scenario_dashes(int index);
/// Thirteen sources of gain in the order of causes.csv, the taste last.
[[nodiscard]] Colour cause_colour(int cause, const Look& look);
/// Lines across it, as hatch_box takes them: income has none, living rising ones, ties falling ones, two whose colours
/// lie near those of others level ones. So no two that may meet in a stack are told apart by lightness alone.
[[nodiscard]] int cause_hatch(int cause);

}  // namespace figures
