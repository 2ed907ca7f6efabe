// `qonys why` on a real run: a page in each language, and one line for what it cannot answer.
#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "tests/experiments/program.hpp"

namespace tests {
namespace {

/// One run of seventeen months, made once.
class WhyVerb : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    scratch = new Scratch;
    const Outcome outcome = qonys({"run", tiny(), "--out", run(), "--months", "17", "--quiet"});
    ASSERT_EQ(outcome.exit_code, 0) << outcome.error;
    const auto rows = rows_of(run() + "/causes.csv");
    ASSERT_FALSE(rows.empty());
    region = rows.front().at("origin");
  }
  static void TearDownTestSuite() { delete scratch; }
  static std::string run() { return *scratch / "run"; }

  static void expect_refusal(const std::vector<std::string>& words, const std::string& says) {
    const Outcome outcome = qonys(words);
    EXPECT_EQ(outcome.exit_code, 2);
    EXPECT_EQ(outcome.out, "");
    EXPECT_EQ(n_lines(outcome.error), 1) << outcome.error;
    EXPECT_NE(outcome.error.find(says), std::string::npos) << outcome.error;
  }

  inline static Scratch* scratch = nullptr;
  inline static std::string region;
};

TEST_F(WhyVerb, PrintsAPageInEachLanguage) {
  for (const auto& [language, word] : std::vector<std::pair<std::string, std::string>>{
           {"en", "A counter-argument"}, {"ru", "Довод против"}, {"kk", "Қарсы дәлел"}}) {
    const Outcome outcome = qonys({"why", run(), "--region", region, "--lang", language});
    EXPECT_EQ(outcome.exit_code, 0) << outcome.error;
    EXPECT_NE(outcome.out.find(word), std::string::npos) << outcome.out;
  }
}

TEST_F(WhyVerb, TellsWhichMonthsItReadOfAYearThatTheRunHoldsInPart) {
  const Outcome both = qonys({"why", run(), "--region", region});
  EXPECT_NE(both.out.find("January 2023 – May 2024"), std::string::npos) << both.out;
  const Outcome first = qonys({"why", run(), "--region", region, "--to", "2023"});
  EXPECT_NE(first.out.find("January 2023 – December 2023"), std::string::npos) << first.out;
}

TEST_F(WhyVerb, RefusesWhatItCannotAnswerWithOneLine) {
  expect_refusal({"why", run()}, "--region is missing");
  expect_refusal({"why", run(), "--region", "KZ-99"}, "--region is 'KZ-99'; the run has no such region; did you mean");
  expect_refusal({"why", run(), "--region", region, "--lang", "kz"}, "--lang is 'kz'; allowed kk");
  expect_refusal({"why", run(), "--region", region, "--from", "soon"}, "a whole number from 1 to 9999");
  expect_refusal({"why", run(), "--region", region, "--from", "2024", "--to", "2023"}, "--from is 2024, after --to 2023");
  expect_refusal({"why", run(), "--region", region, "--from", "2030"}, "the run has 2023 to 2024");
  expect_refusal({"why", "/nowhere", "--region", region}, "not a run folder");
  std::filesystem::copy(run(), *scratch / "old", std::filesystem::copy_options::recursive);
  std::filesystem::remove(*scratch / "old/causes.csv");
  expect_refusal({"why", *scratch / "old", "--region", region}, "causes.csv: missing; the run was made by a program without causes");
}

}  // namespace
}  // namespace tests
