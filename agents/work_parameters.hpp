// Parameters of leaving work, seeking it and being hired.
#pragma once

#include "agents/parameter.hpp"

namespace agents {

/// Parameters of search and matching (docs/model.md, search and matching).
struct WorkParameters {
  double separation_per_month = 0.015;
  double informal_exit_per_month = 0.02;
  double informal_search_intensity = 0.25;
  double mismatched_search_intensity = 0.10;
  double weight_own = 1;
  double weight_level = 0.5;
  double weight_below = 0.2;
  double mismatch_wage_loss = 0.10;
  double sector_choice_on_wage = 1.0;
  double sector_choice_on_own_field = 1.5;
  double flexibility_value = 0.10;
  double acceptance_spread = 0.25;
  double education_premium_vocational = 0.10;
  double education_premium_higher = 0.45;
  double early_exit_per_month = 0.004;
  double early_exit_age_years = 55;
  double retirement_per_month = 0.25;
  double retirement_age_men_years = 63;
  double retirement_age_women_years = 61;

  template <class Self, class See>
  static void visit(Self& self, See&& see) {
    see(self.separation_per_month, agents::ParameterInfo{"separation_per_month", "1/month", 0, 1, "D",
        "hazard that a formal post ends for its holder"});
    see(self.informal_exit_per_month, agents::ParameterInfo{"informal_exit_per_month", "1/month", 0, 1, "P",
        "hazard that informal work ends in unemployment"});
    see(self.informal_search_intensity, agents::ParameterInfo{"informal_search_intensity", "1/month", 0, 1, "P",
        "chance that an informal worker applies for a post in a month"});
    see(self.mismatched_search_intensity, agents::ParameterInfo{"mismatched_search_intensity", "1/month", 0, 1, "P",
        "chance that an employee outside the own specialty applies in a month"});
    see(self.weight_own, agents::ParameterInfo{"weight_own", "1", 0.01, 1, "P",
        "ranking weight of an applicant of own field and level"});
    see(self.weight_level, agents::ParameterInfo{"weight_level", "1", 0.01, 1, "P",
        "ranking weight of an applicant of the right level in another field"});
    see(self.weight_below, agents::ParameterInfo{"weight_below", "1", 0.01, 1, "P",
        "ranking weight of an applicant below the level"});
    see(self.mismatch_wage_loss, agents::ParameterInfo{"mismatch_wage_loss", "1", 0, 0.9, "V montt17",
        "wage loss outside the own specialty"});
    see(self.sector_choice_on_wage, agents::ParameterInfo{"sector_choice_on_wage", "1", 0, 5, "P",
        "choice of sector on the logarithm of its wage"});
    see(self.sector_choice_on_own_field, agents::ParameterInfo{"sector_choice_on_own_field", "1", 0, 6, "P",
        "choice of sector on the own field"});
    see(self.flexibility_value, agents::ParameterInfo{"flexibility_value", "ln", 0, 1, "P",
        "value of the flexibility of informal work, in log income"});
    see(self.acceptance_spread, agents::ParameterInfo{"acceptance_spread", "ln", 0.01, 3, "P",
        "spread of the acceptance of a post against quick income"});
    see(self.education_premium_vocational, agents::ParameterInfo{"education_premium_vocational", "ln", 0, 1, "P",
        "log wage premium of vocational schooling"});
    see(self.education_premium_higher, agents::ParameterInfo{"education_premium_higher", "ln", 0, 1.5, "P",
        "log wage premium of higher education"});
    see(self.early_exit_per_month, agents::ParameterInfo{"early_exit_per_month", "1/month", 0, 1, "P",
        "hazard of leaving the labour force before the pension age"});
    see(self.early_exit_age_years, agents::ParameterInfo{"early_exit_age_years", "year", 40, 75, "P",
        "age from which early exit happens"});
    see(self.retirement_per_month, agents::ParameterInfo{"retirement_per_month", "1/month", 0, 1, "P",
        "hazard of retiring from work at and after the pension age"});
    see(self.retirement_age_men_years, agents::ParameterInfo{"retirement_age_men_years", "year", 50, 75, "V",
        "age at which men retire"});
    see(self.retirement_age_women_years, agents::ParameterInfo{"retirement_age_women_years", "year", 50, 75, "V",
        "age at which women retire"});
  }
};

}  // namespace agents
