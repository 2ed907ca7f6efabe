// `qonys why`: reads causes.csv of a run folder and says why people left a region.
#include <filesystem>
#include <iostream>

#include "experiments/inputs.hpp"
#include "experiments/manifest.hpp"
#include "experiments/verbs.hpp"
#include "world/country.hpp"
#include "world/errors.hpp"
#include "world/nearest.hpp"
#include "world/observers/why.hpp"
#include "world/scenario.hpp"

namespace experiments {
namespace {

namespace fs = std::filesystem;
namespace observers = world::observers;

int region_of(const std::string& asked, const std::vector<std::string>& iso) {
  if (asked.empty()) throw world::InputError("why: --region is missing; name a region by its code, such as --region " + iso.front());
  for (std::size_t r = 0; r < iso.size(); ++r) {
    if (iso[r] == asked) return static_cast<int>(r);
  }
  throw world::InputError("why: --region is '" + asked + "'; the run has no such region" + world::did_you_mean(asked, iso));
}

/// The months of the years read that the run holds.
void set_period(observers::WhyLabel& label, const observers::Leaving& leaving, const Manifest& manifest,
                const fs::path& folder) {
  const std::string where = (folder / manifest_name).string();
  const int first = leaving.first_year * 12, last = leaving.last_year * 12 + 11;
  label.first_month = std::max(first, world::parse_month(manifest.start, where + ": start"));
  label.last_month = std::min(last, world::parse_month(manifest.last_month, where + ": last_month"));
}

}  // namespace

ExitCode why_verb(const Options& options) {
  const fs::path folder = options.places[0];
  const Manifest manifest = read_manifest(folder);
  if (options.from > 0 && options.to > 0 && options.from > options.to) {
    throw world::InputError("why: --from is " + std::to_string(options.from) + ", after --to " + std::to_string(options.to) +
                            "; give the earlier year first");
  }
  const world::Scenario scenario = world::load_scenario(scenario_in(folder));
  const world::Country country = world::load_country(scenario.country);
  std::vector<std::string> iso;
  for (const world::Region& region : country.regions) iso.push_back(region.iso);
  const int region = region_of(options.region, iso);
  const observers::Leaving leaving =
      observers::read_leaving(folder / observers::causes_columns().file, iso, region, options.from, options.to);
  observers::WhyLabel label{.scenario = manifest.scenario,
                            .scale = manifest.scale,
                            .seed = std::to_string(manifest.seed),
                            .people_per_agent = manifest.people_per_agent,
                            .income_weight = scenario.parameters.migration.wage_weight};
  set_period(label, leaving, manifest, folder);
  std::cout << observers::why_page(leaving, country.regions, label, options.language);
  return ExitCode::ok;
}

}  // namespace experiments
