#include "experiments/start.hpp"

#include <chrono>

#include "experiments/output_file.hpp"
#include "world/build.hpp"
#include "world/country.hpp"
#include "world/observers/synthesis_text.hpp"
#include "world/observers/text.hpp"

namespace experiments {

namespace observers = world::observers;
using Clock = std::chrono::steady_clock;

void set_keeper(Run& run, const RunWays& ways) {
  run.keeper = std::make_unique<CheckpointKeeper>(run.folder, rules_of(ways.checkpoints, run.manifest), this_program(),
                                                  scenario_hash_of(run.scenario, run.manifest));
}

ExitCode start_afresh(Run& run, const RunWays& ways) {
  open_tables(run);
  set_keeper(run, ways);
  const world::Country country = world::load_country(run.scenario.country);
  run.recorder->log("building the population of " + run.scenario.name);
  run.progress->say("building the population ...");
  const auto started = Clock::now();
  world::SynthesisReport report;
  world::World world = world::build_world(run.scenario, country, run.crew, &report);
  run.manifest.synthesis_seconds = std::chrono::duration<double>(Clock::now() - started).count();
  run.manifest.citizens_at_start = world.n_citizens();
  const std::string done = observers::grouped_text(static_cast<double>(world.n_citizens())) + " agents in " +
                           std::to_string(country.n_regions()) + " regions, built in " +
                           observers::fixed_text(run.manifest.synthesis_seconds, 1) + " s";
  run.recorder->log(done);
  run.progress->say(done + "; " + std::to_string(run.manifest.months) + " months on " +
                    std::to_string(run.crew.n_threads()) + (run.crew.n_threads() == 1 ? " thread" : " threads"));
  write_whole(run.folder / "synthesis.md", observers::synthesis_markdown(report));
  run.recorder->record_start(observers::take_snapshot(world));
  note_state(run.manifest, world);
  return simulate_to_the_end(run, world);
}

}  // namespace experiments
