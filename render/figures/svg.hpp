// A drawing as SVG, by our own writer: text stays text, in a font that is embedded
// cut down to what is used.
#pragma once

#include <string>

#include "render/figures/drawing.hpp"
#include "render/figures/painter.hpp"

namespace figures {

/// The whole file. `width` and `height` are what the root element states, such as "160mm"; the view box is in
/// units of the drawing. The same drawing gives the same bytes.
[[nodiscard]] std::string svg_of(const Drawing& drawing, const std::string& width, const std::string& height,
                                 const Imprint& imprint);

/// A number in at most three decimals, as SVG and CSV want it: "12.5", "-3", "0".
[[nodiscard]] std::string short_number(double value);

}  // namespace figures
