// Shapes are what they are called: a circle is round, a polygon closes.
#include "render/figures/drawing.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace {

using figures::Path;
using figures::Point;

TEST(Drawing, ACircleLeavesItsRadiusByLessThanAThousandth) {
  Path path;
  path.circle({10, 20}, 5);
  Point last;
  for (const Path::Step& step : path.steps()) {
    if (step.kind == Path::Kind::curve) {
      for (double t = 0; t <= 1; t += 0.1) {
        const double u = 1 - t;
        const auto along = [&](double Point::*axis) {
          return u * u * u * (last.*axis) + 3 * u * u * t * (step.a.*axis) + 3 * u * t * t * (step.b.*axis) +
                 t * t * t * (step.c.*axis);
        };
        EXPECT_NEAR(std::hypot(along(&Point::x) - 10, along(&Point::y) - 20), 5, 0.005);
      }
      last = step.c;
    } else {
      last = step.a;
    }
  }
}

TEST(Drawing, GroundLiesBelowLabelsWhateverTheOrderTheyWereAddedIn) {
  figures::Drawing drawing(100, 100);
  drawing.set_layer(figures::Layer::labels);
  drawing.text({.at = {0, 0}, .words = "above"});
  drawing.set_layer(figures::Layer::ground);
  drawing.text({.at = {0, 0}, .words = "below"});
  EXPECT_EQ(drawing.words(), (std::vector<std::string>{"below", "above"}));
}

}  // namespace
