#include "render/figures/projection.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace figures {
namespace {

constexpr double degree = std::numbers::pi / 180;

}  // namespace

Albers::Albers(double first_parallel, double second_parallel, Geo origin)
    : first_(first_parallel), second_(second_parallel), origin_(origin) {
  const double a = first_ * degree, b = second_ * degree;
  n_ = (std::sin(a) + std::sin(b)) / 2;
  c_ = std::cos(a) * std::cos(a) + 2 * n_ * std::sin(a);
  rho_origin_ = rho(origin_.latitude * degree);
}

Albers Albers::of_bounds(Geo south_west, Geo north_east) {
  const double height = north_east.latitude - south_west.latitude;
  const auto tidy = [&](double degrees) { return height > 6 ? std::round(degrees) : degrees; };
  double first = tidy(south_west.latitude + height / 6), second = tidy(north_east.latitude - height / 6);
  if (std::abs(first + second) < 1) second = first + 1;  // about the equator the cone would open to a cylinder
  if (std::abs(first + second) < 1) second += 1;
  return {
      first,
      second,
      {tidy((south_west.longitude + north_east.longitude) / 2), tidy((south_west.latitude + north_east.latitude) / 2)}};
}

double Albers::rho(double latitude_radians) const {
  return earth_radius_km * std::sqrt(std::max(0.0, c_ - 2 * n_ * std::sin(latitude_radians))) / n_;
}

Point Albers::forward(Geo place) const {
  const double from_axis = rho(place.latitude * degree);
  const double angle = n_ * (place.longitude - origin_.longitude) * degree;
  return {from_axis * std::sin(angle), rho_origin_ - from_axis * std::cos(angle)};
}

Geo Albers::back(Point km) const {
  const double sign = n_ < 0 ? -1 : 1;
  const double x = sign * km.x, y = sign * (rho_origin_ - km.y);
  const double from_axis = std::hypot(x, y);
  const double angle = std::atan2(x, y);
  const double part = from_axis * n_ / earth_radius_km;
  const double sine = std::clamp((c_ - part * part) / (2 * n_), -1.0, 1.0);
  return {origin_.longitude + angle / n_ / degree, std::asin(sine) / degree};
}

}  // namespace figures
