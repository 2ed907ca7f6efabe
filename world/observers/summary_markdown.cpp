// The run in a page, as Markdown, in the words of phrases_of_summary.hpp.
#include "world/observers/summary.hpp"
#include "world/observers/summary_places.hpp"
#include "world/observers/summary_rows.hpp"

namespace world::observers {
namespace {

constexpr int flows_on_page = 10;

std::string cells(std::initializer_list<std::string> values) {
  std::string row = "|";
  for (const std::string& value : values) row += " " + value + " |";
  return row + "\n";
}

std::string people_table(const std::vector<SummaryRow>& rows, const Speech& say) {
  std::string text = cells({say(Phrase::summary_region), say(Phrase::summary_people_at_start),
                            say(Phrase::summary_people_at_end), say(Phrase::summary_change),
                            say(Phrase::summary_registered_at_end), say(Phrase::summary_change),
                            say(Phrase::summary_net_moves), say(Phrase::summary_net_registered)});
  text += "|---|---:|---:|---:|---:|---:|---:|---:|\n";
  for (const SummaryRow& row : rows) {
    text += cells({row.name, say.count(row.people_at_start), say.count(row.people),
                   say.signed_decimal(row.people_change, 1), say.count(row.registered),
                   say.signed_decimal(row.registered_change, 1), say.signed_count(row.net_moves),
                   say.signed_count(row.net_registered)});
  }
  return text;
}

std::string markets_table(const std::vector<SummaryRow>& rows, const Speech& say) {
  std::string text = cells({say(Phrase::summary_region), say(Phrase::summary_wage), say(Phrase::summary_change),
                            say(Phrase::summary_rent), say(Phrase::summary_change),
                            say(Phrase::summary_unemployed_at_start), say(Phrase::summary_unemployed_at_end)});
  text += "|---|---:|---:|---:|---:|---:|---:|\n";
  for (const SummaryRow& row : rows) {
    text += cells({row.name, say.count(row.wage), say.signed_decimal(row.wage_change, 1), say.count(row.rent),
                   say.signed_decimal(row.rent_change, 1), say.decimal(row.unemployed_share_at_start, 1),
                   say.decimal(row.unemployed_share, 1)});
  }
  return text;
}

std::string flows_table(const std::vector<LargeFlow>& flows, const Speech& say) {
  if (flows.empty()) return say(Phrase::summary_nobody_moved) + "\n";
  std::string text = cells({say(Phrase::summary_from), say(Phrase::summary_to), say(Phrase::summary_moved),
                            say(Phrase::summary_moved_registered)}) +
                     "|---|---|---:|---:|\n";
  for (const LargeFlow& flow : flows) {
    text += cells({flow.origin, flow.destination, say.count(flow.moved), say.count(flow.registered)});
  }
  return text;
}

std::string how_to_read(const RunLabel& label, const Speech& say) {
  std::string text = "- " + say(Phrase::summary_read_populations) + "\n- " + say(Phrase::summary_read_net) + "\n- " +
                     say(Phrase::summary_read_prices) + "\n";
  if (!label.sources.empty()) text += "- " + say(Phrase::summary_read_sources, {label.sources}) + "\n";
  return text + "- " + say(Phrase::summary_read_files) + "\n";
}

std::string section(const Speech& say, Phrase heading) { return "\n## " + say(heading) + "\n\n"; }

}  // namespace

std::string summary_markdown(const Summary& summary, const RunLabel& label, Language language) {
  const Speech say(language);
  const auto rows = summary_rows(summary, language);
  std::string text = "# " + run_title(label, language) + "\n\n" + run_heading(summary, label, language) + "\n\n*" +
                     say(Phrase::projection_warning) + "*\n";
  text += section(say, Phrase::summary_people) + balance_sentence(summary, language) + "\n" +
          gap_sentence(summary, language) + "\n\n" + people_table(rows, say);
  text += section(say, Phrase::summary_markets) + markets_table(rows, say);
  text += infrastructure_section(summary, language);
  text += policies_section(summary, label, language);
  text += money_section(summary, language);
  text += section(say, Phrase::summary_flows) + flows_table(largest_flows(summary, flows_on_page, language), say);
  text += section(say, Phrase::summary_how_to_read) + how_to_read(label, say);
  return text;
}

std::string summary_file_name(Language language) {
  return language == Language::en ? "summary.md" : "summary." + std::string(code_of(language)) + ".md";
}

}  // namespace world::observers
