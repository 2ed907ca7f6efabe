#include "world/split.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace world {

namespace {

std::int64_t sum_of(const std::vector<std::int64_t>& values) {
  return std::accumulate(values.begin(), values.end(), std::int64_t{0});
}

// Whole numbers beneath `wanted`, and what is missing to `amount` one by one to the largest remainders that may take
// more. `may_take(i, share)` says whether share + 1 is allowed.
template <class MayTake>
std::vector<std::int64_t> rounded(std::int64_t amount, const std::vector<double>& wanted, MayTake&& may_take) {
  std::vector<std::int64_t> shares;
  std::vector<std::size_t> order(wanted.size());
  for (const double value : wanted) shares.push_back(static_cast<std::int64_t>(std::floor(value)));
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto rest_of = [&](std::size_t i) { return wanted[i] - std::floor(wanted[i]); };
  std::sort(order.begin(), order.end(),
            [&](std::size_t a, std::size_t b) { return rest_of(a) != rest_of(b) ? rest_of(a) > rest_of(b) : a < b; });
  std::int64_t missing = amount - sum_of(shares);
  while (missing > 0) {
    const std::int64_t before = missing;
    for (const std::size_t i : order) {
      if (missing == 0) break;
      if (!may_take(i, shares[i])) continue;
      ++shares[i];
      --missing;
    }
    if (missing == before) break;
  }
  // Doubles can be a hair too large: then the smallest remainders give one back.
  for (auto i = order.rbegin(); i != order.rend() && missing < 0; ++i) {
    if (shares[*i] == 0) continue;
    --shares[*i];
    ++missing;
  }
  return shares;
}

}  // namespace

std::vector<std::int64_t> split(std::int64_t amount, const std::vector<double>& weights) {
  if (weights.empty()) return {};
  const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
  const bool is_even = sum <= 0;
  std::vector<double> wanted;
  for (const double weight : weights) {
    wanted.push_back(static_cast<double>(amount) *
                     (is_even ? 1.0 / static_cast<double>(weights.size()) : weight / sum));
  }
  return rounded(amount, wanted, [&](std::size_t i, std::int64_t) { return is_even || weights[i] > 0; });
}

std::vector<std::int64_t> split_within(std::int64_t amount, const std::vector<double>& weights,
                                       const std::vector<std::int64_t>& low, const std::vector<std::int64_t>& high) {
  std::vector<std::int64_t> shares = split(amount, weights);
  const auto fits = [&](std::size_t i) { return shares[i] >= low[i] && shares[i] <= high[i]; };
  bool all_fit = true;
  for (std::size_t i = 0; i < shares.size(); ++i) all_fit = all_fit && fits(i);
  if (all_fit) return shares;
  if (sum_of(low) >= amount) return split(amount, std::vector<double>(low.begin(), low.end()));
  if (sum_of(high) <= amount) return split(amount, std::vector<double>(high.begin(), high.end()));
  // One level fits all: shares are weight · level within their bounds. Found by halving.
  std::vector<double> wanted(weights.size());
  const auto sum_at = [&](double level) {
    double sum = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
      wanted[i] = std::clamp(weights[i] * level, static_cast<double>(low[i]), static_cast<double>(high[i]));
      sum += wanted[i];
    }
    return sum;
  };
  double below = 0, above = 1;
  for (int doubling = 0; doubling < 1000 && sum_at(above) < static_cast<double>(amount); ++doubling) above *= 2;
  for (int halving = 0; halving < 200; ++halving) {
    const double middle = below + (above - below) / 2;
    (sum_at(middle) < static_cast<double>(amount) ? below : above) = middle;
  }
  sum_at(below);
  return rounded(amount, wanted, [&](std::size_t i, std::int64_t share) { return share < high[i]; });
}

}  // namespace world
