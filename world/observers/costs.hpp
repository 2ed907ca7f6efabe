// The columns of costs.csv: what every policy spent, month by month.
#pragma once

#include <string>

#include "world/observers/column.hpp"
#include "world/observers/snapshot.hpp"

namespace world::observers {

[[nodiscard]] const FileColumns& costs_columns();
/// One row for each item on which a policy spent money this month.
void append_costs_rows(std::string& text, const Snapshot& snapshot);

}  // namespace world::observers
