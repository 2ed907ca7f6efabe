// `qonys calibrate` as a user meets it: the folder it writes, the country that
// takes its file, and what it refuses.
#include <gtest/gtest.h>

#include <filesystem>

#include "tests/experiments/program.hpp"

namespace tests {
namespace {

namespace fs = std::filesystem;

// Copies the test world into `folder`, so that its tables may change.
std::string own_tiny(const Scratch& scratch) {
  const fs::path assets(QONYS_TEST_ASSETS);
  fs::create_directories(scratch / "world/scenarios");
  fs::copy(assets / "tiny", scratch / "world/tiny");
  fs::copy(assets / "scenarios" / "tiny.toml", scratch / "world/scenarios/tiny.toml");
  return scratch / "world/scenarios/tiny.toml";
}

TEST(Calibrate, WritesAFileThatTheCountryTakesWithItsOrigin) {
  const Scratch scratch;
  const std::string scenario = own_tiny(scratch);
  const Outcome made = qonys({"calibrate", scenario, "--out", scratch / "found", "--rounds", "1"});
  ASSERT_EQ(made.exit_code, 0) << made.error;
  EXPECT_NE(made.out.find("First simulated year: correlation of nets"), std::string::npos);
  EXPECT_NE(text_of(scratch / "found/calibration.md").find("## With all place constants at zero"), std::string::npos);
  const std::vector<Row> rows = rows_of(scratch / "found/calibration.csv");
  int n_tables = 0;
  for (const Row& row : rows) n_tables += row.at("name").starts_with("table ") ? 1 : 0;
  EXPECT_GT(n_tables, 15);
  EXPECT_EQ(rows.front().at("name"), "migration.distance_weight");

  fs::copy(scratch / "found/calibration.csv", scratch / "world/tiny/calibration.csv");
  const Outcome checked = qonys({"check", scenario, "--resolved"});
  ASSERT_EQ(checked.exit_code, 0) << checked.error;
  for (const char* part : {"calibration.csv:2", "place_constant XX-1", "hub_shift XX-2"}) {
    EXPECT_NE(checked.out.find(part), std::string::npos) << part;
  }
  EXPECT_EQ(checked.out.find("not as they were"), std::string::npos);
  write_text(scratch / "world/tiny/budgets.csv", text_of(scratch / "world/tiny/budgets.csv") + "\n");
  EXPECT_NE(qonys({"check", scenario}).out.find("was made: budgets.csv"), std::string::npos);

  const Outcome held = qonys({"calibrate", scenario, "--hold", "--out", scratch / "held"});
  ASSERT_EQ(held.exit_code, 0) << held.error;
  EXPECT_FALSE(fs::exists(scratch / "held/calibration.csv"));
  EXPECT_TRUE(fs::exists(scratch / "held/calibration.md"));
}

TEST(Calibrate, FindsTheSameBytesOnAnyNumberOfThreads) {
  const Scratch scratch;
  for (const char* n_threads : {"1", "3"}) {
    const Outcome made = qonys({"calibrate", tiny(), "--out", scratch / n_threads, "--rounds", "1", "--threads", n_threads});
    ASSERT_EQ(made.exit_code, 0) << made.error;
  }
  for (const char* name : {"/calibration.csv", "/calibration.md"}) {
    EXPECT_EQ(text_of(scratch / (std::string("1") + name)), text_of(scratch / (std::string("3") + name))) << name;
  }
}

TEST(Calibrate, RefusesAFolderInUseAndACountryWithoutFlows) {
  const Scratch scratch;
  const std::string scenario = own_tiny(scratch);
  EXPECT_EQ(qonys({"calibrate", scenario}).exit_code, 2);
  const Outcome used = qonys({"calibrate", scenario, "--out", scratch / "world"});
  EXPECT_EQ(used.exit_code, 2);
  EXPECT_NE(used.error.find("is not empty"), std::string::npos) << used.error;
  const std::string header = "origin_iso,destination_iso,year,moves_persons,basis,source,note\n";
  write_text(scratch / "world/tiny/migration_od.csv", header + "XX-1,XX-2,2022,0,invented,invented,\n");
  std::string nets = "iso,year,interregional_arrivals_persons,interregional_departures_persons,"
                     "external_arrivals_persons,external_departures_persons\n";
  for (const char* region : {"XX-1", "XX-2", "XX-3"}) nets += std::string(region) + ",2022,0,0,1,1\n";
  write_text(scratch / "world/tiny/migration_net.csv", nets);
  const Outcome empty = qonys({"calibrate", scenario, "--out", scratch / "found"});
  EXPECT_EQ(empty.exit_code, 2);
  EXPECT_NE(empty.error.find("no moves of 2022"), std::string::npos) << empty.error;
}

}  // namespace
}  // namespace tests
