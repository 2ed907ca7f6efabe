// Pictures look as they looked when somebody last looked at them: small golden
// pictures of every view, among them every language, theme and kind of style.
// To renew them after a change that was looked at: QONYS_RENEW_GOLDEN=1 test_render --gtest_filter='*Golden*'
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "render/figures/map.hpp"
#include "render/figures/moving_map.hpp"
#include "render/figures/painter.hpp"
#include "render/figures/views.hpp"
#include "tests/render/golden.hpp"
#include "tests/render/small_study.hpp"

namespace {

namespace fs = std::filesystem;
using figures::Raster;
using figures::View;
using tests::compare_with_golden;

std::string bytes_of(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  std::ostringstream bytes;
  bytes << stream.rdbuf();
  return bytes.str();
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
    compare_with_golden(small_picture(study, wishes),
                        std::string("figures/") + figures::view_names[GetParam()] + "_" + one.name);
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
  compare_with_golden(painted.ground, "figures/dots_ru_dark");
}

}  // namespace
