// The view lines: small multiples, one panel for each region.
#include <algorithm>
#include <cmath>

#include "render/figures/fonts.hpp"
#include "render/figures/legend_line.hpp"
#include "render/figures/page.hpp"
#include "render/figures/readings.hpp"
#include "render/figures/scales.hpp"
#include "render/figures/series.hpp"
#include "render/figures/svg.hpp"
#include "render/figures/views.hpp"

namespace figures {
namespace {

using world::observers::Phrase;

struct Range {
  double low = 0, high = 1;
};

/// From the least to the largest index of the lines and bands of regions `from` … `to` − 1, a little beyond; at least
/// five points, so that no noise looks like a trend.
Range range_of(const std::vector<RegionLines>& all, std::size_t from, std::size_t to) {
  Range range{100, 100};
  for (std::size_t i = from; i < to; ++i) {
    for (const Line& line : all[i].lines) {
      for (const auto* values : {&line.index, &line.index_low, &line.index_high}) {
        for (const double value : *values) range = {std::min(range.low, value), std::max(range.high, value)};
      }
    }
  }
  const double beyond = std::max(0.06 * (range.high - range.low), (5 - (range.high - range.low)) / 2);
  return {range.low - beyond, range.high + beyond};
}

/// Columns that give panels a good shape, each at least `least_width` wide if any number of columns allows it.
int columns_for(int n, double width, double height, double least_width) {
  int best = 1;
  double least = 1e9;
  for (int columns = 1; columns <= n; ++columns) {
    const int rows = (n + columns - 1) / columns;
    const double shape = width / columns / (height / rows), empty = static_cast<double>(columns * rows - n) / n;
    const double lacking = std::max(0.0, least_width * columns / width - 1);
    const double cost = std::abs(std::log(shape / 1.6)) + empty + 100 * lacking;
    if (cost < least) least = cost, best = columns;
  }
  return best;
}

class LinesPainter {
 public:
  LinesPainter(const Cast& cast, const Wishes& wishes)
      : cast_(cast), study_(cast.first()), wishes_(wishes), look_(look_of(wishes.theme, wishes.style)),
        unit_(look_.body / 13),
        say_(wishes.language), picture_{Drawing(wishes.paper.width, wishes.paper.height), {}, {}, {}, {}},
        names_(short_names(study_.at(wishes.index), wishes.language)) {
    int last = study_.n_months() - 1;
    for (const Study* study : cast.studies) last = std::min(last, study->n_months() - 1);
    last_ = wishes.is_film ? last : wishes.index;
    regions_ = lines_of(cast, wishes.index, last_);
    whole_ = last_ == wishes.index || wishes.is_adaptive ? regions_ : lines_of(cast, last_, last_);
  }

  Picture paint(const Frame& frame) {
    Box box = draw_frame(picture_.drawing, frame, study_.from(), wishes_, look_);
    box.top = draw_legend_lines(picture_.drawing, legend(), box, look_).bottom + 0.7 * look_.body;
    panels(box);
    return std::move(picture_);
  }
  [[nodiscard]] const std::vector<RegionLines>& regions() const { return regions_; }

 private:
  Drawing& drawing() { return picture_.drawing; }
  [[nodiscard]] Colour colour_of(int line) const {
    if (cast_.kind == Casting::one && line == 1) return look_.text;
    return scenario_colour(line, look_);
  }
  [[nodiscard]] std::vector<double> dashes_of(int line) const {
    std::vector<double> dashes = scenario_dashes(line);
    for (double& length : dashes) length *= unit_;
    return dashes;
  }

  [[nodiscard]] std::vector<LegendItem> legend() const {
    using Sample = LegendItem::Sample;
    std::vector<LegendItem> items;
    const auto line = [&](int i, std::string words) {
      items.push_back({Sample::line, colour_of(i), dashes_of(i), 0, std::move(words)});
    };
    const auto note = [&](std::string words) { items.push_back({Sample::none, look_.muted, {}, 0, std::move(words)}); };
    if (cast_.kind == Casting::two) {
      for (const int side : {0, 1}) {
        const std::string words = say_(side == 0 ? Phrase::figure_side_a : Phrase::figure_side_b) + ": " +
                                  cast_.studies[static_cast<std::size_t>(side)]->from().title(wishes_.language);
        line(side, fitted(words, look_.small, Weight::regular, 0.4 * wishes_.paper.width));
      }
    } else if (cast_.kind == Casting::many) {
      line(0, say_(Phrase::figure_median));
      items.push_back({Sample::band, band_colour(), {}, 0, say_(Phrase::figure_band)});
    } else {
      line(0, say_(Phrase::figure_living));
      line(1, say_(Phrase::figure_registered_there));
    }
    note(say_(Phrase::figure_index_start));
    note(say_(cast_.is_difference() ? Phrase::figure_lines_order_two : Phrase::figure_lines_order));
    note(say_(Phrase::figure_lines_all_forecast, {say_.month(study_.from().first_month)}));
    return items;
  }
  [[nodiscard]] Colour band_colour() const { return mixed(look_.ground, colour_of(0), look_.is_dark ? 0.42 : 0.3); }

  void panels(const Box& box) {
    const int n = static_cast<int>(regions_.size());
    const double foot = 1.7 * look_.small, aside = text_width("100.5", look_.small) + 4 * unit_;
    const double left = box.left + aside, gap = 1.3 * look_.body;
    double widest = 0;
    for (const std::string& name : names_) widest = std::max(widest, text_width(name, look_.label, Weight::bold));
    columns_ = columns_for(n, box.right - left + gap, box.height() - foot, widest + gap);
    const int rows = (n + columns_ - 1) / columns_;
    const double width = (box.right - left + gap) / columns_, height = (box.bottom - foot - box.top) / rows;
    for (int i = 0; i < n; ++i) {
      const int row = i / columns_, column = i % columns_;
      if (column == 0) take_range(static_cast<std::size_t>(i), height - heading_height() - 0.7 * look_.small);
      const Box cell{left + width * column, box.top + height * row, left + width * (column + 1) - gap,
                     box.top + height * (row + 1) - 0.7 * look_.small};
      panel(cell, regions_[static_cast<std::size_t>(i)], column == 0, i + columns_ >= n);
    }
  }

  /// Scale of the row that begins with a region; its panels are `height` high.
  void take_range(std::size_t first, double height) {
    range_ = range_of(whole_, first, std::min(whole_.size(), first + static_cast<std::size_t>(columns_)));
    const double least = 1.1 * look_.small * (range_.high - range_.low) / height;  // between marks
    for (int n = 3; n > 0; --n) {
      marks_ = ticks(range_.low, range_.high, n);
      std::erase_if(marks_, [&](double mark) { return mark < range_.low || mark > range_.high; });
      if (marks_.size() > 1 && marks_[1] - marks_[0] >= least) return;
    }
    // The start, and one mark on the side that has more room.
    const double up = range_.high - 100, down = 100 - range_.low, step = round_below(std::max({up, down, 1e-3}));
    marks_ = {100};
    if (step >= least) marks_.insert(up >= down ? marks_.end() : marks_.begin(), up >= down ? 100 + step : 100 - step);
  }
  [[nodiscard]] double heading_height() const { return 1.3 * look_.label + 1.5 * look_.small; }

  [[nodiscard]] std::string mark_text(double mark) const {
    const double step = marks_.size() > 1 ? marks_[1] - marks_[0] : 1;
    return say_.decimal(mark, step < 1 ? 1 : 0);
  }

  void panel(const Box& cell, const RegionLines& region, bool has_marks, bool has_years) {
    heading(cell, region);
    const Box plot{cell.left, cell.top + heading_height(), cell.right, cell.bottom};
    grid(plot, has_marks);
    if (has_years) years(plot);
    for (std::size_t i = 0; i < region.lines.size(); ++i) curve(plot, region.lines[i], static_cast<int>(i));
  }

  void heading(const Box& cell, const RegionLines& region) {
    drawing().set_layer(Layer::labels);
    double y = cell.top + look_.label;
    drawing().text(
        {.at = {cell.left, y},
         .words = fitted(names_[static_cast<std::size_t>(region.region)], look_.label, Weight::bold, cell.width()),
         .size = look_.label,
         .colour = look_.text,
         .weight = Weight::bold});
    y += 1.35 * look_.small;
    double x = cell.left;
    bool is_first = true;
    for (const std::string& words : values_of(region)) {
      const Weight weight = is_first ? Weight::bold : Weight::regular;
      const double width = text_width(words, look_.small, weight);
      if (x + width > cell.right) break;
      drawing().text({.at = {x, y},
                      .words = words,
                      .size = look_.small,
                      .colour = is_first ? look_.text : look_.muted,
                      .weight = weight});
      x += width + 0.6 * look_.small;
      is_first = false;
    }
  }

  /// What stands under the name, the most important first.
  [[nodiscard]] std::vector<std::string> values_of(const RegionLines& region) const {
    const Language language = wishes_.language;
    const Line& line = region.lines[0];
    const std::string people = short_count(region.last(0), language);
    if (cast_.kind == Casting::two) {
      return {say_(Phrase::figure_b_less_a, {short_signed_count(region.last(1) - region.last(0), language)}),
              say_(Phrase::figure_per_side, {say_(Phrase::figure_side_a), people})};
    }
    if (cast_.kind == Casting::many) {
      return {people, short_count(line.low.back(), language) + "–" + short_count(line.high.back(), language)};
    }
    return {people, say_.signed_decimal(line.index.back() - 100, 1) + "\u00A0%"};
  }

  [[nodiscard]] double x_of(const Box& plot, int index) const {
    return plot.left + plot.width() * index / std::max(1, last_);
  }
  [[nodiscard]] double y_of(const Box& plot, double value) const {
    return plot.bottom - plot.height() * (value - range_.low) / (range_.high - range_.low);
  }

  void grid(const Box& plot, bool has_marks) {
    for (const double mark : marks_) {
      const double y = y_of(plot, mark);
      drawing().set_layer(Layer::ground);
      const bool is_base = std::abs(mark - 100) < 1e-9;
      drawing().stroke(Path().move_to({plot.left, y}).line_to({plot.right, y}), is_base ? look_.edge : look_.line,
                       (is_base ? 1.0 : 0.6) * look_.stroke);
      if (!has_marks) continue;
      drawing().set_layer(Layer::labels);
      drawing().text({.at = {plot.left - 4 * unit_, y + 0.35 * look_.small},
                      .words = mark_text(mark),
                      .size = look_.small,
                      .colour = look_.muted,
                      .anchor = Anchor::end});
    }
  }

  /// Januaries as ticks, as many as have room with their years.
  void years(const Box& plot) {
    const int start = study_.at(0).month, first = (start + 11) / 12, last = (start + last_) / 12;
    const double room = 1.6 * text_width("2030", look_.small);
    const double each = plot.width() * 12 / std::max(1, last_);
    const int step = static_cast<int>(std::max(1.0, round_above(std::max(1.0, room / each))));
    drawing().set_layer(Layer::labels);
    for (int year = first; year <= last; ++year) {
      if (year % step != 0 && !(step > last - first && year == first)) continue;
      const double x = x_of(plot, year * 12 - start);
      drawing().stroke(Path().move_to({x, plot.bottom}).line_to({x, plot.bottom + 3 * unit_}), look_.edge,
                       look_.stroke);
      const std::string words = std::to_string(year);
      const double half = text_width(words, look_.small) / 2;
      drawing().text({.at = {std::clamp(x, plot.left + half, std::max(plot.left + half, plot.right - half)),
                             plot.bottom + 3 * unit_ + 1.05 * look_.small},
                      .words = words,
                      .size = look_.small,
                      .colour = look_.muted,
                      .anchor = Anchor::middle});
    }
  }

  void curve(const Box& plot, const Line& line, int number) {
    drawing().set_layer(Layer::ground);
    const int n = static_cast<int>(line.index.size());
    const auto at = [&](const std::vector<double>& values, int i) {
      return Point{x_of(plot, i), y_of(plot, values[static_cast<std::size_t>(i)])};
    };
    if (!line.index_low.empty() && n > 1) {
      std::vector<Point> band;
      for (int i = 0; i < n; ++i) band.push_back(at(line.index_high, i));
      for (int i = n; i-- > 0;) band.push_back(at(line.index_low, i));
      drawing().fill(Path().polygon(band), band_colour());
    }
    Path path;
    for (int i = 0; i < n; ++i) {
      if (i == 0)
        path.move_to(at(line.index, i));
      else
        path.line_to(at(line.index, i));
    }
    const Colour colour = colour_of(number);
    if (n > 1) drawing().stroke(path, colour, (number == 0 ? 2.4 : 1.2) * look_.stroke, dashes_of(number));
    if (number == 0) drawing().fill(Path().circle(at(line.index, n - 1), 2.4 * unit_), colour);
  }

  const Cast& cast_;
  const Study& study_;
  const Wishes& wishes_;
  Look look_;
  double unit_;
  Speech say_;
  Picture picture_;
  std::vector<std::string> names_;
  std::vector<RegionLines> regions_, whole_;  // up to the month shown; all that scales are of
  Range range_;
  std::vector<double> marks_;
  int last_ = 0, columns_ = 1;
};

DataTable table_of(const Cast& cast, const std::vector<RegionLines>& regions) {
  const Study& study = cast.first();
  DataTable table;
  switch (cast.kind) {
    case Casting::one:
      table.columns = {"month",
                       "region",
                       "population_actual_persons",
                       "population_registered_persons",
                       "actual_start_100",
                       "registered_start_100"};
      break;
    case Casting::two:
      table.columns = {"month",       "region",      "a_population_persons", "b_population_persons",
                       "a_start_100", "b_start_100", "b_less_a_persons"};
      break;
    case Casting::many:
      table.columns = {"month",
                       "region",
                       "median_persons",
                       "share_5_persons",
                       "share_95_persons",
                       "median_start_100",
                       "share_5_start_100",
                       "share_95_start_100"};
      break;
  }
  for (const RegionLines& region : regions) {
    const Line& a = region.lines.front();
    const Line& b = region.lines.back();
    for (std::size_t i = 0; i < a.people.size(); ++i) {
      std::vector<std::string> row{month_code(study.at(static_cast<int>(i)).month),
                                   study.at(0).regions[static_cast<std::size_t>(region.region)].iso};
      const auto add = [&](double value) { row.push_back(short_number(value)); };
      if (cast.kind == Casting::many) {
        for (const auto* values : {&a.people, &a.low, &a.high, &a.index, &a.index_low, &a.index_high})
          add((*values)[i]);
      } else {
        for (const auto* values : {&a.people, &b.people, &a.index, &b.index}) add((*values)[i]);
        if (cast.is_difference()) add(b.people[i] - a.people[i]);
      }
      table.rows.push_back(std::move(row));
    }
  }
  return table;
}

}  // namespace

Picture draw_lines_view(const Cast& cast, const Wishes& wishes) {
  const Speech say(wishes.language);
  const Study& study = cast.first();
  const Phrase title = cast.kind == Casting::one   ? Phrase::figure_lines
                       : cast.kind == Casting::two ? Phrase::figure_lines_two
                                                   : Phrase::figure_lines_band;
  const std::string until = say.month(study.at(wishes.index).month);
  const Frame frame{.title = say(title),
                    .subtitle = say.month(study.at(0).month) + " – " + until,
                    .date = until,
                    .footer = footer_of(cast, wishes.language)};
  LinesPainter painter(cast, wishes);
  const DataTable table = table_of(cast, painter.regions());
  Picture picture = painter.paint(frame);
  picture.title = frame.title + ", " + frame.subtitle;
  picture.data = table;
  return picture;
}

}  // namespace figures
