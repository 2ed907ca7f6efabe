// Cuts text into rows and cells. Only what the writers of this folder write is
// understood: commas, line feeds, quotes round texts of a user.
#include "world/observers/rows.hpp"

#include <algorithm>
#include <charconv>
#include <limits>
#include <span>

#include "world/errors.hpp"
#include "world/observers/file.hpp"
#include "world/scenario.hpp"

namespace world::observers {
namespace {

/// Number of the first column in which a header differs from the declared one.
std::size_t first_difference(const Rows& rows, const FileColumns& declared) {
  std::size_t i = 0;
  while (i < declared.columns.size() && rows.cell(i) == declared.columns[i].name) ++i;
  return i;
}

}  // namespace

Rows::Rows(const std::filesystem::path& file, const RowsMark& from)
    : file_(file.string()), from_(from.bytes), line_(from.lines + 1) {
  const File opened(file, Access::read);
  const std::uint64_t size = opened.size();
  if (size > from.bytes) {
    text_.resize(static_cast<std::size_t>(size - from.bytes));
    opened.read_at(from.bytes, std::as_writable_bytes(std::span(text_)));
  }
  cut();
}

void Rows::next() {
  line_ += static_cast<int>(std::count(text_.begin() + static_cast<std::ptrdiff_t>(at_),
                                       text_.begin() + static_cast<std::ptrdiff_t>(after_), '\n'));
  at_ = after_;
  cut();
}

void Rows::cut() {
  cells_.clear();
  unquoted_.clear();
  has_row_ = false;
  for (std::size_t i = at_; i < text_.size();) {
    std::size_t end = i;
    if (text_[i] == '"') {
      std::string& cell = unquoted_.emplace_back();
      for (end = i + 1; end < text_.size(); ++end) {
        const bool is_quote = text_[end] == '"';
        if (is_quote && (end + 1 == text_.size() || text_[end + 1] != '"')) break;
        if (is_quote) ++end;
        cell += text_[end];
      }
      end = std::min(end + 1, text_.size());
      cells_.emplace_back(cell);
    } else {
      end = std::min(text_.find_first_of(",\n", i), text_.size());
      cells_.emplace_back(text_.data() + i, end - i);
    }
    if (end == text_.size()) break;  // no line end yet
    if (text_[end] == '\n') {
      after_ = end + 1;
      has_row_ = true;
      return;
    }
    if (text_[end] != ',') refuse("a quote is followed by more text; the file was changed");
    i = end + 1;
    if (i < text_.size() && text_[i] == '\n') {  // an empty last cell
      cells_.emplace_back();
      after_ = i + 1;
      has_row_ = true;
      return;
    }
  }
  cells_.clear();
}

void Rows::refuse(const std::string& why) const { throw InputError(place() + ": " + why); }

void Rows::refuse_cell(std::size_t i, const char* allowed) const {
  refuse("cell " + std::to_string(i + 1) + " is '" + std::string(cell(i)) + "'; allowed " + allowed +
         ", as the run wrote it: the file was changed");
}

std::int64_t Rows::integer(std::size_t i) const {
  const std::string_view text = cell(i);
  std::int64_t value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  if (read.ec != std::errc() || read.ptr != text.data() + text.size()) refuse_cell(i, "a whole number");
  return value;
}

double Rows::real(std::size_t i) const {
  const std::string_view text = cell(i);
  if (text.empty()) return std::numeric_limits<double>::quiet_NaN();
  double value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
  const bool is_number = read.ec == std::errc() && read.ptr == text.data() + text.size() && value - value == 0;
  if (!is_number) refuse_cell(i, "a number");
  return value;
}

std::uint64_t Rows::hash(std::size_t i) const {
  constexpr std::size_t n_digits = 16;
  const std::string_view text = cell(i);
  std::uint64_t value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value, 16);
  if (text.size() != n_digits || read.ec != std::errc() || read.ptr != text.data() + text.size()) {
    refuse_cell(i, "16 hexadecimal digits");
  }
  return value;
}

agents::Month Rows::month(std::size_t i) const { return parse_month(std::string(cell(i)), place() + ": the month"); }

void Rows::require_cells_of(const FileColumns& declared) const {
  if (cells_.size() == declared.columns.size()) return;
  refuse("the row has " + std::to_string(cells_.size()) + " cells; allowed " + std::to_string(declared.columns.size()) +
         ", as many as columns: the file was changed");
}

void Rows::take_header(const FileColumns& declared) {
  if (!has_row_) refuse("the header is missing; the run was ended before it wrote one, or the file was cut off");
  const std::size_t i = first_difference(*this, declared);
  constexpr const char* advice = "; the run is of another version of the program: show it with that one";
  if (i < declared.columns.size()) {
    const std::string& wanted = declared.columns[i].name;
    const bool is_elsewhere = std::find(cells_.begin(), cells_.end(), wanted) != cells_.end();
    if (!is_elsewhere) refuse("column '" + wanted + "' is missing" + advice);
    refuse("column '" + std::string(cell(i)) + "' stands where '" + wanted + "' should" + advice);
  }
  if (cells_.size() > i) refuse("column '" + std::string(cell(i)) + "' is unknown" + advice);
  next();
}

}  // namespace world::observers
