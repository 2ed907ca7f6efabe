// `qonys causes`: what the flows of migration that a run expects next owe to
// each cause, from its newest checkpoint. Simulates nothing.
#include <filesystem>
#include <iostream>

#include "experiments/output_file.hpp"
#include "experiments/restart.hpp"
#include "experiments/verbs.hpp"
#include "world/attribution.hpp"
#include "world/errors.hpp"
#include "world/nearest.hpp"
#include "world/observers/attribution_page.hpp"

namespace experiments {
namespace {

namespace observers = world::observers;

int region_of(const std::string& asked, const world::Country& country) {
  const int region = country.region_of(asked);
  if (region >= 0) return region;
  std::vector<std::string> iso;
  for (const world::Region& known : country.regions) iso.push_back(known.iso);
  throw world::InputError("causes: --region is '" + asked + "'; the run has no such region" +
                          world::did_you_mean(asked, iso));
}

}  // namespace

ExitCode causes_verb(const Options& options) {
  const HeldRun run = read_run(run_path(options.places[0]));
  const int region = options.region.empty() ? -1 : region_of(options.region, run.country);
  const world::Crew crew(options.threads);
  std::vector<std::string> passed_over;
  std::optional<Restart> state = newest_restart(run, run.month_after(run.scenario.n_months), crew, passed_over);
  for (const std::string& why : passed_over) std::cerr << "qonys: causes: passed over " << why << "\n";
  if (!state) {
    throw world::InputError("causes: " + run.folder.string() +
                            " has no whole checkpoint; let the run keep one: qonys run --checkpoint-every 12");
  }
  const world::FlowAttribution all = world::attribute_next_month(state->world, crew);
  const observers::AttributionLabel label{.scenario = run.manifest.scenario,
                                          .scale = run.manifest.scale,
                                          .seed = std::to_string(run.manifest.seed),
                                          .month = state->world.month,
                                          .people_per_agent = run.manifest.people_per_agent};
  if (!options.out.empty()) write_whole(options.out, observers::attribution_csv(all, run.country.regions, label));
  std::cout << (region < 0 ? observers::attribution_page(all, run.country.regions, label, options.language)
                           : observers::attribution_page(all, run.country.regions, region, label, options.language));
  return ExitCode::ok;
}

}  // namespace experiments
