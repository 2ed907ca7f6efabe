#include "bench/checkpoint_case.hpp"

#include <unistd.h>

#include <string>
#include <vector>

#include "bench/sample.hpp"
#include "world/build.hpp"
#include "world/month.hpp"
#include "world/observers/checkpoint.hpp"

namespace bench {
namespace {

namespace fs = std::filesystem;
namespace observers = world::observers;

/// A folder that is gone with this object.
class Folder {
 public:
  Folder() : path_(fs::temp_directory_path() / ("qonys-bench-" + std::to_string(::getpid()))) {
    fs::create_directories(path_);
  }
  ~Folder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  [[nodiscard]] fs::path operator/(const char* name) const { return path_ / name; }

 private:
  fs::path path_;
};

/// Seconds of each repeat.
struct Costs {
  std::vector<double> stopped, disk, load;
  observers::CheckpointSize size;
};

observers::Recording recording_of(const world::World& world) {
  observers::Recording recording;
  recording.summary.add(observers::take_snapshot(world));
  recording.movers.add(world);
  return recording;
}

Costs measure(const world::World& world, const world::Scenario& scenario, observers::Codec codec, int threads,
              int repeats) {
  const agents::Crew crew(threads);
  const Folder folder;
  const observers::Recording recording = recording_of(world);
  Costs costs;
  for (int repeat = 0; repeat < repeats; ++repeat) {
    const Stopwatch stopped;
    costs.size =
        observers::write_checkpoint(folder / "unfinished", world, recording, {"bench", "bench"}, 0, codec, crew);
    costs.stopped.push_back(stopped.seconds());
    const Stopwatch disk;
    observers::rename_durably(folder / "unfinished", folder / "whole.qonys");
    costs.disk.push_back(disk.seconds());
    // As a resumed run does: tables first, then the state.
    const Stopwatch load;
    const world::Country country = world::load_country(scenario.country);
    const observers::Checkpoint checkpoint(folder / "whole.qonys");
    static_cast<void>(checkpoint.recording());
    const world::World loaded = checkpoint.load(scenario, country, crew);
    costs.load.push_back(load.seconds());
    expect_equal_hashes("the world that was saved and loaded", world.hash.state, threads, loaded.hash.state, threads);
  }
  return costs;
}

}  // namespace

void checkpoint_case(const world::Scenario& scenario, const world::Country& country, const Plan& plan,
                     const Take& take) {
  world::World world = world::build_world(scenario, country, agents::Crew(plan.threads.back()));
  world::advance(world, agents::Crew(plan.threads.back()));
  for (const int threads : plan.threads) {
    for (const observers::Codec codec : {observers::Codec::raw, observers::Codec::zstd}) {
      const std::string kind = codec == observers::Codec::raw ? "raw" : "zstd";
      const Costs costs = measure(world, scenario, codec, threads, plan.repeats);
      const auto take_one = [&](const std::string& metric, double value, const std::string& unit) {
        take({.name = "checkpoint",
              .scale = scale_text(scenario.scale),
              .citizens = world.n_citizens(),
              .threads = threads,
              .metric = metric + "_" + kind,
              .value = value,
              .unit = unit,
              .hash = world.hash.state,
              .checked = std::to_string(threads),
              .months = 1,
              .repeats = plan.repeats});
      };
      take_one("stopped", median(costs.stopped), "s");
      take_one("disk", median(costs.disk), "s");
      take_one("load", median(costs.load), "s");
      take_one("size", static_cast<double>(costs.size.stored), "bytes");
      if (codec == observers::Codec::raw) continue;
      take_one("ratio", static_cast<double>(costs.size.plain) / static_cast<double>(costs.size.stored), "1");
    }
  }
}

}  // namespace bench
