#include "render/figures/legend.hpp"

#include <algorithm>
#include <cmath>

#include "render/figures/fonts.hpp"
#include "render/figures/page.hpp"
#include "render/figures/symbols.hpp"
#include "render/figures/text_layout.hpp"

namespace figures {
namespace {

std::string edge_text(double edge, bool is_signed, Language language) {
  const Speech say(language);
  const double size = std::abs(edge);
  if (size >= 10'000) return is_signed ? short_signed_count(edge, language) : short_count(edge, language);
  const int decimals = size >= 1 || size == 0 ? 0 : size >= 0.1 ? 1 : size >= 0.01 ? 2 : 3;
  return is_signed ? say.signed_decimal(edge, decimals) : say.decimal(edge, decimals);
}

/// Draws from a corner down; first measured, then drawn at its place.
class LegendWriter {
 public:
  LegendWriter(Drawing* drawing, Point corner, double width, const Wishes& wishes, const Look& look)
      : drawing_(drawing), corner_(corner), width_(width), wishes_(wishes), look_(look), unit_(look.body / 13) {}

  void write(const Legend& legend) {
    if (!legend.classes.colours.empty()) classes(legend);
    for (const RibbonLegend& ribbons : legend.ribbons) ribbon_rows(ribbons);
    for (const std::string& note : legend.notes) lines(note, look_.muted, Weight::regular);
  }
  [[nodiscard]] double height() const { return y_; }
  [[nodiscard]] double width() const { return widest_; }

 private:
  void lines(const std::string& words, Colour colour, Weight weight) {
    for (const std::string& line : broken(words, look_.small, weight, width_)) {
      y_ += 1.35 * look_.small;
      widest_ = std::max(widest_, text_width(line, look_.small, weight));
      if (drawing_ == nullptr) continue;
      drawing_->text({.at = {corner_.x, corner_.y + y_ - 0.3 * look_.small},
                      .words = line,
                      .size = look_.small,
                      .colour = colour,
                      .weight = weight});
    }
  }

  void classes(const Legend& legend) {
    lines(legend.classes_title, look_.text, Weight::bold);
    y_ += 4 * unit_;
    const auto n = legend.classes.colours.size();
    widest_ = std::max(widest_, std::min(width_, 31 * unit_ * static_cast<double>(n)));
    const double each = std::min(width_ / static_cast<double>(n), 31 * unit_), height = 10 * unit_;
    for (std::size_t i = 0; i < n && drawing_ != nullptr; ++i) {
      const double left = corner_.x + each * static_cast<double>(i), top = corner_.y + y_;
      const Path swatch = Path().rectangle({left, top, left + each, top + height});
      drawing_->fill(swatch, legend.classes.colours[i]);
      if (legend.is_signed && legend.classes.is_below_zero(static_cast<int>(i)))
        hatch(*drawing_, {{{left, top}, {left + each, top}, {left + each, top + height}, {left, top + height}}},
              legend.classes.colours[i], look_);
      drawing_->stroke(swatch, look_.edge, 0.6 * look_.stroke);
    }
    y_ += height + 1.25 * look_.small;
    for (std::size_t i = 0; i + 1 < n && drawing_ != nullptr; ++i) {
      drawing_->text({.at = {corner_.x + each * static_cast<double>(i + 1), corner_.y + y_ - 0.2 * look_.small},
                      .words = edge_text(legend.classes.edges[i], legend.is_signed, wishes_.language),
                      .size = look_.small,
                      .colour = look_.text,
                      .anchor = Anchor::middle});
    }
    y_ += 5 * unit_;
  }

  void ribbon_rows(const RibbonLegend& ribbons) {
    y_ += 3 * unit_;
    lines(ribbons.title, look_.text, Weight::bold);
    const double long_ = 64 * unit_;
    for (const double people : ribbons.worked) {
      const double height = std::max(1.45 * look_.small, 1.15 * ribbons.widths.width(people) + 2.5 * unit_);
      const double middle = corner_.y + y_ + height / 2;
      y_ += height;
      if (drawing_ == nullptr) continue;
      const Stream stream{.origin = 0,
                          .destination = 1,
                          .people = people,
                          .start = {corner_.x, middle},
                          .bend = {corner_.x + long_ / 2, middle},
                          .end = {corner_.x + long_, middle}};
      draw_ribbon(*drawing_, stream, ribbons.widths, look_, {ribbons.from, ribbons.to});
      drawing_->text({.at = {corner_.x + long_ + 8 * unit_, middle + 0.35 * look_.small},
                      .words = world::observers::count_text(people, wishes_.language),
                      .size = look_.small,
                      .colour = look_.text});
    }
    if (!ribbons.first_words.empty()) direction_row(ribbons);
    y_ += 3 * unit_;
  }

  /// A piece of a ribbon, whole or with gaps; returns where it ends.
  double ribbon_sample(double left, double middle, Colour colour, bool is_broken) {
    const double right = left + 26 * unit_, half = 2.5 * unit_;
    drawing_->fill(Path().rectangle({left, middle - half, right, middle + half}), colour);
    for (int i = 1; i < 3 && is_broken; ++i) {
      const double x = left + i * (right - left) / 3;
      drawing_->fill(Path().rectangle({x - 1.1 * unit_, middle - half, x + 1.1 * unit_, middle + half}), look_.ground);
    }
    return right;
  }

  /// Which end is which, in words and colours.
  void direction_row(const RibbonLegend& ribbons) {
    y_ += 1.5 * look_.small;
    if (drawing_ == nullptr) return;
    double x = corner_.x;
    const double base = corner_.y + y_ - 0.35 * look_.small, r = 0.36 * look_.small;
    for (const bool is_second : {false, true}) {
      const Colour colour = is_second ? ribbons.second : ribbons.first;
      const std::string& words = is_second ? ribbons.second_words : ribbons.first_words;
      if (ribbons.is_second_broken) {
        x = ribbon_sample(x, base - r, colour, is_second) + 5 * unit_;
      } else {
        drawing_->fill(Path().circle({x + r, base - r}, r), colour);
        x += 2 * r + 4 * unit_;
      }
      drawing_->text({.at = {x, base}, .words = words, .size = look_.small, .colour = look_.text});
      x += text_width(words, look_.small) + 14 * unit_;
    }
  }

  Drawing* drawing_;
  Point corner_;
  double width_, y_ = 0, widest_ = 0;
  const Wishes& wishes_;
  const Look& look_;
  double unit_;
};

}  // namespace

Box legend_box(const Legend& legend, const Box& box, double width, const Wishes& wishes, const Look& look) {
  LegendWriter measure(nullptr, {}, width, wishes, look);
  measure.write(legend);
  return {box.left, box.bottom - measure.height(), box.left + measure.width(), box.bottom};
}

void draw_legend(Drawing& drawing, const Legend& legend, const Box& box, double width, const Wishes& wishes,
                 const Look& look) {
  const Box covered = legend_box(legend, box, width, wishes, look);
  drawing.set_layer(Layer::labels);
  LegendWriter(&drawing, {covered.left, covered.top}, width, wishes, look).write(legend);
}

std::vector<double> worked_widths(double most_people) {
  const double most = round_below(std::max(most_people, 1.0));
  std::vector<double> worked{most};
  for (const double share : {0.5, 0.1}) {
    const double people = round_below(std::max(1.0, most * share * 1.0001));
    if (people < worked.back()) worked.push_back(people);
  }
  return worked;
}

}  // namespace figures
