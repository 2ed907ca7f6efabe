// What the command line asked for. The verbs, their options, sentences and
// examples are declared here once; --help is made from them. Boost stays in the
// .cpp file.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "world/observers/phrases.hpp"

namespace experiments {

/// A command line that was understood.
struct Options {
  std::string verb;                  // empty: only --help or --version
  bool wants_help = false;
  bool wants_version = false;
  std::vector<std::string> places;   // what stands without a dash: a scenario, or run folders
  std::string out;
  std::vector<std::pair<std::string, std::string>> sets;  // path → value; --months, --scale and --seed come last
  int months = 0;                    // of a run that goes on; 0: as before
  std::string since;                 // month before which a replay begins
  std::string at;                    // month of a branch
  std::vector<std::string> policies; // files, or bundled names
  std::optional<int> checkpoint_every, keep;
  std::optional<bool> compress;      // true or left out
  int threads = 0;                   // 0: one for each core
  int ranks = 1;
  int rounds = 0;                    // 0: as usual
  int seeds = 1;                     // pairs of runs
  std::string relieve;               // ISO code; empty: the country's capital
  world::observers::Language language = world::observers::Language::en;
  std::string region;                // code of a region
  std::string serial, pick;          // of a citizen; of a move, as parse_pick reads it
  int from = 0, to = 0;              // years; 0: no bound
  std::vector<std::string> words;    // the whole command line after the program's name
  std::vector<std::string> compare;  // two run folders
  std::map<std::string, std::string> picture;  // options of a picture as given, by name
  bool from_start = false;
  bool quiet = false;
  bool resolved = false;
  bool markdown = false;
  bool hold = false;
};

/// One verb as --help tells of it.
struct VerbInfo {
  std::string_view name;
  std::string_view places;                 // "SCENARIO", "RUN_A RUN_B", "[RUN]" if it may be left out, or empty
  std::vector<std::string_view> options;   // names of the options it takes
  std::string_view sentence;
  std::string_view example;
  std::string_view example_says;           // what the example does
};

[[nodiscard]] const std::vector<VerbInfo>& verbs();
/// Errors: InputError with the nearest verb.
[[nodiscard]] const VerbInfo& find_verb(const std::string& name);

/// Errors: InputError, one line, for an unknown verb or option (nearest known),
/// a missing or surplus word, a number that is none or out of range.
[[nodiscard]] Options parse_options(int argc, const char* const* argv);

/// Help for the program, or for one verb.
[[nodiscard]] std::string help_text();
[[nodiscard]] std::string help_text(const VerbInfo& verb);

}  // namespace experiments
