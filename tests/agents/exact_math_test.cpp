// exact_exp, exact_log, exact_pow, logistic and exact_sin_pi against the C
// library in long double (64 bits of mantissa), and against bits seen before.
#include "agents/exact_math.hpp"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <numbers>
#include <random>
#include <string>
#include <vector>

namespace agents {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();
constexpr int n_random = 400'000;

/// `n` points from low to high, both included.
std::vector<double> grid(double low, double high, int n) {
  std::vector<double> points;
  for (int i = 0; i < n; ++i) points.push_back(low + (high - low) * i / (n - 1));
  return points;
}

/// Random points of a fixed seed, uniform in [low, high).
std::vector<double> random_points(double low, double high, std::uint64_t seed) {
  std::mt19937_64 generator(seed);
  std::vector<double> points;
  for (int i = 0; i < n_random; ++i) {
    points.push_back(low + (high - low) * static_cast<double>(generator() >> 11) * 0x1p-53);
  }
  return points;
}

/// Random positive normal numbers, uniform in their bits: every size alike.
std::vector<double> random_positive_numbers(std::uint64_t seed) {
  std::mt19937_64 generator(seed);
  const std::uint64_t first = std::bit_cast<std::uint64_t>(exact_log_lowest);
  const std::uint64_t last = std::bit_cast<std::uint64_t>(exact_log_highest);
  std::vector<double> points;
  for (int i = 0; i < n_random; ++i) points.push_back(std::bit_cast<double>(first + generator() % (last - first)));
  return points;
}

double relative_error(double found, long double exact) {
  if (exact == 0) return std::fabs(found);
  return static_cast<double>(std::fabs((static_cast<long double>(found) - exact) / exact));
}

/// Expects found(x) within `bound` (relative) of exact(x) at each point; reports the worst.
template <class Found, class Exact>
void expect_close(const std::vector<double>& points, double bound, Found found, Exact exact) {
  double worst = 0;
  double worst_at = 0;
  for (const double x : points) {
    const double error = relative_error(found(x), exact(static_cast<long double>(x)));
    if (error > worst || std::isnan(error)) {
      worst = error;
      worst_at = x;
    }
  }
  EXPECT_LE(worst, bound) << "worst at " << std::hexfloat << worst_at;
}

template <class Function>
void expect_never_falls(double low, double high, int n, Function function) {
  double before = function(low);
  for (const double x : grid(low, high, n)) {
    const double now = function(x);
    ASSERT_GE(now, before) << "at " << std::hexfloat << x;
    before = now;
  }
}

const auto exp_of = [](long double x) { return std::exp(x); };
const auto log_of = [](long double x) { return std::log(x); };
const auto logistic_of = [](long double x) { return 1 / (1 + std::exp(-x)); };
const auto sin_pi_of = [](long double x) {
  const long double nearest = x < 0.5L ? x : 1 - x;
  return std::sin(std::numbers::pi_v<long double> * nearest);
};

TEST(ExactExp, StaysWithinItsBoundOverItsWholeRange) {
  expect_close(grid(-708, 709, 500'001), 2e-16, exact_exp, exp_of);
  expect_close(random_points(-708, 709, 1), 2e-16, exact_exp, exp_of);
}

TEST(ExactExp, StaysWithinItsBoundNearZero) {
  expect_close(grid(-1, 1, 500'001), 2e-16, exact_exp, exp_of);
  expect_close(random_points(-1e-6, 1e-6, 2), 2e-16, exact_exp, exp_of);
}

TEST(ExactExp, NeverFallsWhereTheArgumentRises) {
  expect_never_falls(-709, 710, 1'000'001, exact_exp);
  expect_never_falls(-1, 1, 1'000'001, exact_exp);
}

TEST(ExactExp, IsOneAtZero) {
  EXPECT_EQ(exact_exp(0.0), 1.0);
  EXPECT_EQ(exact_exp(-0.0), 1.0);
}

TEST(ExactExp, IsZeroBelowItsRangeAndFiniteAboveIt) {
  EXPECT_EQ(exact_exp(std::nextafter(exact_exp_lowest, -infinity)), 0.0);
  EXPECT_EQ(exact_exp(-infinity), 0.0);
  EXPECT_GT(exact_exp(exact_exp_lowest), 0.0);
  EXPECT_EQ(exact_exp(infinity), exact_exp(exact_exp_highest));
  EXPECT_EQ(exact_exp(1e9), exact_exp(exact_exp_highest));
  EXPECT_TRUE(std::isfinite(exact_exp(infinity)));
}

TEST(ExactExp, KeepsNotANumber) { EXPECT_TRUE(std::isnan(exact_exp(not_a_number))); }

TEST(ExactLog, StaysWithinItsBoundOverItsWholeRange) {
  expect_close(random_positive_numbers(3), 2e-16, exact_log, log_of);
  expect_close(grid(1e-9, 10, 500'001), 2e-16, exact_log, log_of);
}

TEST(ExactLog, StaysWithinItsBoundNearOneWhereItPassesZero) {
  expect_close(grid(0.5, 2, 500'001), 2e-16, exact_log, log_of);
  expect_close(random_points(1 - 1e-3, 1 + 1e-3, 4), 2e-16, exact_log, log_of);
  expect_close({1 - 0x1p-53, 1 + 0x1p-52, 1 - 0x1p-40, 1 + 0x1p-40}, 2e-16, exact_log, log_of);
}

TEST(ExactLog, StaysWithinItsBoundOnEveryUniformThatADrawCanGive) {
  expect_close(random_points(0x1p-53, 1, 5), 2e-16, exact_log, log_of);
  expect_close({0x1p-53, 0x1p-54, 0x1p-64, 1 - 0x1p-53}, 2e-16, exact_log, log_of);
}

TEST(ExactLog, NeverFallsWhereTheArgumentRises) {
  expect_never_falls(1e-9, 4, 1'000'001, exact_log);
  expect_never_falls(0.5, 2, 1'000'001, exact_log);
  expect_never_falls(1e10, 1e15, 1'000'001, exact_log);
}

TEST(ExactLog, IsZeroAtOne) { EXPECT_EQ(exact_log(1.0), 0.0); }

TEST(ExactLog, CountsWhatIsTooSmallAsTheSmallestAndInfinityAsTheLargest) {
  EXPECT_EQ(exact_log(0.0), exact_log(exact_log_lowest));
  EXPECT_EQ(exact_log(-5.0), exact_log(exact_log_lowest));
  EXPECT_EQ(exact_log(std::numeric_limits<double>::denorm_min()), exact_log(exact_log_lowest));
  EXPECT_EQ(exact_log(infinity), exact_log(exact_log_highest));
  EXPECT_NEAR(exact_log(exact_log_lowest), -708.396, 0.001);
  EXPECT_NEAR(exact_log(exact_log_highest), 709.783, 0.001);
}

TEST(ExactLog, KeepsNotANumber) { EXPECT_TRUE(std::isnan(exact_log(not_a_number))); }

TEST(ExactPow, StaysWithinItsBoundForAnyBaseAndExponent) {
  std::mt19937_64 generator(6);
  const auto uniform = [&] { return static_cast<double>(generator() >> 11) * 0x1p-53; };
  for (int i = 0; i < n_random; ++i) {
    const double base = std::exp(-20 + 40 * uniform());
    const double exponent = -30 + 60 * uniform();
    const long double exact = std::pow(static_cast<long double>(base), static_cast<long double>(exponent));
    const double bound = 4e-16 * (1 + std::fabs(exponent * std::log(base)));
    ASSERT_LE(relative_error(exact_pow(base, exponent), exact), bound) << base << " to the power " << exponent;
  }
}

TEST(ExactPow, IsOneForBaseOneAndForExponentZero) {
  EXPECT_EQ(exact_pow(1.0, 123.456), 1.0);
  EXPECT_EQ(exact_pow(1.0, -7.0), 1.0);
  EXPECT_EQ(exact_pow(123.456, 0.0), 1.0);
  EXPECT_EQ(exact_pow(0.0, 0.0), 1.0);
}

TEST(ExactPow, IsNearlyZeroForBaseZeroAndAPositiveExponent) {
  EXPECT_LT(exact_pow(0.0, 0.5), 1e-150);
  EXPECT_EQ(exact_pow(0.0, 1.5), 0.0);
}

TEST(Logistic, StaysWithinItsBound) {
  expect_close(grid(-700, 700, 500'001), 4e-16, logistic, logistic_of);
  expect_close(grid(-5, 5, 500'001), 4e-16, logistic, logistic_of);
}

TEST(Logistic, StaysBetweenZeroAndOneAndNeverFalls) {
  expect_never_falls(-720, 60, 1'000'001, logistic);
  EXPECT_EQ(logistic(0.0), 0.5);
  EXPECT_EQ(logistic(infinity), 1.0);
  EXPECT_GT(logistic(-infinity), 0.0);
  EXPECT_LT(logistic(-infinity), 1e-307);
}

TEST(ExactSinPi, StaysWithinItsBound) {
  expect_close(grid(0, 1, 500'001), 3e-16, exact_sin_pi, sin_pi_of);
  expect_close(random_points(0, 1, 7), 3e-16, exact_sin_pi, sin_pi_of);
  expect_close(random_points(0, 1e-9, 8), 3e-16, exact_sin_pi, sin_pi_of);
}

TEST(ExactSinPi, IsExactAtTheEndsAndInTheMiddle) {
  EXPECT_EQ(exact_sin_pi(0.0), 0.0);
  EXPECT_EQ(exact_sin_pi(1.0), 0.0);
  EXPECT_EQ(exact_sin_pi(0.5), 1.0);
}

TEST(ExactSinPi, RisesToTheMiddleAndMirrorsThere) {
  expect_never_falls(0, 0.5, 1'000'001, exact_sin_pi);
  for (int i = 0; i <= 1024; ++i) {
    const double x = i / 1024.0;
    ASSERT_EQ(exact_sin_pi(x), exact_sin_pi(1 - x)) << x;
  }
}

TEST(ExactMath, GivesTheSameBitsInAVectorisedLoopAsOneByOne) {
  constexpr int n = 4096;
  const std::vector<double> points = random_points(-30, 30, 9);
  std::vector<double> in_loop(n);
  for (std::size_t i = 0; i < n; ++i) in_loop[i] = exact_log(exact_exp(points[i])) + logistic(points[i]);
  for (std::size_t i = 0; i < n; ++i) {
    const volatile double alone = points[i];
    const volatile double exp_alone = exact_exp(alone);
    const volatile double log_alone = exact_log(exp_alone);
    const volatile double logistic_alone = logistic(alone);
    ASSERT_EQ(in_loop[i], log_alone + logistic_alone) << points[i];
  }
}

/// A result seen before. It may change only with the function itself.
struct KnownBits {
  const char* call;
  double found;
  std::uint64_t bits;
};

TEST(ExactMath, GivesTheBitsItGaveBefore) {
  const KnownBits known[] = {
      {"exact_exp(-708.0)", exact_exp(-708.0), 0x0017'c8ab'2288'c9acU},
      {"exact_exp(-345.678)", exact_exp(-345.678), 0x20c3'971a'6744'4e9dU},
      {"exact_exp(-1.0)", exact_exp(-1.0), 0x3fd7'8b56'362c'ef38U},
      {"exact_exp(-1e-9)", exact_exp(-1e-9), 0x3fef'ffff'ff76'8fa1U},
      {"exact_exp(0.0)", exact_exp(0.0), 0x3ff0'0000'0000'0000U},
      {"exact_exp(0.1)", exact_exp(0.1), 0x3ff1'aec7'b35a'00d4U},
      {"exact_exp(0.34657)", exact_exp(0.34657), 0x3ff6'a099'138a'089cU},
      {"exact_exp(1.0)", exact_exp(1.0), 0x4005'bf0a'8b14'576aU},
      {"exact_exp(2.5)", exact_exp(2.5), 0x4028'5d6f'd931'e0bbU},
      {"exact_exp(123.456)", exact_exp(123.456), 0x4b11'428e'1cbc'0143U},
      {"exact_exp(709.0)", exact_exp(709.0), 0x7fdd'422d'2be5'dc9bU},
      {"exact_log(2.2250738585072014e-308)", exact_log(2.2250738585072014e-308), 0xc086'232b'dd7a'bcd2U},
      {"exact_log(1e-300)", exact_log(1e-300), 0xc085'9634'47f8'7fb5U},
      {"exact_log(0.001)", exact_log(0.001), 0xc01b'a18a'998f'ffa0U},
      {"exact_log(0.70710678)", exact_log(0.70710678), 0xbfd6'2e43'00c7'7ae8U},
      {"exact_log(0.999999)", exact_log(0.999999), 0xbeb0'c6f8'2d74'd230U},
      {"exact_log(1.0)", exact_log(1.0), 0x0000'0000'0000'0000U},
      {"exact_log(1.0000001)", exact_log(1.0000001), 0x3e7a'd7f2'847b'6492U},
      {"exact_log(1.4142136)", exact_log(1.4142136), 0x3fd6'2e43'1b8b'b196U},
      {"exact_log(2.0)", exact_log(2.0), 0x3fe6'2e42'fefa'39efU},
      {"exact_log(10.0)", exact_log(10.0), 0x4002'6bb1'bbb5'5516U},
      {"exact_log(1e300)", exact_log(1e300), 0x4085'9634'47f8'7fb5U},
      {"logistic(-700.0)", logistic(-700.0), 0x00d1'4f2b'0fb9'307fU},
      {"logistic(-3.0)", logistic(-3.0), 0x3fa8'4834'3c90'5445U},
      {"logistic(-0.01)", logistic(-0.01), 0x3fdf'd70a'53cf'34b0U},
      {"logistic(0.0)", logistic(0.0), 0x3fe0'0000'0000'0000U},
      {"logistic(0.7)", logistic(0.7), 0x3fe5'61cb'52a1'9476U},
      {"logistic(30.0)", logistic(30.0), 0x3fef'ffff'ffff'fcb6U},
      {"exact_sin_pi(0.0)", exact_sin_pi(0.0), 0x0000'0000'0000'0000U},
      {"exact_sin_pi(1e-6)", exact_sin_pi(1e-6), 0x3eca'5a84'd380'44d3U},
      {"exact_sin_pi(0.1)", exact_sin_pi(0.1), 0x3fd3'c6ef'372f'e94fU},
      {"exact_sin_pi(0.2499)", exact_sin_pi(0.2499), 0x3fe6'9ecc'7508'd371U},
      {"exact_sin_pi(0.25)", exact_sin_pi(0.25), 0x3fe6'a09e'667f'3bcdU},
      {"exact_sin_pi(0.3333)", exact_sin_pi(0.3333), 0x3feb'b60d'174c'e7e6U},
      {"exact_sin_pi(0.5)", exact_sin_pi(0.5), 0x3ff0'0000'0000'0000U},
      {"exact_sin_pi(0.9)", exact_sin_pi(0.9), 0x3fd3'c6ef'372f'e94fU},
      {"exact_pow(0.3, 0.7)", exact_pow(0.3, 0.7), 0x3fdb'8d80'9c61'5f41U},
      {"exact_pow(1.0, 123.0)", exact_pow(1.0, 123.0), 0x3ff0'0000'0000'0000U},
      {"exact_pow(2.0, 0.5)", exact_pow(2.0, 0.5), 0x3ff6'a09e'667f'3bccU},
      {"exact_pow(2.0, 10.0)", exact_pow(2.0, 10.0), 0x4090'0000'0000'0000U},
      {"exact_pow(7.5, -1.3)", exact_pow(7.5, -1.3), 0x3fb2'a632'4c7e'87ceU},
      {"exact_pow(1e-9, 0.25)", exact_pow(1e-9, 0.25), 0x3f77'0893'8024'1ee0U},
      {"exact_pow(250000.0, 1.5)", exact_pow(250000.0, 1.5), 0x419d'cd65'0000'0007U},
  };
  for (const KnownBits& one : known) {
    EXPECT_EQ(std::bit_cast<std::uint64_t>(one.found), one.bits) << one.call << " = " << std::hexfloat << one.found;
  }
}

/// A fingerprint of the function's bits on a dense grid.
template <class Function>
std::uint64_t fingerprint(double low, double high, Function function) {
  std::uint64_t hash = 0;
  for (const double x : grid(low, high, 100'001)) {
    hash = (hash ^ std::bit_cast<std::uint64_t>(function(x))) * 0x9e37'79b9'7f4a'7c15U;
    hash ^= hash >> 29U;
  }
  return hash;
}

TEST(ExactMath, GivesTheBitsItGaveBeforeOnDenseGrids) {
  EXPECT_EQ(fingerprint(-710, 711, exact_exp), 0x462c'a3f7'aa0b'a164U);
  EXPECT_EQ(fingerprint(-3, 3, exact_exp), 0x137c'5491'05ac'de62U);
  EXPECT_EQ(fingerprint(1e-6, 20, exact_log), 0x42d3'0f14'6b0e'89f9U);
  EXPECT_EQ(fingerprint(1e-6, 20, [](double x) { return exact_pow(x, 0.37); }), 0xf708'9908'369e'96cbU);
  EXPECT_EQ(fingerprint(-40, 40, logistic), 0x107b'b861'38da'c3cfU);
  EXPECT_EQ(fingerprint(0, 1, exact_sin_pi), 0x7403'd90b'a480'4e43U);
}

}  // namespace
}  // namespace agents
