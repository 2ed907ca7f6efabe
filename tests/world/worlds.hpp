// Worlds for tests: the bundled scenarios with a few settings changed, built
// and advanced. Used by the tests of the whole month.
#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "world/build.hpp"
#include "world/month.hpp"
#include "world/scenario.hpp"

namespace world::testing {

using Sets = std::vector<std::pair<std::string, std::string>>;

inline const std::filesystem::path scenario_folder = std::filesystem::path(QONYS_TEST_ASSETS) / "scenarios";

/// Three regions, about a thousand people; four blocks when `block_citizens` is 256.
[[nodiscard]] inline Scenario tiny_scenario(const Sets& sets = {}) {
  return load_scenario(scenario_folder / "tiny.toml", sets);
}

/// The country at a scale such as "1:1000", in blocks small enough to be many.
[[nodiscard]] inline Scenario country_scenario(const std::string& scale, Sets sets = {}) {
  sets.emplace_back("scale", scale);
  return load_scenario(scenario_folder / "kazakhstan.toml", sets);
}

/// A scenario and the country that it names.
struct Setting {
  Scenario scenario;
  Country country;
  explicit Setting(Scenario asked) : scenario(std::move(asked)), country(load_country(scenario.country)) {}
};

[[nodiscard]] inline World built(const Setting& setting, const Crew& crew = Crew(2),
                                 SynthesisReport* report = nullptr) {
  return build_world(setting.scenario, setting.country, crew, report);
}

inline void advance_months(World& world, int n_months, const Crew& crew = Crew(2)) {
  for (int month = 0; month < n_months; ++month) advance(world, crew);
}

/// Calls see(block, row) for everybody alive.
template <class See>
void for_each_citizen(const World& world, See&& see) {
  for (const agents::Block& block : world.blocks) {
    for (int row = 0; row < block.n_rows(); ++row) {
      if (!block.is_empty(static_cast<agents::Row>(row))) see(block, static_cast<agents::Row>(row));
    }
  }
}

}  // namespace world::testing
