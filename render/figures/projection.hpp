// Albers' equal-area conic projection of a sphere, forward and back.
#pragma once

#include "render/figures/drawing.hpp"

namespace figures {

/// Degrees east and north.
struct Geo {
  double longitude = 0, latitude = 0;
};

/// Kilometres on the plane: x to the east, y to the north of the origin. Equal areas stay equal.
/// Source: J. P. Snyder, Map Projections, a Working Manual (1987), chapter 14, formulas for the sphere.
class Albers {
 public:
  static constexpr double earth_radius_km = 6371.0072;  // sphere of the ellipsoid's area

  /// Standard parallels and origin, degrees. The parallels must not lie symmetrically about the equator.
  Albers(double first_parallel, double second_parallel, Geo origin);
  /// For a country within these bounds: parallels a sixth of its height inside, whole degrees if it is large enough.
  [[nodiscard]] static Albers of_bounds(Geo south_west, Geo north_east);

  [[nodiscard]] Point forward(Geo place) const;
  [[nodiscard]] Geo back(Point km) const;

  [[nodiscard]] double first_parallel() const { return first_; }
  [[nodiscard]] double second_parallel() const { return second_; }
  [[nodiscard]] Geo origin() const { return origin_; }

 private:
  [[nodiscard]] double rho(double latitude_radians) const;
  double first_, second_;
  Geo origin_;
  double n_, c_, rho_origin_;
};

}  // namespace figures
