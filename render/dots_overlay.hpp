// People as moving dots over the map of the window.
#pragma once

#include "render/window.hpp"

namespace viewer {

/// An overlay that remembers its trails from frame to frame; with `n_threads` threads.
[[nodiscard]] Overlay dots_overlay(int n_threads);

}  // namespace viewer
