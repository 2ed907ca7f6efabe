// Where the tables of a country come from: a folder, and files of the user's own
// that are laid over its tables. Stated by scenarios, followed by the loader.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace world {

/// A file to lay over a table, as a scenario states it.
struct Overlay {
  std::string table;             // "labour"
  std::filesystem::path file;    // absolute
  std::string where;             // "a.toml:12" or "--table", for messages
};

/// Where the tables of a country come from.
struct CountrySource {
  std::filesystem::path folder;      // absolute
  std::vector<Overlay> overlays;     // at most one for each table, in the order of table_infos()
};

}  // namespace world
