// Parameters of research, artificial intelligence, productivity, prestige of
// professions and working conditions.
#pragma once

#include "agents/parameter.hpp"

namespace world {

/// Parameters of knowledge (docs/model.md, knowledge).
struct KnowledgeParameters {
  // Research.
  double research_kzt_per_person = 8670;
  double researchers_per_1000 = 1.28;
  double patents_per_million_per_year = 50;
  double patents_on_spending = 0.5;
  double patents_on_researchers = 0.5;
  double integration_gain = 0.3;
  double stock_loss_per_year = 0.15;
  double research_wage_share = 0.5;
  double licence_kzt_per_patent = 1.5e6;
  double wage_share_of_output = 0.35;
  // Artificial intelligence.
  double adoption_at_start = 0.05;
  double adoption_per_year = 0.15;
  double adoption_on_ict = 0.5;
  double adoption_on_lever = 0.2;
  double displacement = 0.10;
  double productivity_on_adoption = 0.05;
  // Productivity.
  double productivity_on_size = 0.04;
  double productivity_on_degrees = 0.3;
  double productivity_on_knowledge = 0.06;
  double own_knowledge_share = 0.7;
  double productivity_on_supply = 0.1;
  double demand_on_productivity = 0.7;
  double wage_on_productivity = 0.5;
  // Prestige and conditions.
  double prestige_speed_per_month = 0.02;
  double prestige_on_wage = 0.5;
  double prestige_on_conditions = 0.3;
  double prestige_on_peers = 0.2;
  double conditions_kzt_per_worker = 5e6;
  double conditions_wear_per_year = 0.10;

  template <class Self, class See>
  static void visit(Self& self, See&& see) {
    visit_research(self, see);
    visit_productivity(self, see);
    visit_prestige(self, see);
  }

 private:
  template <class Self, class See>
  static void visit_research(Self& self, See&& see) {
    see(self.research_kzt_per_person,
        agents::ParameterInfo{
            "research_kzt_per_person", "KZT/year", 0, 1e7, "D rd23",
            "research spending at the start over people: 172.6 billion KZT of 2023 over 19.9 million"});
    see(self.researchers_per_1000,
        agents::ParameterInfo{"researchers_per_1000", "1", 0, 100, "K",
                              "people in research at the start per 1,000 people: about 25.5 thousand, recalled"});
    see(self.patents_per_million_per_year,
        agents::ParameterInfo{"patents_per_million_per_year", "1/year", 0, 1e4, "K",
                              "patents a year at the start per million people: about 1,000, recalled (phi_P)"});
    see(self.patents_on_spending,
        agents::ParameterInfo{"patents_on_spending", "1", 0, 2, "P", "elasticity of patents to research spending"});
    see(self.patents_on_researchers,
        agents::ParameterInfo{"patents_on_researchers", "1", 0, 2, "P", "elasticity of patents to people in research"});
    see(self.integration_gain,
        agents::ParameterInfo{
            "integration_gain", "1", 0, 2, "P",
            "how much more research gives under one management of science, education and industry (phi_I)"});
    see(self.stock_loss_per_year,
        agents::ParameterInfo{"stock_loss_per_year", "1/year", 0.01, 1, "K hall10",
                              "share of the knowledge stock and of patents in force lost in a year"});
    see(self.research_wage_share, agents::ParameterInfo{"research_wage_share", "1", 0, 1, "P",
                                                        "estimated: share of added research spending that pays posts"});
    see(self.licence_kzt_per_patent, agents::ParameterInfo{"licence_kzt_per_patent", "KZT/year", 0, 1e10, "P",
                                                           "placeholder: licence income of a patent in force"});
    see(self.wage_share_of_output, agents::ParameterInfo{"wage_share_of_output", "1", 0.05, 1, "K",
                                                         "wages over value added, to turn a wage bill into output"});
  }

  template <class Self, class See>
  static void visit_productivity(Self& self, See&& see) {
    see(self.adoption_at_start,
        agents::ParameterInfo{"adoption_at_start", "1", 0, 0.99, "P",
                              "estimated: share of work done with artificial intelligence at the start (a0)"});
    see(self.adoption_per_year,
        agents::ParameterInfo{"adoption_per_year", "1/year", 0, 5, "P", "speed of its diffusion (i0)"});
    see(self.adoption_on_ict,
        agents::ParameterInfo{"adoption_on_ict", "1/year", 0, 20, "P",
                              "how much the share of employees with a field of computing adds to that speed (i1)"});
    see(self.adoption_on_lever,
        agents::ParameterInfo{"adoption_on_lever", "1/year", 0, 5, "P",
                              "how much the share of workers under a programme adds to that speed (i2)"});
    see(self.displacement, agents::ParameterInfo{"displacement", "1", 0, 0.9, "V acemoglu25",
                                                 "share of routine work that full adoption ends (x_d)"});
    see(self.productivity_on_adoption, agents::ParameterInfo{"productivity_on_adoption", "1", 0, 1, "V acemoglu25",
                                                             "log productivity at full adoption (x_p)"});
    see(self.productivity_on_size, agents::ParameterInfo{"productivity_on_size", "1", 0, 0.5, "V grover23, wb",
                                                         "elasticity of productivity to a region's employees (g_A)"});
    see(self.productivity_on_degrees,
        agents::ParameterInfo{"productivity_on_degrees", "1", 0, 5, "K moretti04",
                              "log productivity per unit share of employees with a degree (g_H)"});
    see(self.productivity_on_knowledge,
        agents::ParameterInfo{"productivity_on_knowledge", "1", 0, 0.5, "K hall10",
                              "elasticity of productivity to the knowledge stock in sectors that use it (g_K)"});
    see(self.own_knowledge_share,
        agents::ParameterInfo{"own_knowledge_share", "1", 0, 1, "P",
                              "weight of the region's own stock in that; the rest is the nation's"});
    see(self.productivity_on_supply,
        agents::ParameterInfo{"productivity_on_supply", "1", 0, 2, "P",
                              "log productivity lost where heat and water fail altogether (g_infra)"});
    see(self.demand_on_productivity, agents::ParameterInfo{"demand_on_productivity", "1", 0, 2, "K lichter15",
                                                           "elasticity of desired posts to productivity (e_A)"});
    see(self.wage_on_productivity, agents::ParameterInfo{"wage_on_productivity", "1", 0, 2, "P",
                                                         "elasticity of target wages to productivity (z_A)"});
  }

  template <class Self, class See>
  static void visit_prestige(Self& self, See&& see) {
    see(self.prestige_speed_per_month,
        agents::ParameterInfo{"prestige_speed_per_month", "1/month", 0, 1, "P",
                              "speed at which the prestige of a field follows what it rests on (n_pi)"});
    see(self.prestige_on_wage,
        agents::ParameterInfo{"prestige_on_wage", "1", 0, 5, "P",
                              "prestige per log pay of a field over the mean, since the start (a_w)"});
    see(self.prestige_on_conditions, agents::ParameterInfo{"prestige_on_conditions", "1", 0, 5, "P",
                                                           "prestige per unit of working conditions in a field (a_c)"});
    see(self.prestige_on_peers,
        agents::ParameterInfo{"prestige_on_peers", "1", 0, 5, "P",
                              "prestige per unit share of those who work in their field, since the start"});
    see(self.conditions_kzt_per_worker,
        agents::ParameterInfo{"conditions_kzt_per_worker", "KZT", 1, 1e10, "P",
                              "placeholder: what one unit of working conditions costs per worker"});
    see(self.conditions_wear_per_year,
        agents::ParameterInfo{"conditions_wear_per_year", "1/year", 0, 5, "P",
                              "share of the conditions gained that wears off in a year"});
  }
};

}  // namespace world
