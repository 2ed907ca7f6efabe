// A run in a process of its own: for its peak memory, which no other case may
// have touched, and for valgrind, which counts a whole process.
#pragma once

#include <cstdint>
#include <string>

#include "world/scenario.hpp"

namespace bench {

struct Options;

/// What a child says of its run.
struct ChildReport {
  std::int64_t peak_bytes = 0;      // most memory the process held (VmHWM)
  std::int64_t citizens = 0;        // at the end
  std::int64_t citizen_months = 0;  // of all its months
  std::uint64_t hash = 0;           // of the state at the end
};

/// Builds the world, runs one month and then `months`, prints the report.
void act_as_child(const Options& options);

/// Runs this program as a child behind the words of `before` ("valgrind …").
/// Errors: InputError if the child fails.
[[nodiscard]] ChildReport run_child(const world::Scale& scale, int threads, int months, const std::string& before = "");

/// Instructions that valgrind counts inside world::advance, on one thread, and
/// what was run. Errors: InputError without valgrind, or for a program it cannot run.
struct Counted {
  double instructions = 0;
  ChildReport run;
};
[[nodiscard]] Counted count_instructions(const world::Scale& scale, int months);

}  // namespace bench
