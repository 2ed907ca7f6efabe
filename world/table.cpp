// Reads CSV with libcsv, the only file that knows it.
#include "world/table.hpp"

#include <csv.h>

#include <algorithm>
#include <cmath>

#include "world/errors.hpp"
#include "world/nearest.hpp"
#include "world/numbers.hpp"

namespace world {
namespace {

/// What libcsv has called back with since the last complete row.
struct PendingRow {
  std::vector<std::string> fields;
  bool is_complete = false;
};

void take_field(void* text, std::size_t length, void* pending) {
  static_cast<PendingRow*>(pending)->fields.emplace_back(static_cast<const char*>(text), length);
}

void end_row(int, void* pending) { static_cast<PendingRow*>(pending)->is_complete = true; }

/// Owns the parser's buffers for as long as one file is read.
struct Parser {
  csv_parser state{};
  explicit Parser(char separator) {
    csv_init(&state, CSV_STRICT | CSV_STRICT_FINI);
    csv_set_delim(&state, static_cast<unsigned char>(separator));
    csv_set_blk_size(&state, std::size_t{1} << 16U);  // by 128 bytes, a field of 1 MB is copied eight thousand times
  }
  ~Parser() { csv_free(&state); }
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;
};

std::string range_text(const Allowed& allowed) {
  return "allowed " + number_text(allowed.low) + " to " + number_text(allowed.high);
}

/// A value as it is quoted in a message of one line.
std::string in_quotes(const std::string& value) {
  constexpr std::size_t longest = 60;
  std::string text = value.size() > longest ? value.substr(0, longest) + "…" : value;
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
  return "'" + text + "'";
}

/// What stands between the names of the header: a comma, unless only semicolons do.
/// Errors: both, or tabs.
char separator_of(std::string_view header, const std::string& where) {
  bool is_quoted = false;
  int n_commas = 0, n_semicolons = 0, n_tabs = 0;
  for (const char c : header) {
    if (c == '"') is_quoted = !is_quoted;
    if (is_quoted) continue;
    n_commas += c == ',' ? 1 : 0;
    n_semicolons += c == ';' ? 1 : 0;
    n_tabs += c == '\t' ? 1 : 0;
  }
  if (n_commas > 0 && n_semicolons > 0) {
    throw InputError(where + "the header has " + std::to_string(n_commas) + " commas and " +
                     std::to_string(n_semicolons) + " semicolons; set its columns apart by one of them");
  }
  if (n_tabs > 0 && n_commas + n_semicolons == 0) {
    throw InputError(where + "the header has tabs between its columns; allowed are commas or semicolons; save as CSV");
  }
  return n_semicolons > 0 ? ';' : ',';
}

std::string name_of_separator(char separator) { return separator == ';' ? "semicolons" : "commas"; }

bool is_blank(std::string_view line) { return line.find_first_not_of(" \t\n") == std::string_view::npos; }

bool is_empty_row(const std::vector<std::string>& fields) {
  return std::all_of(fields.begin(), fields.end(), [](const std::string& field) { return field.empty(); });
}

}  // namespace

Table Table::read(const std::filesystem::path& file, std::size_t most_bytes) {
  constexpr std::size_t most_row_bytes = std::size_t{1} << 20U;
  Table table;
  table.file_ = file.string();
  const std::string content = read_table_text(file, most_bytes);
  std::optional<Parser> parser;
  PendingRow pending;
  int line_number = 0;
  int first_line = 0;
  std::size_t row_begins = 0;
  const auto refuse_here = [&](const std::string& why) {
    throw InputError(table.file_ + ":" + std::to_string(first_line) + ": " + why);
  };
  // The parser counts no lines, so it is fed one at a time.
  for (std::size_t from = 0; from < content.size();) {
    const std::size_t newline = content.find('\n', from);
    const std::size_t to = newline == std::string::npos ? content.size() : newline + 1;
    const std::string_view line = std::string_view(content).substr(from, to - from);
    ++line_number;
    if (first_line == 0) {
      first_line = line_number;
      row_begins = from;
    }
    from = to;
    if (to - row_begins > most_row_bytes) refuse_here("the row has more than 1 MB; is a quote left open, or a line end lost?");
    if (!parser) {
      if (is_blank(line)) {
        first_line = 0;
        continue;
      }
      table.separator_ = separator_of(line, table.file_ + ":" + std::to_string(line_number) + ": ");
      parser.emplace(table.separator_);
    }
    bool is_bad = csv_parse(&parser->state, line.data(), line.size(), take_field, end_row, &pending) != line.size();
    if (to == content.size() && !is_bad) is_bad = csv_fini(&parser->state, take_field, end_row, &pending) != 0;
    if (is_bad) refuse_here("a quote is not closed or not doubled; write \"\" for a quote inside a quoted field");
    if (pending.is_complete) table.take_row(std::move(pending.fields), first_line);
    // A blank line inside an open quote belongs to the row that began before it.
    if (pending.is_complete || (first_line == line_number && is_blank(line))) {
      pending = PendingRow{};
      first_line = 0;
    }
  }
  if (table.columns_.empty()) table.refuse("the file is empty; its first line must name the columns");
  return table;
}

void Table::take_header(std::vector<std::string> fields, int line) {
  constexpr std::size_t most_columns = 1000;
  const std::string where = file_ + ":" + std::to_string(line) + ": ";
  if (fields.size() > most_columns) {
    throw InputError(where + "the header names " + std::to_string(fields.size()) + " columns; allowed 1 to 1000");
  }
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (fields[i].empty()) {
      throw InputError(where + "column " + std::to_string(i + 1) + " has no name; name it or delete the column");
    }
    if (std::count(fields.begin(), fields.end(), fields[i]) > 1) {
      throw InputError(where + "column " + in_quotes(fields[i]) + " is named twice; keep one");
    }
  }
  columns_ = std::move(fields);
}

void Table::take_row(std::vector<std::string> fields, int line) {
  if (columns_.empty()) return take_header(std::move(fields), line);
  if (fields.size() != columns_.size()) {
    const char other = separator_ == ',' ? ';' : ',';
    const bool has_other = fields.size() < columns_.size() && std::any_of(fields.begin(), fields.end(), [&](const auto& field) {
                             return field.find(other) != std::string::npos;
                           });
    throw InputError(file_ + ":" + std::to_string(line) + ": the row has " + std::to_string(fields.size()) +
                     " fields; allowed exactly " + std::to_string(columns_.size()) + ", as in the header; " +
                     (has_other ? "set them apart by " + name_of_separator(separator_) + ", as the header does"
                                : "check " + name_of_separator(separator_) + " and quotes, and that the file is whole"));
  }
  if (fields == columns_) {
    throw InputError(file_ + ":" + std::to_string(line) + ": the header is given twice; delete this line");
  }
  if (fields.size() > 1 && is_empty_row(fields)) return;
  // A cell takes 32 bytes in memory, and one byte in the file if it is empty.
  if ((rows_.size() + 1) * columns_.size() > most_table_cells) {
    throw InputError(file_ + ":" + std::to_string(line) + ": the table has more than " + std::to_string(most_table_cells) +
                     " cells; is it a table of the country?");
  }
  rows_.push_back(std::move(fields));
  lines_.push_back(line);
}

void Table::require(std::initializer_list<std::string_view> columns) const {
  for (const std::string_view column : columns) static_cast<void>(index_of(column));
}

std::size_t Table::index_of(std::string_view column) const {
  const auto found = std::find(columns_.begin(), columns_.end(), column);
  if (found == columns_.end()) {
    throw InputError(file_ + ":1: column '" + std::string(column) + "' is missing; the nearest column found is '" +
                     nearest(column, columns_) + "'; rename it or add the column");
  }
  return static_cast<std::size_t>(found - columns_.begin());
}

const std::string& Table::cell(int row, std::string_view column) const {
  const std::size_t index = index_of(column);
  if (own_) {
    const auto own = own_->cells.find({row, index});
    if (own != own_->cells.end()) own->second.is_read = true;
  }
  return rows_[static_cast<std::size_t>(row)][index];
}

const std::string& Table::text(int row, std::string_view column) const {
  const std::string& found = cell(row, column);
  if (found.empty()) refuse_cell(row, column, "allowed is any text but not nothing; fill the cell");
  return found;
}

double Table::number(int row, std::string_view column, const Allowed& allowed) const {
  const std::string& text = cell(row, column);
  NumberRead read;
  if (separator_ == ',') read.value = parse_number(text);
  if (!read.value) read = read_number(text, separator_, decimal_marks());
  if (!read.value || *read.value < allowed.low || *read.value > allowed.high) {
    const std::string kind = read.value ? "" : read.why + "; ";
    refuse_cell(row, column, kind + range_text(allowed) + "; " + allowed.advice);
  }
  return *read.value;
}

const DecimalMarks& Table::decimal_marks() const {
  if (!marks_) {
    marks_.emplace();
    for (const auto& row : rows_) {
      for (const std::string& field : row) marks_->note(field);
    }
  }
  return *marks_;
}

int Table::integer(int row, std::string_view column, const Allowed& allowed) const {
  const double value = number(row, column, allowed);
  if (value != std::floor(value)) {
    refuse_cell(row, column, "not a whole number; " + range_text(allowed) + "; " + allowed.advice);
  }
  return static_cast<int>(value);
}

std::optional<double> Table::optional_number(int row, std::string_view column, const Allowed& allowed) const {
  if (is_empty(row, column)) return std::nullopt;
  return number(row, column, allowed);
}

void Table::replace_cell(int row, std::string_view column, std::string text, const std::shared_ptr<OwnCells>& own,
                         int line) {
  own_ = own;
  const std::size_t index = index_of(column);
  own_->cells[{row, index}].line = line;
  rows_[static_cast<std::size_t>(row)][index] = std::move(text);
}

void Table::add_row(std::vector<std::string> fields, const std::shared_ptr<OwnCells>& own, int line) {
  own_ = own;
  // An empty cell of an added row changes nothing; it counts as read.
  for (std::size_t index = 0; index < fields.size(); ++index) {
    own_->cells[{n_rows(), index}] = {.line = line, .is_read = fields[index].empty()};
  }
  rows_.push_back(std::move(fields));
  lines_.push_back(line);
}

std::string Table::place_of(int row, std::optional<std::size_t> column) const {
  const std::string place = file_ + ":" + std::to_string(line(row)) + ": ";
  if (!own_) return place;
  const auto own = own_->cells.lower_bound({row, column.value_or(0)});
  const bool is_own = own != own_->cells.end() && own->first.first == row && (!column || own->first.second == *column);
  return is_own ? own_->file + ":" + std::to_string(own->second.line) + ": " : place;
}

void Table::refuse_cell(int row, std::string_view column, const std::string& why) const {
  const std::string place = place_of(row, index_of(column));
  // A bundled cell may be refused for what the user's own row says beside it.
  const std::string own_place = place_of(row, std::nullopt);
  throw InputError(place + "column '" + std::string(column) + "' is " + in_quotes(cell(row, column)) + "; " + why +
                   (place == own_place ? "" : "; see " + own_place.substr(0, own_place.size() - 2) + " over this row"));
}

void Table::refuse_row(int row, const std::string& why) const { throw InputError(place_of(row, std::nullopt) + why); }

void Table::refuse(const std::string& why) const {
  throw InputError(file_ + (own_ ? " with " + own_->file + " over it" : "") + ": " + why);
}

}  // namespace world
