// The outlines of a country's regions, and how they lie on a picture.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "render/figures/drawing.hpp"
#include "render/figures/projection.hpp"

namespace figures {

/// One region on the plane of the projection, km.
struct Shape {
  std::vector<std::vector<Point>> rings;  // outer ones and holes, the last point not repeated
  Point anchor;                           // for labels and flows: deep inside
  double area_km2 = 0;
  bool is_small = false;  // too small to show as an area: a ring and an inset instead
};

/// The line on sources that a map file brings along: its member "attribution" with "en", "kk", "ru".
struct Credits {
  std::string en, kk, ru;
};
/// Empty if there is none, or it is no GeoJSON.
[[nodiscard]] Credits credits_of(std::string_view geojson);

/// All regions of a run, in its order.
class Map {
 public:
  /// Reads GeoJSON (RFC 7946): a FeatureCollection of a Polygon or MultiPolygon for each region, with `iso` in its
  /// properties, and label_lon, label_lat if it has them. `where` names the file in messages; `iso` are the regions of
  /// the run. Errors: InputError for what is no GeoJSON or lacks a region.
  [[nodiscard]] static Map parse(std::string_view geojson, const std::string& where,
                                 const std::vector<std::string>& iso);

  [[nodiscard]] int n_regions() const { return static_cast<int>(shapes_.size()); }
  [[nodiscard]] const Shape& shape(int region) const { return shapes_[static_cast<std::size_t>(region)]; }
  [[nodiscard]] const Box& bounds_km() const { return bounds_; }  // top is north, so top > bottom
  [[nodiscard]] const Albers& projection() const { return projection_; }
  /// The region at a place of the plane, or −1.
  [[nodiscard]] int region_at(Point km) const;

 private:
  Map(Albers projection) : projection_(projection) {}
  Albers projection_;
  std::vector<Shape> shapes_;
  Box bounds_;
};

/// How km lie on the picture.
struct Camera {
  double scale = 1;  // units of the drawing per km
  Point origin;      // where (0, 0) km lies
  [[nodiscard]] Point to_page(Point km) const { return {origin.x + scale * km.x, origin.y - scale * km.y}; }
  [[nodiscard]] Point to_km(Point page) const { return {(page.x - origin.x) / scale, (origin.y - page.y) / scale}; }
};

/// The whole map as large as fits into `box`, in its middle.
[[nodiscard]] Camera fit(const Map& map, const Box& box);

/// The outline of a region on the picture.
[[nodiscard]] Path outline(const Shape& shape, const Camera& camera);

}  // namespace figures
