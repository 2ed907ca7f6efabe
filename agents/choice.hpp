// The choice of where to live: utilities of all regions for one head, the
// structural draw of a nested logit, and its closed-form probabilities.
// Pure functions of a type and the month's tables; no rows, no tallies.
#pragma once

#include <array>
#include <cstdint>

#include "agents/chance.hpp"
#include "agents/signals.hpp"

namespace agents {

/// What the choice sees of a head of household.
struct Considerer {
  std::uint8_t origin = 0;
  std::uint8_t home = nowhere;
  std::uint8_t skill = 0;
  Labour labour = Labour::outside;
  int age = 30;
  bool is_owner = false;
  bool has_children = false;
  bool has_partner = false;
  bool has_two_earners = false;
  std::uint8_t tenure_class = 2;
};

using Utilities = std::array<double, max_regions>;
/// Utility of a region that does not exist.
inline constexpr double never_chosen = -1e30;

/// Hazard of considering a move with the factor `household`, 1/month.
[[nodiscard]] double attention_hazard(const Considerer& who, double household, const MigrationSignals& signals);
/// Chance that the head considers moving this month, 1/month.
[[nodiscard]] double attention_of(const Considerer& who, const MigrationSignals& signals);

/// Utility of living in each region, without tastes; the origin holds the
/// utility of staying.
void fill_utilities(Utilities& utility, const Considerer& who, const MigrationSignals& signals, int n_regions);

/// The keyed tastes of one head: Gumbel with a positive-stable factor for each
/// nest, so that choices follow the nested logit exactly; staying is a nest of
/// its own. Regions that do not exist hold 0.
/// Source: Kanter 1975 for the stable draw. Cost: 2 logarithms a region.
void fill_tastes(Utilities& taste, int origin, const MigrationSignals& signals, int n_regions, const Chance& chance,
                 std::uint64_t serial);

/// The region with the largest utility plus taste; the origin unless another is better.
[[nodiscard]] int best_region(const Utilities& utility, const Utilities& taste, int origin, int n_regions);

/// The region chosen: the best one by utility and the head's keyed tastes.
[[nodiscard]] int draw_choice(const Utilities& utility, int origin, const MigrationSignals& signals, int n_regions,
                              const Chance& chance, std::uint64_t serial);

/// Probabilities of the same choice in closed form; sums to 1.
void choice_probabilities(Utilities& probability, const Utilities& utility, int origin,
                          const MigrationSignals& signals, int n_regions);

/// Logarithm of a positive stable variable of index `tau` in (0, 1]; 0 at 1.
[[nodiscard]] double log_stable(double tau, double uniform_angle, double uniform_scale);

}  // namespace agents
