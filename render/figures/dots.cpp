#include "render/figures/dots.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <stdexcept>

namespace figures {
namespace {

constexpr double most_dots_ever = 1e9;

bool is_count(double people) { return std::isfinite(people) && people >= 0; }

}  // namespace

std::vector<int> apportion(const std::vector<double>& people, double people_per_dot) {
  if (!(people_per_dot > 0) || !std::isfinite(people_per_dot))
    throw std::invalid_argument("people per dot must be above 0");
  if (!std::all_of(people.begin(), people.end(), is_count))
    throw std::invalid_argument("people of a stream must be 0 or more");
  const double total = std::accumulate(people.begin(), people.end(), 0.0) / people_per_dot;
  if (total > most_dots_ever) throw std::invalid_argument("too few people per dot");

  std::vector<int> dots(people.size());
  std::vector<double> remainders(people.size());
  int left = static_cast<int>(std::llround(total));
  for (std::size_t i = 0; i < people.size(); ++i) {
    const double share = people[i] / people_per_dot;
    dots[i] = static_cast<int>(share);
    remainders[i] = share - dots[i];
    left -= dots[i];
  }
  std::vector<std::size_t> order(people.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return remainders[a] > remainders[b]; });
  for (const std::size_t i : order) {
    if (left <= 0) break;
    ++dots[i];
    --left;
  }
  return dots;
}

double choose_people_per_dot(double people, int most_dots) {
  if (!is_count(people)) throw std::invalid_argument("people must be 0 or more");
  if (most_dots < 1) throw std::invalid_argument("at least one dot");
  const auto fits = [&](double per_dot) { return std::round(people / per_dot) <= most_dots; };
  for (double decade = 1;; decade *= 10) {
    for (const double step : {1.0, 2.0, 5.0}) {
      if (fits(step * decade)) return step * decade;
    }
  }
}

}  // namespace figures
