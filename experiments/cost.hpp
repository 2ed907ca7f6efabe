// What a run will cost, before it is run: measured constants, in one place.
#pragma once

namespace experiments {

/// Measured on 2 cores of a Sapphire Rapids class machine, release build, the
/// whole country of 19.8 million agents. Another machine may differ twofold.
struct CostConstants {
  double bytes_per_agent = 24;            // columns, with the reserve of empty rows
  double base_bytes = 120e6;              // program, tables, signals
  double agent_months_per_second = 40e6;  // one thread
  double speed_of_second_thread = 0.9;    // of the first; later ones alike
  double agents_built_per_second = 1e6;   // synthesis and warm-up, one thread
};

struct Cost {
  double memory_bytes = 0;
  double synthesis_seconds = 0;
  double simulation_seconds = 0;
};

/// `agents` at the start; growth of the population is left out.
[[nodiscard]] inline Cost cost_of(double agents, int n_months, int n_threads, const CostConstants& constants = {}) {
  const double threads = 1.0 + constants.speed_of_second_thread * (n_threads - 1);
  return {.memory_bytes = constants.base_bytes + agents * constants.bytes_per_agent,
          .synthesis_seconds = agents / (constants.agents_built_per_second * threads),
          .simulation_seconds = agents * n_months / (constants.agent_months_per_second * threads)};
}

}  // namespace experiments
