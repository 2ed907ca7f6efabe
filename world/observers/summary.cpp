// Adds up the months, and writes the result as a table for a terminal.
#include "world/observers/summary.hpp"

#include <algorithm>
#include <array>

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
constexpr int flow_width = 50;

/// Widths of the columns of the terminal table, 100 characters in all.
constexpr std::array<int, 9> widths{23, 12, 8, 12, 11, 12, 7, 7, 8};
constexpr std::array<const char*, 9> upper_headings{"", "living here", "change", "registered", "net moves",
                                                    "the same as", "wage", "rent", "unempl."};
constexpr std::array<const char*, 9> lower_headings{"region", "at the end", "%", "at the end", "in country",
                                                    "registered", "+/- %", "+/- %", "%"};

template <class Cells>
std::string line_of(const Cells& cells) {
  std::string line = left_aligned(cells[0], widths[0]);
  for (std::size_t i = 1; i < widths.size(); ++i) line += right_aligned(cells[i], widths[i]);
  return line + "\n";
}

std::string table_row(const SummaryRow& row, const Speech& say) {
  return line_of(std::array<std::string, widths.size()>{
      row.name, say.count(row.people), say.signed_decimal(row.people_change, 1), say.count(row.registered),
      say.signed_count(row.net_moves), say.signed_count(row.net_registered), say.signed_decimal(row.wage_change, 1),
      say.signed_decimal(row.rent_change, 1), say.decimal(row.unemployed_share, 1)});
}

void add_cost(std::vector<PolicySpending>& spending, const CostLine& line) {
  auto known = std::find_if(spending.begin(), spending.end(),
                            [&](const PolicySpending& policy) { return policy.policy == line.policy; });
  if (known == spending.end()) {
    known = spending.insert(known, PolicySpending{.policy = line.policy, .centre = line.centre, .region = line.region});
  }
  known->kzt += line.kzt;
  known->present_value_kzt += line.present_value_kzt;
  if (line.cost.basis == "placeholder" || line.cost.basis == "estimated") known->placeholder_kzt += line.kzt;
}

void add_money(std::vector<MoneyYear>& years, const Snapshot& snapshot) {
  const int year = agents::year_of(snapshot.month);
  if (years.empty() || years.back().year != year) years.push_back({.year = year});
  MoneyYear& now = years.back();
  for (const AccountSnapshot& account : snapshot.accounts) {
    const auto line = [&](AccountLine which) { return account.lines[static_cast<std::size_t>(which)]; };
    const bool is_policies = account.account == "policies";
    (is_policies ? now.paid_by_nation : now.paid_by_regions) += line(AccountLine::policies);
    now.envelope += line(AccountLine::envelope);
    now.borrowed += line(AccountLine::borrowed);
    now.services += line(AccountLine::services);
    now.asked += account.requested;
    now.held += std::max<Count>(0, account.held);
  }
  now.resident_months += static_cast<double>(snapshot.total(&RegionSnapshot::population_actual)) * snapshot.people_per_agent;
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
  for (const CostLine& line : snapshot.costs) add_cost(spending_, line);
  if (!snapshot.accounts.empty()) add_money(money_, snapshot);
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
  constexpr Language language = Language::en;
  const Speech say(language);
  std::string text = run_title(label, language) + "\n" + run_heading(summary, label, language) + "\n\n";
  text += line_of(upper_headings) + line_of(lower_headings);
  for (const SummaryRow& row : summary_rows(summary, language)) text += table_row(row, say);
  text += '\n';
  text += balance_sentence(summary, language) + "\n" + gap_sentence(summary, language) + "\n";
  const auto flows = largest_flows(summary, flows_on_terminal, language);
  if (!flows.empty()) text += "\nLargest flows between regions, people who moved (as registered):\n";
  for (const LargeFlow& flow : flows) {
    text += left_aligned("  " + flow.origin + " → " + flow.destination, flow_width) +
            right_aligned(say.count(flow.moved), widths[1]) + "  (" + say.count(flow.registered) + ")\n";
  }
  return text + "\n" + say(Phrase::projection_warning) + "\n";
}

}  // namespace world::observers
