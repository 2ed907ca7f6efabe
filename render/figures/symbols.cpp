#include "render/figures/symbols.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace figures {
namespace {

struct Through {
  double out = 0, in = 0;
};

std::vector<Through> through_of(const std::vector<double>& moved, int n_regions) {
  std::vector<Through> all(static_cast<std::size_t>(n_regions));
  const std::size_t n = all.size();
  for (std::size_t o = 0; o < n; ++o) {
    for (std::size_t d = 0; d < n; ++d) {
      all[o].out += moved[o * n + d];
      all[d].in += moved[o * n + d];
    }
  }
  return all;
}

double radius_of(double people, double most, double largest) {
  return most > 0 ? largest * std::sqrt(std::min(1.5, people / most)) : 0;
}

}  // namespace

std::vector<double> through_radii(const std::vector<double>& moved, int n_regions, double most, double largest) {
  std::vector<double> radii;
  for (const Through& one : through_of(moved, n_regions))
    radii.push_back(radius_of(std::max(one.out, one.in), most, largest));
  return radii;
}

void draw_through(Drawing& drawing, const std::vector<Point>& anchors, const std::vector<double>& moved, int n_regions,
                  double most, double largest, const Look& look) {
  constexpr double quarter = std::numbers::pi / 2;
  const std::vector<Through> all = through_of(moved, n_regions);
  for (std::size_t r = 0; r < all.size(); ++r) {
    const double out = radius_of(all[r].out, most, largest), in = radius_of(all[r].in, most, largest);
    drawing.fill(Path()
                     .arc(anchors[r], out + 1, quarter, 3 * quarter)
                     .close()
                     .arc(anchors[r], in + 1, -quarter, quarter)
                     .close(),
                 look.ground);
    drawing.fill(Path().arc(anchors[r], out, quarter, 3 * quarter).close(), look.out);
    drawing.fill(Path().arc(anchors[r], in, -quarter, quarter).close(), look.in);
  }
}

void draw_gauges(Drawing& drawing, const std::vector<double>& used, Point middle, double unit, const Look& look) {
  constexpr double most = 1.2;  // of full capacity, at the top
  const double each = 9 * unit, height = 20 * unit;
  const Box card{middle.x - 17 * unit, middle.y - height / 2 - 2 * unit, middle.x + 17 * unit,
                 middle.y + height / 2 + 2 * unit};
  drawing.fill(Path().rectangle(card), with_alpha(look.card, 240));
  const double bottom = middle.y + height / 2, full = bottom - height / most;
  for (std::size_t i = 0; i < 2; ++i) {
    const double left = card.left + 3 * unit + each * static_cast<double>(i);
    const double top = bottom - height * std::clamp(used[i], 0.0, most) / most;
    drawing.fill(Path().rectangle({left, top, left + each - 2 * unit, bottom}), used[i] > 1 ? look.loss : look.muted);
  }
  Path line;
  line.move_to({card.left + 1.5 * unit, full}).line_to({card.left + 21 * unit, full});
  drawing.stroke(line, look.text, look.stroke);
  for (std::size_t i = 2; i < 4; ++i) {
    const Path dot = Path().circle({card.right - 6 * unit, middle.y + (i == 2 ? -5 : 5) * unit}, 3 * unit);
    const bool is_short = used[i] > 1.0005;
    if (is_short) drawing.fill(dot, look.loss);
    drawing.stroke(dot, is_short ? look.loss : look.muted, look.stroke);
  }
}

void hatch(Drawing& drawing, const Shape& shape, const Camera& camera, const Look& look) {
  std::vector<std::vector<Point>> rings;
  Box box{1e18, 1e18, -1e18, -1e18};
  for (const auto& ring : shape.rings) {
    rings.emplace_back();
    for (const Point km : ring) {
      const Point p = camera.to_page(km);
      rings.back().push_back(p);
      box = {std::min(box.left, p.x), std::min(box.top, p.y), std::max(box.right, p.x), std::max(box.bottom, p.y)};
    }
  }
  // Lines x + y = c, cut where they cross the outline.
  const double step = 6 * look.body / 13;
  Path lines;
  for (double c = std::ceil((box.left + box.top) / step) * step; c < box.right + box.bottom; c += step) {
    std::vector<double> crossings;
    for (const auto& ring : rings) {
      for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
        const double a = ring[i].x + ring[i].y - c, b = ring[j].x + ring[j].y - c;
        if ((a > 0) != (b > 0)) crossings.push_back(ring[i].x + (ring[j].x - ring[i].x) * a / (a - b));
      }
    }
    std::sort(crossings.begin(), crossings.end());
    for (std::size_t i = 0; i + 1 < crossings.size(); i += 2) {
      lines.move_to({crossings[i], c - crossings[i]}).line_to({crossings[i + 1], c - crossings[i + 1]});
    }
  }
  drawing.stroke(lines, with_alpha(look.is_dark ? look.text : look.muted, 150), 0.8 * look.stroke);
}

}  // namespace figures
