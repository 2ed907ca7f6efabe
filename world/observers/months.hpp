// months.csv (the hash and totals of every month), hashes.csv (one hash for each
// column of the state, for finding where two runs part) and timings.csv.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "world/observers/column.hpp"
#include "world/observers/rows.hpp"
#include "world/observers/snapshot.hpp"

namespace world::observers {

[[nodiscard]] const FileColumns& months_columns();
/// One row; also for the start.
void append_months_row(std::string& text, const Snapshot& snapshot);
/// Month and state hash of a row; goes on to no other. Errors: InputError.
void read_month(const Rows& rows, Snapshot& snapshot);

[[nodiscard]] const FileColumns& hashes_columns();
/// One row for each column of the state; also for the start.
void append_hashes_rows(std::string& text, const Snapshot& snapshot);
/// Takes the rows of the month of `snapshot` back; false if the table ends before the last of them. Errors:
/// InputError for rows of another month or of columns that this program does not know.
[[nodiscard]] bool read_hashes(Rows& rows, Snapshot& snapshot);

[[nodiscard]] const FileColumns& timings_columns();
/// `seconds` of the whole month by the clock, `phases` in the order of the schedule.
void append_timings_row(std::string& text, const Snapshot& snapshot, double seconds, std::span<const double> phases);

}  // namespace world::observers
