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

Box box_of(const Rings& rings) {
  Box box{1e18, 1e18, -1e18, -1e18};
  for (const auto& ring : rings) {
    for (const Point p : ring)
      box = {std::min(box.left, p.x), std::min(box.top, p.y), std::max(box.right, p.x), std::max(box.bottom, p.y)};
  }
  return box;
}

/// Where the line slope · x + y = c crosses the outlines, from left to right.
std::vector<double> crossings(const Rings& rings, double slope, double c) {
  std::vector<double> at;
  for (const auto& ring : rings) {
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
      const double a = slope * ring[i].x + ring[i].y - c, b = slope * ring[j].x + ring[j].y - c;
      if ((a > 0) != (b > 0)) at.push_back(ring[i].x + (ring[j].x - ring[i].x) * a / (a - b));
    }
  }
  std::sort(at.begin(), at.end());
  return at;
}

/// Seen on the colour, and no more than is needed.
Colour pattern_ink(Colour fill) { return with_alpha(ink_on(fill), 80); }

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

Colour in_focus(Colour colour, int region, const Focus& focus, const Look& look) {
  return focus.concerns(region) ? colour : mixed(colour, look.land, 0.75);
}

Rings rings_of(const Shape& shape, const Camera& camera) {
  Rings rings;
  for (const auto& ring : shape.rings) {
    rings.emplace_back();
    for (const Point km : ring) rings.back().push_back(camera.to_page(km));
  }
  return rings;
}

Rings ring_about(Point centre, double radius) {
  constexpr int n_corners = 48;
  Rings rings(1);
  for (int i = 0; i < n_corners; ++i) {
    const double angle = 2 * std::numbers::pi * i / n_corners;
    rings.front().push_back({centre.x + radius * std::cos(angle), centre.y + radius * std::sin(angle)});
  }
  return rings;
}

void hatch(Drawing& drawing, const Rings& rings, Colour fill, const Look& look) {
  const Box box = box_of(rings);
  const double step = 5.5 * look.body / 13;
  Path lines;
  for (double c = std::ceil((box.left + box.top) / step) * step; c < box.right + box.bottom; c += step) {
    const std::vector<double> ends = crossings(rings, 1, c);
    for (std::size_t i = 0; i + 1 < ends.size(); i += 2)
      lines.move_to({ends[i], c - ends[i]}).line_to({ends[i + 1], c - ends[i + 1]});
  }
  if (!lines.is_empty()) drawing.stroke(lines, pattern_ink(fill), 0.8 * look.stroke);
}

void stipple(Drawing& drawing, const Rings& rings, Colour fill, const Look& look) {
  const Box box = box_of(rings);
  const double step = 7 * look.body / 13, radius = 1.1 * look.body / 13;
  Path dots;
  bool is_odd = false;
  for (double y = std::ceil(box.top / step) * step; y < box.bottom; y += step, is_odd = !is_odd) {
    const std::vector<double> ends = crossings(rings, 0, y);
    for (std::size_t i = 0; i + 1 < ends.size(); i += 2) {
      const double shift = is_odd ? step / 2 : 0;
      for (double x = std::ceil((ends[i] + radius - shift) / step) * step + shift; x < ends[i + 1] - radius; x += step)
        dots.circle({x, y}, radius);
    }
  }
  if (!dots.is_empty()) drawing.fill(dots, with_alpha(pattern_ink(fill), 190));
}

}  // namespace figures
