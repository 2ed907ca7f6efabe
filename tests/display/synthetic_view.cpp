// qonys-view on the invented country: what the tests of the window start. The
// place is the number of months, with `live` after it for months that arrive one by one.
#include "render/program.hpp"
#include "render/window.hpp"
#include "tests/display/synthetic_country.hpp"

int main(int argc, char** argv) {
  const double started = viewer::steady_seconds();
  return viewer::guarded(argc, argv, [started](const viewer::Options& options) {
    const bool is_live = options.place.ends_with("live");
    const int n_months = options.place.empty() ? 241 : std::stoi(options.place);
    const auto source = tests::synthetic_source(n_months, is_live);
    const auto map = tests::synthetic_map(QONYS_TEST_ASSETS);
    viewer::show(options, {.source = *source, .map = *map, .overlay = {}, .save = {}, .started = started});
  });
}
