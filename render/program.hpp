// The program around the window: every failure becomes one line and an exit code.
#pragma once

#include <functional>

#include "render/options.hpp"

namespace viewer {

/// Parses the command line and calls `act`. Prints help. Returns the exit code: 0, or 2 where the user or the
/// data are at fault, or 70 where the program is.
[[nodiscard]] int guarded(int argc, const char* const* argv, const std::function<void(const Options&)>& act);

}  // namespace viewer
