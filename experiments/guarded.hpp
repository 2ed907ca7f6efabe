// What every program of this folder does about failures: one line and an exit code.
#pragma once

#include <functional>

#include "experiments/exit_codes.hpp"

namespace experiments {

/// Does `act` with the standard streams open, and turns what it throws into a line on the standard error, "qonys: …".
[[nodiscard]] ExitCode guarded(const std::function<ExitCode()>& act);

}  // namespace experiments
