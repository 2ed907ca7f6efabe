// accounts.csv: every account of public money in every month, line by line.
#pragma once

#include <string>

#include "world/observers/column.hpp"
#include "world/observers/rows.hpp"
#include "world/observers/snapshot.hpp"

namespace world::observers {

[[nodiscard]] const FileColumns& accounts_columns();
/// One row for each account of the month; none at the start.
void append_accounts_rows(std::string& text, const Snapshot& snapshot);

/// Takes the rows of the month of `snapshot` back; false if the file ends within them. Errors: InputError for a damaged
/// number.
[[nodiscard]] bool read_accounts(Rows& rows, Snapshot& snapshot);

}  // namespace world::observers
