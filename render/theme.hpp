// The colours of the screen, dark and light. Text on any of its grounds has a
// contrast of at least 4.5 : 1 (tests/render/theme_test.cpp).
#pragma once

#include "render/figures/drawing.hpp"

namespace viewer {

struct Theme {
  bool is_dark;
  figures::Colour ground;   // behind the map
  figures::Colour panel;    // bars and drawers
  figures::Colour card;     // raised on a panel
  figures::Colour control;  // buttons, tracks
  figures::Colour control_hover;
  figures::Colour line;                 // borders
  figures::Colour text, muted;          // on ground, panel, card, control
  figures::Colour accent;               // amber: what is on, what is chosen; also as text
  figures::Colour primary;              // ground of the one button that matters most
  figures::Colour on_primary;           // text on it
  figures::Colour origin, destination;  // sky blue and amber as text and lines on panels
  figures::Colour good, warning;
  figures::Colour scenario_a, scenario_b, scenario_c;
};

[[nodiscard]] const Theme& theme_of(bool is_dark);

/// Relative luminance by WCAG 2.
[[nodiscard]] double luminance(figures::Colour colour);
/// 1 to 21.
[[nodiscard]] double contrast(figures::Colour a, figures::Colour b);

}  // namespace viewer
