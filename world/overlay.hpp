// Tables of the user's own, laid over those of a country: the cells they list
// replace the country's, all others stay. Called by the country loader.
#pragma once

#include "world/own_table.hpp"
#include "world/table.hpp"
#include "world/table_keys.hpp"

namespace world {

/// Lays `own` over `base`: rows are found by the key columns of `info`, of which
/// those may be left out that hold one value throughout `base`. Where `base`
/// has numbers, cells are read as numbers. Errors: InputError naming the line of
/// `own` for a column that `base` has not, a missing key column, no column or
/// row to change anything, a row given twice, a key that is not in `base` (with the
/// nearest) unless new rows are taken, an empty cell over one that is not, no number.
OwnTable lay_over(Table& base, const Table& own, const TableInfo& info);

}  // namespace world
