// Rows of one pair and type follow each other, one for each cause in their
// order; households and people stand in each and are taken from the first.
#include "world/observers/leavers.hpp"

#include <algorithm>
#include <string_view>

#include "world/observers/rows.hpp"

namespace world::observers {
namespace {

// Columns of causes.csv.
enum : std::size_t { year_cell, origin_cell, cause_cell = 5, households_cell, people_cell, positive_gain_cell = 9 };

/// Position among the causes, the taste last; −1: no decision of a head.
int gain_of(const Rows& rows) {
  const std::string_view cause = rows.cell(cause_cell);
  for (int c = 0; c < agents::n_causes; ++c) {
    if (cause == agents::cause_names[static_cast<std::size_t>(c)]) return c;
  }
  if (cause == taste_name) return agents::n_causes;
  if (cause != guardian_name && cause != study_name) rows.refuse("no cause '" + std::string(cause) + "'; the file was changed");
  return -1;
}

std::size_t region_of(const Rows& rows, const std::vector<std::string>& iso) {
  const auto found = std::find(iso.begin(), iso.end(), rows.cell(origin_cell));
  if (found == iso.end()) {
    rows.refuse("no region '" + std::string(rows.cell(origin_cell)) + "' in the run; the file was changed");
  }
  return static_cast<std::size_t>(found - iso.begin());
}

void add_row(Leavers& leavers, const Rows& rows) {
  const int gain = gain_of(rows);
  if (gain <= 0) leavers.people += static_cast<double>(rows.integer(people_cell));
  if (gain < 0) return;
  if (gain == 0) leavers.households += static_cast<double>(rows.integer(households_cell));
  leavers.positive_gain[static_cast<std::size_t>(gain)] += rows.real(positive_gain_cell);
}

}  // namespace

std::vector<YearOfLeavers> read_leavers(const std::filesystem::path& file, const std::vector<std::string>& iso) {
  Rows rows(file, {});
  rows.take_header(causes_columns());
  std::vector<YearOfLeavers> years;
  for (; rows.has_row(); rows.next()) {
    rows.require_cells_of(causes_columns());
    const int year = static_cast<int>(rows.integer(year_cell));
    if (years.empty() || years.back().year != year) {
      if (!years.empty() && years.back().year > year) rows.refuse("the years are out of order; the file was changed");
      years.push_back({year, std::vector<Leavers>(iso.size())});
    }
    add_row(years.back().regions[region_of(rows, iso)], rows);
  }
  return years;
}

}  // namespace world::observers
