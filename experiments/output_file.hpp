// Files that are written: every failure (no right, no room) becomes one line
// that names the file. Text goes out in whole rows, so a reader of a running
// run never sees half of one.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "world/observers/checkpoint.hpp"
#include "world/observers/file.hpp"
#include "world/observers/fingerprint.hpp"

namespace experiments {

/// A file that grows. Rows are gathered and written by `flush`.
class OutputFile {
 public:
  /// Creates or empties the file. Errors: InputError.
  explicit OutputFile(const std::filesystem::path& path);
  /// Goes on with a file that is there, cut back to `mark`. Errors: InputError if it is shorter or its bytes
  /// up to there are others; it is then as it was.
  OutputFile(const std::filesystem::path& path, const world::observers::FileMark& mark);
  /// Goes on with a file that is there, cut back to its first `n_lines` lines, or with a new one. Errors: InputError.
  OutputFile(const std::filesystem::path& path, int n_lines);

  /// The rows not yet written; append to it.
  [[nodiscard]] std::string& rows() { return rows_; }
  /// Hands the rows to the system. Errors: InputError.
  void flush();
  /// Waits until the disk holds what was flushed; another thread may flush meanwhile. Errors: InputError.
  void sync() const { file_.sync(); }
  /// How far the file has grown; rows not yet flushed do not count.
  [[nodiscard]] world::observers::FileMark mark() const;

 private:
  world::observers::File file_;
  std::uint64_t bytes_ = 0;
  world::observers::RunningFingerprint fingerprint_;
  std::string rows_;
};

/// Are the first bytes of the file those of the mark? A sentence if not, empty if so.
[[nodiscard]] std::string misfit_of(const std::filesystem::path& folder, const world::observers::FileMark& mark);

/// Writes `text` under another name and renames it: the file is there whole or
/// not at all. Errors: InputError.
void write_whole(const std::filesystem::path& path, std::string_view text);

/// The bytes of a file. Errors: InputError.
[[nodiscard]] std::string read_whole(const std::filesystem::path& path);

}  // namespace experiments
