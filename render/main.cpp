// The program qonys-view.
#include "render/dots_overlay.hpp"
#include "render/open.hpp"
#include "render/program.hpp"
#include "render/window.hpp"

int main(int argc, char** argv) {
  const double started = viewer::steady_seconds();
  return viewer::guarded(argc, argv, [started](const viewer::Options& options) {
    viewer::Options chosen = options;
    std::vector<std::string> set;
    if (!options.ensemble.empty()) set = viewer::runs_in(options.ensemble);
    if (chosen.place.empty() && !set.empty()) chosen.place = set.front();
    const auto source = viewer::open_source(chosen);
    const auto map = viewer::open_map(chosen, *source);
    viewer::show(chosen, {.source = *source,
                          .map = *map,
                          .overlay = viewer::dots_overlay(2),
                          .save = viewer::save_as_png,
                          .open = viewer::open_beside,
                          .scenarios = viewer::scenario_names(),
                          .set = set,
                          .tour = viewer::open_tour(chosen, *source),
                          .started = started});
  });
}
