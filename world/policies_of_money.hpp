// Policies of public money: where transfers go, and what planners order.
#pragma once

#include <string>

#include "agents/types.hpp"
#include "world/policy_field.hpp"

namespace world {

/// Transfers that go where people are: a share of the republic's pool is given by the people whom the state sees.
struct MoneyFollowsCitizens {
  static constexpr const char* kind = "money_follows_citizens";
  static constexpr LeverFacts facts{
      .design = "L5",
      .sentence = "Transfers of the republic that go where people are.",
      .mechanism = "a share of the transfers is given by the people whom the state sees; services follow the money",
      .cost = "nothing but 1 billion KZT a year (placeholder): the sum of the transfers stays",
      .indicator = "accounts.csv: transfers_in_kzt of regions with more people seen",
      .direction = 1,
      .months = 12};
  std::string name;
  agents::Month start = 0;
  double share = 1;  // of the pool, at full size, 0–1 (om)
  double phase_in_months = 36;
  double equal_share = 1;  // 1: the same for all by cost, 0: each region's own transfer per head of the start
  double cap = 0.1;        // a region loses at most this part of its transfers in a year; 1: no limit
  double priority = usual_priority;

  template <class Self, class See>
  static void visit(Self& self, See&& see) {
    see(self.name, PolicyField{"name", FieldKind::text, "", 0, 0, true, "a short name"});
    see(self.start, PolicyField{"start", FieldKind::month, "", 0, 0, true, "the first month"});
    see(self.share, PolicyField{"share", FieldKind::number, "1", 0, 1, true,
                                "share of the transfers that goes by the people whom the state sees"});
    see(self.phase_in_months, PolicyField{"phase_in_months", FieldKind::number, "month", 1, 600, false,
                                          "months in which the share grows to its full size, evenly"});
    see(self.equal_share, PolicyField{"equal_share", FieldKind::number, "1", 0, 1, false,
                                      "of that, the part given the same per person by cost; the rest by the region's "
                                      "own transfer per person at the start"});
    see(self.cap, PolicyField{"cap", FieldKind::number, "1", 0, 1, false,
                              "largest part of its transfers that a region loses within a year; 1 is no limit"});
    visit_priority(self.priority, see);
  }
};

/// A planner who orders capacity for the people whom the state sees, if their growth goes on.
struct CapacityPlanning {
  static constexpr const char* kind = "capacity_planning";
  static constexpr LeverFacts facts{.design = "L6",
                                    .sentence = "A planner who orders capacity for the people whom the state sees.",
                                    .mechanism =
                                        "each January capacity is ordered for the load expected at delivery; whom the "
                                        "state does not see is not planned for",
                                    .cost = "size x unit cost, paid from order to delivery",
                                    .indicator = "heat_capacity_gcal_per_h",
                                    .direction = 1,
                                    .months = 18};
  std::string name;
  std::string region;
  std::string system;
  agents::Month start = 0;
  double months = 120;     // in which orders are made, each January
  double lag_months = 24;  // from the order to delivery
  double reserve = 0.2;    // over the expected load
  double priority = usual_priority;
  double local_share = 0;

  template <class Self, class See>
  static void visit(Self& self, See&& see) {
    see(self.name, PolicyField{"name", FieldKind::text, "", 0, 0, true, "a short name"});
    see(self.region, PolicyField{"region", FieldKind::region, "", 0, 0, true, "where it is planned and built"});
    see(self.system, PolicyField{"system", FieldKind::system, "", 0, 0, true, "heat, water, schools or roads"});
    see(self.start,
        PolicyField{"start", FieldKind::month, "", 0, 0, true, "the first month; orders are made in January"});
    see(self.months,
        PolicyField{"months", FieldKind::number, "month", 1, 600, false, "months in which orders are made"});
    see(self.lag_months, PolicyField{"lag_months", FieldKind::number, "month", 1, 60, false,
                                     "months from an order to its delivery, over which it is paid"});
    see(self.reserve,
        PolicyField{"reserve", FieldKind::number, "1", 0, 1, false, "reserve over the load expected then"});
    visit_priority(self.priority, see);
    visit_local_share(self.local_share, see);
  }
};

}  // namespace world
