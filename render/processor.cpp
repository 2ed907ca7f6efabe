#include "render/processor.hpp"

#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <thread>

namespace viewer {
namespace {

namespace fs = std::filesystem;

std::string first_line_of(const fs::path& file) {
  std::ifstream stream(file);
  std::string line;
  std::getline(stream, line);
  return line;
}

/// Seconds that a thread has run, by the scheduler's nanoseconds.
double seconds_run(const fs::path& task) {
  std::ifstream stream(task / "schedstat");
  double nanoseconds = 0;
  stream >> nanoseconds;
  return nanoseconds / 1e9;
}

double seconds_simulated() {
  double seconds = 0;
  std::error_code ignored;
  for (fs::directory_iterator at("/proc/self/task", ignored), end; !ignored && at != end; at.increment(ignored)) {
    if (first_line_of(at->path() / "comm") == simulation_thread_name) seconds += seconds_run(at->path());
  }
  return seconds;
}

/// Fields of /proc/stat: user, nice, system, idle, waiting for a disk, …
double seconds_idle() {
  std::ifstream stream("/proc/stat");
  std::string name;
  double user = 0, nice = 0, system = 0, idle = 0, waiting = 0;
  if (!(stream >> name >> user >> nice >> system >> idle >> waiting) || name != "cpu") return -1;
  return (idle + waiting) / static_cast<double>(std::max(1L, ::sysconf(_SC_CLK_TCK)));
}

}  // namespace

ProcessorTime processor_time() {
  ProcessorTime time;
  time.wall = std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
  timespec all{};
  ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &all);
  time.simulation = seconds_simulated();
  time.viewer =
      std::max(0.0, static_cast<double>(all.tv_sec) + static_cast<double>(all.tv_nsec) / 1e9 - time.simulation);
  time.idle = seconds_idle();
  time.n_processors = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
  return time;
}

ProcessorShare share_between(const ProcessorTime& from, const ProcessorTime& to) {
  ProcessorShare share{.seconds = to.wall - from.wall};
  const double all = std::max(1e-9, share.seconds * to.n_processors);
  const double simulation = to.simulation - from.simulation;
  share.viewer = (to.viewer - from.viewer) / all;
  share.simulation = simulation / all;
  if (from.idle < 0 || to.idle < 0) return share;
  const double rest = simulation + std::max(0.0, to.idle - from.idle);
  if (rest > 0) share.simulation_of_rest = simulation / rest;
  return share;
}

}  // namespace viewer
