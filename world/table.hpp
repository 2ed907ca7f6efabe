// One CSV file with a header row: columns by name, cells by row, every wrong
// value refused with file, line, column and what is allowed. Called by the
// country loader; knows nothing of regions.
#pragma once

#include <cstddef>
#include <filesystem>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "world/own_table.hpp"
#include "world/table_numbers.hpp"
#include "world/table_text.hpp"

namespace world {

/// Cells that a table may have, about a hundred times those of the largest table bundled.
inline constexpr std::size_t most_table_cells = 1'000'000;

/// Allowed values of a number, both ends included, and what to do otherwise.
struct Allowed {
  double low = 0;
  double high = 0;
  const char* advice = "correct the table";
};

inline constexpr Allowed share{0, 1, "a share is a fraction, not a percentage"};
inline constexpr Allowed persons{0, 1e9, "give a count of people"};
inline constexpr Allowed positive_persons{1, 1e9, "give a count of people"};
inline constexpr Allowed money{0, 1e12, "give tenge or another unit of money"};

/// The cells of one CSV file: UTF-8, an optional byte order mark, quoted fields,
/// commas or semicolons between them as the header has it, lines that end in LF,
/// CRLF or CR, decimals as in table_numbers.hpp. Rows of empty cells are skipped.
/// Every error is an InputError of one line that starts with file:line.
class Table {
 public:
  /// Reads a whole file. Errors: missing, empty or too large a file, another
  /// encoding, broken quotes, a column without a name or named twice, mixed
  /// separators, a row with too few or too many fields, a row beyond 1 MB,
  /// more than `most_table_cells`.
  [[nodiscard]] static Table read(const std::filesystem::path& file, std::size_t most_bytes = largest_table_bytes);

  [[nodiscard]] int n_rows() const { return static_cast<int>(rows_.size()); }
  [[nodiscard]] const std::vector<std::string>& columns() const { return columns_; }
  /// Refuses a table without one of these columns, even one without rows.
  void require(std::initializer_list<std::string_view> columns) const;
  /// Line of the file on which a row starts; the header is usually line 1.
  [[nodiscard]] int line(int row) const { return lines_[static_cast<std::size_t>(row)]; }
  [[nodiscard]] const std::string& file() const { return file_; }
  [[nodiscard]] char separator() const { return separator_; }

  /// A cell as it stands, possibly empty. Errors: unknown column (names the nearest).
  [[nodiscard]] const std::string& cell(int row, std::string_view column) const;
  [[nodiscard]] bool is_empty(int row, std::string_view column) const { return cell(row, column).empty(); }
  /// A cell that must not be empty.
  [[nodiscard]] const std::string& text(int row, std::string_view column) const;
  [[nodiscard]] double number(int row, std::string_view column, const Allowed& allowed) const;
  [[nodiscard]] int integer(int row, std::string_view column, const Allowed& allowed) const;
  /// Nothing if the cell is empty.
  [[nodiscard]] std::optional<double> optional_number(int row, std::string_view column, const Allowed& allowed) const;

  /// Puts `text` in the place of a cell, or appends a row of `fields`, as stated
  /// on a line of a file of the user's own, which messages about it then name.
  void replace_cell(int row, std::string_view column, std::string text, const std::shared_ptr<OwnCells>& own, int line);
  void add_row(std::vector<std::string> fields, const std::shared_ptr<OwnCells>& own, int line);

  /// Refuses a cell: "file:line: column 'c' is 'v'; why".
  [[noreturn]] void refuse_cell(int row, std::string_view column, const std::string& why) const;
  /// Refuses a row: "file:line: why".
  [[noreturn]] void refuse_row(int row, const std::string& why) const;
  /// Refuses the whole file: "file: why".
  [[noreturn]] void refuse(const std::string& why) const;

 private:
  [[nodiscard]] std::size_t index_of(std::string_view column) const;
  void take_header(std::vector<std::string> fields, int line);
  void take_row(std::vector<std::string> fields, int line);
  [[nodiscard]] const DecimalMarks& decimal_marks() const;
  /// "file:line: " of a row, or of one of its cells; own cells come first.
  [[nodiscard]] std::string place_of(int row, std::optional<std::size_t> column) const;

  std::string file_;
  char separator_ = ',';
  mutable std::optional<DecimalMarks> marks_;  // looked for when a number first needs it
  std::shared_ptr<OwnCells> own_;              // none: all cells are of `file_`
  std::vector<std::string> columns_;
  std::vector<std::vector<std::string>> rows_;
  std::vector<int> lines_;
};

}  // namespace world
