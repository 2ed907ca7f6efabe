// A run taken up where it ended, in the same folder.
#pragma once

#include <filesystem>

#include "experiments/run.hpp"

namespace experiments {

struct ResumeRequest {
  std::filesystem::path folder;
  int months = 0;        // new length of the run; 0: as the manifest says
  RunWays ways;
};

/// Goes on from the newest usable checkpoint, or from the start if there is none; the tables are first cut back
/// to it. Afterwards all files but clock times are those of a run that never ended. A finished run stays as it is.
/// Errors: InputError; BrokenBooks.
[[nodiscard]] ExitCode perform_resume(const ResumeRequest& request);

}  // namespace experiments
