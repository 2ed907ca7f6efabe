// Uses the very functions of the choice, so that nothing is told that was not decided.
#include "world/observers/story_choice.hpp"

#include <algorithm>
#include <cmath>

#include "agents/expects.hpp"
#include "agents/migration.hpp"

namespace world::observers {
namespace {

using agents::Utilities;

std::vector<Option> options_of(const Utilities& utility, const Utilities& taste, std::size_t origin, int n_regions) {
  std::vector<Option> options;
  for (int region = 0; region < n_regions; ++region) {
    const auto d = static_cast<std::size_t>(region);
    options.push_back({.region = region, .value = utility[d] + taste[d] - (utility[origin] + taste[origin])});
  }
  std::stable_sort(options.begin(), options.end(), [&](const Option& a, const Option& b) {
    if (a.value != b.value) return a.value > b.value;
    return a.region == static_cast<int>(origin) && b.region != static_cast<int>(origin);
  });
  return options;
}

/// What a unit of ln(pay) and of ln(rent) at home is worth to the head.
void set_weights(Choice& choice, const agents::MigrationSignals& signals,
                 const agents::MigrationParameters& parameters) {
  const bool retired = choice.who.labour == agents::Labour::retired;
  const double horizon = retired ? 0.5 : signals.horizon[static_cast<std::size_t>(choice.who.age)];
  choice.pay_weight = retired ? 0 : horizon * parameters.wage_weight;
  choice.rent_weight = horizon * (choice.who.is_owner ? signals.owner_stay_factor : 1) * parameters.wage_weight *
                       parameters.housing_share;
}

}  // namespace

double Choice::value_of(int region) const {
  for (const Option& option : options) {
    if (option.region == region) return option.value;
  }
  return 0;
}

Choice choice_of(const World& world, std::uint64_t serial, const agents::Considerer& who) {
  const agents::Signals& signals = *world.signals;
  const agents::Chance chance{.seed = world.scenario.seed, .month = world.month};
  alignas(64) Utilities utility, taste;
  agents::fill_utilities(utility, who, signals.migration, signals.n_regions);
  agents::fill_tastes(taste, who.origin, signals.migration, signals.n_regions, chance, serial);

  Choice choice{.month = world.month, .serial = serial, .who = who};
  choice.destination = agents::best_region(utility, taste, who.origin, signals.n_regions);
  choice.best_without_taste = agents::best_region(utility, Utilities{}, who.origin, signals.n_regions);
  choice.options = options_of(utility, taste, who.origin, signals.n_regions);
  const auto best = std::find_if(choice.options.begin(), choice.options.end(),
                                 [&](const Option& option) { return option.region != who.origin; });
  if (best == choice.options.end()) return choice;  // a country of one region
  choice.best_elsewhere = choice.moves() ? choice.destination : best->region;
  choice.lead = choice.value_of(choice.best_elsewhere);
  choice.account = agents::account_of(serial, who, choice.best_elsewhere, utility, taste, signals);
  set_weights(choice, signals.migration, world.scenario.parameters.migration);
  return choice;
}

const agents::MoverAccount* account_in(const World& world, std::uint64_t serial) {
  for (const Slot& slot : world.workspace->slots) {
    for (const agents::MoverAccount& one : slot.movers) {
      if (one.serial == serial) return &one;
    }
  }
  return nullptr;
}

std::optional<Choice> choice_in(const World& world, const agents::Block& block, agents::Row row,
                                std::uint8_t status_at_start) {
  if (const agents::MoverAccount* account = account_in(world, block.serial[row])) {
    Choice choice = choice_of(world, account->serial, account->who);
    agents::expects(choice.destination == account->destination, "a move is told as it was decided");
    choice.account.n_people = account->n_people;
    return choice;
  }
  const agents::Chance chance{.seed = world.scenario.seed, .month = world.month};
  const auto who = agents::considerer_if_due(block, row, status_at_start, *world.signals, chance);
  if (!who) return std::nullopt;
  return choice_of(world, block.serial[row], *who);
}

std::optional<double> pay_factor(const Choice& choice) {
  if (choice.pay_weight <= 0) return std::nullopt;
  return std::exp(std::abs(choice.lead) / choice.pay_weight);
}

std::optional<double> rent_factor(const Choice& choice) {
  if (choice.rent_weight <= 0) return std::nullopt;
  return std::exp(-std::abs(choice.lead) / choice.rent_weight);
}

}  // namespace world::observers
