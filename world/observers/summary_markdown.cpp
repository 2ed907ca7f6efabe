// The run in a page, as Markdown.
#include "world/observers/summary.hpp"
#include "world/observers/summary_rows.hpp"
#include "world/observers/text.hpp"

namespace world::observers {
namespace {

constexpr int flows_on_page = 10;

std::string cells(std::initializer_list<std::string> values) {
  std::string row = "|";
  for (const std::string& value : values) row += " " + value + " |";
  return row + "\n";
}

std::string people_table(const std::vector<SummaryRow>& rows) {
  std::string text = cells({"region", "living there at the start", "at the end", "change %", "registered at the end",
                            "change %", "net moves within the country", "the same as registered"});
  text += "|---|---:|---:|---:|---:|---:|---:|---:|\n";
  for (const SummaryRow& row : rows) {
    text += cells({row.name, grouped_text(row.people_at_start), grouped_text(row.people),
                   signed_fixed_text(row.people_change, 1), grouped_text(row.registered),
                   signed_fixed_text(row.registered_change, 1), signed_grouped_text(row.net_moves),
                   signed_grouped_text(row.net_registered)});
  }
  return text;
}

std::string markets_table(const std::vector<SummaryRow>& rows) {
  std::string text = cells({"region", "mean wage at the end, KZT a month", "change %", "rent, KZT per m2", "change %",
                            "unemployed at the start, % of the labour force", "at the end"});
  text += "|---|---:|---:|---:|---:|---:|---:|\n";
  for (const SummaryRow& row : rows) {
    text += cells({row.name, grouped_text(row.wage), signed_fixed_text(row.wage_change, 1), grouped_text(row.rent),
                   signed_fixed_text(row.rent_change, 1), fixed_text(row.unemployed_share_at_start, 1),
                   fixed_text(row.unemployed_share, 1)});
  }
  return text;
}

std::string flows_table(const std::vector<LargeFlow>& flows) {
  if (flows.empty()) return "Nobody moved between regions.\n";
  std::string text = cells({"from", "to", "people who moved", "as registered"}) + "|---|---|---:|---:|\n";
  for (const LargeFlow& flow : flows) {
    text += cells({flow.origin, flow.destination, grouped_text(flow.moved), grouped_text(flow.registered)});
  }
  return text;
}

std::string how_to_read(const RunLabel& label) {
  std::string text =
      "- **Living there** is where people are; **registered** is where their papers say. Official population and "
      "migration statistics count registrations, so compare them with the registered columns only. A move shows up as "
      "registered when the household registers, months later or never.\n"
      "- Net moves are arrivals less departures between regions, over all months; births, deaths and moves from and to "
      "abroad come on top.\n"
      "- Wages and rents are in prices of the base year: their changes are real ones. The row of all regions weighs "
      "wages by posts and rents by floor space.\n";
  if (!label.sources.empty()) text += "- Where the tables come from and how far to trust them: " + label.sources + ".\n";
  return text + "- The inputs of this run are in inputs/; panel.csv, flows.csv and months.csv hold every month.\n";
}

}  // namespace

std::string summary_markdown(const Summary& summary, const RunLabel& label) {
  const auto rows = summary_rows(summary);
  std::string text = "# " + run_heading(summary, label) + "\n\n*" + std::string(forecast_warning) + "*\n\n";
  text += "## People\n\n" + balance_sentence(summary) + "\n" + gap_sentence(summary) + "\n\n" + people_table(rows);
  text += "\n## Jobs, wages and rents\n\n" + markets_table(rows);
  text += "\n## Largest flows between regions, all months\n\n" + flows_table(largest_flows(summary, flows_on_page));
  text += "\n## How to read this\n\n" + how_to_read(label);
  return text;
}

}  // namespace world::observers
