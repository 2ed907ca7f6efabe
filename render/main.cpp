// The program qonys-view.
#include "render/dots_overlay.hpp"
#include "render/open.hpp"
#include "render/program.hpp"
#include "render/window.hpp"

int main(int argc, char** argv) {
  const double started = viewer::steady_seconds();
  return viewer::guarded(argc, argv, [started](const viewer::Options& options) {
    const auto source = viewer::open_source(options);
    const auto map = viewer::open_map(options, *source);
    viewer::show(options, {.source = *source,
                           .map = *map,
                           .overlay = viewer::dots_overlay(2),
                           .save = viewer::save_as_png,
                           .tour = viewer::open_tour(options, *source),
                           .started = started});
  });
}
