// Cost lines as rows; texts that a user wrote are quoted.
#include "world/observers/costs.hpp"

#include "world/observers/text.hpp"

namespace world::observers {
namespace {

std::string quoted(const std::string& text) {
  std::string cell = "\"";
  for (const char c : text) {
    if (c == '"') cell += '"';
    cell += c;
  }
  return cell + "\"";
}

}  // namespace

const FileColumns& costs_columns() {
  static const FileColumns declared{
      "costs.csv",
      "One row for each month, policy and item on which money was spent, in KZT of the base year and for the real "
      "country "
      "whatever the scale. Without policies there are no rows.",
      {{"month", "YYYY-MM", "the month of the spending"},
       {"policy", "name", "the policy, as named in the scenario"},
       {"item", "name",
        "what was bought: jobs, dwellings, heat, water, schools, roads, worker_homes, moving_grants, register, "
        "free_studies, stipends, dormitories, dual_training, places_of_study, administration"},
       {"region", "ISO 3166-2", "the region, empty for the nation"},
       {"quantity", "see unit", "how much of it was bought this month"},
       {"unit", "name", "the unit of the quantity"},
       {"unit_cost_kzt", "KZT", "what the public pays for one unit"},
       {"basis", "word",
        "what the unit cost rests on: sourced, derived, estimated (a job: announced, times a share that is judgement), "
        "stated, or placeholder for no source"},
       {"benchmark", "name", "the row of the country's tables it comes from, empty for none"},
       {"spent_kzt", "KZT",
        "quantity times unit cost, in whole KZT; what is not paid by envelope or region is not bought"},
       {"present_value_kzt", "KZT", "the same discounted to 1 January of accounts.value_year"}}};
  return declared;
}

void append_costs_rows(std::string& text, const Snapshot& snapshot) {
  const std::string month = month_name(snapshot);
  for (const CostLine& line : snapshot.costs) {
    text += month + ',' + quoted(line.policy) + ',' + line.item + ',' + line.region + ',';
    append_fixed(text, line.quantity, 4);
    text += ',' + line.unit + ',';
    append_fixed(text, line.cost.kzt, 0);
    text += ',' + line.cost.basis + ',' + quoted(line.cost.benchmark) + ',';
    append_fixed(text, line.kzt, 0);
    text += ',';
    append_fixed(text, line.present_value_kzt, 0);
    text += '\n';
  }
}

void read_costs(Rows& rows, Snapshot& snapshot) {
  const std::string month = month_name(snapshot);
  for (; rows.has_row() && rows.cell(0) == month; rows.next()) {
    rows.require_cells_of(costs_columns());
    CostLine& line = snapshot.costs.emplace_back();
    line.policy = rows.cell(1);
    line.item = rows.cell(2);
    line.region = rows.cell(3);
    line.quantity = rows.real(4);
    line.unit = rows.cell(5);
    line.cost = {.kzt = rows.real(6), .basis = std::string(rows.cell(7)), .benchmark = std::string(rows.cell(8))};
    line.kzt = rows.real(9);
    line.present_value_kzt = rows.real(10);
  }
}

}  // namespace world::observers
