// A new run that shares its parent's past up to a month and goes its own way
// from there.
#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "experiments/restart.hpp"
#include "experiments/run.hpp"

namespace experiments {

struct BranchRequest {
  std::filesystem::path parent;                           // a run folder
  std::string at;                                         // "2030-01": the month at whose end it branches off
  std::vector<std::pair<std::string, std::string>> sets;  // changed from then on
  std::vector<std::filesystem::path> policies;            // files with policies to add
  std::filesystem::path out;
  RunWays ways;
};

/// Replays the parent from its newest checkpoint before that month, or from its start, and goes on with the
/// changes. The new folder holds the whole past, the state it began with (inputs/start.qonys), and all inputs: it
/// can be resumed and rerun without its parent. With nothing changed it equals its parent.
/// Errors: InputError, also for a change that cannot be made under way; BrokenBooks.
[[nodiscard]] ExitCode perform_branch(const BranchRequest& request);

/// Repeats a branch from the state it began with, as its folder holds it, into `out`.
[[nodiscard]] ExitCode repeat_branch(const std::filesystem::path& original, const std::filesystem::path& out,
                                     const RunWays& ways);

}  // namespace experiments
