// The program qonys: finds the verb.
#include <iostream>
#include <stdexcept>
#include <string>

#include "experiments/build_info.hpp"
#include "experiments/guarded.hpp"
#include "experiments/options.hpp"
#include "experiments/verbs.hpp"

namespace {

using experiments::ExitCode;
using experiments::Options;

struct Entry {
  const char* verb;
  ExitCode (*act)(const Options&);
};

constexpr Entry entries[] = {
    {"run", experiments::run_verb},
    {"resume", experiments::resume_verb},
    {"branch", experiments::branch_verb},
    {"rerun", experiments::rerun_verb},
    {"inspect", experiments::inspect_verb},
    {"compare", experiments::compare_verb},
    {"diff", experiments::diff_verb},
    {"check", experiments::check_verb},
    {"list", experiments::list_verb},
    {"schedule", experiments::schedule_verb},
    {"levers", experiments::levers_verb},
    {"columns", experiments::columns_verb},
    {"causes", experiments::causes_verb},
    {"parameters", experiments::parameters_verb},
    {"why", experiments::why_verb},
    {"story", experiments::story_verb},
    {"calibrate", experiments::calibrate_verb},
    {"figure", experiments::figure_verb},
    {"view", experiments::view_verb},
};

ExitCode act(int argc, char** argv) {
  const Options options = experiments::parse_options(argc, argv);
  if (options.wants_version) {
    std::cout << experiments::version_text();
    return ExitCode::ok;
  }
  if (options.wants_help) {
    std::cout << (options.verb.empty() ? experiments::help_text()
                                       : experiments::help_text(experiments::find_verb(options.verb)));
    return argc > 1 ? ExitCode::ok : ExitCode::bad_input;  // a script that lost its verb should notice
  }
  for (const Entry& entry : entries) {
    if (options.verb == entry.verb) return entry.act(options);
  }
  throw std::logic_error("verb '" + options.verb + "' is declared but does nothing");
}

}  // namespace

int main(int argc, char** argv) {
  return static_cast<int>(experiments::guarded([&] { return act(argc, argv); }));
}
