#include "render/figures/streams.hpp"

#include <algorithm>
#include <cmath>

namespace figures {
namespace {

constexpr double least_bend = 0.14, most_bend = 0.22;  // of the length
constexpr int relaxations = 6;
constexpr int n_pieces = 28;  // of a ribbon's side

Point operator+(Point a, Point b) { return {a.x + b.x, a.y + b.y}; }
Point operator-(Point a, Point b) { return {a.x - b.x, a.y - b.y}; }
Point operator*(double k, Point a) { return {k * a.x, k * a.y}; }
double length(Point a) { return std::hypot(a.x, a.y); }

/// A quarter turn to the left of the way on a picture whose y runs down.
Point left_of(Point way) {
  const double far = std::max(length(way), 1e-9);
  return {way.y / far, -way.x / far};
}

/// Moves the control point off places that the curve would cross.
void avoid(Stream& stream, const std::vector<Point>& anchors, const std::vector<double>& radii) {
  const Point left = left_of(stream.end - stream.start);
  for (int pass = 0; pass < relaxations; ++pass) {
    double push = 0;
    for (std::size_t r = 0; r < anchors.size(); ++r) {
      const int region = static_cast<int>(r);
      if (region == stream.origin || region == stream.destination) continue;
      for (double t = 0.15; t < 0.9; t += 0.1) {
        const Point away = along(stream, t) - anchors[r];
        const double free = radii[r] + 5 - length(away);
        if (free <= 0) continue;
        const double side = away.x * left.x + away.y * left.y >= 0 ? 1 : -1;
        if (std::abs(side * free) > std::abs(push)) push = side * free;
      }
    }
    if (push == 0) return;
    stream.bend = stream.bend + (1.2 * push) * left;
  }
}

/// The same curve between `from` and `to` of it.
Stream cut(const Stream& stream, double from, double to) {
  Stream part = stream;
  part.start = along(stream, from);
  part.end = along(stream, to);
  // The control point of a piece: both tangents meet there.
  const auto lerp = [](Point a, Point b, double t) { return a + t * (b - a); };
  part.bend = lerp(lerp(stream.start, stream.bend, from), lerp(stream.bend, stream.end, from), to);
  return part;
}

/// Where the curve leaves a circle about its start.
double leaves(const Stream& stream, Point centre, double radius, bool is_at_end) {
  double low = 0, high = 0.45;
  for (int i = 0; i < 18; ++i) {
    const double middle = (low + high) / 2;
    const double t = is_at_end ? 1 - middle : middle;
    (length(along(stream, t) - centre) < radius ? low : high) = middle;
  }
  return low;
}

Point direction(const Stream& stream, double t) {
  const Point way = 2 * (1 - t) * (stream.bend - stream.start) + 2 * t * (stream.end - stream.bend);
  return (1 / std::max(length(way), 1e-9)) * way;
}

struct Ribbon {
  Path body, head;
};

/// A ribbon that grows from three quarters to full width and ends in an arrow head as long as room allows.
Ribbon ribbon_of(const Stream& stream, double width, double extra) {
  const double far = length(stream.end - stream.start);
  const double head_length = std::min(std::max(2.1 * width, 5.0 + width), 0.4 * far);
  const double head_half = std::max(1.05 * width, width / 2 + 2.4);
  double neck = 1;
  while (neck > 0.3 && length(along(stream, neck) - stream.end) < head_length) neck -= 0.01;
  std::vector<Point> left, right;
  for (int i = 0; i <= n_pieces; ++i) {
    const double t = neck * i / n_pieces;
    const double half = width / 2 * (0.75 + 0.25 * i / n_pieces) + extra;
    const Point side = half * left_of(direction(stream, t));
    left.push_back(along(stream, t) + side);
    right.push_back(along(stream, t) - side);
  }
  std::vector<Point> body = left;
  body.insert(body.end(), right.rbegin(), right.rend());
  Ribbon ribbon;
  ribbon.body.polygon(body);
  const Point base = along(stream, neck), side = (head_half + extra) * left_of(stream.end - base);
  ribbon.head.polygon({base + side, stream.end + extra * direction(stream, 1), base - side});
  return ribbon;
}

/// Thin gaps across a ribbon, at equal distances.
void gaps(Drawing& drawing, const Stream& stream, double width, const Look& look, double presence) {
  const double unit = look.body / 13, step = 9 * unit;
  const int n = std::max(2, static_cast<int>(length(stream.end - stream.start) / step));
  Path lines;
  for (int i = 1; i < n; ++i) {
    const double t = static_cast<double>(i) / n;
    const Point side = std::max(0.05, width / 2 - unit) * left_of(direction(stream, t));  // the ends are round
    lines.move_to(along(stream, t) + side).line_to(along(stream, t) - side);
  }
  drawing.stroke(lines, with_alpha(look.ground, static_cast<std::uint8_t>(230 * std::min(1.0, presence))), 2.2 * unit);
}

}  // namespace

std::vector<Stream> ranked_streams(const std::vector<double>& people, int n_regions) {
  std::vector<Stream> streams;
  for (int origin = 0; origin < n_regions; ++origin) {
    for (int destination = 0; destination < n_regions; ++destination) {
      const double n = people[static_cast<std::size_t>(origin) * static_cast<std::size_t>(n_regions) +
                              static_cast<std::size_t>(destination)];
      if (n > 0 && origin != destination)
        streams.push_back({.origin = origin, .destination = destination, .people = n});
    }
  }
  std::stable_sort(streams.begin(), streams.end(),
                   [](const Stream& a, const Stream& b) { return a.people > b.people; });
  return streams;
}

void lay_out(std::vector<Stream>& streams, const std::vector<Point>& anchors, const std::vector<double>& radii) {
  double longest = 1e-9;
  for (const Stream& stream : streams) {
    longest = std::max(longest, length(anchors[static_cast<std::size_t>(stream.destination)] -
                                       anchors[static_cast<std::size_t>(stream.origin)]));
  }
  for (Stream& stream : streams) {
    const auto o = static_cast<std::size_t>(stream.origin), d = static_cast<std::size_t>(stream.destination);
    stream.start = anchors[o];
    stream.end = anchors[d];
    const Point way = stream.end - stream.start;
    const double bend = least_bend + (most_bend - least_bend) * length(way) / longest;
    stream.bend = 0.5 * (stream.start + stream.end) + (2 * bend * length(way)) * left_of(way);
    avoid(stream, anchors, radii);
    // From ring to ring, where the curve leaves the symbols.
    stream = cut(stream, leaves(stream, anchors[o], radii[o] + 1, false),
                 1 - leaves(stream, anchors[d], radii[d] + 1, true));
  }
}

Point along(const Stream& stream, double t) {
  const double u = 1 - t;
  return u * u * stream.start + 2 * u * t * stream.bend + t * t * stream.end;
}

double WidthScale::width(double n) const { return std::max(thinnest, widest * n / people); }

void draw_ribbon(Drawing& drawing, const Stream& stream, const WidthScale& widths, const Look& look,
                 const RibbonInk& ink) {
  const auto& [from, to, presence, is_broken] = ink;
  const double width = widths.width(stream.people);
  const bool is_faint = widths.widest * stream.people / widths.people < widths.thinnest;
  const double strength = std::min(0.95, presence * (is_faint ? 0.45 : 0.9));
  const auto alpha = [&](Colour colour) { return with_alpha(colour, static_cast<std::uint8_t>(255 * strength)); };
  const Ribbon shadow = ribbon_of(stream, width, 1.1), ribbon = ribbon_of(stream, width, 0);
  const Colour dark =
      with_alpha(look.ground, static_cast<std::uint8_t>(std::min(1.0, presence) * (is_faint ? 60 : 150)));
  drawing.fill(shadow.body, dark);
  drawing.fill(shadow.head, dark);
  drawing.fill(ribbon.body, Paint(with_alpha(from, static_cast<std::uint8_t>(255 * strength * 0.75)), alpha(to),
                                  stream.start, stream.end));
  drawing.fill(ribbon.head, alpha(to));
  if (is_broken) gaps(drawing, stream, width, look, presence);
}

}  // namespace figures
