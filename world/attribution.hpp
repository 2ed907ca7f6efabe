// What the flows of one month owe to each cause: expected flows as the tables
// are, against flows if every region were like the national mean, and the
// difference dealt out to the causes by Aumann and Shapley. Partial: wages,
// rents and all else stay as they are. One of three estimands that must not be
// mixed (docs/model.md, "Why people move"). No part of a run.
#pragma once

#include <array>

#include "agents/causes.hpp"
#include "world/expected_flows.hpp"

namespace world {

/// [origin × destination] persons a month at the world's scale, 0 on the diagonal.
struct FlowAttribution {
  Grid<double> flows;                                   // expected, as the tables are
  Grid<double> level;                                   // if no region differed from the mean in a cause with push
  std::array<Grid<double>, agents::n_causes> by_cause;  // their sum is flows − level; 0 for causes without push

  /// Largest difference over all cells between the sum of the causes and what they must explain, as a share of all
  /// who move: what the numerical integral misses.
  [[nodiscard]] double incompleteness() const;
};

/// Integrates along the straight path from the mean to the tables with eight Gauss–Legendre nodes.
/// Source: Aumann and Shapley 1974; the derivative of the nested logit in closed form. Reads `signals.migration` and
/// `signals.causes`, so the places must have spoken. Cost: about 1,500 multiplications and 170 exponentials a type.
[[nodiscard]] FlowAttribution attribute_flows(const HeadTypes& heads, const agents::Signals& signals, int n_regions,
                                              const Crew& crew);

/// The same for the month after the one at whose end `world` stands. The places speak, nobody acts; the world is spent
/// and must not be advanced after.
[[nodiscard]] FlowAttribution attribute_next_month(World& world, const Crew& crew);

/// What one region owes to a cause: persons leaving, coming, and the balance.
struct RegionShare {
  double out = 0, in = 0;
  [[nodiscard]] double net() const { return in - out; }
};
[[nodiscard]] RegionShare share_of(const Grid<double>& flows, int region);

}  // namespace world
