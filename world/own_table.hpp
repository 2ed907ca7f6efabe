// What a table of the user's own has changed in one of the country's: kept with
// the country, so that messages name the user's file and `qonys check` can tell.
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace world {

/// The cells of a table that came from a file of the user's own, by row and
/// index of the column: on which line each stands there, and whether anything
/// has asked for it.
struct OwnCells {
  struct Cell {
    int line = 0;
    bool is_read = false;
  };
  std::string file;
  std::map<std::pair<int, std::size_t>, Cell> cells;
};

/// What laying a file over a table has changed.
struct OwnTable {
  std::string table;
  std::string file;
  int n_rows = 0;                        // in the file
  int n_added = 0;                       // of them new to the table
  int n_changed = 0;                     // cells of other rows that differ now
  std::vector<std::string> columns;      // of the table
  std::vector<std::shared_ptr<OwnCells>> readings;   // cells added or changed; once for each reading

  /// Line and column of cells that nothing has asked for, so that they change no
  /// run. What stands in the table for its reader (basis, note, source) is left out.
  [[nodiscard]] std::vector<std::pair<int, std::string>> unread() const;
};

}  // namespace world
