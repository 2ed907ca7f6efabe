// `qonys run` and `qonys rerun`.
#include <filesystem>
#include <iostream>

#include "experiments/assets.hpp"
#include "experiments/state_diff.hpp"
#include "experiments/inputs.hpp"
#include "experiments/run.hpp"
#include "experiments/verbs.hpp"
#include "world/errors.hpp"

namespace experiments {
namespace {

namespace fs = std::filesystem;

RunRequest request_of(const Options& options, world::Scenario scenario, const fs::path& out) {
  RunRequest request;
  request.scenario = std::move(scenario);
  for (const auto& [path, value] : options.sets) request.sets.push_back(path + "=" + value);
  request.out = out;
  request.threads = options.threads;
  request.ranks = options.ranks;
  request.talk = options.quiet ? Talk::nothing : Talk::progress_and_summary;
  return request;
}

}  // namespace

ExitCode run_verb(const Options& options) {
  if (options.out.empty()) throw world::InputError("run: --out DIR is missing; name a new folder for the run");
  const fs::path file = find_scenario(options.places[0]);
  return perform_run(request_of(options, world::load_scenario(file, options.sets), options.out));
}

ExitCode rerun_verb(const Options& options) {
  fs::path original = fs::path(options.places[0]).lexically_normal();
  if (!original.has_filename()) original = original.parent_path();  // "runs/a/" is "runs/a"
  const Manifest manifest = read_manifest(original);
  verify_inputs(original, manifest);
  const fs::path out = options.out.empty() ? fs::path(original.string() + "-rerun") : fs::path(options.out);
  const ExitCode ended = perform_run(request_of(options, world::load_scenario(scenario_in(original)), out));
  if (ended != ExitCode::ok) return ended;

  const StateComparison comparison = compare_states(original, out);
  if (!options.quiet) std::cout << rerun_sentence(comparison, manifest, read_manifest(out)) << "\n";
  return comparison.first_difference.empty() ? ExitCode::ok : ExitCode::runs_differ;
}

}  // namespace experiments
