// Knowledge of the regions: research and its stock, patents, artificial
// intelligence, productivity, working conditions, and the prestige of
// professions. Moves from the start only by its equations and the policies.
// Must not know posts wanted, wages to come, dwellings, budgets or citizens.
#pragma once

#include <cstdint>
#include <vector>

#include "agents/chance.hpp"
#include "agents/tally.hpp"
#include "world/country.hpp"
#include "world/knowledge_parameters.hpp"
#include "world/levers.hpp"

namespace world {

struct Knowledge {
  // Fixed when the world is built.
  std::vector<double> base_spending;     // [region] RD0, KZT a year
  std::vector<double> base_researchers;  // [region] HR0, real persons
  std::vector<double> base_patents;      // [region] expected a year
  std::vector<double>
      base_research_posts;             // [region] filled posts weighted by how much research is done in them, agents
  std::vector<double> base_employees;  // [region] filled posts, agents
  std::vector<double> base_degrees;    // [region] share of employees with a degree
  std::vector<double> base_supply;     // [region] quality of heat × quality of water
  std::vector<double> base_field_pay;  // [field] log pay of its posts over the mean of all posts
  std::vector<double> base_field_own;  // [field] share of its people at work who work in it

  // State.
  std::vector<double> spending;          // [region] RD, KZT a year
  std::vector<double> researchers;       // [region] HR, real persons
  std::vector<double> integration;       // [region] I, 0–1
  std::vector<double> stock;             // [region] K, KZT
  std::vector<double> patents_in_force;  // [region]
  std::vector<std::int64_t> patents;     // [region] of the calendar year so far
  std::vector<double> science_return;    // [region] licences and output over spending
  std::vector<double> degrees, ict;      // [region] shares of employees, of the last December
  std::vector<double> field_own;         // [field] of the last December
  Grid<double> adoption;                 // [region × sector] a, 0–1
  Grid<double> productivity;             // [region × sector] ln(A / A0)
  Grid<double> built_conditions;         // [region × sector] what was spent on them, −1 to 1
  Grid<double> conditions;               // [region × sector] with the shift of the cell's anchors; 0 is the start
  std::vector<double> prestige;          // [field] pi, −1 to 1; 0 is the start; field 0 stays 0
};

/// What knowledge depends on besides itself.
struct KnowledgeFacts {
  const Country& country;
  const KnowledgeParameters& parameters;
  Grid<std::int64_t> filled;   // [region × sector] posts
  const Grid<double>& wage;    // [region × sector] KZT a month
  std::vector<double> supply;  // [region] quality of heat × quality of water
  const agents::Tally& tally;  // work by skill, of Decembers and of the start
  double scale;                // agents per person
};

/// Knowledge at rest around what there is: stocks that research just keeps, everything else as at the start.
[[nodiscard]] Knowledge start_knowledge(const KnowledgeFacts& facts);

/// One month of all equations under the doses of `levers`.
void knowledge_responds(Knowledge& knowledge, const KnowledgeFacts& facts, const Levers& levers,
                        const agents::Chance& chance);

/// Factors on desired posts, [region × sector]: (A / A0)^e_A times the work that artificial intelligence leaves.
[[nodiscard]] Grid<double> knowledge_on_posts(const Knowledge& knowledge, const Country& country,
                                              const KnowledgeParameters& parameters);
/// Factors on target wages, [region × sector]: (A / A0)^z_A times the change of the cell's anchors.
[[nodiscard]] Grid<double> knowledge_on_wages(const Knowledge& knowledge, const Country& country,
                                              const KnowledgeParameters& parameters, const Levers& levers);

/// Mean conditions of the posts that a skill class looks at, weighted by posts and by how far sectors accept its level:
/// those of its own field, of all sectors for class 0. [region × class]
[[nodiscard]] Grid<double> conditions_by_skill(const Knowledge& knowledge, const Country& country,
                                               const Grid<std::int64_t>& posts);

}  // namespace world
