// The population at the start against every table that it was fitted to.
#pragma once

#include "world/build.hpp"
#include "world/synthesis.hpp"

namespace world {

/// Margins right after synthesis, before the warm-up.
[[nodiscard]] SynthesisReport report_synthesis(const World& world, const SynthesisPlan& plan, const Crew& crew);
/// Margins that the warm-up may have moved.
void finish_report(SynthesisReport& report, const World& world);

}  // namespace world
