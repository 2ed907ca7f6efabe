// The first months of a run whose folder holds its inputs and its manifest.
// Called by `run`, and by `resume` when nothing had been saved yet.
#pragma once

#include "experiments/simulation.hpp"

namespace experiments {

/// Builds the population and simulates to the end. Errors: as of `perform_run`.
[[nodiscard]] ExitCode start_afresh(Run& run, const RunWays& ways);

/// The keeper of the run's checkpoints, by the rules asked for.
void set_keeper(Run& run, const RunWays& ways);

}  // namespace experiments
