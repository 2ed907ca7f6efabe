// Student's t and Fieller's theorem.
#include "world/observers/comparison_statistics.hpp"

#include <array>
#include <cmath>
#include <cstddef>

namespace world::observers {
namespace {

constexpr std::array t95 = {6.3138, 2.9200, 2.3534, 2.1318, 2.0150, 1.9432, 1.8946, 1.8595, 1.8331, 1.8125,
                            1.7959, 1.7823, 1.7709, 1.7613, 1.7531, 1.7459, 1.7396, 1.7341, 1.7291, 1.7247,
                            1.7207, 1.7171, 1.7139, 1.7109, 1.7081, 1.7056, 1.7033, 1.7011, 1.6991, 1.6973};
constexpr double normal95 = 1.6448536269514722;

double mean_of(std::span<const double> values) {
  double sum = 0;
  for (const double value : values) sum += value;
  return sum / static_cast<double>(values.size());
}

/// Covariance of the means of two paired samples.
double covariance_of_means(std::span<const double> a, std::span<const double> b) {
  const double mean_a = mean_of(a);
  const double mean_b = mean_of(b);
  double sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i) sum += (a[i] - mean_a) * (b[i] - mean_b);
  const auto n = static_cast<double>(a.size());
  return sum / (n - 1) / n;
}

}  // namespace

double student_t95(int degrees_of_freedom) {
  if (degrees_of_freedom < 1) return not_a_number;
  if (degrees_of_freedom <= static_cast<int>(t95.size())) return t95[static_cast<std::size_t>(degrees_of_freedom) - 1];
  constexpr double z = normal95;
  constexpr double z3 = z * z * z;
  const double n = degrees_of_freedom;
  return z + (z3 + z) / (4 * n) + (5 * z3 * z * z + 16 * z3 + 3 * z) / (96 * n * n);
}

Estimate estimate_of(std::span<const double> differences) {
  Estimate estimate;
  estimate.n_pairs = static_cast<int>(differences.size());
  if (differences.empty()) return estimate;
  estimate.mean = mean_of(differences);
  if (!estimate.has_interval()) return estimate;
  const double half = student_t95(estimate.n_pairs - 1) * std::sqrt(covariance_of_means(differences, differences));
  estimate.low = estimate.mean - half;
  estimate.high = estimate.mean + half;
  return estimate;
}

Ratio ratio_of_means(std::span<const double> numerators, std::span<const double> denominators) {
  Ratio ratio;
  ratio.value.n_pairs = static_cast<int>(denominators.size());
  if (!estimate_of(denominators).differs_from_zero()) return ratio;
  ratio.is_defined = true;
  const double b = mean_of(denominators);
  const double r = mean_of(numerators) / b;
  ratio.value.mean = r;
  if (!ratio.value.has_interval()) return ratio;
  // Fieller: all ratios r for which mean(numerator - r denominator) may be zero.
  const double t = student_t95(ratio.value.n_pairs - 1);
  const double v_aa = covariance_of_means(numerators, numerators);
  const double v_ab = covariance_of_means(numerators, denominators);
  const double v_bb = covariance_of_means(denominators, denominators);
  const double t2 = t * t / (b * b);
  const double inside = v_aa - 2 * r * v_ab + r * r * v_bb - t2 * (v_aa * v_bb - v_ab * v_ab);
  const double half = t / std::fabs(b) * std::sqrt(inside > 0 ? inside : 0);
  const double middle = r - t2 * v_ab;
  const double shrink = 1 - t2 * v_bb;
  ratio.value.low = (middle - half) / shrink;
  ratio.value.high = (middle + half) / shrink;
  return ratio;
}

}  // namespace world::observers
