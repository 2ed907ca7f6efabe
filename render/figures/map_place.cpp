#include "render/figures/map_place.hpp"

#include <algorithm>

namespace figures {
namespace {

/// Vertices lie closer together than legends are wide, so a region that covers a box has one in it, or all of it.
bool covers(const Map& map, const Camera& camera, const std::vector<Box>& boxes) {
  for (int r = 0; r < map.n_regions(); ++r) {
    for (const auto& ring : map.shape(r).rings) {
      for (const Point km : ring) {
        const Point page = camera.to_page(km);
        if (std::any_of(boxes.begin(), boxes.end(), [&](const Box& box) { return box.contains(page); })) return true;
      }
    }
  }
  return std::any_of(boxes.begin(), boxes.end(), [&](const Box& box) {
    return map.region_at(camera.to_km(box.centre())) >= 0 || map.region_at(camera.to_km({box.right, box.top})) >= 0;
  });
}

}  // namespace

Camera fit_beside(const Map& map, const Box& box, const std::vector<Box>& taken) {
  constexpr double places[] = {0.5, 0.35, 0.65, 0.2, 0.8, 0.05, 0.95};  // share of the spare room before the map
  const Camera whole = fit(map, box);
  const Box& km = map.bounds_km();
  const double width = (km.right - km.left) * whole.scale, height = (km.top - km.bottom) * whole.scale;
  for (double share = 1; share >= 0.5; share -= 0.02) {
    const double spare_x = box.width() - share * width, spare_y = box.height() - share * height;
    for (const double y : places) {
      for (const double x : places) {
        const double left = box.left + x * spare_x, top = box.top + y * spare_y;
        const double scale = whole.scale * share;
        const Camera camera{scale, {left - scale * km.left, top + scale * km.top}};
        if (!covers(map, camera, taken)) return camera;
        if (spare_x < 1) break;
      }
      if (spare_y < 1) break;
    }
  }
  return whole;
}

}  // namespace figures
