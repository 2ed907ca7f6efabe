// A run under way, however it began: afresh, from a checkpoint, or as a branch.
// Simulates to its end, records, saves, and finishes the folder.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "experiments/checkpoints.hpp"
#include "experiments/exit_codes.hpp"
#include "experiments/manifest.hpp"
#include "experiments/progress.hpp"
#include "experiments/recorder.hpp"
#include "experiments/run.hpp"
#include "world/scenario.hpp"

namespace experiments {

/// What the steps of a run share.
struct Run {
  std::filesystem::path folder;
  Talk talk = Talk::progress_and_summary;
  world::Scenario scenario;  // as the folder holds it
  world::Crew crew;
  Manifest manifest;
  std::unique_ptr<Recorder> recorder;  // once the tables are open
  std::unique_ptr<CheckpointKeeper> keeper;
  std::unique_ptr<Progress> progress;

  Run(std::filesystem::path run_folder, world::Scenario what, const RunWays& ways);
};

/// The hash that ties checkpoints to the scenario and the tables of a run.
[[nodiscard]] std::uint64_t scenario_hash_of(const world::Scenario& scenario, const Manifest& manifest);

/// Writes the inputs of a new run and reads its scenario back from them: what is run is what can be rerun.
void write_run_inputs(Run& run, const world::Scenario& scenario);
/// Writes the manifest; from here on the folder can be resumed, whatever happens.
void commit(const Run& run);
/// Calls `act`; if it fails before `commit`, the folder is left empty.
void or_leave_nothing(const std::filesystem::path& out, const std::function<void()>& act);

/// Opens the tables of a run: new ones, or those of a checkpoint cut back to it.
void open_tables(Run& run);
void open_tables(Run& run, const world::observers::Recording& recording);

/// Simulates what is left of the run and writes its end. `world` is at the end of month `months_done` of the
/// manifest. Returns `ok`, `interrupted` or `stopped`. Errors: InputError, BrokenBooks.
[[nodiscard]] ExitCode simulate_to_the_end(Run& run, world::World& world);

/// Calls `act`; if it fails, the manifest says so and the failure goes on.
[[nodiscard]] ExitCode or_mark_failed(Run& run, const std::function<ExitCode()>& act);

/// Seconds of all months in a timings.csv, those of earlier processes and of a branch's past too. Errors: InputError.
[[nodiscard]] double seconds_recorded(const std::filesystem::path& timings);

/// Agents before the first month, from what was recorded.
[[nodiscard]] std::int64_t citizens_at_start(const Recorder& recorder);

/// Puts month and hash of the state into the manifest.
void note_state(Manifest& manifest, const world::World& world);

}  // namespace experiments
