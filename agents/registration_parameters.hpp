// Parameters of registering where one lives.
#pragma once

#include "agents/parameter.hpp"

namespace agents {

/// Parameters of registration (docs/model.md, registration).
struct RegistrationParameters {
  double hazard_per_month = 0.12;
  double never_share = 0.05;
  double exit_per_month = 0.011;
  double coverage_response = 3;
  double benefit_response = 1;

  template <class Self, class See>
  static void visit(Self& self, See&& see) {
    see(self.hazard_per_month, agents::ParameterInfo{"hazard_per_month", "1/month", 0, 1, "D",
        "hazard that a household registers where it lives (rho0)"});
    see(self.never_share, agents::ParameterInfo{"never_share", "1", 0, 1, "P",
        "share of heads who never register (nu)"});
    see(self.exit_per_month, agents::ParameterInfo{"exit_per_month", "1/month", 0, 1, "D model",
        "rate at which people registered elsewhere move on, return, leave or die, for the stock at the start"});
    see(self.coverage_response, agents::ParameterInfo{"coverage_response", "1", 0, 10, "P",
        "how much full coverage of the register of residents raises that hazard (b_cov)"});
    see(self.benefit_response, agents::ParameterInfo{"benefit_response", "1", 0, 5, "P",
        "how much benefits that only the registered receive raise that hazard (b_ben)"});
  }
};

}  // namespace agents
