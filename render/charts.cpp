#include "render/charts.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace viewer {

using world::observers::Phrase;
using world::observers::Speech;

std::vector<double> round_steps(double low, double high, int most) {
  if (!std::isfinite(low) || !std::isfinite(high)) return {0, 1};
  if (high - low < 1e-12 * std::max(1.0, std::abs(high))) high = low + std::max(1.0, std::abs(low) * 0.02);
  const double rough = (high - low) / std::max(1, most - 1);
  const double power = std::pow(10, std::floor(std::log10(rough)));
  double step = 10 * power;
  for (const double times : {1.0, 2.0, 2.5, 5.0}) {
    if (times * power >= rough * (1 - 1e-9)) {
      step = times * power;
      break;
    }
  }
  std::vector<double> steps;
  const double first = std::floor(low / step + 1e-9), last = std::ceil(high / step - 1e-9);
  for (double i = first; i <= last; ++i) steps.push_back(i * step);
  return steps;
}

std::string short_number(double value, const Speech& say) {
  const double size = std::abs(value);
  const auto digits = [&](double of) {  // as few as say it exactly, three at most
    int decimals = 0;
    for (double times = 1; decimals < 3 && std::abs(of * times - std::round(of * times)) > 1e-6 * times; times *= 10)
      ++decimals;
    return say.decimal(of, decimals);
  };
  if (size >= 1e6) return say(Phrase::view_millions, {digits(value / 1e6)});
  if (size >= 1e4) return say(Phrase::view_thousands, {digits(value / 1e3)});
  return digits(value);
}

namespace {

/// Where values and months lie.
struct Axes {
  Rect plot;
  std::vector<double> steps;
  int n_months;
  [[nodiscard]] float x(int month) const {
    return plot.x + plot.w * static_cast<float>(month) / static_cast<float>(std::max(1, n_months - 1));
  }
  [[nodiscard]] float y(double value) const {
    return plot.bottom() - plot.h * static_cast<float>((value - steps.front()) / (steps.back() - steps.front()));
  }
};

std::vector<double> steps_of(const Chart& chart) {
  double low = std::numeric_limits<double>::infinity(), high = -low;
  for (const Line& line : chart.lines) {
    for (const auto* values : {&line.values, &line.low, &line.high}) {
      for (const double value : *values) {
        if (!std::isfinite(value)) continue;
        low = std::min(low, value);
        high = std::max(high, value);
      }
    }
  }
  if (chart.from_zero) low = std::min(low, 0.0);
  return round_steps(low, high, 4);
}

void draw_grid(Ui& ui, const Chart& chart, const Axes& axes, Rect numbers) {
  for (const double step : axes.steps) {
    const float y = std::round(axes.y(step)), height = ui.height_of(Face::caption);
    ui.fill({axes.plot.x, y, axes.plot.w, 1}, ui.theme.line);
    ui.text({numbers.x, y - height / 2, numbers.w, height}, short_number(step, ui.say), Face::caption, ui.theme.muted,
            Align::right);
  }
  const float label = ui.width_of("2000", Face::caption) + ui.px(12), top = axes.plot.bottom() + ui.px(4);
  const float year = 12 * axes.plot.w / static_cast<float>(std::max(1, axes.n_months - 1));
  const int every = std::max(1, static_cast<int>(std::ceil(label / std::max(1.0F, year))));
  for (int i = 0; i < axes.n_months; ++i) {
    const int month = chart.first_month + i;
    if (month % (12 * every) != 0) continue;
    const float x = std::clamp(axes.x(i) - label / 2, axes.plot.x - label / 3, axes.plot.right() - label * 0.9F);
    ui.text({x, top, label, ui.height_of(Face::caption)}, std::to_string(month / 12), Face::caption, ui.theme.muted,
            Align::middle);
  }
}

/// At most one point a pixel: longer runs are thinned.
void draw_line(Ui& ui, const Axes& axes, const Line& line) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const auto n = static_cast<int>(line.values.size());
  const int every = std::max(1, static_cast<int>(static_cast<float>(n) / std::max(1.0F, axes.plot.w)));
  for (int i = 0; i + every < static_cast<int>(std::min(line.low.size(), line.high.size())); i += every) {
    const auto a = static_cast<std::size_t>(i), b = static_cast<std::size_t>(i + every);
    list.AddQuadFilled({axes.x(i), axes.y(line.low[a])}, {axes.x(i), axes.y(line.high[a])},
                       {axes.x(i + every), axes.y(line.high[b])}, {axes.x(i + every), axes.y(line.low[b])},
                       packed(line.colour, 0.20F));
  }
  std::vector<ImVec2> points;
  const auto stroke = [&] {
    if (points.size() > 1)
      list.AddPolyline(points.data(), static_cast<int>(points.size()), packed(line.colour), 0, ui.px(2));
    points.clear();
  };
  for (int i = 0; i < n; i += every) {
    const double value = line.values[static_cast<std::size_t>(i)];
    if (!std::isfinite(value)) {
      stroke();
      continue;
    }
    points.push_back({axes.x(i), axes.y(value)});
    if (line.is_dashed && points.size() == 4) {
      stroke();
      ++i;
    }
  }
  stroke();
}

void draw_values(Ui& ui, const Axes& axes, const Chart& chart, int at) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float x = axes.x(at);
  list.AddLine({x, axes.plot.y}, {x, axes.plot.bottom()}, packed(ui.theme.muted, 0.7F), 1);
  for (const Line& line : chart.lines) {
    if (at >= static_cast<int>(line.values.size()) || !std::isfinite(line.values[static_cast<std::size_t>(at)]))
      continue;
    const ImVec2 point{x, axes.y(line.values[static_cast<std::size_t>(at)])};
    list.AddCircleFilled(point, ui.px(4.5), packed(ui.theme.panel), 20);
    list.AddCircleFilled(point, ui.px(3), packed(line.colour), 20);
  }
}

/// Each line with its value at a month.
std::vector<std::string> legend_of(const Ui& ui, const Chart& chart, int at) {
  std::vector<std::string> entries;
  for (const Line& line : chart.lines) {
    const bool has = at < static_cast<int>(line.values.size());
    const double value = has ? line.values[static_cast<std::size_t>(at)] : std::numeric_limits<double>::quiet_NaN();
    const bool has_fraction = std::abs(value) < 100 && value != std::round(value);
    entries.push_back(line.name + ' ' + (has_fraction ? ui.say.decimal(value, 1) : ui.say.count(value)));
  }
  return entries;
}

float width_of_legend(const Ui& ui, const std::vector<std::string>& entries) {
  float width = 0;
  for (const std::string& entry : entries) width += ui.width_of(entry, Face::caption) + ui.px(28);
  return width;
}

void draw_legend(Ui& ui, Rect place, const Chart& chart, const std::vector<std::string>& entries, bool in_one_row) {
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const float width = std::min(place.w, ui.width_of(entries[i], Face::caption) + ui.px(14));
    Rect row = in_one_row ? place.cut_left(width, ui.px(14)) : place.cut_top(ui.height_of(Face::caption));
    const Rect dot = row.cut_left(ui.px(8), ui.px(6));
    ImGui::GetWindowDrawList()->AddCircleFilled(dot.centre(), ui.px(3.5), packed(chart.lines[i].colour), 20);
    ui.text(row, entries[i], Face::caption, ui.theme.text);
  }
}

}  // namespace

float height_of_chart(const Ui& ui) { return ui.px(186); }

void draw_chart(Ui& ui, Rect rect, const Chart& chart) {
  ui.fill(rect, ui.theme.card, ui.px(10));
  ui.frame(rect, ui.theme.line, ui.px(10));
  Rect inside = rect.inset(ui.px(14), ui.px(12));
  Rect title = inside.cut_top(ui.height_of(Face::strong), ui.px(2));
  const float unit = std::min(ui.width_of(chart.unit, Face::caption), title.w / 2);
  ui.text(title.cut_right(unit, ui.px(8)), chart.unit, Face::caption, ui.theme.muted, Align::right);
  ui.text(title, chart.title, Face::strong, ui.theme.text);
  const std::vector<std::string> entries = legend_of(ui, chart, chart.shown);
  const bool in_one_row = width_of_legend(ui, entries) <= inside.w;
  const auto n_rows = static_cast<float>(in_one_row ? 1 : entries.size());
  const Rect legend = inside.cut_top(ui.height_of(Face::caption) * n_rows, ui.px(10));
  inside.cut_bottom(ui.height_of(Face::caption) + ui.px(4));
  Axes axes{{}, steps_of(chart), chart.n_months};
  float numbers = 0;
  for (const double step : axes.steps)
    numbers = std::max(numbers, ui.width_of(short_number(step, ui.say), Face::caption));
  const Rect column = inside.cut_left(numbers, ui.px(8));
  axes.plot = inside.inset(0, ui.px(4));
  const Ui::Touch held = ui.touch(chart.id, axes.plot);
  draw_grid(ui, chart, axes, column);
  for (const Line& line : chart.lines) draw_line(ui, axes, line);
  const float share = (ImGui::GetIO().MousePos.x - axes.plot.x) / std::max(1.0F, axes.plot.w);
  const int under =
      static_cast<int>(std::lround(std::clamp(share, 0.0F, 1.0F) * static_cast<float>(chart.n_months - 1)));
  const int at = held.is_hovered ? under : chart.shown;
  draw_values(ui, axes, chart, at);
  draw_legend(ui, legend, chart, legend_of(ui, chart, at), in_one_row);
  if (held.is_hovered) ui.tip(ui.say.month(chart.first_month + at));
  if (held.has_focus) ui.frame(rect, ui.theme.accent, ui.px(10), ui.px(2));
  if (held.is_worked && held.is_hovered) ui.ask(Action::go_to, under);
}

}  // namespace viewer
