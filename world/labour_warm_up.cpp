// The labour market before the first month: efficiency, quick income and
// commuting such that the start is a temporary equilibrium. See labour.hpp.
#include <algorithm>
#include <array>

#include "agents/exact_math.hpp"
#include "world/labour.hpp"

namespace world {

using agents::exact_pow;
using agents::n_classes;

void balance_labour(Labour& labour, const LabourTerms& terms, const agents::Tally& tally) {
  const std::array<double, n_classes> weight = {terms.work.weight_own, terms.work.weight_level, terms.work.weight_below};
  for (int r = 0; r < labour.wage.rows(); ++r) {
    const auto region = static_cast<std::size_t>(r);
    for (int s = 0; s < labour.wage.columns(); ++s) {
      double effective = 0, hired = 0;
      for (int c = 0; c < n_classes; ++c) {
        const auto cell = static_cast<std::size_t>(s * n_classes + c);
        effective += weight[static_cast<std::size_t>(c)] * static_cast<double>(tally.applications[region][cell]);
        hired += static_cast<double>(tally.hires[region][cell]);
      }
      const double outflow = static_cast<double>(labour.filled(r, s)) + hired -
                             static_cast<double>(tally.posts_filled[region][static_cast<std::size_t>(s)]);
      const double vacant = labour.base_demand(r, s) - labour.base_demand(r, s) / (1 + terms.labour.vacancy_share);
      if (effective > 0 && vacant > 0 && outflow > 0) {
        const double matches = exact_pow(effective, terms.labour.matching_elasticity) *
                               exact_pow(vacant, 1 - terms.labour.matching_elasticity);
        // Small cells are noisy: half the step.
        const double now = outflow / matches;
        labour.efficiency(r, s) = labour.efficiency(r, s) > 0 ? exact_pow(labour.efficiency(r, s) * now, 0.5) : now;
      }
    }
    const auto informal_now = tally.people[region][static_cast<std::size_t>(agents::Labour::informal)];
    const auto quick = static_cast<double>(tally.quick_income[region]);
    const double left = static_cast<double>(labour.informal[region] - informal_now) + quick;
    if (quick > 0 && left > 0) {
      labour.quick_income_hazard[region] = std::min(0.9, labour.quick_income_hazard[region] * left / quick);
    }
    const auto entered = static_cast<double>(tally.hires_in_hub[region]);
    const double ended = static_cast<double>(labour.commuters[region] - tally.commuters[region]) + entered;
    if (entered > 0 && ended > 0) {
      labour.base_commute[region] = std::min(0.9, labour.base_commute[region] * ended / entered);
      labour.commute[region] = labour.base_commute[region];
    }
  }
}

void prepare_labour(Labour& labour, const LabourTerms& terms, const agents::Tally& tally, const LiveFlows& flows) {
  const double growth = terms.labour.demand_trend_per_year / 12;
  for (int r = 0; r < labour.wage.rows(); ++r) {
    const auto region = static_cast<std::size_t>(r);
    const auto& people = tally.people[region];
    auto of = [&](agents::Labour state) { return static_cast<double>(people[static_cast<std::size_t>(state)]); };
    const double unemployed = of(agents::Labour::unemployed), informal = of(agents::Labour::informal);
    const double employees = of(agents::Labour::employed_own) + of(agents::Labour::employed_other);
    const double force = unemployed + informal + employees;
    if (force <= 0 || employees <= 0 || unemployed <= 0) continue;
    // What a post loses a month besides separations and quits, per filled post.
    const double extra = flows.exit_rate[region] + flows.leavers[region] / force + growth;
    double hires = 0, filled = 0;
    for (int s = 0; s < labour.wage.columns(); ++s) {
      filled += static_cast<double>(labour.filled(r, s));
      for (int c = 0; c < n_classes; ++c) {
        hires += static_cast<double>(tally.hires[region][static_cast<std::size_t>(s * n_classes + c)]);
      }
    }
    const double factor = hires > 0 ? 1 + extra * filled / hires : 1;
    for (int s = 0; s < labour.wage.columns(); ++s) labour.efficiency(r, s) *= factor;
    const double hired = static_cast<double>(tally.hires_of_unemployed[region]) * factor;
    const double inflow = terms.work.separation_per_month * employees + terms.work.informal_exit_per_month * informal +
                          flows.entrants[region] + flows.comers[region];
    const double lost = unemployed * (flows.exit_rate[region] + flows.leavers[region] / force);
    labour.quick_income_hazard[region] = std::clamp((inflow - hired - lost) / std::max(1.0, unemployed - hired), 0.0, 0.9);
  }
}

}  // namespace world
