#include "render/figures/city_inset.hpp"

#include <algorithm>

#include "render/figures/fonts.hpp"
#include "render/figures/symbols.hpp"

namespace figures {

namespace {

struct Grid {
  double radius, step_x, step_y;  // from one disc to the next
  bool is_row;
};

Grid grid_of(const Box& box, const Look& look) {
  const double radius = 25 * look.body / 13;
  const bool is_row = box.width() < 1.6 * box.height();
  return {radius, is_row ? 2 * radius + 1.6 * look.label : 0, is_row ? 0 : 2 * radius + 2.9 * look.label, is_row};
}

}  // namespace

Box city_inset_box(std::size_t n_cities, const Box& box, const Look& look) {
  const Grid grid = grid_of(box, look);
  const auto more = static_cast<double>(n_cities) - 1;
  const double side = 10 * look.body / 13;
  return {box.right - 2 * grid.radius - 2 * side - more * grid.step_x,
          box.bottom - 2 * grid.radius - 2.9 * look.label - more * grid.step_y - 4, box.right, box.bottom};
}

void draw_city_inset(Drawing& drawing, const Study& study, const MapContent& content, const ClassScale& shown,
                     const std::vector<int>& cities, const Box& box, const Wishes& wishes, const Look& look) {
  const double unit = look.body / 13;
  const Grid grid = grid_of(box, look);
  const double radius = grid.radius;
  const std::vector<std::string> names = short_names(study.at(wishes.index), wishes.language);
  const auto more = static_cast<double>(cities.size()) - 1;
  double x = box.right - radius - 10 * unit - more * grid.step_x;
  double y = box.bottom - radius - 2.9 * look.label - more * grid.step_y;
  drawing.set_layer(Layer::labels);
  for (const int city : cities) {
    const auto i = static_cast<std::size_t>(city);
    const Colour fill = in_focus(shown.colour_of(content.fill[i]), city, wishes.focus, look);
    const Path disc = Path().circle({x, y}, radius);
    drawing.fill(disc, fill);
    if (content.is_signed && shown.is_below_zero(shown.class_of(content.fill[i])))
      hatch(drawing, ring_about({x, y}, radius), fill, look);
    if (!content.is_uncertain.empty() && content.is_uncertain[i])
      stipple(drawing, ring_about({x, y}, radius), fill, look);
    drawing.stroke(disc, look.edge, 1.2 * look.stroke);
    if (!content.gauges.empty()) {
      draw_gauges(drawing, content.gauges[i].used, {x, y}, unit, look);
    } else if (i < content.values.size()) {
      const double width = text_width(content.values[i], look.label, Weight::bold);
      const double size = look.label * std::min(1.0, (2 * radius - 6 * unit) / width);
      drawing.text({.at = {x, y + 0.35 * size},
                    .words = content.values[i],
                    .size = size,
                    .colour = ink_on(fill),
                    .weight = Weight::bold,
                    .anchor = Anchor::middle,
                    .halo = fill,
                    .halo_width = 2 * unit});
    }
    drawing.text({.at = {x, y + radius + 1.15 * look.label},
                  .words = names[i],
                  .size = look.label,
                  .colour = look.text,
                  .anchor = Anchor::middle});
    if (!content.gauges.empty() && i < content.values.size()) {
      drawing.text({.at = {x, y + radius + 2.25 * look.label},
                    .words = content.values[i],
                    .size = look.small,
                    .colour = look.text,
                    .weight = Weight::bold,
                    .anchor = Anchor::middle});
    }
    x += grid.step_x;
    y += grid.step_y;
  }
}

}  // namespace figures
