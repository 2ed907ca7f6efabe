// synthesis.md: how well the population at the start meets its tables, and what
// was assumed where no table speaks.
#pragma once

#include <string>

#include "world/build.hpp"

namespace world::observers {

/// The whole of synthesis.md. Holds no clock time, so equal runs write equal files.
[[nodiscard]] std::string synthesis_markdown(const SynthesisReport& report);

}  // namespace world::observers
