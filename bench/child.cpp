// Parent and child speak through one line of the child's standard output.
#include "bench/child.hpp"

#include <unistd.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>

#include "bench/options.hpp"
#include "bench/study.hpp"
#include "experiments/assets.hpp"
#include "world/build.hpp"
#include "world/country.hpp"
#include "world/errors.hpp"
#include "world/month.hpp"

namespace bench {
namespace {

namespace fs = std::filesystem;
using world::InputError;

constexpr const char* reply_mark = "child";

std::int64_t peak_bytes() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (!line.starts_with("VmHWM:")) continue;
    std::int64_t kilobytes = 0;
    std::istringstream(line.substr(6)) >> kilobytes;
    return kilobytes * 1024;
  }
  throw InputError("/proc/self/status has no VmHWM; the memory case needs Linux");
}

std::string quoted(const std::string& text) {
  std::string result = "'";
  for (const char c : text) result += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return result + "'";
}

/// What a command prints; its exit status must be 0.
std::string output_of(const std::string& command, const std::string& advice) {
  std::FILE* pipe = ::popen(command.c_str(), "r");
  if (pipe == nullptr) throw InputError("cannot start " + command);
  std::string text;
  std::array<char, 4096> piece{};
  while (const std::size_t length = std::fread(piece.data(), 1, piece.size(), pipe)) text.append(piece.data(), length);
  if (::pclose(pipe) != 0) throw InputError("a run in its own process failed" + advice);
  return text;
}

double total_of(const fs::path& file) {
  std::ifstream stream(file);
  for (std::string line; std::getline(stream, line);) {
    if (!line.starts_with("totals:")) continue;
    double total = 0;
    std::istringstream(line.substr(7)) >> total;
    if (total > 0) return total;
  }
  throw InputError(file.string() + ": valgrind counted nothing inside world::advance");
}

}  // namespace

void act_as_child(const Options& options) {
  world::Scenario scenario = world::load_scenario(experiments::find_scenario("kazakhstan"));
  scenario.scale = options.scale;
  const world::Country country = world::load_country(scenario.country);
  const agents::Crew crew(options.threads.front());
  world::SynthesisReport report;
  world::World world = world::build_world(scenario, country, crew, &report);
  std::int64_t citizen_months = 0;
  for (int month = 0; month <= options.months; ++month) {
    world::advance(world, crew);
    citizen_months += world.n_citizens();
  }
  std::cout << reply_mark << ' ' << peak_bytes() << ' ' << world.n_citizens() << ' ' << citizen_months << ' '
            << world.hash.state << std::endl;
}

ChildReport run_child(const world::Scale& scale, int threads, int months, const std::string& before) {
  const std::string program = fs::read_symlink("/proc/self/exe").string();
  const std::string command = before + quoted(program) + " --child --scale " + scale_text(scale) + " --threads " +
                              std::to_string(threads) + " --months " + std::to_string(months);
  const std::string advice =
      before.empty() ? "; see the line above"
                     : "; valgrind must be installed and knows no AVX-512: configure with -DQONYS_MARCH=x86-64-v3";
  std::istringstream reply(output_of(command, advice));
  std::string mark;
  ChildReport report;
  reply >> mark >> report.peak_bytes >> report.citizens >> report.citizen_months >> report.hash;
  if (!reply || mark != reply_mark) throw InputError("a run in its own process said nothing of use" + advice);
  return report;
}

Counted count_instructions(const world::Scale& scale, int months) {
  const fs::path file = fs::temp_directory_path() / ("qonys-bench-callgrind." + std::to_string(::getpid()));
  const std::string valgrind = "valgrind --tool=callgrind --quiet '--toggle-collect=world::advance(*' " +
                               quoted("--callgrind-out-file=" + file.string()) + " ";
  Counted counted;
  counted.run = run_child(scale, 1, months, valgrind);
  counted.instructions = total_of(file);
  fs::remove(file);
  return counted;
}

}  // namespace bench
