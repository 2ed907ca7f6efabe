// `qonys constants`: the place constants of a country, from its own flows.
#include <filesystem>
#include <iostream>
#include <string>
#include <system_error>

#include "experiments/assets.hpp"
#include "experiments/output_file.hpp"
#include "experiments/verbs.hpp"
#include "world/country.hpp"
#include "world/errors.hpp"
#include "world/inversion.hpp"
#include "world/observers/text.hpp"

namespace experiments {
namespace {

using world::observers::fixed_text;
using world::observers::left_aligned;
using world::observers::right_aligned;
using world::observers::signed_fixed_text;
using world::observers::signed_grouped_text;

constexpr int usual_rounds = 3;

void print_fit(const world::PlaceInversion& inversion, const world::Country& country) {
  constexpr int name_width = 26;
  constexpr int number_width = 20;
  std::cout << left_aligned("region", name_width) << right_aligned("constant, util", number_width)
            << right_aligned("net moves wanted", number_width) << right_aligned("net moves expected", number_width)
            << "\n";
  for (std::size_t region = 0; region < country.regions.size(); ++region) {
    std::cout << left_aligned(country.regions[region].name_en, name_width)
              << right_aligned(signed_fixed_text(inversion.place_constant[region], 3), number_width)
              << right_aligned(signed_grouped_text(inversion.net_target[region]), number_width)
              << right_aligned(signed_grouped_text(inversion.net_expected[region]), number_width) << "\n";
  }
  std::cout << "\nPersons a year, actual moves: the registered ones of " << country.base_year << " times "
            << fixed_text(inversion.actual_per_registered, 3) << ".\nMoving cost shifted by "
            << signed_fixed_text(inversion.move_cost_shift, 3) << " util; worst error "
            << fixed_text(inversion.worst_error_persons, 1) << " persons a year.\n";
}

}  // namespace

ExitCode constants_verb(const Options& options) {
  const std::filesystem::path file = options.out;
  std::error_code ignored;
  if (file.empty()) throw world::InputError("constants: --out FILE is missing; name a new file");
  if (std::filesystem::exists(file, ignored)) {
    throw world::InputError("--out " + file.string() + " exists, and nothing is overwritten; name a new file");
  }
  const world::Scenario scenario = world::load_scenario(find_scenario(options.places[0]), options.sets);
  const world::Country country = world::load_country(scenario.country);
  world::check_against(scenario, country);
  write_whole(file, "");  // a place that cannot be written is told before the work, not after it
  std::filesystem::remove(file);
  const int rounds = options.rounds > 0 ? options.rounds : usual_rounds;
  const world::PlaceInversion inversion =
      world::find_place_constants(scenario, country, world::Crew(options.threads), rounds);
  write_whole(file, world::place_constants_csv(inversion, scenario, country));
  if (!options.quiet) {
    print_fit(inversion, country);
    std::cout << "Written to " << file.string() << "; a country uses it as place_constants.csv beside its tables.\n";
  }
  return ExitCode::ok;
}

}  // namespace experiments
