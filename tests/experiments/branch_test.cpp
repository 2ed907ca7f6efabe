// A branch of a run, and what is in a checkpoint.
#include <gtest/gtest.h>

#include <unistd.h>

#include <csignal>

#include <filesystem>
#include <string>

#include "tests/experiments/program.hpp"
#include "tests/experiments/run_folders.hpp"

namespace tests {
namespace {

namespace fs = std::filesystem;

void run_parent(const std::string& out, const std::string& every = "5") {
  ASSERT_EQ(
      qonys({"run", tiny(), "--out", out, "--months", "18", "--scale", "10:1", "--checkpoint-every", every, "--quiet"})
          .exit_code,
      0);
}

/// A scenario file with one job package.
std::string policy_in(const Scratch& scratch, const std::string& start) {
  write_text(scratch / "policy.toml",
             "title = \"A park\"\n[[job_package]]\nname = \"park\"\nregion = \"XX-2\"\n"
             "sector = \"industry\"\nstart = \"" +
                 start + "\"\njobs = 400\nramp_months = 6\n");
  return scratch / "policy.toml";
}

/// Rows of months.csv up to a month, and after it.
std::string rows_until(const std::string& run, const std::string& month) {
  const std::string text = text_of(run + "/months.csv");
  return text.substr(0, text.find('\n', text.find("\n" + month + ",") + 1) + 1);
}

TEST(Branch, WithNothingChangedItEqualsItsParentWhereverItBranchesOff) {
  const Scratch scratch;
  run_parent(scratch / "a");
  // With checkpoint, between two of them, before the first that was kept, and in the first month.
  for (const std::string at : {"2024-03", "2024-05", "2023-08", "2023-01"}) {
    SCOPED_TRACE(at);
    const std::string branch = scratch / ("b" + at);
    const Outcome outcome = qonys({"branch", scratch / "a", "--at", at, "--out", branch, "--quiet", "--threads", "3"});
    ASSERT_EQ(outcome.exit_code, 0) << outcome.error;
    expect_same_results(scratch / "a", branch);
    EXPECT_EQ(manifest_value(branch, "branched_at"), at);
    EXPECT_EQ(text_of(scratch / "a/checkpoints/2024-06.qonys"), text_of(branch + "/checkpoints/2024-06.qonys"));
  }
}

TEST(Branch, ARunWithoutCheckpointsIsRelivedFromItsStart) {
  const Scratch scratch;
  run_parent(scratch / "a", "0");
  ASSERT_EQ(qonys({"branch", scratch / "a", "--at", "2023-09", "--out", scratch / "b", "--quiet"}).exit_code, 0);
  expect_same_results(scratch / "a", scratch / "b");
}

TEST(Branch, AChangedSettingAndAPolicyShowFromTheNextMonthOnAndNotBefore) {
  const Scratch scratch;
  run_parent(scratch / "a");
  ASSERT_EQ(qonys({"branch", scratch / "a", "--at", "2023-12", "--set", "migration.distance_weight=0.05", "--out",
                   scratch / "b", "--quiet"})
                .exit_code,
            0);
  EXPECT_EQ(rows_until(scratch / "a", "2023-12"), rows_until(scratch / "b", "2023-12"));
  EXPECT_NE(rows_until(scratch / "a", "2024-01"), rows_until(scratch / "b", "2024-01"));
  ASSERT_EQ(qonys({"branch", scratch / "a", "--at", "2023-12", "--policy", policy_in(scratch, "2024-02"), "--months",
                   "30", "--out", scratch / "c", "--quiet"})
                .exit_code,
            0);
  EXPECT_EQ(rows_until(scratch / "a", "2024-01"), rows_until(scratch / "c", "2024-01"));
  EXPECT_NE(text_of(scratch / "a/panel.csv"), text_of(scratch / "c/panel.csv"));
  EXPECT_EQ(manifest_value(scratch / "c", "months_done"), "30");
  EXPECT_EQ(manifest_value(scratch / "c", "title"), "A park");
  EXPECT_NE(text_of(scratch / "c/inputs/scenario.toml").find("jobs = 400"), std::string::npos);
}

TEST(Branch, CanBeResumedRerunAndBranchedWithoutItsParent) {
  const Scratch scratch;
  run_parent(scratch / "a");
  ASSERT_EQ(qonys({"branch", scratch / "a", "--at", "2023-12", "--policy", policy_in(scratch, "2024-02"), "--months",
                   "20", "--checkpoint-every", "0", "--out", scratch / "b", "--quiet"})
                .exit_code,
            0);
  fs::remove_all(scratch / "a");
  ASSERT_EQ(qonys({"rerun", scratch / "b", "--out", scratch / "again", "--quiet"}).exit_code, 0);
  expect_same_results(scratch / "b", scratch / "again");
  ASSERT_EQ(qonys({"branch", scratch / "b", "--at", "2024-03", "--out", scratch / "c", "--quiet"}).exit_code, 0);
  expect_same_results(scratch / "b", scratch / "c");
  // Without a checkpoint of its own, it goes on from the state it began with.
  ASSERT_EQ(qonys({"resume", scratch / "b", "--months", "24", "--quiet"}).exit_code, 0);
  ASSERT_EQ(qonys({"resume", scratch / "c", "--months", "24", "--quiet"}).exit_code, 0);
  EXPECT_EQ(manifest_value(scratch / "b", "last_state_hash"), manifest_value(scratch / "c", "last_state_hash"));
  const Outcome before = qonys({"branch", scratch / "b", "--at", "2023-10", "--out", scratch / "d"});
  EXPECT_EQ(before.exit_code, 2);
  EXPECT_NE(before.error.find("allowed 2023-12"), std::string::npos) << before.error;
}

TEST(Branch, RefusesWhatCannotBeChangedUnderWayWithOneLineAndNoFolder) {
  const Scratch scratch;
  run_parent(scratch / "a");
  static_cast<void>(policy_in(scratch, "2024-02"));
  const std::string heir = scratch / "heir.toml";
  write_text(heir,
             "extends = \"policy.toml\"\n[[job_package]]\nname = \"more\"\nregion = \"XX-1\"\nsector = \"industry\"\n"
             "start = \"2024-03\"\njobs = 1\nramp_months = 6\n");
  const std::vector<std::pair<std::vector<std::string>, std::string>> cases = {
      {{"--at", "2023-12", "--set", "scale=5:1"}, "a branch cannot change it"},
      {{"--at", "2023-12", "--set", "start=2023-02"}, "a branch cannot change it"},
      {{"--at", "2023-12", "--set", "synthesis.block_citizens=512"}, "belongs to the population of the start"},
      {{"--at", "2023-12", "--set", "housing.completion_months=3"}, "was begun by the old one"},
      {{"--at", "2023-12", "--set", "accounts.discount_per_year=0.2"}, "accounted for by the old one"},
      {{"--at", "2023-12", "--set", "tables.labour=" + tiny()}, "tables cannot be changed under way"},
      {{"--at", "2023-12", "--policy", heir}, "has policies of its own"},
      {{"--at", "2023-12", "--policy", policy_in(scratch, "2023-12")}, "allowed 2024-01 or later"},
      {{"--at", "2023-12", "--policy", tiny()}, "states no policy"},
      {{"--at", "2022-12"}, "allowed 2023-01 to 2024-06"},
      {{"--at", "2024-07"}, "allowed 2023-01 to 2024-06"},
      {{"--at", "2024-06"}, "nothing is left to simulate"},
      {{"--at", "soon"}, "written YYYY-MM"},
      {{}, "--at YYYY-MM is missing"},
  };
  for (const auto& [more, expected] : cases) {
    std::vector<std::string> words{"branch", scratch / "a", "--out", scratch / "b"};
    words.insert(words.end(), more.begin(), more.end());
    const Outcome outcome = qonys(words);
    EXPECT_EQ(outcome.exit_code, 2);
    EXPECT_EQ(n_lines(outcome.error), 1) << outcome.error;
    EXPECT_NE(outcome.error.find(expected), std::string::npos) << outcome.error;
    EXPECT_FALSE(fs::exists(scratch / "b")) << outcome.error;
  }
}

TEST(Branch, InterruptedWhileItRelivesThePastItLeavesNothingAndTheSchedulersCode) {
  const Scratch scratch;
  ASSERT_EQ(qonys({"run", tiny(), "--out", scratch / "a", "--months", "300", "--scale", "50:1", "--checkpoint-every",
                   "0", "--quiet"})
                .exit_code,
            0);
  const std::string branch = scratch / "b";
  const Started started = start_qonys({"branch", scratch / "a", "--at", "2047-06", "--out", branch, "--quiet"});
  for (int look = 0; n_lines(text_of(branch + "/months.csv")) < 4 && look < 20000; ++look) ::usleep(1000);
  ::kill(started.pid, SIGTERM);
  const Outcome outcome = wait_for(started);
  EXPECT_EQ(outcome.exit_code, 85) << outcome.error;
  EXPECT_EQ(n_lines(outcome.error), 1) << outcome.error;
  EXPECT_TRUE(fs::is_empty(branch));
}

TEST(Inspect, TellsWhatACheckpointHoldsAndThatItIsWhole) {
  const Scratch scratch;
  run_parent(scratch / "a");
  const Outcome outcome = qonys({"inspect", scratch / "a/checkpoints/2024-06.qonys"});
  ASSERT_EQ(outcome.exit_code, 0) << outcome.error;
  for (const std::string& part :
       {std::string("2024-06, 18 months"), std::string("XX-2"), std::string("All checksums are right."),
        manifest_value(scratch / "a", "last_state_hash"), std::string("10:1")}) {
    EXPECT_NE(outcome.out.find(part), std::string::npos) << part << "\n" << outcome.out;
  }
  EXPECT_EQ(qonys({"inspect", scratch / "a"}).out, outcome.out);
}

TEST(Inspect, RefusesADamagedOneWithExitCodeTwo) {
  const Scratch scratch;
  run_parent(scratch / "a");
  const std::string file = scratch / "a/checkpoints/2024-06.qonys";
  const std::string whole = text_of(file);
  for (const std::size_t at : {std::size_t{3}, std::size_t{30}, whole.size() / 3, whole.size() - 9}) {
    std::string bytes = whole;
    bytes[at] = static_cast<char>(bytes[at] ^ 1);
    write_text(file, bytes);
    const Outcome outcome = qonys({"inspect", file});
    EXPECT_EQ(outcome.exit_code, 2) << at;
    EXPECT_EQ(n_lines(outcome.error), 1) << outcome.error;
    EXPECT_EQ(outcome.out, "") << at;
  }
}

}  // namespace
}  // namespace tests
