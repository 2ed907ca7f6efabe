// A run played again from its folder: the same inputs, the same months, every
// state compared with the one that the run wrote down. Writes nothing.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "experiments/progress.hpp"
#include "experiments/restart.hpp"
#include "world/world.hpp"

namespace experiments {

/// What a run folder holds to play it again.
struct Replay {
  HeldRun run;
  int n_months = 0;                       // that the run did
  std::vector<std::string> state_hashes;  // of the start and of each month, as months.csv has them
  agents::Month since = 0;                // play from the newest checkpoint before this month; 0: from the start
  agents::Month begun = 0;                // the month at whose end the replay begins, as far as names of files tell

  /// The first month that is played.
  [[nodiscard]] agents::Month first_month() const { return begun + 1; }
  [[nodiscard]] agents::Month last_month() const { return run.scenario.start + n_months - 1; }
};

/// Reads a run folder. `since` is "YYYY-MM", or empty for the start. Errors: InputError for a folder that is none,
/// for inputs that were changed after the run, for a months.csv that lacks months of it, and for a month outside it.
[[nodiscard]] Replay read_replay(const std::filesystem::path& folder, const std::string& since);

/// The first world of a replay: that of a checkpoint, of the start of a branch, or of the start; `begun` becomes its
/// month, `passed_over` what could not be used. Errors: InputError.
[[nodiscard]] world::World starting_world(Replay& replay, const world::Crew& crew,
                                          std::vector<std::string>& passed_over);

using SeeWorld = std::function<void(const world::World&)>;

/// Plays the run: see(world) with the first world and after each month, as long as the
/// states are those of the run. Returns what differs, in one line, or "".
/// Errors: InputError, BrokenBooks.
[[nodiscard]] std::string play(Replay& replay, const world::Crew& crew, Progress& progress, const SeeWorld& see);

}  // namespace experiments
