// Heat, water, school seats and roads by region: capacity grows by dated
// projects and by what regions plan, load is an outcome of people, dwellings
// and weather, and what is missing becomes bad quality. Must not know posts,
// beliefs or rules of citizens.
#pragma once

#include <vector>

#include "agents/chance.hpp"
#include "world/census.hpp"
#include "world/country.hpp"
#include "world/infrastructure_parameters.hpp"

namespace world {

/// What the infrastructure has to serve, [region]; persons at scale 1:1.
struct Served {
  std::vector<double> residents;      // live there
  std::vector<double> observed;       // the state believes to live there
  std::vector<double> commuters_in, commuters_out;
  std::vector<double> visitors;       // come for a day from the hinterland, without a post
  std::vector<double> dwellings_m2;

  /// Headcount of a working day: residents and who comes, less who leaves.
  [[nodiscard]] double headcount(std::size_t region) const {
    return residents[region] + commuters_in[region] - commuters_out[region] + visitors[region];
  }
};

/// State of the systems. [system] is a System; persons, Gcal/h, thousand m3 a
/// day and seats are those of the real country, whatever the world's scale.
struct Infrastructure {
  // Fixed when the world is built.
  Grid<double> base_load;             // [system × region] at design conditions, at the start
  std::vector<double> base_equivalent, base_observed, base_dwellings_m2;  // [region]

  // State.
  Grid<double> capacity;              // [system × region]
  Grid<double> by_policy;             // [system × region] of it, delivered by policies
  Grid<double> load;                  // [system × region] of the month
  Grid<double> available;             // [system × region] capacity less outages
  Grid<double> quality;               // [system × region] 0–1; heat and water
  Grid<double> deficits;              // [(system · n + region) × 12] deficit of a calendar month
  Grid<double> pipeline;              // [(system · n + region) × months to delivery], slot = month mod lag
  std::vector<double> observed_last_january, dwellings_last_january;  // [region]
  std::vector<double> pupils_at_census;       // [region]
  std::vector<double> residents_at_census;    // [region]
  std::vector<double> served;                 // [region] headcount of the month
  std::vector<double> congestion;             // [region] ln of load over road capacity, 0 while there is room

  [[nodiscard]] int n_regions() const { return capacity.columns(); }
  /// Share of the load that could not be met in the last month.
  [[nodiscard]] double deficit(System system, int region) const;
  /// Months of the last twelve with a deficit of more than 1 %.
  [[nodiscard]] int deficit_months(System system, int region) const;
  /// School seats per pupil, at most 1.
  [[nodiscard]] double seats_per_pupil(int region) const;
};

/// Capacities and loads of the country's tables at the start; `people_growth`
/// [region] is the base year's, 1/year, for the first plans.
[[nodiscard]] Infrastructure start_infrastructure(const Country& country, const InfrastructureParameters& parameters,
                                                  const Served& served, const Census& census, double scale,
                                                  const std::vector<double>& people_growth);

/// Puts into service what is due in `month`: planned capacity, the country's
/// projects and `extra` [system × region] from policies.
void deliver_capacity(Infrastructure& infrastructure, const Country& country,
                      const InfrastructureParameters& parameters, const Grid<double>& extra, agents::Month month);

/// Loads that are to be expected `months` from now, [system × region], extrapolating the people and dwellings that are
/// observed in January; 0 where there is nothing to extrapolate.
[[nodiscard]] Grid<double> expected_loads(const Infrastructure& infrastructure, const Country& country,
                                          const InfrastructureParameters& parameters, const Served& served,
                                          const Census& census, double scale, int months);

/// In January: regions plan capacity for the load they expect after the lag,
/// extrapolating the people and dwellings they observe; seats from the children
/// there are.
void plan_capacity(Infrastructure& infrastructure, const Country& country, const InfrastructureParameters& parameters,
                   const Served& served, const Census& census, double scale, agents::Month month);

/// Weather, loads, deficits and quality of the month.
void infrastructure_responds(Infrastructure& infrastructure, const Country& country,
                             const InfrastructureParameters& parameters, const Served& served,
                             const agents::Chance& chance);

/// Temperature of the coldest five days of a calendar month without noise, deg C.
[[nodiscard]] double cold_spell(double january_mean_c, int calendar_month, const InfrastructureParameters& parameters);
/// Heat load at `outside_c` for dwellings and people relative to the start.
[[nodiscard]] double heat_load(double design_load, double dwellings_ratio, double people_ratio, double outside_c,
                               double design_c, const InfrastructureParameters& parameters);
/// Water load of a calendar month; `peak_load` is a day of summer.
[[nodiscard]] double water_load(double peak_load, double people_ratio, int calendar_month,
                                const InfrastructureParameters& parameters);
/// Share of `load` beyond `available`, 0 to 1.
[[nodiscard]] double deficit_of(double available, double load);
/// q' = 11/12 q + 1/12 (1 − min(1, deficit / quality_at_deficit)).
[[nodiscard]] double next_quality(double quality, double deficit, const InfrastructureParameters& parameters);

}  // namespace world
