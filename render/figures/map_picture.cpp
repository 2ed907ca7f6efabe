#include "render/figures/map_picture.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "render/figures/city_inset.hpp"
#include "render/figures/fonts.hpp"
#include "render/figures/map_place.hpp"
#include "render/figures/symbols.hpp"
#include "render/figures/text_layout.hpp"

namespace figures {
namespace {

using world::observers::Phrase;

/// Builds one map step by step; members are what the steps share.
class MapPainter {
 public:
  MapPainter(const Study& study, const Map& map, const MapContent& content, const Wishes& wishes)
      : study_(study), map_(map), content_(content), wishes_(wishes), look_(look_of(wishes.theme, wishes.style)),
        unit_(look_.body / 13), picture_{Drawing(wishes.paper.width, wishes.paper.height),
                                         {},
                                         content.frame.title,
                                         {},
                                         {}} {}

  Picture paint() {
    const Box box = draw_frame(drawing(), content_.frame, study_.from(), wishes_, look_);
    prepare();
    const Legend legend = legend_of();
    std::vector<Box> taken;
    if (wishes_.paper.has_legend) taken.push_back(legend_box(legend, box, legend_width(), wishes_, look_));
    if (has_inset()) taken.push_back(city_inset_box(cities_.size(), box, look_));
    picture_.camera = wishes_.camera ? *wishes_.camera : fit_beside(map_, box, taken);
    for (int r = 0; r < map_.n_regions(); ++r) anchors_.push_back(picture_.camera.to_page(map_.shape(r).anchor));
    regions();
    if (has_streams()) streams();
    symbols();
    names(box, taken);
    if (wishes_.paper.has_legend) draw_legend(drawing(), legend, box, legend_width(), wishes_, look_);
    if (has_inset()) draw_city_inset(drawing(), study_, content_, shown_, cities_, box, wishes_, look_);
    picture_.streams.resize(n_concerned_);
    return std::move(picture_);
  }

 private:
  Drawing& drawing() { return picture_.drawing; }
  [[nodiscard]] bool has_streams() const { return !content_.moved.empty(); }
  [[nodiscard]] std::size_t pair(int o, int d) const {
    return static_cast<std::size_t>(o) * static_cast<std::size_t>(map_.n_regions()) + static_cast<std::size_t>(d);
  }

  [[nodiscard]] double legend_width() const { return 250 * unit_; }
  [[nodiscard]] bool has_inset() const { return wishes_.paper.has_inset && !cities_.empty() && cities_.size() <= 6; }

  /// What does not depend on where the map lies.
  void prepare() {
    const double share = !has_streams() ? 1 : wishes_.is_film ? 0.26 : look_.is_dark ? 0.34 : 0.55;
    shown_ = content_.classes;
    for (Colour& colour : shown_.colours) colour = mixed(look_.land, colour, share);
    for (int r = 0; r < map_.n_regions(); ++r) {
      if (map_.shape(r).is_small) cities_.push_back(r);
    }
    if (!has_streams()) return;
    rank_streams();
    widths_ = {.people = std::max(1.0, content_.most_moved),
               .widest = 14 * unit_ * wishes_.symbols,
               .thinnest = (wishes_.focus.is_everything() ? 1.1 : 1.8) * unit_};
    n_drawn_ = std::min(static_cast<int>(n_concerned_), std::max(0, wishes_.n_streams));
  }

  /// Those that are looked at first; `looked_at_` holds them alone.
  void rank_streams() {
    const Focus& focus = wishes_.focus;
    auto& streams = picture_.streams;
    streams = ranked_streams(content_.moved, map_.n_regions());
    const auto n_usual = std::min(streams.size(), static_cast<std::size_t>(std::max(0, wishes_.n_streams)));
    least_usual_ = n_usual > 0 ? streams[n_usual - 1].people : 1e300;
    const auto others = std::stable_partition(streams.begin(), streams.end(), [&](const Stream& stream) {
      return focus.concerns(stream.origin, stream.destination);
    });
    n_concerned_ = static_cast<std::size_t>(others - streams.begin());
    looked_at_ = content_.moved;
    for (auto i = n_concerned_; i < streams.size(); ++i)
      looked_at_[pair(streams[i].origin, streams[i].destination)] = 0;
  }

  void regions() {
    drawing().set_layer(Layer::ground);
    for (int pass = 0; pass < 2; ++pass) {  // cities last: they lie in the holes of others
      for (int r = 0; r < map_.n_regions(); ++r) {
        if (map_.shape(r).is_small != (pass == 1)) continue;
        const Path path = outline(map_.shape(r), picture_.camera);
        drawing().fill(path, colour_of(r));
        pattern(r);
        drawing().stroke(path, look_.edge, 0.9 * look_.stroke);
      }
    }
  }
  [[nodiscard]] Colour colour_of(int r) const {
    return in_focus(shown_.colour_of(content_.fill[static_cast<std::size_t>(r)]), r, wishes_.focus, look_);
  }
  /// The sign, and whether it is sure, without colour.
  void pattern(int r) {
    const bool is_below =
        content_.is_signed && shown_.is_below_zero(shown_.class_of(content_.fill[static_cast<std::size_t>(r)]));
    if (!is_below && !is_uncertain(r)) return;
    const Rings rings = rings_of(map_.shape(r), picture_.camera);
    if (is_below) hatch(drawing(), rings, colour_of(r), look_);
    if (is_uncertain(r)) stipple(drawing(), rings, colour_of(r), look_);
  }
  [[nodiscard]] bool is_uncertain(int r) const {
    return !content_.is_uncertain.empty() && content_.is_uncertain[static_cast<std::size_t>(r)];
  }

  void streams() {
    radii_ = through_radii(looked_at_, map_.n_regions(), content_.most_through, 17 * unit_ * wishes_.symbols);
    std::vector<double> clear = radii_;
    for (double& radius : clear) radius = std::max(radius, 4 * unit_);
    lay_out(picture_.streams, anchors_, clear);
    drawing().set_layer(Layer::ground);
    constexpr double faint = 0.2;
    const double presence = wishes_.focus.is_everything() ? 1 : 2;
    const auto n_all = picture_.streams.size();
    for (auto i = n_all; i-- > n_concerned_ && !wishes_.focus.is_pair();) {
      if (picture_.streams[i].people >= least_usual_) ribbon(picture_.streams[i], faint);
    }
    for (auto i = static_cast<std::size_t>(n_drawn_); i-- > 0;)
      ribbon(picture_.streams[i], presence);  // the largest on top
  }

  void ribbon(const Stream& stream, double presence) {
    Colour from = look_.out, to = look_.in;
    if (!content_.sign.empty())
      from = to = content_.sign[pair(stream.origin, stream.destination)] > 0 ? look_.gain : look_.loss;
    if (wishes_.is_film) {
      track(stream, from, to, presence);
    } else {
      const bool is_fewer = !content_.sign.empty() && content_.sign[pair(stream.origin, stream.destination)] < 0;
      draw_ribbon(drawing(), stream, widths_, look_, {from, to, presence, is_fewer});
    }
  }

  /// A faint line for particles to run along.
  void track(const Stream& stream, Colour from, Colour to, double presence) {
    Path path;
    path.move_to(stream.start);
    const auto third = [](Point a, Point b) { return Point{a.x + 2.0 / 3 * (b.x - a.x), a.y + 2.0 / 3 * (b.y - a.y)}; };
    path.curve_to(third(stream.start, stream.bend), third(stream.end, stream.bend), stream.end);
    drawing().stroke(path,
                     with_alpha(mixed(from, to, 0.5),
                                static_cast<std::uint8_t>(std::min(2.0, presence) * (look_.is_dark ? 34 : 60))),
                     std::min(3.0 * unit_, widths_.width(stream.people)));
  }

  void symbols() {
    drawing().set_layer(Layer::ground);
    if (has_streams() && content_.sign.empty()) {
      draw_through(drawing(), anchors_, looked_at_, map_.n_regions(), content_.most_through,
                   17 * unit_ * wishes_.symbols, look_);
      return;
    }
    radii_.assign(static_cast<std::size_t>(map_.n_regions()), 0);
    for (int r = 0; r < map_.n_regions(); ++r) {
      if (!map_.shape(r).is_small) {
        if (has_streams())
          drawing().fill(Path().circle(anchors_[static_cast<std::size_t>(r)], 2.6 * unit_), look_.text);
        continue;
      }
      radii_[static_cast<std::size_t>(r)] = 5 * unit_;
      const Path ring = Path().circle(anchors_[static_cast<std::size_t>(r)], 5 * unit_);
      drawing().fill(ring, colour_of(r));
      drawing().stroke(ring, look_.text, 1.3 * look_.stroke);
    }
    if (!content_.gauges.empty()) gauges();
  }

  void gauges() {
    drawing().set_layer(Layer::labels);
    for (int r = 0; r < map_.n_regions(); ++r) {
      const auto i = static_cast<std::size_t>(r);
      if (map_.shape(r).is_small) continue;  // in the inset
      draw_gauges(drawing(), content_.gauges[i].used, {anchors_[i].x, anchors_[i].y + 2 * unit_}, unit_, look_);
      radii_[i] = 13 * unit_;
    }
  }

  [[nodiscard]] Legend legend_of() const {
    Legend legend{.classes_title = content_.classes_title,
                  .classes = shown_,
                  .is_signed = content_.is_signed,
                  .ribbons = {},
                  .notes = content_.notes};
    const Speech say(wishes_.language);
    if (has_streams()) legend.ribbons.push_back(wishes_.people_per_dot > 0 ? dot_legend() : ribbon_legend());
    add_remainder(legend);
    if (wishes_.is_adaptive) legend.notes.push_back(say(Phrase::figure_adaptive));
    return legend;
  }

  [[nodiscard]] RibbonLegend ribbon_legend() const {
    const Speech say(wishes_.language);
    const std::vector<double> worked = worked_widths(content_.most_moved);
    if (content_.sign.empty()) {
      return {content_.ribbons_title, widths_, look_.out, look_.in, look_.out, look_.in, say(Phrase::figure_out),
              say(Phrase::figure_in), worked};
    }
    return {
        content_.ribbons_title,    widths_, look_.muted, look_.muted, look_.gain, look_.loss, say(Phrase::figure_more),
        say(Phrase::figure_fewer), worked,  true};
  }

  [[nodiscard]] RibbonLegend dot_legend() const {
    const Speech say(wishes_.language);
    const std::string words =
        say(Phrase::figure_dot, {world::observers::count_text(wishes_.people_per_dot, wishes_.language)});
    return {words, widths_, look_.out, look_.in, look_.out, look_.in, say(Phrase::figure_out), say(Phrase::figure_in),
            {}};
  }

  /// What the ribbons left out carry.
  void add_remainder(Legend& legend) const {
    if (!has_streams()) return;
    double all = 0, drawn = 0;
    for (std::size_t i = 0; i < n_concerned_; ++i) {
      all += picture_.streams[i].people;
      if (static_cast<int>(i) < n_drawn_) drawn += picture_.streams[i].people;
    }
    const int more = static_cast<int>(n_concerned_) - n_drawn_;
    const Speech say(wishes_.language);
    if (more > 0 && wishes_.people_per_dot <= 0) {
      legend.notes.push_back(say(content_.sign.empty() ? Phrase::figure_more_streams : Phrase::figure_more_changes,
                                 {std::to_string(more), say.decimal(100 * (all - drawn) / all, 0)}));
    }
  }

  void names(const Box& box, const std::vector<Box>& taken) {
    const std::vector<std::string> short_ones = short_names(study_.at(wishes_.index), wishes_.language);
    std::vector<Label> labels;
    for (int r = 0; r < map_.n_regions(); ++r) {
      const auto i = static_cast<std::size_t>(r);
      Label label{.place = anchors_[i],
                  .radius = radii_.empty() ? 0 : radii_[i],
                  .may_cover_place = !map_.shape(r).is_small,
                  .importance = content_.importance[i],
                  .lines = {}};
      if (map_.shape(r).is_small) label.importance += 1e12;
      const Colour ink = look_.is_dark && !has_streams() && !map_.shape(r).is_small
                             ? ink_on(shown_.colour_of(content_.fill[i]))
                             : look_.text;
      Colour halo = contrast(ink, look_.ground) > 4.5 ? look_.ground : look_.text;
      if (!has_streams() && !map_.shape(r).is_small) {
        halo = shown_.colour_of(content_.fill[i]);
        label.lines.push_back({.words = short_ones[i],
                               .size = look_.label,
                               .colour = ink_on(halo),
                               .halo = with_alpha(halo, 210),
                               .halo_width = 1.6 * unit_});
      } else {
        label.lines.push_back({.words = short_ones[i],
                               .size = look_.label,
                               .colour = look_.text,
                               .halo = with_alpha(look_.ground, 205),
                               .halo_width = 1.9 * unit_});
      }
      const bool has_value = i < content_.values.size() && (!wishes_.is_film || map_.shape(r).is_small);
      if (has_value) {
        Text value = label.lines.front();
        value.words = content_.values[i];
        value.weight = Weight::bold;
        label.lines.push_back(value);
      }
      labels.push_back(std::move(label));
    }
    place_labels(labels, taken, box);
    drawing().set_layer(Layer::labels);
    for (const Label& label : labels) {
      for (const Text& line : label.lines) drawing().text(line);
    }
  }

  const Study& study_;
  const Map& map_;
  const MapContent& content_;
  const Wishes& wishes_;
  Look look_;
  double unit_;
  Picture picture_;
  ClassScale shown_;
  std::vector<Point> anchors_;
  std::vector<double> radii_;
  WidthScale widths_;
  std::vector<double> looked_at_;  // [origin × destination]
  std::size_t n_concerned_ = 0;    // streams that are looked at
  double least_usual_ = 0;         // people of the thinnest ribbon when everything is looked at
  int n_drawn_ = 0;
  std::vector<int> cities_;
};

}  // namespace

Picture draw_map(const Study& study, const Map& map, const MapContent& content, const Wishes& wishes) {
  return MapPainter(study, map, content, wishes).paint();
}

}  // namespace figures
