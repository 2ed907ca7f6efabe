// `qonys check`: is a scenario sound, what does it say, what would it cost.
#include <algorithm>
#include <iostream>
#include <numeric>
#include <string>

#include "experiments/assets.hpp"
#include "experiments/cost.hpp"
#include "experiments/inputs.hpp"
#include "experiments/progress.hpp"
#include "experiments/verbs.hpp"
#include "world/accounts.hpp"
#include "world/calibration_file.hpp"
#include "world/country.hpp"
#include "world/numbers.hpp"
#include "world/observers/text.hpp"
#include "world/world.hpp"

namespace experiments {
namespace {

using world::observers::fixed_text;
using world::observers::grouped_text;
using world::observers::left_aligned;
using world::observers::right_aligned;
using world::observers::width_of;

std::string memory_text(double bytes) {
  return bytes < 1e9 ? fixed_text(bytes / 1e6, 0) + " MB" : fixed_text(bytes / 1e9, 1) + " GB";
}

std::string padded(const std::string& text, int width) {
  return width_of(text) >= width ? text + " " : left_aligned(text, width);
}

void print_overview(const world::Scenario& scenario, const world::Country& country, int n_threads) {
  const auto& people = country.people.cells();
  const double agents = std::accumulate(people.begin(), people.end(), 0.0) * scenario.scale.factor();
  const Cost cost = cost_of(agents, scenario.n_months, n_threads);
  std::cout << scenario.name << ": " << scenario.title << "\n"
            << "  scenario  " << scenario.file.string() << "\n"
            << "  country   " << country.folder.string() << ": " << country.n_regions() << " regions, "
            << country.n_sectors() << " sectors, tables of " << country.base_year << "\n"
            << "  months    " << scenario.n_months << ", " << world::month_text(scenario.start) << " to "
            << world::month_text(scenario.start + scenario.n_months - 1) << "\n"
            << "  scale     " << scenario.scale.agents << ":" << scenario.scale.people << ", about "
            << grouped_text(agents) << " agents at the start\n"
            << "  seed      " << scenario.seed << "\n"
            << "  policies  " << scenario.policies.size() << "\n"
            << "  memory    about " << memory_text(cost.memory_bytes) << "\n"
            << "  time      about " << duration_text(cost.synthesis_seconds) << " to build the population and "
            << duration_text(cost.simulation_seconds) << " to simulate, on " << n_threads
            << (n_threads == 1 ? " thread" : " threads") << "\n";
}

// What the budget of every package buys, at which unit cost, and what that rests on.
void print_packages(const world::Scenario& scenario, const world::Country& country) {
  constexpr int name_width = 12, number_width = 14;
  const world::AccountsParameters& accounts = scenario.parameters.accounts;
  for (const world::GrowthCentre& package : scenario.policies.growth_centres) {
    std::cout << "\n" << package.name << ": " << package.centre << ", the whole region " << package.region << ", from "
              << world::month_text(package.start) << "\n";
    const auto sizes = package_sizes(package, country, accounts);
    for (int p = 0; p < world::n_package_parts; ++p) {
      const double size = sizes[static_cast<std::size_t>(p)] * package.dose * accounts.dose;
      if (size <= 0) continue;
      const world::UnitCost cost = unit_cost(country, accounts, static_cast<world::PackagePart>(p), package.centre,
                                             country.region_of(package.region));
      const world::PackagePartInfo& info = world::package_part_infos()[static_cast<std::size_t>(p)];
      std::cout << "  " << padded(info.name, name_width) << right_aligned(grouped_text(size), number_width) << " "
                << padded(info.unit, 18) << " at " << right_aligned(grouped_text(cost.kzt), number_width) << " KZT, "
                << cost.basis << (cost.benchmark.empty() ? "" : ", " + cost.benchmark) << "\n";
    }
  }
}

void print_values(const world::Scenario& scenario, bool with_defaults) {
  constexpr int path_width = 44;
  constexpr int value_width = 24;
  for (const world::Origin& origin : scenario.origins) {
    if (!with_defaults && origin.origin == "default") continue;
    std::cout << "  " << padded(origin.path, path_width) << padded(origin.value, value_width) << origin.origin << "\n";
  }
}

// What calibration.csv states of places, and whether its tables are still those it was made from.
void print_calibrated(const world::Country& country, bool with_places) {
  constexpr int path_width = 44;
  constexpr int value_width = 24;
  for (const world::CalibratedValue& value : country.calibrated) {
    if (!with_places) break;
    std::cout << "  " << padded(value.name, path_width) << padded(world::number_text(value.value), value_width)
              << value.where << "\n";
  }
  const world::CalibrationRecords records = world::calibration_records(country.folder);
  if (records.empty()) return;
  std::string changed;
  for (const InputFile& table : table_hashes(country)) {
    const auto made_from = std::find(records.begin(), records.end(), std::pair("table " + table.path, table.xxh3));
    if (made_from == records.end()) changed += " " + table.path;
  }
  if (changed.empty()) return;
  std::cout << "\nTables that are not as they were when calibration.csv was made:" << changed
            << ".\nWhere the choice reads them, run `qonys calibrate` again.\n";
}

std::string counted(int n, const std::string& thing) {
  return std::to_string(n) + " " + thing + (n == 1 ? "" : "s");
}

/// What the user's own tables change, and what of them no run will feel.
void print_own_tables(const world::Country& country) {
  for (const world::OwnTable& own : country.own_tables) {
    std::cout << "  own data  " << own.table << ".csv: " << counted(own.n_rows, "row") << " of " << own.file << "; "
              << counted(own.n_changed, "cell") << " changed";
    if (own.n_added > 0) std::cout << ", " << counted(own.n_added, "row") << " added";
    std::cout << "\n";
    for (const auto& [line, column] : own.unread()) {
      std::cout << "            line " << line << ": '" << column << "' changes nothing, as no part of the model reads it\n";
    }
  }
}

}  // namespace

ExitCode check_verb(const Options& options) {
  const world::Scenario scenario = world::load_scenario(find_scenario(options.places[0]), options.sets);
  const world::Country country = world::load_country(scenario.country);
  world::check_against(scenario, country);
  print_overview(scenario, country, world::Crew(options.threads).n_threads());
  print_own_tables(country);
  print_packages(scenario, country);
  std::cout << (options.resolved ? "\nEvery value, and where it comes from:\n"
                                 : "\nValues stated somewhere (--resolved lists the defaults too):\n");
  print_values(scenario, options.resolved);
  print_calibrated(country, options.resolved);
  std::cout << "\nThe scenario fits its tables.\n";
  return ExitCode::ok;
}

}  // namespace experiments
