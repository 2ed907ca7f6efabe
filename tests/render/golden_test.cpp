// Pictures look as they looked when somebody last looked at them: small golden
// pictures of every view, among them every language, theme and kind of style.
// To renew them after a change that was looked at: QONYS_RENEW_GOLDEN=1 test_render --gtest_filter='*Golden*'
#include <gtest/gtest.h>
#include <png.h>

#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "render/figures/map.hpp"
#include "render/figures/moving_map.hpp"
#include "render/figures/painter.hpp"
#include "render/figures/png_file.hpp"
#include "render/figures/views.hpp"
#include "tests/render/small_study.hpp"

namespace {

namespace fs = std::filesystem;
using figures::Raster;
using figures::View;

constexpr double most_rms = 0.005;        // of the range of a channel
constexpr double most_share_off = 0.005;  // of pixels off by more than 16 of 255

std::string bytes_of(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  std::ostringstream bytes;
  bytes << stream.rdbuf();
  return bytes.str();
}

/// RGB bytes of a PNG file, and its size; empty if it cannot be read.
struct Read {
  int width = 0, height = 0;
  std::vector<std::uint8_t> rgb;
};
Read read_png(const fs::path& file) {
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  Read read;
  if (png_image_begin_read_from_file(&image, file.c_str()) == 0) return read;
  image.format = PNG_FORMAT_RGB;
  read.width = static_cast<int>(image.width);
  read.height = static_cast<int>(image.height);
  read.rgb.resize(PNG_IMAGE_SIZE(image));
  if (png_image_finish_read(&image, nullptr, read.rgb.data(), 0, nullptr) == 0) read.rgb.clear();
  return read;
}

figures::Map map_of(const figures::Study& study) {
  std::vector<std::string> iso;
  for (const auto& region : study.at(0).regions) iso.push_back(region.iso);
  const std::string file = QONYS_TEST_ASSETS "/kazakhstan/regions.geojson";
  return figures::Map::parse(bytes_of(file), file, iso);
}

Raster small_picture(const figures::Study& study, const figures::Wishes& wishes) {
  const figures::Cast cast{figures::Casting::one, {&study}};
  const auto picture = [&] {
    switch (wishes.view) {
      case View::circle:
        return draw_circle_view(cast, wishes);
      case View::lines:
        return draw_lines_view(cast, wishes);
      case View::causes:
        return draw_causes_view(cast, {small_study::reasons(study)}, wishes);
      default:
        return draw_map_view(cast, map_of(study), wishes);
    }
  }();
  return paint(picture.drawing, 280 / picture.drawing.width());
}

void compare_with_golden(const Raster& raster, const std::string& name) {
  const fs::path file = fs::path(QONYS_SOURCE_DIR) / "tests/golden/figures" / (name + ".png");
  if (std::getenv("QONYS_RENEW_GOLDEN") != nullptr) {
    std::ofstream(file, std::ios::binary) << png_of(raster);
    return;
  }
  const Read golden = read_png(file);
  ASSERT_FALSE(golden.rgb.empty()) << file << " cannot be read";
  ASSERT_EQ(golden.width, raster.width);
  ASSERT_EQ(golden.height, raster.height);
  double squares = 0;
  int n_off = 0;
  for (std::size_t i = 0; i < raster.pixels.size(); ++i) {
    int worst = 0;
    for (std::size_t c = 0; c < 3; ++c) {
      const int is = static_cast<int>(raster.pixels[i] >> (16 - 8 * c) & 0xFF), was = golden.rgb[3 * i + c];
      squares += (is - was) * (is - was) / (255.0 * 255.0);
      worst = std::max(worst, std::abs(is - was));
    }
    n_off += worst > 16 ? 1 : 0;
  }
  const auto n = static_cast<double>(raster.pixels.size());
  EXPECT_LE(std::sqrt(squares / (3 * n)), most_rms) << name;
  EXPECT_LE(n_off / n, most_share_off) << name;
}

class EveryGolden : public testing::TestWithParam<int> {};

TEST_P(EveryGolden, PictureOfTheViewLooksAsItDid) {
  const auto view = static_cast<View>(GetParam());
  const figures::Study study = small_study::study();
  using figures::Language;
  struct Case {
    const char* name;
    figures::Style style;
    Language language;
    figures::Theme theme;
  };
  constexpr Case cases[] = {{"kk_light", figures::Style::screen, Language::kk, figures::Theme::light},
                            {"ru_dark", figures::Style::slide, Language::ru, figures::Theme::dark},
                            {"en_grey", figures::Style::grey, Language::en, figures::Theme::light}};
  for (const Case& one : cases) {
    const figures::Wishes wishes = small_study::wishes(study, view, one.style, one.language, one.theme);
    compare_with_golden(small_picture(study, wishes), std::string(figures::view_names[GetParam()]) + "_" + one.name);
  }
}

INSTANTIATE_TEST_SUITE_P(EveryView, EveryGolden, testing::Range(0, 7));

TEST(Golden, PictureWithDotsLooksAsItDid) {
  const figures::Study study = small_study::study();
  figures::Wishes wishes =
      small_study::wishes(study, View::flows, figures::Style::screen, figures::Language::ru, figures::Theme::dark);
  wishes.is_film = true;
  wishes.people_per_dot = 20;
  const figures::Cast cast{figures::Casting::one, {&study}};
  const double scale = 280 / wishes.paper.width;
  figures::PaintedPicture painted = paint_layers(draw_map_view(cast, map_of(study), wishes), scale);
  const figures::Look look = look_of(wishes.theme, wishes.style);
  figures::Particles particles(painted.ground.width, painted.ground.height, particle_style(look, scale, 2000, 20, 30),
                               2);
  particles.start(painted.streams, 0);
  particles.compose(painted.ground);
  lay_over(painted.ground, painted.labels);
  compare_with_golden(painted.ground, "dots_ru_dark");
}

}  // namespace
