#include "experiments/branch.hpp"

#include <algorithm>
#include <chrono>
#include <iostream>
#include <system_error>

#include "experiments/branch_changes.hpp"
#include "experiments/inputs.hpp"
#include "experiments/interrupt.hpp"
#include "experiments/output_file.hpp"
#include "experiments/run_lock.hpp"
#include "experiments/simulation.hpp"
#include "experiments/start.hpp"
#include "experiments/state_diff.hpp"
#include "world/build.hpp"
#include "world/errors.hpp"
#include "world/month.hpp"
#include "world/observers/synthesis_text.hpp"
#include "world/observers/text.hpp"

namespace experiments {
namespace {

namespace fs = std::filesystem;
namespace observers = world::observers;

/// A signal came while the past was lived through again.
struct Interrupted {};

/// What the past of a branch is made of.
struct Past {
  HeldRun parent;
  agents::Month until = 0;
  std::optional<Restart> restart;
};

agents::Month month_asked(const HeldRun& parent, const std::string& at) {
  const std::string where = "branch: --at";
  const agents::Month month = world::parse_month(at, where);
  const agents::Month first = parent.manifest.branched_at.empty()
                                  ? parent.scenario.start
                                  : world::parse_month(parent.manifest.branched_at, "manifest.toml: branched_at");
  const agents::Month last = parent.scenario.start + parent.scenario.n_months - 1;
  if (month < first || month > last) {
    throw world::InputError(where + " is " + at + "; allowed " + world::month_text(first) + " to " +
                            world::month_text(last) + " of " + parent.folder.string());
  }
  return month;
}

world::Scenario scenario_of(const HeldRun& parent, const BranchRequest& request) {
  for (const auto& [path, value] : request.sets) {
    if (path != "country" && !path.starts_with("tables.")) continue;
    throw world::InputError("branch: '" + path + "' is '" + value +
                            "'; tables cannot be changed under way: start a new run with them");
  }
  world::Scenario branch = world::load_scenario(scenario_in(parent.folder), request.sets);
  const bool has_length =
      std::any_of(request.sets.begin(), request.sets.end(), [](const auto& set) { return set.first == "months"; });
  if (!has_length) branch.n_months = parent.scenario.n_months;
  for (const fs::path& file : request.policies) world::add_policies(branch, file);
  return branch;
}

/// The parent's tables, as far as the checkpoint knows them, for the recorder to go on with.
void copy_past(const fs::path& from, const fs::path& to, const observers::Recording& recording) {
  for (const observers::FileMark& mark : recording.files) {
    const std::string text = read_whole(from / mark.name);
    write_whole(to / mark.name, std::string_view(text).substr(0, mark.bytes));
  }
  for (const char* name : {"synthesis.md", "timings.csv"}) {
    std::error_code ignored;
    if (fs::exists(from / name, ignored)) write_whole(to / name, read_whole(from / name));
  }
}

/// The world at the end of `until`, with the tables of `run` recorded up to there.
world::World relive(Run& run, Past& past) {
  world::World world;
  if (past.restart) {
    copy_past(past.parent.folder, run.folder, past.restart->recording);
    run.manifest.months_done = past.restart->head.months_done();
    open_tables(run, past.restart->recording);
    world = std::move(past.restart->world);
  } else {
    open_tables(run);
    run.progress->say("no checkpoint of " + past.parent.folder.string() +
                      " to begin with: simulating its past anew ...");
    world::SynthesisReport report;
    world = world::build_world(past.parent.scenario, past.parent.country, run.crew, &report);
    write_whole(run.folder / "synthesis.md", observers::synthesis_markdown(report));
    run.recorder->record_start(observers::take_snapshot(world));
  }
  while (world.month < past.until) {
    if (is_interrupted()) throw Interrupted{};
    world::PhaseSeconds phases;
    const auto started = std::chrono::steady_clock::now();
    world::advance(world, run.crew, &phases);
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count();
    run.recorder->record_movers(world);
    run.recorder->record_year(world);
    run.recorder->record_month(observers::take_snapshot(world), seconds, phases.seconds);
    ++run.manifest.months_done;
  }
  return world;
}

/// The parent's own hash of that month, if it got so far, must be the one of the state the branch begins with.
void check_against_parent(const world::World& world, const HeldRun& parent) {
  const std::string month = world::month_text(world.month);
  const std::string hash = observers::hash_text(world.hash.state);
  const std::string recorded = recorded_hash(parent.folder, month);
  if (recorded.empty() || recorded == hash) return;
  throw world::InputError(
      parent.folder.string() + ": has state " + recorded + " in " + month + ", this program comes to " + hash +
      "; use the program that made it: " + parent.manifest.version + " (" + parent.manifest.sources + ")");
}

void write_start(Run& run, const world::World& world) {
  const fs::path file = branch_start_in(run.folder);
  fs::path unfinished = file;
  unfinished += ".unfinished";
  observers::write_checkpoint(unfinished, world, run.recorder->recording(), this_program(),
                              scenario_hash_of(run.scenario, run.manifest), observers::Codec::raw, run.crew);
  run.recorder->sync();
  observers::rename_durably(unfinished, file);
}

/// Everything up to the month in which the branch goes its own way; its folder can be resumed afterwards.
world::World begin_branch(Run& run, Past& past, const world::Scenario& branch) {
  write_run_inputs(run, branch);
  world::World world = relive(run, past);
  check_against_parent(world, past.parent);
  note_state(run.manifest, world);
  run.manifest.citizens_at_start = citizens_at_start(*run.recorder);
  run.manifest.simulation_seconds = seconds_recorded(run.folder / "timings.csv");
  run.manifest.branched_from = past.parent.folder.string();
  run.manifest.branched_at = run.manifest.last_month;
  run.manifest.branched_state = run.manifest.last_state_hash;
  write_start(run, world);
  run.manifest.inputs.push_back(hashed_input(run.folder, branch_start));
  commit(run);
  return world;
}

ExitCode begin(Past& past, const world::Scenario& branch, const std::vector<std::string>& sets, const fs::path& out,
               const RunWays& ways) {
  const RunLock lock(out);
  clear_killed_start(out);
  Run run(out, branch, ways);
  run.manifest = new_manifest(branch, sets, run.crew);
  static_cast<void>(rules_of(ways.checkpoints, run.manifest));  // for who resumes it
  world::World world;
  try {
    or_leave_nothing(out, [&] { world = begin_branch(run, past, branch); });
  } catch (const Interrupted&) {
    std::cerr << "qonys: branch: interrupted before " << world::month_text(past.until) << "; nothing is kept"
              << std::endl;
    return interrupt_code();
  }
  return or_mark_failed(run, [&] {
    const std::string line = "branched off " + past.parent.folder.string() + " after " + run.manifest.branched_at +
                             ", state " + run.manifest.branched_state;
    run.recorder->log(line);
    run.progress->say(line);
    set_keeper(run, ways);
    world.scenario = run.scenario;
    return simulate_to_the_end(run, world);
  });
}

std::vector<std::string> texts_of(const BranchRequest& request) {
  std::vector<std::string> texts;
  for (const auto& [path, value] : request.sets) texts.push_back(path + "=" + value);
  for (const fs::path& file : request.policies) texts.push_back("policy " + file.string());
  return texts;
}

}  // namespace

ExitCode perform_branch(const BranchRequest& request) {
  catch_interrupts();
  ignore_write_signals();
  refuse_used_folder(request.out);
  Past past;
  past.parent = read_run(request.parent);
  past.until = month_asked(past.parent, request.at);
  const world::Scenario branch = scenario_of(past.parent, request);
  check_branch(past.parent.scenario, branch, past.parent.country, past.until);
  const world::Crew crew(request.ways.threads, request.ways.ranks);
  std::vector<std::string> passed_over;
  past.restart = newest_restart(past.parent, past.until, crew, passed_over);
  for (const std::string& line : passed_over) std::cerr << "qonys: " << line << std::endl;
  if (past.restart) {
    const std::string other = other_program(past.restart->head);
    if (!other.empty()) std::cerr << "qonys: " << other << std::endl;
  } else if (!past.parent.manifest.branched_at.empty()) {
    throw world::InputError(branch_start_in(request.parent).string() +
                            ": cannot be used, and a branch has no other start");
  }
  make_run_folder(request.out);
  return begin(past, branch, texts_of(request), request.out, request.ways);
}

ExitCode repeat_branch(const fs::path& original, const fs::path& out, const RunWays& ways) {
  catch_interrupts();
  ignore_write_signals();
  refuse_used_folder(out);
  Past past;
  past.parent = read_run(original);
  past.until = world::parse_month(past.parent.manifest.branched_at, "manifest.toml: branched_at");
  const world::Crew crew(ways.threads, ways.ranks);
  std::vector<std::string> passed_over;
  past.restart = newest_restart(past.parent, past.until, crew, passed_over);
  if (!past.restart)
    throw world::InputError(passed_over.empty() ? branch_start_in(original).string() + ": missing"
                                                : passed_over.front());
  make_run_folder(out);
  return begin(past, past.parent.scenario, past.parent.manifest.sets, out, ways);
}

}  // namespace experiments
