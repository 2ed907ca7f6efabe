// The beginning of a run: folder, inputs, manifest, population.
#include "experiments/run.hpp"

#include <set>
#include <system_error>

#include "experiments/build_info.hpp"
#include "experiments/inputs.hpp"
#include "experiments/interrupt.hpp"
#include "experiments/output_file.hpp"
#include "experiments/run_lock.hpp"
#include "experiments/simulation.hpp"
#include "experiments/start.hpp"
#include "world/country.hpp"
#include "world/errors.hpp"
#include "world/observers/file.hpp"

namespace experiments {
namespace fs = std::filesystem;

bool is_killed_start(const fs::path& folder) {
  // A branch writes its past before its manifest.
  const std::set<std::string> of_a_start{RunLock::name,
                                         "inputs",
                                         std::string(manifest_name) + ".unfinished",
                                         "log.txt",
                                         "synthesis.md",
                                         "synthesis.md.unfinished",
                                         "panel.csv",
                                         "flows.csv",
                                         "causes.csv",
                                         "costs.csv",
                                         "schooling.csv",
                                         "knowledge.csv",
                                         "prestige.csv",
                                         "accounts.csv",
                                         "months.csv",
                                         "hashes.csv",
                                         "timings.csv",
                                         "panel.csv.unfinished",
                                         "flows.csv.unfinished",
                                         "causes.csv.unfinished",
                                         "costs.csv.unfinished",
                                         "schooling.csv.unfinished",
                                         "knowledge.csv.unfinished",
                                         "prestige.csv.unfinished",
                                         "accounts.csv.unfinished",
                                         "months.csv.unfinished",
                                         "hashes.csv.unfinished",
                                         "timings.csv.unfinished"};
  std::error_code error;
  bool has_lock = false, has_more = false;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, error)) {
    const std::string name = entry.path().filename().string();
    if (of_a_start.count(name) == 0) return false;
    (name == RunLock::name ? has_lock : has_more) = true;
  }
  // Others may call a file .lock and a folder inputs, too.
  if (!has_lock || error) return false;
  return !has_more || read_whole(folder / RunLock::name).find(RunLock::mark) != std::string::npos;
}

std::string scale_text(const world::Scale& scale) {
  return std::to_string(scale.agents) + ":" + std::to_string(scale.people);
}

Manifest new_manifest(const world::Scenario& scenario, const std::vector<std::string>& sets, const world::Crew& crew) {
  const BuildInfo build = build_info();
  Manifest manifest;
  manifest.version = build.version;
  manifest.sources = build.sources;
  manifest.compiler = build.compiler;
  manifest.flags = build.flags;
  manifest.scenario = scenario.name;
  manifest.title = scenario.title;
  manifest.scenario_file = scenario.file.string();
  manifest.sets = sets;
  manifest.seed = scenario.seed;
  manifest.scale = scale_text(scenario.scale);
  manifest.people_per_agent = 1.0 / scenario.scale.factor();
  manifest.start = world::month_text(scenario.start);
  manifest.months = scenario.n_months;
  manifest.threads = crew.n_threads();
  manifest.ranks = crew.n_ranks();
  manifest.started = utc_now();
  return manifest;
}

void refuse_used_folder(const fs::path& out) {
  std::error_code ignored;
  if (!fs::exists(out, ignored)) return;
  if (!fs::is_directory(out, ignored)) throw world::InputError("--out " + out.string() + " is a file; name a folder");
  if (fs::is_empty(out) || is_killed_start(out)) return;
  const bool is_run = fs::exists(out / manifest_name, ignored);
  throw world::InputError("--out " + out.string() + " is not empty, and nothing is overwritten; name a new folder" +
                          (is_run ? ", or go on with what is there: qonys resume " + out.string() : ""));
}

void make_run_folder(const fs::path& out) {
  std::error_code error;
  fs::create_directories(out, error);
  if (error) throw world::InputError("--out " + out.string() + ": cannot make the folder: " + error.message());
}

void clear_killed_start(const fs::path& out) {
  refuse_used_folder(out);
  for (const fs::directory_entry& entry : fs::directory_iterator(out)) {
    if (entry.path().filename() != RunLock::name) fs::remove_all(entry.path());
  }
}

namespace {

/// The scenario as the run folder holds it: what is run is what can be rerun.
world::Scenario read_back(const fs::path& folder, const world::Scenario& scenario) {
  world::Scenario held = world::load_scenario(scenario_in(folder));
  if (world::resolved_toml(held, "country") != world::resolved_toml(scenario, "country")) {
    throw std::logic_error("inputs/scenario.toml does not read back to the scenario it was written from");
  }
  return held;
}

}  // namespace

void write_run_inputs(Run& run, const world::Scenario& scenario) {
  run.manifest.inputs = write_inputs(run.folder, scenario);
  run.manifest.scenario_xxh3 = run.manifest.inputs.back().xxh3;
  run.scenario = read_back(run.folder, scenario);
}

void commit(const Run& run) {
  for (const char* folder : {"inputs/original", "inputs/country", "inputs/tables", "inputs"}) {
    world::observers::sync_folder(run.folder / folder);
  }
  write_manifest(run.folder, run.manifest);
  world::observers::sync_folder(run.folder);
  world::observers::sync_folder(fs::absolute(run.folder).parent_path());
}

void or_leave_nothing(const fs::path& out, const std::function<void()>& act) {
  try {
    act();
  } catch (...) {
    std::error_code ignored;
    if (!fs::exists(out / manifest_name, ignored)) {
      for (const fs::directory_entry& entry : fs::directory_iterator(out, ignored))
        fs::remove_all(entry.path(), ignored);
    }
    throw;
  }
}

ExitCode perform_run(const RunRequest& request) {
  catch_interrupts();
  ignore_write_signals();
  refuse_used_folder(request.out);
  world::check_against(request.scenario, world::load_country(request.scenario.country));
  make_run_folder(request.out);
  const RunLock lock(request.out);
  clear_killed_start(request.out);

  Run run(request.out, request.scenario, request.ways);
  run.manifest = new_manifest(request.scenario, request.sets, run.crew);
  static_cast<void>(rules_of(request.ways.checkpoints, run.manifest));  // for who resumes it
  or_leave_nothing(request.out, [&] {
    write_run_inputs(run, request.scenario);
    commit(run);
  });
  return or_mark_failed(run, [&] { return start_afresh(run, request.ways); });
}

}  // namespace experiments
