// qonys-view on the invented country: what the tests of the window start. The
// place is the number of months, with `live` after it for months that arrive one by one, or `painted` for the
// program's own map and something to compare with.
#include <fstream>
#include <sstream>

#include "render/country_map.hpp"
#include "render/fallback_source.hpp"
#include "render/program.hpp"
#include "render/window.hpp"
#include "tests/display/synthetic_country.hpp"

namespace {

std::unique_ptr<viewer::Map> map_for(const std::string& place, viewer::Source& source) {
  const std::string assets = QONYS_TEST_ASSETS;
  if (!place.ends_with("painted")) return tests::synthetic_map(assets);
  const std::string file = assets + "/kazakhstan/regions.geojson";
  std::ostringstream bytes;
  bytes << std::ifstream(file).rdbuf();
  std::vector<std::string> regions;
  for (const auto& region : source.month(0)->regions) regions.push_back(region.iso);
  return std::make_unique<viewer::CountryMap>(bytes.str(), file, regions);
}

}  // namespace

int main(int argc, char** argv) {
  const double started = viewer::steady_seconds();
  return viewer::guarded(argc, argv, [started](const viewer::Options& options) {
    const bool is_failing = options.place.ends_with("failing");  // after 30 months
    const bool is_live = is_failing || options.place.ends_with("live");
    const int n_months = options.place.empty() ? 241 : std::stoi(options.place);
    auto source = is_failing ? tests::failing_source(n_months) : tests::synthetic_source(n_months, is_live);
    if (options.is_kiosk) {
      auto recording =
          options.recording.empty() ? nullptr : tests::synthetic_source(std::stoi(options.recording), false);
      source = viewer::with_fallback(std::move(source), std::move(recording));
    }
    const viewer::Tour tour = options.tour.empty() ? viewer::Tour{} : viewer::read_tour(options.tour, {});
    const auto map = map_for(options.place, *source);
    viewer::Parts parts{.source = *source, .map = *map, .overlay = {}, .save = {}, .tour = tour, .started = started};
    if (options.place.ends_with("painted"))
      parts.open = [n_months](const std::string&) { return tests::rival_source(n_months); };
    viewer::show(options, parts);
  });
}
