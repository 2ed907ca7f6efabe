#include "world/inversion.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "agents/choice.hpp"
#include "agents/exact_math.hpp"
#include "agents/household.hpp"
#include "agents/migration.hpp"
#include "world/build.hpp"
#include "world/month.hpp"
#include "world/phases.hpp"

namespace world {

namespace {

// How many people come along with a head, grown children by their chance.
double people_with(const agents::Block& block, agents::Row head, agents::Month now, double adult_follows) {
  double people = 0;
  agents::for_each_member(block, head, [&](agents::Row member) {
    const bool independent = member != head && !block.has(member, agents::status::partnered) && block.age(member, now) >= agents::independent_age;
    people += independent ? adult_follows : 1;
  });
  return people;
}

void add_block(Grid<double>& flows, const World& world, const agents::Block& block) {
  const agents::Signals& signals = *world.signals;
  const double follows = world.scenario.parameters.migration.adult_child_follows;
  agents::Utilities utility, probability;
  for (int i = 0; i < block.n_rows(); ++i) {
    const auto row = static_cast<agents::Row>(i);
    if (block.is_empty(row) || !block.has(row, agents::status::head)) continue;
    const agents::Considerer who = agents::considerer_of(block, row, world.month);
    const double attention = agents::attention_of(who, signals.migration);
    if (attention <= 0) continue;
    agents::fill_utilities(utility, who, signals.migration, signals.n_regions);
    agents::choice_probabilities(probability, utility, who.origin, signals.migration, signals.n_regions);
    const double people = attention * people_with(block, row, world.month, follows);
    for (int d = 0; d < signals.n_regions; ++d) {
      if (d != who.origin) flows(who.origin, d) += people * probability[static_cast<std::size_t>(d)];
    }
  }
}

void speak(World& world) {
  const Parameters& parameters = world.scenario.parameters;
  perception_speaks(world.signals->migration, world.signals->causes, world.perception, world.country,
                    parameters.migration, parameters.work);
}

}  // namespace

Grid<double> expected_flows(const World& world, const Crew& crew) {
  const int n = world.country.n_regions();
  // One partial sum a block, added in block order: the same bits on any number of threads.
  std::vector<Grid<double>> parts(world.blocks.size());
  crew.for_each_block(world.n_blocks(), [&](int b, int) {
    Grid<double> part(n, n);
    add_block(part, world, world.blocks[static_cast<std::size_t>(b)]);
    parts[static_cast<std::size_t>(b)] = std::move(part);
  });
  Grid<double> sum(n, n);
  for (const Grid<double>& part : parts) {
    for (std::size_t i = 0; i < sum.cells().size(); ++i) sum.cells()[i] += part.cells()[i];
  }
  return sum;
}

PlaceInversion invert_place_constants(World& world, const Crew& crew, double actual_per_registered) {
  constexpr int most_iterations = 60;
  constexpr double good_enough_persons = 5;
  const Country& country = world.country;
  const int n = country.n_regions();
  const auto size = static_cast<std::size_t>(n);
  PlaceInversion result;
  result.actual_per_registered = actual_per_registered;
  result.net_target.assign(size, 0);
  for (int o = 0; o < n; ++o) {
    for (int d = 0; d < n; ++d) {
      const double moves = o == d ? 0 : country.moves_persons(o, d) * actual_per_registered;
      result.net_target[static_cast<std::size_t>(d)] += moves;
      result.net_target[static_cast<std::size_t>(o)] -= moves;
      result.total_target += moves;
    }
  }
  std::vector<double>& constant = world.perception.place_constant;
  for (result.iterations = 0; result.iterations < most_iterations; ++result.iterations) {
    speak(world);
    const Grid<double> flows = expected_flows(world, crew);
    std::vector<double> in(size), out(size);
    result.total_expected = 0;
    for (int o = 0; o < n; ++o) {
      for (int d = 0; d < n; ++d) {
        const double a_year = flows(o, d) * 12 / world.scale();
        in[static_cast<std::size_t>(d)] += a_year;
        out[static_cast<std::size_t>(o)] += a_year;
        result.total_expected += a_year;
      }
    }
    result.net_expected = in;
    result.gross_in_expected = in;
    result.worst_error_persons = 0;
    for (std::size_t r = 0; r < size; ++r) {
      result.net_expected[r] -= out[r];
      result.worst_error_persons = std::max(result.worst_error_persons, std::abs(result.net_target[r] - result.net_expected[r]));
    }
    const double level = result.total_expected / result.total_target;
    if (result.worst_error_persons < good_enough_persons && std::abs(level - 1) < 1e-4) break;
    double mean = 0;
    for (std::size_t r = 0; r < size; ++r) {
      constant[r] += (result.net_target[r] - result.net_expected[r]) / (in[r] + out[r]);
      mean += constant[r] / n;
    }
    for (double& value : constant) value -= mean;
    world.perception.move_cost_shift += agents::exact_log(level);
  }
  result.place_constant = constant;
  result.move_cost_shift = world.perception.move_cost_shift;
  return result;
}

PlaceInversion find_place_constants(const Scenario& scenario, const Country& country, const Crew& crew, int rounds) {
  Country changed = country;
  constexpr int trial_months = 36;
  const auto& registration = scenario.parameters.registration;
  // Steady: who moves in a month registers, moves on, or never does (docs/model.md, registration).
  double ratio = (registration.hazard_per_month + registration.exit_per_month) /
                 (registration.hazard_per_month * (1 - registration.never_share));
  PlaceInversion result;
  for (int round = 0;; ++round) {
    World world = build_world(scenario, changed, crew);
    places_speak(world, crew);
    result = invert_place_constants(world, crew, ratio);
    changed.place_constant = result.place_constant;
    changed.move_cost_shift = result.move_cost_shift;
    if (round == rounds) return result;
    World trial = build_world(scenario, changed, crew);
    double registered = 0, wanted = 0;
    for (int month = 0; month < trial_months; ++month) {
      advance(trial, crew);
      for (const auto& row : trial.tally.registrations) for (const auto count : row) registered += static_cast<double>(count);
    }
    for (const double moves : country.moves_persons.cells()) wanted += moves * scenario.scale.factor() * trial_months / 12;
    ratio *= wanted / registered;
  }
}

std::string place_constants_csv(const PlaceInversion& inversion, const Scenario& scenario, const Country& country) {
  char line[400];
  std::string text = "iso,place_constant_util,note\n";
  std::snprintf(line, sizeof line,
                "*,%.6f,\"move cost shift; inversion of expected flows at scale %d:%d, seed %llu, %d iterations, worst "
                "error %.1f persons a year, %.4f moves aimed at for each registered one of %d\"\n",
                inversion.move_cost_shift, scenario.scale.agents, scenario.scale.people,
                static_cast<unsigned long long>(scenario.seed), inversion.iterations, inversion.worst_error_persons,
                inversion.actual_per_registered, country.base_year);
  text += line;
  for (std::size_t r = 0; r < country.regions.size(); ++r) {
    std::snprintf(line, sizeof line, "%s,%.6f,net %.0f of %.0f persons a year\n", country.regions[r].iso.c_str(),
                  inversion.place_constant[r], inversion.net_expected[r], inversion.net_target[r]);
    text += line;
  }
  return text;
}

}  // namespace world
