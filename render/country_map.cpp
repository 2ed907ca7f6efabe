#include "render/country_map.hpp"

#include <algorithm>
#include <cmath>

#include "render/figures/info_map.hpp"
#include "render/figures/moving_map.hpp"
#include "render/figures/readings.hpp"
#include "render/figures/views.hpp"
#include "render/info.hpp"

namespace viewer {

using figures::Point;
using figures::Study;

namespace {

constexpr int months_at_once = 60;  // of a recorded run taken in between two frames
constexpr int most_dots = 30'000;   // more look like ribbons

Flows year_of(const Study& study, int index) {
  const figures::Window window = study.window(index, 12);
  return {study.n_regions(), std::max(0, window.n_months()), moves_of(study, window, figures::Counting::actual)};
}

}  // namespace

double symbols_of(const MapJob& job) {
  constexpr double usual = 0.4;  // pixels a kilometre: the country on a wide screen
  return std::clamp(std::sqrt(job.view.scale / job.ui_scale / usual), 0.6, 1.6);
}

namespace {

figures::InfoWish info_wish(const MapJob& job) {
  const auto info = static_cast<Info>(job.info);
  const std::string title(text(phrase_of(info), job.language));
  const std::string unit(text(unit_of(info), job.language));
  return {[info](const Study& study, int index) {
            std::vector<double> values;
            const bool is_of_streams = info == Info::net_rate || info == Info::arrivals || info == Info::departures;
            const Flows year = is_of_streams ? year_of(study, index) : Flows{};
            for (int r = 0; r < study.n_regions(); ++r) values.push_back(value_of(info, study.at(index), year, r));
            return values;
          },
          title + ", " + unit + (job.sight == Sight::difference ? " · B\u00A0−\u00A0A" : ""), info == Info::net_rate};
}

figures::Wishes wishes_of(const MapJob& job, int index, double scale) {
  figures::Wishes wishes;
  wishes.index = index;
  wishes.language = job.language;
  wishes.theme = job.is_dark ? figures::Theme::dark : figures::Theme::light;
  wishes.paper = {
      .width = job.width / scale,
      .height = job.height / scale,
      .has_frame = false,
      .free = {job.free.left / scale, job.free.top / scale, job.free.right / scale, job.free.bottom / scale}};
  wishes.camera = figures::Camera{job.view.scale / scale,
                                  {(job.middle.x - job.view.scale * job.view.centre.x) / scale,
                                   (job.middle.y - job.view.scale * job.view.centre.y) / scale}};
  wishes.n_streams = job.top_flows;
  wishes.symbols = symbols_of(job);
  wishes.is_film = job.has_dots;
  wishes.focus = job.focus;
  wishes.paper.has_legend = job.has_legend;
  wishes.paper.has_inset = job.has_inset;
  return wishes;
}

}  // namespace

CountryMap::CountryMap(const std::string& geojson, const std::string& where, const std::vector<std::string>& regions)
    : map_(figures::Map::parse(geojson, where, regions)) {
  for (int r = 0; r < map_.n_regions(); ++r) {
    outlines_.push_back(map_.shape(r).rings);
    for (auto& ring : outlines_.back()) {
      for (Point& point : ring) point.y = -point.y;
    }
  }
}

figures::Box CountryMap::extent() const {
  const figures::Box& km = map_.bounds_km();
  return {km.left, -km.top, km.right, -km.bottom};
}

int CountryMap::region_at(Point on_map) const { return map_.region_at({on_map.x, -on_map.y}); }

const std::vector<std::vector<Point>>& CountryMap::outline(int region) const {
  return outlines_[static_cast<std::size_t>(region)];
}

bool CountryMap::Followed::take(Source& from, int most) {
  const bool is_other = source != &from || !study || from.generation() != generation;
  if (!is_other && study->n_months() >= from.n_months()) return false;
  auto after = std::make_shared<Study>(is_other ? Study(figures::Provenance{}) : *study);
  for (int i = 0; i < most && after->n_months() < from.n_months(); ++i) {
    Month month = from.month(after->n_months());
    if (!month) break;
    after->append(std::move(month));
  }
  if (after->n_months() == 0) return false;
  source = &from;
  generation = from.generation();
  study = std::move(after);
  return true;
}

void CountryMap::publish() {
  Studies now{first_.study, rival_.study, {}};
  for (const Followed& one : set_) now.set.push_back(one.study);
  const std::scoped_lock lock(mutex_);
  studies_ = std::move(now);
}

CountryMap::Studies CountryMap::studies() const {
  const std::scoped_lock lock(mutex_);
  return studies_;
}

bool CountryMap::follow(Source& source) {
  if (!first_.take(source, months_at_once)) return false;
  publish();
  return true;
}

bool CountryMap::follow_beside(Source* rival, const std::vector<Source*>& set) {
  bool is_new = false;
  if (rival == nullptr && rival_.source != nullptr) {
    rival_ = {};
    is_new = true;
  }
  if (rival != nullptr) is_new |= rival_.take(*rival, months_at_once);
  if (set_.size() != set.size()) set_.resize(set.size());
  int left = months_at_once;
  for (std::size_t i = 0; i < set.size() && left > 0; ++i) {
    const int before = set_[i].study ? set_[i].study->n_months() : 0;
    if (!set_[i].take(*set[i], left)) continue;
    left -= std::max(1, set_[i].study->n_months() - before);
    is_new = true;
  }
  if (is_new) publish();
  return is_new;
}

namespace {

/// Those that have months.
void add_studies(figures::Cast& cast, const std::vector<std::shared_ptr<const Study>>& set) {
  for (const auto& study : set) {
    if (study) cast.studies.push_back(study.get());
  }
}

figures::Cast cast_of(figures::Casting kind, std::vector<const Study*> studies) { return {kind, std::move(studies)}; }

}  // namespace

figures::InfoScales CountryMap::scales(const MapJob& job, const Studies& of, const std::vector<figures::Cast>& casts,
                                       const figures::Wishes& wishes) const {
  std::vector<SharedStudy> all{of.first, of.rival};
  if (job.sight == Sight::mean) all = of.set;
  if (job.sight == Sight::difference) all.insert(all.end(), of.set.begin(), of.set.end());
  {
    const std::scoped_lock lock(mutex_);
    if (known_.info == job.info && known_.sight == job.sight && known_.of == all) return known_.scales;
  }
  KnownScales found{job.info, std::move(all), job.sight, scales_of(casts, info_wish(job), wishes)};
  const std::scoped_lock lock(mutex_);
  known_ = std::move(found);
  return known_.scales;
}

MapPicture CountryMap::paint_circle(const MapJob& job, const Studies& of) {
  using figures::Casting;
  MapPicture picture{.job = job, .ground = {}, .labels = {}, .streams = {}, .second = {}};
  figures::Cast cast = cast_of(Casting::one, {of.first.get()});
  if (job.sight == Sight::difference && of.rival) cast = cast_of(Casting::two, {of.first.get(), of.rival.get()});
  figures::Wishes wishes = wishes_of(job, std::min(job.index, cast.n_months() - 1), job.ui_scale);
  wishes.view = figures::View::circle;
  wishes.is_film = false;
  figures::PaintedPicture painted = paint_layers(draw_circle_view(cast, wishes), job.ui_scale);
  picture.ground = std::move(painted.ground);
  picture.labels = std::move(painted.labels);
  return picture;
}

MapPicture CountryMap::paint(const MapJob& job) const {
  using figures::Casting;
  const Studies of = studies();
  MapPicture picture{.job = job, .ground = {}, .labels = {}, .streams = {}, .second = {}};
  if (!of.first) return picture;
  if (job.is_circle) return paint_circle(job, of);
  std::vector<figures::Cast> shown{cast_of(Casting::one, {of.first.get()})};
  if (job.sight == Sight::pair && of.rival) shown.push_back(cast_of(Casting::one, {of.rival.get()}));
  if (job.sight == Sight::difference && of.rival) {
    shown = {cast_of(Casting::two, {of.first.get(), of.rival.get()})};
    if (of.set.size() > 1) add_studies(shown.front(), of.set);
  }
  if (job.sight == Sight::mean && !of.set.empty()) {
    figures::Cast set{Casting::many, {}};
    add_studies(set, of.set);
    if (!set.studies.empty()) shown = {std::move(set)};
  }
  int last = shown.front().n_months() - 1;
  for (const figures::Cast& cast : shown) last = std::min(last, cast.n_months() - 1);
  const double scale = job.ui_scale;
  figures::Wishes wishes = wishes_of(job, std::min(job.index, last), scale);
  if (job.has_dots) wishes.people_per_dot = figures::people_per_dot(*of.first, wishes, most_dots);
  const figures::InfoScales scales = this->scales(job, of, shown, wishes);
  const figures::InfoMap drawn = draw_info_map(shown.front(), scales, map_, info_wish(job), wishes);
  figures::PaintedPicture painted = paint_layers(drawn.picture, scale);
  picture.ground = std::move(painted.ground);
  picture.labels = std::move(painted.labels);
  picture.streams = std::move(painted.streams);
  picture.people_per_dot = wishes.people_per_dot;
  picture.most_moved = drawn.most_moved;
  picture.largest_fill = drawn.largest_fill;
  if (shown.size() > 1) {
    wishes.paper.has_legend = true;
    painted = paint_layers(draw_info_map(shown.back(), scales, map_, info_wish(job), wishes).picture, scale);
    figures::lay_over(painted.ground, painted.labels);
    picture.second = std::move(painted.ground);
  }
  return picture;
}

}  // namespace viewer
