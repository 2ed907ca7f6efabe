// Rates of death, birth and pairing by region: national schedules by age at
// the level of each region's counts, partnership taken into account. Also the
// thresholds of schooling and registration, which are as plain.
#pragma once

#include <array>
#include <vector>

#include "agents/demography_parameters.hpp"
#include "agents/registration_parameters.hpp"
#include "agents/schooling_parameters.hpp"
#include "agents/signals.hpp"
#include "world/census.hpp"
#include "world/country.hpp"

namespace world {

/// Levels that are fixed at the start, and the drivers of the year.
struct Vital {
  std::vector<double> death_level;   // [region] over the national schedule
  std::vector<double> birth_level;   // [region]
  std::vector<double> couple_level;  // [region] over the pairing curve
  double fertility_index = 1;        // this year over the base year
  double mortality_index = 1;
  double arrivals_index = 1;
  double departures_index = 1;
  std::vector<double> departure_rate;  // [region] 1/month per head at the base year
};

/// Levels such that the start population has the base year's births, deaths,
/// marriages and departures abroad.
[[nodiscard]] Vital start_vital(const Country& country, const Census& start,
                                const agents::DemographyParameters& parameters, double scale);

/// Sets the indices of `month`: observed national drivers while there are any
/// and they are wanted, then the parameters' yearly trends.
void drive_vital(Vital& vital, const Country& country, const agents::DemographyParameters& parameters,
                 agents::Month month, bool use_drivers);

/// Levels, indices and the partnered shares of the census → thresholds.
void vital_speaks(agents::DemographySignals& signals, const Vital& vital, const Census& census,
                  const Country& country, const agents::DemographyParameters& parameters);

/// Fertility of single and of partnered women over that of all, such that a
/// share `partnered` of women keeps the total. Returns {single, partnered}.
[[nodiscard]] std::pair<double, double> fertility_by_partnership(double single_ratio, double partnered);

/// Cumulative shares of fields on 32 bits, [level][field].
using FieldShares = std::array<std::array<std::uint32_t, agents::n_fields>, agents::n_levels>;
[[nodiscard]] FieldShares cumulative_fields(const Country& country);

/// Schooling of people from abroad, and who of those who leave school enters the labour force.
void newcomers_speak(agents::SchoolingSignals& signals, const Country& country,
                     const agents::SchoolingParameters& parameters, const std::vector<double>& degree_share,
                     const std::vector<double>& participation);
/// `coverage` 0–1 of the register of residents raises the hazard.
void registration_speaks(agents::RegistrationSignals& signals, const agents::RegistrationParameters& parameters,
                         double coverage, double benefit_link);

}  // namespace world
