#include "render/figures/track.hpp"

#include <cmath>
#include <cstddef>
#include <stdexcept>

namespace figures {
namespace {

constexpr std::size_t n_chords = 512;

constexpr double farthest = 1e6;  // beyond it a float no longer tells sixteenths of a pixel

bool is_near(Point point) { return std::abs(point.x) <= farthest && std::abs(point.y) <= farthest; }
bool is_same(Point one, Point other) { return one.x == other.x && one.y == other.y; }

Point at(double t, Point start, Point bend, Point end) {
  const double u = 1 - t;
  return {u * u * start.x + 2 * u * t * bend.x + t * t * end.x, u * u * start.y + 2 * u * t * bend.y + t * t * end.y};
}

}  // namespace

Track::Track(Point start, Point bend, Point end) : start_(start), bend_(bend), end_(end) {
  if (!is_near(start) || !is_near(bend) || !is_near(end))
    throw std::invalid_argument("a curve lies beyond a million pixels");
  // Chords are so short that their sum is the length within a hundred-thousandth. Square roots are exact everywhere,
  // std::hypot is not.
  std::array<double, n_chords + 1> gone{};
  Point last = start;
  for (std::size_t i = 1; i <= n_chords; ++i) {
    const Point next = at(static_cast<double>(i) / n_chords, start, bend, end);
    const double dx = next.x - last.x, dy = next.y - last.y;
    gone[i] = gone[i - 1] + std::sqrt(dx * dx + dy * dy);
    last = next;
  }
  length_ = gone[n_chords];
  std::size_t chord = 0;
  for (std::size_t i = 0; i < x_.size(); ++i) {
    const double wanted = length_ * static_cast<double>(i) / n_steps;
    while (chord + 1 < n_chords && gone[chord + 1] < wanted) ++chord;
    const double span = gone[chord + 1] - gone[chord];
    const double within = span > 0 ? (wanted - gone[chord]) / span : 0;
    const Point point = at((static_cast<double>(chord) + within) / n_chords, start, bend, end);
    x_[i] = static_cast<float>(point.x);
    y_[i] = static_cast<float>(point.y);
  }
}

bool Track::is_along(Point start, Point bend, Point end) const {
  return is_same(start, start_) && is_same(bend, bend_) && is_same(end, end_);
}

}  // namespace figures
