// Parameters of posts, vacancies and wages.
#pragma once

#include "agents/parameter.hpp"

namespace world {

/// Parameters of labour demand and wages (docs/model.md, labour demand, wages).
struct LabourParameters {
  double wage_curve = 0.10;
  double wage_up_per_month = 0.08;
  double wage_down_per_month = 0.02;
  double demand_on_wage = 0.5;
  double local_demand_on_income = 1.0;
  double informal_income_in_local_demand = 0.5;
  double demand_trend_per_year = 0.008;
  double slack_weight_informal = 0.25;
  double matching_elasticity = 0.5;
  double vacancy_share = 0.025;
  double layoff_share_per_month = 0.1666666666666667;
  double quick_income_share = 0.60;
  double quick_income_share_metropolis = 0.75;
  double job_chance_memory_months = 12;
  double commuting_on_wage = 1.5;
  double commuting_on_rent = 0.5;
  double commuting_on_minutes = 0.02;

  template <class Self, class See>
  static void visit(Self& self, See&& see) {
    see(self.wage_curve, agents::ParameterInfo{"wage_curve", "1", 0, 1, "V bo92",
        "elasticity of wages to slack (om_w)"});
    see(self.wage_up_per_month, agents::ParameterInfo{"wage_up_per_month", "1/month", 0, 1, "P",
        "speed at which wages rise towards their target"});
    see(self.wage_down_per_month, agents::ParameterInfo{"wage_down_per_month", "1/month", 0, 1, "P",
        "speed at which wages fall towards their target"});
    see(self.demand_on_wage, agents::ParameterInfo{"demand_on_wage", "1", 0, 5, "K lichter15",
        "elasticity of desired posts to the wage (e_w)"});
    see(self.local_demand_on_income, agents::ParameterInfo{"local_demand_on_income", "1", 0, 1.3, "V moretti10",
        "elasticity of local demand to local income (th)"});
    see(self.informal_income_in_local_demand, agents::ParameterInfo{"informal_income_in_local_demand", "1", 0, 1, "P",
        "weight of informal income in local demand"});
    see(self.demand_trend_per_year, agents::ParameterInfo{"demand_trend_per_year", "1/year", -0.1, 0.1, "D",
        "trend of desired posts (employees of the nation 2019-2022: +0.8 % a year)"});
    see(self.slack_weight_informal, agents::ParameterInfo{"slack_weight_informal", "1", 0, 1, "P",
        "weight of informal workers in slack"});
    see(self.matching_elasticity, agents::ParameterInfo{"matching_elasticity", "1", 0.1, 0.9, "V petron01",
        "elasticity of matches to applicants (eta)"});
    see(self.vacancy_share, agents::ParameterInfo{"vacancy_share", "1", 0.0001, 0.5, "P",
        "vacancies at the start relative to filled posts"});
    see(self.layoff_share_per_month, agents::ParameterInfo{"layoff_share_per_month", "1/month", 0, 1, "P",
        "share of posts beyond demand that ends in a month"});
    see(self.quick_income_share, agents::ParameterInfo{"quick_income_share", "1", 0, 2, "P",
        "quick informal income relative to the low-skill wage"});
    see(self.quick_income_share_metropolis, agents::ParameterInfo{"quick_income_share_metropolis", "1", 0, 2, "P",
        "the same in metropolises"});
    see(self.job_chance_memory_months, agents::ParameterInfo{"job_chance_memory_months", "month", 1, 120, "P",
        "memory of the expected chance of a post"});
    see(self.commuting_on_wage, agents::ParameterInfo{"commuting_on_wage", "1", 0, 10, "K mrr18",
        "response of commuting to the wage gap between hub and hinterland since the start (b_cm)"});
    see(self.commuting_on_rent, agents::ParameterInfo{"commuting_on_rent", "1", 0, 10, "P",
        "response of commuting to the rent gap between hub and hinterland since the start (b_rent)"});
    see(self.commuting_on_minutes, agents::ParameterInfo{"commuting_on_minutes", "1/minute", 0, 0.2, "P",
        "placeholder: response of commuting to each minute saved on the way by a policy"});
  }
};

}  // namespace world
