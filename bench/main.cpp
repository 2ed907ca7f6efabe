// The program qonys-bench: measures, prints, keeps. Benchmarks inform; they are
// no tests, but results that differ between runs end them.
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <new>
#include <string>

#include "bench/cases.hpp"
#include "bench/child.hpp"
#include "bench/markdown.hpp"
#include "bench/options.hpp"
#include "bench/study.hpp"
#include "experiments/assets.hpp"
#include "experiments/exit_codes.hpp"
#include "world/errors.hpp"

namespace {

using bench::Options;
using experiments::ExitCode;

/// Says so when others keep the machine busy: the figures are then worth little.
bench::Session begin_session(const Options& options) {
  constexpr double quiet_load = 0.5;
  bench::Session session{.machine = options.machine, .load_before = 0};
  if (std::ifstream("/proc/loadavg") >> session.load_before && session.load_before > quiet_load) {
    std::cerr << "the load of this machine was " << session.load_before
              << " in the last minute: speeds will be too low; ratios to the limit hold better" << std::endl;
  }
  return session;
}

void measure(const Options& options) {
  const bench::Session session = begin_session(options);
  std::vector<bench::Result> results;
  bench::run_cases(options, experiments::find_scenario("kazakhstan"), [&](const bench::Result& result) {
    std::cout << bench::line_of(result) << std::endl;
    results.push_back(result);
  });
  if (!options.csv.empty()) bench::write_csv(options, session, results);
}

void act(int argc, char** argv) {
  const Options options = bench::parse_options(argc, argv);
  if (options.wants_help) {
    std::cout << bench::help_text();
  } else if (options.is_child) {
    bench::act_as_child(options);
  } else if (options.markdown.empty()) {
    measure(options);
  } else if (options.into.empty()) {
    std::cout << bench::tables_of(options.markdown);
  } else {
    bench::put_into(options.into, bench::tables_of(options.markdown));
  }
}

ExitCode complain(const std::string& line, ExitCode code) {
  std::cerr << "qonys-bench: " << line << std::endl;
  return code;
}

ExitCode guarded(int argc, char** argv) {
  try {
    act(argc, argv);
    return ExitCode::ok;
  } catch (const bench::RunsDiffer& error) {
    return complain(error.what(), ExitCode::runs_differ);
  } catch (const world::InputError& error) {
    return complain(error.what(), ExitCode::bad_input);
  } catch (const world::BrokenBooks& error) {
    return complain(std::string("the books do not add up: ") + error.what(), ExitCode::broken_books);
  } catch (const std::bad_alloc&) {
    return complain("not enough memory for a world of this size; try a smaller --scale", ExitCode::bad_input);
  } catch (const std::exception& error) {
    return complain(std::string("internal error, please report it: ") + error.what(), ExitCode::internal_error);
  }
}

}  // namespace

int main(int argc, char** argv) { return static_cast<int>(guarded(argc, argv)); }
