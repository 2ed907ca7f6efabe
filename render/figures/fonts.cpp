#include "render/figures/fonts.hpp"

#include <cairo-ft.h>
#include <cairo.h>
#include <ft2build.h>
#include FT_FREETYPE_H

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>

#include "world/errors.hpp"

namespace figures {
namespace {

namespace fs = std::filesystem;

struct Candidate {
  const char* name;
  const char* family;
  Weight weight;
};
constexpr Candidate candidates[] = {
    {"opentype/inter/Inter-Regular.otf", "Inter", Weight::regular},
    {"opentype/inter/Inter-SemiBold.otf", "Inter", Weight::bold},
    {"truetype/dejavu/DejaVuSans.ttf", "DejaVu Sans", Weight::regular},
    {"truetype/dejavu/DejaVuSans-Bold.ttf", "DejaVu Sans", Weight::bold},
};

/// Folders of fonts; QONYS_FONTS names one of the user's own.
std::vector<fs::path> folders() {
  std::vector<fs::path> all;
  if (const char* own = std::getenv("QONYS_FONTS"); own != nullptr && *own != '\0') all.emplace_back(own);
  all.emplace_back("/usr/share/fonts");
  all.emplace_back("/usr/local/share/fonts");
  return all;
}

/// In the folder as packages have it, or flat.
fs::path find_file(const char* name) {
  for (const fs::path& folder : folders()) {
    for (const fs::path& file : {folder / name, folder / fs::path(name).filename()}) {
      std::error_code error;
      if (fs::is_regular_file(file, error)) return file;
    }
  }
  return {};
}

std::vector<char32_t> covered_by(FT_Face face) {
  std::vector<char32_t> covered;
  FT_UInt glyph = 0;
  for (FT_ULong code = FT_Get_First_Char(face, &glyph); glyph != 0; code = FT_Get_Next_Char(face, code, &glyph)) {
    covered.push_back(static_cast<char32_t>(code));
  }
  return covered;
}

/// All fonts of the process. Cairo keeps faces beyond our use of them, so they are never freed.
struct Library {
  FT_Library freetype = nullptr;
  std::array<std::vector<Font>, 2> fonts;  // [weight]

  Library() {
    if (FT_Init_FreeType(&freetype) != 0) throw std::bad_alloc();
    for (const Candidate& candidate : candidates) {
      const fs::path file = find_file(candidate.name);
      FT_Face face = nullptr;
      if (file.empty() || FT_New_Face(freetype, file.c_str(), 0, &face) != 0) continue;
      Font font{file, candidate.family, candidate.weight, nullptr, covered_by(face)};
      font.face = cairo_ft_font_face_create_for_ft_face(face, FT_LOAD_NO_HINTING);
      fonts[static_cast<std::size_t>(candidate.weight)].push_back(std::move(font));
    }
  }
};

const Library& library() {
  static const Library* const loaded = new Library;
  return *loaded;
}

/// A font of one size: metrics that no hinting rounds, so that they scale.
class Scaled {
 public:
  Scaled(const Font& font, double size) {
    cairo_matrix_t to_size, identity;
    cairo_matrix_init_scale(&to_size, size, size);
    cairo_matrix_init_identity(&identity);
    cairo_font_options_t* options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    font_ = cairo_scaled_font_create(font.face, &to_size, &identity, options);
    cairo_font_options_destroy(options);
  }
  Scaled(const Scaled&) = delete;
  Scaled& operator=(const Scaled&) = delete;
  ~Scaled() { cairo_scaled_font_destroy(font_); }

  [[nodiscard]] double width(const std::string& words) const {
    cairo_text_extents_t extents;
    cairo_scaled_font_text_extents(font_, words.c_str(), &extents);
    return extents.x_advance;
  }
  [[nodiscard]] cairo_scaled_font_t* get() const { return font_; }

 private:
  cairo_scaled_font_t* font_;
};

Path path_of(const cairo_path_t& from) {
  Path path;
  for (int i = 0; i < from.num_data; i += from.data[i].header.length) {
    const cairo_path_data_t* data = &from.data[i];
    const auto at = [&](int k) { return Point{data[k].point.x, data[k].point.y}; };
    switch (data->header.type) {
      case CAIRO_PATH_MOVE_TO:
        path.move_to(at(1));
        break;
      case CAIRO_PATH_LINE_TO:
        path.line_to(at(1));
        break;
      case CAIRO_PATH_CURVE_TO:
        path.curve_to(at(1), at(2), at(3));
        break;
      case CAIRO_PATH_CLOSE_PATH:
        path.close();
        break;
    }
  }
  return path;
}

}  // namespace

std::vector<char32_t> code_points(std::string_view words) {
  std::vector<char32_t> points;
  for (std::size_t i = 0; i < words.size();) {
    const auto lead = static_cast<unsigned char>(words[i]);
    const int more = lead < 0x80 ? 0 : lead >> 5 == 0x6 ? 1 : lead >> 4 == 0xE ? 2 : lead >> 3 == 0x1E ? 3 : -1;
    char32_t point = more <= 0 ? lead : lead & (0x3FU >> more);
    bool is_whole = more >= 0 && i + static_cast<std::size_t>(more) < words.size();
    for (int k = 1; is_whole && k <= more; ++k) {
      const auto next = static_cast<unsigned char>(words[i + static_cast<std::size_t>(k)]);
      is_whole = next >> 6 == 0x2;
      point = point << 6 | (next & 0x3FU);
    }
    points.push_back(is_whole ? point : U'\uFFFD');
    i += is_whole ? static_cast<std::size_t>(more) + 1 : 1;
  }
  return points;
}

bool Font::covers(std::string_view words) const {
  const std::vector<char32_t> points = code_points(words);
  return std::all_of(points.begin(), points.end(),
                     [&](char32_t point) { return std::binary_search(covered.begin(), covered.end(), point); });
}

const std::vector<Font>& fonts_of(Weight weight) {
  const std::vector<Font>& fonts = library().fonts[static_cast<std::size_t>(weight)];
  if (fonts.empty()) {
    throw world::InputError(
        "no font: install the Debian package fonts-inter (or fonts-dejavu-core), or set QONYS_FONTS to a folder with "
        "Inter-Regular.otf and Inter-SemiBold.otf");
  }
  return fonts;
}

const Font& font_for(std::string_view words, Weight weight) {
  const std::vector<Font>& fonts = fonts_of(weight);
  const auto found = std::find_if(fonts.begin(), fonts.end(), [&](const Font& font) { return font.covers(words); });
  return found == fonts.end() ? fonts.front() : *found;
}

double text_width(std::string_view words, double size, Weight weight) {
  return Scaled(font_for(words, weight), size).width(std::string(words));
}

Point text_start(const Text& text) {
  const double width = text.anchor == Anchor::start ? 0 : text_width(text.words, text.size, text.weight);
  const double back = text.anchor == Anchor::end ? width : text.anchor == Anchor::middle ? width / 2 : 0;
  return {text.at.x - back, text.at.y};
}

Box text_box(const Text& text) {
  const Point start = text_start(text);
  const double width = text_width(text.words, text.size, text.weight);
  return {start.x, start.y - 0.78 * text.size, start.x + width, start.y + 0.22 * text.size};
}

Path text_outline(const Text& text) {
  cairo_surface_t* surface = cairo_recording_surface_create(CAIRO_CONTENT_ALPHA, nullptr);
  cairo_t* cairo = cairo_create(surface);
  const Scaled font(font_for(text.words, text.weight), text.size);
  cairo_set_scaled_font(cairo, font.get());
  const Point start = text_start(text);
  cairo_move_to(cairo, start.x, start.y);
  cairo_text_path(cairo, text.words.c_str());
  cairo_path_t* drawn = cairo_copy_path(cairo);
  Path path = path_of(*drawn);
  cairo_path_destroy(drawn);
  cairo_destroy(cairo);
  cairo_surface_destroy(surface);
  return path;
}

std::string fitted(const std::string& words, double size, Weight weight, double width) {
  if (text_width(words, size, weight) <= width) return words;
  std::string cut = words;
  while (!cut.empty()) {
    while (!cut.empty() && (static_cast<unsigned char>(cut.back()) & 0xC0) == 0x80) cut.pop_back();
    if (!cut.empty()) cut.pop_back();
    while (!cut.empty() && cut.back() == ' ') cut.pop_back();
    if (text_width(cut + "…", size, weight) <= width) break;
  }
  return cut + "…";
}

std::vector<std::string> broken(const std::string& words, double size, Weight weight, double width) {
  std::vector<std::string> lines;
  std::string line;
  for (std::size_t begin = 0; begin < words.size();) {
    const std::size_t end = std::min(words.find(' ', begin), words.size());
    const std::string word = words.substr(begin, end - begin);
    const std::string longer = line.empty() ? word : line + ' ' + word;
    if (!line.empty() && text_width(longer, size, weight) > width) {
      lines.push_back(line);
      line = word;
    } else {
      line = longer;
    }
    begin = end + 1;
  }
  if (!line.empty()) lines.push_back(line);
  return lines;
}

}  // namespace figures
