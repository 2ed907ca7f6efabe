// Parameters of ageing, death, birth, couples and leaving home.
#pragma once

#include "agents/parameter.hpp"

namespace agents {

/// Parameters of births, deaths and couples.
struct DemographyParameters {
  double fertility_trend_per_year = -0.015;
  double mortality_trend_per_year = 0;
  double single_fertility_ratio = 0.15;
  double boy_share = 0.516;
  double pairing_peak_age_women_years = 24;
  double pairing_width = 0.42;
  double pairing_peak_per_year = 0.16;
  double partner_age_gap_years = 2.8;
  double partner_age_noise_years = 3;
  double leave_home_young_per_year = 0.05;
  double leave_home_later_per_year = 0.06;
  double leave_home_last_age_years = 40;

  template <class Self, class See>
  static void visit(Self& self, See&& see) {
    see(self.fertility_trend_per_year, agents::ParameterInfo{"fertility_trend_per_year", "1/year", -0.1, 0.05, "P",
        "yearly relative change of fertility after the last national driver"});
    see(self.mortality_trend_per_year, agents::ParameterInfo{"mortality_trend_per_year", "1/year", -0.05, 0.05, "P",
        "yearly relative change of death rates after the last national driver"});
    see(self.single_fertility_ratio, agents::ParameterInfo{"single_fertility_ratio", "1", 0.01, 1, "P",
        "fertility of women without a partner relative to all women"});
    see(self.boy_share, agents::ParameterInfo{"boy_share", "1", 0, 1, "V tfr23",
        "share of boys among births"});
    see(self.pairing_peak_age_women_years, agents::ParameterInfo{"pairing_peak_age_women_years", "year", 18, 40, "D marr23",
        "age at which the hazard of pairing peaks for women"});
    see(self.pairing_width, agents::ParameterInfo{"pairing_width", "1", 0.1, 2, "P",
        "width of the pairing hazard in the logarithm of years above 15"});
    see(self.pairing_peak_per_year, agents::ParameterInfo{"pairing_peak_per_year", "1/year", 0, 2, "D marr23",
        "pairing hazard at the peak, before the regional scaling to marriages"});
    see(self.partner_age_gap_years, agents::ParameterInfo{"partner_age_gap_years", "year", -10, 10, "V marriages 2022",
        "how much older the man is, mean (28.0 and 25.2 years at first marriage)"});
    see(self.partner_age_noise_years, agents::ParameterInfo{"partner_age_noise_years", "year", 0, 20, "P",
        "spread of the keyed closeness in the choice of a partner"});
    see(self.leave_home_young_per_year, agents::ParameterInfo{"leave_home_young_per_year", "1/year", 0, 1, "P",
        "hazard that an adult without partner leaves the parents' home at 18 to 24"});
    see(self.leave_home_later_per_year, agents::ParameterInfo{"leave_home_later_per_year", "1/year", 0, 1, "P",
        "the same from 25 on"});
    see(self.leave_home_last_age_years, agents::ParameterInfo{"leave_home_last_age_years", "year", 18, 110, "P",
        "age from which adults in the home of others stay there"});
  }
};

}  // namespace agents
