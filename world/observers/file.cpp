#include "world/observers/file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <string>
#include <utility>

#include "world/errors.hpp"

namespace world::observers {

namespace fs = std::filesystem;

void refuse_file(const fs::path& path, const char* doing, int error) {
  if (std::strcmp(doing, "read") == 0) throw ReadError(path.string() + ": cannot read: " + std::strerror(error));
  const char* advice = error == ENOSPC || error == EDQUOT || error == EFBIG  ? "; make room or choose another folder"
                       : error == EACCES || error == EROFS || error == EPERM ? "; choose a folder that you may write to"
                                                                             : "";
  throw InputError(path.string() + ": cannot " + doing + ": " + std::strerror(error) + advice);
}

File::File(fs::path path, Access access) : path_(std::move(path)) {
  const int flags = access == Access::read ? O_RDONLY : access == Access::create ? O_RDWR | O_CREAT | O_TRUNC : O_RDWR;
  descriptor_ = ::open(path_.c_str(), flags | O_CLOEXEC, 0666);
  if (descriptor_ < 0) refuse_file(path_, access == Access::read ? "read" : "write", errno);
}

File::~File() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

File::File(File&& other) noexcept : path_(std::move(other.path_)), descriptor_(std::exchange(other.descriptor_, -1)) {}

std::uint64_t File::size() const {
  struct stat facts {};
  if (::fstat(descriptor_, &facts) != 0) refuse_file(path_, "read", errno);
  return static_cast<std::uint64_t>(facts.st_size);
}

void File::write_at(std::uint64_t offset, std::span<const std::byte> bytes) const {
  while (!bytes.empty()) {
    const ssize_t written = ::pwrite(descriptor_, bytes.data(), bytes.size(), static_cast<off_t>(offset));
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) refuse_file(path_, "write", errno);
    bytes = bytes.subspan(static_cast<std::size_t>(written));
    offset += static_cast<std::uint64_t>(written);
  }
}

void File::read_at(std::uint64_t offset, std::span<std::byte> bytes) const {
  while (!bytes.empty()) {
    const ssize_t got = ::pread(descriptor_, bytes.data(), bytes.size(), static_cast<off_t>(offset));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) refuse_file(path_, "read", errno);
    if (got == 0)
      throw InputError(path_.string() + ": ends at byte " + std::to_string(offset) + ", before its content does");
    bytes = bytes.subspan(static_cast<std::size_t>(got));
    offset += static_cast<std::uint64_t>(got);
  }
}

void File::cut(std::uint64_t bytes) const {
  if (::ftruncate(descriptor_, static_cast<off_t>(bytes)) != 0) refuse_file(path_, "write", errno);
}

void File::sync() const {
  // EINVAL: a pipe or the like, which no disk holds.
  if (::fsync(descriptor_) != 0 && errno != EINVAL) refuse_file(path_, "write", errno);
}

void File::close() {
  const int descriptor = std::exchange(descriptor_, -1);
  if (descriptor >= 0 && ::close(descriptor) != 0) refuse_file(path_, "write", errno);
}

void sync_folder(const fs::path& folder) {
  const int descriptor = ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return;
  ::fsync(descriptor);
  ::close(descriptor);
}

void rename_durably(const fs::path& from, const fs::path& to) {
  File file(from, Access::extend);
  file.sync();
  file.close();
  if (std::rename(from.c_str(), to.c_str()) != 0) refuse_file(to, "write", errno);
  sync_folder(to.parent_path());
}

}  // namespace world::observers
