// Scales are round, curves keep clear, labels do not cover each other.
#include <gtest/gtest.h>

#include <cmath>

#include "render/figures/fonts.hpp"
#include "render/figures/scales.hpp"
#include "render/figures/streams.hpp"
#include "render/figures/text_layout.hpp"

namespace {

using figures::Label;
using figures::Point;
using figures::Stream;

TEST(Scales, RoundNumbersAreOneTwoFiveTimesPowersOfTen) {
  EXPECT_EQ(figures::round_below(7), 5);
  EXPECT_EQ(figures::round_below(5), 5);
  EXPECT_EQ(figures::round_below(0.3), 0.2);
  EXPECT_EQ(figures::round_above(21), 50);
  EXPECT_EQ(figures::round_above(20), 20);
  EXPECT_EQ(figures::round_above(0.011), 0.02);
  EXPECT_EQ(figures::round_below(29'320), 20'000);
}

TEST(Scales, TicksCoverTheRangeAtEqualRoundSteps) {
  const std::vector<double> marks = figures::ticks(87, 143, 6);
  EXPECT_LE(marks.front(), 87);
  EXPECT_GE(marks.back(), 143);
  for (std::size_t i = 1; i < marks.size(); ++i) EXPECT_EQ(marks[i] - marks[i - 1], 10);
}

TEST(Scales, ClassesAroundZeroAreSymmetricAndZeroIsNeutral) {
  const auto look = look_of(figures::Theme::light, figures::Style::screen);
  const figures::ClassScale scale = figures::around_zero({-25, -3, -1, 2, 12, 40, -9, 0}, look);
  ASSERT_EQ(scale.edges.size(), 6U);
  for (std::size_t i = 0; i < 3; ++i) EXPECT_EQ(scale.edges[i], -scale.edges[5 - i]);
  EXPECT_EQ(scale.class_of(0), 3);
  EXPECT_EQ(scale.class_of(1e9), 6);
  EXPECT_EQ(scale.class_of(-1e9), 0);
  EXPECT_EQ(figures::around_zero({0, 0}, look).class_of(0), 3);
}

TEST(Scales, ClassesOfMagnitudesHaveNoEmptyOnesBetween) {
  const auto look = look_of(figures::Theme::light, figures::Style::screen);
  const std::vector<double> values = {1.2, 3, 4, 7, 11, 18, 1300, 2400, 3900};
  const figures::ClassScale scale = figures::of_magnitudes(values, look);
  std::vector<int> n(scale.colours.size(), 0);
  for (const double value : values) ++n[static_cast<std::size_t>(scale.class_of(value))];
  for (const int in_class : n) EXPECT_GT(in_class, 0);
  EXPECT_LE(scale.edges.size(), 6U);
}

TEST(Streams, AreRankedByPeopleAndThenByPlace) {
  const std::vector<Stream> streams = figures::ranked_streams({0, 5, 7, 5, 9, 0, 1, 5, 0}, 3);
  ASSERT_EQ(streams.size(), 5U);
  EXPECT_EQ(streams[0].people, 7);
  EXPECT_EQ(streams[1].origin, 0);
  EXPECT_EQ(streams[2].origin, 1);
  EXPECT_EQ(streams[3].origin, 2);
  EXPECT_EQ(streams[4].people, 1);
}

TEST(Streams, OfOppositeDirectionsBendApartAndEndOutsideTheSymbols) {
  const std::vector<Point> anchors = {{100, 100}, {400, 120}};
  const std::vector<double> radii = {10, 20};
  std::vector<Stream> streams = {{.origin = 0, .destination = 1, .people = 1},
                                 {.origin = 1, .destination = 0, .people = 1}};
  figures::lay_out(streams, anchors, radii);
  EXPECT_LT(along(streams[0], 0.5).y, 110 - 20);
  EXPECT_GT(along(streams[1], 0.5).y, 110 + 20);
  const auto far = [](Point a, Point b) { return std::hypot(a.x - b.x, a.y - b.y); };
  EXPECT_NEAR(far(streams[0].start, anchors[0]), 11, 0.5);
  EXPECT_NEAR(far(streams[0].end, anchors[1]), 21, 0.5);
}

TEST(Streams, KeepOffPlacesBetweenThem) {
  std::vector<Point> anchors = {{0, 200}, {600, 200}, {300, 122}};  // the third right on the curve
  const std::vector<double> radii = {5, 5, 12};
  std::vector<Stream> streams = {{.origin = 0, .destination = 1, .people = 1}};
  figures::lay_out(streams, anchors, radii);
  for (double t = 0; t <= 1; t += 0.02) {
    const Point p = along(streams[0], t);
    EXPECT_GT(std::hypot(p.x - 300, p.y - 122), 12);
  }
}

TEST(Streams, WidthsAreLinearInPeopleWithAFloor) {
  const figures::WidthScale widths{.people = 1000, .widest = 14, .thinnest = 1};
  EXPECT_EQ(widths.width(1000), 14);
  EXPECT_EQ(widths.width(500), 7);
  EXPECT_EQ(widths.width(1), 1);
}

TEST(Labels, KeepOffEachOtherAndOffTheSymbolsWhereThereIsRoom) {
  std::vector<Label> labels;
  for (int i = 0; i < 6; ++i) {
    Label label{.place = {100.0 + 40 * i, 200.0 + 10 * (i % 2)},
                .radius = 6,
                .may_cover_place = false,
                .importance = static_cast<double>(i),
                .lines = {}};
    label.lines.push_back({.words = "Region " + std::to_string(i), .size = 12});
    labels.push_back(label);
  }
  place_labels(labels, {}, {0, 0, 800, 400});
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const figures::Box box = text_box(labels[i].lines[0]);
    EXPECT_FALSE(box.contains(labels[i].place));
    for (std::size_t j = 0; j < i; ++j) EXPECT_FALSE(box.overlaps(text_box(labels[j].lines[0]))) << i << " " << j;
  }
}

TEST(Labels, StayOnThePage) {
  std::vector<Label> labels(1);
  labels[0] = {.place = {395, 5},
               .radius = 4,
               .may_cover_place = false,
               .importance = 1,
               .lines = {{.words = "Восточно-Казахстанская", .size = 12}}};
  place_labels(labels, {}, {0, 0, 400, 300});
  const figures::Box box = text_box(labels[0].lines[0]);
  EXPECT_GE(box.left, 0);
  EXPECT_LE(box.right, 400.5);
}

}  // namespace
