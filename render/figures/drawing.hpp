// A picture as a list of shapes and texts, before any file format: what views
// build and what the painters (PNG, SVG, PDF, the window) draw. Plain data.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace figures {

/// In units of the drawing: x to the right, y down.
struct Point {
  double x = 0, y = 0;
};

struct Box {
  double left = 0, top = 0, right = 0, bottom = 0;
  [[nodiscard]] double width() const { return right - left; }
  [[nodiscard]] double height() const { return bottom - top; }
  [[nodiscard]] Point centre() const { return {(left + right) / 2, (top + bottom) / 2}; }
  [[nodiscard]] bool contains(Point point) const {
    return point.x >= left && point.x <= right && point.y >= top && point.y <= bottom;
  }
  [[nodiscard]] bool overlaps(const Box& other) const {
    return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
  }
};

/// sRGB, alpha not multiplied in.
struct Colour {
  std::uint8_t red = 0, green = 0, blue = 0, alpha = 255;
  friend bool operator==(const Colour&, const Colour&) = default;
};

/// 0xRRGGBB.
[[nodiscard]] constexpr Colour rgb(std::uint32_t hex, std::uint8_t alpha = 255) {
  return {static_cast<std::uint8_t>(hex >> 16 & 0xFF), static_cast<std::uint8_t>(hex >> 8 & 0xFF),
          static_cast<std::uint8_t>(hex & 0xFF), alpha};
}
[[nodiscard]] constexpr Colour with_alpha(Colour colour, std::uint8_t alpha) {
  colour.alpha = alpha;
  return colour;
}

/// Outline of a shape, or a line.
class Path {
 public:
  enum class Kind : std::uint8_t { move, line, curve, close };
  struct Step {
    Kind kind;
    Point a, b, c;  // curve: two control points and the end; move, line: `a`
  };

  Path& move_to(Point to) { return add({Kind::move, to, {}, {}}); }
  Path& line_to(Point to) { return add({Kind::line, to, {}, {}}); }
  Path& curve_to(Point first, Point second, Point to) { return add({Kind::curve, first, second, to}); }
  Path& close() { return add({Kind::close, {}, {}, {}}); }
  Path& polygon(const std::vector<Point>& points);
  Path& rectangle(const Box& box);
  Path& circle(Point centre, double radius);
  /// Clockwise on the picture from angle `from` to `to` (radians, 0 to the right); begins a new piece.
  Path& arc(Point centre, double radius, double from, double to, bool is_continued = false);

  [[nodiscard]] const std::vector<Step>& steps() const { return steps_; }
  [[nodiscard]] bool is_empty() const { return steps_.empty(); }

 private:
  Path& add(Step step) {
    steps_.push_back(step);
    return *this;
  }
  std::vector<Step> steps_;
};

/// One colour, or two from `a` to `b`.
struct Paint {
  Colour from, to;
  Point a, b;
  bool is_gradient = false;
  Paint(Colour colour) : from(colour), to(colour) {}  // NOLINT: a colour is a paint
  Paint(Colour start, Colour end, Point at, Point until) : from(start), to(end), a(at), b(until), is_gradient(true) {}
};

/// Even-odd, so that holes may run either way.
struct Fill {
  Path path;
  Paint paint;
};

struct Stroke {
  Path path;
  Colour colour;
  double width = 1;
  std::vector<double> dashes;  // lengths on and off; empty: solid
};

enum class Weight : std::uint8_t { regular, bold };
enum class Anchor : std::uint8_t { start, middle, end };

/// One line of text; `at` is on its base line.
struct Text {
  Point at = {};
  std::string words;
  double size = 12;  // of the em
  Colour colour = {};
  Weight weight = Weight::regular;
  Anchor anchor = Anchor::start;
  Colour halo = {0, 0, 0, 0};
  double halo_width = 0;  // 0: none
  double turn = 0;        // radians, clockwise about `at`
};

/// Lines and texts after it are drawn only inside `box`, until the next one. An empty box ends it.
struct Clip {
  Box box;
};

/// Parts of a drawing: particles of a film move between ground and labels.
enum class Layer : std::uint8_t { ground, labels };

using Element = std::variant<Fill, Stroke, Text, Clip>;

/// Elements from back to front.
class Drawing {
 public:
  Drawing(double width, double height) : width_(width), height_(height) {}

  [[nodiscard]] double width() const { return width_; }
  [[nodiscard]] double height() const { return height_; }
  /// Where `add` puts what follows; all of the ground lies below all labels.
  void set_layer(Layer layer) { layer_ = layer; }
  void add(Element element) { (layer_ == Layer::ground ? ground_ : labels_).push_back(std::move(element)); }
  void fill(Path path, Paint paint) { add(Fill{std::move(path), paint}); }
  void stroke(Path path, Colour colour, double width, std::vector<double> dashes = {}) {
    add(Stroke{std::move(path), colour, width, std::move(dashes)});
  }
  void text(Text text) { add(std::move(text)); }

  [[nodiscard]] const std::vector<Element>& elements(Layer layer) const {
    return layer == Layer::ground ? ground_ : labels_;
  }
  /// Every text, in order: the accessible reading, and what tests look for.
  [[nodiscard]] std::vector<std::string> words() const;

 private:
  double width_, height_;
  Layer layer_ = Layer::ground;
  std::vector<Element> ground_, labels_;
};

}  // namespace figures
