// Numbers as people's spreadsheets write them: decimal point or decimal comma.
// What could mean two numbers is refused. Called by Table and by overlays.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace world {

/// Which decimal marks a file uses beyond doubt: 0,5 is no thousand, nor is 12,5 or 1,2345.
struct DecimalMarks {
  bool has_comma = false;
  bool has_point = false;
  /// Takes notice of one cell of the file, whatever it holds.
  void note(std::string_view cell);
};

/// A number, or why a cell holds none: a clause for a message, such as
/// "not a number, but infinity".
struct NumberRead {
  std::optional<double> value;
  std::string why;
};

/// Reads a cell of a file whose cells are set apart by `separator`. Between
/// commas a point is the decimal mark, and 1,5 (in quotes) a decimal comma.
/// Between semicolons both are decimal marks, but one file has only one of them,
/// and three digits after the mark (1,234) count as decimals only if another
/// cell settles it. Thousands separators are never read.
[[nodiscard]] NumberRead read_number(std::string_view cell, char separator, const DecimalMarks& marks);

}  // namespace world
