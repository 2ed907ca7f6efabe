// Two real runs over five hundred months: one clock in every frame, and a
// hundred months reached at random look as in straight playback.
#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <random>

#include "tests/display/harness.hpp"

namespace {

using tests::Json;
namespace fs = std::filesystem;

constexpr int n_months = 500;

class LongCompare : public testing::Test {
 protected:
  void SetUp() override {
    if (const std::string why = tests::why_no_display(); !why.empty()) GTEST_SKIP() << why;
    scratch_ = fs::path(testing::TempDir()) / ("long-compare-" + std::to_string(::getpid()));
    for (const char* seed : {"1", "2"})
      ASSERT_EQ(tests::run_program({QONYS_PROGRAM, "run", "tiny", "--quiet", "--months", std::to_string(n_months),
                                    "--seed", seed, "--out", (scratch_ / seed).string()},
                                   ""),
                0);
  }
  void TearDown() override { fs::remove_all(scratch_); }
  /// Both side by side once the second is read.
  tests::Window window_with(const char* seed) {
    return tests::Window({"--reduced-motion", "--compare", (scratch_ / seed).string()}, "1280x720",
                         (scratch_ / "1").string(), QONYS_REAL_VIEW);
  }
  static void wait_for_rival(tests::Window& window) {
    window.until([](const Json& now) { return !now["comparison"]["opening"].get<bool>(); });
    window.settled();
  }
  fs::path scratch_;
};

TEST_F(LongCompare, ShowsOneMonthOfBothOverFiveHundredSteps) {
  tests::Window window = window_with("2");
  wait_for_rival(window);
  window.send("go-to 0");
  window.settled();
  for (int step = 1; step <= n_months; ++step) {
    window.send("step-forward");
    const Json now = window.state();
    EXPECT_EQ(now["time"]["index"], step);
    EXPECT_EQ(now["time"]["month"], now["comparison"]["month"]);
  }
}

TEST_F(LongCompare, IsZeroForARunAndItselfOverFiveHundredSteps) {
  tests::Window window = window_with("1");
  wait_for_rival(window);
  window.send("compare-as 2");
  for (int step = 0; step <= n_months; step += 5) {
    window.send("go-to " + std::to_string(step));
    EXPECT_EQ(window.settled()["comparison"]["largest_difference"], 0) << step;
  }
}

TEST_F(LongCompare, LooksTheSameHoweverAHundredMonthsAreReached) {
  tests::Window window = window_with("2");
  wait_for_rival(window);
  std::mt19937 any(20230101);
  for (const char* way : {"compare-as 0", "compare-as 1", "compare-as 2", "compare-as 3"}) {
    window.send(way);
    std::map<int, std::string> straight;
    while (straight.size() < 100) straight[static_cast<int>(any() % (n_months + 1))];
    std::vector<int> order;
    for (auto& [month, hash] : straight) {
      window.send("go-to " + std::to_string(month));
      hash = window.settled()["map_hash"];
      order.push_back(month);
    }
    std::shuffle(order.begin(), order.end(), any);
    for (const int month : order) {
      window.send("go-to " + std::to_string(month));
      EXPECT_EQ(window.settled()["map_hash"], straight[month]) << way << ' ' << month;
    }
  }
}

}  // namespace
