// Another program that is fed through its standard input, started without a
// shell. What it says is kept for the message when it fails.
#pragma once

#include <atomic>
#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace figures {

/// The file that a command's name means: a path if it has a slash, else the first in PATH that may be run.
[[nodiscard]] std::optional<std::filesystem::path> find_program(const std::string& name);

/// Runs from construction on. Not in the terminal's foreground, so that Ctrl-C reaches us alone and we end it in order.
class PipedProgram {
 public:
  /// `words`: what follows the program's name. Errors: world::InputError if it cannot be started.
  PipedProgram(const std::filesystem::path& program, const std::vector<std::string>& words);
  /// Kills it if it still runs.
  ~PipedProgram();
  PipedProgram(const PipedProgram&) = delete;
  PipedProgram& operator=(const PipedProgram&) = delete;

  /// Waits until it has taken all bytes; false when it no longer takes any. No SIGPIPE comes of it.
  [[nodiscard]] bool write(const void* bytes, std::size_t n) const;
  /// Ends its input and waits for its end: the exit status, or 128 + the signal that ended it.
  [[nodiscard]] int finish();
  /// Ends it at once; a `write` in another thread then returns false.
  void kill() const;
  /// The last line of what it wrote to standard output and error, or several if they are short; may be empty.
  [[nodiscard]] std::string last_words() const;

 private:
  int input_ = -1;            // our end of its standard input
  int words_ = -1;            // a nameless file that holds what it says
  std::atomic<int> id_ = -1;  // of the process; −1 once it has been waited for
};

}  // namespace figures
