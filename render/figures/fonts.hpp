// The fonts of all pictures: Inter, or DejaVu Sans where it is missing. Loaded
// once from files, so nothing depends on the system's font settings.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "render/figures/drawing.hpp"

using cairo_font_face_t = struct _cairo_font_face;

namespace figures {

/// One font of one weight.
struct Font {
  std::filesystem::path file;
  std::string family;  // "Inter"
  Weight weight = Weight::regular;
  cairo_font_face_t* face = nullptr;
  std::vector<char32_t> covered;  // code points it has a glyph for, rising

  [[nodiscard]] bool covers(std::string_view words) const;
};

/// Code points of a UTF-8 text; a byte that is none counts as U+FFFD.
[[nodiscard]] std::vector<char32_t> code_points(std::string_view words);

/// The font that `words` is set in: the first of the weight that has all its glyphs, else the first.
/// Errors: InputError if neither Inter nor DejaVu Sans is installed.
[[nodiscard]] const Font& font_for(std::string_view words, Weight weight);

/// Every font found of a weight, Inter first. Errors: as `font_for`.
[[nodiscard]] const std::vector<Font>& fonts_of(Weight weight);

/// Advance of one line, in the units of `size`.
[[nodiscard]] double text_width(std::string_view words, double size, Weight weight = Weight::regular);

/// Where the ink of a text may be, turn left out: from its ascent to its descent.
[[nodiscard]] Box text_box(const Text& text);

/// The outlines of a text, for halos in formats without them.
[[nodiscard]] Path text_outline(const Text& text);

/// Where `text` starts, its anchor resolved.
[[nodiscard]] Point text_start(const Text& text);

/// `words` cut at its end, with "…", to be at most `width` wide; whole if it fits.
[[nodiscard]] std::string fitted(const std::string& words, double size, Weight weight, double width);

/// `words` in lines of at most `width`, broken at spaces.
[[nodiscard]] std::vector<std::string> broken(const std::string& words, double size, Weight weight, double width);

}  // namespace figures
