// A source for a kiosk that must never go blank: a simulation, and in place of it
// recorded months once it fails.
#pragma once

#include <memory>

#include "render/source.hpp"

namespace viewer {

/// Shows `live` until it fails or throws; from then on `recording`, or without one the months that `live` has made.
/// `live` may be null where it could not even be opened; then there must be a recording. Has failed itself only where
/// there is no month to show: the population could not be built, and there is no recording.
[[nodiscard]] std::unique_ptr<Source> with_fallback(std::unique_ptr<Source> live, std::unique_ptr<Source> recording);

}  // namespace viewer
