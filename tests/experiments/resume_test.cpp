// A run that ended before its end, taken up again.
#include <gtest/gtest.h>

#include <unistd.h>
#include <csignal>
#include <cstdlib>

#include <filesystem>
#include <string>

#include "tests/experiments/program.hpp"
#include "tests/experiments/run_folders.hpp"

namespace tests {
namespace {

namespace fs = std::filesystem;
using Words = std::vector<std::string>;

Words with(Words words, const Words& more) {
  words.insert(words.end(), more.begin(), more.end());
  return words;
}

/// The same 18 months of a country with a policy, uninterrupted; the partial year at their end matters.
Words run_of(const std::string& out) {
  return {"run", tiny(), "--out", out, "--months", "18", "--scale", "20:1", "--quiet"};
}

/// Starts the run, kills it once `n_months` months are written, and waits for its end.
void run_and_kill(const Words& words, const std::string& run, int n_months) {
  const Started started = start_qonys(words);
  constexpr int most_looks = 20000;  // of 1 ms each
  for (int look = 0; n_lines(text_of(run + "/months.csv")) < n_months + 2 && look < most_looks; ++look) ::usleep(1000);
  ::kill(started.pid, SIGKILL);
  static_cast<void>(wait_for(started));
}

TEST(Resume, ARunKilledAfterAnyMonthEndsLikeOneThatWasNever) {
  const Scratch scratch;
  ASSERT_EQ(qonys(run_of(scratch / "whole")).exit_code, 0);
  for (const int months : {0, 1, 7, 13}) {
    SCOPED_TRACE(months);
    const std::string run = scratch / ("killed-" + std::to_string(months));
    run_and_kill(with(run_of(run), {"--checkpoint-every", "3"}), run, months);
    const std::string moved = run + "-moved";  // a run folder is complete wherever it stands
    fs::rename(run, moved);
    const Outcome outcome = qonys({"resume", moved, "--quiet", "--threads", std::to_string(1 + months % 3)});
    ASSERT_EQ(outcome.exit_code, 0) << outcome.error;
    expect_same_results(scratch / "whole", moved);
    EXPECT_EQ(text_of(scratch / "whole/checkpoints/2024-06.qonys"), text_of(moved + "/checkpoints/2024-06.qonys"));
    EXPECT_EQ(manifest_value(moved, "checkpoint_every"), "3");
  }
}

TEST(Resume, ARunThatWasStoppedInGoodOrderGoesOnFromThatMonth) {
  const Scratch scratch;
  ASSERT_EQ(qonys(run_of(scratch / "whole")).exit_code, 0);
  const std::string run = scratch / "a";
  const Started started = start_qonys(run_of(run));
  for (int look = 0; n_lines(text_of(run + "/months.csv")) < 5 && look < 20000; ++look) ::usleep(1000);
  ::kill(started.pid, SIGTERM);
  ASSERT_EQ(wait_for(started).exit_code, 85);
  const std::string stopped_after = manifest_value(run, "last_month");
  const Outcome outcome = qonys({"resume", run});
  ASSERT_EQ(outcome.exit_code, 0) << outcome.error;
  EXPECT_NE(outcome.error.find("after " + stopped_after), std::string::npos) << outcome.error;
  EXPECT_EQ(manifest_value(run, "resumes"), "1");
  expect_same_results(scratch / "whole", run);
}

TEST(Resume, GoesOnBeyondTheEndWithMoreMonths) {
  const Scratch scratch;
  ASSERT_EQ(qonys(run_of(scratch / "whole")).exit_code, 0);
  const std::string run = scratch / "a";
  ASSERT_EQ(qonys({"run", tiny(), "--out", run, "--months", "7", "--scale", "20:1", "--quiet"}).exit_code, 0);
  ASSERT_EQ(qonys({"resume", run, "--months", "18", "--quiet"}).exit_code, 0);
  for (const char* file :
       {"panel.csv", "flows.csv", "causes.csv", "months.csv", "hashes.csv", "summary.md", "summary.kk.md"}) {
    EXPECT_EQ(text_of(scratch / "whole" + ("/" + std::string(file))), text_of(run + "/" + file)) << file;
  }
  EXPECT_EQ(manifest_value(run, "months"), "18");
  ASSERT_EQ(qonys({"rerun", run, "--quiet"}).exit_code, 0);
  EXPECT_EQ(manifest_value(run + "-rerun", "months_done"), "18");
}

TEST(Resume, AFinishedRunIsLeftAsItIsAndAShorterOneRefused) {
  const Scratch scratch;
  const std::string run = scratch / "a";
  ASSERT_EQ(qonys({"run", tiny(), "--out", run, "--months", "5", "--quiet"}).exit_code, 0);
  const std::string manifest = text_of(run + "/manifest.toml");
  const Outcome again = qonys({"resume", run});
  EXPECT_EQ(again.exit_code, 0);
  EXPECT_NE(again.out.find("is finished: 5 months"), std::string::npos) << again.out;
  EXPECT_EQ(text_of(run + "/manifest.toml"), manifest);
  const Outcome shorter = qonys({"resume", run, "--months", "3"});
  EXPECT_EQ(shorter.exit_code, 2);
  EXPECT_NE(shorter.error.find("has 5 months already"), std::string::npos) << shorter.error;
}

TEST(Resume, ADamagedCheckpointIsToldAndPutAsideAndTheOneBeforeItTaken) {
  const Scratch scratch;
  ASSERT_EQ(qonys(run_of(scratch / "whole")).exit_code, 0);
  const std::string run = scratch / "a";
  ASSERT_EQ(qonys(with(run_of(run), {"--checkpoint-every", "5"})).exit_code, 0);
  std::string bytes = text_of(run + "/checkpoints/2024-06.qonys");
  bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 4);
  write_text(run + "/checkpoints/2024-06.qonys", bytes);
  const Outcome outcome = qonys({"resume", run, "--months", "19", "--quiet"});
  EXPECT_EQ(outcome.exit_code, 0) << outcome.error;
  EXPECT_NE(outcome.error.find("2024-06.qonys: damaged checkpoint"), std::string::npos) << outcome.error;
  EXPECT_TRUE(fs::exists(run + "/checkpoints/2024-06.qonys.unusable"));
  ASSERT_EQ(qonys({"resume", scratch / "whole", "--months", "19", "--quiet"}).exit_code, 0);
  expect_same_results(scratch / "whole", run);
}

/// Refused with exit code 2 and one line; a file of the folder is as it was.
void expect_refusal(const Words& words, const std::string& says, const std::string& untouched) {
  const std::string before = text_of(untouched);
  const Outcome outcome = qonys(words);
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_EQ(n_lines(outcome.error), 1) << outcome.error;
  EXPECT_NE(outcome.error.find(says), std::string::npos) << outcome.error;
  EXPECT_EQ(text_of(untouched), before);
}

TEST(Resume, WithoutAnyUsableCheckpointItBeginsAnewOnlyWhenAsked) {
  const Scratch scratch;
  ASSERT_EQ(qonys(run_of(scratch / "whole")).exit_code, 0);
  const std::string run = scratch / "a";
  run_and_kill(with(run_of(run), {"--checkpoint-every", "3"}), run, 8);
  for (const auto& entry : fs::directory_iterator(run + "/checkpoints")) write_text(entry.path(), "not a checkpoint");
  expect_refusal({"resume", run}, "not a checkpoint of Qonys; put back what is missing, or write everything anew",
                 run + "/panel.csv");
  const Outcome outcome = qonys({"resume", run, "--from-start", "--quiet"});
  EXPECT_EQ(outcome.exit_code, 0) << outcome.error;
  expect_same_results(scratch / "whole", run);
}

TEST(Resume, ATableThatWasChangedOrDeletedIsWrittenAnewOnlyWhenAskedAndItsCheckpointStays) {
  const Scratch scratch;
  ASSERT_EQ(qonys(run_of(scratch / "whole")).exit_code, 0);
  const std::string run = scratch / "a";
  ASSERT_EQ(qonys({"run", tiny(), "--out", run, "--months", "9", "--scale", "20:1", "--quiet"}).exit_code, 0);
  const std::string panel = text_of(run + "/panel.csv");
  std::string edited = panel;
  edited[edited.size() / 2] = 'x';
  write_text(run + "/panel.csv", edited);
  expect_refusal({"resume", run, "--months", "18"}, "panel.csv: was changed", run + "/panel.csv");
  fs::remove(run + "/panel.csv");
  expect_refusal({"resume", run, "--months", "18"}, "panel.csv: cannot read", run + "/months.csv");
  EXPECT_TRUE(fs::exists(run + "/checkpoints/2023-09.qonys"));
  write_text(run + "/panel.csv", panel);  // put back
  ASSERT_EQ(qonys({"resume", run, "--months", "18", "--quiet"}).exit_code, 0);
  EXPECT_EQ(text_of(scratch / "whole/panel.csv"), text_of(run + "/panel.csv"));
}

TEST(Resume, AFinishedRunIsNotOverwrittenWhenWhatItKnewIsDeleted) {
  const Scratch scratch;
  const std::string run = scratch / "a";
  ASSERT_EQ(qonys({"run", tiny(), "--out", run, "--months", "9", "--quiet"}).exit_code, 0);
  fs::remove(run + "/months.csv");
  expect_refusal({"resume", run, "--months", "5"}, "has 9 months already", run + "/panel.csv");
  fs::remove_all(run + "/checkpoints");
  expect_refusal({"resume", run, "--months", "12"}, "has no checkpoint to go on from", run + "/panel.csv");
}

TEST(Resume, ARunBeyondTheYear2100GoesOnToo) {
  const Scratch scratch;
  const std::string run = scratch / "a";
  ASSERT_EQ(qonys({"run", tiny(), "--out", run, "--set", "start=2100-10", "--months", "5", "--quiet"}).exit_code, 0);
  const Outcome outcome = qonys({"resume", run, "--months", "7"});
  EXPECT_EQ(outcome.exit_code, 0) << outcome.error;
  EXPECT_NE(outcome.error.find("after 2101-02"), std::string::npos) << outcome.error;
  EXPECT_EQ(manifest_value(run, "last_month"), "2101-04");
}

TEST(Resume, FilesOfOthersBesideCheckpointsAreLetBe) {
  const Scratch scratch;
  const std::string run = scratch / "a";
  ASSERT_EQ(qonys({"run", tiny(), "--out", run, "--months", "6", "--quiet"}).exit_code, 0);
  for (const char* name : {"2023-06-mine.qonys", "backup.qonys", "0.qonys"}) {
    fs::copy_file(run + "/checkpoints/2023-06.qonys", run + "/checkpoints/" + name);
  }
  ASSERT_EQ(qonys({"resume", run, "--months", "9", "--checkpoint-every", "1", "--keep", "1", "--quiet"}).exit_code, 0);
  EXPECT_EQ(files_of(run + "/checkpoints"),
            (std::set<std::string>{"0.qonys", "2023-06-mine.qonys", "2023-09.qonys", "backup.qonys"}));
}

TEST(Resume, KeepsWhatTheManifestSaysOfHowTheRunWasMade) {
  const Scratch scratch;
  const std::string run = scratch / "a";
  ASSERT_EQ(qonys({"run", tiny(), "--out", run, "--months", "3", "--set", "migration.distance_weight=0.4",
                   "title=\"a, \\\"b\\\" ]\"", "--quiet"})
                .exit_code,
            0);
  const std::string sets = manifest_value(run, "sets");
  EXPECT_NE(sets.find("migration.distance_weight=0.4"), std::string::npos);
  ASSERT_EQ(qonys({"resume", run, "--months", "4", "--quiet"}).exit_code, 0);
  EXPECT_EQ(manifest_value(run, "sets"), sets);
  ASSERT_EQ(qonys({"rerun", run, "--quiet"}).exit_code, 0);
  EXPECT_EQ(manifest_value(run + "-rerun", "sets"), sets);
}

TEST(Resume, ATableLaidBesideTheInputsIsRefused) {
  const Scratch scratch;
  const std::string run = scratch / "a";
  ASSERT_EQ(qonys({"run", tiny(), "--out", run, "--months", "3", "--quiet"}).exit_code, 0);
  write_text(run + "/inputs/country/more.csv", "a,b\n");
  expect_refusal({"resume", run, "--months", "5"}, "the manifest does not name it", run + "/panel.csv");
}

TEST(Resume, TwoProcessesInOneFolderGetAClearMessage) {
  const Scratch scratch;
  const std::string run = scratch / "a";
  const Started started = start_qonys({"run", tiny(), "--out", run, "--months", "1200", "--scale", "50:1", "--quiet"});
  for (int look = 0; n_lines(text_of(run + "/months.csv")) < 4 && look < 20000; ++look) ::usleep(1000);
  const Outcome second = qonys({"resume", run});
  EXPECT_EQ(second.exit_code, 2);
  EXPECT_EQ(n_lines(second.error), 1) << second.error;
  EXPECT_NE(second.error.find("in use by process " + std::to_string(started.pid)), std::string::npos) << second.error;
  ::kill(started.pid, SIGKILL);
  static_cast<void>(wait_for(started));
  EXPECT_NE(qonys({"resume", run, "--months", "1"}).error.find("already"),
            std::string::npos);  // the lock is free again
}

TEST(Resume, InputsThatWereChangedAreRefused) {
  const Scratch scratch;
  const std::string run = scratch / "a";
  ASSERT_EQ(qonys({"run", tiny(), "--out", run, "--months", "2", "--quiet"}).exit_code, 0);
  write_text(run + "/inputs/scenario.toml", text_of(run + "/inputs/scenario.toml") + "# touched\n");
  const Outcome outcome = qonys({"resume", run, "--months", "4"});
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_NE(outcome.error.find("inputs/scenario.toml: hash"), std::string::npos) << outcome.error;
}

TEST(Resume, RefusesWhatIsNoRunFolder) {
  const Scratch scratch;
  fs::create_directories(scratch / "a");
  for (const std::string& place : {scratch / "a", scratch / "nothing", tiny()}) {
    const Outcome outcome = qonys({"resume", place});
    EXPECT_EQ(outcome.exit_code, 2);
    EXPECT_EQ(n_lines(outcome.error), 1) << outcome.error;
  }
}

TEST(Resume, ARunThatFailedForWantOfRoomGoesOnWhenThereIsSome) {
  const Scratch scratch;
  ASSERT_EQ(qonys(run_of(scratch / "whole")).exit_code, 0);
  const std::string run = scratch / "a";
  for (const int limit_kb : {64, 200, 700}) {
    fs::remove_all(run);
    const std::string command = "ulimit -f " + std::to_string(limit_kb) + "; exec '" + std::string(QONYS_PROGRAM) +
                                "' run '" + tiny() + "' --out '" + run +
                                "' --months 18 --scale 20:1 --checkpoint-every 2 --quiet > '" + (scratch / "out") +
                                "' 2>&1";
    const int status = std::system(("bash -c \"" + command + "\"").c_str());
    ASSERT_TRUE(WIFEXITED(status)) << limit_kb;
    if (!fs::exists(run + "/manifest.toml")) continue;  // no room for the inputs
    const Outcome outcome = qonys({"resume", run, "--quiet"});
    ASSERT_EQ(outcome.exit_code, 0) << limit_kb << " " << outcome.error << text_of(scratch / "out");
    expect_same_results(scratch / "whole", run);
  }
}

}  // namespace
}  // namespace tests
