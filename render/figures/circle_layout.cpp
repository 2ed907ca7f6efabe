#include "render/figures/circle_layout.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

#include "render/figures/streams.hpp"

namespace figures {
namespace {

constexpr double full = 2 * std::numbers::pi;

/// Searches orders of a ring.
class Ring {
 public:
  Ring(const std::vector<double>& moved, int n) : n_(static_cast<std::size_t>(n)), exchange_(n_ * n_) {
    for (std::size_t a = 0; a < n_; ++a) {
      for (std::size_t b = 0; b < n_; ++b) exchange_[a * n_ + b] = moved[a * n_ + b] + moved[b * n_ + a];
    }
    order_.resize(n_);
    std::iota(order_.begin(), order_.end(), 0);
  }

  /// Takes a region out and puts it elsewhere, or swaps two, as long as something is gained.
  void improve() {
    constexpr int most_passes = 60;
    double best = cost();
    bool is_better = n_ > 3 && n_ <= 64;  // beyond that names cannot be read anyhow
    for (int pass = 0; pass < most_passes && is_better; ++pass) {
      is_better = false;
      for (std::size_t i = 0; i < n_; ++i) {
        for (std::size_t j = 0; j < n_; ++j) {
          is_better = attempt(best, [&] { put(i, j); }) || is_better;
          if (i < j) is_better = attempt(best, [&] { std::swap(order_[i], order_[j]); }) || is_better;
        }
      }
    }
  }

  /// Largest first, then the neighbour with which it exchanges more.
  [[nodiscard]] std::vector<int> turned() {
    if (n_ < 2) return order_;
    std::vector<double> through(n_, 0);
    for (std::size_t a = 0; a < n_; ++a) {
      for (std::size_t b = 0; b < n_; ++b) through[a] += exchange_[a * n_ + b];
    }
    const auto largest = std::max_element(through.begin(), through.end()) - through.begin();
    std::rotate(order_.begin(), std::find(order_.begin(), order_.end(), static_cast<int>(largest)), order_.end());
    if (between(order_[0], order_.back()) > between(order_[0], order_[1])) {
      std::reverse(order_.begin() + 1, order_.end());
    }
    return order_;
  }

 private:
  [[nodiscard]] double between(int a, int b) const {
    return exchange_[static_cast<std::size_t>(a) * n_ + static_cast<std::size_t>(b)];
  }
  [[nodiscard]] double cost() const {
    double sum = 0;
    for (std::size_t i = 0; i < n_; ++i) {
      for (std::size_t j = i + 1; j < n_; ++j) {
        sum += between(order_[i], order_[j]) * static_cast<double>(std::min(j - i, n_ - (j - i)));
      }
    }
    return sum;
  }
  void put(std::size_t from, std::size_t to) {
    const int region = order_[from];
    order_.erase(order_.begin() + static_cast<std::ptrdiff_t>(from));
    order_.insert(order_.begin() + static_cast<std::ptrdiff_t>(to), region);
  }
  bool attempt(double& best, const auto& change) {
    const std::vector<int> before = order_;
    change();
    const double now = cost();
    if (now < best * (1 - 1e-12)) {
      best = now;
      return true;
    }
    order_ = before;
    return false;
  }

  std::size_t n_;
  std::vector<double> exchange_;
  std::vector<int> order_;
};

}  // namespace

std::vector<int> ring_order(const std::vector<double>& moved, int n_regions) {
  Ring ring(moved, n_regions);
  ring.improve();
  return ring.turned();
}

Circle lay_out_circle(const std::vector<double>& moved, const std::vector<int>& order, double most_in_all) {
  const std::size_t n = order.size();
  Circle circle;
  for (const Stream& stream : ranked_streams(moved, static_cast<int>(n))) {
    circle.chords.push_back(
        {.origin = stream.origin, .destination = stream.destination, .people = stream.people, .start = {}, .end = {}});
  }
  double in_all = 0;
  for (const Chord& chord : circle.chords) in_all += chord.people;
  if (n == 0) return circle;
  const double least_gap = std::min(0.026, 0.25 * full / static_cast<double>(n));
  const double most = std::max({in_all, most_in_all, 1e-9});
  circle.radians_per_person = (full - least_gap * static_cast<double>(n)) / (2 * most);
  const double gap = (full - 2 * in_all * circle.radians_per_person) / static_cast<double>(n);
  double at = -std::numbers::pi / 2 + gap / 2;
  for (const int region : order) {
    Sector sector{.region = region, .out = {}, .in = {}};
    const auto take = [&](Arc& arc, double people) {
      arc.from = at;
      at = arc.to = at + people * circle.radians_per_person;
    };
    sector.out.from = at;
    for (Chord& chord : circle.chords) {
      if (chord.origin != region) continue;
      take(chord.start, chord.people);
      sector.people_out += chord.people;
    }
    sector.out.to = sector.in.from = at;
    for (Chord& chord : circle.chords) {
      if (chord.destination != region) continue;
      take(chord.end, chord.people);
      sector.people_in += chord.people;
    }
    sector.in.to = at;
    at += gap;
    circle.sectors.push_back(sector);
  }
  return circle;
}

}  // namespace figures
