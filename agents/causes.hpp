// Why a head of household moves: the utility of a region as a sum of causes,
// and the account of one mover. Exact and additive; docs/model.md, "Why people
// move". Called for movers only; must not change what anybody chooses.
#pragma once

#include <array>
#include <cstdint>

#include "agents/choice.hpp"
#include "agents/signals.hpp"

namespace agents {

/// The terms of the utility, in the order of every table of causes.
enum class Cause : std::uint8_t {
  wage,            // expected formal wage of the own skill
  job_chance,      // chance of formal work, and quick income without it
  own_specialty,   // chance of work in the own field
  prestige,        // of the profession, and working conditions
  housing,         // rent
  services,        // public services per resident
  heat_and_water,
  congestion,
  home,            // the home region, on both sides
  network,         // people of the region left who live there
  distance,        // whatever else a move between two regions costs
  size,            // the size of the destination
  place,           // the place constant: what the model does not explain
};
inline constexpr int n_causes = 13;
inline constexpr std::array<const char*, n_causes> cause_names = {
    "wage",       "job_chance", "own_specialty", "prestige", "housing", "services", "heat_and_water",
    "congestion", "home",       "network",       "distance", "size",    "place"};

/// Whether a cause belongs to a region alone, so that a region can push people
/// out of it against the national mean.
[[nodiscard]] constexpr bool has_push(Cause cause) {
  return cause != Cause::home && cause != Cause::network && cause != Cause::distance && cause != Cause::size;
}

/// Util, [cause][region]; regions that do not exist hold 0.
using Parts = std::array<Utilities, n_causes>;

/// The parts whose sums over causes are the utilities of `fill_utilities`.
/// What the tables do not name apart falls to job_chance (of prospects) and to
/// distance (of what depends on both regions), so sums hold whatever is in them.
void fill_parts(Parts& parts, const Considerer& who, const MigrationSignals& signals, const CauseSignals& causes,
                int n_regions);

/// Util, national mean less origin, by cause; 0 for causes without push. Every
/// region, the origin too, is seen as a newcomer who rents would see it, so a
/// region like the mean pushes nobody. The mean is weighted by people.
[[nodiscard]] std::array<double, n_causes> push_of(const Considerer& who, const MigrationSignals& signals,
                                                   const CauseSignals& causes, int n_regions);

/// Util, [cause][region]: how far a region is from the national mean, for causes with push; 0 for the others. Regions
/// are seen as by a newcomer, as in `push_of`; of the rent of the origin an owner feels the share of one who stays.
void fill_gaps(Parts& gaps, const Considerer& who, const MigrationSignals& signals, const CauseSignals& causes,
               int n_regions);

/// Causes without which the head would have stayed, one bit each: the choice
/// with the same tastes when every region had the origin's part of the cause.
[[nodiscard]] std::uint16_t pivotal_causes(const Utilities& utility, const Utilities& taste, const Parts& parts,
                                           int origin);

/// Utilities are added up as integers of 2^-20 util, so that sums depend on
/// nothing but their terms.
using UtilUnits = std::int64_t;
inline constexpr double units_per_util = 1 << 20;
[[nodiscard]] constexpr UtilUnits util_units(double util) {
  return static_cast<UtilUnits>(util * units_per_util + (util < 0 ? -0.5 : 0.5));
}

inline constexpr int n_age_bands = 3;
inline constexpr std::array<const char*, n_age_bands> age_band_names = {"under_30", "30_to_44", "45_and_over"};
[[nodiscard]] constexpr int age_band(int age) { return age < 30 ? 0 : age < 45 ? 1 : 2; }
inline constexpr std::array<const char*, n_levels> level_names = {"secondary", "vocational", "higher"};

/// What a move gained its head, cause by cause. The gains and the taste add up
/// to the whole gain exactly; the taste takes the roundings. With the month's
/// signals, `who` and `serial` give every utility and taste of the decision again.
struct MoverAccount {
  std::uint64_t serial = 0;                    // of the head
  Considerer who;                              // when deciding
  std::uint8_t destination = 0;
  std::uint16_t pivotal = 0;                   // one bit a cause
  std::uint16_t n_people = 0;                  // the head and who moved along
  std::array<UtilUnits, n_causes> gain{};      // destination less origin
  std::array<UtilUnits, n_causes> push{};      // national mean less origin
  UtilUnits taste = 0;

  [[nodiscard]] bool is_pivotal(int cause) const { return ((pivotal >> cause) & 1) != 0; }
};

/// The account of the head `serial` who chose `destination` by `utility` and `taste`.
[[nodiscard]] MoverAccount account_of(std::uint64_t serial, const Considerer& who, int destination,
                                      const Utilities& utility, const Utilities& taste, const Signals& signals);

}  // namespace agents
