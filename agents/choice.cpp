#include "agents/choice.hpp"

#include <cstddef>

#include "agents/exact_math.hpp"

namespace agents {

namespace {

int household_kind(const Considerer& who) {
  if (who.has_partner) return who.has_children ? 3 : 2;
  return who.has_children ? 1 : 0;
}

}  // namespace

double attention_hazard(const Considerer& who, double household, const MigrationSignals& signals) {
  return signals.attention[static_cast<std::size_t>(who.age)] * household *
         signals.attention_labour[static_cast<std::size_t>(who.labour)] * signals.attention_owner[who.is_owner] *
         signals.attention_tenure[who.tenure_class];
}

double attention_of(const Considerer& who, const MigrationSignals& signals) {
  const double household = signals.attention_household[static_cast<std::size_t>(household_kind(who))];
  return 1 - exact_exp(-attention_hazard(who, household, signals));
}

void fill_utilities(Utilities& utility, const Considerer& who, const MigrationSignals& signals, int n_regions) {
  const bool retired = who.labour == Labour::retired;
  const double horizon = retired ? 0.5 : signals.horizon[static_cast<std::size_t>(who.age)];
  const double work = retired ? 0.0 : 1.0;
  const double children = who.has_children ? 1.5 : 1.0;
  const double cost = (who.is_owner ? signals.owner_cost : 0) + (who.has_children ? signals.children_cost : 0) +
                      (who.has_two_earners ? signals.dual_earner_cost : 0);
  const auto& prospect = signals.prospect[who.skill];
  const auto& bilateral = signals.bilateral[who.origin];
  for (std::size_t d = 0; d < max_regions; ++d) {
    utility[d] = horizon * (work * prospect[d] + signals.rent[d] + children * signals.service[d] +
                            signals.heat_and_water[d] + signals.congestion[d] + signals.place[d]) +
                 bilateral[d] - cost;
  }
  const std::size_t o = who.origin;
  const double rent = who.is_owner ? signals.owner_stay_factor * signals.rent[o] : signals.rent[o];
  const double here = signals.prospect_here[o][static_cast<std::size_t>(who.labour)][who.skill];
  utility[o] = horizon * (work * here + rent + children * signals.service[o] + signals.heat_and_water[o] +
                          signals.congestion[o] + signals.place[o]);
  if (who.home != nowhere) utility[who.home] += signals.home;
  for (int d = n_regions; d < max_regions; ++d) utility[static_cast<std::size_t>(d)] = never_chosen;
}

double log_stable(double tau, double uniform_angle, double uniform_scale) {
  if (tau >= 1) return 0;
  // S = sin(tau th) / sin(th)^(1/tau) · (sin((1−tau) th) / E)^((1−tau)/tau), th = pi u, E = −ln v.
  const double e = -exact_log(uniform_scale);
  return exact_log(exact_sin_pi(tau * uniform_angle)) - exact_log(exact_sin_pi(uniform_angle)) / tau +
         (1 - tau) / tau * (exact_log(exact_sin_pi((1 - tau) * uniform_angle)) - exact_log(e));
}

namespace {

// `log_stable` for both nests at once: the sines and logarithms of both share
// vectors. Same operations in the same order, so the same bits.
std::array<double, 2> log_stable_of_nests(double tau, const Chance& chance, std::uint64_t serial) {
  alignas(64) std::array<double, 8> work{};
  std::array<double, 2> angle{};
  for (std::size_t nest = 0; nest < 2; ++nest) {
    angle[nest] = uniform_of(chance.bits(Purpose::nest_angle, serial, nest));
    work[nest] = uniform_of(chance.bits(Purpose::nest_scale, serial, nest));
  }
  const std::array<double, 2> e = {-exact_log(work[0]), -exact_log(work[1])};
  for (std::size_t nest = 0; nest < 2; ++nest) {
    work[nest] = tau * angle[nest];
    work[2 + nest] = angle[nest];
    work[4 + nest] = (1 - tau) * angle[nest];
  }
  for (double& value : work) value = exact_sin_pi(value);
  work[6] = e[0];
  work[7] = e[1];
  for (double& value : work) value = exact_log(value);
  std::array<double, 2> result{};
  for (std::size_t nest = 0; nest < 2; ++nest) {
    result[nest] = work[nest] - work[2 + nest] / tau + (1 - tau) / tau * (work[4 + nest] - work[6 + nest]);
  }
  return result;
}

}  // namespace

void fill_tastes(Utilities& taste, int origin, const MigrationSignals& signals, int n_regions, const Chance& chance,
                 std::uint64_t serial) {
  const double tau = signals.nest_dissimilarity;
  std::array<double, 2> nest_taste{};
  if (tau < 1) {
    nest_taste = log_stable_of_nests(tau, chance, serial);
    for (double& of_nest : nest_taste) of_nest *= tau;
  }
  const std::uint64_t key = chance.key(Purpose::alternative);
  // Whole vectors of eight: lanes beyond the last region are drawn and not looked at.
  const std::size_t n = static_cast<std::size_t>(n_regions), n_lanes = (n + 7) / 8 * 8;
  for (std::size_t d = 0; d < n_lanes; ++d) taste[d] = uniform_of(keyed_bits(nth_key(key, d), serial));
  for (std::size_t d = 0; d < n_lanes; ++d) taste[d] = -exact_log(-exact_log(taste[d]));
  const double of_staying = taste[static_cast<std::size_t>(origin)];
  for (std::size_t d = 0; d < n; ++d) taste[d] = tau * taste[d] + nest_taste[signals.nest[d]];
  taste[static_cast<std::size_t>(origin)] = of_staying;
  for (std::size_t d = n; d < max_regions; ++d) taste[d] = 0;
}

int best_region(const Utilities& utility, const Utilities& taste, int origin, int n_regions) {
  int best = origin;
  double best_value = utility[static_cast<std::size_t>(origin)] + taste[static_cast<std::size_t>(origin)];
  for (int destination = 0; destination < n_regions; ++destination) {
    const auto d = static_cast<std::size_t>(destination);
    const double value = utility[d] + taste[d];
    if (value > best_value) {
      best_value = value;
      best = destination;
    }
  }
  return best;
}

int draw_choice(const Utilities& utility, int origin, const MigrationSignals& signals, int n_regions,
                const Chance& chance, std::uint64_t serial) {
  alignas(64) Utilities taste;
  fill_tastes(taste, origin, signals, n_regions, chance, serial);
  return best_region(utility, taste, origin, n_regions);
}

void choice_probabilities(Utilities& probability, const Utilities& utility, int origin,
                          const MigrationSignals& signals, int n_regions) {
  const double tau = signals.nest_dissimilarity;
  const auto o = static_cast<std::size_t>(origin);
  const auto n = static_cast<std::size_t>(n_regions);
  double largest = utility[o];
  for (std::size_t d = 0; d < n; ++d) largest = utility[d] > largest ? utility[d] : largest;
  std::array<double, 2> sum{};
  Utilities weight{};
  for (std::size_t d = 0; d < n; ++d) {
    if (d == o) continue;
    weight[d] = exact_exp((utility[d] - largest) / tau);
    sum[signals.nest[d]] += weight[d];
  }
  std::array<double, 2> value{};
  const double stay = exact_exp(utility[o] - largest);
  double total = stay;
  for (std::size_t nest = 0; nest < 2; ++nest) {
    value[nest] = sum[nest] > 0 ? exact_exp(tau * exact_log(sum[nest])) : 0;
    total += value[nest];
  }
  probability.fill(0);
  for (std::size_t d = 0; d < n; ++d) {
    if (d == o) probability[d] = stay / total;
    else if (sum[signals.nest[d]] > 0) probability[d] = value[signals.nest[d]] / total * weight[d] / sum[signals.nest[d]];
  }
}

}  // namespace agents
