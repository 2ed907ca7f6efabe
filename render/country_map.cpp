#include "render/country_map.hpp"

#include <algorithm>
#include <cmath>

#include "render/figures/info_map.hpp"
#include "render/figures/moving_map.hpp"
#include "render/figures/readings.hpp"
#include "render/info.hpp"

namespace viewer {

using figures::Point;
using figures::Study;

namespace {

constexpr int months_at_once = 60;  // of a recorded run taken in between two frames
constexpr int most_dots = 25'000;   // more look like ribbons

std::vector<std::string> iso_of(const world::observers::Snapshot& month) {
  std::vector<std::string> codes;
  for (const auto& region : month.regions) codes.push_back(region.iso);
  return codes;
}

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
          title + ", " + unit, info == Info::net_rate};
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
  return wishes;
}

}  // namespace

CountryMap::CountryMap(const std::string& geojson, const std::string& where, const world::observers::Snapshot& first)
    : map_(figures::Map::parse(geojson, where, iso_of(first))) {
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

std::shared_ptr<const Study> CountryMap::study() const {
  const std::scoped_lock lock(mutex_);
  return study_;
}

bool CountryMap::follow(Source& source) {
  std::shared_ptr<const Study> before = study();
  if (before && source.generation() == generation_ && before->n_months() >= source.n_months()) return false;
  const bool is_other = !before || source.generation() != generation_;
  auto after = std::make_shared<Study>(is_other ? Study(figures::Provenance{}) : *before);
  for (int i = 0; i < months_at_once && after->n_months() < source.n_months(); ++i) {
    Month month = source.month(after->n_months());
    if (!month) break;
    after->append(std::move(month));
  }
  if (after->n_months() == 0) return false;
  generation_ = source.generation();
  const std::scoped_lock lock(mutex_);
  study_ = std::move(after);
  return true;
}

MapPicture CountryMap::paint(const MapJob& job) const {
  const std::shared_ptr<const Study> study = this->study();
  MapPicture picture{.job = job, .ground = {}, .labels = {}, .streams = {}};
  if (!study) return picture;
  const int index = std::min(job.index, study->n_months() - 1);
  const double scale = job.ui_scale;
  figures::Wishes wishes = wishes_of(job, index, scale);
  if (job.has_dots) wishes.people_per_dot = figures::people_per_dot(*study, wishes, most_dots);
  const figures::InfoMap drawn = draw_info_map(*study, map_, info_wish(job), wishes);
  figures::PaintedPicture painted = paint_layers(drawn.picture, scale);
  picture.ground = std::move(painted.ground);
  picture.labels = std::move(painted.labels);
  picture.streams = std::move(painted.streams);
  picture.people_per_dot = wishes.people_per_dot;
  picture.most_moved = drawn.most_moved;
  return picture;
}

}  // namespace viewer
