// Draws a drawing with Cairo: as pixels, and as the bytes of a PDF. Same drawing,
// same bytes; needs no display.
#pragma once

#include <string>

#include "render/figures/drawing.hpp"
#include "render/figures/raster.hpp"

namespace figures {

/// What a picture says of itself inside its file.
struct Imprint {
  std::string title;
  std::string source;  // program, run, scenario, seed
  std::string date;    // ISO 8601, of the run: never of the drawing, so that bytes repeat
};

/// Pixels of the whole drawing, `scale` pixels a unit; sizes are rounded.
[[nodiscard]] Raster paint(const Drawing& drawing, double scale);
/// Only one layer, over what `raster` holds; the drawing's origin is put at `shift` pixels.
void paint_layer(Raster& raster, const Drawing& drawing, Layer layer, double scale, Point shift = {});

/// One page, `points` typographic points a unit. Text stays text; fonts are embedded.
[[nodiscard]] std::string pdf_of(const Drawing& drawing, double points, const Imprint& imprint);

}  // namespace figures
