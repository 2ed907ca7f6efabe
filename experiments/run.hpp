// One run from scenario to finished folder.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "experiments/exit_codes.hpp"
#include "world/scenario.hpp"

namespace experiments {

enum class Talk { progress_and_summary, nothing };

/// What to run and where to write it.
struct RunRequest {
  world::Scenario scenario;
  std::vector<std::string> sets;   // as given, for the manifest
  std::filesystem::path out;
  int threads = 0;                 // 0: one for each core
  int ranks = 1;                   // pretend ranks, for tests
  Talk talk = Talk::progress_and_summary;
};

/// Refuses a folder that exists and is not empty. Errors: InputError.
void refuse_used_folder(const std::filesystem::path& out);

/// Runs the scenario into the folder. Returns `ok` or `interrupted`.
/// Errors: InputError before anything is written if scenario and tables do not
/// fit or the folder is in use; later InputError (cannot write) and BrokenBooks,
/// with the manifest marked "failed".
[[nodiscard]] ExitCode perform_run(const RunRequest& request);

}  // namespace experiments
