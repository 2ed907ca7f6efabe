// Encodings by their marks and by the bytes that Cyrillic letters take in them.
#include "world/table_text.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <string_view>

#include "world/errors.hpp"

namespace world {
namespace {

constexpr const char* save_as = "; save it as UTF-8 (in Excel: 'CSV UTF-8')";

unsigned byte_at(std::string_view text, std::size_t at) { return static_cast<unsigned char>(text[at]); }

std::string read_bytes(const std::filesystem::path& file, std::size_t most_bytes) {
  std::error_code error;
  const auto status = std::filesystem::status(file, error);
  if (!std::filesystem::exists(status)) throw InputError(file.string() + ": the file is missing; every country folder needs it");
  if (!std::filesystem::is_regular_file(status)) throw InputError(file.string() + ": not a file; name a CSV file");
  const auto size = std::filesystem::file_size(file, error);
  if (!error && size > most_bytes) {
    throw InputError(file.string() + ": the file has " + std::to_string(size) + " bytes; allowed 1 to " +
                     std::to_string(most_bytes) + "; a table is a CSV file of rows and columns");
  }
  std::string content(error ? 0 : static_cast<std::size_t>(size), '\0');
  std::ifstream stream(file, std::ios::binary);
  stream.read(content.data(), static_cast<std::streamsize>(content.size()));
  if (error || !stream) throw InputError(file.string() + ": the file cannot be read; check its permissions");
  return content;
}

/// What a file is that is no text in one byte a letter, from its first bytes.
std::string_view foreign_kind(std::string_view content) {
  struct Mark {
    std::string_view bytes, kind;
  };
  constexpr std::array<Mark, 6> marks{{{{"\xFF\xFE\0\0", 4}, "UTF-32"},
                                       {{"\0\0\xFE\xFF", 4}, "UTF-32"},
                                       {{"\xFF\xFE", 2}, "UTF-16 (little endian)"},
                                       {{"\xFE\xFF", 2}, "UTF-16 (big endian)"},
                                       {{"PK\x03\x04", 4}, "an Excel workbook or another zip file"},
                                       {{"\xD0\xCF\x11\xE0", 4}, "an old Excel workbook"}}};
  for (const Mark& mark : marks) {
    if (content.starts_with(mark.bytes)) return mark.kind;
  }
  // Without a mark: every second byte of Latin text in UTF-16 is NUL.
  if (content.size() >= 4 && content[1] == '\0' && content[3] == '\0') return "UTF-16 (little endian)";
  if (content.size() >= 4 && content[0] == '\0' && content[2] == '\0') return "UTF-16 (big endian)";
  return {};
}

/// Length of the UTF-8 character beyond ASCII at `at`, or 0 if there is none.
std::size_t character_length(std::string_view text, std::size_t at) {
  const unsigned first = byte_at(text, at);
  const std::size_t length = first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0;
  if (length == 0 || at + length > text.size()) return 0;
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte_at(text, at + i) & 0xC0U) != 0x80U) return 0;
  }
  const unsigned second = byte_at(text, at + 1);
  const bool is_overlong = (first == 0xE0 && second < 0xA0) || (first == 0xF0 && second < 0x90);
  const bool is_beyond = (first == 0xED && second > 0x9F) || (first == 0xF4 && second > 0x8F);
  return is_overlong || is_beyond ? 0 : length;
}

/// Where the first byte stands that is no UTF-8; the size if all are.
std::size_t first_foreign_byte(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (byte_at(text, at) < 0x80) {
      ++at;
      continue;
    }
    const std::size_t length = character_length(text, at);
    if (length == 0) return at;
    at += length;
  }
  return text.size();
}

/// The likeliest one-byte encoding. Cyrillic words are runs of high bytes, and
/// their small letters stand at E0–FF in Windows-1251, at C0–DF in KOI8-R and
/// at A0–AF and E0–EF in DOS 866; in Western encodings high bytes stand alone.
std::string_view likely_encoding(std::string_view text) {
  std::size_t in_words = 0, alone = 0, windows = 0, koi = 0, dos = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const unsigned byte = byte_at(text, at);
    if (byte < 0x80) continue;
    const bool beside = (at > 0 && byte_at(text, at - 1) >= 0x80) || (at + 1 < text.size() && byte_at(text, at + 1) >= 0x80);
    ++(beside ? in_words : alone);
    if (byte >= 0xE0) ++windows;
    if (byte >= 0xC0 && byte < 0xE0) ++koi;
    if (byte >= 0x80 && byte < 0xB0) ++dos;
  }
  if (in_words <= alone) return "Windows-1252 or another Western encoding";
  if (dos > windows && dos > koi) return "DOS 866 (Cyrillic)";
  return koi > windows ? "KOI8-R (Cyrillic)" : "Windows-1251 (Cyrillic)";
}

std::size_t line_of(std::string_view text, std::size_t at) {
  const std::string_view before = text.substr(0, at);
  const auto feeds = std::count(before.begin(), before.end(), '\n');
  return 1 + static_cast<std::size_t>(feeds > 0 ? feeds : std::count(before.begin(), before.end(), '\r'));
}

/// CRLF and CR become LF.
void unify_line_ends(std::string& text) {
  if (text.find('\r') == std::string::npos) return;
  std::size_t to = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n') continue;
    text[to++] = text[at] == '\r' ? '\n' : text[at];
  }
  text.resize(to);
}

}  // namespace

std::string read_table_text(const std::filesystem::path& file, std::size_t most_bytes) {
  std::string content = read_bytes(file, most_bytes);
  const std::string_view kind = foreign_kind(content);
  if (!kind.empty()) throw InputError(file.string() + ": the file is " + std::string(kind) + ", not UTF-8" + save_as);
  if (content.starts_with("\xEF\xBB\xBF")) content.erase(0, 3);
  const std::size_t nul = content.find('\0');
  if (nul != std::string::npos) {
    throw InputError(file.string() + ":" + std::to_string(line_of(content, nul)) +
                     ": the line holds a NUL byte; the file is damaged or no text; save the table anew");
  }
  const std::size_t foreign = first_foreign_byte(content);
  if (foreign != content.size()) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    const unsigned byte = byte_at(content, foreign);
    throw InputError(file.string() + ":" + std::to_string(line_of(content, foreign)) + ": byte 0x" +
                     std::string{digits[byte / 16], digits[byte % 16]} + " is not UTF-8; the file looks like " +
                     std::string(likely_encoding(content)) + save_as);
  }
  unify_line_ends(content);
  return content;
}

}  // namespace world
