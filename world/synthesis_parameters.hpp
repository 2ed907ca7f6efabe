// Parameters of the population at the start.
#pragma once

#include "agents/parameter.hpp"

namespace world {

/// Assumptions of the synthesis that no table holds.
struct SynthesisParameters {
  double block_citizens = 16384;
  double row_reserve = 0.06;
  double vocational_share_of_adults = 0.50;
  double children_born_elsewhere_odds = 0.25;
  double own_field_preference = 3;
  double warm_up_months = 12;

  template <class Self, class See>
  static void visit(Self& self, See&& see) {
    see(self.block_citizens, agents::ParameterInfo{"block_citizens", "person", 256, 32768, "measured",
        "citizens in a block at the start"});
    see(self.row_reserve, agents::ParameterInfo{"row_reserve", "1", 0, 2, "measured",
        "empty rows of a block at the start, relative to citizens"});
    see(self.vocational_share_of_adults, agents::ParameterInfo{"vocational_share_of_adults", "1", 0, 1, "P",
        "share of adults without higher education who finished a college"});
    see(self.children_born_elsewhere_odds, agents::ParameterInfo{"children_born_elsewhere_odds", "1", 0, 1, "P",
        "odds that a child was born elsewhere, relative to an adult"});
    see(self.own_field_preference, agents::ParameterInfo{"own_field_preference", "1", 0, 6, "P",
        "how much employees at the start lean to sectors of their own field"});
    see(self.warm_up_months, agents::ParameterInfo{"warm_up_months", "month", 0, 60, "P",
        "silent months before the start in which only the labour market turns"});
  }
};

}  // namespace world
