// From a scenario and a country to a world at its start: synthesis of the
// population, markets at their base values, the silent warm-up.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "world/world.hpp"

namespace world {

/// One margin of the synthesis against its table.
struct MarginCheck {
  std::string margin;       // "employed by region and sector"
  std::string table;        // "employment_by_sector.csv"
  double target = 0;        // sum of the table, scaled
  double synthetic = 0;     // sum of the population
  double worst_relative = 0;  // largest relative difference of one cell with at least 100 people
  std::string worst_cell;   // "KZ-62 construction"
  bool exact = false;       // met to the person by construction
};

struct SynthesisReport {
  double seconds = 0;
  std::int64_t citizens = 0;
  std::int64_t households = 0;
  int blocks = 0;
  std::vector<MarginCheck> margins;
  std::vector<std::string> assumptions;  // one sentence each
};

/// Sets what follows from scenario and country alone and is not state: hubs, room for signals and scratch.
/// For `build_world` and for who loads a world.
void prepare(World& world);

/// The two parts of a build that take time: blocks of people are made, then the labour market settles, month by month.
enum class BuildStep : std::uint8_t { population, warm_up };
/// Told how many blocks are made, or which month begins to settle, and of how many; by any worker, also by several at
/// once. What it throws ends the build.
using BuildWatch = std::function<void(BuildStep step, int n_done, int n_all)>;

/// Builds the world at its start. Independent of the number of threads, and of who watches.
/// Errors: InputError where scenario and country do not fit; what `watch` throws.
[[nodiscard]] World build_world(const Scenario& scenario, const Country& country, const Crew& crew,
                                SynthesisReport* report = nullptr, const BuildWatch& watch = {});

}  // namespace world
