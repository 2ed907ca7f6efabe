// Place constants by inversion: the constants and the level of the moving cost
// at which the closed-form expected flows of the start have the base year's
// interregional net migration of every region and its total. Used by
// `qonys constants`; a run only reads the resulting file.
#pragma once

#include <string>
#include <vector>

#include "world/world.hpp"

namespace world {

/// Expected interregional moves of one month at the start, persons at the
/// world's scale: every head's chance to consider times the choice
/// probabilities times the people who come along.
[[nodiscard]] Grid<double> expected_flows(const World& world, const Crew& crew);

struct PlaceInversion {
  std::vector<double> place_constant;   // [region] util, mean 0
  double move_cost_shift = 0;           // util
  double actual_per_registered = 1;     // actual moves aimed at, over registered ones
  int iterations = 0;
  double worst_error_persons = 0;       // a year, real people, of one region's net
  std::vector<double> net_target, net_expected;       // [region] a year, real people
  std::vector<double> gross_in_expected;               // [region] a year
  double total_target = 0, total_expected = 0;         // moves a year
};

/// a_r += (net target − net expected) / (in + out) and the mean taken out
/// (docs/model.md, place constants), with the level of the moving cost beside
/// it. `actual_per_registered` scales the targets from registrations to moves.
/// Leaves the result in `world.perception`.
[[nodiscard]] PlaceInversion invert_place_constants(World& world, const Crew& crew, double actual_per_registered);

/// Inverts for a steady stock of people registered elsewhere; then, `rounds`
/// times, runs three years on a fresh copy and corrects `actual_per_registered`
/// by what these years register on average.
[[nodiscard]] PlaceInversion find_place_constants(const Scenario& scenario, const Country& country, const Crew& crew,
                                                  int rounds);

/// The file that `load_country` reads as place_constants.csv.
[[nodiscard]] std::string place_constants_csv(const PlaceInversion& inversion, const Scenario& scenario,
                                              const Country& country);

}  // namespace world
