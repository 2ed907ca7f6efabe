// The faces of the panels: Inter, or DejaVu Sans where it lacks a sign or is
// not installed. Built into one texture for each scale of the screen.
#pragma once

#include <array>
#include <string>
#include <vector>

struct ImFont;

namespace viewer {

enum class Face : std::uint8_t { caption, body, strong, title, number, huge };
inline constexpr int n_faces = 6;

/// Files found; empty where there is none.
struct FontFiles {
  std::string regular, bold, fallback;
};
[[nodiscard]] FontFiles find_fonts();

class UiFonts {
 public:
  /// Errors: InputError if no file can be read.
  void build(const FontFiles& files, double scale);
  [[nodiscard]] ImFont* operator[](Face face) const { return faces_[static_cast<std::size_t>(face)]; }
  /// Every character of `words` has a glyph.
  [[nodiscard]] bool can_write(const std::string& words) const;

 private:
  std::array<ImFont*, n_faces> faces_{};
};

}  // namespace viewer
