// What a few pairs of runs say about a difference: mean, 90 % interval, ratio of
// two means. Pure functions of numbers; no standard exp, log or pow.
#pragma once

#include <limits>
#include <span>

namespace world::observers {

inline constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

/// A mean over pairs and the interval that holds the true one in nine cases of ten.
struct Estimate {
  double mean = not_a_number;
  double low = not_a_number, high = not_a_number;  // not a number with fewer than two pairs
  int n_pairs = 0;

  [[nodiscard]] bool has_interval() const { return n_pairs >= 2; }
  /// Can zero be ruled out? With one pair: is the number another than zero.
  [[nodiscard]] bool differs_from_zero() const {
    return has_interval() ? low > 0 || high < 0 : mean < 0 || mean > 0;
  }
};

/// The 95 % quantile of Student's t: exact to four digits up to 30 degrees of
/// freedom, from the normal quantile (Abramowitz and Stegun 26.7.5) above.
[[nodiscard]] double student_t95(int degrees_of_freedom);

/// Mean of `differences` over pairs with its Student interval at 90 %.
[[nodiscard]] Estimate estimate_of(std::span<const double> differences);

/// A ratio of two means, or why there is none.
struct Ratio {
  Estimate value;            // of numerator over denominator
  bool is_defined = false;   // false: zero is not ruled out for the denominator
};

/// mean(numerators) / mean(denominators) of paired numbers, with Fieller's
/// interval at 90 %. It is finite exactly when the denominator's own 90 %
/// interval leaves out zero; else the ratio is not defined. With one pair: the
/// quotient, without an interval.
[[nodiscard]] Ratio ratio_of_means(std::span<const double> numerators, std::span<const double> denominators);

}  // namespace world::observers
