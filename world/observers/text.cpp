// Numbers through std::to_chars, and the alignment of UTF-8 text.
#include "world/observers/text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace world::observers {
namespace {

bool starts_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }

}  // namespace

void append_integer(std::string& text, std::int64_t value) {
  std::array<char, 24> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  text.append(digits.data(), end);
}

void append_fixed(std::string& text, double value, int decimals) {
  if (!std::isfinite(value)) return;
  std::array<char, 400> digits{};  // the largest double has 309 digits before the point
  const auto end =
      std::to_chars(digits.data(), digits.data() + digits.size(), value, std::chars_format::fixed, decimals).ptr;
  std::string_view written(digits.data(), static_cast<std::size_t>(end - digits.data()));
  const bool is_zero = written.find_first_not_of("-0.") == std::string_view::npos;
  if (is_zero && written.starts_with('-')) written.remove_prefix(1);
  text += written;
}

std::string fixed_text(double value, int decimals) {
  std::string text;
  append_fixed(text, value, decimals);
  return text;
}

std::string hash_text(std::uint64_t hash) {
  constexpr const char* digits = "0123456789abcdef";
  std::string text;
  for (int shift = 60; shift >= 0; shift -= 4) text += digits[(hash >> shift) & 0xFU];
  return text;
}

std::string grouped_text(double value) {
  if (!std::isfinite(value)) return "–";
  std::string digits = fixed_text(std::fabs(value), 0);
  for (std::size_t i = digits.size(); i > 3;) {
    i -= 3;
    digits.insert(i, 1, ' ');
  }
  if (value < 0 && digits != "0") digits.insert(digits.begin(), '-');
  return digits;
}

std::string signed_grouped_text(double value) {
  std::string text = grouped_text(value);
  if (value > 0 && text != "0") text.insert(text.begin(), '+');
  return text;
}

std::string signed_fixed_text(double value, int decimals) {
  if (!std::isfinite(value)) return "–";
  std::string text = fixed_text(value, decimals);
  const bool is_zero = text.find_first_not_of("0.") == std::string::npos;
  if (value > 0 && !is_zero) text.insert(text.begin(), '+');
  return text;
}

int width_of(std::string_view text) {
  int width = 0;
  for (const char byte : text) width += starts_character(byte) ? 1 : 0;
  return width;
}

std::string left_aligned(std::string_view text, int width) {
  const int own = width_of(text);
  if (own <= width) return std::string(text) + std::string(static_cast<std::size_t>(width - own), ' ');
  std::string cut;
  int characters = 0;
  for (const char byte : text) {
    characters += starts_character(byte) ? 1 : 0;
    if (characters > width - 1) break;
    cut += byte;
  }
  return cut + "…";
}

std::string wrapped(std::string_view text, int width, int indent) {
  std::string lines, line;
  bool is_empty = true;  // has the line no word yet?
  for (std::size_t from = 0; from < text.size();) {
    const std::size_t end = std::min(text.find(' ', from), text.size());
    const std::string_view word = text.substr(from, end - from);
    if (!is_empty && width_of(line) + 1 + width_of(word) > width) {
      lines += line + '\n';
      line.assign(static_cast<std::size_t>(indent), ' ');
      is_empty = true;
    }
    if (!is_empty) line += ' ';
    line += word;
    is_empty = false;
    from = end + 1;
  }
  return lines + line + '\n';
}

std::string right_aligned(std::string_view text, int width) {
  const int missing = width - width_of(text);
  return (missing > 0 ? std::string(static_cast<std::size_t>(missing), ' ') : "") + std::string(text);
}

}  // namespace world::observers
