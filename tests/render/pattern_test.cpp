// Signs that are told without colour: lines below zero, dots where a sign is
// uncertain, gaps in ribbons of fewer people.
#include <gtest/gtest.h>

#include "render/figures/legend.hpp"
#include "render/figures/streams.hpp"
#include "render/figures/symbols.hpp"

namespace {

using figures::Drawing;
using figures::Element;
using figures::Layer;

const figures::Rings square = {{{0, 0}, {60, 0}, {60, 60}, {0, 60}}};

std::size_t n_strokes(const Drawing& drawing, Layer layer = Layer::ground) {
  std::size_t n = 0;
  for (const Element& element : drawing.elements(layer)) n += std::holds_alternative<figures::Stroke>(element) ? 1 : 0;
  return n;
}

TEST(Pattern, OfValuesBelowZeroIsLinesInsideTheirArea) {
  const figures::Look look = look_of(figures::Theme::light, figures::Style::screen);
  Drawing drawing(100, 100);
  hatch(drawing, square, figures::rgb(0xB35806), look);
  ASSERT_EQ(n_strokes(drawing), 1U);
  const auto& lines = std::get<figures::Stroke>(drawing.elements(Layer::ground).front());
  EXPECT_GE(lines.path.steps().size(), 16U) << "at least eight lines";
  for (const figures::Path::Step& step : lines.path.steps()) {
    EXPECT_TRUE(step.a.x >= -1e-9 && step.a.x <= 60 + 1e-9 && step.a.y >= -1e-9 && step.a.y <= 60 + 1e-9);
  }
}

TEST(Pattern, OfUncertainSignsIsAnotherOne) {
  const figures::Look look = look_of(figures::Theme::dark, figures::Style::screen);
  Drawing drawing(100, 100);
  stipple(drawing, square, figures::rgb(0x2166AC), look);
  EXPECT_EQ(n_strokes(drawing), 0U);
  ASSERT_EQ(drawing.elements(Layer::ground).size(), 1U);
  EXPECT_TRUE(std::holds_alternative<figures::Fill>(drawing.elements(Layer::ground).front()));
}

TEST(Pattern, IsOnTheLegendsClassesBelowZeroAlone) {
  const figures::Look look = look_of(figures::Theme::light, figures::Style::screen);
  const figures::ClassScale classes = figures::around_zero({-30, -8, 1, 9, 40}, look);
  for (int i = 0; i < 7; ++i) EXPECT_EQ(classes.is_below_zero(i), i < 3) << i;
  const auto strokes_of = [&](bool is_signed) {
    Drawing drawing(400, 300);
    draw_legend(drawing, {.classes_title = "t", .classes = classes, .is_signed = is_signed, .ribbons = {}, .notes = {}},
                {0, 0, 400, 300}, 250, {}, look);
    return n_strokes(drawing, Layer::labels);
  };
  EXPECT_EQ(strokes_of(true), strokes_of(false) + 3);
}

TEST(Pattern, OfRibbonsOfFewerPeopleIsGapsAcross) {
  const figures::Look look = look_of(figures::Theme::light, figures::Style::screen);
  const figures::Stream stream{
      .origin = 0, .destination = 1, .people = 50, .start = {0, 0}, .bend = {50, 20}, .end = {100, 0}};
  const figures::WidthScale widths{.people = 100};
  Drawing whole(100, 100), broken(100, 100);
  draw_ribbon(whole, stream, widths, look, {look.gain, look.gain});
  draw_ribbon(broken, stream, widths, look, {.from = look.loss, .to = look.loss, .is_broken = true});
  EXPECT_EQ(n_strokes(whole), 0U);
  EXPECT_EQ(n_strokes(broken), 1U);
}

}  // namespace
