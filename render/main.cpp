// The program qonys-view.
#include <iostream>

#include "render/describe.hpp"
#include "render/dots_overlay.hpp"
#include "render/open.hpp"
#include "render/program.hpp"
#include "render/rehearse.hpp"
#include "render/window.hpp"
#include "world/errors.hpp"

namespace {

void describe(const viewer::Options& options, viewer::Source& source) {
  viewer::DescribeWish wish{.at = options.at, .language = options.language};
  if (options.describe != "text")
    wish.as = options.describe == "json" ? viewer::DescribeAs::json : viewer::DescribeAs::csv;
  wish.focus = options.focus;
  if (!options.view.empty()) wish.info = static_cast<viewer::Info>(viewer::parse_info(options.view));
  std::cout << viewer::describe(source, wish) << std::flush;
}

void rehearse(viewer::Options options, const viewer::Parts& parts) {
  if (options.tour.empty()) options.tour = "astana";  // the bundled one must fit as well
  std::string table;
  const bool is_ready = viewer::rehearse(
      options, parts, {options.pictures, viewer::session_place()},
      [&] { return viewer::open_tour(options, parts.source); }, table);
  const std::size_t last = table.rfind('\n', table.size() - 2) + 1;
  std::cout << table.substr(0, is_ready ? table.size() : last) << std::flush;
  if (!is_ready) throw world::InputError(table.substr(last, table.size() - last - 1));
}

}  // namespace

int main(int argc, char** argv) {
  const double started = viewer::steady_seconds();
  return viewer::guarded(argc, argv, [started](const viewer::Options& options) {
    viewer::Options chosen = options;
    std::vector<std::string> set;
    if (!options.ensemble.empty()) set = viewer::runs_in(options.ensemble);
    if (chosen.place.empty() && !set.empty()) chosen.place = set.front();
    const auto source = viewer::open_source(chosen);
    if (!chosen.describe.empty() || chosen.is_rehearsal) viewer::await_first_month(*source);
    if (!chosen.describe.empty()) return describe(chosen, *source);
    const auto map = viewer::open_map(chosen, *source);
    viewer::Parts parts{.source = *source,
                        .map = *map,
                        .overlay = viewer::dots_overlay(2),
                        .save = viewer::save_as_png,
                        .open = viewer::open_beside,
                        .scenarios = viewer::scenario_names(),
                        .set = set,
                        .started = started};
    if (chosen.is_rehearsal) return rehearse(chosen, parts);
    parts.tour = viewer::open_tour(chosen, *source);
    viewer::show(chosen, parts);
  });
}
