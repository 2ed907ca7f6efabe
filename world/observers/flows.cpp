// Ordered pairs of regions with at least one number that is not zero.
#include "world/observers/flows.hpp"

#include <algorithm>

#include "world/observers/text.hpp"

namespace world::observers {
namespace {

std::size_t region_of(const Rows& rows, std::size_t cell, const Snapshot& snapshot) {
  const auto& regions = snapshot.regions;
  const auto found = std::find_if(regions.begin(), regions.end(),
                                  [&](const RegionSnapshot& region) { return region.iso == rows.cell(cell); });
  if (found == regions.end()) {
    rows.refuse("no region '" + std::string(rows.cell(cell)) + "' is in the panel; the file was changed");
  }
  return static_cast<std::size_t>(found - regions.begin());
}

}  // namespace

const FileColumns& flows_columns() {
  static const FileColumns declared{
      "flows.csv",
      "One row for each month and ordered pair of regions between which somebody moved or changed registration. A pair "
      "without a row had neither: both numbers are 0.",
      {{"month", "YYYY-MM", "the month"},
       {"origin", "ISO 3166-2", "the region left"},
       {"destination", "ISO 3166-2", "the region entered"},
       {"moves_actual_persons", "agents per month", "people who moved from origin to destination"},
       {"moves_registered_persons", "agents per month",
        "people whose registration went from origin to destination, in the month it was changed"}}};
  return declared;
}

void append_flows_rows(std::string& text, const Snapshot& snapshot) {
  const std::string month = month_name(snapshot);
  for (int origin = 0; origin < snapshot.n_regions(); ++origin) {
    for (int destination = 0; destination < snapshot.n_regions(); ++destination) {
      const Count moved = snapshot.moved(origin, destination);
      const Count registered = snapshot.reregistered(origin, destination);
      if (moved == 0 && registered == 0) continue;
      text += month;
      text += ',';
      text += snapshot.regions[static_cast<std::size_t>(origin)].iso;
      text += ',';
      text += snapshot.regions[static_cast<std::size_t>(destination)].iso;
      text += ',';
      append_integer(text, moved);
      text += ',';
      append_integer(text, registered);
      text += '\n';
    }
  }
}

void read_flows(Rows& rows, Snapshot& snapshot) {
  const std::string month = month_name(snapshot);
  const std::size_t n = snapshot.regions.size();
  snapshot.moves.assign(n * n, 0);
  snapshot.registrations.assign(n * n, 0);
  std::size_t next = 0;  // pair
  for (; rows.has_row() && rows.cell(0) == month; rows.next()) {
    rows.require_cells_of(flows_columns());
    const std::size_t pair = region_of(rows, 1, snapshot) * n + region_of(rows, 2, snapshot);
    if (pair < next) rows.refuse("a pair of regions comes twice or too late; the file was changed");
    next = pair + 1;
    snapshot.moves[pair] = rows.integer(3);
    snapshot.registrations[pair] = rows.integer(4);
  }
}

}  // namespace world::observers
