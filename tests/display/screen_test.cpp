// What the window says and how it rests.
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <thread>

#include "tests/display/harness.hpp"

namespace {

using tests::Json;

class Screen : public testing::Test {
 protected:
  void SetUp() override {
    if (const std::string why = tests::why_no_display(); !why.empty()) GTEST_SKIP() << why;
  }
};

TEST_F(Screen, DrawsNothingWhileNothingChanges) {
  tests::Window window;
  const int before = window.settled()["frames"];
  std::this_thread::sleep_for(std::chrono::seconds(1));
  EXPECT_LE(window.state()["frames"].get<int>() - before, 4);  // the two states asked for are drawn
}

TEST_F(Screen, PlaysAtTheSpeedAskedForAndStopsAtTheEnd) {
  tests::Window window;
  window.send("speed 100");
  window.send("play-pause");
  const Json now = window.until([](const Json& state) { return !state["time"]["playing"].get<bool>(); });
  EXPECT_EQ(now["time"]["index"], 240);
  EXPECT_EQ(now["time"]["months_late"], 0);
}

TEST_F(Screen, FollowsMonthsThatArrive) {
  tests::Window window({}, "1280x720", "60live");
  window.send("last-month");
  window.send("play-pause");
  window.send("speed 100");
  const Json now = window.until([](const Json& state) { return state["time"]["index"].get<int>() == 59; });
  EXPECT_EQ(now["time"]["index"], 59);
  EXPECT_FALSE(now["time"]["live"]);
}

TEST_F(Screen, CutsNoWordsShortInAnyLanguage) {
  for (const auto& [size, scale] : {std::pair{"1280x720", "100"}, {"1920x1080", "150"}, {"1280x720", "200"}}) {
    tests::Window window({"--ui-scale", scale}, size);
    window.send("go-to 60");
    for (const char* language : {"kk", "ru", "en"}) {
      window.send(std::string("language ") + language);
      for (const char* look : {"tab 0", "tab 1", "tab 2", "tab 3", "tab 4", "pin 15", "tab 1", "pair 3", "ways 1",
                               "help", "settings", "search", "export", "export-set kind mp4", "close"}) {
        window.send(look);
        const Json now = window.state();
        EXPECT_TRUE(now["cut_words"].empty())
            << size << ' ' << scale << ' ' << language << ' ' << look << ": " << now["cut_words"].dump();
      }
      window.send("unpin");
    }
  }
}

TEST_F(Screen, ShowsItsHeadlinesAmongItsWords) {
  tests::Window window({}, "1920x1080");
  for (const char* language : {"kk", "ru", "en"}) {
    window.send(std::string("language ") + language);
    const Json now = window.settled();
    EXPECT_EQ(now["headlines"].size(), 3U);
    for (const Json& headline : now["headlines"]) {
      EXPECT_NE(std::find(now["words"].begin(), now["words"].end(), headline["value"]), now["words"].end())
          << headline.dump();
    }
  }
}

TEST_F(Screen, IsRefusedWithOneLineWithoutADisplay) {
  const std::pair<const char*, const char*> languages[] = {
      {"kk", "экран табылмады"}, {"ru", "не найден экран"}, {"en", "no display"}};
  for (const auto& [language, words] : languages) {
    std::string error;
    EXPECT_EQ(tests::run_program({QONYS_VIEW, "--lang", language}, "", &error), 2);
    EXPECT_NE(error.find(words), std::string::npos) << error;
    EXPECT_EQ(std::count(error.begin(), error.end(), '\n'), 1);
  }
  EXPECT_EQ(tests::run_program({QONYS_VIEW}, ":9999"), 2);
}

}  // namespace
