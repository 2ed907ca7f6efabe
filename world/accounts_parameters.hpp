// Parameters of what policies cost, and of their common dose.
#pragma once

#include "agents/parameter.hpp"

namespace world {

/// Parameters of accounts (docs/model.md, policies and their price).
struct AccountsParameters {
  double discount_per_year = 0.06;
  double value_year = 2027;
  double public_share_of_job_investment = 0.25;
  double road_kzt_per_person = 1e6;
  double worker_home_kzt_per_family = 10.2e6;
  double register_kzt = 15e9;
  double register_kzt_per_year = 3e9;
  double dormitory_kzt_per_bed = 6.5e6;
  double dormitory_kzt_per_bed_and_year = 200e3;
  double dual_kzt_per_student_and_year = 300e3;
  double university_kzt_per_seat_and_year = 3e6;
  double money_follows_kzt_per_year = 1e9;
  double connection_rule_kzt_per_year = 0.2e9;
  double commuter_kzt_per_minute_and_year = 1e9;
  double benefit_link_kzt_per_year = 1e9;
  double integration_kzt_per_year = 5e9;
  double campaign_kzt_per_year = 3e9;
  double public_share_of_conditions = 0.5;
  double ai_kzt_per_worker = 2e6;
  double anchor_credit_share = 0.2;
  double dose = 1;

  template <class Self, class See>
  static void visit(Self& self, See&& see) {
    see(self.discount_per_year, agents::ParameterInfo{"discount_per_year", "1/year", 0, 0.5, "P",
        "rate at which later spending counts less"});
    see(self.value_year, agents::ParameterInfo{"value_year", "year", 2000, 2100, "P",
        "present values are those of 1 January of this year"});
    see(self.public_share_of_job_investment, agents::ParameterInfo{"public_share_of_job_investment", "1", 0, 1, "P",
        "part of the announced investment per job that the public pays"});
    see(self.road_kzt_per_person, agents::ParameterInfo{"road_kzt_per_person", "KZT", 0, 1e9, "P",
        "placeholder: cost of road capacity for one more person"});
    see(self.worker_home_kzt_per_family, agents::ParameterInfo{"worker_home_kzt_per_family", "KZT", 0, 1e9, "D nauryz",
        "value of the subsidy for one family housed (27 million, 9 % against 17 %, 19 years)"});
    see(self.register_kzt, agents::ParameterInfo{"register_kzt", "KZT", 0, 1e13, "P",
        "placeholder: cost of building a register of residents"});
    see(self.register_kzt_per_year, agents::ParameterInfo{"register_kzt_per_year", "KZT/year", 0, 1e13, "P",
        "placeholder: cost of running it"});
    see(self.dormitory_kzt_per_bed, agents::ParameterInfo{"dormitory_kzt_per_bed", "KZT", 0, 1e9, "P",
        "estimated: cost of building one bed (cost_benchmarks.csv, dormitory_place)"});
    see(self.dormitory_kzt_per_bed_and_year, agents::ParameterInfo{"dormitory_kzt_per_bed_and_year", "KZT/year", 0, 1e9, "P",
        "placeholder: cost of running it"});
    see(self.dual_kzt_per_student_and_year, agents::ParameterInfo{"dual_kzt_per_student_and_year", "KZT/year", 0, 1e9, "P",
        "placeholder: what the public pays for a student who becomes a dual one"});
    see(self.university_kzt_per_seat_and_year, agents::ParameterInfo{"university_kzt_per_seat_and_year", "KZT/year", 0, 1e9, "P",
        "placeholder: cost of one more place at a university"});
    see(self.money_follows_kzt_per_year, agents::ParameterInfo{"money_follows_kzt_per_year", "KZT/year", 0, 1e13, "P",
        "placeholder: cost of running transfers that follow people"});
    see(self.connection_rule_kzt_per_year, agents::ParameterInfo{"connection_rule_kzt_per_year", "KZT/year", 0, 1e13, "P",
        "placeholder: cost of running a rule for new connections in one region"});
    see(self.commuter_kzt_per_minute_and_year, agents::ParameterInfo{"commuter_kzt_per_minute_and_year", "KZT/year", 0, 1e13, "P",
        "placeholder: what it costs the public to save commuters one minute each way, a year"});
    see(self.benefit_link_kzt_per_year, agents::ParameterInfo{"benefit_link_kzt_per_year", "KZT/year", 0, 1e13, "P",
        "placeholder: cost of running benefits that depend on registration"});
    see(self.integration_kzt_per_year, agents::ParameterInfo{"integration_kzt_per_year", "KZT/year", 0, 1e13, "P",
        "placeholder: cost of managing science, education and industry of a region as one"});
    see(self.campaign_kzt_per_year, agents::ParameterInfo{"campaign_kzt_per_year", "KZT/year", 0, 1e13, "P",
        "placeholder: cost of a campaign of full strength for the professions of a field"});
    see(self.public_share_of_conditions, agents::ParameterInfo{"public_share_of_conditions", "1", 0, 1, "P",
        "part of the spending on working conditions that the public pays"});
    see(self.ai_kzt_per_worker, agents::ParameterInfo{"ai_kzt_per_worker", "KZT", 0, 1e9, "P",
        "placeholder: grant for a worker who begins to work with artificial intelligence"});
    see(self.anchor_credit_share, agents::ParameterInfo{"anchor_credit_share", "1", 0, 1, "P",
        "placeholder: tax credit of an anchor employer over what it pays in wages more"});
    see(self.dose, agents::ParameterInfo{"dose", "1", 0, 100, "P",
        "multiplies every policy of the scenario; 0 is the baseline"});
  }
};

}  // namespace world
