// Expected moves in closed form: what a month of the present beliefs would show
// on average, without luck, and how it answers each region's utility. Heads who
// are alike in all that the choice sees are one type. Used by the calibration;
// no part of a run.
#pragma once

#include <vector>

#include "agents/choice.hpp"
#include "world/world.hpp"

namespace world {

/// Heads with the same utilities of all regions.
struct HeadType {
  agents::Considerer who;      // what only attention sees is left at its default
  double people = 0;           // expected a month to be asked, families included, at the world's scale
  double place_weight = 0;     // utility of one util of place constant
};

/// All types of a world, by origin.
struct HeadTypes {
  std::vector<HeadType> types;
  std::vector<int> first;      // [origin, one more] where the types of an origin begin
};

/// Sums the heads of all blocks into types. Reads `world.signals` for attention,
/// so the places must have spoken. Exact sums in an order that knows no threads.
[[nodiscard]] HeadTypes group_heads(const World& world, const Crew& crew);

/// [origin × destination] persons a month at the world's scale, 0 on the diagonal.
[[nodiscard]] Grid<double> expected_flows(const HeadTypes& heads, const agents::MigrationSignals& signals,
                                          int n_regions, const Crew& crew);
/// The same from a world whose places have spoken.
[[nodiscard]] Grid<double> expected_flows(const World& world, const Crew& crew);

/// Expected flows and their derivatives, persons a month per util.
struct FlowSlopes {
  Grid<double> flows;
  Cube<double> by_utility;  // [origin × destination × region] if the region gains a util for all who live in origin
  Cube<double> by_place;    // the same if its place constant gains one
  Grid<double> by_home;     // [origin × destination] if one's home region gains one
};
[[nodiscard]] FlowSlopes flow_slopes(const HeadTypes& heads, const agents::MigrationSignals& signals, int n_regions,
                                     const Crew& crew);

}  // namespace world
