// The columns of knowledge.csv and prestige.csv: research, artificial
// intelligence, productivity and working conditions by region and sector, and
// what the professions of a field are thought of.
#pragma once

#include <string>

#include "world/observers/column.hpp"

namespace world {
struct World;
}

namespace world::observers {

[[nodiscard]] const FileColumns& knowledge_columns();
/// In December one row for each region as a whole and each of its sectors; nothing in other months.
void append_knowledge_rows(std::string& text, const World& world);

[[nodiscard]] const FileColumns& prestige_columns();
/// In December one row for each field; nothing in other months.
void append_prestige_rows(std::string& text, const World& world);

/// Means over a region's posts, weighted by those filled.
struct RegionKnowledge {
  double adoption = 0;      // 0–1
  double productivity = 1;  // A / A0: e to the mean logarithm
  double conditions = 0;    // −1 to 1
};
[[nodiscard]] RegionKnowledge knowledge_of(const World& world, int region);

}  // namespace world::observers
