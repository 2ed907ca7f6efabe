// Bounds for counts of random events, and dice for tests. A test with a fixed
// seed either always passes or always fails; the bounds say that a right
// program passes nearly every seed and a wrong one nearly none.
#pragma once

#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>
#include <random>

namespace agents::testing {

/// Five standard errors: one right program in 1.7 million is refused.
inline constexpr double far_out = 5;

/// The largest chi-square of `freedom` degrees that luck explains at `z`
/// standard errors of a normal variable (Wilson and Hilferty 1931).
inline double chi_square_bound(double freedom, double z) {
  const double part = 2 / (9 * freedom);
  const double root = 1 - part + z * std::sqrt(part);
  return freedom * root * root * root;
}

/// Expects `hits` of `trials` with probability `p` each, within five standard
/// errors and one more event. At 0 and 1 there is no luck.
inline void expect_share(double hits, double trials, double p, double z = far_out) {
  const double bound = p <= 0 || p >= 1 ? 0 : z * std::sqrt(trials * p * (1 - p)) + 1;
  EXPECT_LE(std::fabs(hits - trials * p), bound) << hits << " of " << trials << ", expected share " << p;
}

/// Random numbers of a fixed seed for building cases; never the generator under test.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : generator_(seed) {}
  std::uint64_t bits() { return generator_(); }
  /// An integer in 0 … n−1.
  int below(int n) { return static_cast<int>(generator_() % static_cast<std::uint64_t>(n)); }
  /// A number in [0, 1).
  double uniform() { return static_cast<double>(generator_() >> 11) * 0x1p-53; }
  bool lands(double probability) { return uniform() < probability; }

 private:
  std::mt19937_64 generator_;
};

}  // namespace agents::testing
