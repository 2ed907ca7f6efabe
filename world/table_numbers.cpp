// The shape of a number in a cell, and what follows from it.
#include "world/table_numbers.hpp"

#include <algorithm>
#include <cctype>

#include "world/numbers.hpp"

namespace world {
namespace {

/// Sign, digits, one mark, digits, and an exponent if there is one.
struct Shape {
  bool is_number = false;     // of that form
  char mark = '\0';           // ',' or '.'; none if there is no mark
  bool could_be_thousands = false;  // 1,234: up to three digits, then exactly three
};

std::size_t digits_from(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && text[end] >= '0' && text[end] <= '9') ++end;
  return end - at;
}

Shape shape_of(std::string_view text) {
  Shape shape;
  std::size_t at = !text.empty() && (text[0] == '-' || text[0] == '+') ? 1 : 0;
  const std::size_t first = at;
  const std::size_t n_before = digits_from(text, at);
  at += n_before;
  std::size_t n_after = 0;
  if (at < text.size() && (text[at] == ',' || text[at] == '.')) {
    shape.mark = text[at];
    n_after = digits_from(text, at + 1);
    at += 1 + n_after;
  }
  if (n_before + n_after == 0) return shape;
  const bool has_exponent = at < text.size() && (text[at] == 'e' || text[at] == 'E');
  if (has_exponent) {
    at += at + 1 < text.size() && (text[at + 1] == '-' || text[at + 1] == '+') ? 2 : 1;
    const std::size_t n_exponent = digits_from(text, at);
    if (n_exponent == 0) return shape;
    at += n_exponent;
  }
  shape.is_number = at == text.size();
  shape.could_be_thousands = shape.mark != '\0' && !has_exponent && n_before >= 1 && n_before <= 3 && n_after == 3 &&
                             text[first] != '0';
  return shape;
}

/// 1 234, 1'234, 1,234,567, 1.234,5: digits in groups with other marks between.
bool has_thousands(std::string_view text) {
  std::string plain;
  int n_marks = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::string_view rest = text.substr(at);
    // No-break space, narrow no-break space, thin space, right quote.
    constexpr std::string_view wide_marks[] = {"\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x89", "\xE2\x80\x99"};
    const auto* wide = std::find_if(std::begin(wide_marks), std::end(wide_marks),
                                    [&](std::string_view mark) { return rest.starts_with(mark); });
    if (wide != std::end(wide_marks)) {
      plain += ' ';
      at += wide->size() - 1;
      n_marks += 2;
    } else if (rest[0] == ' ' || rest[0] == '\'' || rest[0] == '_') {
      plain += ' ';
      n_marks += 2;
    } else {
      plain += rest[0];
      n_marks += rest[0] == ',' || rest[0] == '.' ? 1 : 0;
    }
  }
  if (n_marks < 2) return false;
  std::size_t at = plain[0] == '-' || plain[0] == '+' ? 1 : 0;
  const std::size_t n_first = digits_from(plain, at);
  if (n_first == 0 || n_first > 3) return false;
  at += n_first;
  int n_groups = 0;
  while (at + 3 < plain.size() && digits_from(plain, at + 1) == 3) {
    at += 4;
    ++n_groups;
  }
  const bool has_decimals = at < plain.size() && (plain[at] == ',' || plain[at] == '.');
  if (has_decimals) at += 1 + digits_from(plain, at + 1);
  return n_groups > 0 && at == plain.size();
}

std::string lower(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(),
                 [](char c) { return static_cast<char>(std::tolower(static_cast<unsigned char>(c))); });
  return result;
}

/// Why a cell without the shape of a number is none.
std::string why_none(std::string_view cell) {
  if (cell.empty()) return "not a number, but empty";
  if (has_thousands(cell)) return "thousands separators are not read; write the digits without them";
  std::string word = lower(cell);
  if (word[0] == '-' || word[0] == '+') word.erase(0, 1);
  if (word == "nan" || word == "#n/a" || word == "na" || word == "n/a") return "not a number";
  if (word == "inf" || word == "infinity" || word == "∞") return "not a number, but infinity";
  if (word.starts_with("0x")) return "not a number in decimal digits, but hexadecimal";
  if (word.ends_with('%')) return "not a number, but one with a per cent sign; write it without";
  return "not a number";
}

std::string plain_of(std::string_view cell) {
  std::string plain(cell);
  std::replace(plain.begin(), plain.end(), ',', '.');
  return plain[0] == '+' ? plain.substr(1) : plain;
}

}  // namespace

void DecimalMarks::note(std::string_view cell) {
  const Shape shape = shape_of(cell);
  if (!shape.is_number || shape.mark == '\0' || shape.could_be_thousands) return;
  (shape.mark == ',' ? has_comma : has_point) = true;
}

NumberRead read_number(std::string_view cell, char separator, const DecimalMarks& marks) {
  const Shape shape = shape_of(cell);
  if (!shape.is_number) return {.value = std::nullopt, .why = why_none(cell)};
  const std::string plain = plain_of(cell);
  const auto value = parse_number(plain);
  if (!value) return {.value = std::nullopt, .why = "not a number that a computer holds, but too large or too small"};
  const bool is_plain = shape.mark == '\0' || (shape.mark == '.' && separator == ',');
  if (is_plain) return {.value = value, .why = ""};
  const bool has_same = shape.mark == ',' ? marks.has_comma : marks.has_point;
  const bool has_other = shape.mark == ',' ? marks.has_point : marks.has_comma;
  if (has_other && (separator == ';' || shape.could_be_thousands)) {
    return {.value = std::nullopt,
            .why = "other cells of the file have a decimal " + std::string(shape.mark == ',' ? "point" : "comma") +
                   "; use one decimal mark in a file, and no thousands separators"};
  }
  if (shape.could_be_thousands && !has_same) {
    std::string digits(cell);
    std::erase(digits, shape.mark);
    return {.value = std::nullopt,
            .why = "decimals (" + plain + ") or thousands (" + digits +
                   ")? No other cell of the file settles it; write " + digits + ", or " + std::string(cell) + "0 for decimals"};
  }
  return {.value = value, .why = ""};
}

}  // namespace world
