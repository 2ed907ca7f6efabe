// panel.csv: one row for each month and region, long. The first block is the
// state at the start, under the month before the first one. Every column is
// declared once, in panel.cpp.
#pragma once

#include <string>
#include <string_view>

#include "world/observers/column.hpp"
#include "world/observers/rows.hpp"
#include "world/observers/snapshot.hpp"

namespace world::observers {

[[nodiscard]] const FileColumns& panel_columns();

/// The number of `region` in a column of the panel. Errors: std::logic_error for a column that the panel has not.
[[nodiscard]] double panel_number(const RegionSnapshot& region, std::string_view column);

/// One row for each region of `snapshot`.
void append_panel_rows(std::string& text, const Snapshot& snapshot);

/// Takes the rows of the month of `snapshot` back into its regions, whose codes are there; false if the table ends
/// before the last of them. Errors: InputError for a row of another month or region, or with a damaged number.
[[nodiscard]] bool read_panel(Rows& rows, Snapshot& snapshot);

}  // namespace world::observers
