#include "world/perception.hpp"

#include <algorithm>

#include "agents/choice.hpp"
#include "agents/exact_math.hpp"

namespace world {

using agents::exact_exp;
using agents::exact_log;

double attention_curve(double age) {
  if (age < 15) return 0;
  return 0.06 * exact_exp(-0.1 * (age - 20) - exact_exp(-0.4 * (age - 20))) + 0.003;
}

namespace {

void approach(std::vector<double>& believed, const std::vector<double>& fact, double speed) {
  if (believed.size() != fact.size()) believed = fact;
  for (std::size_t i = 0; i < fact.size(); ++i) believed[i] += speed * (fact[i] - believed[i]);
}
void approach(Grid<double>& believed, const Grid<double>& fact, double speed) {
  if (believed.rows() != fact.rows()) believed = fact;
  approach(believed.cells(), fact.cells(), speed);
}

}  // namespace

void perceive(Perception& perception, const PlaceFacts& facts, double speed) {
  PlaceFacts& believed = perception.believed;
  approach(believed.wage, facts.wage, speed);
  approach(believed.job_chance, facts.job_chance, speed);
  approach(believed.own_share, facts.own_share, speed);
  approach(believed.mismatch_ratio, facts.mismatch_ratio, speed);
  approach(believed.quick_income, facts.quick_income, speed);
  approach(believed.rent, facts.rent, speed);
  approach(believed.services, facts.services, speed);
  approach(believed.bad_supply, facts.bad_supply, speed);
  approach(believed.congestion, facts.congestion, speed);
  approach(believed.conditions, facts.conditions, speed);
  approach(believed.prestige, facts.prestige, speed);
}

namespace {

// b_y · ln of expected income over the wage, with job chance e, own-field share
// q, ratio rm of other to own wage, and quick income b outside formal work.
// WAG + JOB + OWN of docs/model.md; the identity ln E[y] holds term by term.
double income_utility(double weight, double wage, double e, double q, double rm, double quick) {
  const double formal = q + (1 - q) * rm;
  const double rb = quick / (wage * formal);
  return weight * (exact_log(wage) + exact_log(e + (1 - e) * rb) + exact_log(formal));
}

void speak_prospects(agents::MigrationSignals& signals, agents::CauseSignals& causes, const PlaceFacts& believed,
                     const agents::MigrationParameters& parameters, const agents::WorkParameters& work) {
  using agents::Labour;
  const double weight = parameters.wage_weight;
  for (int r = 0; r < believed.wage.rows(); ++r) {
    const auto region = static_cast<std::size_t>(r);
    const double quick = believed.quick_income[region];
    auto& here = signals.prospect_here[region];
    for (int g = 0; g < agents::n_skills; ++g) {
      const auto skill = static_cast<std::size_t>(g);
      const double wage = believed.wage(r, g), e = believed.job_chance(r, g), q = believed.own_share(r, g);
      const double rm = believed.mismatch_ratio(r, g);
      // Who holds a post keeps it but for the months lost between two of them in a year.
      const double holding = std::max(e, 1 - 6 * work.separation_per_month * (1 - e));
      const double newcomer = e * (1 - parameters.newcomer_job_penalty);
      const double conditions = believed.conditions.cells().empty() ? 0 : believed.conditions(r, g);
      const double esteem =
          believed.prestige.empty() ? 0 : believed.prestige[static_cast<std::size_t>(agents::field_of_skill(g))];
      // PRS: the prestige of the profession counts as far as one works in it, conditions wherever one works.
      const auto prestige = [&](double share) { return parameters.prestige_weight * (share * esteem + conditions); };
      const double of_seeker = prestige(q), of_own = prestige(1), of_other = prestige(g == 0 ? 1 : 0);
      auto stay = [&](Labour state) -> double& { return here[static_cast<std::size_t>(state)][skill]; };
      signals.prospect[skill][region] = income_utility(weight, wage, newcomer, q, rm, quick) + of_seeker;
      stay(Labour::outside) = stay(Labour::student) = stay(Labour::unemployed) =
          income_utility(weight, wage, e, q, rm, quick) + of_seeker;
      stay(Labour::informal) = income_utility(weight, wage, e / 2, q, rm, quick) + of_seeker;
      stay(Labour::employed_own) = income_utility(weight, wage, holding, 1, rm, quick) + of_own;
      stay(Labour::employed_other) = income_utility(weight, wage, holding, g == 0 ? 1 : 0, rm, quick) + of_other;
      causes.wage[skill][region] = weight * exact_log(wage);
      auto& own_here = causes.own_specialty_here[region];
      const double own = weight * exact_log(q + (1 - q) * rm);
      for (auto& of_labour : own_here) of_labour[skill] = own;
      own_here[static_cast<std::size_t>(Labour::employed_own)][skill] = 0;
      own_here[static_cast<std::size_t>(Labour::employed_other)][skill] = g == 0 ? 0 : weight * exact_log(rm);
      causes.own_specialty[skill][region] = own;
      causes.prestige[skill][region] = of_seeker;
      auto& prestige_here = causes.prestige_here[region];
      for (auto& of_labour : prestige_here) of_labour[skill] = of_seeker;
      prestige_here[static_cast<std::size_t>(Labour::employed_own)][skill] = of_own;
      prestige_here[static_cast<std::size_t>(Labour::employed_other)][skill] = of_other;
    }
  }
}

// Size of destinations (unit elasticity of flows to size), people of one's own
// region there, distance, and what eases it.
void speak_bilateral(agents::MigrationSignals& signals, agents::CauseSignals& causes, const Perception& perception,
                     const Country& country, const agents::MigrationParameters& parameters) {
  const int n = country.n_regions();
  const double tau = parameters.nest_dissimilarity;
  std::vector<double> size_term(static_cast<std::size_t>(n));
  double mean = 0, people = 0;
  for (std::size_t d = 0; d < size_term.size(); ++d) {
    size_term[d] = tau * exact_log(std::max(1.0, perception.size[d]) / 1e6);
    mean += size_term[d] * perception.size[d];
    people += perception.size[d];
  }
  mean /= people;
  for (std::size_t d = 0; d < size_term.size(); ++d) {
    causes.size[d] = size_term[d] - mean;
    causes.people_share[d] = perception.size[d] / people;
  }
  for (auto& row : signals.bilateral) row.fill(agents::never_chosen);
  for (int o = 0; o < n; ++o) {
    for (int d = 0; d < n; ++d) {
      if (o == d) {
        signals.bilateral[static_cast<std::size_t>(o)][static_cast<std::size_t>(d)] = 0;
        continue;
      }
      const double kin_share = perception.home_stock(o, d) / std::max(1.0, perception.size[static_cast<std::size_t>(o)]);
      const double network = parameters.network_weight * exact_log(1 + 100 * kin_share);
      causes.network[static_cast<std::size_t>(o)][static_cast<std::size_t>(d)] = network;
      const double distance = parameters.move_cost + parameters.distance_weight * exact_log(country.distance_km(o, d) / 500);
      signals.bilateral[static_cast<std::size_t>(o)][static_cast<std::size_t>(d)] =
          size_term[static_cast<std::size_t>(d)] - mean + network - distance;
    }
  }
  auto ease = [&](int a, int b, double shift) {
    signals.bilateral[static_cast<std::size_t>(a)][static_cast<std::size_t>(b)] += shift;
    signals.bilateral[static_cast<std::size_t>(b)][static_cast<std::size_t>(a)] += shift;
  };
  for (const HubPair& pair : country.hub_pairs) ease(pair.hinterland, pair.hub, pair.cost_shift);
  for (const KinPair& pair : country.kin_pairs) ease(pair.a, pair.b, parameters.kin_shift);
}

void speak_attention(agents::MigrationSignals& signals, double mean_attention,
                     const agents::MigrationParameters& p) {
  using agents::Labour;
  for (int age = 0; age < agents::n_ages; ++age) {
    signals.attention[static_cast<std::size_t>(age)] =
        age < 18 ? 0 : p.consideration_per_year / 12 * attention_curve(age + 0.5) / mean_attention;
    // Years of work ahead, discounted, relative to a 25-year-old's.
    const double left = age < 63 ? 65.0 - age : 2.0;
    signals.horizon[static_cast<std::size_t>(age)] =
        (1 - agents::exact_pow(yearly_discount, left)) / (1 - agents::exact_pow(yearly_discount, 40));
  }
  signals.attention_household = {p.attention_single, p.attention_lone_parent, p.attention_couple, p.attention_family};
  auto by_labour = [&](Labour state) -> double& { return signals.attention_labour[static_cast<std::size_t>(state)]; };
  by_labour(Labour::outside) = by_labour(Labour::retired) = p.attention_outside;
  by_labour(Labour::student) = p.attention_student;
  by_labour(Labour::unemployed) = p.attention_unemployed;
  by_labour(Labour::informal) = p.attention_informal;
  by_labour(Labour::employed_own) = by_labour(Labour::employed_other) = p.attention_formal;
  signals.attention_owner = {p.attention_renter, p.attention_owner};
  signals.attention_tenure = {p.attention_recent, p.attention_settling, 1.0};
}

}  // namespace

void perception_speaks(agents::MigrationSignals& signals, agents::CauseSignals& causes, const Perception& perception,
                       const Country& country, const agents::MigrationParameters& parameters,
                       const agents::WorkParameters& work) {
  const int n = country.n_regions();
  speak_prospects(signals, causes, perception.believed, parameters, work);
  speak_bilateral(signals, causes, perception, country, parameters);
  speak_attention(signals, perception.mean_attention, parameters);
  for (int r = 0; r < n; ++r) {
    const auto region = static_cast<std::size_t>(r);
    signals.rent[region] =
        -parameters.wage_weight * parameters.housing_share * exact_log(perception.believed.rent[region]);
    signals.service[region] = parameters.service_weight * perception.believed.services[region];
    signals.heat_and_water[region] = -parameters.heat_and_water_weight * perception.believed.bad_supply[region];
    signals.congestion[region] = -parameters.congestion_weight * perception.believed.congestion[region];
    signals.place[region] = perception.place_constant[region];
    signals.nest[region] = country.regions[region].is_metropolis ? 0 : 1;
    signals.mover_rents[region] = agents::threshold_of(country.mover_renting_share[region]);
  }
  causes.mean_rent = 0;
  for (std::size_t r = 0; r < static_cast<std::size_t>(n); ++r) causes.mean_rent += causes.people_share[r] * signals.rent[r];
  signals.owner_stay_factor = parameters.owner_housing_factor;
  signals.home = parameters.home_weight;
  signals.owner_cost = parameters.owner_cost;
  signals.children_cost = parameters.children_cost;
  signals.dual_earner_cost = parameters.dual_earner_cost;
  signals.nest_dissimilarity = parameters.nest_dissimilarity;
  signals.job_in_hand = agents::threshold_of(parameters.job_in_hand);
  signals.adult_child_follows = agents::threshold_of(parameters.adult_child_follows);
}

}  // namespace world
