#include "render/figures/scales.hpp"

#include <algorithm>
#include <cmath>

namespace figures {
namespace {

constexpr double steps[] = {1, 2, 5};

/// 1, 2, 5 × 10^k by number: … 0 is 1, 1 is 2, 2 is 5, 3 is 10 …
double round_number(int index) {
  const int power = index >= 0 ? index / 3 : -((2 - index) / 3);
  const int step = index - 3 * power;
  // A whole power is divided by, not multiplied with, so that 0.2 is the double nearest to 0.2.
  return power >= 0 ? steps[step] * std::pow(10.0, power) : steps[step] / std::pow(10.0, -power);
}

int index_below(double value) {
  int index = 3 * static_cast<int>(std::floor(std::log10(value))) - 1;
  while (round_number(index + 1) <= value * (1 + 1e-12)) ++index;
  return index;
}

double quantile(std::vector<double> values, double share) {
  if (values.empty()) return 0;
  const auto at = static_cast<std::size_t>(std::lround(share * static_cast<double>(values.size() - 1)));
  std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(at), values.end());
  return values[at];
}

}  // namespace

double round_below(double value) { return round_number(index_below(value)); }

double round_above(double value) {
  const double below = round_below(value);
  return below >= value * (1 - 1e-12) ? below : round_number(index_below(value) + 1);
}

std::vector<double> ticks(double low, double high, int n) {
  if (!(high > low)) high = low + 1;
  const double step = round_above((high - low) / std::max(1, n));
  std::vector<double> marks;
  for (auto k = static_cast<long long>(std::floor(low / step + 1e-9));; ++k) {
    marks.push_back(static_cast<double>(k) * step);
    if (marks.back() >= high - 1e-9 * step) return marks;
  }
}

int ClassScale::class_of(double value) const {
  return static_cast<int>(std::upper_bound(edges.begin(), edges.end(), value) - edges.begin());
}

ClassScale around_zero(const std::vector<double>& values, const Look& look) {
  std::vector<double> sizes;
  for (const double value : values) {
    if (value != 0 && std::isfinite(value)) sizes.push_back(std::abs(value));
  }
  // The outer class is for the few largest: the last edge is near the 85th percentile.
  const double wanted = sizes.empty() ? 1 : std::max(quantile(sizes, 0.85), 1e-9);
  const int last = index_below(wanted);
  const double c = round_number(last), b = round_number(last - 1), a = round_number(last - 2);
  return {{-c, -b, -a, a, b, c}, diverging(7, look)};
}

ClassScale of_magnitudes(const std::vector<double>& values, const Look& look) {
  std::vector<double> positive;
  for (const double value : values) {
    if (value > 0 && std::isfinite(value)) positive.push_back(value);
  }
  if (positive.empty()) return with_edges({1}, look);
  // Every 1, 2, 5 between the extremes that parts some values from others; the dense lower ones stay.
  std::sort(positive.begin(), positive.end());
  std::vector<double> edges;
  auto below = positive.begin();
  for (int index = index_below(positive.front()) + 1; round_number(index) <= positive.back(); ++index) {
    const auto next = std::lower_bound(below, positive.end(), round_number(index));
    if (next == below) continue;
    edges.push_back(round_number(index));
    below = next;
  }
  if (edges.empty()) edges.push_back(round_below(positive.back()));
  while (edges.size() > 6) edges.pop_back();
  return with_edges(std::move(edges), look);
}

ClassScale of_even_steps(const std::vector<double>& values, const Look& look) {
  std::vector<double> finite;
  for (const double value : values) {
    if (std::isfinite(value)) finite.push_back(value);
  }
  const double low = quantile(finite, 0.05), high = quantile(finite, 0.95);
  if (low > 0 && high > 20 * low) return of_magnitudes(values, look);  // equal steps would show the largest alone
  std::vector<double> edges;
  for (const double mark : ticks(low, high, 6)) {
    if (mark > low && mark < high && edges.size() < 6) edges.push_back(mark);
  }
  if (edges.empty()) edges.push_back(finite.empty() ? 1 : low);
  return with_edges(std::move(edges), look);
}

ClassScale with_edges(std::vector<double> edges, const Look& look) {
  const int n = static_cast<int>(edges.size()) + 1;
  return {std::move(edges), sequential(n, look)};
}

}  // namespace figures
