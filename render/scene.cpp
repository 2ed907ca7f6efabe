#include "render/scene.hpp"

#include "render/figures/page.hpp"

namespace viewer {

using world::observers::Phrase;

HeadlineFacts headline_facts(const Scene& scene) {
  return {.month = *scene.month,
          .history = scene.history,
          .index = scene.index,
          .year = scene.year,
          .rival_month = scene.rival ? scene.rival->month.get() : nullptr,
          .rival_year = scene.rival ? &scene.rival->year : nullptr};
}

const std::string& region_name(const Scene& scene, int region) {
  return world::observers::name_in(scene.month->regions[static_cast<std::size_t>(region)],
                                   scene.state.settings.language);
}

std::string span_text(const Ui& ui, const Scene& scene) {
  const std::string month = ui.say.month(scene.month->month);
  if (scene.year.n_months < 2) return month;
  return ui.say(Phrase::view_months_to, {month, std::to_string(scene.year.n_months)});
}

std::string short_name(const Scene& scene, int region) {
  return figures::short_names(*scene.month, scene.state.settings.language)[static_cast<std::size_t>(region)];
}

}  // namespace viewer
