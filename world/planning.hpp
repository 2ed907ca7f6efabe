// What planners have ordered and what of it is paid: capacity of heat, water,
// schools and roads for the people whom the state sees. Called by the month;
// must not know how loads are met.
#pragma once

#include <string>
#include <vector>

#include "world/infrastructure.hpp"
#include "world/scenario.hpp"

namespace world {

/// One order of a planner.
struct PlannedOrder {
  std::string policy;
  std::int32_t system = 0, region = 0;
  agents::Month ordered = 0, due = 0;  // paid in the months after `ordered`, delivered in `due`
  double size = 0;                     // in the unit of the system
  double paid_months = 0;              // sum of the paid shares of its instalments

  [[nodiscard]] int instalments() const { return due - ordered; }
  [[nodiscard]] bool is_paid_in(agents::Month month) const { return month > ordered && month <= due; }
};

/// In January: what each planner of the scenario wants built, given the loads
/// `expected` [policy] at its delivery, [system × region]. Appends to `orders`:
/// size = max(0, (1 + reserve) · load − capacity there and coming by then).
void plan_orders(std::vector<PlannedOrder>& orders, const Scenario& scenario, const Country& country,
                 const Infrastructure& infrastructure, const std::vector<Grid<double>>& expected, agents::Month month);

/// Does `planner` order in this month?
[[nodiscard]] bool orders_in(const CapacityPlanning& planner, agents::Month month);

/// Capacity that orders deliver this month, [system × region]: as much of each as was paid.
[[nodiscard]] Grid<double> delivered_by(const std::vector<PlannedOrder>& orders, int n_regions, agents::Month month);

}  // namespace world
