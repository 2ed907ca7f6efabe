// Finds rows by their keys and replaces cells.
#include "world/overlay.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <optional>
#include <set>
#include <utility>

#include "world/errors.hpp"
#include "world/nearest.hpp"
#include "world/numbers.hpp"

namespace world {
namespace {

using Key = std::vector<std::string>;

/// The work of one overlay.
class Layer {
 public:
  Layer(Table& base, const Table& own, const TableInfo& info) : base_(base), own_(own), info_(info) {}

  OwnTable lay() {
    result_.table = info_.name;
    result_.file = own_.file();
    result_.columns = base_.columns();
    cells_ = result_.readings.emplace_back(std::make_shared<OwnCells>());
    cells_->file = own_.file();
    if (own_.n_rows() == 0) own_.refuse("the table has no rows below its header, so it changes nothing; add rows");
    check_columns();
    find_single_values();
    for (int row = 0; row < base_.n_rows(); ++row) base_rows_.emplace(key_of_base(row), row);
    for (int row = 0; row < own_.n_rows(); ++row) {
      for (const std::string& field : own_.columns()) marks_.note(own_.cell(row, field));
    }
    for (int row = 0; row < own_.n_rows(); ++row) lay_row(row);
    result_.n_rows = own_.n_rows();
    return std::move(result_);
  }

 private:
  [[nodiscard]] bool is_key(const std::string& column) const {
    return std::find(info_.keys.begin(), info_.keys.end(), column) != info_.keys.end();
  }
  [[nodiscard]] static bool has(const Table& table, std::string_view column) {
    return std::find(table.columns().begin(), table.columns().end(), column) != table.columns().end();
  }

  [[nodiscard]] std::string keys_text() const {
    std::string text;
    for (const std::string_view key : info_.keys) text += (text.empty() ? "" : ", ") + std::string(key);
    return text;
  }

  /// The line of the header: 1, unless blank lines stand above it; rows cannot tell.
  [[noreturn]] void refuse_header(const std::string& why) const { throw InputError(own_.file() + ":1: " + why); }

  void check_columns() const {
    bool has_values = info_.new_rows == NewRows::added;
    for (const std::string& column : own_.columns()) {
      if (!has(base_, column)) {
        // A name cut short is likelier than one with as few edits.
        std::vector<std::string> longer;
        std::copy_if(base_.columns().begin(), base_.columns().end(), std::back_inserter(longer),
                     [&](const std::string& known) { return known.find(column) != std::string::npos; });
        refuse_header("column '" + column + "' is not in " + std::string(info_.name) + ".csv" +
                      did_you_mean(column, longer.empty() ? base_.columns() : longer));
      }
      has_values = has_values || !is_key(column);
    }
    if (!has_values) {
      refuse_header("the table has no column beside those that name its rows (" + keys_text() +
                    "), so it changes nothing; add a column of " + std::string(info_.name) + ".csv");
    }
  }

  /// Key columns left out must hold one value in every row of the country's table.
  void find_single_values() {
    for (const std::string_view column : info_.keys) {
      std::optional<std::string>& single = single_.emplace_back();
      if (has(own_, column)) continue;
      std::set<std::string> values;
      for (int row = 0; row < base_.n_rows(); ++row) values.insert(base_.cell(row, column));
      if (values.size() != 1) {
        refuse_header("column '" + std::string(column) + "' is missing; the rows of " + std::string(info_.name) +
                      ".csv are told apart by " + keys_text() + "; add it");
      }
      single = *values.begin();
    }
  }

  [[nodiscard]] Key key_of_base(int row) const {
    Key key;
    for (const std::string_view column : info_.keys) key.push_back(base_.cell(row, column));
    return key;
  }

  [[nodiscard]] Key key_of_own(int row) const {
    Key key;
    for (std::size_t i = 0; i < info_.keys.size(); ++i) {
      key.push_back(single_[i] ? *single_[i] : own_.cell(row, info_.keys[i]));
    }
    return key;
  }

  [[nodiscard]] std::string text_of(const Key& key) const {
    std::string text;
    for (std::size_t i = 0; i < key.size(); ++i) {
      text += (text.empty() ? "" : ", ") + std::string(info_.keys[i]) + " = " + key[i];
    }
    return text;
  }

  [[noreturn]] void refuse_unknown(int row, const Key& key) const {
    const Key* nearest_key = nullptr;
    std::pair<int, double> fewest{std::numeric_limits<int>::max(), 0};  // edits, then how far numbers are apart
    for (const auto& [known, base_row] : base_rows_) {
      std::pair<int, double> away{0, 0};
      for (std::size_t i = 0; i < key.size(); ++i) {
        away.first += edit_distance(key[i], known[i]);
        const auto wanted = parse_number(key[i]), there = parse_number(known[i]);
        if (wanted && there) away.second += std::abs(*wanted - *there);
      }
      if (away >= fewest) continue;
      fewest = away;
      nearest_key = &known;
    }
    const std::string nearest_text = nearest_key == nullptr ? "" : "; the nearest has " + text_of(*nearest_key);
    own_.refuse_row(row, "no row of " + std::string(info_.name) + ".csv has " + text_of(key) + nearest_text +
                             "; correct the row, new ones are not taken here");
  }

  void lay_row(int row) {
    const Key key = key_of_own(row);
    const auto [first, is_first] = lines_.emplace(key, own_.line(row));
    if (!is_first) {
      own_.refuse_row(row, text_of(key) + " is given twice (first on line " + std::to_string(first->second) +
                               "); keep one of the rows");
    }
    const auto found = base_rows_.find(key);
    if (found == base_rows_.end()) {
      if (info_.new_rows == NewRows::refused) refuse_unknown(row, key);
      add(row, key);
      return;
    }
    for (const std::string& column : own_.columns()) {
      if (!is_key(column)) replace(row, found->second, column);
    }
  }

  void add(int row, const Key& key) {
    std::vector<std::string> fields;
    for (const std::string& column : base_.columns()) {
      const auto at = std::find(info_.keys.begin(), info_.keys.end(), column);
      if (at != info_.keys.end()) {
        fields.push_back(key[static_cast<std::size_t>(at - info_.keys.begin())]);
      } else {
        fields.push_back(has(own_, column) ? text_for(row, column) : "");
      }
    }
    base_.add_row(std::move(fields), cells_, own_.line(row));
    ++result_.n_added;
  }

  void replace(int row, int base_row, const std::string& column) {
    const std::string before = base_.cell(base_row, column);
    std::string after = text_for(row, column);
    if (after.empty() && !before.empty()) {
      own_.refuse_cell(row, column, "an empty cell changes nothing and clears nothing; write a value, as it stands '" +
                                        before + "'");
    }
    const auto number = parse_number(after);
    if (after == before || (number && parse_number(before) == number)) return;
    base_.replace_cell(base_row, column, std::move(after), cells_, own_.line(row));
    ++result_.n_changed;
  }

  /// A cell as the country's table would write it.
  [[nodiscard]] std::string text_for(int row, const std::string& column) {
    const std::string& text = own_.cell(row, column);
    if (text.empty() || !is_numeric(column)) return text;
    const NumberRead read = read_number(text, own_.separator(), marks_);
    if (!read.value) own_.refuse_cell(row, column, read.why);
    return parse_number(text) == read.value ? text : number_text(*read.value);
  }

  /// Does the country's table have numbers in a column, and nothing else?
  [[nodiscard]] bool is_numeric(const std::string& column) {
    const auto [known, is_new] = numeric_.emplace(column, false);
    if (!is_new) return known->second;
    bool has_number = false, has_text = false;
    for (int row = 0; row < base_.n_rows(); ++row) {
      const std::string& cell = base_.cell(row, column);
      if (!cell.empty()) (parse_number(cell) ? has_number : has_text) = true;
    }
    return known->second = has_number && !has_text;
  }

  Table& base_;
  const Table& own_;
  const TableInfo& info_;
  OwnTable result_;
  std::shared_ptr<OwnCells> cells_;
  DecimalMarks marks_;
  std::vector<std::optional<std::string>> single_;  // [key column] its value if the file leaves it out
  std::map<Key, int> base_rows_;
  std::map<Key, int> lines_;
  std::map<std::string, bool> numeric_;
};

}  // namespace

OwnTable lay_over(Table& base, const Table& own, const TableInfo& info) {
  for (const std::string_view key : info.keys) base.require({key});
  OwnTable result = Layer(base, own, info).lay();
  return result;
}

std::vector<std::pair<int, std::string>> OwnTable::unread() const {
  std::vector<std::pair<int, std::string>> unread;
  for (const auto& [at, cell] : readings.front()->cells) {
    const std::string& column = columns[at.second];
    const bool is_for_readers = column.starts_with("basis") || column == "note" || column == "source" || column == "method";
    const bool is_read = std::any_of(readings.begin(), readings.end(),
                                     [&, where = at](const auto& reading) { return reading->cells.at(where).is_read; });
    if (!is_for_readers && !is_read) unread.emplace_back(cell.line, column);
  }
  return unread;
}

}  // namespace world
