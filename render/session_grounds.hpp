// What the inputs of a session's country and scenario rest on.
#pragma once

#include "render/grounds.hpp"
#include "render/session_base.hpp"

namespace viewer {

/// Every InputKind, in their order. Tables tell it by their basis columns, parameters by their evidence tags; a
/// parameter that has the value of calibration.csv is fitted. Tables that can no longer be read are left out.
[[nodiscard]] Grounds grounds_of(const Base& base);

}  // namespace viewer
