// The view causes: a bar for each region, of what those who left gained by it.
// Taste takes most of it, so the rest is drawn a second time, enlarged.
#include <algorithm>
#include <cmath>

#include "render/figures/fonts.hpp"
#include "render/figures/legend_line.hpp"
#include "render/figures/page.hpp"
#include "render/figures/readings.hpp"
#include "render/figures/scales.hpp"
#include "render/figures/svg.hpp"
#include "render/figures/views.hpp"

namespace figures {
namespace {

using world::observers::Phrase;

constexpr const char* gain_columns[n_gains] = {
    "wage",       "job_chance", "own_specialty", "prestige", "housing", "services", "heat_and_water",
    "congestion", "home",       "network",       "distance", "size",    "place",    "taste"};

std::string cause_words(int cause, Language language) {
  return Speech(language)(static_cast<Phrase>(static_cast<int>(Phrase::cause_wage) + cause));
}

/// A bar's scale: a value to a place.
struct Axis {
  double left = 0, right = 1, low = 0, high = 1;
  [[nodiscard]] double at(double value) const { return left + (right - left) * (value - low) / (high - low); }
};

class CausesPainter {
 public:
  CausesPainter(const Cast& cast, const std::vector<Reasons>& reasons, const std::vector<RegionShares>& shares,
                const Wishes& wishes)
      : cast_(cast), reasons_(reasons), shares_(shares), wishes_(wishes), look_(look_of(wishes.theme, wishes.style)),
        unit_(look_.body / 13),
        say_(wishes.language), picture_{Drawing(wishes.paper.width, wishes.paper.height), {}, {}, {}, {}},
        names_(short_names(cast.first().at(wishes.index), wishes.language)) {}

  Picture paint(const Frame& frame) {
    Box box = draw_frame(drawing(), frame, cast_.first().from(), wishes_, look_);
    box.top = draw_legend_lines(drawing(), legend(), box, look_).bottom + 0.6 * look_.body;
    columns(box);
    return std::move(picture_);
  }

 private:
  Drawing& drawing() { return picture_.drawing; }

  /// Of which region's bar any cause is a visible part.
  [[nodiscard]] bool is_drawn(std::size_t cause) const {
    const double least = cast_.is_difference() ? 0.001 : 0.05;
    return std::any_of(shares_.begin(), shares_.end(),
                       [&](const RegionShares& one) { return std::abs(one.share[cause]) >= least; });
  }

  [[nodiscard]] std::vector<LegendItem> legend() const {
    using Sample = LegendItem::Sample;
    std::vector<LegendItem> items;
    std::string missing;
    if (!cast_.is_difference()) items.push_back({Sample::box, look_.muted, {}, 0, say_(Phrase::figure_named)});
    for (int c = 0; c < n_gains; ++c) {
      const std::string words = cause_words(c, wishes_.language);
      if (!is_drawn(static_cast<std::size_t>(c))) {
        missing += (missing.empty() ? "" : ", ") + words;
        continue;
      }
      items.push_back({Sample::box, cause_colour(c, look_), {}, cause_hatch(c), words});
    }
    const auto note = [&](std::string words) { items.push_back({Sample::none, look_.muted, {}, 0, std::move(words)}); };
    note(say_(Phrase::figure_unexplained));
    if (cast_.kind == Casting::many) note(say_(Phrase::figure_whisker));
    if (wishes_.is_adaptive) note(say_(Phrase::figure_adaptive));
    if (!missing.empty() && !cast_.is_difference()) note(say_(Phrase::figure_no_gain, {missing}));
    return items;
  }

  /// Shares it out from left to right: names, people, bars.
  void columns(const Box& box) {
    double names = 0, people = 0;
    for (const RegionShares& one : shares_) {
      names = std::max(names, text_width(names_[static_cast<std::size_t>(one.region)], look_.label, Weight::bold));
      people = std::max(people, text_width(people_text(one), look_.small));
    }
    const std::string people_head = say_(Phrase::figure_people_left);
    people = std::max(people, 0.62 * text_width(people_head, look_.small, Weight::bold));
    const double gap = 1.1 * look_.body, bars = box.left + names + people + 2 * gap;
    const double whole = cast_.is_difference() ? 0 : 0.24 * (box.right - bars);
    Axis all{bars, bars + whole, 0, 100}, large{bars + (whole > 0 ? whole + 1.6 * gap : 0), box.right, 0, 1};
    scale(large);
    const double head = heads(box, {bars - gap - people, bars - gap}, all, large);
    const double foot = 1.6 * look_.small, top = box.top + head;
    const double each = (box.bottom - foot - top) / std::max<double>(1, static_cast<double>(shares_.size()));
    const Box field{bars, top, box.right, box.bottom - foot};
    if (whole > 0) grid(all, {0, 50, 100}, field, false);
    std::vector<double> marks = ticks(large.low, large.high, 8);
    std::erase_if(marks, [&](double mark) { return mark < large.low - 1e-9 || mark > large.high + 1e-9; });
    grid(large, marks, field, cast_.is_difference());
    for (std::size_t i = 0; i < shares_.size(); ++i) {
      const double y = top + each * static_cast<double>(i);
      row({box.left, y + 0.13 * each, box.right, y + 0.87 * each}, bars - gap, shares_[i], all, large);
    }
  }

  [[nodiscard]] std::string people_text(const RegionShares& one) const {
    return cast_.is_difference() ? short_signed_count(one.people, wishes_.language)
                                 : short_count(one.people, wishes_.language);
  }

  /// Ends of the enlarged axis, the same for all years of the runs unless asked to adapt.
  void scale(Axis& axis) const {
    double low = 0, high = 0;
    const auto take = [&](const std::vector<RegionShares>& shares) {
      for (const RegionShares& one : shares) {
        if (!cast_.is_difference()) {
          high = std::max(high, one.explained_or_pull());
          continue;
        }
        double more = 0, less = 0;
        for (const double share : one.share) (share > 0 ? more : less) += share;
        low = std::min(low, less), high = std::max(high, more);
      }
    };
    take(shares_);
    for (const YearOfGain& year : reasons_.front()) {
      if (!wishes_.is_adaptive) take(shares_of(cast_, reasons_, {year.year, year.year}));
    }
    if (cast_.is_difference()) high = std::max({high, -low, 0.1}), low = -high;
    const std::vector<double> marks = ticks(low, std::max(high, 0.1), 8);
    axis.low = low < 0 ? -marks.back() : 0;
    axis.high = marks.back();
  }

  /// Words above the columns; returns their height.
  double heads(const Box& box, std::pair<double, double> people, const Axis& all, const Axis& large) {
    std::vector<std::pair<std::vector<std::string>, std::pair<double, Anchor>>> heads;
    const auto add = [&](const std::string& words, double left, double right, Anchor anchor) {
      heads.push_back(
          {broken(words, look_.small, Weight::bold, right - left), {anchor == Anchor::end ? right : left, anchor}});
    };
    add(say_(Phrase::figure_people_left), people.first, people.second, Anchor::end);
    if (!cast_.is_difference()) add(say_(Phrase::figure_all_gain), all.left, all.right + look_.body, Anchor::start);
    add(say_(cast_.is_difference() ? Phrase::figure_points : Phrase::figure_gain_enlarged), large.left, large.right,
        Anchor::start);
    std::size_t lines = 1;
    for (const auto& [words, place] : heads) lines = std::max(lines, words.size());
    drawing().set_layer(Layer::labels);
    const double step = 1.3 * look_.small, height = step * static_cast<double>(lines);
    for (const auto& [words, place] : heads) {
      double y = box.top + height - step * static_cast<double>(words.size()) + look_.small;
      for (const std::string& line : words) {
        drawing().text({.at = {place.first, y},
                        .words = line,
                        .size = look_.small,
                        .colour = look_.text,
                        .weight = Weight::bold,
                        .anchor = place.second});
        y += step;
      }
    }
    return height + 0.4 * look_.small;
  }

  void grid(const Axis& axis, const std::vector<double>& marks, const Box& field, bool is_signed) {
    const double step = marks.size() > 1 ? marks[1] - marks[0] : 1;
    const int decimals = step < 0.1 ? 2 : step < 1 ? 1 : 0;
    for (const double mark : marks) {
      const double x = axis.at(mark);
      drawing().set_layer(Layer::ground);
      const bool is_zero = std::abs(mark) < 1e-9;
      drawing().stroke(Path().move_to({x, field.top}).line_to({x, field.bottom}), is_zero ? look_.edge : look_.line,
                       (is_zero ? 1.0 : 0.6) * look_.stroke);
      const std::string words = is_signed ? say_.signed_decimal(mark, decimals) : say_.decimal(mark, decimals);
      const double half = text_width(words, look_.small) / 2;
      drawing().set_layer(Layer::labels);
      drawing().text({.at = {std::min(x, field.right - half), field.bottom + 1.25 * look_.small},
                      .words = words,
                      .size = look_.small,
                      .colour = look_.muted,
                      .anchor = Anchor::middle});
    }
  }

  void row(const Box& bar, double people_right, const RegionShares& one, const Axis& all, const Axis& large) {
    const double base = bar.centre().y + 0.35 * look_.label;
    drawing().set_layer(Layer::labels);
    drawing().text({.at = {bar.left, base},
                    .words = names_[static_cast<std::size_t>(one.region)],
                    .size = look_.label,
                    .colour = look_.text,
                    .weight = Weight::bold});
    drawing().text({.at = {people_right, bar.centre().y + 0.36 * look_.small},
                    .words = people_text(one),
                    .size = look_.small,
                    .colour = look_.text,
                    .anchor = Anchor::end});
    if (cast_.is_difference()) {
      double right = 0, left = 0;
      for (int c = 0; c < n_gains; ++c) {
        const double share = one.share[static_cast<std::size_t>(c)];
        double& end = share > 0 ? right : left;
        segment(bar, large.at(std::min(end, end + share)), large.at(std::max(end, end + share)), c, share);
        end += share;
      }
      return;
    }
    if (one.explained_or_pull() + one.share[taste] <= 0) return;
    whole_bar(bar, one, all);
    double end = 0;
    for (int c = 0; c < taste; ++c) {
      const double share = one.share[static_cast<std::size_t>(c)];
      segment(bar, large.at(end), large.at(end + share), c, share);
      end += share;
    }
    if (cast_.kind == Casting::many) whisker(bar, large.at(one.named_low), large.at(one.named_high));
  }

  void whole_bar(const Box& bar, const RegionShares& one, const Axis& axis) {
    const double named = one.named();
    if (named > 0) {
      const Box box{axis.at(0), bar.top, axis.at(named), bar.bottom};
      drawing().set_layer(Layer::ground);
      drawing().fill(Path().rectangle(box), look_.muted);
      label(box, say_.decimal(named, 0), look_.muted);
    }
    double end = named;
    for (int c = first_unexplained; c < n_gains; ++c) {
      const double share = one.share[static_cast<std::size_t>(c)];
      segment(bar, axis.at(end), axis.at(end + share), c, share);
      end += share;
    }
  }

  void segment(const Box& bar, double left, double right, int cause, double share) {
    if (right - left <= 0) return;
    const Box box{left, bar.top, right, bar.bottom};
    const Colour colour = cause_colour(cause, look_);
    drawing().set_layer(Layer::ground);
    drawing().fill(Path().rectangle(box), colour);
    hatch_box(drawing(), box, cause_hatch(cause), look_.ground, look_);
    const double thin = std::min(0.8 * look_.stroke, 0.25 * (right - left));
    for (const double x : {left, right}) {
      drawing().stroke(Path().move_to({x, bar.top}).line_to({x, bar.bottom}), look_.ground, thin);
    }
    const int decimals = cast_.is_difference() ? (std::abs(share) < 0.95 ? 2 : 1) : 0;
    label(box, cast_.is_difference() ? say_.signed_decimal(share, decimals) : say_.decimal(share, decimals), colour);
  }

  /// A number inside a segment, if there is room for it.
  void label(const Box& box, const std::string& words, Colour ground) {
    if (box.height() < 1.05 * look_.small || text_width(words, look_.small) + 0.5 * look_.small > box.width()) return;
    drawing().set_layer(Layer::labels);
    drawing().text({.at = {box.centre().x, box.centre().y + 0.36 * look_.small},
                    .words = words,
                    .size = look_.small,
                    .colour = ink_on(ground),
                    .anchor = Anchor::middle,
                    .halo = ground,
                    .halo_width = 1.6 * unit_});
  }

  void whisker(const Box& bar, double low, double high) {
    drawing().set_layer(Layer::labels);
    const double y = bar.bottom, cap = 0.16 * bar.height();
    Path path;
    path.move_to({low, y}).line_to({high, y});
    for (const double x : {low, high}) path.move_to({x, y - cap}).line_to({x, y + cap});
    drawing().stroke(path, look_.ground, 3.6 * look_.stroke);
    drawing().stroke(path, look_.text, 1.5 * look_.stroke);
  }

  const Cast& cast_;
  const std::vector<Reasons>& reasons_;
  const std::vector<RegionShares>& shares_;
  const Wishes& wishes_;
  Look look_;
  double unit_;
  Speech say_;
  Picture picture_;
  std::vector<std::string> names_;
};

DataTable table_of(const Cast& cast, const std::vector<RegionShares>& shares, Years years) {
  DataTable table;
  const bool is_difference = cast.is_difference();
  table.columns = {"first_year", "last_year", "region", is_difference ? "change_left_persons" : "left_persons"};
  for (const char* gain : gain_columns)
    table.columns.push_back(std::string(gain) + (is_difference ? "_change_percentage_points" : "_percent"));
  if (cast.kind == Casting::many) {
    table.columns.insert(table.columns.end(), {"named_share_5_percent", "named_share_95_percent"});
  }
  for (const RegionShares& one : shares) {
    std::vector<std::string> row{std::to_string(years.first), std::to_string(years.last),
                                 cast.first().at(0).regions[static_cast<std::size_t>(one.region)].iso,
                                 short_number(one.people)};
    for (const double share : one.share) row.push_back(short_number(share));
    if (cast.kind == Casting::many) {
      row.push_back(short_number(one.named_low));
      row.push_back(short_number(one.named_high));
    }
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace

Picture draw_causes_view(const Cast& cast, const std::vector<Reasons>& reasons, const Wishes& wishes) {
  const Speech say(wishes.language);
  const Years years = years_of(cast.first(), cast.first().window(wishes.index, wishes.n_months));
  const std::string first = std::to_string(years.first), last = std::to_string(years.last);
  const std::vector<RegionShares> shares = shares_of(cast, reasons, years);
  double people = 0;
  for (const RegionShares& one : shares) people += one.people_before;
  Frame frame{.title = say(cast.is_difference() ? Phrase::figure_causes_change : Phrase::figure_causes),
              .subtitle = say(people > 0 ? Phrase::figure_share_of_gain : Phrase::figure_nobody_left),
              .date = years.first == years.last ? last : first + "–" + last,
              .footer = footer_of(cast, wishes.language)};
  frame.subtitle += " · " +
                    (!years.is_whole             ? say(Phrase::figure_year_in_part, {last})
                     : years.first == years.last ? say(Phrase::figure_year, {last})
                                                 : say(Phrase::figure_years, {first, last})) +
                    " · " + say(Phrase::figure_actual);
  Picture picture = CausesPainter(cast, reasons, shares, wishes).paint(frame);
  picture.title = frame.title + ", " + frame.subtitle;
  picture.data = table_of(cast, shares, years);
  return picture;
}

}  // namespace figures
