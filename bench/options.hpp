// What the command line of qonys-bench asked for. The cases are declared here
// once; --help is made from them. Boost stays in the .cpp file.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "world/scenario.hpp"

namespace bench {

/// One case as --help tells of it.
struct CaseInfo {
  std::string_view name;
  std::string_view sentence;
};

inline constexpr std::array case_infos{
    CaseInfo{"limit", "one pass that reads and writes as many bytes as the population has columns"},
    CaseInfo{"synthesis", "the population and its markets at the start, from the tables in memory"},
    CaseInfo{"month", "a month, and each of its phases"},
    CaseInfo{"two_threads", "speed on two threads over speed on one"},
    CaseInfo{"flat", "cost of a citizen-month in worlds of 1/20, 1/4, 1/2 and all of --scale"},
    CaseInfo{"memory", "peak memory of a process that builds the world and runs the months"},
    CaseInfo{"checkpoint", "saving the world and loading it again: seconds of standing still, of the disk, and back"},
    CaseInfo{"first_look", "1/20 of --scale from its files to the end of 204 months"},
    CaseInfo{"instructions", "machine instructions of a citizen-month, counted by valgrind; only when named"},
};

struct Options {
  bool wants_help = false;
  std::vector<std::string> cases;  // in the order of case_infos
  world::Scale scale{1, 1};
  std::vector<int> threads{1, 2};  // ascending
  int months = 12;                 // on the clock; one more before them is not
  int repeats = 3;
  std::string csv;      // empty: print only
  bool append = false;  // keep the rows of other cases in `csv`
  std::string machine;
  std::string markdown;   // a file of results to print as tables
  std::string into;       // the page that takes the tables
  bool is_child = false;  // build, run, say how it went in one line

  [[nodiscard]] bool asks_for(std::string_view name) const;
};

/// Errors: InputError, one line, for an unknown option or case (nearest known)
/// and for a value out of range.
[[nodiscard]] Options parse_options(int argc, const char* const* argv);

[[nodiscard]] std::string help_text();

}  // namespace bench
