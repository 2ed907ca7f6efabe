// POSIX files, because their errors say why.
#include "experiments/output_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <utility>

#include "world/errors.hpp"

namespace experiments {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void refuse(const fs::path& path, const char* doing, int error) {
  const char* advice = error == ENOSPC || error == EDQUOT || error == EFBIG ? "; make room or choose another folder"
                       : error == EACCES || error == EROFS || error == EPERM
                           ? "; choose a folder that you may write to"
                           : "";
  throw world::InputError(path.string() + ": cannot " + doing + ": " + std::strerror(error) + advice);
}

int open_for_writing(const fs::path& path) {
  const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (descriptor < 0) refuse(path, "write", errno);
  return descriptor;
}

void write_all(int descriptor, const fs::path& path, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(descriptor, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) refuse(path, "write", errno);
    text.remove_prefix(static_cast<std::size_t>(written));
  }
}

}  // namespace

OutputFile::OutputFile(fs::path path) : path_(std::move(path)), descriptor_(open_for_writing(path_)) {}

OutputFile::~OutputFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

void OutputFile::flush() {
  write_all(descriptor_, path_, rows_);
  rows_.clear();
}

void OutputFile::sync() {
  flush();
  if (::fsync(descriptor_) != 0 && errno != EINVAL) refuse(path_, "write", errno);
}

void write_whole(const fs::path& path, std::string_view text) {
  fs::path unfinished = path;
  unfinished += ".unfinished";
  const int descriptor = open_for_writing(unfinished);
  try {
    write_all(descriptor, unfinished, text);
    if (::fsync(descriptor) != 0) refuse(unfinished, "write", errno);
  } catch (...) {
    ::close(descriptor);
    ::unlink(unfinished.c_str());
    throw;
  }
  if (::close(descriptor) != 0) refuse(unfinished, "write", errno);
  if (std::rename(unfinished.c_str(), path.c_str()) != 0) refuse(path, "write", errno);
}

std::string read_whole(const fs::path& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) refuse(path, "read", errno);
  std::string text;
  std::array<char, 65536> piece{};
  for (;;) {
    const ssize_t length = ::read(descriptor, piece.data(), piece.size());
    if (length < 0 && errno == EINTR) continue;
    if (length < 0) {
      const int error = errno;
      ::close(descriptor);
      refuse(path, "read", error);
    }
    if (length == 0) break;
    text.append(piece.data(), static_cast<std::size_t>(length));
  }
  ::close(descriptor);
  return text;
}

}  // namespace experiments
