// What one column of an output file says about itself. Every file's columns are
// declared once, beside the code that fills them; header rows, `qonys columns`
// and docs/outputs.md come from there.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace world::observers {

/// The declaration of one column.
struct Column {
  std::string name;      // "births_persons"
  std::string unit;      // "agents", "KZT per month", "YYYY-MM"
  std::string sentence;  // what is counted, without a full stop
};

/// One file of the run folder and its columns, in order.
struct FileColumns {
  std::string file;      // "panel.csv"
  std::string sentence;  // what one row is
  std::vector<Column> columns;
};

/// The header row, with its line end.
[[nodiscard]] inline std::string header_row(const std::vector<Column>& columns) {
  std::string row;
  for (const Column& column : columns) {
    if (!row.empty()) row += ',';
    row += column.name;
  }
  return row + '\n';
}

}  // namespace world::observers
