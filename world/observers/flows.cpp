// Ordered pairs of regions with at least one number that is not zero.
#include "world/observers/flows.hpp"

#include "world/observers/text.hpp"

namespace world::observers {

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

}  // namespace world::observers
