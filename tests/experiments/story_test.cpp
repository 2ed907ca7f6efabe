// `qonys story` on a real run: picks and serials, the same end as the run, and
// one line for what it cannot tell.
#include <gtest/gtest.h>

#include <filesystem>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "tests/experiments/program.hpp"

namespace tests {
namespace {

/// One run of thirty months, made once.
class StoryVerb : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    scratch = new Scratch;
    const Outcome outcome = qonys({"run", tiny(), "--out", run(), "--months", "30", "--quiet"});
    ASSERT_EQ(outcome.exit_code, 0) << outcome.error;
    const auto rows = rows_of(run() + "/flows.csv");
    for (const auto& row : rows) {
      if (number(row, "moves_actual_persons") > 0) origin = row.at("origin"), destination = row.at("destination");
    }
  }
  static void TearDownTestSuite() { delete scratch; }
  static std::string run() { return *scratch / "run"; }

  static Outcome story(std::vector<std::string> words) {
    words.insert(words.begin(), {"story", run(), "--quiet"});
    return qonys(words);
  }
  static void expect_refusal(const std::vector<std::string>& words, const std::string& says, int code = 2) {
    const Outcome outcome = qonys(words);
    EXPECT_EQ(outcome.exit_code, code);
    EXPECT_EQ(outcome.out, "");
    EXPECT_EQ(n_lines(outcome.error), 1) << outcome.error;
    EXPECT_NE(outcome.error.find(says), std::string::npos) << outcome.error;
  }
  /// The serial in the title of a page.
  static std::string serial_of(const std::string& page) {
    const std::string title = page.substr(0, page.find('\n'));
    return title.substr(title.rfind(' ') + 1);
  }
  static std::string copy_of_run(const std::string& name) {
    std::filesystem::copy(run(), *scratch / name, std::filesystem::copy_options::recursive);
    return *scratch / name;
  }

  inline static Scratch* scratch = nullptr;
  inline static std::string origin, destination;
};

TEST_F(StoryVerb, TellsAPickedMoveAndTheSameLifeByItsSerial) {
  const Outcome picked = story({"--pick", "origin=" + origin + ",destination=" + destination});
  ASSERT_EQ(picked.exit_code, 0) << picked.error;
  EXPECT_EQ(picked.error, "");
  for (const char* says : {"SYNTHETIC", "one draw of luck", "considers moving", "What would have kept", "MOVE from"}) {
    EXPECT_NE(picked.out.find(says), std::string::npos) << says << picked.out;
  }
  const Outcome again = story({"--serial", serial_of(picked.out), "--threads", "2"});
  ASSERT_EQ(again.exit_code, 0) << again.error;
  const auto told = [](const std::string& page) { return page.substr(page.find("At the start")); };
  EXPECT_EQ(told(again.out), told(picked.out));
  EXPECT_EQ(story({"--pick", "origin=" + origin + ",destination=" + destination}).out, picked.out);
}

TEST_F(StoryVerb, EndsInTheStateInWhichTheRunEnded) {
  const Outcome outcome = story({"--pick", "cause=wage"});
  ASSERT_EQ(outcome.exit_code, 0) << outcome.error;
  const std::string hash = rows_of(run() + "/months.csv").back().at("state_hash");
  EXPECT_NE(outcome.out.find("The replay ended in the same state as the run: " + hash + "."), std::string::npos)
      << outcome.out;
}

/// The dated events of a page: what stands between its headings.
std::string events_of(const std::string& page) {
  const std::size_t from = page.find("What happened");
  return page.substr(from, page.find("At the end") - from);
}

TEST_F(StoryVerb, FromACheckpointItTellsTheSameEventsFromThereOnAndEndsInTheSameState) {
  const std::string saved = *scratch / "saved";
  ASSERT_EQ(qonys({"run", tiny(), "--out", saved, "--months", "30", "--checkpoint-every", "6", "--keep", "9", "--quiet"}).exit_code, 0);
  const Outcome whole = qonys({"story", saved, "--pick", "origin=" + origin + ",destination=" + destination, "--quiet"});
  ASSERT_EQ(whole.exit_code, 0) << whole.error;
  const std::string serial = serial_of(whole.out);
  const Outcome late = qonys({"story", saved, "--serial", serial, "--since", "2024-08", "--quiet"});
  ASSERT_EQ(late.exit_code, 0) << late.error;
  EXPECT_NE(late.out.find("June 2024, in"), std::string::npos) << late.out;   // the checkpoint before August
  const std::string all = events_of(whole.out), rest = events_of(late.out);
  const std::string first = rest.substr(rest.find("\n\n") + 2);
  EXPECT_EQ(all.substr(all.size() - first.size()), first) << whole.out << late.out;
  EXPECT_EQ(whole.out.substr(whole.out.find("The replay ended")), late.out.substr(late.out.find("The replay ended")));
  expect_refusal({"story", saved, "--serial", serial, "--since", "2025-12"}, "allowed 2023-01 to 2025-06");
}

TEST_F(StoryVerb, ABranchIsToldFromTheMonthInWhichItBeganItsOwnWay) {
  const std::string branch = *scratch / "branch";
  ASSERT_EQ(qonys({"branch", run(), "--at", "2023-12", "--set", "migration.distance_weight=0.3", "--out", branch, "--quiet"}).exit_code, 0);
  const Outcome outcome = qonys({"story", branch, "--pick", "cause=wage", "--quiet"});
  ASSERT_EQ(outcome.exit_code, 0) << outcome.error;
  EXPECT_NE(outcome.out.find("December 2023, in"), std::string::npos) << outcome.out;
  EXPECT_NE(outcome.out.find(rows_of(branch + "/months.csv").back().at("state_hash")), std::string::npos);
}

TEST_F(StoryVerb, SpeaksKazakhAndRussian) {
  for (const auto& [language, words] : std::vector<std::pair<std::string, std::vector<std::string>>>{
           {"kk", {"ЖАСАНДЫ ДЕРЕКТЕР", "көшуді ойластырды", "КӨШУ", "Отбасын не ұстап қалар еді"}},
           {"ru", {"СИНТЕТИЧЕСКИЕ ДАННЫЕ", "мысль о переезде", "ПЕРЕЕЗД", "Что удержало бы семью"}}}) {
    const Outcome outcome = story({"--pick", "origin=" + origin, "--lang", language});
    ASSERT_EQ(outcome.exit_code, 0) << outcome.error;
    for (const std::string& word : words) EXPECT_NE(outcome.out.find(word), std::string::npos) << word << outcome.out;
  }
}

TEST_F(StoryVerb, TakesASerialInHexadecimal) {
  const std::string serial = serial_of(story({"--pick", "cause=wage"}).out);
  std::ostringstream hex;
  hex << "0x" << std::hex << std::stoull(serial);
  const Outcome outcome = story({"--serial", hex.str()});
  ASSERT_EQ(outcome.exit_code, 0) << outcome.error;
  EXPECT_EQ(serial_of(outcome.out), serial);
}

TEST_F(StoryVerb, TellsARunThatWasInterruptedAsFarAsItCame) {
  const std::string half = copy_of_run("half");
  std::string manifest = text_of(half + "/manifest.toml"), months = text_of(half + "/months.csv");
  manifest.replace(manifest.find("status = \"finished\""), 19, "status = \"running\"");
  write_text(half + "/manifest.toml", manifest);
  std::size_t end = 0;
  for (int line = 0; line < 2 + 20; ++line) end = months.find('\n', end) + 1;  // the header, the start, twenty months
  write_text(half + "/months.csv", months.substr(0, end));
  const Outcome outcome = qonys({"story", half, "--pick", "cause=wage", "--quiet"});
  ASSERT_EQ(outcome.exit_code, 0) << outcome.error;
  EXPECT_NE(outcome.out.find("January 2023 – August 2024"), std::string::npos) << outcome.out;
}

TEST_F(StoryVerb, SaysThatAnotherProgramMadeTheRunIfAStateDiffers) {
  const std::string other = copy_of_run("other");
  std::string months = text_of(other + "/months.csv");
  const std::string hash = rows_of(other + "/months.csv").back().at("state_hash");
  months.replace(months.rfind(hash), hash.size(), "0123456789abcdef");
  write_text(other + "/months.csv", months);
  expect_refusal({"story", other, "--pick", "cause=wage", "--quiet"}, "this program is not the one that made the run",
                 1);
}

TEST_F(StoryVerb, RefusesWhatItCannotTellWithOneLine) {
  expect_refusal({"story", run()}, "--serial or --pick is missing");
  expect_refusal({"story", run(), "--serial", "1", "--pick", "cause=wage"}, "--serial and --pick are both given");
  expect_refusal({"story", run(), "--serial", "me"}, "--serial is 'me'; allowed a whole number");
  expect_refusal({"story", run(), "--serial", "99999999999999999999"}, "allowed a whole number from 0 to 2^64 - 1");
  expect_refusal({"story", run(), "--serial", "12", "--quiet"}, "nobody in this run has it");
  expect_refusal({"story", run(), "--pick", "origin=XX-7"},
                 "origin is 'XX-7'; there is no such one; did you mean 'XX-1'?");
  expect_refusal({"story", run(), "--pick", "couse=wage"}, "did you mean 'cause'?");
  expect_refusal({"story", run(), "--pick", "cause=congestion", "--quiet"},
                 "none had the cause congestion as pivotal; pivotal were");
  expect_refusal({"story", run(), "--pick", "cause=wage", "--lang", "kz"}, "--lang is 'kz'; allowed kk");
  expect_refusal({"story", "/nowhere", "--serial", "1"}, "not a run folder");
}

TEST_F(StoryVerb, RefusesARunWhoseInputsOrMonthsWereTouched) {
  const std::string touched = copy_of_run("touched");
  write_text(touched + "/inputs/country/roles.csv", text_of(touched + "/inputs/country/roles.csv") + "\n");
  expect_refusal({"story", touched, "--serial", "1"}, "it was changed after the run");
  const std::string without = copy_of_run("without");
  std::filesystem::remove(without + "/months.csv");
  expect_refusal({"story", without, "--serial", "1"}, "months.csv: missing");
  write_text(without + "/months.csv",
             text_of(run() + "/months.csv").substr(0, text_of(run() + "/months.csv").find("2024-01")));
  expect_refusal({"story", without, "--serial", "1"}, "months.csv: has 12 months, but manifest.toml says 30");
}

}  // namespace
}  // namespace tests
