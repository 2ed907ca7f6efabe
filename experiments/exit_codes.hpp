// The exit codes of the program, once. Printed by --help; docs/outputs.md
// repeats them and a test compares.
#pragma once

#include <array>

namespace experiments {

enum class ExitCode : int {
  ok = 0,
  runs_differ = 1,
  bad_input = 2,
  broken_books = 3,
  internal_error = 70,
  stopped = 85,
  interrupted = 130,
};

struct ExitCodeInfo {
  ExitCode code;
  const char* sentence;
};

inline constexpr std::array exit_codes{
    ExitCodeInfo{ExitCode::ok, "done as asked; with diff and rerun: the runs are equal"},
    ExitCodeInfo{ExitCode::runs_differ, "diff or rerun: the runs differ; story: the run was made by another program"},
    ExitCodeInfo{ExitCode::bad_input,
                 "bad input: an option, a scenario, a table, or a place that cannot be written; one line says which"},
    ExitCodeInfo{ExitCode::broken_books, "the books of a month did not add up; the run stopped there"},
    ExitCodeInfo{ExitCode::internal_error, "a fault of the program itself; please report the line it printed"},
    ExitCodeInfo{ExitCode::stopped,
                 "stopped in good order by SIGTERM or SIGUSR1; `qonys resume` goes on with the run"},
    ExitCodeInfo{ExitCode::interrupted,
                 "stopped in good order by Ctrl-C; what was done is written, and `qonys resume` goes on with a run"},
};

}  // namespace experiments
