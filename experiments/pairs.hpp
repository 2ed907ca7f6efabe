// Pairs of runs that share a seed, one run after another: at any time one world
// is in memory. Writes nothing.
#pragma once

#include <vector>

#include "world/country.hpp"
#include "world/observers/comparison.hpp"
#include "world/scenario.hpp"

namespace experiments {

struct PairsRequest {
  world::Scenario a, b;    // the seed of A is the first one
  world::Country country;  // of both
  int n_pairs = 1;
  int threads = 0;         // 0: one for each core
  int ranks = 1;
  bool quiet = false;
};

/// Runs the pairs in the order of their seeds and shows progress. Ends early
/// after Ctrl-C, then with the pairs that were complete.
/// Errors: InputError, BrokenBooks.
[[nodiscard]] std::vector<world::observers::RunPair> run_pairs(const PairsRequest& request);

}  // namespace experiments
