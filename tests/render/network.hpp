// A made-up country of twenty places for tests of moving dots.
#pragma once

#include <cmath>
#include <cstdint>
#include <vector>

#include "render/figures/stream.hpp"

namespace figures_test {

/// Streams between all pairs of `n_places` places on a picture, a few large and many small.
inline std::vector<figures::Stream> network(int width, int height, int n_places) {
  std::uint32_t state = 12345;
  const auto draw = [&] { return (state = state * 1664525U + 1013904223U) / 4294967296.0; };
  std::vector<figures::Point> places;
  std::vector<double> sizes;
  for (int i = 0; i < n_places; ++i) {
    places.push_back({width * (0.05 + 0.9 * draw()), height * (0.05 + 0.9 * draw())});
    sizes.push_back(0.2 + 4 * draw() * draw() * draw());
  }
  std::vector<figures::Stream> streams;
  for (int i = 0; i < n_places; ++i) {
    for (int j = 0; j < n_places; ++j) {
      if (i == j) continue;
      const figures::Point a = places[static_cast<std::size_t>(i)], b = places[static_cast<std::size_t>(j)];
      const figures::Point bend = {(a.x + b.x) / 2 + (b.y - a.y) * 0.2, (a.y + b.y) / 2 - (b.x - a.x) * 0.2};
      const double people =
          400 * sizes[static_cast<std::size_t>(i)] * sizes[static_cast<std::size_t>(j)] * (0.5 + draw());
      streams.push_back({.origin = i, .destination = j, .people = people, .start = a, .bend = bend, .end = b});
    }
  }
  return streams;
}

/// A straight stream, from left to right at height `y`.
inline figures::Stream straight(double from, double to, double y, double people, int origin = 0) {
  return {.origin = origin,
          .destination = 99,
          .people = people,
          .start = {from, y},
          .bend = {(from + to) / 2, y},
          .end = {to, y}};
}

}  // namespace figures_test
