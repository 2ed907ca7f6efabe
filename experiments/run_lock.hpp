// One process at a time in a run folder. The system frees the lock when the
// process ends, however it ends.
#pragma once

#include <filesystem>

namespace experiments {

class RunLock {
 public:
  /// Errors: InputError, one line with process, host and time, if another process works in `folder`.
  explicit RunLock(const std::filesystem::path& folder);
  ~RunLock();
  RunLock(const RunLock&) = delete;
  RunLock& operator=(const RunLock&) = delete;

  /// The file inside a run folder; it stays there, empty, when nobody works in it.
  static constexpr const char* name = ".lock";
  /// Part of what stands in it while a process of ours works there, and after it was killed.
  static constexpr const char* mark = " of qonys on ";

 private:
  int descriptor_ = -1;
};

}  // namespace experiments
