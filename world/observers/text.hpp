// Numbers as the output files write them: independent of the locale, with the
// same bytes for the same bits. Called by the writers of this folder.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace world::observers {

void append_integer(std::string& text, std::int64_t value);
/// `decimals` digits after the point, rounded half to even as stored; never "-0.00".
/// A value that is not finite is left empty.
void append_fixed(std::string& text, double value, int decimals);

[[nodiscard]] std::string fixed_text(double value, int decimals);
/// 16 hexadecimal digits.
[[nodiscard]] std::string hash_text(std::uint64_t hash);
/// 19 765 004: digits in groups of three, parted by a space, for people to read.
[[nodiscard]] std::string grouped_text(double value);
/// The same with its sign, also when positive.
[[nodiscard]] std::string signed_grouped_text(double value);
/// +3.1 or -0.4; a value that is not finite gives "–".
[[nodiscard]] std::string signed_fixed_text(double value, int decimals);

/// Number of characters of a UTF-8 text, for aligning columns.
[[nodiscard]] int width_of(std::string_view text);
/// `text` filled up with spaces to `width` characters; cut, with "…", if longer.
[[nodiscard]] std::string left_aligned(std::string_view text, int width);
/// `text` in lines of at most `width` characters, broken at spaces, each with its line end; all but the first
/// begin with `indent` spaces. A longer word stays whole.
[[nodiscard]] std::string wrapped(std::string_view text, int width, int indent = 0);
/// `text` with spaces before it up to `width` characters; never cut.
[[nodiscard]] std::string right_aligned(std::string_view text, int width);

}  // namespace world::observers
