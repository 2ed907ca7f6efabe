#include "render/icons.hpp"

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <numbers>

namespace viewer {
namespace {

constexpr float pi = std::numbers::pi_v<float>;

/// Draws in units of half the icon's size.
struct Pen {
  ImDrawList& list;
  ImVec2 centre;
  float unit;
  ImU32 colour;
  float width;

  [[nodiscard]] ImVec2 at(float x, float y) const { return {centre.x + x * unit, centre.y + y * unit}; }
  void triangle(float tip, float base) const {
    if (tip > base) {
      list.AddTriangleFilled(at(base, -0.85F), at(tip, 0), at(base, 0.85F), colour);
    } else {
      list.AddTriangleFilled(at(base, 0.85F), at(tip, 0), at(base, -0.85F), colour);
    }
  }
  void bar(float left, float right) const {
    list.AddRectFilled(at(left, -0.85F), at(right, 0.85F), colour, unit * 0.12F);
  }
  void line(float x0, float y0, float x1, float y1) const { list.AddLine(at(x0, y0), at(x1, y1), colour, width); }
  void corner(float x0, float y0, float x1, float y1, float x2, float y2) const {
    const ImVec2 points[] = {at(x0, y0), at(x1, y1), at(x2, y2)};
    list.AddPolyline(points, 3, colour, 0, width);
  }
  void box(float left, float top, float right, float bottom, float rounding) const {
    list.AddRect(at(left, top), at(right, bottom), colour, unit * rounding, 0, width);
  }
  void ring(float x, float y, float radius) const { list.AddCircle(at(x, y), radius * unit, colour, 0, width); }
};

void draw_sun(const Pen& pen) {
  pen.list.AddCircleFilled(pen.centre, 0.42F * pen.unit, pen.colour);
  for (int i = 0; i < 8; ++i) {
    const float angle = static_cast<float>(i) * pi / 4, x = std::cos(angle), y = std::sin(angle);
    pen.line(0.66F * x, 0.66F * y, 0.95F * x, 0.95F * y);
  }
}

void draw_moon(const Pen& pen) {
  pen.list.PathArcTo(pen.at(0, 0), 0.85F * pen.unit, 0.1F * pi, 1.4F * pi, 24);
  pen.list.PathArcTo(pen.at(0.38F, -0.36F), 0.72F * pen.unit, 1.27F * pi, 0.25F * pi, 24);
  pen.list.PathStroke(pen.colour, ImDrawFlags_Closed, pen.width);
}

void draw_gear(const Pen& pen) {
  for (int i = 0; i < 3; ++i) {  // three sliders: the settings
    const float y = -0.6F + 0.6F * static_cast<float>(i), knob = i == 1 ? -0.3F : 0.35F;
    pen.line(-0.85F, y, 0.85F, y);
    pen.list.AddCircleFilled(pen.at(knob, y), 0.2F * pen.unit, pen.colour);
  }
}

void draw_fit(const Pen& pen) {
  for (const float x : {-1.0F, 1.0F}) {
    for (const float y : {-1.0F, 1.0F}) pen.corner(0.75F * x, 0.3F * y, 0.75F * x, 0.75F * y, 0.3F * x, 0.75F * y);
  }
}

void draw_help(const Pen& pen) {
  pen.list.PathArcTo(pen.at(0, -0.38F), 0.42F * pen.unit, -pi, 0.35F * pi, 16);
  pen.list.PathLineTo(pen.at(0, 0.25F));
  pen.list.PathStroke(pen.colour, 0, pen.width);
  pen.list.AddCircleFilled(pen.at(0, 0.68F), 0.14F * pen.unit, pen.colour);
}

/// An arrow that turns back: to the left (`side` 1) or to the right (−1).
void draw_turn(const Pen& pen, float side) {
  const float left = side > 0 ? -1.0F : 1.0F;
  pen.corner(left * 0.45F, -0.75F, left * 0.85F, -0.35F, left * 0.45F, 0.05F);
  pen.line(left * 0.8F, -0.35F, -left * 0.3F, -0.35F);
  const float from = side > 0 ? -0.5F * pi : 1.5F * pi, to = 0.5F * pi;
  pen.list.PathArcTo(pen.at(-left * 0.3F, 0.15F), 0.5F * pen.unit, from, to, 20);
  pen.list.PathLineTo(pen.at(left * 0.3F, 0.65F));
  pen.list.PathStroke(pen.colour, 0, pen.width);
}

void draw_of_time(const Pen& pen, Icon icon) {
  switch (icon) {
    case Icon::play:
      pen.triangle(0.85F, -0.6F);
      break;
    case Icon::pause:
      pen.bar(-0.62F, -0.18F), pen.bar(0.18F, 0.62F);
      break;
    case Icon::step_back:
      pen.triangle(-0.55F, 0.6F), pen.bar(-0.85F, -0.58F);
      break;
    case Icon::step_forward:
      pen.triangle(0.55F, -0.6F), pen.bar(0.58F, 0.85F);
      break;
    case Icon::first:
      pen.triangle(-0.75F, 0.05F), pen.triangle(0.05F, 0.85F), pen.bar(-0.9F, -0.72F);
      break;
    case Icon::repeat:
      for (const float side : {-1.0F, 1.0F}) {
        pen.line(-0.8F * side, 0.5F * side, 0.8F * side, 0.5F * side);
        pen.corner(0.5F * side, 0.15F * side, 0.85F * side, 0.5F * side, 0.5F * side, 0.85F * side);
        pen.line(-0.8F * side, 0.5F * side, -0.8F * side, 0.05F * side);
      }
      break;
    case Icon::last:
      pen.triangle(0.75F, -0.05F), pen.triangle(-0.05F, -0.85F), pen.bar(0.72F, 0.9F);
      break;
    default:
      break;
  }
}

}  // namespace

void draw_icon(ImDrawList& list, Icon icon, ImVec2 centre, float size, ImU32 colour) {
  const Pen pen{list, centre, size / 2, colour, std::max(1.4F, size / 10)};
  switch (icon) {
    case Icon::left:
      pen.corner(0.3F, -0.65F, -0.35F, 0, 0.3F, 0.65F);
      break;
    case Icon::right:
      pen.corner(-0.3F, -0.65F, 0.35F, 0, -0.3F, 0.65F);
      break;
    case Icon::close:
      pen.line(-0.6F, -0.6F, 0.6F, 0.6F), pen.line(-0.6F, 0.6F, 0.6F, -0.6F);
      break;
    case Icon::sun:
      draw_sun(pen);
      break;
    case Icon::moon:
      draw_moon(pen);
      break;
    case Icon::gear:
      draw_gear(pen);
      break;
    case Icon::search:
      pen.ring(-0.2F, -0.2F, 0.55F), pen.line(0.22F, 0.22F, 0.8F, 0.8F);
      break;
    case Icon::camera:
      pen.box(-0.9F, -0.55F, 0.9F, 0.7F, 0.25F), pen.ring(0, 0.08F, 0.34F), pen.line(-0.35F, -0.72F, 0.35F, -0.72F);
      break;
    case Icon::fit:
      draw_fit(pen);
      break;
    case Icon::plus:
      pen.line(-0.7F, 0, 0.7F, 0), pen.line(0, -0.7F, 0, 0.7F);
      break;
    case Icon::minus:
      pen.line(-0.7F, 0, 0.7F, 0);
      break;
    case Icon::panel_left:
      pen.box(-0.85F, -0.7F, 0.85F, 0.7F, 0.2F), pen.line(-0.25F, -0.7F, -0.25F, 0.7F);
      break;
    case Icon::panel_right:
      pen.box(-0.85F, -0.7F, 0.85F, 0.7F, 0.2F), pen.line(0.25F, -0.7F, 0.25F, 0.7F);
      break;
    case Icon::help:
      draw_help(pen);
      break;
    case Icon::undo:
      draw_turn(pen, 1);
      break;
    case Icon::redo:
      draw_turn(pen, -1);
      break;
    case Icon::share:
      pen.corner(-0.4F, -0.4F, 0, -0.85F, 0.4F, -0.4F), pen.line(0, -0.8F, 0, 0.25F);
      pen.line(-0.8F, 0, -0.8F, 0.8F), pen.line(-0.8F, 0.8F, 0.8F, 0.8F), pen.line(0.8F, 0.8F, 0.8F, 0);
      break;
    case Icon::down:
      pen.corner(-0.65F, -0.3F, 0, 0.35F, 0.65F, -0.3F);
      break;
    default:
      draw_of_time(pen, icon);
      break;
  }
}

}  // namespace viewer
