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
namespace observers = world::observers;

std::string months_text(int months) { return std::to_string(months) + (months == 1 ? " month" : " months"); }

/// Whole months in months.csv, which is written last.
int months_recorded(const fs::path& folder) {
  std::error_code ignored;
  if (!fs::exists(folder / "months.csv", ignored)) return 0;
  const std::string text = read_whole(folder / "months.csv");
  return std::max(0, static_cast<int>(std::count(text.begin(), text.end(), '\n')) - 2);  // header and start
}

/// How many months the folder knows of, by any of its signs: fewer cannot be asked for.
int months_known(const HeldRun& run) {
  const std::vector<fs::path> saved = checkpoints_of(run.folder);
  const int in_saved = saved.empty() ? 0 : month_of_checkpoint(saved.front()) - run.scenario.start + 1;
  const int in_manifest = run.manifest.status == "running" ? 0 : run.manifest.months_done;
  return std::max({months_recorded(run.folder), in_manifest, in_saved});
}

/// A damaged checkpoint is put aside, so that it is neither met again nor counted among those kept.
void set_aside(const std::vector<fs::path>& damaged, const fs::path& folder) {
  for (const fs::path& file : damaged) {
    if (file == branch_start_in(folder)) continue;
    fs::path aside = file;
    aside += ".unusable";
    std::error_code ignored;
    fs::rename(file, aside, ignored);
  }
}

/// Summaries of an end that is not the end any more.
void remove_old_end(const fs::path& folder) {
  for (const observers::Language language : observers::languages) {
    std::error_code ignored;
    fs::remove(folder / observers::summary_file_name(language), ignored);
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

/// The manifest of a run that goes on from `restart`, or from its start by this program.
void renew_manifest(Run& run, const ResumeRequest& request, const std::optional<Restart>& restart) {
  Manifest& manifest = run.manifest;
  if (!restart) {
    Manifest fresh = new_manifest(run.scenario, manifest.sets, run.crew);
    fresh.scenario_file = manifest.scenario_file;
    fresh.scenario_xxh3 = manifest.scenario_xxh3;
    fresh.inputs = manifest.inputs;
    fresh.resumes = manifest.resumes;
    fresh.checkpoint_every = manifest.checkpoint_every;
    fresh.checkpoint_keep = manifest.checkpoint_keep;
    fresh.checkpoint_zstd = manifest.checkpoint_zstd;
    manifest = fresh;
  }
  ++manifest.resumes;
  manifest.status = "running";
  manifest.error.clear();
  manifest.finished.clear();
  manifest.months = run.scenario.n_months;
  manifest.threads = run.crew.n_threads();
  manifest.ranks = run.crew.n_ranks();
  manifest.months_done = restart ? restart->head.months_done() : 0;
  static_cast<void>(rules_of(request.ways.checkpoints, manifest));
  write_manifest(run.folder, manifest);
}

ExitCode go_on_from(Run& run, const ResumeRequest& request, Restart& restart) {
  open_tables(run, restart.recording);
  set_keeper(run, request.ways);
  const std::string other = other_program(restart.head);
  if (!other.empty()) {
    run.manifest.resumed_by = this_program().version + " (" + this_program().sources + ")";
    tell(run, other, true);
  }
  run.manifest.simulation_seconds = seconds_recorded(run.folder / "timings.csv");
  note_state(run.manifest, restart.world);
  run.manifest.citizens_at_start = citizens_at_start(*run.recorder);
  tell(run,
       "resuming " + run.folder.string() + " after " + world::month_text(restart.world.month) + ", " +
           std::to_string(run.manifest.months_done) + " of " + months_text(run.manifest.months) + " done, from " +
           restart.file.filename().string() + "; state " + run.manifest.last_state_hash,
       false);
  restart.recording = {};
  return simulate_to_the_end(run, restart.world);
}

/// Beginning anew overwrites what is there: without being asked only where nothing was saved and nothing is finished.
void refuse_to_begin_anew(const HeldRun& held, const ResumeRequest& request,
                          const std::vector<std::string>& passed_over) {
  const std::string folder = request.folder.string();
  if (!held.manifest.branched_at.empty()) {
    throw world::InputError(passed_over.empty()
                                ? branch_start_in(request.folder).string() + ": missing; a branch has no other start"
                                : passed_over.back());
  }
  const bool is_plain_kill = passed_over.empty() && held.manifest.status != "finished";
  if (is_plain_kill || request.is_from_start) return;
  throw world::InputError((passed_over.empty() ? folder + ": has no checkpoint to go on from" : passed_over.front()) +
                          "; put back what is missing, or write everything anew: qonys resume " + folder +
                          " --from-start");
}

}  // namespace

ExitCode perform_resume(const ResumeRequest& request) {
  catch_interrupts();
  ignore_write_signals();
  // Nothing is locked or made in a folder that is no run, and the mark of a killed start stays.
  if (is_killed_start(request.folder))
    static_cast<void>(read_run(request.folder));
  else
    static_cast<void>(read_manifest(request.folder));
  const RunLock lock(request.folder);
  HeldRun held = read_run(request.folder);
  if (request.months > 0) held.scenario.n_months = request.months;
  const int asked = held.scenario.n_months;
  const bool is_finished = held.manifest.status == "finished";
  if (is_finished && held.manifest.months_done == asked && !request.is_from_start) {
    if (request.ways.talk == Talk::progress_and_summary) {
      std::cout << request.folder.string() << " is finished: " << months_text(asked) << ", state "
                << held.manifest.last_state_hash << ". To go on: qonys resume " << request.folder.string()
                << " --months N\n";
    }
    return ExitCode::ok;
  }
  const int known = months_known(held);
  if (asked < known) {
    throw world::InputError("resume: --months is " + std::to_string(asked) + ", but " + request.folder.string() +
                            " has " + months_text(known) + " already; allowed that or more");
  }
  Run run(request.folder, held.scenario, request.ways);
  run.manifest = held.manifest;
  std::vector<std::string> passed_over;
  std::vector<fs::path> damaged;
  std::optional<Restart> restart;
  if (!request.is_from_start) restart = newest_restart(held, held.month_after(asked), run.crew, passed_over, &damaged);
  if (!restart) refuse_to_begin_anew(held, request, passed_over);
  return or_mark_failed(run, [&] {
    renew_manifest(run, request, restart);
    remove_unfinished(run.folder);
    remove_old_end(run.folder);
    set_aside(restart ? damaged : checkpoints_of(run.folder), run.folder);
    for (const std::string& line : passed_over) tell(run, line, true);
    if (restart) return go_on_from(run, request, *restart);
    tell(run, "resuming " + run.folder.string() + " from its start: nothing was saved", false);
    return start_afresh(run, request.ways);
  });
}

}  // namespace experiments
