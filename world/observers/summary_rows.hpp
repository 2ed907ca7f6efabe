// The numbers and sentences of the summary, shared by its two forms: the table
// of the terminal and summary.md.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "world/observers/summary.hpp"

namespace world::observers {

/// One region, or all of them. People are real people: agents times people per agent.
struct SummaryRow {
  std::string name;
  double people_at_start = 0;
  double people = 0;            // living there at the end
  double people_change = 0;     // %
  double registered = 0;        // at the end
  double registered_change = 0; // %
  double net_moves = 0;         // arrivals less departures between regions, all months
  double net_registered = 0;    // the same of registrations
  double wage = 0;              // KZT per month, base-year prices
  double wage_change = 0;       // %
  double rent = 0;              // KZT per m2 and month
  double rent_change = 0;       // %
  double unemployed_share = 0;  // % of the labour force at the end
  double unemployed_share_at_start = 0;
};

struct LargeFlow {
  std::string origin, destination;
  double moved = 0, registered = 0;
};

inline constexpr std::string_view forecast_warning =
    "A projection of a model under the assumptions of its scenario, not a forecast.";

/// One row for each region in the country's order, then "All regions".
[[nodiscard]] std::vector<SummaryRow> summary_rows(const Summary& summary);

/// The `n` ordered pairs with most moves over all months, largest first; equal
/// flows in the country's order. Pairs without a move are left out.
[[nodiscard]] std::vector<LargeFlow> largest_flows(const Summary& summary, int n);

/// Which run this is, in two lines; says so if it stopped early.
[[nodiscard]] std::string run_heading(const Summary& summary, const RunLabel& label);
/// "Born …, died …": why the number of people changed, one or two lines.
[[nodiscard]] std::string balance_sentence(const Summary& summary);
/// How many live elsewhere than they are registered.
[[nodiscard]] std::string gap_sentence(const Summary& summary);

}  // namespace world::observers
