// The two ways in which a run can be refused or stopped. The message is the
// whole story in one line; programs print it and choose the exit code.
#pragma once

#include <stdexcept>
#include <string>

namespace world {

/// The user or the data are at fault. One line: file, line or key, the value
/// found, the range allowed, what to do. Thrown only while loading and saving.
class InputError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// The books of a month do not add up. Carries month, region and both sides.
class BrokenBooks : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace world
