// POSIX files, because their errors say why: no right, no room, gone. Every
// failure becomes an InputError, one line that names the file. Used by all who
// read and write run folders.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>

namespace world::observers {

/// "runs/a/panel.csv: cannot write: No space left on device; make room or choose another folder".
[[noreturn]] void refuse_file(const std::filesystem::path& path, const char* doing, int error);

enum class Access { read, create, extend };

/// An open file. `create` empties what is there, `extend` needs a file and keeps it.
class File {
 public:
  /// Errors: InputError.
  File(std::filesystem::path path, Access access);
  ~File();
  File(File&& other) noexcept;
  File& operator=(File&&) = delete;

  [[nodiscard]] std::uint64_t size() const;
  /// Writes all of `bytes` at `offset`. Errors: InputError.
  void write_at(std::uint64_t offset, std::span<const std::byte> bytes) const;
  /// Fills `bytes` from `offset` on. Errors: InputError, also when the file ends before.
  void read_at(std::uint64_t offset, std::span<std::byte> bytes) const;
  /// Cuts the file off after `bytes`. Errors: InputError.
  void cut(std::uint64_t bytes) const;
  /// Waits until the disk holds what was written. Errors: InputError.
  void sync() const;
  /// Errors: InputError; some file systems tell of a full disk only here.
  void close();

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
  int descriptor_ = -1;
};

/// Waits until the disk holds the names in a folder. A file system that knows no such thing is let be.
void sync_folder(const std::filesystem::path& folder);

/// Gives a whole file its name: both file and name are on the disk when this returns. Errors: InputError.
void rename_durably(const std::filesystem::path& from, const std::filesystem::path& to);

}  // namespace world::observers
