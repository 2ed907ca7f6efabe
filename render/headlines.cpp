// The numbers of the top bar: exactly the model's totals, in the language's manner.
#include <cmath>
#include <string_view>

#include "render/figures/page.hpp"
#include "render/scene.hpp"

namespace viewer {

using world::observers::Phrase;
using world::observers::RegionSnapshot;
using world::observers::Snapshot;

namespace {

Headline headline(Phrase says, std::string value) { return {says, std::move(value), {}, 0}; }

void compare(Headline& headline, double now, double before, world::observers::Language language) {
  if (!std::isfinite(before)) return;
  headline.direction = now - before;
  headline.change = world::observers::signed_count_text(now - before, language);
}

}  // namespace

std::vector<Headline> headlines(const Scene& scene) {
  const auto language = scene.state.settings.language;
  const Snapshot& month = *scene.month;
  const int year_before = scene.index - 12;
  const double people = people_of(month, month.total(&RegionSnapshot::population_actual));
  Headline population = headline(Phrase::view_headline_people, world::observers::count_text(people, language));
  if (year_before >= 0) compare(population, people, scene.history.value(Measure::people, -1, year_before), language);

  const double moved = scene.year.total();
  Headline movers = headline(Phrase::view_headline_movers, world::observers::count_text(moved, language));
  if (year_before >= 12) compare(movers, moved, scene.history.year_to(year_before).total(), language);

  const double unregistered = people_of(month, month.total(&RegionSnapshot::unregistered));
  Headline gap = headline(Phrase::view_headline_unregistered, world::observers::count_text(unregistered, language));
  if (scene.rival) {
    const Snapshot& other = *scene.rival->month;
    const auto against = [&](Headline& line, double a, double b) {
      line.is_of_rival = true;
      compare(line, b, a, language);
    };
    against(population, people, people_of(other, other.total(&RegionSnapshot::population_actual)));
    against(movers, moved, scene.rival->year.total());
    against(gap, unregistered, people_of(other, other.total(&RegionSnapshot::unregistered)));
  }
  return {population, movers, gap};
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
