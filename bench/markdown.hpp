// A file of results as the tables of docs/performance.md, the targets beside
// what was measured.
#pragma once

#include <filesystem>
#include <string>

namespace bench {

/// Errors: InputError for a file that is no file of results.
[[nodiscard]] std::string tables_of(const std::filesystem::path& results);

/// Puts `tables` between the two marks of `page`. Errors: InputError without them.
void put_into(const std::filesystem::path& page, const std::string& tables);

}  // namespace bench
