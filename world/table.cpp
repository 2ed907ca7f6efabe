// Reads CSV with libcsv, the only file that knows it.
#include "world/table.hpp"

#include <csv.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <sstream>

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
  Parser() { csv_init(&state, CSV_STRICT | CSV_STRICT_FINI); }
  ~Parser() { csv_free(&state); }
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;
};

std::string read_text(const std::filesystem::path& file) {
  if (!std::filesystem::is_regular_file(file)) {
    throw InputError(file.string() + ": the file is missing; every country folder needs it");
  }
  std::ifstream stream(file, std::ios::binary);
  std::ostringstream text;
  text << stream.rdbuf();
  if (!stream) throw InputError(file.string() + ": the file cannot be read; check its permissions");
  std::string content = text.str();
  if (content.starts_with("\xEF\xBB\xBF")) content.erase(0, 3);
  return content;
}

std::string range_text(const Allowed& allowed) {
  return "allowed " + number_text(allowed.low) + " to " + number_text(allowed.high);
}

/// A value as it is quoted in a message of one line.
std::string quoted(const std::string& value) {
  constexpr std::size_t longest = 60;
  std::string text = value.size() > longest ? value.substr(0, longest) + "…" : value;
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
  return "'" + text + "'";
}

}  // namespace

Table Table::read(const std::filesystem::path& file) {
  Table table;
  table.file_ = file.string();
  const std::string content = read_text(file);
  Parser parser;
  PendingRow pending;
  int line_number = 0;
  int first_line = 0;
  // The parser counts no lines, so it is fed one at a time.
  for (std::size_t from = 0; from < content.size();) {
    const std::size_t newline = content.find('\n', from);
    const std::size_t to = newline == std::string::npos ? content.size() : newline + 1;
    ++line_number;
    if (first_line == 0) first_line = line_number;
    const std::size_t length = to - from;
    bool is_bad = csv_parse(&parser.state, content.data() + from, length, take_field, end_row, &pending) != length;
    from = to;
    if (from == content.size() && !is_bad) is_bad = csv_fini(&parser.state, take_field, end_row, &pending) != 0;
    if (is_bad) {
      throw InputError(table.file_ + ":" + std::to_string(first_line) +
                       ": a quote is not closed or not doubled; write \"\" for a quote inside a quoted field");
    }
    if (pending.is_complete) table.take_row(std::move(pending.fields), first_line);
    const bool is_blank = pending.fields.empty() && content.find_first_not_of(" \t\r\n", to - length) >= to;
    if (pending.is_complete || is_blank) {
      pending = PendingRow{};
      first_line = 0;
    }
  }
  if (table.columns_.empty()) table.refuse("the file is empty; its first line must name the columns");
  return table;
}

void Table::take_row(std::vector<std::string> fields, int line) {
  const std::string where = file_ + ":" + std::to_string(line) + ": ";
  if (columns_.empty()) {
    for (std::size_t i = 0; i < fields.size(); ++i) {
      if (std::count(fields.begin(), fields.end(), fields[i]) > 1) {
        throw InputError(where + "column '" + fields[i] + "' is named twice; keep one");
      }
    }
    columns_ = std::move(fields);
    return;
  }
  if (fields.size() != columns_.size()) {
    throw InputError(where + "the row has " + std::to_string(fields.size()) + " fields; allowed exactly " +
                     std::to_string(columns_.size()) + ", as in the header; check commas and quotes");
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
  return rows_[static_cast<std::size_t>(row)][index_of(column)];
}

const std::string& Table::text(int row, std::string_view column) const {
  const std::string& found = cell(row, column);
  if (found.empty()) refuse_cell(row, column, "allowed is any text but not nothing; fill the cell");
  return found;
}

double Table::number(int row, std::string_view column, const Allowed& allowed) const {
  const std::optional<double> value = parse_number(cell(row, column));
  if (!value || *value < allowed.low || *value > allowed.high) {
    const std::string kind = value ? "" : "not a number; ";
    refuse_cell(row, column, kind + range_text(allowed) + "; " + allowed.advice);
  }
  return *value;
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

void Table::refuse_cell(int row, std::string_view column, const std::string& why) const {
  refuse_row(row, "column '" + std::string(column) + "' is " + quoted(cell(row, column)) + "; " + why);
}

void Table::refuse_row(int row, const std::string& why) const {
  throw InputError(file_ + ":" + std::to_string(line(row)) + ": " + why);
}

void Table::refuse(const std::string& why) const { throw InputError(file_ + ": " + why); }

}  // namespace world
