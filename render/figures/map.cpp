#include "render/figures/map.hpp"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <optional>

#include "world/errors.hpp"

namespace figures {
namespace {

using nlohmann::json;
using world::InputError;

/// A region narrower than this share of the map's width is no area on a picture.
constexpr double small_share = 0.03;

using GeoRing = std::vector<Geo>;
struct GeoShape {
  std::vector<GeoRing> rings;
  std::optional<Geo> label;
};

[[noreturn]] void refuse(const std::string& where, const std::string& why) {
  throw InputError(where + ": " + why +
                   "; give a GeoJSON FeatureCollection of Polygons or MultiPolygons with 'iso' in their properties");
}

Geo geo_of(const json& position, const std::string& where) {
  if (!position.is_array() || position.size() < 2 || !position[0].is_number() || !position[1].is_number()) {
    refuse(where, "a position is " + position.dump().substr(0, 60) + ", not [longitude, latitude]");
  }
  const Geo geo{position[0].get<double>(), position[1].get<double>()};
  if (std::abs(geo.longitude) > 180 || std::abs(geo.latitude) > 90) {
    refuse(where, "a position is " + position.dump().substr(0, 60) + ", beyond 180 or 90 degrees");
  }
  return geo;
}

void add_polygon(GeoShape& shape, const json& polygon, const std::string& where) {
  if (!polygon.is_array()) refuse(where, "the coordinates of a polygon are no list of rings");
  for (const json& ring : polygon) {
    if (!ring.is_array() || ring.size() < 4) refuse(where, "a ring has fewer than four positions");
    GeoRing points;
    for (const json& position : ring) points.push_back(geo_of(position, where));
    points.pop_back();  // the first one again
    shape.rings.push_back(std::move(points));
  }
}

GeoShape shape_of(const json& feature, const std::string& where) {
  GeoShape shape;
  const json geometry = feature.value("geometry", json::object());
  const std::string type = geometry.is_object() ? geometry.value("type", "") : "";
  const json coordinates = type.empty() ? json() : geometry.value("coordinates", json::array());
  if (type == "Polygon") {
    add_polygon(shape, coordinates, where);
  } else if (type == "MultiPolygon") {
    for (const json& polygon : coordinates) add_polygon(shape, polygon, where);
  } else {
    refuse(where, "the geometry is '" + type + "'");
  }
  const json& properties = feature["properties"];
  if (properties.contains("label_lon") && properties.contains("label_lat")) {
    shape.label =
        geo_of(json::array({properties["label_lon"], properties["label_lat"]}), where + ": label_lon, label_lat");
  }
  return shape;
}

std::vector<GeoShape> shapes_of(std::string_view geojson, const std::string& where,
                                const std::vector<std::string>& iso) {
  const json document = json::parse(geojson, nullptr, false);
  if (document.is_discarded() || !document.is_object() || !document.contains("features") ||
      !document["features"].is_array()) {
    refuse(where, "it is no GeoJSON FeatureCollection");
  }
  std::vector<GeoShape> shapes(iso.size());
  for (const json& feature : document["features"]) {
    if (!feature.is_object() || !feature.contains("properties") || !feature["properties"].is_object()) continue;
    const json code = feature["properties"].value("iso", json());
    if (!code.is_string()) continue;
    const auto found = std::find(iso.begin(), iso.end(), code.get<std::string>());
    if (found == iso.end()) continue;
    shapes[static_cast<std::size_t>(found - iso.begin())] = shape_of(feature, where + ": region " + *found);
  }
  for (std::size_t r = 0; r < iso.size(); ++r) {
    if (shapes[r].rings.empty()) refuse(where, "region '" + iso[r] + "' of the run has no outline");
  }
  return shapes;
}

/// Twice the signed area.
double doubled_area(const std::vector<Point>& ring) {
  double sum = 0;
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const Point a = ring[i], b = ring[(i + 1) % ring.size()];
    sum += a.x * b.y - b.x * a.y;
  }
  return sum;
}

Point middle_of(const std::vector<Point>& ring) {
  Point sum;
  for (const Point point : ring) sum.x += point.x, sum.y += point.y;
  const auto n = static_cast<double>(ring.size());
  return {sum.x / n, sum.y / n};
}

bool is_inside(const std::vector<Point>& ring, Point point) {
  bool inside = false;
  for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
    const Point a = ring[i], b = ring[j];
    if ((a.y > point.y) != (b.y > point.y) && point.x < (b.x - a.x) * (point.y - a.y) / (b.y - a.y) + a.x)
      inside = !inside;
  }
  return inside;
}

void widen(Box& box, Point point) {
  box.left = std::min(box.left, point.x), box.right = std::max(box.right, point.x);
  box.bottom = std::min(box.bottom, point.y), box.top = std::max(box.top, point.y);
}

Albers projection_of(const std::vector<GeoShape>& shapes) {
  Geo low{180, 90}, high{-180, -90};
  for (const GeoShape& shape : shapes) {
    for (const GeoRing& ring : shape.rings) {
      for (const Geo geo : ring) {
        low = {std::min(low.longitude, geo.longitude), std::min(low.latitude, geo.latitude)};
        high = {std::max(high.longitude, geo.longitude), std::max(high.latitude, geo.latitude)};
      }
    }
  }
  return Albers::of_bounds(low, high);
}

/// Long edges run along the straight line between longitudes and latitudes, which bends on the plane.
std::vector<Point> projected(const GeoRing& ring, const Albers& projection) {
  std::vector<Point> points;
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const Geo a = ring[i], b = ring[(i + 1) % ring.size()];
    const int n =
        std::max(1, static_cast<int>(std::ceil(std::hypot(b.longitude - a.longitude, b.latitude - a.latitude) / 1.0)));
    for (int k = 0; k < n; ++k) {
      const double t = static_cast<double>(k) / n;
      points.push_back(projection.forward(
          {a.longitude + t * (b.longitude - a.longitude), a.latitude + t * (b.latitude - a.latitude)}));
    }
  }
  return points;
}

}  // namespace

Credits credits_of(std::string_view geojson) {
  const json document = json::parse(geojson, nullptr, false);
  if (!document.is_object() || !document.contains("attribution") || !document["attribution"].is_object()) return {};
  const auto words = [&](const char* language) {
    const json& all = document["attribution"];
    return all.contains(language) && all[language].is_string() ? all[language].get<std::string>() : std::string();
  };
  return {words("en"), words("kk"), words("ru")};
}

Map Map::parse(std::string_view geojson, const std::string& where, const std::vector<std::string>& iso) {
  const std::vector<GeoShape> found = shapes_of(geojson, where, iso);
  Map map(projection_of(found));
  map.bounds_ = {1e9, -1e9, -1e9, 1e9};
  std::vector<double> widths;
  for (const GeoShape& from : found) {
    Shape shape;
    Box box{1e9, -1e9, -1e9, 1e9};
    double signed_area = 0;
    for (const GeoRing& ring : from.rings) {
      shape.rings.push_back(projected(ring, map.projection_));
      signed_area += doubled_area(shape.rings.back()) / 2;
      for (const Point point : shape.rings.back()) widen(box, point), widen(map.bounds_, point);
    }
    shape.area_km2 = std::abs(signed_area);
    shape.anchor = from.label ? map.projection_.forward(*from.label) : middle_of(shape.rings.front());
    widths.push_back(std::max(box.right - box.left, box.top - box.bottom));
    map.shapes_.push_back(std::move(shape));
  }
  for (std::size_t r = 0; r < widths.size(); ++r) {
    map.shapes_[r].is_small = widths[r] < small_share * (map.bounds_.right - map.bounds_.left);
  }
  return map;
}

int Map::region_at(Point km) const {
  for (int r = 0; r < n_regions(); ++r) {
    bool inside = false;
    for (const auto& ring : shape(r).rings) inside = inside != is_inside(ring, km);
    if (inside) return r;
  }
  return -1;
}

Camera fit(const Map& map, const Box& box) {
  const Box& km = map.bounds_km();
  const double width = km.right - km.left, height = km.top - km.bottom;
  Camera camera;
  camera.scale = std::min(box.width() / width, box.height() / height);
  camera.origin = {box.centre().x - camera.scale * (km.left + km.right) / 2,
                   box.centre().y + camera.scale * (km.top + km.bottom) / 2};
  return camera;
}

Path outline(const Shape& shape, const Camera& camera) {
  Path path;
  for (const auto& ring : shape.rings) {
    std::vector<Point> points;
    for (const Point km : ring) points.push_back(camera.to_page(km));
    path.polygon(points);
  }
  return path;
}

}  // namespace figures
