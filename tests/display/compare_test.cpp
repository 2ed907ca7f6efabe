// Two real runs in the real program: one clock, equal runs differ by nothing,
// months look the same however they are reached.
#include <gtest/gtest.h>

#include <array>
#include <filesystem>

#include "tests/display/harness.hpp"

namespace {

using tests::Json;
namespace fs = std::filesystem;

/// A run of the small country, made once.
std::string run_of(const std::string& seed) {
  const fs::path folder = fs::path(testing::TempDir()) / ("compare-" + std::to_string(::getpid()) + "-" + seed);
  if (!fs::exists(folder / "months.csv") &&
      tests::run_program({QONYS_PROGRAM, "run", "tiny", "--quiet", "--seed", seed, "--out", folder.string()}, "") != 0)
    throw std::runtime_error("qonys run has failed");
  return folder.string();
}

class CompareOnScreen : public testing::Test {
 protected:
  void SetUp() override {
    if (const std::string why = tests::why_no_display(); !why.empty()) GTEST_SKIP() << why;
  }
};

tests::Window window_of(const std::string& place, tests::Words options) {
  options.emplace_back("--reduced-motion");
  return tests::Window(std::move(options), "1280x720", place, QONYS_REAL_VIEW);
}

Json with_rival(tests::Window& window) {
  window.until([](const Json& now) { return !now["comparison"]["opening"].get<bool>(); });
  return window.settled();
}

TEST_F(CompareOnScreen, ShowsOneMonthOfBothInEveryFrame) {
  tests::Window window = window_of(run_of("1"), {"--compare", run_of("2")});
  EXPECT_EQ(with_rival(window)["screen"]["compare"], "side-by-side");
  window.send("speed 40");
  window.send("play-pause");
  int n = 0;
  window.until([&](const Json& now) {
    EXPECT_EQ(now["time"]["month"], now["comparison"]["month"]);
    ++n;
    return !now["time"]["playing"].get<bool>();
  });
  EXPECT_GT(n, 3);
  EXPECT_EQ(window.settled()["time"]["index"], 60);
}

TEST_F(CompareOnScreen, IsZeroForARunAndItself) {
  tests::Window window = window_of(run_of("1"), {"--compare", run_of("1")});
  with_rival(window);
  window.send("compare-as 2");
  for (const int month : {0, 17, 60}) {
    for (const char* view : {"view 0", "view 3", "view 5"}) {
      window.send(view);
      window.send("go-to " + std::to_string(month));
      EXPECT_EQ(window.settled()["comparison"]["largest_difference"], 0) << month << view;
    }
  }
  const Json now = window.state();
  for (const Json& line : now["headlines"])
    EXPECT_TRUE(line["change"] == "0" || line["change"] == "") << line;
}

TEST_F(CompareOnScreen, DiffersForAnotherSeed) {
  tests::Window window = window_of(run_of("1"), {"--compare", run_of("2")});
  with_rival(window);
  window.send("compare-as 2");
  window.send("go-to 40");
  EXPECT_GT(window.settled()["comparison"]["largest_difference"].get<double>(), 0);
}

TEST_F(CompareOnScreen, LooksTheSameHoweverAMonthIsReached) {
  tests::Window window = window_of(run_of("1"), {"--compare", run_of("2")});
  with_rival(window);
  for (const char* way : {"compare-as 1", "compare-as 2", "compare-as 0"}) {
    window.send(way);
    window.send("go-to 0");
    window.settled();
    std::array<std::string, 13> straight;
    for (std::size_t i = 0; i < straight.size(); ++i) {
      window.send("go-to " + std::to_string(5 * i));
      straight[i] = window.settled()["map_hash"];
    }
    EXPECT_NE(straight[2], straight[9]);
    for (const std::size_t i : {7U, 1U, 12U, 4U, 0U, 9U, 2U}) {
      window.send("go-to " + std::to_string(5 * i));
      EXPECT_EQ(window.settled()["map_hash"], straight[i]) << way << ' ' << i;
    }
  }
}

TEST_F(CompareOnScreen, HasASwipeForMouseAndKeys) {
  tests::Window window = window_of(run_of("1"), {"--compare", run_of("2")});
  with_rival(window);
  window.send("compare-as 3");
  const Json before = window.settled();
  const Json& map = before["layout"]["map"];
  const auto at = [&](double share) {
    return std::to_string(static_cast<int>(map[0].get<double>() + share * map[2].get<double>()));
  };
  const std::string y = std::to_string(static_cast<int>(map[1].get<double>() + map[3].get<double>() / 2));
  window.hands({"mousemove", at(0.5), y, "mousedown", "1", "mousemove", at(0.6), y, "sleep", "0.1", "mousemove",
                at(0.7), y, "sleep", "0.2", "mouseup", "1"});
  const Json after = window.until([](const Json& now) { return now["comparison"]["swipe"].get<double>() > 0.65; });
  EXPECT_NEAR(after["comparison"]["swipe"].get<double>(), 0.7, 0.02);
  EXPECT_EQ(after["map_hash"], before["map_hash"]);
  for (int i = 0; i < 80 && window.state()["focus"] != "swipe"; ++i) window.send("focus-next");
  ASSERT_EQ(window.state()["focus"], "swipe");
  window.hands({"key", "Left"});
  EXPECT_LT(
      window
          .until([](const Json& now) { return now["comparison"]["swipe"].get<double>() < 0.68; })["comparison"]["swipe"]
          .get<double>(),
      0.68);
}

TEST_F(CompareOnScreen, TakesAndEndsAComparisonWhileItRuns) {
  tests::Window window = window_of(run_of("1"), {});
  window.send("compare");
  EXPECT_TRUE(window.state()["widgets"].contains("rival-aktau"));
  window.send("compare-with " + run_of("2"));
  const Json now = with_rival(window);
  EXPECT_EQ(now["comparison"]["rival"], "tiny");
  window.send("compare-with no/such/run");
  EXPECT_NE(with_rival(window)["message"].get<std::string>().find("no/such/run"), std::string::npos);
  window.send("compare-with");
  EXPECT_EQ(window.settled()["screen"]["compare"], "one");
}

TEST_F(CompareOnScreen, CutsNoWordsShort) {
  const fs::path set = fs::path(testing::TempDir()) / ("compare-set-" + std::to_string(::getpid()));
  fs::create_directories(set);
  for (const char* seed : {"1", "2", "3"})
    fs::copy(run_of(seed), set / seed, fs::copy_options::recursive | fs::copy_options::skip_existing);
  tests::Window window = window_of(run_of("1"), {"--compare", run_of("2"), "--ensemble", set.string()});
  EXPECT_EQ(with_rival(window)["comparison"]["runs_of_set"], 3);
  window.send("go-to 40");
  for (const char* language : {"kk", "ru", "en"}) {
    window.send(std::string("language ") + language);
    for (const char* look : {"tab 0", "tab 4", "compared 1", "compared 4", "compare-as 1", "compare-as 2",
                             "compare-as 3", "compare-as 0", "choose-rival", "close"}) {
      window.send(look);
      const Json now = window.state();
      EXPECT_TRUE(now["cut_words"].empty()) << language << ' ' << look << ": " << now["cut_words"].dump();
    }
  }
}

}  // namespace
