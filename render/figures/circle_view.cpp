// The view circle: a ring of regions and a chord for every stream, drawn where circle_layout.hpp has them.
#include <algorithm>
#include <cmath>

#include "render/figures/circle_layout.hpp"
#include "render/figures/fonts.hpp"
#include "render/figures/legend.hpp"
#include "render/figures/page.hpp"
#include "render/figures/readings.hpp"
#include "render/figures/svg.hpp"
#include "render/figures/text_layout.hpp"
#include "render/figures/views.hpp"

namespace figures {
namespace {

using world::observers::Phrase;

constexpr std::uint8_t faint = 46;  // 18 % of 255
constexpr const char* dot = " · ";

/// What is drawn: people, or absolute differences with their signs.
struct Matter {
  std::vector<double> moved, sign;  // [origin × destination]; `sign` is empty without a difference
  std::vector<int> order;
  double most_in_all = 0;  // of all months
};

double sum_of(const std::vector<double>& moved) {
  double sum = 0;
  for (const double people : moved) sum += std::abs(people);
  return sum;
}

Matter matter_of(const Cast& cast, const Wishes& wishes) {
  const Study& study = cast.first();
  const auto moves = [&](int index, int n_months) {
    const Window window = study.window(index, n_months);
    return combined(cast, [&](const Study& one) { return moves_of(one, window, wishes.counting); });
  };
  Matter matter;
  matter.moved = moves(wishes.index, wishes.n_months);
  if (cast.is_difference()) {
    matter.sign = matter.moved;
    for (double& people : matter.moved) people = std::abs(people);
  }
  const int last = cast.n_months() - 1;
  for (int index = std::min(wishes.n_months, last); index <= last && !wishes.is_adaptive;
       index += std::max(1, last / 60)) {
    matter.most_in_all = std::max(matter.most_in_all, sum_of(moves(index, wishes.n_months)));
  }
  // A window cut short by the start is compared with as many months as it has.
  matter.most_in_all *= study.window(wishes.index, wishes.n_months).n_months() / static_cast<double>(wishes.n_months);
  // The ring is of the whole of the first run, so that all its pictures and those of a comparison have the same.
  matter.order = ring_order(moves_of(study, study.window(last, last), wishes.counting), study.n_regions());
  return matter;
}

/// A name outside the ring with a line to its sector.
struct Tag {
  std::size_t sector = 0;
  double y = 0;  // of its middle
};

class CirclePainter {
 public:
  CirclePainter(const Cast& cast, const Matter& matter, const Wishes& wishes)
      : study_(cast.first()), matter_(matter), wishes_(wishes), look_(look_of(wishes.theme, wishes.style)),
        unit_(look_.body / 13), picture_{Drawing(wishes.paper.width, wishes.paper.height), {}, {}, {}, {}},
        circle_(lay_out_circle(matter.moved, matter.order, matter.most_in_all)),
        names_(short_names(study_.at(wishes.index), wishes.language)) {}

  Picture paint(const Frame& frame) {
    const Box box = draw_frame(drawing(), frame, study_.from(), wishes_, look_);
    n_strong_ = std::min(circle_.chords.size(), static_cast<std::size_t>(std::max(0, wishes_.n_streams)));
    find_room(box);
    chords();
    ring();
    tags();
    legend(box);
    return std::move(picture_);
  }

 private:
  Drawing& drawing() { return picture_.drawing; }
  [[nodiscard]] Point at(double angle, double radius) const {
    return {centre_.x + radius * std::cos(angle), centre_.y + radius * std::sin(angle)};
  }
  [[nodiscard]] bool is_difference() const { return !matter_.sign.empty(); }
  [[nodiscard]] double sign(int origin, int destination) const {
    return matter_.sign[static_cast<std::size_t>(origin) * static_cast<std::size_t>(study_.n_regions()) +
                        static_cast<std::size_t>(destination)];
  }

  [[nodiscard]] std::string total_text(const Sector& sector, bool is_out) const {
    double people = is_out ? sector.people_out : sector.people_in;
    if (is_difference()) {
      people = 0;
      for (int other = 0; other < study_.n_regions(); ++other)
        people += is_out ? sign(sector.region, other) : sign(other, sector.region);
    }
    if (!is_difference()) return std::string(is_out ? "\u2212" : "+").append(short_count(people, wishes_.language));
    return Speech(wishes_.language)(is_out ? Phrase::figure_out : Phrase::figure_in) + "\u00A0" +
           short_signed_count(people, wishes_.language);
  }

  /// The ring as large as the names beside it and the legend allow.
  void find_room(const Box& box) {
    double widest = 0;
    for (const Sector& sector : circle_.sectors) {
      const std::string totals = total_text(sector, true) + dot + total_text(sector, false);
      widest = std::max({widest, text_width(totals, look_.small),
                         text_width(names_[static_cast<std::size_t>(sector.region)], look_.label, Weight::bold)});
    }
    const double aside = widest + lead() + 4 * unit_, over = 1.2 * look_.label;
    const double beside = std::min(250 * unit_, 0.25 * box.width());
    const Legend legend = legend_of(0);  // of the same height whatever the ring
    legend_height_ = std::max(legend_box(ribbons_of(legend), box, 0.3 * box.width(), wishes_, look_).height(),
                              legend_box(notes_of(legend), box, 0.66 * box.width(), wishes_, look_).height());
    const double wide = std::min((box.width() - beside) / 2 - aside, box.height() / 2 - over);
    const double tall = std::min(box.width() / 2 - aside, (box.height() - legend_height_) / 2 - over);
    is_wide_ = wide >= tall;
    room_ = box;
    if (is_wide_) {
      legend_width_ = beside;
      room_.left += beside;
    } else {
      room_.bottom -= legend_height_ + 0.5 * look_.body;
    }
    outer_ = std::max(20.0, std::max(wide, tall));
    inner_ = 0.95 * outer_;
    centre_ = room_.centre();
  }
  [[nodiscard]] double lead() const { return 22 * unit_; }

  /// Where arrow heads begin, from the centre.
  [[nodiscard]] double head_base() const { return 0.925 * inner_; }
  /// Of the controls of a chord's sides, as a share of the radius.
  [[nodiscard]] static double reach_of(const Chord& chord) {
    const double between = std::abs(std::remainder(chord.start.middle() - chord.end.middle(), 2 * 3.14159265358979));
    return 1 - std::min(1.0, 0.32 + 0.68 * std::sin(between / 2));
  }
  /// From the ring at the origin to an arrow head short of the ring at the destination.
  [[nodiscard]] Path chord_path(const Chord& chord, bool is_strong) const {
    const double tip = inner_ - 0.012 * inner_, base = head_base(), reach = reach_of(chord);
    const double least = is_strong ? 3 * look_.stroke / inner_ : 0;  // a thinner head is not seen
    const double widen = std::max(0.0, least - chord.end.size()) / 2;
    const Arc head{chord.end.from - widen, chord.end.to + widen};
    Path path;
    path.arc(centre_, inner_, chord.start.from, chord.start.to);
    path.curve_to(at(chord.start.to, inner_ * reach), at(chord.end.from, base * reach), at(chord.end.from, base));
    if (widen > 0) path.line_to(at(head.from, base));
    path.line_to(at(chord.end.middle(), tip)).line_to(at(head.to, base));
    if (widen > 0) path.line_to(at(chord.end.to, base));
    path.curve_to(at(chord.end.to, base * reach), at(chord.start.from, inner_ * reach), at(chord.start.from, inner_));
    return path.close();
  }

  void chords() {
    drawing().set_layer(Layer::ground);
    for (std::size_t i = circle_.chords.size(); i-- > 0;) {
      const Chord& chord = circle_.chords[i];
      Colour from = look_.out, to = look_.in;
      if (is_difference()) from = to = sign(chord.origin, chord.destination) > 0 ? look_.gain : look_.loss;
      const bool is_looked_at = wishes_.focus.concerns(chord.origin, chord.destination);
      const Path path = chord_path(chord, i < n_strong_);
      if (!is_looked_at) {
        drawing().fill(path, with_alpha(look_.muted, faint / 2));
        continue;
      }
      if (i >= n_strong_ && wishes_.focus.is_everything()) {
        const Colour pale = is_difference() ? from : look_.muted;
        drawing().fill(path, with_alpha(pale, faint));
        continue;
      }
      drawing().fill(path, Paint(with_alpha(from, 190), with_alpha(to, 235), at(chord.start.middle(), inner_),
                                 at(chord.end.middle(), inner_)));
      drawing().stroke(path, with_alpha(look_.ground, 170), 0.7 * look_.stroke);
      if (is_difference() && sign(chord.origin, chord.destination) < 0) gaps(chord);
    }
  }

  /// Thin gaps across a chord: fewer people, told without colour.
  void gaps(const Chord& chord) {
    const double base = head_base(), reach = reach_of(chord);
    const auto side = [&](double from, double to, double t) {
      const Point a = at(from, inner_), b = at(from, inner_ * reach), c = at(to, base * reach), d = at(to, base);
      const double u = 1 - t;
      const auto mix = [&](double Point::*x) {
        return u * u * u * (a.*x) + 3 * u * u * t * (b.*x) + 3 * u * t * t * (c.*x) + t * t * t * (d.*x);
      };
      return Point{mix(&Point::x), mix(&Point::y)};
    };
    constexpr int n = 24;
    Path lines;
    for (int i = 1; i < n; ++i) {
      const double t = static_cast<double>(i) / n;
      lines.move_to(side(chord.start.to, chord.end.from, t)).line_to(side(chord.start.from, chord.end.to, t));
    }
    drawing().stroke(lines, with_alpha(look_.ground, 200), 1.6 * unit_);
  }

  void ring() {
    drawing().set_layer(Layer::ground);
    const auto piece = [&](Arc arc, Colour colour) {
      if (arc.size() <= 0) return;
      Path path;
      path.arc(centre_, outer_, arc.from, arc.to).arc(centre_, inner_ + 1.2 * unit_, arc.to, arc.from, true).close();
      drawing().fill(path, colour);
    };
    for (const Sector& sector : circle_.sectors) {
      piece(sector.out, is_difference() ? look_.edge : look_.out);
      piece(sector.in, is_difference() ? look_.muted : look_.in);
    }
    const int most = largest_gain();
    for (const Sector& sector : circle_.sectors) {
      if (sector.region != most) continue;
      const double radius = outer_ + 3.2 * unit_;
      drawing().stroke(Path().arc(centre_, radius, sector.whole().from, sector.whole().to), look_.text,
                       2.2 * look_.stroke);
    }
  }

  [[nodiscard]] double net_of(int region) const {
    double net = 0;
    for (const Sector& sector : circle_.sectors) {
      if (sector.region != region) continue;
      if (!is_difference()) return sector.people_in - sector.people_out;
      for (int other = 0; other < study_.n_regions(); ++other) net += sign(other, region) - sign(region, other);
    }
    return net;
  }
  /// The region whose net moves are the largest; −1 if there is none above zero.
  [[nodiscard]] int largest_gain() const {
    int most = -1;
    double net = 0;
    for (int region = 0; region < study_.n_regions(); ++region) {
      if (net_of(region) > net + 1e-9) most = region, net = net_of(region);
    }
    return most;
  }

  void tags() {
    std::vector<Tag> left, right;
    for (std::size_t s = 0; s < circle_.sectors.size(); ++s) {
      const Point place = at(circle_.sectors[s].whole().middle(), outer_ + lead());
      (place.x < centre_.x ? left : right).push_back({s, place.y});
    }
    const double height = 1.12 * look_.label + 1.3 * look_.small;
    for (std::vector<Tag>* side : {&left, &right}) {
      std::stable_sort(side->begin(), side->end(), [](const Tag& a, const Tag& b) { return a.y < b.y; });
      std::vector<double> middles;
      for (const Tag& tag : *side) middles.push_back(tag.y);
      spread_apart(middles, height, room_.top, room_.bottom);
      for (std::size_t i = 0; i < middles.size(); ++i) draw_tag({(*side)[i].sector, middles[i]}, side == &right);
    }
  }

  void draw_tag(const Tag& tag, bool is_right) {
    const Sector& sector = circle_.sectors[tag.sector];
    const double away = outer_ + lead(), dy = tag.y - centre_.y;
    const double dx = std::max(std::sqrt(std::max(0.0, away * away - dy * dy)), lead());
    const double x = centre_.x + (is_right ? dx : -dx);
    const double angle = sector.whole().middle();
    drawing().set_layer(Layer::ground);
    Path line;
    line.move_to(at(angle, outer_ + 2 * unit_)).line_to(at(angle, outer_ + 0.35 * lead()));
    line.line_to({x - (is_right ? 3 : -3) * unit_, tag.y});
    drawing().stroke(line, look_.line, look_.stroke);
    drawing().set_layer(Layer::labels);
    const Anchor anchor = is_right ? Anchor::start : Anchor::end;
    drawing().text({.at = {x, tag.y - 0.15 * look_.label},
                    .words = names_[static_cast<std::size_t>(sector.region)],
                    .size = look_.label,
                    .colour = look_.text,
                    .weight = Weight::bold,
                    .anchor = anchor});
    const std::string out = total_text(sector, true), in = total_text(sector, false);
    const double size = look_.small, y = tag.y + 1.05 * size;
    double from = is_right ? x : x - text_width(out + dot + in, size);
    const bool is_plain = look_.is_grey || is_difference();
    for (const auto& [words, colour] :
         {std::pair{out, is_plain ? look_.muted : look_.out}, std::pair{std::string(dot), look_.muted},
          std::pair{in, is_plain ? look_.muted : look_.in}}) {
      drawing().text({.at = {from, y}, .words = words, .size = size, .colour = colour});
      from += text_width(words, size);
    }
  }

  static Legend ribbons_of(Legend legend) {
    legend.notes.clear();
    return legend;
  }
  static Legend notes_of(Legend legend) {
    legend.ribbons.clear();
    return legend;
  }

  /// `per_person`: width of a chord in units of the drawing; 0 to measure the legend.
  [[nodiscard]] Legend legend_of(double per_person) const {
    const Speech say(wishes_.language);
    Legend legend{.classes_title = {}, .classes = {}, .is_signed = false, .ribbons = {}, .notes = {}};
    if (circle_.chords.empty()) {
      legend.notes.push_back(say(Phrase::figure_no_moves));
      return legend;
    }
    RibbonLegend ribbons{.title = say(is_difference() ? Phrase::figure_ribbons_change : Phrase::figure_ribbons),
                         .widths = {.people = 1, .widest = per_person, .thinnest = 0.3 * look_.stroke},
                         .from = is_difference() ? look_.muted : look_.out,
                         .to = is_difference() ? look_.muted : look_.in,
                         .first = is_difference() ? look_.gain : look_.out,
                         .second = is_difference() ? look_.loss : look_.in,
                         .first_words = say(is_difference() ? Phrase::figure_more : Phrase::figure_out),
                         .second_words = say(is_difference() ? Phrase::figure_fewer : Phrase::figure_in),
                         .worked = {1, 1},
                         .is_second_broken = is_difference()};
    if (per_person > 0) {
      ribbons.worked.clear();
      const double widest = 8 * unit_;
      for (const double people : worked_widths(std::min(circle_.chords.front().people, widest / per_person))) {
        if (ribbons.worked.size() < 2 && people * per_person <= 1.5 * widest) ribbons.worked.push_back(people);
      }
    }
    if (!is_difference()) ribbons.first_words += " (\u2212)", ribbons.second_words += " (+)";
    legend.ribbons.push_back(ribbons);
    add_notes(legend);
    return legend;
  }

  void legend(const Box& box) {
    const Legend legend = legend_of(circle_.radians_per_person * inner_);
    if (is_wide_) {
      draw_legend(drawing(), legend, box, legend_width_, wishes_, look_);
      return;
    }
    const double top = box.bottom - legend_height_;
    for (const bool is_left : {true, false}) {
      const Legend part = is_left ? ribbons_of(legend) : notes_of(legend);
      const double width = (is_left ? 0.3 : 0.66) * box.width();
      const double height = legend_box(part, box, width, wishes_, look_).height();
      const double left = is_left ? box.left : box.right - width;
      draw_legend(drawing(), part, {left, top, left + width, top + height}, width, wishes_, look_);
    }
  }

  void add_notes(Legend& legend) const {
    const Speech say(wishes_.language);
    legend.notes.push_back(say(Phrase::figure_circle_read));
    double all = 0, drawn = 0;
    for (std::size_t i = 0; i < circle_.chords.size(); ++i) {
      all += circle_.chords[i].people;
      if (i < n_strong_) drawn += circle_.chords[i].people;
    }
    const std::size_t more = circle_.chords.size() - n_strong_;
    if (more > 0 && wishes_.focus.is_everything()) {
      legend.notes.push_back(
          say(Phrase::figure_circle_faint, {std::to_string(more), say.decimal(100 * (all - drawn) / all, 0)}));
    }
    if (const int most = largest_gain(); most >= 0) {
      legend.notes.push_back(say(Phrase::figure_circle_most, {names_[static_cast<std::size_t>(most)],
                                                              short_signed_count(net_of(most), wishes_.language)}));
    }
    legend.notes.push_back(say(Phrase::figure_circle_order));
    legend.notes.push_back(say(wishes_.is_adaptive ? Phrase::figure_adaptive : Phrase::figure_circle_scale));
  }

  const Study& study_;
  const Matter& matter_;
  const Wishes& wishes_;
  Look look_;
  double unit_;
  Picture picture_;
  Circle circle_;
  std::vector<std::string> names_;
  Box room_;
  Point centre_;
  double outer_ = 1, inner_ = 1, legend_width_ = 0, legend_height_ = 0;
  bool is_wide_ = true;
  std::size_t n_strong_ = 0;
};

DataTable table_of(const Cast& cast, const Matter& matter, const Wishes& wishes) {
  const Study& study = cast.first();
  const Window window = study.window(wishes.index, wishes.n_months);
  const Circle circle = lay_out_circle(matter.moved, matter.order, matter.most_in_all);
  DataTable table;
  table.columns = {"first_month",
                   "last_month",
                   "origin",
                   "destination",
                   cast.is_difference() ? "change_persons" : "moved_persons",
                   "is_strong",
                   "origin_place_in_ring",
                   "destination_place_in_ring"};
  std::vector<int> place(matter.order.size());
  for (std::size_t i = 0; i < matter.order.size(); ++i)
    place[static_cast<std::size_t>(matter.order[i])] = static_cast<int>(i) + 1;
  int rank = 0;
  for (const Chord& chord : circle.chords) {
    const auto o = static_cast<std::size_t>(chord.origin), d = static_cast<std::size_t>(chord.destination);
    const double people = matter.sign.empty() ? chord.people : matter.sign[o * matter.order.size() + d];
    table.rows.push_back({month_code(study.at(window.first).month), month_code(study.at(window.last).month),
                          study.at(0).regions[o].iso, study.at(0).regions[d].iso, short_number(people),
                          rank++ < wishes.n_streams ? "1" : "0", std::to_string(place[o]), std::to_string(place[d])});
  }
  return table;
}

}  // namespace

Picture draw_circle_view(const Cast& cast, const Wishes& wishes) {
  const Speech say(wishes.language);
  const Study& study = cast.first();
  const Window window = study.window(wishes.index, wishes.n_months);
  const Matter matter = matter_of(cast, wishes);
  Frame frame{.title = say(cast.is_difference() ? Phrase::figure_circle_change : Phrase::figure_circle),
              .subtitle = {},
              .date = world::observers::month_in_words(study.at(wishes.index).month, wishes.language),
              .footer = footer_of(cast, wishes.language)};
  frame.subtitle = period_text(study, window, wishes.language) + " · " +
                   say(wishes.counting == Counting::actual ? Phrase::figure_actual : Phrase::figure_registered);
  if (!cast.is_difference()) {
    frame.subtitle +=
        " · " + say(Phrase::figure_moved_in_all, {world::observers::count_text(sum_of(matter.moved), wishes.language)});
  }
  Picture picture = CirclePainter(cast, matter, wishes).paint(frame);
  picture.title = frame.title + ", " + frame.subtitle;
  picture.data = table_of(cast, matter, wishes);
  return picture;
}

}  // namespace figures
