// `qonys compare` as a stranger meets it.
#include <gtest/gtest.h>

#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <filesystem>
#include <string>

#include "tests/experiments/program.hpp"

namespace tests {
namespace {

namespace fs = std::filesystem;

/// The test world with a job package in its second region.
std::string package_in(const Scratch& scratch, const std::string& more = "") {
  const std::string file = scratch / "package.toml";
  write_text(file, "extends = \"" + tiny() + "\"\n" + more +
                       "[[job_package]]\nname = \"works\"\nregion = \"XX-2\"\nsector = \"industry\"\n"
                       "start = \"2023-03\"\njobs = 60\nramp_months = 6\n");
  return file;
}

TEST(Compare, OfAScenarioWithItselfFindsNoDifferenceInAnyCell) {
  const Scratch scratch;
  const Outcome outcome =
      qonys({"compare", tiny(), tiny(), "--seeds", "2", "--months", "14", "--out", scratch / "c"});
  ASSERT_EQ(outcome.exit_code, 0) << outcome.error;
  EXPECT_NE(outcome.out.find("every difference is 0"), std::string::npos) << outcome.out;
  const auto rows = rows_of(scratch / "c/compare.csv");
  ASSERT_FALSE(rows.empty());
  for (const Row& row : rows) {
    EXPECT_EQ(row.at("difference"), "0.0000");
    EXPECT_EQ(row.at("low90"), "0.0000");
    EXPECT_EQ(row.at("high90"), "0.0000");
  }
}

TEST(Compare, WritesTheSameFilesOnAnyNumberOfThreads) {
  const Scratch scratch;
  const std::string package = package_in(scratch);
  for (const std::string threads : {"1", "3"}) {
    const Outcome outcome = qonys({"compare", tiny(), package, "--seeds", "2", "--months", "14", "--out",
                                   scratch / ("c" + threads), "--threads", threads, "--quiet"});
    ASSERT_EQ(outcome.exit_code, 0) << outcome.error;
    EXPECT_EQ(outcome.out + outcome.error, "");
  }
  for (const char* file : {"compare.csv", "pairs.csv", "compare.md", "compare.kk.md", "compare.ru.md", "inputs/a.toml",
                           "inputs/b.toml", "inputs/country/regions.csv"}) {
    EXPECT_FALSE(text_of(scratch / ("c1/" + std::string(file))).empty()) << file;
    EXPECT_EQ(text_of(scratch / ("c1/" + std::string(file))), text_of(scratch / ("c3/" + std::string(file)))) << file;
  }
}

TEST(Compare, ShowsMorePostsWhereAPackageBringsThemAndAgreesWithRuns) {
  const Scratch scratch;
  const std::string package = package_in(scratch);
  ASSERT_EQ(qonys({"compare", tiny(), package, "--months", "24", "--out", scratch / "c", "--quiet"}).exit_code, 0);
  ASSERT_EQ(qonys({"run", package, "--months", "24", "--out", scratch / "b", "--quiet"}).exit_code, 0);
  std::string posts;
  for (const Row& row : rows_of(scratch / "b/panel.csv")) {
    if (row.at("month") == "2024-12" && row.at("region") == "XX-2") posts = row.at("posts_count");
  }
  bool is_found = false;
  for (const Row& row : rows_of(scratch / "c/compare.csv")) {
    if (row.at("year") != "2024" || row.at("region") != "XX-2" || row.at("measure") != "posts_count") continue;
    is_found = true;
    EXPECT_EQ(row.at("b_mean"), posts + ".0000");
    EXPECT_GT(std::stod(row.at("difference")), 10);
    EXPECT_EQ(row.at("low90"), "") << "one seed has no interval";
  }
  EXPECT_TRUE(is_found);
}

TEST(Compare, CanBeRepeatedFromItsOwnFolder) {
  const Scratch scratch;
  const std::string package = package_in(scratch);
  ASSERT_EQ(qonys({"compare", tiny(), package, "--months", "3", "--out", scratch / "c", "--quiet"}).exit_code, 0);
  const Outcome again = qonys({"compare", scratch / "c/inputs/a.toml", scratch / "c/inputs/b.toml", "--out",
                               scratch / "d", "--quiet"});
  ASSERT_EQ(again.exit_code, 0) << again.error;
  EXPECT_EQ(text_of(scratch / "c/compare.csv"), text_of(scratch / "d/compare.csv"));
}

TEST(Compare, SpeaksTheLanguageAskedFor) {
  const Scratch scratch;
  const Outcome kazakh = qonys({"compare", tiny(), package_in(scratch), "--months", "2", "--lang", "kk"});
  EXPECT_EQ(kazakh.exit_code, 0) << kazakh.error;
  EXPECT_NE(kazakh.out.find("белгісіздік бағасы жоқ"), std::string::npos) << kazakh.out;
  const Outcome wrong = qonys({"compare", tiny(), tiny(), "--lang", "de"});
  EXPECT_EQ(wrong.exit_code, 2);
  EXPECT_EQ(wrong.error, "qonys: compare: --lang is 'de'; allowed kk (Kazakh), ru (Russian) or en (English)\n");
}

TEST(Compare, NamesTheRegionToRelieve) {
  const Scratch scratch;
  const Outcome other = qonys({"compare", tiny(), tiny(), "--months", "2", "--relieve", "XX-1"});
  EXPECT_NE(other.out.find("Alpha: no certain change"), std::string::npos) << other.out;
  const Outcome wrong = qonys({"compare", tiny(), tiny(), "--months", "2", "--relieve", "XX-9"});
  EXPECT_EQ(wrong.exit_code, 2);
  EXPECT_NE(wrong.error.find("'XX-9'"), std::string::npos) << wrong.error;
}

/// The text in one line, as its paragraphs are.
std::string unwrapped(std::string text) {
  for (std::size_t at = text.find("\n  "); at != std::string::npos; at = text.find("\n  ")) text.replace(at, 3, " ");
  return text;
}

TEST(Compare, TellsInEachLanguageWhyPeopleLeaveAsWhyDoesOfTheSameRun) {
  const Scratch scratch;
  ASSERT_EQ(qonys({"run", tiny(), "--months", "36", "--out", scratch / "a", "--quiet"}).exit_code, 0);
  for (const auto& [language, title] : std::vector<std::pair<std::string, std::string>>{
           {"en", "Why people move away "}, {"ru", "Почему люди уезжают "}, {"kk", " неге кетеді"}}) {
    const Outcome outcome = qonys({"compare", tiny(), package_in(scratch), "--months", "36", "--seeds", "2", "--lang",
                                   language, "--out", scratch / language});
    ASSERT_EQ(outcome.exit_code, 0) << outcome.error;
    const std::size_t asked = outcome.out.find("qonys why RUN --region ");
    ASSERT_NE(asked, std::string::npos) << outcome.out;
    const std::string region = outcome.out.substr(asked + 23, 4);
    const Outcome why = qonys({"why", scratch / "a", "--region", region, "--lang", language});
    ASSERT_EQ(why.exit_code, 0) << why.error;
    const std::string page = text_of(scratch / (language + "/compare" + (language == "en" ? "" : "." + language) + ".md"));
    EXPECT_NE(outcome.out.find(title), std::string::npos) << outcome.out;
    std::string one_line = why.out;
    std::replace(one_line.begin(), one_line.end(), '\n', ' ');
    for (const std::string begins : {"1. ", "2. ", "3. "}) {
      const std::size_t from = one_line.find(begins) + begins.size();
      const std::string sentence = one_line.substr(from, one_line.find(". ", from) + 1 - from);
      EXPECT_NE(page.find("- " + sentence), std::string::npos) << sentence << "\n" << page;
      EXPECT_NE(unwrapped(outcome.out).find("- " + sentence), std::string::npos) << sentence << "\n" << outcome.out;
    }
  }
}

TEST(Compare, CountsHorizonsFromTheFirstPolicyThatDiffers) {
  const Scratch scratch;
  const std::string late = scratch / "late.toml";
  write_text(late, "extends = \"" + package_in(scratch) +
                       "\"\n[[job_package]]\nname = \"more\"\nregion = \"XX-1\"\nsector = \"industry\"\n"
                       "start = \"2024-05\"\njobs = 60\n");
  ASSERT_EQ(qonys({"compare", scratch / "package.toml", late, "--months", "84", "--out", scratch / "c", "--quiet"}).exit_code, 0);
  EXPECT_NE(text_of(scratch / "c/compare.md").find("| 5 years, 2024–2028 |"), std::string::npos)
      << text_of(scratch / "c/compare.md");
}

TEST(Compare, RefusesScenariosThatCannotBeCompared) {
  const Scratch scratch;
  const std::string tiny_file = tiny();
  const struct {
    const char* more;
    const char* named;
  } cases[] = {{"months = 5\n", "number of months"},
               {"start = \"2023-02\"\n", "start"},
               {"scale = \"2:1\"\n", "scale"},
               {"seed = 9\n", "seed"}};
  for (const auto& one : cases) {
    const Outcome outcome = qonys({"compare", tiny_file, package_in(scratch, one.more)});
    EXPECT_EQ(outcome.exit_code, 2) << one.named;
    EXPECT_EQ(n_lines(outcome.error), 1) << outcome.error;
    EXPECT_NE(outcome.error.find(std::string("the ") + one.named + " is "), std::string::npos) << outcome.error;
  }
  const Outcome other_country = qonys({"compare", tiny_file, "kazakhstan_1to20"});
  EXPECT_EQ(other_country.exit_code, 2);
  EXPECT_NE(other_country.error.find("country"), std::string::npos) << other_country.error;
}

TEST(Compare, TakesTheScenariosOfTwoRunFoldersWithTheSameTables) {
  const Scratch scratch;
  for (const char* name : {"a", "b"}) {
    ASSERT_EQ(qonys({"run", tiny(), "--months", "2", "--out", scratch / name, "--quiet"}).exit_code, 0);
  }
  const Outcome folders = qonys({"compare", scratch / "a", scratch / "b"});
  EXPECT_EQ(folders.exit_code, 2);
  EXPECT_NE(folders.error.find("inputs/scenario.toml"), std::string::npos) << folders.error;
  const Outcome scenarios = qonys({"compare", scratch / "a/inputs/scenario.toml", scratch / "b/inputs/scenario.toml"});
  EXPECT_EQ(scenarios.exit_code, 0) << scenarios.error;
  write_text(scratch / "b/inputs/country/roles.csv", "iso,role,note\nXX-3,capital,changed\n");
  EXPECT_EQ(qonys({"compare", scratch / "a/inputs/scenario.toml", scratch / "b/inputs/scenario.toml"}).exit_code, 2);
}

TEST(Compare, RefusesAFolderThatIsNotEmptyBeforeItRuns) {
  const Scratch scratch;
  fs::create_directories(scratch / "c");
  write_text(scratch / "c/notes.txt", "mine");
  const Outcome outcome = qonys({"compare", tiny(), tiny(), "--months", "2", "--out", scratch / "c"});
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_NE(outcome.error.find("not empty"), std::string::npos) << outcome.error;
}

TEST(Compare, EndsInGoodOrderOnCtrlC) {
  const Scratch scratch;
  const Started started = start_qonys({"compare", tiny(), package_in(scratch), "--months", "24", "--seeds", "1000",
                                       "--out", scratch / "c"});
  constexpr int most_looks = 5000;  // of 2 ms each
  for (int look = 0; text_of(started.error).find("pair 2/") == std::string::npos && look < most_looks; ++look) {
    ::usleep(2000);
  }
  ::kill(started.pid, SIGINT);
  const Outcome outcome = wait_for(started);
  EXPECT_EQ(outcome.exit_code, 130) << outcome.error;
  EXPECT_NE(text_of(scratch / "c/compare.md").find("UNFINISHED"), std::string::npos) << outcome.error;
}

}  // namespace
}  // namespace tests
