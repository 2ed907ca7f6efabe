#include "experiments/simulation.hpp"

#include <chrono>
#include <iostream>
#include <system_error>

#include "experiments/interrupt.hpp"
#include "experiments/output_file.hpp"
#include "world/month.hpp"
#include "world/numbers.hpp"
#include "world/observers/text.hpp"

namespace experiments {
namespace {

namespace fs = std::filesystem;
namespace observers = world::observers;
using Clock = std::chrono::steady_clock;

std::string elapsed_text(double seconds) {
  constexpr double short_seconds = 60;
  return seconds < short_seconds ? observers::fixed_text(seconds, 1) + " s" : duration_text(seconds);
}

observers::RunLabel label_of(const Run& run) {
  const world::Scenario& scenario = run.scenario;
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

void tell_remark(Run& run) {
  const std::string remark = run.keeper->take_remark();
  if (remark.empty()) return;
  run.progress->end();
  std::cerr << "qonys: " << remark << std::endl;  // also when quiet: somebody counts on it
}

void simulate(Run& run, world::World& world) {
  constexpr int months_between_log_lines = 12;
  Manifest& manifest = run.manifest;
  while (manifest.months_done < manifest.months && !is_interrupted()) {
    const auto started = Clock::now();
    world::PhaseSeconds phases;
    world::advance(world, run.crew, &phases);
    const double seconds = std::chrono::duration<double>(Clock::now() - started).count();
    const observers::Snapshot snapshot = observers::take_snapshot(world);
    run.recorder->record_movers(world);
    run.recorder->record_year(world);
    run.recorder->record_month(snapshot, seconds, phases.seconds);
    note_state(manifest, world);
    ++manifest.months_done;
    manifest.simulation_seconds += seconds;
    run.progress->month_done(manifest.last_month, static_cast<double>(world.n_citizens()), seconds);
    if (manifest.months_done % months_between_log_lines == 0) run.recorder->log(run.progress->line());
    if (run.keeper->is_due(manifest.months_done)) run.keeper->save(world, *run.recorder, run.crew);
    tell_remark(run);
  }
  // Before the end is written: the rows of an unfinished year are not part of what is resumed.
  run.keeper->save(world, *run.recorder, run.crew);
  run.keeper->settle(*run.recorder);
  tell_remark(run);
  run.progress->end();
}

void print_end(const Run& run, const observers::RunLabel& label, bool is_whole) {
  const std::string place = run.folder.string();
  std::cout << "\n"
            << observers::summary_table(run.recorder->summary(), label) << "\n"
            << run.manifest.months_done << " months in " << elapsed_text(run.manifest.simulation_seconds) << ", "
            << observers::fixed_text(run.progress->speed(), 1) << " million citizen-months per second; last state "
            << run.manifest.last_state_hash << "\n";
  if (is_whole)
    std::cout << "Written to " << place << "; start with summary.md.\n";
  else
    std::cout << "Interrupted; what was done is in " << place << ". "
              << (run.keeper->rules().every_months > 0
                      ? "It goes on with: qonys resume "
                      : "Nothing was saved to go on from; it begins anew with: qonys resume ")
              << place << "\n";
}

ExitCode finish(Run& run) {
  Manifest& manifest = run.manifest;
  const bool is_whole = manifest.months_done == manifest.months;
  const observers::RunLabel label = label_of(run);
  run.recorder->finish(label);
  manifest.status = is_whole ? "finished" : "interrupted";
  manifest.finished = utc_now();
  run.recorder->log(manifest.status + " after " + std::to_string(manifest.months_done) + " months, state " +
                    manifest.last_state_hash);
  write_manifest(run.folder, manifest);
  if (run.talk == Talk::progress_and_summary) print_end(run, label, is_whole);
  return is_whole ? ExitCode::ok : interrupt_code();
}

void mark_failed(Run& run, const char* error) noexcept {
  try {
    if (run.progress) run.progress->end();
    run.manifest.status = "failed";
    run.manifest.error = error;
    run.manifest.finished = utc_now();
    write_manifest(run.folder, run.manifest);
    if (run.recorder) run.recorder->log(std::string("failed: ") + error);
  } catch (...) {
    // The folder cannot be written any more: it keeps saying "running", never "finished".
  }
}

}  // namespace

Run::Run(fs::path run_folder, world::Scenario what, const RunWays& ways)
    : folder(std::move(run_folder)), talk(ways.talk), scenario(std::move(what)), crew(ways.threads, ways.ranks),
      progress(std::make_unique<Progress>(progress_style(ways.talk == Talk::nothing), scenario.n_months)) {}

std::uint64_t scenario_hash_of(const world::Scenario& scenario, const Manifest& manifest) {
  std::string tables;
  for (const InputFile& input : manifest.inputs) {
    const bool is_table = input.path.starts_with("inputs/country/") || input.path.starts_with("inputs/tables/");
    if (is_table) tables += input.path + " " + input.xxh3 + "\n";
  }
  return observers::scenario_hash(scenario, tables);
}

void open_tables(Run& run) { run.recorder = std::make_unique<Recorder>(run.folder); }
void open_tables(Run& run, const observers::Recording& recording) {
  run.recorder = std::make_unique<Recorder>(run.folder, recording, run.manifest.months_done);
}

ExitCode simulate_to_the_end(Run& run, world::World& world) {
  run.progress->begin_at(run.manifest.months_done);
  simulate(run, world);
  return finish(run);
}

ExitCode or_mark_failed(Run& run, const std::function<ExitCode()>& act) {
  try {
    return act();
  } catch (const std::exception& failure) {
    mark_failed(run, failure.what());
    throw;
  }
}

double seconds_recorded(const fs::path& timings) {
  double seconds = 0;
  const std::string text = read_whole(timings);
  for (std::size_t line = text.find('\n'); line != std::string::npos && line + 1 < text.size();
       line = text.find('\n', line + 1)) {
    const std::size_t from = text.find(',', line), to = text.find(',', from + 1);
    if (from == std::string::npos || to == std::string::npos) break;
    seconds += world::parse_number(text.substr(from + 1, to - from - 1)).value_or(0);
  }
  return seconds;
}

std::int64_t citizens_at_start(const Recorder& recorder) {
  return recorder.summary().first().total(&observers::RegionSnapshot::population_actual);
}

void note_state(Manifest& manifest, const world::World& world) {
  manifest.last_month = world::month_text(world.month);
  manifest.last_state_hash = observers::hash_text(world.hash.state);
}

}  // namespace experiments
