#include "world/planning.hpp"

#include <algorithm>

namespace world {

namespace {

// Capacity there and coming until `due`: plans of the region, projects that are known, orders of planners.
double coming(const std::vector<PlannedOrder>& orders, const Scenario& scenario, const Country& country,
              const Infrastructure& infrastructure, System system, int region, agents::Month month, agents::Month due) {
  const int s = static_cast<int>(system), lag = infrastructure.pipeline.columns();
  double sum = infrastructure.capacity(s, region);
  for (int ahead = 1; ahead <= std::min<int>(lag, due - month); ++ahead) {
    sum += infrastructure.pipeline(s * infrastructure.n_regions() + region, (month + ahead) % lag);
  }
  const auto comes = [&](agents::Month delivered) { return delivered > month && delivered <= due; };
  for (const CapacityProject& project : country.capacity_projects) {
    if (comes(project.delivered) && project.region == region && project.system == system) sum += project.size;
  }
  for (const CapacityPolicy& project : scenario.policies.capacity_projects) {
    const bool is_begun = project.start <= month && comes(project.delivered);
    if (is_begun && country.region_of(project.region) == region && system_of(project.system) == s) {
      sum += project.size * scenario.parameters.accounts.dose;
    }
  }
  for (const PlannedOrder& order : orders) {
    if (comes(order.due) && order.region == region && order.system == s) sum += order.size;
  }
  return sum;
}

}  // namespace

bool orders_in(const CapacityPlanning& planner, agents::Month month) {
  return agents::calendar_month_of(month) == 1 && month >= planner.start && month - planner.start < planner.months;
}

void plan_orders(std::vector<PlannedOrder>& orders, const Scenario& scenario, const Country& country,
                 const Infrastructure& infrastructure, const std::vector<Grid<double>>& expected, agents::Month month) {
  const auto& planners = scenario.policies.capacity_planning;
  for (std::size_t p = 0; p < planners.size(); ++p) {
    const CapacityPlanning& planner = planners[p];
    if (!orders_in(planner, month)) continue;
    const int system = system_of(planner.system), region = country.region_of(planner.region);
    const auto due = static_cast<agents::Month>(month + static_cast<int>(planner.lag_months));
    const double wanted = (1 + planner.reserve) * expected[p](system, region);
    const double missing =
        wanted - coming(orders, scenario, country, infrastructure, static_cast<System>(system), region, month, due);
    const double size = missing * scenario.parameters.accounts.dose;
    if (size <= 0) continue;
    orders.push_back(
        {.policy = planner.name, .system = system, .region = region, .ordered = month, .due = due, .size = size});
  }
}

Grid<double> delivered_by(const std::vector<PlannedOrder>& orders, int n_regions, agents::Month month) {
  Grid<double> capacity(n_systems, n_regions);
  for (const PlannedOrder& order : orders) {
    if (order.due == month)
      capacity(order.system, order.region) += order.size * (order.paid_months / order.instalments());
  }
  return capacity;
}

}  // namespace world
