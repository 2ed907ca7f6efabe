// The synthesis report as Markdown.
#include "world/observers/synthesis_text.hpp"

#include "world/observers/text.hpp"

namespace world::observers {
namespace {

std::string margin_row(const MarginCheck& margin) {
  const double difference = margin.target > 0 ? 100.0 * (margin.synthetic / margin.target - 1.0) : 0.0;
  std::string worst = "–";
  if (!margin.worst_cell.empty()) worst = fixed_text(100.0 * margin.worst_relative, 2) + " (" + margin.worst_cell + ")";
  return "| " + margin.margin + " | " + margin.table + " | " + grouped_text(margin.target) + " | " +
         grouped_text(margin.synthetic) + " | " + signed_fixed_text(difference, 2) + " | " + worst + " | " +
         (margin.exact ? "yes" : "no") + " |\n";
}

}  // namespace

std::string synthesis_markdown(const SynthesisReport& report) {
  std::string text = "# The population at the start\n\n";
  text += grouped_text(static_cast<double>(report.citizens)) + " agents in " +
          grouped_text(static_cast<double>(report.households)) + " households, held in " +
          grouped_text(report.blocks) + " blocks. Targets are the tables at the scale of this world.\n\n";
  text += "## Every margin that has a table\n\n";
  text += "| margin | table | target | synthetic | difference % | worst cell of 100 or more, % | exact by construction |\n";
  text += "|---|---|---:|---:|---:|---:|---|\n";
  for (const MarginCheck& margin : report.margins) text += margin_row(margin);
  text += "\n## What was assumed\n\n";
  for (const std::string& assumption : report.assumptions) text += "- " + assumption + "\n";
  return text;
}

}  // namespace world::observers
