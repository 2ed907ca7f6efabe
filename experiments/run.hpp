// One run from scenario to finished folder.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "experiments/checkpoints.hpp"
#include "experiments/exit_codes.hpp"
#include "experiments/manifest.hpp"
#include "world/scenario.hpp"

namespace experiments {

enum class Talk { progress_and_summary, nothing };

/// How to run, which changes no result.
struct RunWays {
  int threads = 0;  // 0: one for each core
  int ranks = 1;    // pretend ranks, for tests
  Talk talk = Talk::progress_and_summary;
  CheckpointWishes checkpoints;
};

/// What to run and where to write it.
struct RunRequest {
  world::Scenario scenario;
  std::vector<std::string> sets;  // as given, for the manifest
  std::filesystem::path out;
  RunWays ways;
};

/// "1:20".
[[nodiscard]] std::string scale_text(const world::Scale& scale);

/// The manifest of a run that begins now.
[[nodiscard]] Manifest new_manifest(const world::Scenario& scenario, const std::vector<std::string>& sets,
                                    const world::Crew& crew);

/// Refuses a folder that exists and is not empty, but for one in which a start was killed before anything was
/// simulated. Errors: InputError.
void refuse_used_folder(const std::filesystem::path& out);
/// Did a run or a branch begin here and get killed before its manifest, the sign that its inputs are whole?
[[nodiscard]] bool is_killed_start(const std::filesystem::path& folder);
/// Makes the folder of a new run. Errors: InputError.
void make_run_folder(const std::filesystem::path& out);
/// Removes what a killed start left; the caller holds the lock. Errors: InputError if another process was faster.
void clear_killed_start(const std::filesystem::path& out);

/// Runs the scenario into the folder. Returns `ok`, `interrupted` or `stopped`.
/// Errors: InputError before anything is written if scenario and tables do not
/// fit or the folder is in use; later InputError (cannot write) and BrokenBooks,
/// with the manifest marked "failed".
[[nodiscard]] ExitCode perform_run(const RunRequest& request);

}  // namespace experiments
