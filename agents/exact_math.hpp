// Own exp, log, pow, logistic and sin(pi x), for every draw and table: a result
// is the same bits on any processor and with any instruction set, because only
// + - * /, comparisons and integer operations on the bits are used. The C
// library picks its code by processor, so two nodes of a cluster could differ.
//
// Needs a build without contraction and without fast-math (-ffp-contract=off).
// No branches, calls or 64-bit integer conversions: gcc -O3 -fno-trapping-math
// vectorises a plain loop over an array, 1 to 4 ns a value instead of 5 to 6 in
// the C library. Coefficients: own minimax fits (Remez, 250 bits).
#pragma once

#include <bit>
#include <cstdint>
#include <limits>

#ifdef __FAST_MATH__
#error "exact_math.hpp needs IEEE arithmetic: build without -ffast-math"
#endif

namespace agents {

static_assert(std::numeric_limits<double>::is_iec559);

inline constexpr double exact_exp_lowest = -708.0;  // below it exact_exp is 0
inline constexpr double exact_exp_highest = 709.0;  // above it exact_exp stays at exp(709), 8.2e307
inline constexpr double exact_log_lowest = std::numeric_limits<double>::min();   // 2.2e-308
inline constexpr double exact_log_highest = std::numeric_limits<double>::max();  // 1.8e308

namespace exact_math_detail {
inline constexpr double ln2_high = 0x1.62e42fefa3800p-1;  // 42 bits: its product with any exponent is exact
inline constexpr double ln2_low = 0x1.ef35793c76730p-45;
inline constexpr double round_to_integer = 0x1.8p52;  // added, it leaves the nearest integer in the low bits
inline constexpr std::uint64_t exponent_field_as_double = 0x4330'0000'0000'0000U;  // bits of 2^52
}  // namespace exact_math_detail

/// e to the power x.
/// Relative error at most 2e-16 (about 1 unit in the last place) for x in
/// [-708, 709]; exp(0) is 1. Below -708, and at -infinity, exactly 0; above 709,
/// and at +infinity, the finite value of exp(709). Not-a-number stays so.
[[nodiscard]] inline double exact_exp(double x) {
  using namespace exact_math_detail;
  const double above = x < exact_exp_lowest ? exact_exp_lowest : x;
  const double inside = above > exact_exp_highest ? exact_exp_highest : above;

  // x = k ln 2 + r with k whole and |r| <= ln 2 / 2
  const double shifted = inside * 0x1.71547652b82fep+0 + round_to_integer;
  const double k = shifted - round_to_integer;
  const double r = (inside - k * ln2_high) - k * ln2_low;

  // exp(r) = 1 + r + r² q(r)
  const double r2 = r * r;
  const double r4 = r2 * r2;
  const double q_low =
      (0x1.0000000000000p-1 + r * 0x1.555555555555bp-3) + r2 * (0x1.5555555555503p-5 + r * 0x1.111111110ec5dp-7);
  const double q_middle =
      (0x1.6c16c16c304a0p-10 + r * 0x1.a01a01b37e2dap-13) + r2 * (0x1.a01a01368ac59p-16 + r * 0x1.71ddf020e130ep-19);
  const double q_high = (0x1.27e5b44ea897dp-22 + r * 0x1.af6be7c997a89p-26) + r2 * 0x1.1e3d21e5ae5e3p-29;
  const double q = q_low + r4 * (q_middle + r4 * q_high);
  const double exp_r = 1.0 + (r + r2 * q);

  // times 2^k: the low bits of `shifted` hold k, which is added to the exponent field
  const std::uint64_t scaled = std::bit_cast<std::uint64_t>(exp_r) + (std::bit_cast<std::uint64_t>(shifted) << 52U);
  const double result = std::bit_cast<double>(scaled);
  return x < exact_exp_lowest ? 0.0 : result;
}

/// Natural logarithm of x.
/// Relative error at most 2e-16 (about 1 unit in the last place) for x in
/// [2.2e-308, 1.8e308]; log(1) is 0. Meant for x > 0: zero, negative and
/// subnormal x count as 2.2e-308 and give -708.4; +infinity counts as the
/// largest finite number and gives 709.8. Not-a-number stays so.
[[nodiscard]] inline double exact_log(double x) {
  using namespace exact_math_detail;
  constexpr std::uint64_t one = 0x3ff0'0000'0000'0000U;
  constexpr std::uint64_t sqrt_half = 0x3fe6'a09e'0000'0000U;
  constexpr std::uint64_t mantissa = 0x000f'ffff'ffff'ffffU;
  const double above = x < exact_log_lowest ? exact_log_lowest : x;
  const double inside = above > exact_log_highest ? exact_log_highest : above;

  // x = 2^k (1 + f) with 1 + f between sqrt(1/2) and sqrt(2)
  const std::uint64_t bits = std::bit_cast<std::uint64_t>(inside) + (one - sqrt_half);
  const double k = std::bit_cast<double>((bits >> 52U) | exponent_field_as_double) - (0x1p52 + 1023.0);
  const double f = std::bit_cast<double>((bits & mantissa) + sqrt_half) - 1.0;

  // log(1 + f) = f - f²/2 + s (f²/2 + R(s²)) with s = f / (2 + f)
  const double s = f / (2.0 + f);
  const double z = s * s;
  const double z2 = z * z;
  const double r_low =
      (0x1.5555555555592p-1 + z * 0x1.999999997fd78p-2) + z2 * (0x1.24924941f4f17p-2 + z * 0x1.c71c52060f01ep-3);
  const double r_high = (0x1.74663fa0d4fcbp-3 + z * 0x1.39a1a7170bcecp-3) + z2 * 0x1.2f0633556de4dp-3;
  const double rest = z * (r_low + (z2 * z2) * r_high);
  const double half_square = 0.5 * f * f;
  const double result = k * ln2_high - ((half_square - (s * (half_square + rest) + k * ln2_low)) - f);
  return x != x ? x : result;
}

/// Base to the power exponent, as exp(exponent × log(base)), for base > 0.
/// Relative error at most 4e-16 × (1 + |exponent × log(base)|): a few units in
/// the last place for ordinary elasticities, 3e-13 at the ends of the range.
/// pow(1, e) and pow(b, 0) are exactly 1; pow(b, 1) may differ from b in its last
/// bits. Outside the range it saturates as exact_exp and exact_log do, so a base
/// of zero counts as 2.2e-308: write zero yourself where zero is meant.
[[nodiscard]] inline double exact_pow(double base, double exponent) { return exact_exp(exponent * exact_log(base)); }

/// 1 / (1 + exp(-x)), between 1.2e-308 (x <= -709) and 1 (x >= 37); 1/2 at 0.
/// Relative error at most 4e-16 (2 units in the last place).
[[nodiscard]] inline double logistic(double x) { return 1.0 / (1.0 + exact_exp(-x)); }

/// sin(pi x) for x in [0, 1]; outside it the result means nothing.
/// Relative error at most 3e-16 (2 units in the last place); exactly 0 at both
/// ends, 1 at one half, and the same at x and 1 - x.
[[nodiscard]] inline double exact_sin_pi(double x) {
  const double mirrored = 1.0 - x;
  const double t = x < mirrored ? x : mirrored;

  // up to one quarter: sin(pi t) = t (pi + t² p(t²))
  const double z = t * t;
  const double z2 = z * z;
  const double p =
      ((-0x1.4abbce625be46p+2 + z * 0x1.466bc67758caep+1) + z2 * (-0x1.32d2cce323c4cp-1 + z * 0x1.5078300beaaf8p-4)) +
      (z2 * z2) * (-0x1.e300983fe3212p-8 + z * 0x1.e3ff0771078f9p-12);
  const double near_zero = t * 0x1.921fb54442d18p+1 + t * (0x1.1a62633145c07p-53 + z * p);

  // from one quarter: cos(pi w) = 1 + w² c(w²) with w = 1/2 - t
  const double w = 0.5 - t;
  const double y = w * w;
  const double y2 = y * y;
  const double c =
      ((-0x1.3bd3cc9be45dep+2 + y * 0x1.03c1f081b5aaep+2) + y2 * (-0x1.55d3c7e3c927ap+0 + y * 0x1.e1f506836717ap-3)) +
      (y2 * y2) * ((-0x1.a6d1ec7d8f7bep-6 + y * 0x1.f9cc404ae6439p-10) + y2 * -0x1.b263a54259922p-14);
  const double near_half = 1.0 + y * c;
  return t < 0.25 ? near_zero : near_half;
}

}  // namespace agents
