#include "render/session_base.hpp"

#include <algorithm>
#include <system_error>

#include "world/errors.hpp"
#include "world/nearest.hpp"
#include "world/observers/checkpoint.hpp"
#include "world/observers/country_files.hpp"
#include "world/observers/text.hpp"

namespace viewer {
namespace {

namespace fs = std::filesystem;
namespace observers = world::observers;
using world::InputError;

constexpr const char* extension = ".qonys";

bool is_file(const fs::path& path) {
  std::error_code ignored;
  return fs::is_regular_file(path, ignored);
}

void take_scenario(Base& base, world::Scenario scenario) {
  base.scenario = std::move(scenario);
  base.country = world::load_country(base.scenario.country);
  world::check_against(base.scenario, base.country);
  base.tables = observers::table_hashes_text(base.scenario.country);
  base.scenario_xxh3 = observers::scenario_hash(base.scenario, base.tables);
  base.first = base.scenario.start - 1;
}

Base base_of_scenario(const fs::path& file) {
  Base base;
  base.kind = BaseKind::scenario;
  base.path = fs::absolute(file).lexically_normal();
  take_scenario(base, world::load_scenario(base.path));
  return base;
}

Base base_of_run(const fs::path& folder) {
  Base base;
  base.kind = BaseKind::run_folder;
  base.path = fs::absolute(folder).lexically_normal();
  base.card = observers::read_run_card(base.path);
  take_scenario(base, world::load_scenario(base.path / "inputs" / "scenario.toml"));
  base.scenario.n_months = base.card->months;
  base.has_whole_past = base.card->branched_from.empty();
  return base;
}

/// The run folder that a checkpoint lies in, as RUN/checkpoints/2030-12.qonys or RUN/inputs/start.qonys; or nothing.
std::optional<fs::path> run_around(const fs::path& checkpoint) {
  const fs::path inside = checkpoint.parent_path();
  const bool is_kept = inside.filename() == "checkpoints" || inside.filename() == "inputs";
  if (is_kept && observers::is_run_folder(inside.parent_path())) return inside.parent_path();
  return std::nullopt;
}

/// The scenario that a lone checkpoint was made of; other than that nothing will do.
void take_scenario_of(Base& base, const observers::CheckpointHead& head, const BaseWays& ways) {
  std::vector<fs::path> candidates;
  if (!ways.scenario.empty()) candidates.push_back(ways.scenario);
  if (!ways.bundled.empty()) candidates.push_back(ways.bundled / (head.scenario + ".toml"));
  const std::string scale = std::to_string(head.scale_agents) + ":" + std::to_string(head.scale_people);
  for (const fs::path& file : candidates) {
    if (!is_file(file)) continue;
    take_scenario(base, world::load_scenario(file, {{"scale", scale}, {"seed", std::to_string(head.seed)}}));
    if (base.scenario_xxh3 == head.scenario_xxh3) return;
  }
  throw InputError(base.path.string() + ": a checkpoint has no tables; it was made of the scenario '" + head.scenario +
                   "' (" + observers::hash_text(head.scenario_xxh3) +
                   "), and none that is known here is the same: open its run folder, or name the scenario too");
}

Base base_of_checkpoint(const fs::path& stated, const BaseWays& ways) {
  const fs::path file = fs::absolute(stated).lexically_normal();
  const observers::Checkpoint checkpoint(file);
  const observers::CheckpointHead& head = checkpoint.head();
  if (const auto run = run_around(file)) {
    Base base = base_of_run(*run);
    base.shown = head.month;
    return base;
  }
  Base base;
  base.kind = BaseKind::checkpoint;
  base.path = file;
  take_scenario_of(base, head, ways);
  base.first = head.month;
  base.scenario.n_months = std::max(base.scenario.n_months, head.months_done() + 1);
  return base;
}

[[noreturn]] void refuse_name(const std::string& what, const fs::path& bundled) {
  std::vector<std::string> names;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(bundled, error)) {
    if (entry.path().extension() == ".toml") names.push_back(entry.path().stem().string());
  }
  std::sort(names.begin(), names.end());
  throw InputError("nothing to open: '" + what + "' is no scenario file, run folder, checkpoint, or bundled scenario" +
                   (names.empty() ? "" : world::did_you_mean(what, names)));
}

}  // namespace

Base open_base(const std::string& what, const BaseWays& ways) {
  std::error_code ignored;
  const std::size_t end = what.find_last_not_of('/');
  const fs::path path = end == std::string::npos ? fs::path(what) : fs::path(what.substr(0, end + 1));
  if (!what.empty() && fs::is_directory(path, ignored)) return base_of_run(path);
  if (is_file(path)) return path.extension() == extension ? base_of_checkpoint(path, ways) : base_of_scenario(path);
  const bool is_name = !what.empty() && what.find('/') == std::string::npos && !ways.bundled.empty();
  for (const char* ending : {"", ".toml"}) {
    if (is_name && is_file(ways.bundled / (what + ending))) return base_of_scenario(ways.bundled / (what + ending));
  }
  refuse_name(what, ways.bundled);
}

std::vector<BranchPoint> branch_points(const Base& base) {
  std::vector<BranchPoint> points;
  if (base.kind == BaseKind::checkpoint) points.push_back({.month = base.first, .file = base.path});
  if (base.kind != BaseKind::run_folder) return points;
  const fs::path start = base.path / "inputs" / "start.qonys";
  std::error_code ignored;
  try {
    if (is_file(start)) points.push_back({.month = observers::Checkpoint(start).head().month, .file = start});
  } catch (const InputError&) {
    // Damaged: not a point to begin from.
  }
  for (const auto& entry : fs::directory_iterator(base.path / "checkpoints", ignored)) {
    if (entry.path().extension() != extension) continue;
    try {
      points.push_back({.month = world::parse_month(entry.path().stem().string(), ""), .file = entry.path()});
    } catch (const InputError&) {
      // A file of the user's own.
    }
  }
  std::sort(points.begin(), points.end(), [](const BranchPoint& a, const BranchPoint& b) { return a.month < b.month; });
  return points;
}

}  // namespace viewer
