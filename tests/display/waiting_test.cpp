// The window before its first month: it is there at once, tells what is prepared, closes at once; and what it says
// when nothing will come. The real program on a quarter of the country, which takes seconds to build.
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>

#include "tests/display/harness.hpp"

namespace {

namespace fs = std::filesystem;
using tests::Json;
using Clock = std::chrono::steady_clock;

class WaitingWindow : public testing::Test {
 protected:
  void SetUp() override {
    if (const std::string why = tests::why_no_display(); !why.empty()) GTEST_SKIP() << why;
    root_ = fs::path(testing::TempDir()) / ("qonys_waiting_" + std::to_string(getpid()));
    fs::create_directories(root_);
  }
  void TearDown() override {
    std::error_code ignored;
    fs::remove_all(root_, ignored);
  }
  [[nodiscard]] std::string scenario(const std::string& base, const std::string& more) const {
    std::ofstream(root_ / "own.toml") << "extends = \"" << QONYS_TEST_ASSETS << "/scenarios/" << base << ".toml\"\n"
                                      << more;
    return (root_ / "own.toml").string();
  }
  [[nodiscard]] std::unique_ptr<tests::Window> window(const std::string& place, tests::Words more = {}) const {
    more.insert(more.end(), {"--session", (root_ / "session").string()});
    return std::make_unique<tests::Window>(more, "1280x720", place, QONYS_REAL_VIEW, false);
  }

  fs::path root_;
};

bool says(const Json& now, const std::string& words) {
  return now["status"].get<std::string>().find(words) != std::string::npos;
}

TEST_F(WaitingWindow, IsThereBeforeThePopulationWorksByKeysAndClosesAtOnce) {
  const auto shown = window(scenario("baseline", "scale = \"1:4\"\n"));
  const Json first = shown->state();
  EXPECT_EQ(first["time"]["n_months"], 0);
  EXPECT_TRUE(first["time"]["month"].is_null());
  const std::pair<const char*, const char*> languages[] = {{"ru", "строится население: часть "},
                                                           {"kk", "халық құрылуда: "}};
  EXPECT_TRUE(says(shown->until([](const Json& now) { return says(now, "building the population: part "); }),
                   "building the population: part "));
  for (const auto& [language, words] : languages) {
    shown->send(std::string("language ") + language);
    const Json now = shown->state();
    EXPECT_TRUE(says(now, words)) << now["status"];
    EXPECT_TRUE(now["cut_words"].empty()) << now["cut_words"].dump();
  }
  shown->hands({"key", "F1"});
  EXPECT_TRUE(shown->until([](const Json& now) { return now["screen"]["help"].get<bool>(); })["screen"]["help"]);
  shown->hands({"key", "Escape"});
  const Json last = shown->until([](const Json& now) { return !now["screen"]["help"].get<bool>(); });
  EXPECT_FALSE(last["screen"]["help"]);
  EXPECT_EQ(last["time"]["n_months"], 0) << "the machine is too fast for this test: take a larger scale";
  const auto asked = Clock::now();
  EXPECT_EQ(shown->quit(), 0);
  EXPECT_LT(Clock::now() - asked, std::chrono::seconds(2)) << "what is left of the build takes longer";
}

TEST_F(WaitingWindow, ShowsTheFirstMonthWhenItComes) {
  const auto shown = window(scenario("baseline", "scale = \"1:100\"\n"));
  const Json now = shown->settled();
  EXPECT_GE(now["time"]["n_months"], 1);
  EXPECT_FALSE(now["time"]["month"].is_null());
  EXPECT_GE(now["frame_times"]["first_month_ms"].get<double>(), now["frame_times"]["first_frame_ms"].get<double>());
  EXPECT_GT(now["layout"]["left"][2], 0) << "drawers are back";
  EXPECT_EQ(shown->quit(), 0);
}

TEST_F(WaitingWindow, TellsWhyNothingWillComeAndEndsWithItsCode) {
  const auto shown =
      window(scenario("tiny", "scale = \"30:1\"\n[synthesis]\nblock_citizens = 32768\nrow_reserve = 2\n"));
  const std::pair<const char*, const char*> languages[] = {{"en", "The simulation could not begin: "},
                                                           {"ru", "Расчёт не удалось начать: "},
                                                           {"kk", "Есепті бастау мүмкін болмады: "}};
  for (const auto& [language, lead] : languages) {
    shown->send(std::string("language ") + language);
    const Json now = shown->until([&, words = lead](const Json& state) { return says(state, words); });
    EXPECT_TRUE(says(now, std::string(lead) + "synthesis.block_citizens is too large")) << now["status"];
    EXPECT_TRUE(now["cut_words"].empty()) << now["cut_words"].dump();
  }
  EXPECT_EQ(shown->quit(), 2);
}

TEST_F(WaitingWindow, DoesNotOpenForWhatIsWrongFromTheStart) {
  const tests::VirtualDisplay display("1280x720");
  std::string error;
  EXPECT_EQ(tests::run_program({QONYS_REAL_VIEW, scenario("tiny", "seed = -1\n")}, display.name(), &error), 2);
  EXPECT_EQ(std::count(error.begin(), error.end(), '\n'), 1) << error;
}

TEST_F(WaitingWindow, LeftAlonePausedDrawsNextToNothing) {
  std::ofstream(root_ / "script") << "go-to 30\n";
  const std::string run = (root_ / "run").string(), state = (root_ / "state.json").string();
  ASSERT_EQ(tests::run_program({QONYS_PROGRAM, "run", "tiny", "--months", "40", "--out", run, "--quiet"}, ""), 0);
  const tests::VirtualDisplay display("1280x720");
  ASSERT_EQ(tests::run_program({QONYS_REAL_VIEW, run, "--size", "1280x720", "--script", (root_ / "script").string(),
                                "--bench-seconds", "2", "--dump-state", state, "--session", (root_ / "s").string()},
                               display.name()),
            0);
  std::ifstream stream(state);
  const Json now = Json::parse(stream);
  EXPECT_EQ(now["time"]["index"], 30);
  EXPECT_LT(now["frames"], 25) << "dots stand still in a pause: 60 frames show the same";
  EXPECT_GT(now["processor"]["viewer_s"], 0);
}

}  // namespace
