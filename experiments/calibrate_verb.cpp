// `qonys calibrate`: the search, its trial years, the other terms it is held
// against, and the folder with the result.
#include <cmath>
#include <filesystem>
#include <iostream>
#include <string>
#include <system_error>

#include "experiments/assets.hpp"
#include "experiments/build_info.hpp"
#include "experiments/calibration_report.hpp"
#include "experiments/inputs.hpp"
#include "experiments/output_file.hpp"
#include "experiments/run.hpp"
#include "experiments/verbs.hpp"
#include "world/build.hpp"
#include "world/errors.hpp"
#include "world/numbers.hpp"
#include "world/observers/fingerprint.hpp"
#include "world/observers/text.hpp"
#include "world/phases.hpp"

namespace experiments {
namespace {

namespace fs = std::filesystem;
using world::Calibration;
using world::CalibrationTerms;
using world::observers::fixed_text;

constexpr int usual_rounds = 5;
constexpr double steady_enough = 0.003;   // relative change of the ratio that ends the rounds
constexpr int trial_years = 3;
constexpr const char* ratio_record = "actual_per_registered";

/// What every step needs.
struct Bench {
  const Options& options;
  world::Scenario scenario;
  world::Country country;
  std::string scenario_hash;   // of the resolved scenario
  world::Crew crew;
  world::World world;
  world::HeadTypes heads;
  CalibrationTerms terms;

  void say(const std::string& what) const {
    if (!options.quiet) std::cerr << what << std::endl;
  }
};

Calibration as_it_is(Bench& bench, double ratio) {
  Calibration held;
  held.values = world::free_values(bench.world);
  std::vector<double> constants;
  for (const world::FreeValue& value : held.values) {
    if (value.kind == world::FreeValue::Kind::place_constant) constants.push_back(value.value);
  }
  held.place_sd_found = world::standard_deviation(constants);
  held.fit = world::fit_of(world::expected_registrations(bench.world, bench.heads, ratio, bench.crew), bench.country);
  return held;
}

// The ratio that the calibration in force was made with, to judge it by; else, and for
// a search, the steady one: a search must not depend on what was found before.
double first_ratio(const Bench& bench) {
  for (const auto& [name, what] : world::calibration_records(bench.country.folder)) {
    if (name != ratio_record || !bench.options.hold) continue;
    if (const auto value = world::parse_number(what); value && *value > 0) return *value;
  }
  return world::steady_actual_per_registered(bench.scenario.parameters.registration);
}

// Fit, try, correct the moves that stand behind a registered one, and fit again.
void search(Bench& bench, CalibrationStory& story) {
  const int rounds = bench.options.rounds > 0 ? bench.options.rounds : usual_rounds;
  for (int round = 0;; ++round) {
    story.after = world::calibrate(bench.world, bench.heads, story.actual_per_registered, bench.terms, bench.crew);
    bench.say("fit " + std::to_string(round + 1) + ": objective " + fixed_text(story.after.objective, 1) + " after " +
              std::to_string(story.after.iterations) + " steps, " + fixed_text(story.actual_per_registered, 4) +
              " moves for each registered one");
    if (round == rounds) return;
    world::apply_values(bench.scenario, bench.country, story.after.values);
    double registered = 0;
    for (const auto& year : world::registered_years(bench.scenario, bench.country, bench.crew, trial_years)) {
      registered += world::total_of(year) / trial_years;
    }
    const double correction = world::total_of(bench.country.moves_persons) / registered;
    if (std::abs(correction - 1) < steady_enough) return;
    story.actual_per_registered *= correction;
  }
}

// Searches under other terms, each from the solution; the world ends there again.
void compare_terms(Bench& bench, CalibrationStory& story) {
  const std::vector<world::FreeValue> solution = story.after.values;
  const auto found = [&](const CalibrationTerms& terms) {
    return world::calibrate(bench.world, bench.heads, story.actual_per_registered, terms, bench.crew);
  };
  for (const double sd : {0.05, 0.1, 0.2, 0.3, 0.5, world::no_prior}) {
    CalibrationTerms terms = bench.terms;
    terms.place_sd = sd;
    story.by_prior.push_back({sd == world::no_prior ? "none" : world::number_text(sd), found(terms)});
    world::apply_values(bench.world, solution);
  }
  CalibrationTerms no_places = bench.terms;
  no_places.places_are_free = false;
  story.without_places.push_back({"constants 0, weights anew", found(no_places)});
  world::apply_values(bench.world, solution);
  no_places.weights_are_free = false;
  story.without_places.push_back({"constants 0, weights kept", found(no_places)});
  world::apply_values(bench.world, solution);

  agents::MigrationParameters& migration = bench.world.scenario.parameters.migration;
  const agents::MigrationParameters kept = migration;
  const auto with = [&](const std::string& name, double agents::MigrationParameters::* field, double value) {
    migration.*field = value;
    story.by_fixed.push_back({name + " " + world::number_text(value), found(bench.terms)});
    migration = kept;
    world::apply_values(bench.world, solution);
  };
  for (const double value : {0.75, 1.5, 2.5}) with("wage_weight", &agents::MigrationParameters::wage_weight, value);
  for (const double value : {0.5, 0.7, 0.9}) {
    with("nest_dissimilarity", &agents::MigrationParameters::nest_dissimilarity, value);
  }
  CalibrationTerms home = bench.terms;
  home.home_sd = world::no_prior;
  story.by_fixed.push_back({"no prior of the home weight", found(home)});
  world::apply_values(bench.world, solution);
}

// The mean over seeds of the years that these values bring; fits of the first year by seed into `by_seed`.
std::vector<world::FlowFit> simulate(const Bench& bench, const std::vector<world::FreeValue>& values, int n_years,
                                     std::vector<world::FlowFit>* by_seed) {
  const int n_seeds = bench.scenario.scale.factor() < 0.5 ? 3 : 1;   // at 1:1 luck is small
  world::Scenario scenario = bench.scenario;
  world::Country country = bench.country;
  world::apply_values(scenario, country, values);
  std::vector<world::Grid<double>> mean(static_cast<std::size_t>(n_years), {country.n_regions(), country.n_regions()});
  for (int i = 0; i < n_seeds; ++i, ++scenario.seed) {
    const auto years = world::registered_years(scenario, country, bench.crew, n_years);
    if (by_seed != nullptr) by_seed->push_back(world::fit_of(years.front(), country));
    for (std::size_t year = 0; year < years.size(); ++year) {
      const std::vector<double>& cells = years[year].cells();
      for (std::size_t cell = 0; cell < cells.size(); ++cell) mean[year].cells()[cell] += cells[cell] / n_seeds;
    }
  }
  std::vector<world::FlowFit> fits;
  for (const auto& year : mean) fits.push_back(world::fit_of(year, country));
  return fits;
}

world::CalibrationRecords records_of(const Bench& bench, const CalibrationStory& story) {
  const BuildInfo build = build_info();
  const world::Scale& scale = bench.scenario.scale;
  const world::FlowFit& expected = story.after.fit;
  const world::FlowFit& simulated = story.first_year();
  const auto fit_text = [](const world::FlowFit& fit) {
    return "r " + fixed_text(fit.correlation, 3) + ", RMSE " + fixed_text(fit.rmse_percent, 3) + " % of people, signs " +
           std::to_string(fit.n_signs) + ", all moves " + fixed_text(fit.gross_ratio(), 3) + ", overlap sourced " +
           fixed_text(fit.by_basis[0].overlap, 3) + ", anchored " + fixed_text(fit.by_basis[1].overlap, 3) +
           ", estimated " + fixed_text(fit.by_basis[2].overlap, 3);
  };
  world::CalibrationRecords records{
      {"program", build.version + " (" + build.sources + ")"},
      {"scenario", bench.scenario.name + " xxh3 " + bench.scenario_hash},
      {"scale", std::to_string(scale.agents) + ":" + std::to_string(scale.people)},
      {"seed", std::to_string(bench.scenario.seed)},
      {ratio_record, world::number_text(story.actual_per_registered)},
      {"objective", fixed_text(story.after.objective, 1)},
      {"iterations", std::to_string(story.after.iterations)},
      {"expected flows", fit_text(expected)},
      {"first simulated year", fit_text(simulated) + "; mean of " + std::to_string(story.first_years.size()) + " seeds"}};
  for (const InputFile& table : table_hashes(bench.country)) {
    records.emplace_back("table " + table.path, table.xxh3);
  }
  return records;
}

}  // namespace

ExitCode calibrate_verb(const Options& options) {
  const fs::path folder = options.out;
  if (folder.empty()) throw world::InputError("calibrate: --out DIR is missing; name a new folder");
  refuse_used_folder(folder);
  const world::Scenario scenario = world::load_scenario(find_scenario(options.places[0]), options.sets);
  const world::Country country = world::load_country(scenario.country);
  world::check_against(scenario, country);
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) throw world::InputError("--out " + folder.string() + ": cannot make the folder: " + error.message());

  Bench bench{.options = options,
              .scenario = scenario,
              .country = country,
              .scenario_hash = world::observers::hash_text(
                  world::observers::fingerprint(world::resolved_toml(scenario, scenario.country.folder.filename().string()))),
              .crew = world::Crew(options.threads),
              .world = {},
              .heads = {},
              .terms = {}};
  bench.say("building the population");
  bench.world = world::build_world(scenario, country, bench.crew);
  world::places_speak(bench.world, bench.crew);
  bench.heads = world::group_heads(bench.world, bench.crew);
  const std::vector<world::FreeValue> in_force = world::free_values(bench.world);

  CalibrationStory story;
  story.is_held = options.hold;
  story.terms = bench.terms;
  story.matching = world::matching_start(bench.world);
  story.actual_per_registered = first_ratio(bench);
  if (!options.hold) {
    search(bench, story);
    compare_terms(bench, story);
    world::apply_values(bench.world, in_force);
  }
  story.before = as_it_is(bench, story.actual_per_registered);
  if (options.hold) story.after = story.before;
  bench.say("simulating the first years");
  story.years = simulate(bench, story.after.values, trial_years, &story.first_years);
  for (const Variant& variant : story.without_places) {
    story.first_year_without_places.emplace_back(variant.name, simulate(bench, variant.found.values, 1, nullptr).front());
  }
  story.records = records_of(bench, story);

  write_whole(folder / "calibration.md", markdown_text(story, country));
  if (!options.hold) write_whole(folder / world::calibration_file_name, file_text(story, country));
  if (options.quiet) return ExitCode::ok;
  std::cout << terminal_text(story, country) << "\nWritten to " << folder.string() << "; start with calibration.md.\n";
  if (!options.hold) {
    std::cout << "To use it: cp " << (folder / world::calibration_file_name).string() << " "
              << (country.folder / world::calibration_file_name).string() << "\n"
              << "To check it in full size: qonys calibrate " << options.places[0] << " --scale 1:1 --hold --out "
              << folder.string() << "-full\n";
  }
  return ExitCode::ok;
}

}  // namespace experiments
