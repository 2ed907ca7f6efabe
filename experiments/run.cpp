// The life of a run: folder, inputs, population, months, end.
#include "experiments/run.hpp"

#include <chrono>
#include <iostream>
#include <system_error>

#include "experiments/build_info.hpp"
#include "experiments/inputs.hpp"
#include "experiments/interrupt.hpp"
#include "experiments/progress.hpp"
#include "experiments/recorder.hpp"
#include "world/build.hpp"
#include "world/country.hpp"
#include "world/errors.hpp"
#include "world/month.hpp"
#include "world/observers/synthesis_text.hpp"
#include "world/observers/text.hpp"

namespace experiments {
namespace {

namespace fs = std::filesystem;
namespace observers = world::observers;
using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

std::string elapsed_text(double seconds) {
  constexpr double short_seconds = 60;
  return seconds < short_seconds ? observers::fixed_text(seconds, 1) + " s" : duration_text(seconds);
}

std::string scale_text(const world::Scale& scale) {
  return std::to_string(scale.agents) + ":" + std::to_string(scale.people);
}

/// Describes the run and marks its folder as running, before anything else is in it.
Manifest begin_manifest(const RunRequest& request, const world::Crew& crew) {
  const BuildInfo build = build_info();
  const world::Scenario& scenario = request.scenario;
  Manifest manifest;
  manifest.version = build.version;
  manifest.sources = build.sources;
  manifest.compiler = build.compiler;
  manifest.flags = build.flags;
  manifest.scenario = scenario.name;
  manifest.title = scenario.title;
  manifest.scenario_file = scenario.file.string();
  manifest.sets = request.sets;
  manifest.seed = scenario.seed;
  manifest.scale = scale_text(scenario.scale);
  manifest.people_per_agent = 1.0 / scenario.scale.factor();
  manifest.start = world::month_text(scenario.start);
  manifest.months = scenario.n_months;
  manifest.threads = crew.n_threads();
  manifest.ranks = crew.n_ranks();
  manifest.started = utc_now();
  write_manifest(request.out, manifest);
  return manifest;
}

observers::RunLabel label_of(const world::Scenario& scenario) {
  observers::RunLabel label{.scenario = scenario.name,
                            .title = scenario.title,
                            .title_kk = scenario.title_kk,
                            .title_ru = scenario.title_ru,
                            .scale = scale_text(scenario.scale),
                            .seed = std::to_string(scenario.seed),
                            .months_asked = scenario.n_months,
                            .discount_per_year = scenario.parameters.accounts.discount_per_year,
                            .value_year = static_cast<int>(scenario.parameters.accounts.value_year),
                            .sources = ""};
  std::error_code ignored;
  if (fs::exists(scenario.country.folder / "SOURCES.md", ignored)) label.sources = "inputs/country/SOURCES.md";
  return label;
}

/// The scenario as the run folder holds it: what is run is what can be rerun.
world::Scenario read_back(const fs::path& folder, const world::Scenario& scenario) {
  world::Scenario held = world::load_scenario(scenario_in(folder));
  if (world::resolved_toml(held, "country") != world::resolved_toml(scenario, "country")) {
    throw std::logic_error("inputs/scenario.toml does not read back to the scenario it was written from");
  }
  return held;
}

/// A run under way: what its steps share.
struct Run {
  const RunRequest& request;
  world::Crew crew;
  Manifest manifest;
  Recorder recorder;
  Progress progress;

  explicit Run(const RunRequest& asked)
      : request(asked),
        crew(asked.threads, asked.ranks),
        manifest(begin_manifest(asked, crew)),
        recorder(asked.out),
        progress(progress_style(asked.talk == Talk::nothing), asked.scenario.n_months) {}
};

world::World build(Run& run) {
  run.manifest.inputs = write_inputs(run.request.out, run.request.scenario);
  run.manifest.scenario_xxh3 = run.manifest.inputs.back().xxh3;
  write_manifest(run.request.out, run.manifest);

  const world::Scenario scenario = read_back(run.request.out, run.request.scenario);
  const world::Country country = world::load_country(scenario.country);
  run.recorder.log("building the population of " + scenario.name);
  run.progress.say("building the population ...");
  const auto started = Clock::now();
  world::SynthesisReport report;
  world::World world = world::build_world(scenario, country, run.crew, &report);
  run.manifest.synthesis_seconds = seconds_since(started);
  run.manifest.citizens_at_start = world.n_citizens();
  const std::string done = observers::grouped_text(static_cast<double>(world.n_citizens())) + " agents in " +
                           std::to_string(country.n_regions()) + " regions, built in " +
                           observers::fixed_text(run.manifest.synthesis_seconds, 1) + " s";
  run.recorder.log(done);
  run.progress.say(done + "; " + std::to_string(scenario.n_months) + " months on " +
                   std::to_string(run.crew.n_threads()) + (run.crew.n_threads() == 1 ? " thread" : " threads"));
  write_whole(run.request.out / "synthesis.md", observers::synthesis_markdown(report));
  return world;
}

void note_state(Manifest& manifest, const observers::Snapshot& snapshot) {
  manifest.last_month = observers::month_name(snapshot);
  manifest.last_state_hash = observers::hash_text(snapshot.state_hash);
}

void simulate(Run& run, world::World& world) {
  constexpr int months_between_log_lines = 12;
  const observers::Snapshot start = observers::take_snapshot(world);
  run.recorder.record_start(start);
  note_state(run.manifest, start);
  while (run.manifest.months_done < run.manifest.months && !is_interrupted()) {
    const auto started = Clock::now();
    world::PhaseSeconds phases;
    world::advance(world, run.crew, &phases);
    const double seconds = seconds_since(started);
    const observers::Snapshot snapshot = observers::take_snapshot(world);
    run.recorder.record_movers(world);
    run.recorder.record_month(snapshot, seconds, phases.seconds);
    note_state(run.manifest, snapshot);
    ++run.manifest.months_done;
    run.manifest.simulation_seconds += seconds;
    run.progress.month_done(run.manifest.last_month, static_cast<double>(world.n_citizens()), seconds);
    if (run.manifest.months_done % months_between_log_lines == 0) run.recorder.log(run.progress.line());
  }
  run.progress.end();
}

ExitCode finish(Run& run) {
  const bool is_whole = run.manifest.months_done == run.manifest.months;
  const observers::RunLabel label = label_of(run.request.scenario);
  run.recorder.finish(label);
  run.manifest.status = is_whole ? "finished" : "interrupted";
  run.manifest.finished = utc_now();
  run.recorder.log(run.manifest.status + " after " + std::to_string(run.manifest.months_done) + " months, state " +
                   run.manifest.last_state_hash);
  write_manifest(run.request.out, run.manifest);
  if (run.request.talk == Talk::progress_and_summary) {
    std::cout << "\n"
              << observers::summary_table(run.recorder.summary(), label) << "\n"
              << run.manifest.months_done << " months in " << elapsed_text(run.manifest.simulation_seconds) << ", "
              << observers::fixed_text(run.progress.speed(), 1)
              << " million citizen-months per second; last state " << run.manifest.last_state_hash << "\n"
              << (is_whole ? "Written to " : "Interrupted; what was done is in ") << run.request.out.string()
              << "; start with summary.md.\n";
  }
  return is_whole ? ExitCode::ok : ExitCode::interrupted;
}

void mark_failed(Run& run, const char* error) noexcept {
  try {
    run.progress.end();
    run.manifest.status = "failed";
    run.manifest.error = error;
    run.manifest.finished = utc_now();
    write_manifest(run.request.out, run.manifest);
    run.recorder.log(std::string("failed: ") + error);
  } catch (...) {
    // The folder cannot be written any more: it keeps saying "running", never "finished".
  }
}

}  // namespace

void refuse_used_folder(const fs::path& out) {
  std::error_code ignored;
  if (!fs::exists(out, ignored)) return;
  if (!fs::is_directory(out, ignored)) throw world::InputError("--out " + out.string() + " is a file; name a folder");
  if (!fs::is_empty(out)) {
    throw world::InputError("--out " + out.string() + " is not empty, and nothing is overwritten; name a new folder");
  }
}

ExitCode perform_run(const RunRequest& request) {
  refuse_used_folder(request.out);
  world::check_against(request.scenario, world::load_country(request.scenario.country));
  catch_interrupts();
  ignore_write_signals();
  std::error_code error;
  fs::create_directories(request.out, error);
  if (error) throw world::InputError("--out " + request.out.string() + ": cannot make the folder: " + error.message());
  Run run(request);
  try {
    world::World world = build(run);
    simulate(run, world);
    return finish(run);
  } catch (const std::exception& failure) {
    mark_failed(run, failure.what());
    throw;
  }
}

}  // namespace experiments
