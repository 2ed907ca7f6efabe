// The program qonys: finds the verb, turns every failure into one line and an
// exit code.
#include <exception>
#include <filesystem>
#include <iostream>
#include <new>
#include <stdexcept>
#include <string>

#include "experiments/build_info.hpp"
#include "experiments/options.hpp"
#include "experiments/verbs.hpp"
#include "world/errors.hpp"

namespace {

using experiments::ExitCode;
using experiments::Options;

struct Entry {
  const char* verb;
  ExitCode (*act)(const Options&);
};

constexpr Entry entries[] = {
    {"run", experiments::run_verb},           {"resume", experiments::resume_verb},
    {"branch", experiments::branch_verb},     {"rerun", experiments::rerun_verb},
    {"inspect", experiments::inspect_verb},
    {"compare", experiments::compare_verb},
    {"diff", experiments::diff_verb},         {"check", experiments::check_verb},
    {"list", experiments::list_verb},         {"schedule", experiments::schedule_verb},
    {"columns", experiments::columns_verb},   {"parameters", experiments::parameters_verb},
    {"why", experiments::why_verb},           {"story", experiments::story_verb},
    {"calibrate", experiments::calibrate_verb},
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

ExitCode complain(const std::string& line, ExitCode code) {
  std::cerr << "qonys: " << line << std::endl;
  return code;
}

ExitCode guarded(int argc, char** argv) {
  try {
    const ExitCode code = act(argc, argv);
    std::cout.flush();
    if (!std::cout) return complain("cannot write to the standard output", ExitCode::bad_input);
    return code;
  } catch (const world::InputError& error) {
    return complain(error.what(), ExitCode::bad_input);
  } catch (const world::BrokenBooks& error) {
    return complain(std::string("the books do not add up: ") + error.what(), ExitCode::broken_books);
  } catch (const std::filesystem::filesystem_error& error) {
    return complain(error.path1().string() + ": " + error.code().message(), ExitCode::bad_input);
  } catch (const std::bad_alloc&) {
    return complain("not enough memory for a world of this size; try a smaller --scale, such as 1:20",
                    ExitCode::bad_input);
  } catch (const std::exception& error) {
    return complain(std::string("internal error, please report it: ") + error.what(), ExitCode::internal_error);
  }
}

}  // namespace

int main(int argc, char** argv) { return static_cast<int>(guarded(argc, argv)); }
