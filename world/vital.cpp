#include "world/vital.hpp"

#include <algorithm>
#include <array>

#include "agents/demography.hpp"
#include "agents/exact_math.hpp"

namespace world {

using agents::exact_exp;
using agents::exact_pow;
using agents::n_ages;
using agents::threshold_of;

namespace {

constexpr int first_fertile_age = 15, last_fertile_age = 49;
constexpr int first_pairing_age = 18, last_pairing_age = 49;
constexpr int oldest_age = 109;

double people_of(const Census& census, int region, int sex, int age) {
  return static_cast<double>(census.people(region, sex * 2, age) + census.people(region, sex * 2 + 1, age));
}

// Partnered share of women in the five years around an age, kept inside (0, 1).
double partnered_share(const Census& census, int region, int age) {
  double single = 1e-9, partnered = 1e-9;
  for (int a = age / 5 * 5; a < age / 5 * 5 + 5; ++a) {
    single += static_cast<double>(census.people(region, 2, a));
    partnered += static_cast<double>(census.people(region, 3, a));
  }
  return partnered / (single + partnered);
}

}  // namespace

std::pair<double, double> fertility_by_partnership(double single_ratio, double partnered) {
  if (partnered <= 0.001) return {1.0, 1.0};
  const double ratio = partnered >= 0.999 ? 0.0 : single_ratio;
  return {ratio, (1 - ratio * (1 - partnered)) / partnered};
}

Vital start_vital(const Country& country, const Census& start, const agents::DemographyParameters& parameters,
                  double scale) {
  Vital vital;
  const int n = country.n_regions();
  for (int r = 0; r < n; ++r) {
    const auto region = static_cast<std::size_t>(r);
    double deaths = 0, births = 0, marriages = 0, people = 0;
    for (int age = 0; age < n_ages; ++age) {
      for (int sex = 0; sex < 2; ++sex) {
        deaths += people_of(start, r, sex, age) * country.mortality_per_year(sex, age);
        people += people_of(start, r, sex, age);
      }
      births += people_of(start, r, 1, age) * country.fertility_per_year[static_cast<std::size_t>(age)];
      if (age >= first_pairing_age && age <= last_pairing_age) {
        marriages += static_cast<double>(start.people(r, 2, age)) * agents::pairing_curve(parameters, age + 0.5);
      }
    }
    auto level = [scale](double counted, double expected) { return expected > 0 ? counted * scale / expected : 0; };
    vital.death_level.push_back(level(country.deaths_persons[region], deaths));
    vital.birth_level.push_back(level(country.births_persons[region], births));
    vital.couple_level.push_back(level(country.marriages_count[region], marriages));
    vital.departure_rate.push_back(people > 0 ? country.external_departures_persons[region] * scale / people / 12 : 0);
  }
  return vital;
}

void drive_vital(Vital& vital, const Country& country, const agents::DemographyParameters& parameters,
                 agents::Month month, bool use_drivers) {
  const int year = agents::year_of(month);
  Driver now;
  int known = country.base_year;
  if (use_drivers) {
    for (const Driver& driver : country.drivers) {
      if (driver.year > year || driver.year < known) continue;
      now = driver;
      known = driver.year;
    }
  }
  const double years = year - known;
  vital.fertility_index = now.fertility_index * exact_pow(1 + parameters.fertility_trend_per_year, years);
  vital.mortality_index = now.mortality_index * exact_pow(1 + parameters.mortality_trend_per_year, years);
  vital.arrivals_index = now.external_arrivals_index;
  vital.departures_index = now.external_departures_index;
}

void vital_speaks(agents::DemographySignals& signals, const Vital& vital, const Census& census, const Country& country,
                  const agents::DemographyParameters& parameters) {
  for (int r = 0; r < country.n_regions(); ++r) {
    const auto region = static_cast<std::size_t>(r);
    for (int age = 0; age < n_ages; ++age) {
      const auto a = static_cast<std::size_t>(age);
      for (int sex = 0; sex < 2; ++sex) {
        const double rate = vital.death_level[region] * vital.mortality_index * country.mortality_per_year(sex, age);
        signals.death[region][static_cast<std::size_t>(sex)][a] =
            age > oldest_age ? agents::always : threshold_of(1 - exact_exp(-rate / 12));
      }
      signals.birth[region][0][a] = signals.birth[region][1][a] = signals.couple[region][a] = 0;
      if (age >= first_fertile_age && age <= last_fertile_age) {
        const double rate = vital.birth_level[region] * vital.fertility_index * country.fertility_per_year[a] / 12;
        const auto [single, partnered] =
            fertility_by_partnership(parameters.single_fertility_ratio, partnered_share(census, r, age));
        signals.birth[region][0][a] = threshold_of(rate * single);
        signals.birth[region][1][a] = threshold_of(rate * partnered);
      }
      if (age >= first_pairing_age && age <= last_pairing_age) {
        const double rate = vital.couple_level[region] * agents::pairing_curve(parameters, age + 0.5);
        signals.couple[region][a] = threshold_of(1 - exact_exp(-rate / 12));
      }
    }
    signals.emigrate[region] = threshold_of(vital.departure_rate[region] * vital.departures_index);
    for (int other = 0; other < country.n_regions(); ++other) {
      signals.distance_km[region][static_cast<std::size_t>(other)] = country.distance_km(r, other);
    }
  }
  signals.hub.fill(agents::nowhere);
  for (const HubPair& pair : country.hub_pairs) {
    signals.hub[static_cast<std::size_t>(pair.hinterland)] = static_cast<std::uint8_t>(pair.hub);
  }
  for (int age = 0; age < n_ages; ++age) {
    const bool stays = age < 18 || age >= parameters.leave_home_last_age_years;
    const double rate = stays ? 0 : age < 25 ? parameters.leave_home_young_per_year : parameters.leave_home_later_per_year;
    signals.leave_home[static_cast<std::size_t>(age)] = threshold_of(1 - exact_exp(-rate / 12));
  }
}

FieldShares cumulative_fields(const Country& country) {
  FieldShares up_to{};
  for (std::size_t level = 1; level < agents::n_levels; ++level) {
    const auto& share = level == 1 ? country.field_share_vocational : country.field_share_higher;
    double run = 0;
    for (std::size_t field = 1; field < agents::n_fields; ++field) {
      run += share[field];
      up_to[level][field] = static_cast<std::uint32_t>(std::min(4294967295.0, run * 4294967296.0));
    }
  }
  return up_to;
}

void newcomers_speak(agents::SchoolingSignals& signals, const Country& country,
                      const agents::SchoolingParameters& parameters, const std::vector<double>& degree_share,
                      const std::vector<double>& participation) {
  for (std::size_t r = 0; r < degree_share.size(); ++r) {
    signals.higher[r] = threshold_of(degree_share[r]);
    for (std::size_t sex = 0; sex < 2; ++sex) signals.participates[r][sex] = threshold_of(participation[r * 2 + sex]);
  }
  signals.vocational = threshold_of(parameters.vocational_share_of_rest);
  signals.field_up_to = cumulative_fields(country);
}

void registration_speaks(agents::RegistrationSignals& signals, const agents::RegistrationParameters& parameters,
                         double coverage, double benefit_link) {
  signals.hazard = threshold_of(parameters.hazard_per_month * (1 + parameters.coverage_response * coverage +
                                                               parameters.benefit_response * benefit_link));
  signals.never = threshold_of(parameters.never_share);
}

}  // namespace world
