// Sessions of the tiny country for tests, and what a run without a viewer comes to.
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "render/session.hpp"
#include "tests/world/recorded_run.hpp"
#include "world/observers/causes.hpp"
#include "world/observers/checkpoint.hpp"
#include "world/observers/country_files.hpp"

namespace viewer::testing {

namespace fs = std::filesystem;
using world::testing::names_all;
using world::testing::refusal_of;
using world::testing::TinyCopy;

inline constexpr double patience_s = 120;

/// A folder of its own, deleted with the object.
class Scratch {
 public:
  Scratch() {
    const auto* test = ::testing::UnitTest::GetInstance()->current_test_info();
    root_ = fs::path(::testing::TempDir()) /
            (std::string("qonys_") + test->test_suite_name() + "_" + test->name() + "_s" + std::to_string(getpid()));
    fs::remove_all(root_);
    fs::create_directories(root_);
  }
  ~Scratch() {
    std::error_code ignored;
    fs::remove_all(root_, ignored);
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  [[nodiscard]] fs::path operator/(const std::string& name) const { return root_ / name; }

 private:
  fs::path root_;
};

[[nodiscard]] inline SessionWays ways_in(const fs::path& folder, int threads = 2) {
  SessionWays ways;
  ways.base.bundled = fs::path(QONYS_TEST_ASSETS) / "scenarios";
  ways.folder = folder;
  ways.threads = threads;
  ways.checkpoint_share = 1;  // every one that is due, however fast the months go by
  ways.program = {.version = "test", .sources = "test"};
  return ways;
}

[[nodiscard]] inline std::vector<std::uint64_t> hashes_of(const Session& session, int line) {
  std::vector<std::uint64_t> hashes;
  const Track& track = session.line(line).track;
  for (int k = 0; k < track.size(); ++k) hashes.push_back(track.at(k)->state_hash);
  return hashes;
}
[[nodiscard]] inline std::vector<std::uint64_t> hashes_of(const Session& session) {
  return hashes_of(session, session.current());
}

/// The states of a run of the scenario from its start, as `qonys run` comes to them.
[[nodiscard]] inline std::vector<std::uint64_t> hashes_of_run(const world::Scenario& scenario, int n_months) {
  const world::testing::Setting setting(scenario);
  const world::Crew crew(1);
  world::World world = world::testing::built(setting, crew);
  std::vector<std::uint64_t> hashes{world.hash.state};
  for (int month = 0; month < n_months; ++month) {
    world::advance(world, crew);
    hashes.push_back(world.hash.state);
  }
  return hashes;
}

/// A package that is felt: start and posts as texts.
[[nodiscard]] inline Fields plant(const std::string& name, const std::string& start, const std::string& jobs = "200") {
  return {{"name", name},   {"region", "XX-1"}, {"sector", "industry"},
          {"start", start}, {"jobs", jobs},     {"ramp_months", "2"}};
}

/// Adds the month that is over to `sums`, and the rows of a year that is over, or of what there is of it at the end,
/// to `text`: as a run writes causes.csv.
inline void record_causes(world::observers::CauseSums& sums, std::string& text, const world::World& world,
                          bool is_end) {
  sums.add(world);
  if (!sums.is_year_over() && !is_end) return;
  sums.append_rows(text);
  sums.clear();
}

/// Writes a run folder of the tiny country, with checkpoints of the months asked for.
inline void write_run(const fs::path& folder, int n_months, const std::vector<int>& checkpoints,
                      const std::string& status = "finished", bool has_causes = false) {
  const TinyCopy copy;
  fs::create_directories(folder / "inputs");
  fs::create_directories(folder / "checkpoints");
  fs::copy(copy.country(), folder / "inputs" / "country");
  TinyCopy::write(folder / "inputs" / "scenario.toml",
                  world::resolved_toml(world::load_scenario(copy.scenario()), "country"));
  const world::testing::Setting setting(world::load_scenario(folder / "inputs" / "scenario.toml"));
  const world::Crew crew(1);
  world::World world = world::testing::built(setting, crew);
  world::testing::Tables tables({world::observers::take_snapshot(world)});
  const std::uint64_t hash =
      world::observers::scenario_hash(setting.scenario, world::observers::table_hashes_text(setting.scenario.country));
  world::observers::CauseSums sums;
  std::string causes = world::observers::header_row(world::observers::causes_columns().columns);
  for (int done = 1; done <= n_months; ++done) {
    world::advance(world, crew);
    if (has_causes) record_causes(sums, causes, world, done == n_months);
    tables.add(world::observers::take_snapshot(world));
    if (std::find(checkpoints.begin(), checkpoints.end(), done) == checkpoints.end()) continue;
    world::observers::write_checkpoint(folder / "checkpoints" / (world::month_text(world.month) + ".qonys"), world, {},
                                       {.version = "test", .sources = "test"}, hash, world::observers::Codec::raw,
                                       crew);
  }
  tables.write(folder);
  if (has_causes) TinyCopy::write(folder / "causes.csv", causes);
  TinyCopy::write(folder / "manifest.toml",
                  "status = \"" + status +
                      "\"\nscenario = \"tiny\"\nseed = 1\nscale = \"1:1\"\npeople_per_agent = 1\n" +
                      "start = \"2023-01\"\nmonths = " + std::to_string(n_months) + "\nbranched_from = \"\"\n");
}

}  // namespace viewer::testing
