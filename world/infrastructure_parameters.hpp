// Parameters of heat, water, school seats and roads.
#pragma once

#include "agents/parameter.hpp"

namespace world {

/// Parameters of infrastructure (docs/model.md, heat, water, schools, roads).
struct InfrastructureParameters {
  double wear_per_year = 0.025;
  double maintenance = 0.8;
  double outage_sd = 0.03;
  double cold_spell_c = 12;
  double weather_sd_c = 4;
  double july_mean_c = 21;
  double design_below_january_c = 18;
  double heat_on_dwellings = 0.7;
  double summer_water = 0.15;
  double commuter_load = 0.5;
  double quality_at_deficit = 0.10;
  double seat_weight = 0.5;
  double planned_share = 1;
  double planning_lag_months = 36;
  double planning_reserve = 0.10;
  double commuting_on_congestion = 0.5;

  template <class Self, class See>
  static void visit(Self& self, See&& see) {
    see(self.wear_per_year, agents::ParameterInfo{"wear_per_year", "1/year", 0, 0.5, "P",
        "share of heat and water capacity lost in a year without maintenance (d_C)"});
    see(self.maintenance, agents::ParameterInfo{"maintenance", "1", 0, 1, "P",
        "share of the wear that maintenance makes good"});
    see(self.outage_sd, agents::ParameterInfo{"outage_sd", "1", 0, 0.5, "P",
        "spread of monthly outages of heat and water capacity (s_out)"});
    see(self.cold_spell_c, agents::ParameterInfo{"cold_spell_c", "deg C", 0, 40, "P",
        "how far the coldest five days of a month lie below its mean"});
    see(self.weather_sd_c, agents::ParameterInfo{"weather_sd_c", "deg C", 0, 20, "P",
        "spread of the coldest five days among years (sigma_T)"});
    see(self.july_mean_c, agents::ParameterInfo{"july_mean_c", "deg C", 10, 40, "P",
        "mean July temperature, the other end of the yearly course"});
    see(self.design_below_january_c, agents::ParameterInfo{"design_below_january_c", "deg C", 0, 40, "P",
        "how far the design temperature of heating lies below the January mean"});
    see(self.heat_on_dwellings, agents::ParameterInfo{"heat_on_dwellings", "1", 0, 1, "P",
        "elasticity of the heat load to dwellings; the rest follows people"});
    see(self.summer_water, agents::ParameterInfo{"summer_water", "1", 0, 2, "P",
        "how much more water June to August take"});
    see(self.commuter_load, agents::ParameterInfo{"commuter_load", "1", 0, 1, "P",
        "load of a commuter or visitor relative to a resident (psi)"});
    see(self.quality_at_deficit, agents::ParameterInfo{"quality_at_deficit", "1", 0.01, 1, "P",
        "deficit at which the quality of a month is nil"});
    see(self.seat_weight, agents::ParameterInfo{"seat_weight", "1", 0, 5, "P",
        "services lost by the logarithm of seats per pupil below one (b_seat)"});
    see(self.planned_share, agents::ParameterInfo{"planned_share", "1", 0, 1, "P",
        "share of the capacity that regions see missing and build"});
    see(self.planning_lag_months, agents::ParameterInfo{"planning_lag_months", "month", 1, 60, "P",
        "months from the plan of a January to delivery"});
    see(self.planning_reserve, agents::ParameterInfo{"planning_reserve", "1", 0, 1, "P",
        "reserve over the expected load that regions plan for"});
    see(self.commuting_on_congestion, agents::ParameterInfo{"commuting_on_congestion", "1", 0, 10, "P",
        "response of commuting to the congestion of the hub since the start (b_ct)"});
  }
};

}  // namespace world
