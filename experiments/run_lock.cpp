#include "experiments/run_lock.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <string>

#include "experiments/manifest.hpp"
#include "world/errors.hpp"
#include "world/observers/file.hpp"

namespace experiments {
namespace {

std::string host_name() {
  std::array<char, 256> name{};
  return ::gethostname(name.data(), name.size() - 1) == 0 ? name.data() : "an unknown host";
}

std::string text_in(int descriptor) {
  std::array<char, 512> text{};
  const ssize_t length = ::pread(descriptor, text.data(), text.size(), 0);
  return length > 0 ? std::string(text.data(), static_cast<std::size_t>(length)) : std::string("another process");
}

}  // namespace

RunLock::RunLock(const std::filesystem::path& folder) {
  const std::filesystem::path file = folder / name;
  descriptor_ = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (descriptor_ < 0) world::observers::refuse_file(file, "write", errno);
  if (::flock(descriptor_, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) {
    const std::string holder = text_in(descriptor_);
    ::close(descriptor_);
    throw world::InputError(folder.string() + ": in use by " + holder +
                            "; wait for its end, or stop it (SIGTERM) and then resume");
  }
  // A file system without locks leaves this to the user's care.
  const std::string holder =
      "process " + std::to_string(::getpid()) + RunLock::mark + host_name() + " since " + utc_now();
  // Never empty in between: a kill must not take the mark from a folder that holds more.
  if (::pwrite(descriptor_, holder.data(), holder.size(), 0) < 0 ||
      ::ftruncate(descriptor_, static_cast<off_t>(holder.size())) != 0) {
    const int error = errno;
    ::close(descriptor_);
    world::observers::refuse_file(file, "write", error);
  }
}

RunLock::~RunLock() {
  if (::ftruncate(descriptor_, 0) != 0) {
    // A name of who was here stays; the lock itself goes all the same.
  }
  ::close(descriptor_);
}

}  // namespace experiments
