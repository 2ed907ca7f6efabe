// What people believe about the places: slowly moving copies of wages, job
// chances, rents and services, and the migration tables made from them.
#pragma once

#include <vector>

#include "agents/migration_parameters.hpp"
#include "agents/signals.hpp"
#include "agents/work_parameters.hpp"
#include "world/country.hpp"

namespace world {

/// Inputs of the utility as the places have them now.
struct PlaceFacts {
  Grid<double> wage;           // [region × skill] expected formal wage in the own field, KZT per month
  Grid<double> job_chance;     // [region × skill] e
  Grid<double> own_share;      // [region × skill] q
  Grid<double> mismatch_ratio; // [region × skill] rm: other wage over own wage, loss included
  std::vector<double> quick_income;  // [region] b, KZT per month
  std::vector<double> rent;          // [region] KZT per m2
  std::vector<double> services;      // [region] ln
  std::vector<double> bad_supply;    // [region] heat quality missed + water quality missed, 0–2
  std::vector<double> congestion;    // [region] ln
  Grid<double> conditions;           // [region × skill] of the posts it looks at; empty: 0
  std::vector<double> prestige;      // [field]; empty: 0
};

struct Perception {
  PlaceFacts believed;               // smoothed copies of the facts
  std::vector<double> size;          // [region] people lived there a year ago, real people
  Grid<double> size_history;         // [12 × region]
  Grid<double> home_stock;           // [home × region] people, real
  std::vector<double> place_constant;
  double mean_attention = 1;         // rcbar: mean of the age curve over heads at the start
};

/// What next year is worth today to who decides to move.
inline constexpr double yearly_discount = 0.92;

/// Moves beliefs towards the facts by `speed`; 1 replaces them.
void perceive(Perception& perception, const PlaceFacts& facts, double speed);

/// Beliefs → the tables of the migration choice, and what these are made of.
void perception_speaks(agents::MigrationSignals& signals, agents::CauseSignals& causes, const Perception& perception,
                       const Country& country, const agents::MigrationParameters& parameters,
                       const agents::WorkParameters& work);

/// The age curve of attention, not normalised (Rogers and Castro's labour part and constant).
[[nodiscard]] double attention_curve(double age);

}  // namespace world
