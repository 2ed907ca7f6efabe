// The log of a session: a file that only grows, one line for each thing done, so
// that what was done is there again after the process was killed at any moment.
// Knows lines and words, not what they mean.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "world/observers/file.hpp"

namespace viewer {

/// A line of the log: a word and what belongs to it.
struct LogLine {
  std::string word;
  std::vector<std::string> values;
  int number = 0;  // in the file, from 1; for messages
};

class SessionLog {
 public:
  /// Opens or creates the file, and reads it. A last line that is not whole is cut off: nobody was told that it was
  /// written. Errors: InputError with file:line for a damaged line before the last, for no right or no room.
  explicit SessionLog(const std::filesystem::path& file);

  /// What the file held when it was opened.
  [[nodiscard]] const std::vector<LogLine>& lines() const { return lines_; }
  /// Hands a line to the system: a process killed after this has it. Errors: InputError; the log is then as before.
  void append(const std::string& word, const std::vector<std::string>& values = {});
  /// Waits until the disk holds what was appended. Another thread may append meanwhile. Errors: InputError.
  void sync() const { file_.sync(); }

 private:
  void read();

  world::observers::File file_;
  std::uint64_t bytes_ = 0;
  std::vector<LogLine> lines_;
};

}  // namespace viewer
