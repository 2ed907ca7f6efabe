// Parameters of public money: revenue, transfers, the envelope for policies.
#pragma once

#include "agents/parameter.hpp"

namespace world {

/// Parameters of the budget (docs/model.md, public money).
struct BudgetParameters {
  double take_of_wages = 0.10;
  double take_of_housing = 0.001;
  double housing_value_years = 15;
  double own_revenue_over_take = 1.3;
  double cost_index_weight = 0.5;
  double most_for_local_policies = 0.2;
  double envelope_bln_kzt = -1;

  template <class Self, class See>
  static void visit(Self& self, See&& see) {
    see(self.take_of_wages,
        agents::ParameterInfo{"take_of_wages", "1", 0, 1, "P",
                              "estimated: what a region's budget takes of the formal wage bill paid in it (tau_w)"});
    see(self.take_of_housing, agents::ParameterInfo{"take_of_housing", "1/year", 0, 0.1, "P",
                                                    "estimated: what it takes of the value of dwellings (tau_h)"});
    see(self.housing_value_years, agents::ParameterInfo{"housing_value_years", "year", 1, 100, "P",
                                                        "estimated: years of rent that a dwelling is worth"});
    see(self.own_revenue_over_take,
        agents::ParameterInfo{
            "own_revenue_over_take", "1", 0, 10, "P",
            "estimated: all own revenue over the take of wages and housing, where no table has a region's transfers"});
    see(self.cost_index_weight, agents::ParameterInfo{"cost_index_weight", "1", 0, 1, "P",
                                                      "estimated: how far planned spending per resident counts as the "
                                                      "cost of serving one (k_r), 0 all the same"});
    see(self.most_for_local_policies,
        agents::ParameterInfo{"most_for_local_policies", "1", 0, 1, "P",
                              "placeholder: largest part of last month's spending that a region gives to policies"});
    see(self.envelope_bln_kzt,
        agents::ParameterInfo{
            "envelope_bln_kzt", "bln KZT/year", -1, 1e6, "P",
            "money for policies, from the first policy on; what is left is carried over; below 0 none is stated: "
            "all is paid and counted as borrowed"});
  }
};

}  // namespace world
