#include "render/figures/drawing.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace figures {

Path& Path::polygon(const std::vector<Point>& points) {
  bool is_first = true;
  for (const Point point : points) {
    if (is_first) {
      move_to(point);
    } else {
      line_to(point);
    }
    is_first = false;
  }
  return points.empty() ? *this : close();
}

Path& Path::rectangle(const Box& box) {
  return move_to({box.left, box.top})
      .line_to({box.right, box.top})
      .line_to({box.right, box.bottom})
      .line_to({box.left, box.bottom})
      .close();
}

Path& Path::circle(Point centre, double radius) { return arc(centre, radius, 0, 2 * std::numbers::pi).close(); }

Path& Path::arc(Point centre, double radius, double from, double to, bool is_continued) {
  const auto at = [&](double angle) {
    return Point{centre.x + radius * std::cos(angle), centre.y + radius * std::sin(angle)};
  };
  if (is_continued) {
    line_to(at(from));
  } else {
    move_to(at(from));
  }
  // Pieces of at most a quarter, each as the cubic that leaves the circle by less than 3e-4 of its radius.
  const int n = std::max(1, static_cast<int>(std::ceil(std::abs(to - from) / (std::numbers::pi / 2) - 1e-9)));
  const double step = (to - from) / n;
  const double reach = 4.0 / 3.0 * std::tan(step / 4) * radius;
  for (int i = 0; i < n; ++i) {
    const double a = from + i * step, b = a + step;
    const Point start = at(a), end = at(b);
    curve_to({start.x - reach * std::sin(a), start.y + reach * std::cos(a)},
             {end.x + reach * std::sin(b), end.y - reach * std::cos(b)}, end);
  }
  return *this;
}

std::vector<std::string> Drawing::words() const {
  std::vector<std::string> all;
  for (const auto* elements : {&ground_, &labels_}) {
    for (const Element& element : *elements) {
      if (const auto* text = std::get_if<Text>(&element)) all.push_back(text->words);
    }
  }
  return all;
}

}  // namespace figures
