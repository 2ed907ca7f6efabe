// A broken promise of the programmer's: stops at once, in every build.
#pragma once

#include <stdexcept>

namespace agents {

/// Thrown by `expects`; nobody catches it but main.
class BrokenPromise : public std::logic_error {
 public:
  using std::logic_error::logic_error;
};

inline void expects(bool truth, const char* sentence) {
  if (!truth) throw BrokenPromise(sentence);
}

}  // namespace agents
