// diff and rerun: equal runs are called equal, different ones are told where.
#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "tests/experiments/program.hpp"

namespace tests {
namespace {

namespace fs = std::filesystem;

void run_tiny(const std::string& out, const std::string& months, const std::string& seed = "1") {
  const Outcome outcome = qonys({"run", tiny(), "--out", out, "--months", months, "--seed", seed, "--quiet"});
  ASSERT_EQ(outcome.exit_code, 0) << outcome.error;
}

TEST(Diff, CallsEqualRunsEqual) {
  const Scratch scratch;
  run_tiny(scratch / "a", "6");
  run_tiny(scratch / "b", "6");
  const Outcome outcome = qonys({"diff", scratch / "a", scratch / "b"});
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_TRUE(outcome.out.starts_with("Equal: 6 months")) << outcome.out;
}

TEST(Diff, NamesMonthColumnAndSettingOfRunsWithAnotherSeed) {
  const Scratch scratch;
  run_tiny(scratch / "a", "6", "1");
  run_tiny(scratch / "b", "6", "2");
  const Outcome outcome = qonys({"diff", scratch / "a", scratch / "b"});
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_NE(outcome.out.find("part in 2022-12"), std::string::npos) << outcome.out;
  EXPECT_NE(outcome.out.find("First column of it:"), std::string::npos) << outcome.out;
  EXPECT_NE(outcome.out.find("seed: 1 | 2"), std::string::npos) << outcome.out;
}

TEST(Diff, NamesTheCellWhenOneNumberOfAPanelWasTouched) {
  const Scratch scratch;
  run_tiny(scratch / "a", "6");
  fs::copy(scratch / "a", scratch / "b", fs::copy_options::recursive);
  std::string panel = text_of(scratch / "b/panel.csv");
  const std::size_t row = panel.find("2023-04,XX-2,") + std::string("2023-04,XX-2,").size();
  panel.insert(row, 1, '9');
  write_text(scratch / "b/panel.csv", panel);
  const Outcome outcome = qonys({"diff", scratch / "a", scratch / "b"});
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_NE(outcome.out.find("2023-04 XX-2 population_registered_persons"), std::string::npos) << outcome.out;
}

TEST(Diff, SaysThatAShorterRunIsEqualAsFarAsItGoes) {
  const Scratch scratch;
  run_tiny(scratch / "a", "6");
  run_tiny(scratch / "b", "9");
  const Outcome outcome = qonys({"diff", scratch / "a", scratch / "b"});
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_TRUE(outcome.out.starts_with("Equal for 6 months")) << outcome.out;
  EXPECT_NE(outcome.out.find("months: 6 | 9"), std::string::npos) << outcome.out;
}

TEST(Diff, RefusesAFolderThatIsNoRun) {
  const Scratch scratch;
  run_tiny(scratch / "a", "1");
  const Outcome outcome = qonys({"diff", scratch / "a", scratch / "nothing"});
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_NE(outcome.error.find("not a run folder"), std::string::npos) << outcome.error;
}

TEST(Rerun, GivesEqualStatesFromAFolderThatWasMoved) {
  const Scratch scratch;
  run_tiny(scratch / "a", "8", "5");
  fs::create_directories(scratch / "elsewhere");
  fs::rename(scratch / "a", scratch / "elsewhere/moved");
  const Outcome outcome = qonys({"rerun", scratch / "elsewhere/moved", "--out", scratch / "again"});
  EXPECT_EQ(outcome.exit_code, 0) << outcome.error;
  EXPECT_NE(outcome.out.find("Equal: the states of all 8 months"), std::string::npos) << outcome.out;
  for (const char* file : {"panel.csv", "flows.csv", "causes.csv", "months.csv", "hashes.csv", "summary.md"}) {
    EXPECT_EQ(text_of(fs::path(scratch / "elsewhere/moved") / file), text_of(fs::path(scratch / "again") / file)) << file;
  }
}

TEST(Rerun, RefusesInputsThatWereChangedAfterTheRun) {
  const Scratch scratch;
  run_tiny(scratch / "a", "1");
  write_text(scratch / "a/inputs/scenario.toml", text_of(scratch / "a/inputs/scenario.toml") + "\n");
  const Outcome outcome = qonys({"rerun", scratch / "a"});
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_NE(outcome.error.find("changed after the run"), std::string::npos) << outcome.error;
  EXPECT_FALSE(fs::exists(scratch / "a-rerun"));
}

TEST(Rerun, SaysSoWhenTheStatesDiffer) {
  const Scratch scratch;
  run_tiny(scratch / "a", "3");
  std::string months = text_of(scratch / "a/months.csv");
  const std::size_t hash = months.find("2023-02,") + std::string("2023-02,").size();
  months.replace(hash, 4, "zzzz");
  write_text(scratch / "a/months.csv", months);
  const Outcome outcome = qonys({"rerun", scratch / "a"});
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_NE(outcome.out.find("DIFFERENT: from 2023-02 on"), std::string::npos) << outcome.out;
}

}  // namespace
}  // namespace tests
