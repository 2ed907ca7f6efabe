// The same drawing gives the same bytes; text stays text; every phrase has its
// letters in the font.
#include "render/figures/painter.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "render/figures/fonts.hpp"
#include "render/figures/png_file.hpp"
#include "render/figures/svg.hpp"
#include "world/observers/phrases.hpp"

namespace {

using figures::Drawing;
using figures::Path;
using figures::rgb;

Drawing sample() {
  Drawing drawing(200, 100);
  drawing.fill(Path().rectangle({0, 0, 200, 100}), rgb(0xFFFFFF));
  drawing.fill(Path().circle({50, 50}, 30).circle({50, 50}, 10), {rgb(0xFF0000), rgb(0x0000FF), {20, 50}, {80, 50}});
  drawing.stroke(Path().move_to({0, 0}).line_to({200, 100}), rgb(0x00AA00, 128), 2, {4, 2});
  drawing.set_layer(figures::Layer::labels);
  drawing.text({.at = {100, 50},
                .words = "Қоныс & <Ұлытау>",
                .size = 14,
                .colour = rgb(0x101010),
                .halo = rgb(0xFFFFFF),
                .halo_width = 2});
  return drawing;
}

TEST(Painter, RepeatsItselfToTheByte) {
  const figures::Imprint imprint{"title", "source", "2026-01-31T23:59:59Z"};
  EXPECT_EQ(png_of(paint(sample(), 2), {{"Title", "т"}}, 300), png_of(paint(sample(), 2), {{"Title", "т"}}, 300));
  EXPECT_EQ(pdf_of(sample(), 1, imprint), pdf_of(sample(), 1, imprint));
  EXPECT_EQ(svg_of(sample(), "160mm", "80mm", imprint), svg_of(sample(), "160mm", "80mm", imprint));
}

TEST(Painter, FillsShapesWithHolesEvenOdd) {
  const figures::Raster raster = paint(sample(), 1);
  EXPECT_EQ(raster.row(80)[120], 0xFFFFFFFFU);
  EXPECT_EQ(raster.row(55)[50], 0xFFFFFFFFU) << "the inner circle is a hole";
  EXPECT_NE(raster.row(70)[50], 0xFFFFFFFFU);
}

TEST(Painter, ScalesWithoutMovingAnything) {
  const figures::Raster small = paint(sample(), 1), large = paint(sample(), 3);
  EXPECT_EQ(large.width, 600);
  EXPECT_EQ(large.height, 300);
  EXPECT_EQ(small.row(70)[50] >> 16 & 0xFF, large.row(211)[151] >> 16 & 0xFF);
}

TEST(Svg, KeepsTextAsTextInAnEmbeddedFont) {
  const std::string svg = svg_of(sample(), "200px", "100px", {"title", "source", "date"});
  EXPECT_NE(svg.find(">Қоныс &amp; &lt;Ұлытау&gt;</text>"), std::string::npos);
  EXPECT_EQ(svg.find("</text>"), svg.rfind("</text>")) << "the halo is no second text";
  EXPECT_NE(svg.find("@font-face{font-family:\""), std::string::npos);
  EXPECT_LT(svg.size(), 40'000U) << "the font is cut down to what is used";
}

TEST(Svg, WritesNumbersShort) {
  EXPECT_EQ(figures::short_number(12.5), "12.5");
  EXPECT_EQ(figures::short_number(-3), "-3");
  EXPECT_EQ(figures::short_number(0.0004), "0");
  EXPECT_EQ(figures::short_number(-0.0004), "0");
  EXPECT_EQ(figures::short_number(1.0046), "1.005");
  EXPECT_EQ(figures::short_number(29320), "29320");
}

TEST(Fonts, HoldEveryLetterOfEveryPhraseInEveryLanguage) {
  using world::observers::Phrase;
  for (const auto language : world::observers::languages) {
    for (int p = 0; p < static_cast<int>(Phrase::n_phrases); ++p) {
      std::string words(text(static_cast<Phrase>(p), language));
      std::replace(words.begin(), words.end(), '\n', ' ');  // of tables on the terminal
      for (const figures::Weight weight : {figures::Weight::regular, figures::Weight::bold}) {
        EXPECT_TRUE(figures::font_for(words, weight).covers(words)) << words;
      }
    }
  }
}

TEST(Fonts, CutTextToItsRoomAtWholeLetters) {
  const double room = figures::text_width("Солтүстік Қаз…", 12);
  const std::string cut = figures::fitted("Солтүстік Қазақстан", 12, figures::Weight::regular, room);
  EXPECT_EQ(cut, "Солтүстік Қаз…");
  EXPECT_EQ(figures::fitted("Абай", 12, figures::Weight::regular, room), "Абай");
}

TEST(Fonts, BreakLinesAtSpacesOnly) {
  const std::vector<std::string> lines =
      figures::broken("one two three", 10, figures::Weight::regular, figures::text_width("one two", 10));
  EXPECT_EQ(lines, (std::vector<std::string>{"one two", "three"}));
}

TEST(Fonts, ReadUtf8AndCountBrokenBytesAsReplacements) {
  EXPECT_EQ(figures::code_points("aқ₸").size(), 3U);
  EXPECT_EQ(figures::code_points("aқ₸")[2], U'₸');
  EXPECT_EQ(figures::code_points("\xD2")[0], U'\uFFFD');
}

}  // namespace
