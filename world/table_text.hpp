// The bytes of a table's file as clean text: UTF-8 without a byte order mark,
// lines that end in LF. Called by Table alone; knows nothing of cells.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>

namespace world {

/// A table of a country is far smaller; what is larger is another kind of file.
inline constexpr std::size_t largest_table_bytes = std::size_t{16} << 20U;

/// Reads a file of text in UTF-8, with or without a byte order mark, with lines
/// that end in LF, CRLF or CR. Errors: InputError for a file that is missing,
/// larger than `most_bytes`, in another encoding (named, as far as its bytes
/// tell), a workbook, or holding a NUL byte.
[[nodiscard]] std::string read_table_text(const std::filesystem::path& file, std::size_t most_bytes);

}  // namespace world
