// `qonys figure`: hands over to the program qonys-figure. What draws needs
// libraries of fonts and X that a node of a cluster has no use for.
#include "experiments/companion.hpp"
#include "experiments/verbs.hpp"

namespace experiments {

ExitCode figure_verb(const Options& options) { become_companion("qonys-figure", options.words, 0); }

}  // namespace experiments
