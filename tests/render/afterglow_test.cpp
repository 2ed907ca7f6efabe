// Light lands where the dot is, fades, and never overflows.
#include "render/figures/afterglow.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace {

using figures::Afterglow;
using figures::Brush;
using figures::Spark;
using figures::SparkBands;
using figures::Workers;

/// A layer of 100 × 80 with one spark after another.
class AfterglowTest : public testing::Test {
 protected:
  void add(const Spark& spark, std::uint16_t keep = 65535, double radius = 1, int n_sub_steps = 1) {
    sparks.clear();
    sparks.add(spark, n_sub_steps, 0);
    layer.advance(keep, n_sub_steps, Brush(radius), sparks, workers);
  }
  int from(int x, int y) const { return layer.pairs(x, y)[0]; }
  int to(int x, int y) const { return layer.pairs(x, y)[1]; }
  double sum() const {
    double all = 0;
    for (int y = 0; y < 80; ++y) {
      for (int x = 0; x < 100; ++x) all += from(x, y);
    }
    return all;
  }

  Workers workers{2};
  SparkBands sparks{100, 80, 2};
  Afterglow layer{100, 80};
};

TEST_F(AfterglowTest, ADotBetweenPixelsSharesItsLightByNearness) {
  add({.x = 50 * 256 + 64, .y = 31 * 256 + 128, .from_light = 1000, .to_light = 400});  // rows 31 and 32: two bands
  EXPECT_NEAR(from(50, 31), 375, 2);
  EXPECT_NEAR(from(51, 31), 125, 2);
  EXPECT_NEAR(from(50, 32), 375, 2);
  EXPECT_NEAR(to(51, 32), 50, 2);
  EXPECT_NEAR(sum(), 1000, 8);
  EXPECT_EQ(from(49, 31) + from(52, 31) + from(50, 30) + from(50, 33), 0);
}

TEST_F(AfterglowTest, AWiderBrushGivesALineThatIsAsBrightAndWider) {
  for (const double radius : {1.0, 1.4, 2.0}) {
    layer.clear();
    for (int step = 0; step < 160; ++step)
      add({.x = 2560 + step * 128, .y = 40 * 256, .from_light = 500}, 65535, radius);
    EXPECT_NEAR(from(50, 40), 1000, 160) << radius;  // 65,535 / 65,536 is lost in every frame
    EXPECT_NEAR(from(50, 41), 1000 * (1 - 1 / radius), 100) << radius;
  }
}

TEST_F(AfterglowTest, LightFadesByWhatItKeepsAndDarkTilesAreForgotten) {
  add({.x = 50 * 256, .y = 40 * 256, .from_light = 1000});
  const int bright = from(50, 40);
  add({.x = -9999999, .y = 0}, 32768);
  EXPECT_EQ(from(50, 40), bright / 2);
  EXPECT_TRUE(layer.is_lit(40 / Afterglow::tile_height, (50 + 4) / Afterglow::tile_width));
  for (int frame = 0; frame < 12; ++frame) add({.x = -9999999, .y = 0}, 32768);
  for (int row = 0; row < layer.n_tile_rows(); ++row) {
    for (int column = 0; column < layer.n_tile_columns(); ++column) EXPECT_FALSE(layer.is_lit(row, column));
  }
}

TEST_F(AfterglowTest, SumsStopAtTheirMaximumAndDoNotSpillIntoTheOtherColour) {
  for (int i = 0; i < 5; ++i) add({.x = 50 * 256, .y = 40 * 256, .from_light = 60000, .to_light = 1});
  EXPECT_EQ(from(50, 40), 65535);
  EXPECT_LE(to(50, 40), 5);
}

TEST_F(AfterglowTest, DotsOnTheEdgeLightThePixelsInsideAndFarOnesNone) {
  add({.x = -128, .y = -128, .from_light = 1000});
  EXPECT_NEAR(from(0, 0), 250, 2);
  add({.x = 99 * 256 + 128, .y = 79 * 256 + 128, .from_light = 1000});
  EXPECT_NEAR(from(99, 79), 250, 2);
  const double before = sum();
  for (const int far : {-1000 * 256, -3 * 256, 103 * 256, 1000 * 256}) {
    add({.x = far, .y = 40 * 256, .from_light = 1000}, 65535, 2);
    add({.x = 40 * 256, .y = far, .from_light = 1000}, 65535, 2);
  }
  EXPECT_NEAR(sum(), before, 20);
}

TEST_F(AfterglowTest, SubStepsLieBehindTheDot) {
  add({.x = 50 * 256, .y = 40 * 256, .dx = 512, .dy = 256, .from_light = 1000}, 65535, 1, 3);
  EXPECT_NEAR(from(50, 40), 1000, 2);
  EXPECT_NEAR(from(48, 39), 1000, 2);
  EXPECT_NEAR(from(46, 38), 1000, 2);
}

TEST(Brush, HasARadiusOfOneToTwoPixels) {
  EXPECT_THROW(Brush(0.9), std::invalid_argument);
  EXPECT_THROW(Brush(2.1), std::invalid_argument);
}

}  // namespace
