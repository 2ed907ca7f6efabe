// What the window and the simulation cost the processors: the parts of the
// project's promise that the simulation gets what the viewer leaves.
#pragma once

#include <string>

namespace viewer {

/// Of the thread that simulates and of its workers, to the system; what other threads cost is the viewer's.
inline constexpr const char* simulation_thread_name = "simulation";

/// Seconds since the process began, but for `idle` and `wall`, of which only differences tell. Threads of a simulation
/// that is over (of a B that was put away) count as the viewer's.
struct ProcessorTime {
  double wall = 0;
  double simulation = 0, viewer = 0;  // of all threads of each, also those that rasterize for OpenGL
  double idle = -1;                   // of all processors of the machine; negative where it is not told
  int n_processors = 1;
};

/// By clock_gettime and /proc; takes some tens of microseconds.
[[nodiscard]] ProcessorTime processor_time();

/// Between two times.
struct ProcessorShare {
  double seconds = 0;
  double viewer = 0, simulation = 0;  // of the time of all processors
  double simulation_of_rest = -1;     // of what neither the viewer nor other programs took; negative: not known
};
[[nodiscard]] ProcessorShare share_between(const ProcessorTime& from, const ProcessorTime& to);

}  // namespace viewer
