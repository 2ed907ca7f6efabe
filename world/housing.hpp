// Dwellings and rents by region. Must not know posts, budgets or citizens.
#pragma once

#include <vector>

#include "agents/grid.hpp"
#include "world/country.hpp"
#include "world/housing_parameters.hpp"

namespace world {

struct Housing {
  // Fixed when the world is built.
  std::vector<double> base_rent;        // [region] KZT per m2 and month
  std::vector<double> base_income;      // [region] KZT per person and month
  std::vector<double> m2_per_person;    // [region] hbar, so that demand = stock × (1 − v0) at the start
  std::vector<double> starts_share;     // [region] d_H + g0: dwellings begun in a year over the stock
  std::vector<double> space_growth;     // [region] 1/year, floor space per person in the base year: stock less people

  // State.
  std::vector<double> stock_m2;         // [region], scaled
  std::vector<double> rent;             // [region]
  Grid<double> pipeline_m2;             // [region × months to completion]
  Grid<double> rent_history;            // [region × 12], slot = month mod 12
  double months_since_start = 0;
};

/// `people` and `income` [region] at the start; `scale` scales the stock;
/// `people_growth` [region] is the base year's growth of people, 1/year.
[[nodiscard]] Housing start_housing(const Country& country, const HousingParameters& parameters,
                                    const std::vector<double>& people, const std::vector<double>& income,
                                    const std::vector<double>& people_growth, double scale);

/// Floor space that `people` with mean `income` want in `region`, m2.
[[nodiscard]] double demanded_m2(const Housing& housing, const HousingParameters& parameters, int region,
                                 double people, double income);

/// Completions, rents, new starts; `permits` [region] is the share of the starts that is allowed.
void housing_responds(Housing& housing, const HousingParameters& parameters, const std::vector<double>& people,
                      const std::vector<double>& income, const std::vector<double>& permits, int month);

}  // namespace world
