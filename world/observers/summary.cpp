// Adds up the months, and writes the result as a table for a terminal.
#include "world/observers/summary.hpp"

#include "world/observers/summary_rows.hpp"
#include "world/observers/text.hpp"

namespace world::observers {
namespace {

constexpr Count RegionSnapshot::* summed_events[] = {
    &RegionSnapshot::births,
    &RegionSnapshot::births_registered,
    &RegionSnapshot::deaths,
    &RegionSnapshot::deaths_registered,
    &RegionSnapshot::arrivals_actual,
    &RegionSnapshot::arrivals_registered,
    &RegionSnapshot::departures_actual,
    &RegionSnapshot::departures_registered,
    &RegionSnapshot::external_arrivals_actual,
    &RegionSnapshot::external_arrivals_registered,
    &RegionSnapshot::external_departures_actual,
    &RegionSnapshot::external_departures_registered,
    &RegionSnapshot::marriages,
    &RegionSnapshot::heads_considering,
    &RegionSnapshot::households_moved,
};

constexpr int flows_on_terminal = 5;

// Widths of the terminal table, 99 characters in all.
constexpr int name_width = 22;
constexpr int people_width = 12;
constexpr int net_width = 11;
constexpr int percent_width = 8;

std::string heading(const char* name, const char* people, const char* change, const char* registered,
                    const char* net, const char* net_registered, const char* wage, const char* rent,
                    const char* unemployed) {
  return left_aligned(name, name_width) + right_aligned(people, people_width) + right_aligned(change, percent_width) +
         right_aligned(registered, people_width) + right_aligned(net, net_width) +
         right_aligned(net_registered, net_width + 1) + right_aligned(wage, percent_width - 1) +
         right_aligned(rent, percent_width - 1) + right_aligned(unemployed, percent_width) + "\n";
}

std::string table_row(const SummaryRow& row) {
  return heading(row.name.c_str(), grouped_text(row.people).c_str(), signed_fixed_text(row.people_change, 1).c_str(),
                 grouped_text(row.registered).c_str(), signed_grouped_text(row.net_moves).c_str(),
                 signed_grouped_text(row.net_registered).c_str(), signed_fixed_text(row.wage_change, 1).c_str(),
                 signed_fixed_text(row.rent_change, 1).c_str(), fixed_text(row.unemployed_share, 1).c_str());
}

}  // namespace

void Summary::add(const Snapshot& snapshot) {
  if (moves_.empty()) {
    first_ = snapshot;
    sums_.resize(snapshot.regions.size());
    moves_.resize(snapshot.moves.size());
    registrations_.resize(snapshot.registrations.size());
  } else {
    ++n_months_;
  }
  last_ = snapshot;
  for (std::size_t region = 0; region < sums_.size(); ++region) {
    for (const auto event : summed_events) sums_[region].*event += snapshot.regions[region].*event;
  }
  for (std::size_t pair = 0; pair < moves_.size(); ++pair) {
    moves_[pair] += snapshot.moves[pair];
    registrations_[pair] += snapshot.registrations[pair];
  }
}

Count Summary::events(Count RegionSnapshot::* event) const {
  Count sum = 0;
  for (const RegionSnapshot& region : sums_) sum += region.*event;
  return sum;
}

Count Summary::net(const std::vector<Count>& flows, int region) const {
  const auto n = sums_.size();
  const auto own = static_cast<std::size_t>(region);
  Count net = 0;
  for (std::size_t other = 0; other < n; ++other) net += flows[other * n + own] - flows[own * n + other];
  return net;
}

std::string summary_table(const Summary& summary, const RunLabel& label) {
  std::string text = run_heading(summary, label) + "\n\n";
  text += heading("", "living here", "change", "registered", "net moves", "as regis-", "wage", "rent", "unem-");
  text += heading("region", "at the end", "%", "at the end", "within", "tered", "%", "%", "ployed %");
  for (const SummaryRow& row : summary_rows(summary)) text += table_row(row);
  text += "\n" + balance_sentence(summary) + "\n" + gap_sentence(summary) + "\n";
  const auto flows = largest_flows(summary, flows_on_terminal);
  if (!flows.empty()) text += "\nLargest flows between regions, people who moved (as registered):\n";
  for (const LargeFlow& flow : flows) {
    text += "  " + left_aligned(flow.origin + " → " + flow.destination, 2 * name_width) +
            right_aligned(grouped_text(flow.moved), people_width) + "  (" + grouped_text(flow.registered) + ")\n";
  }
  return text + "\n" + std::string(forecast_warning) + "\n";
}

}  // namespace world::observers
