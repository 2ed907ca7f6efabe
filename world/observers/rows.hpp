// Rows of the tables that runs write, taken back one after the other: cells
// without copying, lines counted for messages, a last row without its line end
// left for later. Called by the readers beside each file's writer.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "agents/types.hpp"
#include "world/observers/column.hpp"

namespace world::observers {

/// How far a table was read: bytes, and lines before the next row.
struct RowsMark {
  std::uint64_t bytes = 0;
  int lines = 0;
};

/// The rows of a table from a mark to the end of the file as it is now.
class Rows {
 public:
  /// Reads what lies behind `from`. A file shorter than that has no rows. Errors: ReadError.
  Rows(const std::filesystem::path& file, const RowsMark& from);
  Rows(const Rows&) = delete;
  Rows& operator=(const Rows&) = delete;

  /// Is there a whole row, with its line end? The calls below are about it.
  [[nodiscard]] bool has_row() const { return has_row_; }
  /// Goes on to the next one.
  void next();

  [[nodiscard]] std::size_t n_cells() const { return cells_.size(); }
  /// A cell, without quotes; empty beyond the last.
  [[nodiscard]] std::string_view cell(std::size_t i) const {
    return i < cells_.size() ? cells_[i] : std::string_view();
  }
  /// Numbers as the writers write them: an empty cell is a number that is not finite. Errors: InputError.
  [[nodiscard]] std::int64_t integer(std::size_t i) const;
  [[nodiscard]] double real(std::size_t i) const;
  [[nodiscard]] std::uint64_t hash(std::size_t i) const;
  [[nodiscard]] agents::Month month(std::size_t i) const;

  /// Refuses the row unless it has as many cells as `declared` has columns. Errors: InputError.
  void require_cells_of(const FileColumns& declared) const;
  /// Takes the header, which must be that of `declared`. Errors: InputError naming the first column that is missing
  /// or unknown.
  void take_header(const FileColumns& declared);

  /// Is there anything unread, be it only a part of a row?
  [[nodiscard]] bool has_rest() const { return at_ < text_.size(); }
  /// Before the row that `has_row` speaks of.
  [[nodiscard]] RowsMark mark() const { return {.bytes = from_ + at_, .lines = line_ - 1}; }
  /// "runs/a/panel.csv:12".
  [[nodiscard]] std::string place() const { return file_ + ":" + std::to_string(line_); }
  /// Errors: InputError "runs/a/panel.csv:12: WHY".
  [[noreturn]] void refuse(const std::string& why) const;

 private:
  void cut();
  [[noreturn]] void refuse_cell(std::size_t i, const char* allowed) const;

  std::string file_;
  std::string text_;
  std::uint64_t from_ = 0;          // of the file
  std::size_t at_ = 0, after_ = 0;  // of the row, in the text
  int line_ = 1;
  bool has_row_ = false;
  std::vector<std::string_view> cells_;
  std::deque<std::string> unquoted_;  // cells of the row that were quoted
};

}  // namespace world::observers
