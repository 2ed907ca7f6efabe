// The program as a stranger meets it: runs that repeat, stop and refuse.
#include <gtest/gtest.h>

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <set>
#include <string>

#include "tests/experiments/program.hpp"
#include "tests/experiments/run_folders.hpp"

namespace tests {
namespace {

namespace fs = std::filesystem;

TEST(Run, WritesTheSameFilesTwiceButForThoseWithClockTimes) {
  const Scratch scratch;
  ASSERT_EQ(qonys({"run", tiny(), "--out", scratch / "a", "--months", "24"}).exit_code, 0);
  ASSERT_EQ(qonys({"run", tiny(), "--out", scratch / "b", "--months", "24", "--threads", "1"}).exit_code, 0);
  ASSERT_EQ(files_of(scratch / "a"), files_of(scratch / "b"));
  const std::set<std::string> with_times{"manifest.toml", "timings.csv", "log.txt"};
  for (const std::string& file : files_of(scratch / "a")) {
    if (with_times.count(file) != 0) continue;
    EXPECT_EQ(text_of(fs::path(scratch / "a") / file), text_of(fs::path(scratch / "b") / file)) << file;
  }
}

TEST(Run, MarksAFinishedFolderAsFinishedWithAllItsMonths) {
  const Scratch scratch;
  const Outcome outcome = qonys({"run", tiny(), "--out", scratch / "a", "--months", "5"});
  ASSERT_EQ(outcome.exit_code, 0) << outcome.error;
  EXPECT_EQ(manifest_value(scratch / "a", "status"), "finished");
  EXPECT_EQ(manifest_value(scratch / "a", "months_done"), "5");
  EXPECT_EQ(manifest_value(scratch / "a", "last_month"), "2023-05");
  EXPECT_EQ(manifest_value(scratch / "a", "people_per_agent"), "1");
  EXPECT_EQ(rows_of(scratch / "a/months.csv").back().at("state_hash"), manifest_value(scratch / "a", "last_state_hash"));
  EXPECT_NE(outcome.out.find("All regions"), std::string::npos);
}

TEST(Run, IsSilentWhenQuiet) {
  const Scratch scratch;
  const Outcome outcome = qonys({"run", tiny(), "--out", scratch / "a", "--months", "2", "--quiet"});
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_EQ(outcome.out, "");
  EXPECT_EQ(outcome.error, "");
}

TEST(Run, PrintsNoLineWiderThanAHundredCharacters) {
  const Scratch scratch;
  const Outcome outcome = qonys({"run", tiny(), "--out", scratch / "a", "--months", "3"});
  int width = 0;
  for (const char byte : outcome.out.substr(0, outcome.out.find("\n\nBorn"))) {
    const bool starts_character = (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
    width = byte == '\n' ? 0 : width + (starts_character ? 1 : 0);
    ASSERT_LE(width, 100) << outcome.out;
  }
}

TEST(Run, FindsABundledScenarioByItsName) {
  const Scratch scratch;
  EXPECT_EQ(qonys({"run", "tiny", "--out", scratch / "a", "--months", "1", "--quiet"}).exit_code, 0);
}

TEST(Run, TakesSeveralValuesAfterOneSet) {
  const Scratch scratch;
  const Outcome outcome =
      qonys({"run", tiny(), "--out", scratch / "a", "--set", "months=1", "migration.distance_weight=0.3", "--quiet"});
  ASSERT_EQ(outcome.exit_code, 0) << outcome.error;
  EXPECT_NE(text_of(scratch / "a/inputs/scenario.toml").find("distance_weight = 0.3"), std::string::npos);
}

TEST(Run, EndsInGoodOrderOnCtrlC) {
  const Scratch scratch;
  const std::string run = scratch / "a";
  const Started started = start_qonys({"run", tiny(), "--out", run, "--months", "1200", "--scale", "50:1"});
  constexpr int most_looks = 20000;  // of 2 ms each
  for (int look = 0; n_lines(text_of(run + "/months.csv")) < 5 && look < most_looks; ++look) ::usleep(2000);
  ::kill(started.pid, SIGINT);
  const Outcome outcome = wait_for(started);
  EXPECT_EQ(outcome.exit_code, 130) << outcome.error;
  EXPECT_EQ(manifest_value(run, "status"), "interrupted");
  const auto months = rows_of(run + "/months.csv");
  const int done = std::stoi(manifest_value(run, "months_done"));
  EXPECT_GE(done, 3);
  EXPECT_LT(done, 1200);
  EXPECT_EQ(static_cast<int>(months.size()), done + 1);
  EXPECT_EQ(months.back().at("month"), manifest_value(run, "last_month"));
  EXPECT_EQ(rows_of(run + "/panel.csv").back().at("month"), manifest_value(run, "last_month"));
  EXPECT_NE(text_of(run + "/summary.md").find("UNFINISHED"), std::string::npos);
  EXPECT_NE(outcome.out.find("qonys resume " + run), std::string::npos) << outcome.out;
  EXPECT_TRUE(fs::exists(run + "/checkpoints/" + manifest_value(run, "last_month") + ".qonys"));
}

TEST(Run, StopsForASchedulerWithItsOwnExitCodeOnSigusr1AndSigterm) {
  for (const int signal : {SIGUSR1, SIGTERM}) {
    const Scratch scratch;
    const std::string run = scratch / "a";
    const Started started = start_qonys({"run", tiny(), "--out", run, "--months", "1200", "--scale", "50:1", "--quiet"});
    constexpr int most_looks = 20000;  // of 2 ms each
    for (int look = 0; n_lines(text_of(run + "/months.csv")) < 4 && look < most_looks; ++look) ::usleep(2000);
    ::kill(started.pid, signal);
    EXPECT_EQ(wait_for(started).exit_code, 85);
    EXPECT_EQ(manifest_value(run, "status"), "interrupted");
    EXPECT_TRUE(fs::exists(run + "/checkpoints/" + manifest_value(run, "last_month") + ".qonys"));
  }
}

TEST(Run, KeepsAsManyCheckpointsAsAskedTheNewestOnesAndNoneWhenAskedForNone) {
  const Scratch scratch;
  ASSERT_EQ(qonys({"run", tiny(), "--out", scratch / "a", "--months", "11", "--checkpoint-every", "2", "--keep", "2", "--quiet"}).exit_code, 0);
  std::set<std::string> kept;
  for (const std::string& file : files_of(scratch / "a")) {
    if (file.starts_with("checkpoints/")) kept.insert(file);
  }
  EXPECT_EQ(kept, (std::set<std::string>{"checkpoints/2023-10.qonys", "checkpoints/2023-11.qonys"}));
  ASSERT_EQ(qonys({"run", tiny(), "--out", scratch / "b", "--months", "3", "--checkpoint-every", "0", "--quiet"}).exit_code, 0);
  EXPECT_FALSE(fs::exists(scratch / "b/checkpoints"));
}

TEST(Run, TakesAFolderAgainInWhichAStartWasKilledButNoOther) {
  const Scratch scratch;
  const std::string run = scratch / "a";
  fs::create_directories(run + "/inputs/country");
  write_text(run + "/.lock", "process 1 of qonys on nowhere");
  write_text(run + "/inputs/country/half.csv", "a,b\n1");
  const Outcome resumed = qonys({"resume", run});
  EXPECT_EQ(resumed.exit_code, 2);
  EXPECT_NE(resumed.error.find("nothing was simulated"), std::string::npos) << resumed.error;
  EXPECT_EQ(qonys({"run", tiny(), "--out", run, "--months", "1", "--quiet"}).exit_code, 0);
  EXPECT_FALSE(fs::exists(run + "/inputs/country/half.csv"));
  // A lock and inputs of somebody else.
  fs::create_directories(scratch / "b/inputs");
  write_text(scratch / "b/.lock", "");
  EXPECT_EQ(qonys({"run", tiny(), "--out", scratch / "b", "--months", "1", "--quiet"}).exit_code, 2);
  EXPECT_TRUE(fs::exists(scratch / "b/inputs"));
}

TEST(Run, RefusesAFolderThatIsNotEmpty) {
  const Scratch scratch;
  fs::create_directories(scratch / "a");
  write_text(scratch / "a/notes.txt", "mine");
  const Outcome outcome = qonys({"run", tiny(), "--out", scratch / "a"});
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_EQ(n_lines(outcome.error), 1) << outcome.error;
  EXPECT_NE(outcome.error.find("not empty"), std::string::npos) << outcome.error;
  EXPECT_EQ(files_of(scratch / "a"), std::set<std::string>{"notes.txt"});
}

TEST(Run, LeavesNothingBehindWhenTheScenarioIsBad) {
  const Scratch scratch;
  const Outcome outcome = qonys({"run", tiny(), "--out", scratch / "a", "--set", "migration.distance_weigth=1"});
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_EQ(n_lines(outcome.error), 1) << outcome.error;
  EXPECT_NE(outcome.error.find("migration.distance_weight"), std::string::npos) << outcome.error;
  EXPECT_FALSE(fs::exists(scratch / "a"));
}

TEST(Run, RefusesAFolderThatCannotBeMade) {
  const Scratch scratch;
  write_text(scratch / "file", "");
  const Outcome outcome = qonys({"run", tiny(), "--out", scratch / "file/run"});
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_EQ(n_lines(outcome.error), 1) << outcome.error;
}

TEST(Run, StopsWithOneLineAndIsNotFinishedWhenThereIsNoRoomLeft) {
  const Scratch scratch;
  // A limit on the size of files is the nearest thing to a full disk that needs no rights.
  const std::string command = "ulimit -f 100; exec '" + std::string(QONYS_PROGRAM) + "' run '" + tiny() + "' --out '" +
                              (scratch / "a") + "' --months 400 --quiet > '" + (scratch / "out") + "' 2>&1";
  const int status = std::system(("bash -c \"" + command + "\"").c_str());
  EXPECT_EQ(WEXITSTATUS(status), 2);
  EXPECT_EQ(n_lines(text_of(scratch / "out")), 1) << text_of(scratch / "out");
  EXPECT_EQ(manifest_value(scratch / "a", "status"), "failed");
}

}  // namespace
}  // namespace tests
