// Borders filled line by line: as little painting as a test of the window needs.
#include <algorithm>
#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>

#include "render/info.hpp"
#include "render/theme.hpp"
#include "tests/display/synthetic_country.hpp"

namespace tests {
namespace {

using figures::Box;
using figures::Colour;
using figures::Point;
using Rings = std::vector<std::vector<Point>>;

std::uint32_t pixel_of(Colour colour) {
  return 0xFF000000U | static_cast<std::uint32_t>(colour.red) << 16 | static_cast<std::uint32_t>(colour.green) << 8 |
         colour.blue;
}

/// Where a level line crosses the rings, in order.
std::vector<double> crossings(const Rings& rings, double y) {
  std::vector<double> all;
  for (const auto& ring : rings) {
    for (std::size_t i = 0; i < ring.size(); ++i) {
      const Point a = ring[i], b = ring[(i + 1) % ring.size()];
      if ((a.y <= y) != (b.y <= y)) all.push_back(a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x));
    }
  }
  std::sort(all.begin(), all.end());
  return all;
}

class SyntheticMap : public viewer::Map {
 public:
  explicit SyntheticMap(const std::string& assets) {
    std::ifstream stream(assets + "/kazakhstan/regions.geojson");
    const auto file = nlohmann::json::parse(stream);
    for (const auto& feature : file.at("features")) add(feature.at("geometry"));
    extent_ = {1e9, 1e9, -1e9, -1e9};
    for (const Rings& region : regions_) {
      for (const auto& ring : region) {
        for (const Point p : ring) {
          extent_ = {std::min(extent_.left, p.x), std::min(extent_.top, p.y), std::max(extent_.right, p.x),
                     std::max(extent_.bottom, p.y)};
        }
      }
    }
  }
  Box extent() const override { return extent_; }
  int region_at(Point at) const override {
    for (std::size_t r = 0; r < regions_.size(); ++r) {
      const std::vector<double> xs = crossings(regions_[r], at.y);
      const auto n_left = std::count_if(xs.begin(), xs.end(), [&](double x) { return x < at.x; });
      if (n_left % 2 == 1) return static_cast<int>(r);
    }
    return -1;
  }
  const Rings& outline(int region) const override { return regions_[static_cast<std::size_t>(region)]; }

  viewer::MapPicture paint(const viewer::MapJob& job) const override {
    const viewer::Theme& theme = viewer::theme_of(job.is_dark);
    viewer::MapPicture picture{
        job, figures::Raster(job.width, job.height), figures::Raster(job.width, job.height), {}, {}};
    std::fill(picture.ground.pixels.begin(), picture.ground.pixels.end(), pixel_of(theme.ground));
    for (std::size_t r = 0; r < regions_.size(); ++r)
      fill(job, regions_[r], colour_of(job, static_cast<int>(r)), picture.ground);
    return picture;
  }

 private:
  void add(const nlohmann::json& geometry) {
    Rings rings;
    const auto add_polygon = [&](const nlohmann::json& polygon) {
      for (const auto& ring : polygon) {
        auto& points = rings.emplace_back();
        for (const auto& p : ring)
          points.push_back({p[0].get<double>() * 0.669, -p[1].get<double>()});  // cosine of 48° N
      }
    };
    if (geometry.at("type") == "Polygon") add_polygon(geometry.at("coordinates"));
    if (geometry.at("type") == "MultiPolygon") {
      for (const auto& polygon : geometry.at("coordinates")) add_polygon(polygon);
    }
    regions_.push_back(std::move(rings));
  }

  static Colour colour_of(const viewer::MapJob& job, int region) {
    viewer::Flows none;
    none.n_regions = 0;
    const auto& here = job.month->regions[static_cast<std::size_t>(region)];
    const double share = std::clamp(here.mean_wage_kzt / 500000 + job.info * 0.01, 0.0, 1.0);
    const auto mix = [&](int low, int high) { return static_cast<std::uint8_t>(low + share * (high - low)); };
    return job.is_dark ? Colour{mix(18, 120), mix(40, 130), mix(80, 140), 255}
                       : Colour{mix(235, 60), mix(240, 110), mix(250, 160), 255};
  }

  static void fill(const viewer::MapJob& job, const Rings& rings, Colour colour, figures::Raster& onto) {
    const std::uint32_t pixel = pixel_of(colour);
    for (int y = 0; y < onto.height; ++y) {
      const Point left = viewer::to_map(job.view, job.middle, {0, y + 0.5});
      const std::vector<double> xs = crossings(rings, left.y);
      for (std::size_t i = 0; i + 1 < xs.size(); i += 2) {
        const auto column = [&](double x) {
          return std::clamp(static_cast<int>(std::lround((x - left.x) * job.view.scale)), 0, onto.width);
        };
        std::fill(onto.row(y) + column(xs[i]), onto.row(y) + std::max(column(xs[i]), column(xs[i + 1]) - 1), pixel);
      }
    }
  }

  std::vector<Rings> regions_;
  Box extent_{};
};

}  // namespace

std::unique_ptr<viewer::Map> synthetic_map(const std::string& assets) { return std::make_unique<SyntheticMap>(assets); }

}  // namespace tests
