// The fault script: small runs that are killed at random moments, on disks that
// fill up, under limits on the size of files. Each is resumed and must end like a
// run to which nothing happened. Prints what was hit; docs/reliability.md has the counts.
#include <gtest/gtest.h>

#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <random>
#include <string>
#include <vector>

#include "tests/experiments/program.hpp"
#include "tests/experiments/run_folders.hpp"

namespace tests {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;
using Words = std::vector<std::string>;

constexpr const char* months = "30";
constexpr const char* scale = "20:1";

Words run_of(const std::string& out) {
  return {"run", tiny(), "--out", out, "--months", months, "--scale", scale, "--quiet"};
}

/// What a kill can hit.
struct Hits {
  int kills = 0, resumes = 0;
  int before_manifest = 0, before_first_checkpoint = 0, inside_checkpoint = 0, at_the_end = 0, elsewhere = 0,
      too_late = 0;
};

std::string one_of(std::mt19937_64& luck, const Words& words) { return words[luck() % words.size()]; }

Words with_random_ways(std::mt19937_64& luck, Words words) {
  words.insert(words.end(), {"--checkpoint-every", one_of(luck, {"1", "1", "2", "5"}), "--threads",
                             one_of(luck, {"1", "2", "3"}), "--keep", one_of(luck, {"1", "3"})});
  if (luck() % 3 == 0) words.emplace_back("--compress");
  return words;
}

void note(Hits& hits, const std::string& run, bool was_alive) {
  ++hits.kills;
  if (!was_alive) {
    ++hits.too_late;
    return;
  }
  const std::string folder = run + "/checkpoints";
  bool has_checkpoint = false, has_unfinished = false;
  if (fs::exists(folder)) {
    for (const auto& entry : fs::directory_iterator(folder)) {
      has_checkpoint = has_checkpoint || entry.path().extension() == ".qonys";
      has_unfinished = has_unfinished || entry.path().extension() == ".unfinished";
    }
  }
  if (!fs::exists(run + "/manifest.toml"))
    ++hits.before_manifest;
  else if (has_unfinished)
    ++hits.inside_checkpoint;
  else if (!has_checkpoint)
    ++hits.before_first_checkpoint;
  else if (fs::exists(run + "/summary.md"))
    ++hits.at_the_end;
  else
    ++hits.elsewhere;
}

/// Starts the program and kills it after `microseconds`. Was it still alive?
bool kill_after(const Words& words, std::uint64_t microseconds) {
  const Started started = start_qonys(words);
  ::usleep(static_cast<useconds_t>(microseconds));
  const bool was_alive = ::waitpid(started.pid, nullptr, WNOHANG) == 0;
  if (was_alive) {
    ::kill(started.pid, SIGKILL);
    ::waitpid(started.pid, nullptr, 0);
  }
  fs::remove_all(started.out.parent_path());
  return was_alive;
}

/// Microseconds of an undisturbed run that saves often.
std::uint64_t time_of(const Words& words) {
  const auto began = Clock::now();
  EXPECT_EQ(qonys(words).exit_code, 0);
  return static_cast<std::uint64_t>(
      std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - began).count());
}

void begin_or_resume(const Words& words, const std::string& run, const Words& ways, std::uint64_t microseconds,
                     Hits& hits) {
  Words next = words;
  if (fs::exists(run + "/manifest.toml")) {
    next = {"resume", run, "--quiet"};
    next.insert(next.end(), ways.begin(), ways.end());
    ++hits.resumes;
  }
  note(hits, run, kill_after(next, microseconds));
}

TEST(Faults, TwoHundredKillsAtRandomMomentsLoseNothing) {
  constexpr int n_runs = 120, n_kills = 200;
  const Scratch scratch;
  std::mt19937_64 luck(20260704);
  ASSERT_EQ(qonys(run_of(scratch / "whole")).exit_code, 0);
  Words timed = run_of(scratch / "timed");
  timed.insert(timed.end(), {"--checkpoint-every", "1"});
  const std::uint64_t whole_time = time_of(timed);
  Hits hits;
  int n_equal = 0;
  for (int trial = 0; trial < n_runs || hits.kills - hits.too_late < n_kills; ++trial) {
    const std::string run = scratch / "run";
    fs::remove_all(run);
    const Words words = with_random_ways(luck, run_of(run));
    // Some are killed again while they are being resumed.
    const int kills = 1 + static_cast<int>(luck() % 3);
    for (int i = 0; i < kills; ++i) begin_or_resume(words, run, with_random_ways(luck, {}), luck() % whole_time, hits);
    Outcome outcome;
    if (fs::exists(run + "/manifest.toml")) {
      outcome = qonys({"resume", run, "--quiet"});
      ++hits.resumes;
    } else {
      outcome = qonys(words);
    }
    ASSERT_EQ(outcome.exit_code, 0) << "trial " << trial << ": " << outcome.error;
    ASSERT_EQ(outcome.error, "") << "trial " << trial << ": a checkpoint was passed over";
    expect_same_results(scratch / "whole", run);
    if (HasFailure()) FAIL() << "trial " << trial;
    ++n_equal;
  }
  std::cout << hits.kills - hits.too_late << " kills (" << hits.before_manifest << " before the manifest, "
            << hits.before_first_checkpoint << " before the first checkpoint, " << hits.inside_checkpoint
            << " inside a checkpoint, " << hits.elsewhere << " between, " << hits.at_the_end << " at the end), "
            << hits.too_late << " too late; " << hits.resumes << " resumes; " << n_equal << " runs, all equal\n";
}

/// Runs the program under a limit on the size of files; most writes beyond it fail with EFBIG.
Outcome qonys_with_limit(const Words& words, rlim_t bytes) {
  rlimit before{};
  ::getrlimit(RLIMIT_FSIZE, &before);
  const rlimit limit{.rlim_cur = bytes, .rlim_max = before.rlim_max};
  ::setrlimit(RLIMIT_FSIZE, &limit);
  const Outcome outcome = qonys(words);
  ::setrlimit(RLIMIT_FSIZE, &before);
  return outcome;
}

/// Every checkpoint that has its name is whole.
int n_whole_checkpoints(const std::string& run) {
  int n = 0;
  if (!fs::exists(run + "/checkpoints")) return 0;
  for (const auto& entry : fs::directory_iterator(run + "/checkpoints")) {
    if (entry.path().extension() != ".qonys") continue;
    const Outcome outcome = qonys({"inspect", entry.path().string()});
    EXPECT_EQ(outcome.exit_code, 0) << outcome.error;
    ++n;
  }
  return n;
}

TEST(Faults, ALimitOnTheSizeOfFilesAtRandomMomentsLeavesTheLastGoodCheckpointReadable) {
  constexpr int n_trials = 60;
  const Scratch scratch;
  std::mt19937_64 luck(7);
  ASSERT_EQ(qonys(run_of(scratch / "whole")).exit_code, 0);
  int failed = 0, went_on = 0, checkpoints = 0;
  for (int trial = 0; trial < n_trials; ++trial) {
    const std::string run = scratch / "run";
    fs::remove_all(run);
    // The tables end at 4 to 124 kB, a checkpoint has 600 kB: half the limits hit both, half checkpoints only.
    const rlim_t limit = trial % 2 == 0 ? 3000 + luck() % 125000 : 130000 + luck() % 600000;
    const Outcome limited = qonys_with_limit(with_random_ways(luck, run_of(run)), limit);
    ASSERT_TRUE(limited.exit_code == 0 || limited.exit_code == 2) << limited.error;
    ++(limited.exit_code == 0 ? went_on : failed);
    checkpoints += n_whole_checkpoints(run);
    const bool is_begun = fs::exists(run + "/manifest.toml") && manifest_value(run, "last_month") != "no such key";
    const Outcome outcome = is_begun ? qonys({"resume", run, "--quiet"}) : Outcome{};
    if (is_begun && outcome.error.find("nothing was simulated") != std::string::npos)
      continue;  // no room for the inputs
    if (!is_begun) continue;
    ASSERT_EQ(outcome.exit_code, 0) << outcome.error;
    expect_same_results(scratch / "whole", run);
    if (HasFailure()) FAIL() << "trial " << trial;
  }
  std::cout << n_trials << " limits: " << failed << " runs failed with a message, " << went_on
            << " went on without some checkpoints; " << checkpoints
            << " checkpoints, all whole; all resumed runs equal\n";
}

/// A small disk of its own. `is_there` is false where the system allows no mount.
class SmallDisk {
 public:
  SmallDisk(std::string folder, const std::string& size) : folder_(std::move(folder)) {
    fs::create_directories(folder_);
    is_there_ = ::mount("tmpfs", folder_.c_str(), "tmpfs", 0, ("size=" + size).c_str()) == 0;
  }
  ~SmallDisk() {
    if (is_there_) ::umount(folder_.c_str());
  }
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;
  [[nodiscard]] bool is_there() const { return is_there_; }

 private:
  std::string folder_;
  bool is_there_ = false;
};

TEST(Faults, ADiskThatFillsUpAtRandomMomentsLeavesTheLastGoodCheckpointReadable) {
  constexpr int n_trials = 40;
  const Scratch scratch;
  std::mt19937_64 luck(11);
  ASSERT_EQ(qonys(run_of(scratch / "whole")).exit_code, 0);
  int failed = 0, went_on = 0, checkpoints = 0;
  for (int trial = 0; trial < n_trials; ++trial) {
    const std::string disk = scratch / "disk", run = disk + "/run", moved = scratch / "moved";
    fs::remove_all(moved);
    {
      const SmallDisk small(disk, std::to_string(250 + luck() % 1500) + "k");
      ASSERT_TRUE(small.is_there()) << "this test needs the right to mount a tmpfs: run it as root";
      const Outcome limited = qonys(with_random_ways(luck, run_of(run)));
      ASSERT_TRUE(limited.exit_code == 0 || limited.exit_code == 2) << limited.error;
      ++(limited.exit_code == 0 ? went_on : failed);
      checkpoints += n_whole_checkpoints(run);
      if (fs::exists(run)) fs::copy(run, moved, fs::copy_options::recursive);
    }
    if (!fs::exists(moved + "/manifest.toml")) continue;
    const Outcome outcome = qonys({"resume", moved, "--quiet"});  // on a disk with room
    if (outcome.error.find("nothing was simulated") != std::string::npos) continue;
    ASSERT_EQ(outcome.exit_code, 0) << outcome.error;
    expect_same_results(scratch / "whole", moved);
    if (HasFailure()) FAIL() << "trial " << trial;
  }
  std::cout << n_trials << " small disks: " << failed << " runs failed with a message, " << went_on << " went on; "
            << checkpoints << " checkpoints, all whole; all resumed runs equal\n";
}

}  // namespace
}  // namespace tests
