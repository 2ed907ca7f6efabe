// Bytes as a scenario file beside the tables of the tiny country: it is refused
// by an InputError, or what is written back loads to the same.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include "tests/fuzz/fuzz_country.hpp"
#include "world/country.hpp"
#include "world/scenario.hpp"

namespace {

using fuzz::Folder;
namespace fs = std::filesystem;

/// The country of a scenario; that of the folder itself is read once.
const world::Country& country_of(const world::Scenario& scenario, const Folder& folder, world::Country& other) {
  static const world::Country tiny = world::load_country(folder.country());
  if (scenario.country.overlays.empty() && scenario.country.folder == tiny.folder) return tiny;
  other = world::load_country(scenario.country);
  return other;
}

[[noreturn]] void differ(const std::string& before, const std::string& after) {
  std::fprintf(stderr, "a scenario that loads to another.\n--- before\n%s\n--- after\n%s\n", before.c_str(), after.c_str());
  std::abort();
}

/// A folder as a run keeps it: the whole scenario, and the tables of the user's own.
void expect_same_when_loaded_back(const world::Scenario& scenario, const Folder& folder) {
  const fs::path run = folder.root() / "run";
  fs::create_directories(run / "tables");
  for (const world::Overlay& overlay : scenario.country.overlays) {
    fs::copy_file(overlay.file, run / "tables" / (overlay.table + ".csv"), fs::copy_options::overwrite_existing);
  }
  const std::string before = world::resolved_toml(scenario, folder.country().string());
  fuzz::write_file(run / "scenario.toml", before);
  const world::Scenario again = world::load_scenario(run / "scenario.toml");
  const std::string after = world::resolved_toml(again, folder.country().string());
  if (before != after) differ(before, after);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Folder folder;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  fuzz::write_file(folder.scenario(), text);
  world::Scenario scenario;
  const bool fits = fuzz::is_accepted([&] {
    scenario = world::load_scenario(folder.scenario());
    world::Country other;
    world::check_against(scenario, country_of(scenario, folder, other));
  });
  if (fits) expect_same_when_loaded_back(scenario, folder);
  return 0;
}
