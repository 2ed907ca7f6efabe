// A run played again from its folder: the same inputs, the same months, every
// state compared with the one that the run wrote down. Writes nothing.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "experiments/manifest.hpp"
#include "experiments/progress.hpp"
#include "world/country.hpp"
#include "world/scenario.hpp"
#include "world/world.hpp"

namespace experiments {

/// What a run folder holds to play it again.
struct Replay {
  std::filesystem::path folder;
  Manifest manifest;
  world::Scenario scenario;
  world::Country country;
  int n_months = 0;                       // that the run did
  std::vector<std::string> state_hashes;  // of the start and of each month, as months.csv has them

  [[nodiscard]] int first_month() const { return scenario.start; }
  [[nodiscard]] int last_month() const { return scenario.start + n_months - 1; }
};

/// Reads a run folder. Errors: InputError for a folder that is none, for inputs
/// that were changed after the run, and for a months.csv that lacks months of it.
[[nodiscard]] Replay read_replay(const std::filesystem::path& folder);

/// The first world of a replay: that before the first month.
[[nodiscard]] world::World starting_world(const Replay& replay, const world::Crew& crew);

using SeeWorld = std::function<void(const world::World&)>;

/// Plays the run: see(world) at the start and after each month, as long as the
/// states are those of the run. Returns what differs, in one line, or "".
/// Errors: InputError, BrokenBooks.
[[nodiscard]] std::string play(const Replay& replay, const world::Crew& crew, Progress& progress, const SeeWorld& see);

}  // namespace experiments
