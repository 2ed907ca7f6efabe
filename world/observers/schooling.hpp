// The columns of schooling.csv: what was studied where, and what became of it.
#pragma once

#include <string>

#include "world/observers/column.hpp"

namespace world {
struct World;
}

namespace world::observers {

[[nodiscard]] const FileColumns& schooling_columns();
/// In December one row for each region, level and field; nothing in other months.
void append_schooling_rows(std::string& text, const World& world);

}  // namespace world::observers
