// Round numbers for legends, and classes of values with a colour each.
#pragma once

#include <vector>

#include "render/figures/drawing.hpp"
#include "render/figures/palette.hpp"

namespace figures {

/// The largest of 1, 2, 5 × 10^k that is not above `value`; `value` > 0.
[[nodiscard]] double round_below(double value);
/// The smallest that is not below it.
[[nodiscard]] double round_above(double value);
/// Round marks from at most `low` to at least `high`, about `n` of them.
[[nodiscard]] std::vector<double> ticks(double low, double high, int n);

/// Values in classes; class i holds edges[i−1] ≤ value < edges[i].
struct ClassScale {
  std::vector<double> edges;    // rising
  std::vector<Colour> colours;  // one more than edges
  [[nodiscard]] int class_of(double value) const;
  /// Are all values of the class below zero?
  [[nodiscard]] bool is_below_zero(int of) const {
    return of >= 0 && static_cast<std::size_t>(of) < edges.size() && edges[static_cast<std::size_t>(of)] <= 0;
  }
  [[nodiscard]] Colour colour_of(double value) const { return colours[static_cast<std::size_t>(class_of(value))]; }
};

/// Seven classes on both sides of zero for differences; `values` are all that will be shown with it.
[[nodiscard]] ClassScale around_zero(const std::vector<double>& values, const Look& look);
/// Up to seven classes of values above zero that span magnitudes; none of them is empty but perhaps the last.
[[nodiscard]] ClassScale of_magnitudes(const std::vector<double>& values, const Look& look);
/// Six or seven classes of equal round width over the middle nine tenths of the values.
[[nodiscard]] ClassScale of_even_steps(const std::vector<double>& values, const Look& look);
/// Classes with these edges.
[[nodiscard]] ClassScale with_edges(std::vector<double> edges, const Look& look);

}  // namespace figures
