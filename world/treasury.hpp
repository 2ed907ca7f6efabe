// Where money, markets and policies meet: who pays for policies before a month
// begins, and how the accounts are closed when it is over.
#pragma once

#include "world/world.hpp"

namespace world {

/// Pays the policies of the month, as far as the envelope and the regions reach.
void policies_are_funded(World& world);

/// In January, after the census: planners order. `served` is what there is to serve.
void planners_order(World& world, const std::vector<Grid<double>>& expected);
/// What planners expect to serve, [policy] tables [system × region]; empty for those who do not order now.
[[nodiscard]] std::vector<Grid<double>> planners_expect(const World& world, const Served& served);

/// Settles what policies cost after all, and books the month.
void accounts_are_closed(World& world, const Served& served);

/// What revenue is taken from, from this month's posts at its wages.
[[nodiscard]] RevenueBase revenue_base(const World& world);

/// The cost lines of the month as they were paid, whole tenge.
[[nodiscard]] std::vector<CostLine> paid_costs(const World& world);

}  // namespace world
