#include "world/country_basis.hpp"

#include <algorithm>

#include "world/country_parts.hpp"

namespace world {
namespace {

bool has_column(const Table& table, std::string_view column) {
  const auto& columns = table.columns();
  return std::find(columns.begin(), columns.end(), column) != columns.end();
}

bool is_own(const OwnTable& own, const Table& table, int row, std::string_view column) {
  const auto& columns = table.columns();
  const auto index = static_cast<std::size_t>(std::find(columns.begin(), columns.end(), column) - columns.begin());
  return std::any_of(own.readings.begin(), own.readings.end(), [&](const auto& cells) {
    return cells->cells.count({row, index}) > 0;
  });
}

}  // namespace

std::map<std::string, double> basis_of(const Country& country, const FiguresOfTable& figures) {
  using namespace country_parts;
  std::map<std::string, double> weights;
  OwnTable own;
  const Table table = read_table(country, figures.table, &own);
  const Filter filter = figures.is_of_base_year ? of_base_year(country) : Filter{};
  const bool has_basis = has_column(table, figures.basis);
  for (int row = 0; row < table.n_rows(); ++row) {
    if (!is_wanted(table, row, filter)) continue;
    if (has_column(table, "iso") && is_national(country, table.cell(row, "iso"))) continue;
    for (const std::string_view column : figures.values) {
      const double value = table.optional_number(row, column, persons).value_or(0);
      const std::string word = is_own(own, table, row, column) ? own_basis
                               : has_basis                     ? table.cell(row, figures.basis)
                                                               : "";
      if (value > 0) weights[word] += value;
    }
  }
  return weights;
}

}  // namespace world
