// Ctrl-C, SIGTERM and SIGUSR1: asked once, the run finishes its month, saves it
// and ends in good order; asked twice by Ctrl-C or SIGTERM, it ends at once.
#pragma once

#include "experiments/exit_codes.hpp"

namespace experiments {

/// From now on the first SIGINT or SIGTERM, and any SIGUSR1, is only noted.
void catch_interrupts();

/// Has one come?
[[nodiscard]] bool is_interrupted();

/// What to end with after one: `interrupted` by a person, `stopped` by a scheduler that may start again.
[[nodiscard]] ExitCode interrupt_code();

/// A full disk, a quota or a closed pipe shall be an error with a message, not a
/// signal that kills. For verbs that write folders; the others may die of a
/// closed pipe in silence, as programs before `| head` do.
void ignore_write_signals();

}  // namespace experiments
