// What is written on the screen against the run: headlines and the pinned
// region are the numbers of `--describe`, digit for digit.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "tests/display/harness.hpp"
#include "world/observers/phrases.hpp"

namespace {

using tests::Json;
using world::observers::Language;
namespace fs = std::filesystem;

class NumbersOnScreen : public testing::Test {
 protected:
  void SetUp() override {
    if (const std::string why = tests::why_no_display(); !why.empty()) GTEST_SKIP() << why;
    folder_ = fs::path(testing::TempDir()) / ("numbers-" + std::to_string(::getpid()));
    ASSERT_EQ(tests::run_program({QONYS_PROGRAM, "run", "tiny", "--quiet", "--out", folder_.string()}, ""), 0);
  }
  void TearDown() override { fs::remove_all(folder_); }
  /// What `--describe` tells of a month.
  [[nodiscard]] Json told(const std::string& month) const {
    const fs::path file = folder_.string() + ".json";
    const std::string line = std::string(QONYS_REAL_VIEW) + " " + folder_.string() + " --describe=json --at " + month +
                             " > " + file.string();
    if (tests::run_program({"sh", "-c", line}, "") != 0) throw std::runtime_error("--describe has failed");
    std::ifstream stream(file);
    Json all = Json::parse(stream);
    fs::remove(file);
    return all;
  }
  fs::path folder_;
};

bool is_written(const Json& now, const std::string& words) {
  return std::any_of(now["words"].begin(), now["words"].end(),
                     [&](const Json& line) { return line.get<std::string>().find(words) != std::string::npos; });
}

TEST_F(NumbersOnScreen, AreThoseOfTheMonthDigitForDigit) {
  tests::Window window({"--reduced-motion"}, "1920x1080", folder_.string(), QONYS_REAL_VIEW);
  const std::pair<const char*, Language> languages[] = {
      {"kk", Language::kk}, {"ru", Language::ru}, {"en", Language::en}};
  window.send("pin 0");
  window.send("tab 1");
  for (const int index : {1, 29, 60}) {
    window.send("go-to " + std::to_string(index));
    const Json numbers = told(window.settled()["time"]["month"]);
    for (const auto& [code, language] : languages) {
      window.send(std::string("language ") + code);
      const Json now = window.settled();
      const char* totals[] = {"people", "moved", "unregistered"};
      for (std::size_t i = 0; i < 3; ++i)
        EXPECT_EQ(now["headlines"][i]["value"],
                  world::observers::count_text(numbers["totals"][totals[i]].get<double>(), language))
            << index << code << totals[i];
      const Json& region = numbers["regions"][0];
      for (const char* key : {"people", "registered", "arrivals_in_year", "departures_in_year"}) {
        const std::string words = world::observers::count_text(region[key].get<double>(), language);
        EXPECT_TRUE(is_written(now, words)) << index << code << key << ": " << words << now["words"].dump();
      }
    }
  }
}

}  // namespace
