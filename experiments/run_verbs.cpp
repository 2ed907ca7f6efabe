// `qonys run`, `resume`, `branch` and `rerun`.
#include <filesystem>
#include <iostream>

#include "experiments/assets.hpp"
#include "experiments/branch.hpp"
#include "experiments/inputs.hpp"
#include "experiments/restart.hpp"
#include "experiments/resume.hpp"
#include "experiments/run.hpp"
#include "experiments/state_diff.hpp"
#include "experiments/verbs.hpp"
#include "world/errors.hpp"

namespace experiments {
namespace {

namespace fs = std::filesystem;

RunWays ways_of(const Options& options) {
  RunWays ways;
  ways.threads = options.threads;
  ways.ranks = options.ranks;
  ways.talk = options.quiet ? Talk::nothing : Talk::progress_and_summary;
  ways.checkpoints = {.every_months = options.checkpoint_every, .keep = options.keep, .compress = options.compress};
  return ways;
}

std::vector<std::string> texts_of(const Options& options) {
  std::vector<std::string> texts;
  for (const auto& [path, value] : options.sets) texts.push_back(path + "=" + value);
  return texts;
}

}  // namespace

ExitCode run_verb(const Options& options) {
  if (options.out.empty()) throw world::InputError("run: --out DIR is missing; name a new folder for the run");
  const fs::path file = find_scenario(options.places[0]);
  return perform_run({.scenario = world::load_scenario(file, options.sets),
                      .sets = texts_of(options),
                      .out = options.out,
                      .ways = ways_of(options)});
}

ExitCode resume_verb(const Options& options) {
  return perform_resume({.folder = run_path(options.places[0]),
                         .months = options.months,
                         .is_from_start = options.from_start,
                         .ways = ways_of(options)});
}

ExitCode branch_verb(const Options& options) {
  if (options.at.empty())
    throw world::InputError("branch: --at YYYY-MM is missing; name the last month that both runs share");
  if (options.out.empty()) throw world::InputError("branch: --out DIR is missing; name a new folder for the branch");
  BranchRequest request{.parent = run_path(options.places[0]),
                        .at = options.at,
                        .sets = options.sets,
                        .policies = {},
                        .out = options.out,
                        .ways = ways_of(options)};
  for (const std::string& policy : options.policies) request.policies.push_back(find_scenario(policy));
  return perform_branch(request);
}

ExitCode rerun_verb(const Options& options) {
  const fs::path original = run_path(options.places[0]);
  const HeldRun held = read_run(original);
  const fs::path out =
      options.out.empty() ? fs::path(fs::weakly_canonical(original).string() + "-rerun") : fs::path(options.out);
  const ExitCode ended =
      held.manifest.branched_at.empty()
          ? perform_run({.scenario = held.scenario, .sets = held.manifest.sets, .out = out, .ways = ways_of(options)})
          : repeat_branch(original, out, ways_of(options));
  if (ended != ExitCode::ok) return ended;

  const StateComparison comparison = compare_states(original, out);
  if (!options.quiet) std::cout << rerun_sentence(comparison, held.manifest, read_manifest(out)) << "\n";
  return comparison.first_difference.empty() ? ExitCode::ok : ExitCode::runs_differ;
}

}  // namespace experiments
