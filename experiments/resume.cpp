#include "experiments/resume.hpp"

#include <algorithm>
#include <iostream>
#include <system_error>

#include "experiments/interrupt.hpp"
#include "experiments/output_file.hpp"
#include "experiments/restart.hpp"
#include "experiments/run_lock.hpp"
#include "experiments/simulation.hpp"
#include "experiments/start.hpp"
#include "world/errors.hpp"
#include "world/numbers.hpp"
#include "world/observers/text.hpp"

namespace experiments {
namespace {

namespace fs = std::filesystem;

std::string months_text(int months) { return std::to_string(months) + (months == 1 ? " month" : " months"); }

/// Seconds of all months in timings.csv, those of processes that were killed too.
double seconds_in(const fs::path& timings) {
  double seconds = 0;
  const std::string text = read_whole(timings);
  for (std::size_t line = text.find('\n'); line != std::string::npos && line + 1 < text.size(); line = text.find('\n', line + 1)) {
    const std::size_t from = text.find(',', line), to = text.find(',', from + 1);
    if (from == std::string::npos || to == std::string::npos) break;
    seconds += world::parse_number(text.substr(from + 1, to - from - 1)).value_or(0);
  }
  return seconds;
}

/// Whole months in months.csv, which is written last.
int months_recorded(const fs::path& folder) {
  std::error_code ignored;
  if (!fs::exists(folder / "months.csv", ignored)) return 0;
  const std::string text = read_whole(folder / "months.csv");
  return std::max(0, static_cast<int>(std::count(text.begin(), text.end(), '\n')) - 2);   // header and start
}

/// A checkpoint that cannot be used is put aside, so that it is neither met again nor counted among those kept.
void set_aside(const fs::path& folder, agents::Month from) {
  for (const fs::path& file : checkpoints_of(folder)) {
    if (month_of_checkpoint(file) <= from) return;
    fs::path aside = file;
    aside += ".unusable";
    std::error_code ignored;
    fs::rename(file, aside, ignored);
  }
}

void remove_unfinished(const fs::path& folder) {
  std::error_code error;
  for (const fs::directory_entry& entry : fs::directory_iterator(checkpoint_folder(folder), error)) {
    std::error_code ignored;
    if (entry.path().extension() == ".unfinished") fs::remove(entry.path(), ignored);
  }
}

void tell(Run& run, const std::string& line, bool is_warning) {
  if (run.recorder) run.recorder->log(line);
  if (run.talk == Talk::progress_and_summary || is_warning) {
    run.progress->end();
    std::cerr << (is_warning ? "qonys: " : "") << line << std::endl;
  }
}

ExitCode go_on(Run& run, const ResumeRequest& request, std::optional<Restart>& restart,
               const std::vector<std::string>& passed_over) {
  ++run.manifest.resumes;
  run.manifest.status = "running";
  run.manifest.error.clear();
  run.manifest.finished.clear();
  run.manifest.months = run.scenario.n_months;
  run.manifest.threads = run.crew.n_threads();
  run.manifest.ranks = run.crew.n_ranks();
  static_cast<void>(rules_of(request.ways.checkpoints, run.manifest));
  run.manifest.months_done = restart ? restart->head.months_done() : 0;
  write_manifest(run.folder, run.manifest);
  remove_unfinished(run.folder);
  set_aside(run.folder, restart ? restart->world.month : run.scenario.start - 1);
  if (!restart) {
    run.manifest.simulation_seconds = 0;
    for (const std::string& line : passed_over) tell(run, line, true);
    tell(run, "resuming " + run.folder.string() + " from its start: nothing that was saved can be used", false);
    return start_afresh(run, request.ways);
  }
  open_tables(run, restart->recording);
  set_keeper(run, request.ways);
  for (const std::string& line : passed_over) tell(run, line, true);
  const std::string other = other_program(restart->head);
  if (!other.empty()) {
    run.manifest.resumed_by = this_program().version + " (" + this_program().sources + ")";
    tell(run, other, true);
  }
  run.manifest.simulation_seconds = seconds_in(run.folder / "timings.csv");
  note_state(run.manifest, restart->world);
  run.manifest.citizens_at_start = citizens_at_start(*run.recorder);
  tell(run,
       "resuming " + run.folder.string() + " after " + world::month_text(restart->world.month) + ", " +
           std::to_string(run.manifest.months_done) + " of " + months_text(run.manifest.months) + " done, from " +
           restart->file.filename().string() + "; state " + run.manifest.last_state_hash,
       false);
  restart->recording = {};
  return simulate_to_the_end(run, restart->world);
}

}  // namespace

ExitCode perform_resume(const ResumeRequest& request) {
  HeldRun held = read_run(request.folder);
  const RunLock lock(request.folder);
  held = read_run(request.folder);   // what another process changed before it let go
  if (request.months > 0) held.scenario.n_months = request.months;
  const int asked = held.scenario.n_months;
  const bool is_finished = held.manifest.status == "finished";
  if (is_finished && held.manifest.months_done == asked) {
    if (request.ways.talk == Talk::progress_and_summary) {
      std::cout << request.folder.string() << " is finished: " << months_text(asked) << ", state "
                << held.manifest.last_state_hash << ". To go on: qonys resume " << request.folder.string()
                << " --months N\n";
    }
    return ExitCode::ok;
  }
  const int recorded = months_recorded(request.folder);
  if (asked < recorded) {
    throw world::InputError("resume: --months is " + std::to_string(asked) + ", but " + request.folder.string() + " has " +
                            months_text(recorded) + " already; allowed that or more");
  }
  catch_interrupts();
  ignore_write_signals();
  Run run(request.folder, held.scenario, request.ways);
  run.manifest = held.manifest;
  std::vector<std::string> passed_over;
  std::optional<Restart> restart = newest_restart(held, held.month_after(asked), run.crew, passed_over);
  return or_mark_failed(run, [&] { return go_on(run, request, restart, passed_over); });
}

}  // namespace experiments
