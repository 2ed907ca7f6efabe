// `qonys compare`: what scenario B changes against scenario A.
#include <algorithm>
#include <filesystem>
#include <iostream>
#include <system_error>

#include "experiments/assets.hpp"
#include "experiments/build_info.hpp"
#include "experiments/inputs.hpp"
#include "experiments/interrupt.hpp"
#include "experiments/output_file.hpp"
#include "experiments/pairs.hpp"
#include "experiments/run.hpp"
#include "experiments/scenario_diff.hpp"
#include "experiments/verbs.hpp"
#include "world/errors.hpp"
#include "world/nearest.hpp"
#include "world/observers/comparison_tables.hpp"

namespace experiments {
namespace {

namespace fs = std::filesystem;
namespace observers = world::observers;

/// The region of --relieve, or the country's capital.
int relieved_region(const Options& options, const world::Country& country) {
  std::vector<std::string> known;
  for (int region = 0; region < country.n_regions(); ++region) {
    const world::Region& one = country.regions[static_cast<std::size_t>(region)];
    if (options.relieve.empty() ? one.is_capital : one.iso == options.relieve) return region;
    known.push_back(one.iso);
  }
  if (options.relieve.empty()) {
    throw world::InputError("compare: --relieve ISO is missing: " + (country.folder / "roles.csv").string() +
                            " gives no region the role capital; name one, such as --relieve " + known.front());
  }
  throw world::InputError("compare: --relieve is '" + options.relieve + "'; allowed are the regions of the country" +
                          world::did_you_mean(options.relieve, known));
}

observers::SideLabel side_of(const world::Scenario& scenario) {
  return {.name = scenario.name, .title = scenario.title, .title_kk = scenario.title_kk, .title_ru = scenario.title_ru};
}

/// Each value once, rising.
std::vector<double> additionality_of(const PairsRequest& request) {
  std::vector<double> values;
  for (const world::Policies* policies : {&request.a.policies, &request.b.policies}) {
    for (const world::JobPackage& package : policies->job_packages) values.push_back(package.additionality);
    for (const world::GrowthCentre& centre : policies->growth_centres) values.push_back(centre.additionality);
  }
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
  return values;
}

observers::ComparisonLabel label_of(const PairsRequest& request, int relieved) {
  const BuildInfo build = build_info();
  const ScenarioDifference difference = difference_of(request.a, request.b, request.country);
  return {.a = side_of(request.a),
          .b = side_of(request.b),
          .scale = std::to_string(request.a.scale.agents) + ":" + std::to_string(request.a.scale.people),
          .start = request.a.start,
          .n_months = request.a.n_months,
          .n_pairs_asked = request.n_pairs,
          .regions = request.country.regions,
          .relieved = relieved,
          .places = difference.places,
          .settings = difference.settings,
          .policies_start = difference.policies_start,
          .additionality = additionality_of(request),
          .wage_weight = request.a.parameters.migration.wage_weight,
          .public_share_of_job_investment = request.a.parameters.accounts.public_share_of_job_investment,
          .discount_per_year = request.a.parameters.accounts.discount_per_year,
          .value_year = static_cast<int>(request.a.parameters.accounts.value_year),
          .made_by = "qonys " + build.version + " (" + build.sources + ")"};
}

void write_folder(const fs::path& out, const PairsRequest& request, const observers::Comparison& comparison) {
  write_compared_inputs(out, request.a, request.b);
  write_whole(out / observers::comparison_columns().file, observers::comparison_csv(comparison));
  write_whole(out / observers::pairs_columns().file, observers::pairs_csv(comparison));
  for (const observers::Language language : observers::languages) {
    write_whole(out / observers::comparison_file_name(language), observers::comparison_markdown(comparison, language));
  }
}

}  // namespace

ExitCode compare_verb(const Options& options) {
  PairsRequest request{.a = world::load_scenario(find_scenario(options.places[0]), options.sets),
                       .b = world::load_scenario(find_scenario(options.places[1]), options.sets),
                       .country = {},
                       .n_pairs = options.seeds,
                       .threads = options.threads,
                       .ranks = options.ranks,
                       .quiet = options.quiet};
  refuse_unlike(request.a, request.b);
  request.country = world::load_country(request.a.country);
  world::check_against(request.a, request.country);
  world::check_against(request.b, request.country);
  const int relieved = relieved_region(options, request.country);
  const fs::path out = options.out;
  if (!out.empty()) {
    refuse_used_folder(out);
    std::error_code error;
    fs::create_directories(out, error);
    if (error) throw world::InputError("--out " + out.string() + ": cannot make the folder: " + error.message());
  }
  catch_interrupts();
  ignore_write_signals();

  std::vector<observers::RunPair> pairs = run_pairs(request);
  if (pairs.empty()) {
    std::cerr << "qonys: interrupted before the first pair was complete; nothing is written\n";
    return ExitCode::interrupted;
  }
  const observers::Comparison comparison(label_of(request, relieved), std::move(pairs));
  if (!options.quiet) std::cout << observers::comparison_table(comparison, options.language);
  if (!out.empty()) write_folder(out, request, comparison);
  if (!out.empty() && !options.quiet) {
    std::cout << "\n" << (out / observers::comparison_file_name(options.language)).string() << "\n";
  }
  return comparison.n_pairs() == request.n_pairs ? ExitCode::ok : ExitCode::interrupted;
}

}  // namespace experiments
