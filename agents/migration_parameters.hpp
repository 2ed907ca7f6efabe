// Parameters of considering a move and choosing where.
#pragma once

#include "agents/parameter.hpp"

namespace agents {

/// Parameters of the two-step migration decision (docs/model.md, migration).
struct MigrationParameters {
  double consideration_per_year = 0.30;
  double wage_weight = 1.5;
  double housing_share = 0.25;
  double owner_housing_factor = 0.4;
  double nest_dissimilarity = 0.7;
  double distance_weight = 0.45;
  double move_cost = 3.1;
  double home_weight = 1.7;
  double network_weight = 0.25;
  double service_weight = 0.3;
  double heat_and_water_weight = 0.5;
  double congestion_weight = 0.2;
  double prestige_weight = 0.2;
  double kin_shift = 0.1;
  double owner_cost = 0.5;
  double children_cost = 0.3;
  double dual_earner_cost = 0.4;
  double newcomer_job_penalty = 0.10;
  double job_in_hand = 0.40;
  double adult_child_follows = 0.5;
  double perception_speed_per_month = 0.1666666666666667;
  double attention_single = 1.3;
  double attention_lone_parent = 0.9;
  double attention_couple = 1.0;
  double attention_family = 0.75;
  double attention_outside = 0.6;
  double attention_student = 1.0;
  double attention_unemployed = 1.6;
  double attention_informal = 1.2;
  double attention_formal = 1.0;
  double attention_owner = 0.8;
  double attention_renter = 1.8;
  double attention_recent = 2.0;
  double attention_settling = 1.3;

  template <class Self, class See>
  static void visit(Self& self, See&& see) {
    see(self.consideration_per_year, agents::ParameterInfo{"consideration_per_year", "1/year", 0, 12, "T",
        "mean hazard of considering a move over heads of household"});
    see(self.wage_weight, agents::ParameterInfo{"wage_weight", "util", 0, 10, "K tombe19",
        "utility of the logarithm of real income (b_y)"});
    see(self.housing_share, agents::ParameterInfo{"housing_share", "1", 0, 1, "P",
        "share of housing in spending (a_h)"});
    see(self.owner_housing_factor, agents::ParameterInfo{"owner_housing_factor", "1", 0, 1, "P",
        "how much of the rent an owner who stays feels"});
    see(self.nest_dissimilarity, agents::ParameterInfo{"nest_dissimilarity", "1", 0.2, 1, "P",
        "tau: 1 is plain logit, less ties the regions of a nest together"});
    see(self.distance_weight, agents::ParameterInfo{"distance_weight", "util", 0, 5, "T",
        "cost of the logarithm of distance over 500 km (g_d)"});
    see(self.move_cost, agents::ParameterInfo{"move_cost", "util", -20, 50, "T",
        "cost of a move over 500 km (c0)"});
    see(self.home_weight, agents::ParameterInfo{"home_weight", "util", 0, 10, "T",
        "attachment to the home region (eta_h)"});
    see(self.network_weight, agents::ParameterInfo{"network_weight", "util", 0, 5, "V beine11",
        "pull of people from the same home region (g_n)"});
    see(self.service_weight, agents::ParameterInfo{"service_weight", "util", 0, 5, "P",
        "utility of the logarithm of public spending per resident (b_s)"});
    see(self.heat_and_water_weight, agents::ParameterInfo{"heat_and_water_weight", "util", 0, 5, "P",
        "disutility of heat, and of water, of the worst quality (b_u)"});
    see(self.congestion_weight, agents::ParameterInfo{"congestion_weight", "util", 0, 5, "P",
        "disutility of the logarithm of load over road capacity (b_c)"});
    see(self.prestige_weight, agents::ParameterInfo{"prestige_weight", "util", 0, 5, "P",
        "utility of the prestige of one's profession and of working conditions (b_p)"});
    see(self.kin_shift, agents::ParameterInfo{"kin_shift", "util", -5, 5, "T",
        "lower cost between two halves of a former oblast"});
    see(self.owner_cost, agents::ParameterInfo{"owner_cost", "util", 0, 10, "V pingle06 sign",
        "extra moving cost of owners"});
    see(self.children_cost, agents::ParameterInfo{"children_cost", "util", 0, 10, "V pingle06 sign",
        "extra moving cost with children"});
    see(self.dual_earner_cost, agents::ParameterInfo{"dual_earner_cost", "util", 0, 10, "V pingle06 sign",
        "extra moving cost of two earners"});
    see(self.newcomer_job_penalty, agents::ParameterInfo{"newcomer_job_penalty", "1", 0, 1, "P",
        "loss of job chance of a newcomer (xi)"});
    see(self.job_in_hand, agents::ParameterInfo{"job_in_hand", "1", 0, 1, "P",
        "chance that an employed mover keeps work (k_j)"});
    see(self.adult_child_follows, agents::ParameterInfo{"adult_child_follows", "1", 0, 1, "P",
        "chance that an adult child of 20 or more follows the head"});
    see(self.perception_speed_per_month, agents::ParameterInfo{"perception_speed_per_month", "1/month", 0, 1, "P",
        "speed at which perceptions follow the places (k_V)"});
    see(self.attention_single, agents::ParameterInfo{"attention_single", "1", 0, 5, "P",
        "attention of a single head"});
    see(self.attention_lone_parent, agents::ParameterInfo{"attention_lone_parent", "1", 0, 5, "P",
        "attention of a head with children and no partner"});
    see(self.attention_couple, agents::ParameterInfo{"attention_couple", "1", 0, 5, "P",
        "attention of a couple without children"});
    see(self.attention_family, agents::ParameterInfo{"attention_family", "1", 0, 5, "P",
        "attention of a couple with children"});
    see(self.attention_outside, agents::ParameterInfo{"attention_outside", "1", 0, 5, "P",
        "attention outside the labour force and in retirement"});
    see(self.attention_student, agents::ParameterInfo{"attention_student", "1", 0, 5, "P",
        "attention of students"});
    see(self.attention_unemployed, agents::ParameterInfo{"attention_unemployed", "1", 0, 5, "P",
        "attention of the unemployed"});
    see(self.attention_informal, agents::ParameterInfo{"attention_informal", "1", 0, 5, "P",
        "attention of informal workers"});
    see(self.attention_formal, agents::ParameterInfo{"attention_formal", "1", 0, 5, "P",
        "attention of employees"});
    see(self.attention_owner, agents::ParameterInfo{"attention_owner", "1", 0, 5, "P",
        "attention of owners"});
    see(self.attention_renter, agents::ParameterInfo{"attention_renter", "1", 0, 5, "P",
        "attention of renters"});
    see(self.attention_recent, agents::ParameterInfo{"attention_recent", "1", 0, 5, "K davanzo83",
        "attention in the first year after a move"});
    see(self.attention_settling, agents::ParameterInfo{"attention_settling", "1", 0, 5, "K davanzo83",
        "attention in the second and third year after a move"});
  }
};

}  // namespace agents
