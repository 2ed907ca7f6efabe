// The world: its places, its markets, its citizens, and the month that is over.
// Built from a scenario and a country; advanced by `advance` in month.hpp.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "agents/block.hpp"
#include "agents/parallel.hpp"
#include "agents/settle.hpp"
#include "agents/signals.hpp"
#include "agents/tally.hpp"
#include "world/budget.hpp"
#include "world/country.hpp"
#include "world/funding.hpp"
#include "world/housing.hpp"
#include "world/infrastructure.hpp"
#include "world/knowledge.hpp"
#include "world/labour.hpp"
#include "world/census.hpp"
#include "world/perception.hpp"
#include "world/planning.hpp"
#include "world/scenario.hpp"
#include "world/schooling.hpp"
#include "world/vital.hpp"
#include "world/workspace.hpp"

namespace world {

using agents::Crew;

/// The hashes of the state at a month's end (XXH3, 64 bits).
struct StateHash {
  std::uint64_t state = 0;                // of everything below
  std::vector<std::uint64_t> columns;     // [column of the block], in `column_names` order, then the places
};
/// Names for StateHash::columns.
[[nodiscard]] const std::vector<std::string>& column_names();

/// The whole state at the end of `month`; at the start `month` is the month
/// before the first one.
struct World {
  Scenario scenario;
  Country country;

  agents::Month month = 0;
  std::vector<agents::Block> blocks;
  Labour labour;
  Housing housing;
  Infrastructure infrastructure;
  Budget budget;
  Schooling schooling;
  Knowledge knowledge;
  FundingBook funding;                   // of policies
  std::vector<PlannedOrder> orders;      // of planners, until they are delivered
  Perception perception;
  Vital vital;
  Census census;                         // of the start, then of every January
  agents::Tally tally;                   // of `month`: stocks at its end, events in it
  agents::Tally before;                  // of the month before
  StateHash hash;

  // Fixed when the world is built.
  std::vector<std::uint8_t> hub;         // [max_regions] hub of a region, or nowhere
  std::vector<double> participation;     // [region × sex] share of 25- to 54-year-olds in the labour force
  std::vector<double> degree_share;      // [region] share of people from 25 to 39 with a degree: arrivals from abroad

  // Made anew every month; not state.
  std::unique_ptr<agents::Signals> signals;
  std::unique_ptr<Workspace> workspace;

  [[nodiscard]] double scale() const { return scenario.scale.factor(); }
  [[nodiscard]] int n_blocks() const { return static_cast<int>(blocks.size()); }
  [[nodiscard]] LabourTerms labour_terms() const {
    return {country, scenario.parameters.labour, scenario.parameters.work, hub};
  }
  [[nodiscard]] SchoolingTerms schooling_terms() const {
    return {country, scenario.parameters.schooling, workspace->levers, hub};
  }
  [[nodiscard]] KnowledgeFacts knowledge_facts() const;
  [[nodiscard]] std::int64_t n_citizens() const;
  [[nodiscard]] std::size_t bytes() const;   // of all columns
};

/// What leavers of school know of the places of study now, and the 15- and 17-year-olds of the last census.
[[nodiscard]] StudyFacts study_facts(const World& world);
[[nodiscard]] Leavers young_cohorts(const Census& census, double scale);
/// People who live in each region, from the last tally.
[[nodiscard]] std::vector<double> people_by_region(const agents::Tally& tally, int n_regions);
/// The same less those who live in dormitories: who needs dwellings.
[[nodiscard]] std::vector<double> people_in_dwellings(const World& world);

}  // namespace world
