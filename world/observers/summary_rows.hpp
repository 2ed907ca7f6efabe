// The numbers and sentences of the summary, shared by its two forms: the table
// of the terminal and summary.md.
#pragma once

#include <string>
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

/// One row for each region in the country's order, then "All regions".
[[nodiscard]] std::vector<SummaryRow> summary_rows(const Summary& summary, Language language);

/// The `n` ordered pairs with most moves over all months, largest first; equal
/// flows in the country's order. Pairs without a move are left out.
[[nodiscard]] std::vector<LargeFlow> largest_flows(const Summary& summary, int n, Language language);

/// "kazakhstan: Kazakhstan, every citizen".
[[nodiscard]] std::string run_title(const RunLabel& label, Language language);
/// Which run this is, a line or two; says so if it stopped early.
[[nodiscard]] std::string run_heading(const Summary& summary, const RunLabel& label, Language language);
/// "Born …, died …": why the number of people changed, two lines.
[[nodiscard]] std::string balance_sentence(const Summary& summary, Language language);
/// How many live elsewhere than they are registered.
[[nodiscard]] std::string gap_sentence(const Summary& summary, Language language);

}  // namespace world::observers
