#include "world/housing.hpp"

#include <algorithm>

#include "agents/exact_math.hpp"

namespace world {

using agents::exact_exp;
using agents::exact_log;
using agents::exact_pow;

double demanded_m2(const Housing& housing, const HousingParameters& parameters, int region, double people,
                   double income) {
  const auto r = static_cast<std::size_t>(region);
  const double income_ratio = housing.base_income[r] > 0 ? income / housing.base_income[r] : 1;
  // What people want grew with the stock in the base year; that growth fades out.
  const double memory = parameters.space_growth_memory_years;
  const double years = housing.months_since_start / 12;
  const double grown = memory > 0 ? housing.space_growth[r] * memory * (1 - exact_exp(-years / memory)) : 0;
  return people * housing.m2_per_person[r] * exact_exp(grown) * exact_pow(income_ratio, parameters.demand_on_income) *
         exact_pow(housing.rent[r] / housing.base_rent[r], -parameters.demand_on_rent);
}

Housing start_housing(const Country& country, const HousingParameters& parameters, const std::vector<double>& people,
                      const std::vector<double>& income, const std::vector<double>& people_growth, double scale) {
  const auto n = people.size();
  const int n_regions = static_cast<int>(n);
  const int lag = static_cast<int>(parameters.completion_months);
  Housing housing;
  housing.base_rent = housing.rent = country.rent_kzt_per_m2;
  housing.base_income = income;
  housing.m2_per_person = housing.starts_share = housing.space_growth = housing.stock_m2 = std::vector<double>(n);
  housing.pipeline_m2 = Grid<double>(n_regions, lag);
  housing.rent_history = Grid<double>(n_regions, 12);
  for (std::size_t r = 0; r < n; ++r) {
    const int region = static_cast<int>(r);
    housing.stock_m2[r] = country.dwelling_stock_m2[r] * scale;
    // What is being finished at the base-year pace, for as long as nothing changes.
    const double per_year = country.commissioned_m2_per_year[r] * scale;
    housing.starts_share[r] = housing.stock_m2[r] > 0 ? per_year / housing.stock_m2[r] : 0;
    housing.space_growth[r] = housing.starts_share[r] - parameters.depreciation_per_year - people_growth[r];
    if (people[r] > 0) housing.m2_per_person[r] = housing.stock_m2[r] * (1 - parameters.natural_vacancy) / people[r];
    for (int month = 0; month < lag; ++month) housing.pipeline_m2(region, month) = per_year / 12;
    for (int month = 0; month < 12; ++month) housing.rent_history(region, month) = housing.rent[r];
  }
  return housing;
}

void housing_responds(Housing& housing, const HousingParameters& parameters, const std::vector<double>& people,
                      const std::vector<double>& income, const std::vector<double>& permits, int month) {
  const int lag = housing.pipeline_m2.columns();
  housing.months_since_start += 1;
  for (std::size_t r = 0; r < people.size(); ++r) {
    if (people[r] <= 0 || housing.stock_m2[r] <= 0) continue;
    const int region = static_cast<int>(r);
    const int slot = month % lag;
    const double completed = housing.pipeline_m2(region, slot);
    housing.stock_m2[r] += completed - housing.stock_m2[r] * parameters.depreciation_per_year / 12;
    const double wanted = demanded_m2(housing, parameters, region, people[r], income[r]);
    const double excess = exact_log(wanted / (housing.stock_m2[r] * (1 - parameters.natural_vacancy)));
    double& year_ago = housing.rent_history(region, month % 12);
    housing.pipeline_m2(region, slot) = housing.stock_m2[r] * housing.starts_share[r] / 12 *
                                        exact_pow(year_ago / housing.base_rent[r], parameters.supply_on_rent) * permits[r];
    housing.rent[r] = exact_exp(exact_log(housing.rent[r]) + parameters.rent_speed_per_month * excess);
    year_ago = housing.rent[r];
  }
}

}  // namespace world
