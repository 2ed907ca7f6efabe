// `qonys view`: hands over to the program qonys-view, which has a window.
#include "experiments/companion.hpp"
#include "experiments/verbs.hpp"

namespace experiments {

ExitCode view_verb(const Options& options) { become_companion("qonys-view", options.words, 1); }

}  // namespace experiments
