// A run taken up where it ended, in the same folder.
#pragma once

#include <filesystem>

#include "experiments/run.hpp"

namespace experiments {

struct ResumeRequest {
  std::filesystem::path folder;
  int months = 0;              // new length of the run; 0: as the manifest says
  bool is_from_start = false;  // begin anew, and overwrite what is there
  RunWays ways;
};

/// Goes on from the newest usable checkpoint, or from the start if none was written; the tables are first cut back
/// to it. Where checkpoints or tables were damaged so that none can be used, it asks for `is_from_start`. Afterwards
/// all files but clock times are those of a run that never ended. A finished run stays as it is. Errors: InputError;
/// BrokenBooks.
[[nodiscard]] ExitCode perform_resume(const ResumeRequest& request);

}  // namespace experiments
