// The kiosk under Xvfb: it tours by itself, hands over, comes back, falls back, and does not grow.
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <thread>

#include "tests/display/harness.hpp"
#include "tests/display/tours.hpp"

namespace {

using tests::Json;

class KioskWindow : public testing::Test {
 protected:
  void SetUp() override {
    if (const std::string why = tests::why_no_display(); !why.empty()) GTEST_SKIP() << why;
    file_ = testing::TempDir() + "qonys_tour_" + std::to_string(::getpid()) + ".json";
  }
  void TearDown() override { std::filesystem::remove(file_); }
  [[nodiscard]] std::string tour(const std::vector<std::string>& steps) const {
    return tests::write_tour(file_, steps);
  }

  std::string file_;
};

std::string mode(const Json& now) { return now["kiosk"]["mode"]; }

bool has_word(const Json& now, const std::string& word) {
  return std::any_of(now["words"].begin(), now["words"].end(),
                     [&](const Json& said) { return said.get<std::string>().find(word) != std::string::npos; });
}

const std::string fast = R"("speed":100,"seconds":1)";

TEST_F(KioskWindow, GoesRoundItsStepsWithNumbersOfTheMonthShown) {
  tests::Window window({"--kiosk", "--tour", tour({tests::step_json(fast, "KZ-71"), tests::step_json(fast, "KZ-61")})});
  const Json first = window.state();
  EXPECT_EQ(mode(first), "touring");
  EXPECT_EQ(first["layout"]["left"][2], 0);
  EXPECT_EQ(first["layout"]["right"][2], 0);
  EXPECT_EQ(first["layout"]["top"][3], 0);
  const Json second = window.until([](const Json& now) { return now["kiosk"]["step"] == 1; });
  EXPECT_EQ(second["kiosk"]["step"], 1);
  const Json again = window.until([](const Json& now) { return now["kiosk"]["rounds"] == 1; });
  EXPECT_EQ(again["kiosk"]["rounds"], 1);
  EXPECT_TRUE(again["cut_words"].empty()) << again["cut_words"].dump();
  EXPECT_TRUE(has_word(again, again["kiosk"]["caption"]));
}

TEST_F(KioskWindow, HandsOverToAKeyOrAClickAndComesBackWhenIdle) {
  tests::Window window({"--kiosk", "--idle", "2", "--tour", tour({tests::step_json(fast, "KZ-71")})});
  for (const tests::Words& hand : {tests::Words{"key", "l"}, {"click", "1"}, {"key", "F11"}, {"key", "Escape"}}) {
    EXPECT_EQ(mode(window.until([](const Json& now) { return mode(now) == "touring"; })), "touring");
    window.hands({"mousemove", "600", "300"});
    EXPECT_EQ(mode(window.state()), "touring");  // a nudge is no hand
    window.hands(hand);
    const Json now = window.until([](const Json& state) { return mode(state) == "visited"; });
    EXPECT_EQ(mode(now), "visited") << hand.front();
    EXPECT_FALSE(now["screen"]["kiosk"]);
    EXPECT_TRUE(now["screen"]["left_drawer"]);  // the stroke that woke it did nothing else
    EXPECT_EQ(now["screen"]["pinned"], -1);
    EXPECT_GT(now["layout"]["right"][2], 0);
  }
}

TEST_F(KioskWindow, IsLeftByALongPressOfEscapeOnly) {
  tests::Window window({"--kiosk", "--idle", "1", "--tour", tour({tests::step_json(fast, "KZ-71")})});
  window.hands({"keydown", "Escape"});
  const Json now = window.until([](const Json& state) { return mode(state) == "off"; });
  window.hands({"keyup", "Escape"});
  EXPECT_EQ(mode(now), "off");
  std::this_thread::sleep_for(std::chrono::seconds(2));
  EXPECT_EQ(mode(window.state()), "off");  // idle time no longer counts
  window.hands({"key", "F11"});
  EXPECT_EQ(mode(window.until([](const Json& state) { return mode(state) == "touring"; })), "touring");
}

TEST_F(KioskWindow, CutsNoWordsInAnyLanguageOrSize) {
  for (const char* size : {"1280x720", "1920x1080"}) {
    tests::Window window({"--kiosk", "--tour", tour({tests::step_json(fast, "KZ-71")})}, size);
    for (const char* language : {"kk", "ru", "en"}) {
      for (const char* scale : {"1", "2"}) {
        window.send(std::string("language ") + language);
        window.send(std::string("ui-scale ") + scale);
        const Json now = window.state();
        EXPECT_TRUE(now["cut_words"].empty()) << size << ' ' << language << ' ' << scale << now["cut_words"].dump();
      }
    }
  }
}

TEST_F(KioskWindow, FallsBackToTheMonthsThatAreThere) {
  tests::Window window({"--kiosk", "--tour", tour({tests::step_json(fast, "KZ-71")})}, "1280x720", "60failing");
  const std::pair<const char*, const char*> languages[] = {{"kk", "Жазба"}, {"ru", "Запись"}, {"en", "Recorded"}};
  window.until([](const Json& now) { return now["kiosk"]["recorded"].get<bool>(); });
  for (const auto& [language, word] : languages) {
    window.send(std::string("language ") + language);
    const Json now = window.state();
    EXPECT_TRUE(now["kiosk"]["recorded"]);
    EXPECT_TRUE(has_word(now, word)) << now["words"].dump();
    EXPECT_LE(now["time"]["n_months"], 30);
    EXPECT_FALSE(now["time"]["live"]);
  }
  EXPECT_EQ(window.quit(), 0);
}

TEST_F(KioskWindow, FallsBackToARecordingAndGoesOnTouring) {
  tests::Window window({"--kiosk", "--recording", "120", "--tour", tour({tests::step_json(fast, "KZ-71")})}, "1280x720",
                       "60failing");
  Json now = window.until([](const Json& state) { return state["kiosk"]["recorded"].get<bool>(); });
  const int rounds = now["kiosk"]["rounds"];
  EXPECT_EQ(now["time"]["n_months"], 120);
  now = window.until([&](const Json& state) { return state["kiosk"]["rounds"].get<int>() > rounds; });
  EXPECT_GT(now["kiosk"]["rounds"], rounds);
  EXPECT_TRUE(has_word(now, "Recorded"));
}

TEST_F(KioskWindow, GoesOnWithItsOwnLineWhateverVisitorsDidToTheLevers) {
  const std::string state = testing::TempDir() + "qonys_kiosk_state_" + std::to_string(::getpid());
  ::setenv("XDG_STATE_HOME", state.c_str(), 1);
  {
    tests::Window window({"--kiosk", "--idle", "2", "--tour", tour({tests::step_json(fast, "XX-1")})}, "1280x720",
                         "tiny", QONYS_REAL_VIEW);
    window.until([](const Json& now) { return !now["time"]["live"].get<bool>(); });
    EXPECT_EQ(mode(window.state()), "touring");
    window.hands({"key", "l"});
    window.until([](const Json& now) { return mode(now) == "visited"; });
    for (const char* line : {"left-page 1", "go-to 20", "lever-add job_package", "run-from-here"}) window.send(line);
    const Json branched = window.state();
    EXPECT_EQ(branched["levers"]["line"], 1);
    EXPECT_EQ(branched["levers"]["lines"][1]["branched"], 20);
    window.send("lever-add worker_housing");  // and an edit that is never run
    Json now = window.until([](const Json& after) { return mode(after) == "touring"; });
    now = window.settled();
    EXPECT_EQ(now["kiosk"]["step"], 0);
    EXPECT_EQ(now["levers"]["line"], 0);
    EXPECT_EQ(now["levers"]["lines"].size(), 2U) << "the branch is kept";
    EXPECT_FALSE(now["levers"]["has_edits"]);
    EXPECT_EQ(window.quit(), 0);
  }
  std::filesystem::remove_all(state);
}

}  // namespace
