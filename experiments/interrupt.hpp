// Ctrl-C and SIGTERM: asked once, the run finishes its month and ends in good
// order; asked twice, the program ends at once.
#pragma once

namespace experiments {

/// From now on the first SIGINT or SIGTERM is only noted.
void catch_interrupts();

/// Has one come?
[[nodiscard]] bool is_interrupted();

/// A full disk, a quota or a closed pipe shall be an error with a message, not a
/// signal that kills. For verbs that write folders; the others may die of a
/// closed pipe in silence, as programs before `| head` do.
void ignore_write_signals();

}  // namespace experiments
