#include "render/figures/text_layout.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "render/figures/fonts.hpp"

namespace figures {
namespace {

constexpr double line_height = 1.18;  // of the type size
constexpr double gap = 2;             // between a symbol and its label

struct Size {
  double width = 0, height = 0;
};

Size size_of(const Label& label) {
  Size size;
  for (const Text& line : label.lines) {
    size.width = std::max(size.width, text_width(line.words, line.size, line.weight));
    size.height += line_height * line.size;
  }
  return size;
}

/// Where the middle of a label may lie, the best first.
std::vector<Point> candidates(const Label& label, const Size& size) {
  const double dx = label.radius + gap + size.width / 2, dy = label.radius + gap + size.height / 2;
  const double slant = 0.75;
  const Point p = label.place;
  std::vector<Point> middles;
  if (label.may_cover_place) {
    middles.push_back({p.x, p.y + label.radius + size.height / 2});
    middles.push_back({p.x, p.y - label.radius - size.height / 2});
    for (const double far : {1.4, 2.0}) {
      middles.push_back({p.x, p.y + far * dy});
      middles.push_back({p.x, p.y - far * dy});
    }
  }
  middles.insert(middles.end(), {{p.x + dx, p.y},
                                 {p.x - dx, p.y},
                                 {p.x, p.y + dy},
                                 {p.x, p.y - dy},
                                 {p.x + dx, p.y - slant * dy},
                                 {p.x + dx, p.y + slant * dy},
                                 {p.x - dx, p.y - slant * dy},
                                 {p.x - dx, p.y + slant * dy}});
  return middles;
}

double overlap(const Box& a, const Box& b) {
  const double width = std::min(a.right, b.right) - std::max(a.left, b.left);
  const double height = std::min(a.bottom, b.bottom) - std::max(a.top, b.top);
  return width > 0 && height > 0 ? width * height : 0;
}

Box box_about(Point middle, const Size& size) {
  return {middle.x - size.width / 2, middle.y - size.height / 2, middle.x + size.width / 2, middle.y + size.height / 2};
}

void set_lines(Label& label, Point middle, const Size& size) {
  double y = middle.y - size.height / 2;
  for (Text& line : label.lines) {
    y += line_height * line.size;
    line.at = {middle.x, y - 0.28 * line.size};
    line.anchor = Anchor::middle;
  }
}

}  // namespace

void place_labels(std::vector<Label>& labels, std::vector<Box> taken, const Box& inside) {
  std::vector<std::size_t> order(labels.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return labels[a].importance > labels[b].importance; });
  for (const Label& label : labels) {
    const double r = 0.8 * label.radius;
    if (r > 0) taken.push_back({label.place.x - r, label.place.y - r, label.place.x + r, label.place.y + r});
  }
  for (const std::size_t i : order) {
    Label& label = labels[i];
    const Size size = size_of(label);
    Point best = label.place;
    double least = 1e18;
    int rank = 0;
    for (const Point middle : candidates(label, size)) {
      const Box box = box_about(middle, size);
      double cost = 2.0 * rank++ + 20 * (size.width * size.height - overlap(box, inside));
      for (const Box& other : taken) cost += overlap(box, other);
      if (cost < least) least = cost, best = middle;
    }
    set_lines(label, best, size);
    taken.push_back(box_about(best, size));
  }
}

void spread_apart(std::vector<double>& middles, double height, double top, double bottom) {
  if (middles.empty()) return;
  constexpr int most_passes = 200;
  height = std::min(height, (bottom - top) / static_cast<double>(middles.size()));
  for (int pass = 0; pass < most_passes; ++pass) {
    bool is_moved = false;
    for (std::size_t i = 1; i < middles.size(); ++i) {
      const double lacking = height - (middles[i] - middles[i - 1]);
      if (lacking <= 1e-6) continue;
      middles[i - 1] -= lacking / 2;
      middles[i] += lacking / 2;
      is_moved = true;
    }
    middles.front() = std::max(middles.front(), top + height / 2);
    middles.back() = std::min(middles.back(), bottom - height / 2);
    if (!is_moved) break;
  }
  // What the passes left: down from the top, then up from the bottom.
  double least = top + height / 2, most = bottom - height / 2;
  for (std::size_t i = 0; i < middles.size(); ++i, least = middles[i - 1] + height)
    middles[i] = std::max(middles[i], least);
  for (std::size_t i = middles.size(); i-- > 0; most = middles[i] - height) middles[i] = std::min(middles[i], most);
}

}  // namespace figures
