// What tells the rows of each table apart: the columns by which a row of the
// user's own finds the row it changes. Declared here once.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace world {

/// May a table of the user's own bring rows that the country's has not?
enum class NewRows { refused, added };

struct TableInfo {
  std::string_view name;                // "labour", of labour.csv
  std::vector<std::string_view> keys;   // together they differ in every row
  NewRows new_rows = NewRows::refused;
};

/// Every table that the model reads.
[[nodiscard]] const std::vector<TableInfo>& table_infos();

/// A table by its name, with or without ".csv"; nothing if the model reads none of that name.
[[nodiscard]] const TableInfo* table_info(std::string_view name);

/// The names of all tables, for messages.
[[nodiscard]] std::vector<std::string> table_names();

}  // namespace world
