// The two ways in which a run can be refused or stopped. The message is the
// whole story in one line; programs print it and choose the exit code.
#pragma once

#include <algorithm>
#include <stdexcept>
#include <string>

namespace world {

/// What a message quotes may hold line ends, or bytes that a terminal obeys.
[[nodiscard]] inline std::string on_one_line(std::string message) {
  std::replace_if(
      message.begin(), message.end(), [](unsigned char c) { return c < 0x20 || c == 0x7F; }, ' ');
  return message;
}

/// The user or the data are at fault. One line: file, line or key, the value
/// found, the range allowed, what to do. Thrown only while loading and saving.
class InputError : public std::runtime_error {
 public:
  explicit InputError(const std::string& message) : std::runtime_error(on_one_line(message)) {}
};

/// A file that is there cannot be read now: no right, a broken disk. What it holds may be whole.
class ReadError : public InputError {
 public:
  using InputError::InputError;
};

/// The books of a month do not add up. Carries month, region and both sides.
class BrokenBooks : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace world
