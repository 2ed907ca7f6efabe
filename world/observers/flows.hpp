// flows.csv: who went from where to where, month by month, as people moved and
// as registrations show it.
#pragma once

#include <string>

#include "world/observers/column.hpp"
#include "world/observers/rows.hpp"
#include "world/observers/snapshot.hpp"

namespace world::observers {

[[nodiscard]] const FileColumns& flows_columns();

/// One row for each ordered pair of regions with a move or a registration; a
/// pair without either has no row. Nothing at the start.
void append_flows_rows(std::string& text, const Snapshot& snapshot);

/// Takes the rows of the month of `snapshot` back; its regions are there. Errors: InputError for an unknown region, a
/// pair out of order, a damaged number.
void read_flows(Rows& rows, Snapshot& snapshot);

}  // namespace world::observers
