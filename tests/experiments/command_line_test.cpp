// Words the program does not know, and the verbs that only print.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "experiments/options.hpp"
#include "tests/experiments/program.hpp"

namespace tests {
namespace {

struct Refusal {
  std::vector<std::string> words;
  std::string says;  // must be in the line
};

class CommandLine : public testing::TestWithParam<Refusal> {};

TEST_P(CommandLine, IsRefusedWithOneLineThatHelps) {
  const Outcome outcome = qonys(GetParam().words);
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_EQ(outcome.out, "");
  EXPECT_EQ(n_lines(outcome.error), 1) << outcome.error;
  EXPECT_NE(outcome.error.find(GetParam().says), std::string::npos) << outcome.error;
}

INSTANTIATE_TEST_SUITE_P(
    Refusals, CommandLine,
    testing::Values(Refusal{{"rum"}, "did you mean 'run'?"}, Refusal{{"run", "--treads", "2"}, "did you mean '--threads'?"},
                    Refusal{{"run", "--thr", "2"}, "unknown option '--thr'"},
                    Refusal{{"run", "--out", "x"}, "SCENARIO is missing"},
                    Refusal{{"run", "tiny"}, "--out DIR is missing"},
                    Refusal{{"run", "tiny", "--out"}, "--out needs a value: --out PATH"},
                    Refusal{{"run", "tiny", "--threads", "many", "--out", "x"}, "a whole number from 1 to 1024"},
                    Refusal{{"run", "tiny", "--threads", "0", "--out", "x"}, "a whole number from 1 to 1024"},
                    Refusal{{"run", "tiny", "--out", "x", "--out", "y"}, "'--out' is given twice"},
                    Refusal{{"run", "tiny", "--set", "seed", "--out", "x"}, "PATH=VALUE"},
                    Refusal{{"run", "tiny", "--seed", "-1", "--out", "x"}, "'seed' is '-1'"},
                    Refusal{{"run", "tiny", "--scale", "twenty", "--out", "x"}, "such as 1:20"},
                    Refusal{{"run", "tiny", "--months", "0", "--out", "x"}, "1 to 1200"},
                    Refusal{{"run", "tinny", "--out", "x"}, "did you mean 'tiny'?"},
                    Refusal{{"list", "tiny"}, "'tiny' is one word too many"},
                    Refusal{{"diff", "one"}, "RUN_A RUN_B are missing"},
                    Refusal{{"rerun", "/nowhere"}, "not a run folder"},
                    Refusal{{"check", "tiny", "--set", "labour.nothing=1"}, "unknown key 'labour.nothing'"}));

TEST(Help, IsThereForEveryVerbWithAnExample) {
  for (const auto& verb : experiments::verbs()) {
    const Outcome outcome = qonys({std::string(verb.name), "--help"});
    EXPECT_EQ(outcome.exit_code, 0);
    EXPECT_TRUE(outcome.out.starts_with("qonys " + std::string(verb.name))) << outcome.out;
    EXPECT_NE(outcome.out.find("Example:"), std::string::npos) << outcome.out;
  }
}

TEST(Help, ListsVerbsAndExitCodes) {
  const Outcome outcome = qonys({"--help"});
  EXPECT_EQ(outcome.exit_code, 0);
  for (const auto& verb : experiments::verbs()) EXPECT_NE(outcome.out.find("\n  " + std::string(verb.name)), std::string::npos);
  EXPECT_NE(outcome.out.find("130  stopped in good order by Ctrl-C"), std::string::npos) << outcome.out;
}

TEST(Version, NamesProgramAndCompiler) {
  const Outcome outcome = qonys({"--version"});
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_TRUE(outcome.out.starts_with("qonys ")) << outcome.out;
  EXPECT_NE(outcome.out.find("compiler"), std::string::npos) << outcome.out;
}

TEST(List, NamesTheBundledScenarios) {
  const Outcome outcome = qonys({"list"});
  EXPECT_NE(outcome.out.find("kazakhstan "), std::string::npos) << outcome.out;
  EXPECT_NE(outcome.out.find("tiny "), std::string::npos) << outcome.out;
}

TEST(Check, TellsEveryValueWithItsOriginWhenResolved) {
  const Outcome outcome = qonys({"check", tiny(), "--resolved", "--set", "migration.distance_weight=0.3"});
  ASSERT_EQ(outcome.exit_code, 0) << outcome.error;
  EXPECT_NE(outcome.out.find("migration.distance_weight"), std::string::npos);
  EXPECT_NE(outcome.out.find("--set"), std::string::npos);
  EXPECT_NE(outcome.out.find("default"), std::string::npos);
  EXPECT_NE(outcome.out.find("tiny.toml:"), std::string::npos);
  EXPECT_NE(outcome.out.find("memory"), std::string::npos);
}

TEST(Schedule, ListsThePhasesInOrder) {
  const Outcome outcome = qonys({"schedule"});
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_LT(outcome.out.find("policies_take_effect"), outcome.out.find("books_are_checked"));
}

TEST(Parameters, TellUnitRangeAndSource) {
  const Outcome outcome = qonys({"parameters"});
  EXPECT_NE(outcome.out.find("migration.distance_weight"), std::string::npos);
  EXPECT_NE(outcome.out.find("0 to 5"), std::string::npos);
}

}  // namespace
}  // namespace tests
