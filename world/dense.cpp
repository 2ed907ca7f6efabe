#include "world/dense.hpp"

#include <cmath>
#include <cstddef>

namespace world {

namespace {

using agents::Grid;

// Lower triangle L with L Lᵀ = a, or an empty grid.
Grid<double> decompose(const Grid<double>& a) {
  constexpr double smallest = 1e-13;
  const int n = a.rows();
  Grid<double> lower(n, n);
  for (int i = 0; i < n; ++i) {
    for (int j = 0; j <= i; ++j) {
      double rest = a(i, j);
      for (int k = 0; k < j; ++k) rest -= lower(i, k) * lower(j, k);
      if (i == j) {
        if (!(rest > smallest * a(i, i))) return {};
        lower(i, i) = std::sqrt(rest);
      } else {
        lower(i, j) = rest / lower(j, j);
      }
    }
  }
  return lower;
}

std::vector<double> solve(const Grid<double>& lower, std::vector<double> b) {
  const int n = lower.rows();
  for (int i = 0; i < n; ++i) {
    for (int k = 0; k < i; ++k) b[static_cast<std::size_t>(i)] -= lower(i, k) * b[static_cast<std::size_t>(k)];
    b[static_cast<std::size_t>(i)] /= lower(i, i);
  }
  for (int i = n - 1; i >= 0; --i) {
    for (int k = i + 1; k < n; ++k) b[static_cast<std::size_t>(i)] -= lower(k, i) * b[static_cast<std::size_t>(k)];
    b[static_cast<std::size_t>(i)] /= lower(i, i);
  }
  return b;
}

}  // namespace

std::vector<double> solve_positive(const Grid<double>& a, const std::vector<double>& b) {
  const Grid<double> lower = decompose(a);
  if (lower.rows() == 0) return {};
  return solve(lower, b);
}

std::vector<double> diagonal_of_inverse(const Grid<double>& a) {
  const Grid<double> lower = decompose(a);
  std::vector<double> diagonal;
  for (int i = 0; i < lower.rows(); ++i) {
    std::vector<double> unit(static_cast<std::size_t>(a.rows()));
    unit[static_cast<std::size_t>(i)] = 1;
    diagonal.push_back(solve(lower, unit)[static_cast<std::size_t>(i)]);
  }
  return diagonal;
}

}  // namespace world
