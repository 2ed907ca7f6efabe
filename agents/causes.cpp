#include "agents/causes.hpp"

namespace agents {

namespace {

constexpr std::size_t at(Cause cause) { return static_cast<std::size_t>(cause); }

// Factors of a type, as in `fill_utilities`.
struct Weights {
  double horizon, work, children, cost;
  Weights(const Considerer& who, const MigrationSignals& signals)
      : horizon(who.labour == Labour::retired ? 0.5 : signals.horizon[static_cast<std::size_t>(who.age)]),
        work(who.labour == Labour::retired ? 0.0 : 1.0),
        children(who.has_children ? 1.5 : 1.0),
        cost((who.is_owner ? signals.owner_cost : 0) + (who.has_children ? signals.children_cost : 0) +
             (who.has_two_earners ? signals.dual_earner_cost : 0)) {}
};

}  // namespace

void fill_parts(Parts& parts, const Considerer& who, const MigrationSignals& signals, const CauseSignals& causes,
                int n_regions) {
  const Weights w(who, signals);
  const double work = w.horizon * w.work;
  const std::size_t o = who.origin, skill = who.skill;
  for (std::size_t d = 0; d < max_regions; ++d) {
    const double wage = causes.wage[skill][d], own = causes.own_specialty[skill][d];
    const double prestige = causes.prestige[skill][d];
    parts[at(Cause::wage)][d] = work * wage;
    parts[at(Cause::own_specialty)][d] = work * own;
    parts[at(Cause::prestige)][d] = work * prestige;
    parts[at(Cause::job_chance)][d] = work * (signals.prospect[skill][d] - wage - own - prestige);
    parts[at(Cause::housing)][d] = w.horizon * signals.rent[d];
    parts[at(Cause::services)][d] = w.horizon * w.children * signals.service[d];
    parts[at(Cause::heat_and_water)][d] = w.horizon * signals.heat_and_water[d];
    parts[at(Cause::congestion)][d] = w.horizon * signals.congestion[d];
    parts[at(Cause::home)][d] = 0;
    parts[at(Cause::network)][d] = causes.network[o][d];
    parts[at(Cause::distance)][d] = signals.bilateral[o][d] - causes.network[o][d] - causes.size[d] - w.cost;
    parts[at(Cause::size)][d] = causes.size[d];
    parts[at(Cause::place)][d] = w.horizon * signals.place[d];
  }
  const auto labour = static_cast<std::size_t>(who.labour);
  const double own_here = causes.own_specialty_here[o][labour][skill];
  const double prestige_here = causes.prestige_here[o][labour][skill];
  parts[at(Cause::own_specialty)][o] = work * own_here;
  parts[at(Cause::prestige)][o] = work * prestige_here;
  parts[at(Cause::job_chance)][o] =
      work * (signals.prospect_here[o][labour][skill] - causes.wage[skill][o] - own_here - prestige_here);
  if (who.is_owner) {
    // An owner who goes begins to feel the whole rent. What that is at the mean rent is a cost of moving,
    // whatever the unit of money; only the difference of rents is housing.
    const double whole = w.horizon * (1 - signals.owner_stay_factor) * causes.mean_rent;
    for (std::size_t d = 0; d < max_regions; ++d) {
      parts[at(Cause::housing)][d] -= whole;
      parts[at(Cause::distance)][d] += whole;
    }
    parts[at(Cause::housing)][o] = w.horizon * signals.owner_stay_factor * signals.rent[o];
  }
  for (const Cause cause : {Cause::network, Cause::distance, Cause::size}) parts[at(cause)][o] = 0;
  if (who.home != nowhere) parts[at(Cause::home)][who.home] = signals.home;
  for (Utilities& part : parts) {
    for (auto d = static_cast<std::size_t>(n_regions); d < max_regions; ++d) part[d] = 0;
  }
}

std::array<double, n_causes> push_of(const Considerer& who, const MigrationSignals& signals,
                                     const CauseSignals& causes, int n_regions) {
  const Weights w(who, signals);
  const double work = w.horizon * w.work;
  const std::size_t skill = who.skill;
  auto seen_by_a_newcomer = [&](std::size_t r) {
    const double wage = causes.wage[skill][r], own = causes.own_specialty[skill][r];
    const double prestige = causes.prestige[skill][r];
    std::array<double, n_causes> value{};
    value[at(Cause::wage)] = work * wage;
    value[at(Cause::prestige)] = work * prestige;
    value[at(Cause::job_chance)] = work * (signals.prospect[skill][r] - wage - own - prestige);
    value[at(Cause::own_specialty)] = work * own;
    value[at(Cause::housing)] = w.horizon * signals.rent[r];
    value[at(Cause::services)] = w.horizon * w.children * signals.service[r];
    value[at(Cause::heat_and_water)] = w.horizon * signals.heat_and_water[r];
    value[at(Cause::congestion)] = w.horizon * signals.congestion[r];
    value[at(Cause::place)] = w.horizon * signals.place[r];
    return value;
  };
  std::array<double, n_causes> push{};
  const auto here = seen_by_a_newcomer(who.origin);
  for (std::size_t r = 0; r < static_cast<std::size_t>(n_regions); ++r) {
    const auto there = seen_by_a_newcomer(r);
    for (std::size_t c = 0; c < n_causes; ++c) push[c] += causes.people_share[r] * (there[c] - here[c]);
  }
  return push;
}

void fill_gaps(Parts& gaps, const Considerer& who, const MigrationSignals& signals, const CauseSignals& causes,
               int n_regions) {
  const Weights w(who, signals);
  const double work = w.horizon * w.work;
  const auto n = static_cast<std::size_t>(n_regions);
  for (Utilities& gap : gaps) gap.fill(0);
  for (std::size_t r = 0; r < n; ++r) {
    const double wage = causes.wage[who.skill][r], own = causes.own_specialty[who.skill][r];
    const double prestige = causes.prestige[who.skill][r];
    gaps[at(Cause::wage)][r] = work * wage;
    gaps[at(Cause::prestige)][r] = work * prestige;
    gaps[at(Cause::job_chance)][r] = work * (signals.prospect[who.skill][r] - wage - own - prestige);
    gaps[at(Cause::own_specialty)][r] = work * own;
    gaps[at(Cause::housing)][r] = w.horizon * signals.rent[r];
    gaps[at(Cause::services)][r] = w.horizon * w.children * signals.service[r];
    gaps[at(Cause::heat_and_water)][r] = w.horizon * signals.heat_and_water[r];
    gaps[at(Cause::congestion)][r] = w.horizon * signals.congestion[r];
    gaps[at(Cause::place)][r] = w.horizon * signals.place[r];
  }
  for (Utilities& gap : gaps) {
    double mean = 0;
    for (std::size_t r = 0; r < n; ++r) mean += causes.people_share[r] * gap[r];
    for (std::size_t r = 0; r < n; ++r) gap[r] -= mean;
  }
  if (who.is_owner) gaps[at(Cause::housing)][who.origin] *= signals.owner_stay_factor;
}

std::uint16_t pivotal_causes(const Utilities& utility, const Utilities& taste, const Parts& parts, int origin) {
  const auto o = static_cast<std::size_t>(origin);
  alignas(64) Utilities lead;  // of each region over staying
  for (std::size_t d = 0; d < max_regions; ++d) lead[d] = utility[d] + taste[d] - (utility[o] + taste[o]);
  unsigned pivotal = 0;
  for (std::size_t c = 0; c < n_causes; ++c) {
    const Utilities& part = parts[c];
    int n_better = 0;
    for (std::size_t d = 0; d < max_regions; ++d) n_better += lead[d] - (part[d] - part[o]) > 0;
    pivotal |= (n_better == 0 ? 1u : 0u) << c;
  }
  return static_cast<std::uint16_t>(pivotal);
}

MoverAccount account_of(std::uint64_t serial, const Considerer& who, int destination, const Utilities& utility,
                        const Utilities& taste, const Signals& signals) {
  alignas(64) Parts parts;
  fill_parts(parts, who, signals.migration, signals.causes, signals.n_regions);
  const std::size_t o = who.origin, d = static_cast<std::size_t>(destination);
  MoverAccount account{.serial = serial,
                       .who = who,
                       .destination = static_cast<std::uint8_t>(destination),
                       .pivotal = pivotal_causes(utility, taste, parts, who.origin)};
  const auto push = push_of(who, signals.migration, signals.causes, signals.n_regions);
  account.taste = util_units(utility[d] + taste[d] - (utility[o] + taste[o]));
  for (std::size_t c = 0; c < n_causes; ++c) {
    account.gain[c] = util_units(parts[c][d] - parts[c][o]);
    account.push[c] = util_units(push[c]);
    account.taste -= account.gain[c];
  }
  return account;
}

}  // namespace agents
