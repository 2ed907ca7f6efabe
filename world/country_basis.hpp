// What the figures of a country's tables rest on, as the tables say it: by the
// words of their `basis` columns. For who shows it; the model reads none of it.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "world/country.hpp"

namespace world {

/// Some figures of a table and the column that says what they rest on.
struct FiguresOfTable {
  std::string_view table;                // "vital"
  std::vector<std::string_view> values;  // columns of persons; a row weighs as much as they add up to
  std::string_view basis;                // column; in a table without it nothing is said
  bool is_of_base_year = false;          // rows of the base year only
};

/// A word for figures that came from a table of the user's own.
inline constexpr const char* own_basis = "own";

/// Persons by the word that stands for them ("sourced", "estimated" … as in the table; `own_basis`; "" where there is
/// none). Rows of the nation are left out. Errors: as `load_country`.
[[nodiscard]] std::map<std::string, double> basis_of(const Country& country, const FiguresOfTable& figures);

}  // namespace world
