// Parameters of the core's cohort shares of schooling.
#pragma once

#include "agents/parameter.hpp"

namespace agents {

/// Level and field are given at 18 and 22 by cohort shares of the home region.
struct SchoolingParameters {
  double vocational_share_of_rest = 0.55;
  double graduation_age_years = 22;

  template <class Self, class See>
  static void visit(Self& self, See&& see) {
    see(self.vocational_share_of_rest, agents::ParameterInfo{"vocational_share_of_rest", "1", 0, 1, "P",
        "share of a cohort without higher education that finishes a college"});
    see(self.graduation_age_years, agents::ParameterInfo{"graduation_age_years", "year", 19, 28, "P",
        "age at which students of higher education graduate"});
  }
};

}  // namespace agents
