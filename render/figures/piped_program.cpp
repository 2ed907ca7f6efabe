#include "render/figures/piped_program.hpp"

#include <fcntl.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <sstream>
#include <utility>

#include "world/errors.hpp"

namespace figures {
namespace {

namespace fs = std::filesystem;

constexpr int pipe_bytes = 1 << 20;  // fewer wake-ups than the usual 64 kB
constexpr std::size_t most_words = 400;

void close_if_open(int& descriptor) {
  if (descriptor >= 0) ::close(std::exchange(descriptor, -1));
}

/// The same, numbered above the standard streams.
int above_standard(int descriptor) {
  if (descriptor > STDERR_FILENO) return descriptor;
  const int higher = ::fcntl(descriptor, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
  ::close(descriptor);
  return higher;
}

bool may_be_run(const fs::path& path) {
  std::error_code ignored;
  return fs::is_regular_file(path, ignored) && ::access(path.c_str(), X_OK) == 0;
}

/// SIGPIPE does not reach this thread while this lives; one that came of our writing is taken away.
class NoSigpipe {
 public:
  NoSigpipe() {
    ::sigemptyset(&pipe_);
    ::sigaddset(&pipe_, SIGPIPE);
    sigset_t pending;
    ::sigpending(&pending);
    was_pending_ = ::sigismember(&pending, SIGPIPE) == 1;
    ::pthread_sigmask(SIG_BLOCK, &pipe_, &before_);
  }
  ~NoSigpipe() {
    const timespec at_once{};
    while (!was_pending_ && ::sigtimedwait(&pipe_, nullptr, &at_once) < 0 && errno == EINTR) {
    }
    ::pthread_sigmask(SIG_SETMASK, &before_, nullptr);
  }
  NoSigpipe(const NoSigpipe&) = delete;
  NoSigpipe& operator=(const NoSigpipe&) = delete;

 private:
  sigset_t pipe_{}, before_{};
  bool was_pending_ = false;
};

/// In the child, where only calls are allowed that need no lock.
[[noreturn]] void become(const char* program, char* const* words, int input, int said, int complaint) {
  ::setpgid(0, 0);
  sigset_t none;
  ::sigemptyset(&none);
  ::sigprocmask(SIG_SETMASK, &none, nullptr);
  ::signal(SIGPIPE, SIG_DFL);
  if (::dup2(input, STDIN_FILENO) >= 0 && ::dup2(said, STDOUT_FILENO) >= 0 && ::dup2(said, STDERR_FILENO) >= 0) {
    ::execv(program, words);
  }
  const int error = errno;
  [[maybe_unused]] const ssize_t told = ::write(complaint, &error, sizeof error);
  ::_exit(127);
}

}  // namespace

std::optional<fs::path> find_program(const std::string& name) {
  if (name.empty()) return std::nullopt;
  if (name.find('/') != std::string::npos) return may_be_run(name) ? std::optional<fs::path>(name) : std::nullopt;
  const char* path = std::getenv("PATH");
  std::istringstream folders(path == nullptr ? "" : path);
  for (std::string folder; std::getline(folders, folder, ':');) {
    const fs::path found = fs::path(folder.empty() ? "." : folder) / name;
    if (may_be_run(found)) return found;
  }
  return std::nullopt;
}

PipedProgram::PipedProgram(const fs::path& program, const std::vector<std::string>& words) {
  const std::string file = program.string();
  std::vector<char*> arguments = {const_cast<char*>(file.c_str())};
  for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);

  std::array<int, 2> input = {-1, -1}, complaint = {-1, -1};
  words_ = ::memfd_create("words", MFD_CLOEXEC);
  const bool is_open =
      words_ >= 0 && ::pipe2(input.data(), O_CLOEXEC) == 0 && ::pipe2(complaint.data(), O_CLOEXEC) == 0;
  int error = errno;
  if (is_open) {
    // Where we were started with closed standard streams, these descriptors may have taken their numbers.
    for (int* descriptor : {&words_, &input[0], &complaint[1]}) *descriptor = above_standard(*descriptor);
    ::fcntl(input[1], F_SETPIPE_SZ, pipe_bytes);
    id_ = ::fork();
    if (id_ == 0) become(file.c_str(), arguments.data(), input[0], words_, complaint[1]);
    error = id_ < 0 ? errno : 0;
  }
  close_if_open(input[0]);
  close_if_open(complaint[1]);
  input_ = input[1];
  // Nothing comes once the program runs, for then the descriptor closed itself.
  if (id_ > 0) {
    ssize_t got = 0;
    while ((got = ::read(complaint[0], &error, sizeof error)) < 0 && errno == EINTR) {
    }
    if (got != static_cast<ssize_t>(sizeof error)) error = 0;
  }
  close_if_open(complaint[0]);
  if (error != 0) {
    if (id_ > 0) (void)finish();
    close_if_open(input_);
    close_if_open(words_);
    throw world::InputError(file + ": cannot be started: " + std::strerror(error));
  }
}

PipedProgram::~PipedProgram() {
  kill();
  (void)finish();
  close_if_open(words_);
}

bool PipedProgram::write(const void* bytes, std::size_t n) const {
  const NoSigpipe quiet;
  const char* next = static_cast<const char*>(bytes);
  while (n > 0) {
    const ssize_t written = ::write(input_, next, n);
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    next += written;
    n -= static_cast<std::size_t>(written);
  }
  return true;
}

int PipedProgram::finish() {
  close_if_open(input_);
  if (id_ < 0) return 0;
  int status = 0;
  pid_t ended = 0;
  while ((ended = ::waitpid(id_, &status, 0)) < 0 && errno == EINTR) {
  }
  id_ = -1;
  if (ended < 0) return 0;  // somebody else waits for all children; the file will tell
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

void PipedProgram::kill() const {
  if (id_ > 0) ::kill(id_, SIGKILL);
}

std::string PipedProgram::last_words() const {
  const off_t end = ::lseek(words_, 0, SEEK_END);
  const off_t begin = std::max<off_t>(end - static_cast<off_t>(most_words), 0);
  std::string text(static_cast<std::size_t>(std::max<off_t>(end - begin, 0)), ' ');
  const ssize_t got = ::pread(words_, text.data(), text.size(), begin);
  text.resize(static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
  // The first line may have been cut.
  const std::size_t line = text.find('\n');
  if (begin > 0 && line != std::string::npos && line + 1 < text.size()) text.erase(0, line + 1);
  const std::size_t last = text.find_last_not_of(" \r\n");
  return text.substr(0, last == std::string::npos ? 0 : last + 1);
}

}  // namespace figures
