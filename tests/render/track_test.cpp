// Equal shares of a curve are equally long.
#include "render/figures/track.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <stdexcept>

namespace {

using figures::Track;

TEST(Track, StepsOfACurveAreEquallyLongAndAddUpToItsLength) {
  const Track track({10, 10}, {400, -300}, {500, 400});  // sharply bent
  double sum = 0, shortest = 1e9, longest = 0;
  for (int i = 0; i < Track::n_steps; ++i) {
    const double step = std::hypot(track.x()[i + 1] - track.x()[i], track.y()[i + 1] - track.y()[i]);
    shortest = std::min(shortest, step);
    longest = std::max(longest, step);
    sum += step;
  }
  EXPECT_LT(longest / shortest, 1.01);
  EXPECT_NEAR(sum / track.length(), 1, 1e-3);
}

TEST(Track, AStraightLineIsAsLongAsItIs) {
  EXPECT_NEAR(Track({0, 0}, {1.5, 2}, {3, 4}).length(), 5, 1e-9);
  EXPECT_EQ(Track({7, 7}, {7, 7}, {7, 7}).length(), 0);
}

TEST(Track, CurvesThatNoPictureHoldsAreRefused) {
  EXPECT_THROW(Track({0, 0}, {2e6, 0}, {1, 1}), std::invalid_argument);
  EXPECT_THROW(Track({std::numeric_limits<double>::quiet_NaN(), 0}, {0, 0}, {1, 1}), std::invalid_argument);
}

}  // namespace
