#include "render/ui_fonts.hpp"

#include <imgui.h>
#include <imgui_freetype.h>
#include <imgui_internal.h>

#include <cmath>
#include <filesystem>

#include "world/errors.hpp"

namespace viewer {
namespace {

// Latin, Cyrillic with the Kazakh letters, dashes and quotes, №, tenge, arrows, signs.
constexpr ImWchar glyphs[] = {0x0020, 0x00FF, 0x0400, 0x052F, 0x2009, 0x203A, 0x20B8, 0x20B8, 0x2116,
                              0x2116, 0x2190, 0x2193, 0x2212, 0x2212, 0x2248, 0x2248, 0x2264, 0x2265,
                              0x25B2, 0x25B2, 0x25B6, 0x25B6, 0x25BC, 0x25BC, 0};
constexpr ImWchar digits[] = {0x0020, 0x0020, 0x002D, 0x003A, 0};

struct FaceInfo {
  Face face;
  bool is_bold;
  double size;  // pixels of the em at scale 1
};
constexpr FaceInfo faces[] = {{Face::caption, false, 12.5}, {Face::body, false, 14.5}, {Face::strong, true, 14.5},
                              {Face::title, true, 17.5},    {Face::number, true, 23},  {Face::huge, true, 96}};

std::string first_of(std::initializer_list<const char*> files) {
  for (const char* file : files) {
    std::error_code ignored;
    if (std::filesystem::is_regular_file(file, ignored)) return file;
  }
  return {};
}

ImFont* add(ImFontAtlas& atlas, const std::string& file, float size, const ImWchar* ranges, bool is_merged) {
  ImFontConfig config;
  config.MergeMode = is_merged;
  config.OversampleH = config.OversampleV = 1;
  config.PixelSnapH = false;
  return atlas.AddFontFromFileTTF(file.c_str(), size, &config, ranges);
}

}  // namespace

FontFiles find_fonts() {
  return {.regular = first_of({"/usr/share/fonts/opentype/inter/Inter-Regular.otf",
                               "/usr/share/fonts/truetype/inter/Inter-Regular.ttf"}),
          .bold = first_of({"/usr/share/fonts/opentype/inter/Inter-SemiBold.otf",
                            "/usr/share/fonts/truetype/inter/Inter-SemiBold.ttf"}),
          .fallback = first_of({"/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"})};
}

void UiFonts::build(const FontFiles& files, double scale) {
  if (files.regular.empty() && files.fallback.empty()) {
    throw world::InputError("no font was found; install fonts-inter or fonts-dejavu-core");
  }
  ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  atlas.Clear();
  atlas.Flags |= ImFontAtlasFlags_NoPowerOfTwoHeight;
  atlas.FontBuilderIO = ImGuiFreeType::GetBuilderForFreeType();
  atlas.FontBuilderFlags = ImGuiFreeTypeBuilderFlags_LightHinting;
  atlas.TexDesiredWidth = scale > 1.3 ? 2048 : 1024;
  for (const FaceInfo& info : faces) {
    const ImWchar* const ranges = info.face == Face::huge ? digits : glyphs;
    // Dear ImGui takes the height of a line; of Inter that is 1.21 em.
    const auto size = static_cast<float>(std::round(info.size * 1.21 * scale));
    const std::string& wanted = info.is_bold && !files.bold.empty() ? files.bold : files.regular;
    ImFont* font = wanted.empty() ? nullptr : add(atlas, wanted, size, ranges, false);
    if (!files.fallback.empty()) {
      ImFont* const more = add(atlas, files.fallback, size, ranges, font != nullptr);
      if (font == nullptr) font = more;
    }
    if (font == nullptr) throw world::InputError("cannot read the font " + wanted);
    faces_[static_cast<std::size_t>(info.face)] = font;
  }
  if (!atlas.Build()) throw world::InputError("cannot build the letters of " + files.regular);
  ImGui::GetIO().FontDefault = (*this)[Face::body];
}

bool UiFonts::can_write(const std::string& words) const {
  const char* at = words.c_str();
  while (*at != 0) {
    unsigned character = 0;
    at += ImTextCharFromUtf8(&character, at, nullptr);
    if (character >= 32 && (*this)[Face::body]->FindGlyphNoFallback(static_cast<ImWchar>(character)) == nullptr)
      return false;
  }
  return true;
}

}  // namespace viewer
