// Files that are written: every failure (no right, no room) becomes one line
// that names the file. Text goes out in whole rows, so a reader of a running
// run never sees half of one.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace experiments {

/// A file that grows. Rows are gathered and written by `flush`.
class OutputFile {
 public:
  /// Creates or empties the file. Errors: InputError.
  explicit OutputFile(std::filesystem::path path);
  ~OutputFile();
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;
  OutputFile(OutputFile&&) = delete;
  OutputFile& operator=(OutputFile&&) = delete;

  /// The rows not yet written; append to it.
  [[nodiscard]] std::string& rows() { return rows_; }
  /// Hands the rows to the system. Errors: InputError.
  void flush();
  /// Waits until the disk holds what was written. Errors: InputError.
  void sync();

 private:
  std::filesystem::path path_;
  int descriptor_ = -1;
  std::string rows_;
};

/// Writes `text` under another name and renames it: the file is there whole or
/// not at all. Errors: InputError.
void write_whole(const std::filesystem::path& path, std::string_view text);

/// The bytes of a file. Errors: InputError.
[[nodiscard]] std::string read_whole(const std::filesystem::path& path);

}  // namespace experiments
