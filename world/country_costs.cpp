// What centres have been announced for, and what things cost: both optional.
#include <array>
#include <map>
#include <set>
#include <utility>

#include "world/country_parts.hpp"
#include "world/numbers.hpp"

namespace world {

const CentreFacts* Country::centre_of(const std::string& name) const {
  for (const CentreFacts& centre : centres) {
    if (centre.name == name) return &centre;
  }
  return nullptr;
}

namespace country_parts {
namespace {

constexpr Allowed bln_kzt{0, 1e6, "give billions of KZT"};

void read_centres(Country& country) {
  if (!has_table(country, "growth_centres")) return;
  const Table table = read_table(country, "growth_centres");
  table.require({"centre_en", "centre_kk", "centre_ru", "iso", "announced_investment_bln_kzt", "announced_jobs", "basis"});
  std::set<std::string> known;
  for (int row = 0; row < table.n_rows(); ++row) {
    CentreFacts facts;
    facts.name = table.text(row, "centre_en");
    facts.name = facts.name.substr(0, facts.name.find(" ("));  // what stands in brackets are other names
    facts.name_kk = table.text(row, "centre_kk");
    facts.name_ru = table.text(row, "centre_ru");
    facts.region = region_in(table, row, "iso", country);
    facts.announced_investment_kzt = 1e9 * table.optional_number(row, "announced_investment_bln_kzt", bln_kzt).value_or(0);
    facts.announced_jobs = table.optional_number(row, "announced_jobs", persons).value_or(0);
    if (!known.insert(facts.name).second) table.refuse_cell(row, "centre_en", "the centre is named twice; delete one of the rows");
    country.centres.push_back(std::move(facts));
  }
}

// "mln_kzt_per_job" → a million. Refuses another unit.
double factor_of(const Table& table, int row) {
  const std::string& unit = table.text(row, "unit");
  for (const auto& [prefix, factor] : {std::pair{"thousand_kzt_per_", 1e3}, std::pair{"mln_kzt_per_", 1e6}, std::pair{"bln_kzt_per_", 1e9}}) {
    if (unit.starts_with(prefix)) return factor;
  }
  table.refuse_cell(row, "unit", "allowed thousand_kzt_per_..., mln_kzt_per_..., bln_kzt_per_...");
}

void read_unit_costs(Country& country) {
  if (!has_table(country, "unit_costs")) return;
  const Table table = read_table(country, "unit_costs"), benchmarks = read_table(country, "cost_benchmarks");
  table.require({"part", "iso", "benchmark"});
  benchmarks.require({"item", "value", "unit", "basis"});
  std::map<std::string, int> line_of;
  for (int line = 0; line < benchmarks.n_rows(); ++line) line_of[benchmarks.text(line, "item")] = line;
  for (int row = 0; row < table.n_rows(); ++row) {
    UnitCostRow cost{.part = table.text(row, "part"), .benchmark = table.text(row, "benchmark"), .basis = ""};
    if (!table.is_empty(row, "iso")) cost.region = region_in(table, row, "iso", country);
    if (const auto found = line_of.find(cost.benchmark); found != line_of.end()) {
      const int line = found->second;
      cost.kzt = factor_of(benchmarks, line) * benchmarks.number(line, "value", {0, 1e6, "give the unit of the row"});
      cost.basis = benchmarks.text(line, "basis");
    }
    if (cost.basis.empty()) table.refuse_cell(row, "benchmark", "no row of cost_benchmarks.csv has that item; correct one");
    country.unit_costs.push_back(std::move(cost));
  }
}

}  // namespace

void read_costs(Country& country) {
  read_centres(country);
  read_unit_costs(country);
}

}  // namespace country_parts
}  // namespace world
