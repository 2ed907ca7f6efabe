// A kiosk that runs on and on does not grow.
#include <gtest/gtest.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <thread>

#include "tests/display/harness.hpp"
#include "tests/display/tours.hpp"

namespace {

/// MB that the kiosk grows in `minutes`, after a minute in which all its months and letters come to memory. Every
/// quarter of a minute somebody touches it.
double growth_in(double minutes) {
  const std::string file = testing::TempDir() + "qonys_kiosk_" + std::to_string(::getpid()) + ".json";
  const std::string fast = R"("speed":100,"seconds":1)";
  tests::Window window({"--kiosk", "--idle", "2", "--tour",
                        tests::write_tour(file, {tests::step_json(fast, "KZ-71"), tests::step_json(fast, "KZ-61")})});
  const auto run = [&](double seconds) {
    const auto end = std::chrono::steady_clock::now() + std::chrono::duration<double>(seconds);
    while (std::chrono::steady_clock::now() < end) {
      std::this_thread::sleep_for(std::chrono::seconds(15));
      window.hands({"key", "F9"});
    }
  };
  run(60);
  const double before = window.resident_mb();
  run(60 * minutes);
  const double growth = window.resident_mb() - before;
  const tests::Json now = window.state();
  EXPECT_GT(now["kiosk"]["rounds"], 10 * minutes);
  std::filesystem::remove(file);
  return growth;
}

TEST(KioskMemory, GrowsByLessThanFiveMegabytesInTenMinutes) {
  if (const std::string why = tests::why_no_display(); !why.empty()) GTEST_SKIP() << why;
  const double growth = growth_in(10);
  RecordProperty("growth_mb", std::to_string(growth));
  EXPECT_LT(growth, 5);
}

}  // namespace
