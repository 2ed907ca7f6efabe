// The columns of costs.csv: what every policy spent, month by month.
#pragma once

#include <string>

#include "world/observers/column.hpp"
#include "world/observers/rows.hpp"
#include "world/observers/snapshot.hpp"

namespace world::observers {

[[nodiscard]] const FileColumns& costs_columns();
/// One row for each item on which a policy spent money this month.
void append_costs_rows(std::string& text, const Snapshot& snapshot);

/// Takes the rows of the month of `snapshot` back, as many as there are; no row has the centre of a line. Errors:
/// InputError for a damaged number.
void read_costs(Rows& rows, Snapshot& snapshot);

}  // namespace world::observers
