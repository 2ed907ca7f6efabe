// What a run has recorded so far, taken back from its tables as the snapshots it
// was written from: panel.csv, flows.csv, costs.csv, accounts.csv, months.csv, hashes.csv.
// Called by who shows a run without simulating it; a run under way can be followed.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "world/observers/rows.hpp"
#include "world/observers/snapshot.hpp"

namespace world::observers {

/// A region as the tables of a run name it, with names for people.
struct RegionName {
  std::string iso;
  std::string name;  // English
  std::string name_kk, name_ru;
};

struct History {
  std::vector<Snapshot> months;  // the start, then one for each whole month, in order
  std::string cut;               // a sentence if the tables end within a month, which is left out; else empty
};

/// All months that a run folder holds. `regions` in the order of the panel, `people_per_agent` as the run's manifest
/// says. Exact, but for what no table holds: `students`, `retired` and `owner_households` are 0, the centre of a cost
/// line is empty, and real numbers have the decimals that were written.
/// Errors: InputError with file:line for tables of another version of the program, damaged rows, months or regions
/// out of order, moves that do not add up; ReadError for a file that is missing or cannot be read.
/// Cost: 25 ms for 216 months of 20 regions.
[[nodiscard]] History read_history(const std::filesystem::path& folder, const std::vector<RegionName>& regions,
                                   double people_per_agent);

/// The same of a run that is still being written: every call reads what is new.
class HistoryReader {
 public:
  HistoryReader(std::filesystem::path folder, std::vector<RegionName> regions, double people_per_agent);

  /// The whole months written since the last call. Tables that became shorter (the run was taken up from a
  /// checkpoint) give none until they have grown again, since the same rows come back. Errors: as `read_history`;
  /// the reader is then where it was.
  [[nodiscard]] History read_more();

 private:
  struct Marks {
    RowsMark panel, flows, costs, accounts, months, hashes;
  };
  struct Tables;

  [[nodiscard]] bool take_month(Tables& tables, Snapshot& snapshot, std::string& cut) const;

  std::filesystem::path folder_;
  std::vector<RegionName> regions_;
  double people_per_agent_;
  Marks marks_;
  agents::Month next_month_ = -1;  // −1: nothing was read yet
};

}  // namespace world::observers
