// Parameters of dwellings and rents.
#pragma once

#include "agents/parameter.hpp"

namespace world {

/// Parameters of the housing market (docs/model.md, housing).
struct HousingParameters {
  double demand_on_rent = 0.5;
  double demand_on_income = 0.6;
  double supply_on_rent = 1.0;
  double rent_speed_per_month = 0.10;
  double depreciation_per_year = 0.01;
  double natural_vacancy = 0.04;
  double completion_months = 18;
  double space_growth_memory_years = 10;

  template <class Self, class See>
  static void visit(Self& self, See&& see) {
    see(self.demand_on_rent, agents::ParameterInfo{"demand_on_rent", "1", 0, 3, "P",
        "elasticity of demanded floor space to rent (e_R)"});
    see(self.demand_on_income, agents::ParameterInfo{"demand_on_income", "1", 0, 3, "P",
        "elasticity of demanded floor space to income (e_y)"});
    see(self.supply_on_rent, agents::ParameterInfo{"supply_on_rent", "1", 0, 5, "V mayer00",
        "elasticity of housing starts to rent a year before (e_S)"});
    see(self.rent_speed_per_month, agents::ParameterInfo{"rent_speed_per_month", "1/month", 0, 1, "P",
        "adjustment of rents to excess demand (k_R)"});
    see(self.depreciation_per_year, agents::ParameterInfo{"depreciation_per_year", "1/year", 0, 0.2, "P",
        "share of the stock lost in a year (d_H)"});
    see(self.natural_vacancy, agents::ParameterInfo{"natural_vacancy", "1", 0, 0.5, "P",
        "share of dwellings empty at rest (v0)"});
    see(self.completion_months, agents::ParameterInfo{"completion_months", "month", 1, 60, "P",
        "months from start to completion"});
    see(self.space_growth_memory_years, agents::ParameterInfo{"space_growth_memory_years", "year", 0, 100, "P",
        "memory over which the base year's growth of floor space per person fades out"});
  }
};

}  // namespace world
