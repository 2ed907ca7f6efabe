// Builds, advances, compares.
#include "experiments/replay.hpp"

#include <chrono>
#include <limits>

#include "experiments/build_info.hpp"
#include "experiments/checkpoints.hpp"
#include "world/build.hpp"
#include "world/errors.hpp"
#include "world/month.hpp"
#include "world/observers/text.hpp"
#include "world/table.hpp"

namespace experiments {
namespace {

namespace fs = std::filesystem;

/// Hashes of the states in months.csv, the start first.
std::vector<std::string> hashes_in(const fs::path& folder) {
  const fs::path file = folder / "months.csv";
  std::error_code ignored;
  if (!fs::is_regular_file(file, ignored)) {
    throw world::InputError(file.string() + ": missing; " + folder.string() + " is no whole run folder");
  }
  const world::Table table = world::Table::read(file, std::numeric_limits<std::size_t>::max());
  table.require({"state_hash"});
  std::vector<std::string> hashes;
  for (int row = 0; row < table.n_rows(); ++row) hashes.push_back(table.text(row, "state_hash"));
  if (hashes.empty()) table.refuse("has no rows; the run wrote not even its start");
  return hashes;
}

std::string difference(const Replay& replay, const world::World& world, int n_done) {
  const std::string here = world::observers::hash_text(world.hash.state);
  const std::string& there = replay.state_hashes[static_cast<std::size_t>(n_done)];
  if (here == there) return {};
  const BuildInfo build = build_info();
  std::string line = "the state after " + world::month_text(world.month) + " is " + here + ", but the run wrote " +
                     there + ": this program is not the one that made the run";
  if (replay.run.manifest.sources != build.sources || replay.run.manifest.compiler != build.compiler) {
    line += " (sources " + replay.run.manifest.sources + ", " + replay.run.manifest.compiler + "; here " +
            build.sources + ", " + build.compiler + ")";
  }
  return line + "; repeat the run with this program: qonys rerun " + replay.run.folder.string();
}

}  // namespace

namespace {

/// The month at whose end the past of a replay ends that its folder cannot play: 0 months simulated, or the branch.
agents::Month earliest(const HeldRun& run) {
  return run.manifest.branched_at.empty() ? run.scenario.start - 1
                                          : world::parse_month(run.manifest.branched_at, "branched_at");
}

/// By the names of the checkpoints.
agents::Month beginning(const Replay& replay) {
  if (replay.since == 0) return earliest(replay.run);
  for (const fs::path& file : checkpoints_of(replay.run.folder)) {
    if (month_of_checkpoint(file) < replay.since) return month_of_checkpoint(file);
  }
  return earliest(replay.run);
}

}  // namespace

Replay read_replay(const fs::path& folder, const std::string& since) {
  Replay replay;
  replay.run = read_run(folder);
  replay.state_hashes = hashes_in(folder);
  // The manifest of a run that did not end knows less than its tables.
  const Manifest& manifest = replay.run.manifest;
  const int n_written = static_cast<int>(replay.state_hashes.size()) - 1;
  replay.n_months = manifest.status == "finished" ? manifest.months_done : n_written;
  if (n_written < replay.n_months) {
    throw world::InputError((folder / "months.csv").string() + ": has " + std::to_string(n_written) + " months, but " +
                            manifest_name + " says " + std::to_string(replay.n_months) + "; keep what the run wrote");
  }
  replay.begun = earliest(replay.run);
  if (since.empty()) return replay;
  replay.since = world::parse_month(since, "--since");
  if (replay.since < replay.first_month() || replay.since > replay.last_month()) {
    throw world::InputError("--since is " + since + "; allowed " + world::month_text(replay.first_month()) + " to " +
                            world::month_text(replay.last_month()) + ", the months of " + folder.string());
  }
  replay.begun = beginning(replay);
  return replay;
}

world::World starting_world(Replay& replay, const world::Crew& crew, std::vector<std::string>& passed_over) {
  const bool is_branch = !replay.run.manifest.branched_at.empty();
  if (replay.since > 0 || is_branch) {
    const agents::Month latest = replay.since > 0 ? replay.since - 1 : earliest(replay.run);
    std::optional<Restart> restart = newest_restart(replay.run, latest, crew, passed_over);
    if (restart) {
      replay.begun = restart->world.month;
      return std::move(restart->world);
    }
    if (is_branch)
      throw world::InputError(passed_over.empty() ? branch_start_in(replay.run.folder).string() + ": missing"
                                                  : passed_over.back());
  }
  replay.begun = replay.run.scenario.start - 1;
  return world::build_world(replay.run.scenario, replay.run.country, crew);
}

std::string play(Replay& replay, const world::Crew& crew, Progress& progress, const SeeWorld& see) {
  std::vector<std::string> passed_over;
  world::World world = starting_world(replay, crew, passed_over);
  for (const std::string& line : passed_over) progress.say(line);
  for (int n_done = world.month - replay.run.scenario.start + 1;; ++n_done) {
    if (const std::string differs = difference(replay, world, n_done); !differs.empty()) return differs;
    see(world);
    if (n_done == replay.n_months) return {};
    const auto started = std::chrono::steady_clock::now();
    world::advance(world, crew);
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count();
    progress.month_done(world::month_text(world.month), static_cast<double>(world.n_citizens()), seconds);
  }
}

}  // namespace experiments
