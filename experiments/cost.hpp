// What a run will cost, before it is run: measured constants, in one place.
#pragma once

namespace experiments {

/// Measured in processor time of one thread of a Sapphire Rapids class machine
/// under other load, release build: runs of 1 and 13 months at 1:1 (461,040 and
/// 461,680 KiB at most; 15.2 and 22.8 s) and at 1:20 (31,380 KiB). Another
/// machine may differ twofold.
struct CostConstants {
  double bytes_per_agent = 23.4;           // columns with their reserve of empty rows, at the peak
  double base_bytes = 10e6;                // program, tables, signals
  double agent_months_per_second = 32e6;   // one thread
  double speed_of_second_thread = 0.9;     // of the first; later ones alike
  double agents_built_per_second = 1.35e6; // synthesis and warm-up, one thread
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
