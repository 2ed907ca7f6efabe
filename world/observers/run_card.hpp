// What a run folder is, in the few facts that are shown beside its numbers:
// scenario, seed, scale, start, how far it got, its regions. Read from the
// manifest and the inputs; `HistoryReader` has the numbers.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "agents/types.hpp"
#include "world/observers/history.hpp"

namespace world::observers {

struct RunCard {
  std::string id;                // 8 hexadecimal digits: of program, scenario and every input
  std::filesystem::path folder;
  std::string status;            // "running" (also of a run that was killed), "finished", "interrupted", "failed"
  std::string error;             // the line that was printed, if it failed
  std::string version, sources;  // of the program that ran it
  std::string scenario;          // its name
  std::string title, title_kk, title_ru;  // one sentence each, or empty
  std::uint64_t seed = 0;
  std::string scale;  // "1:20"
  double people_per_agent = 1;
  agents::Month start = 0;                 // first simulated month
  std::string started;                     // UTC, 2026-01-31T23:59:59Z
  int months = 0;                          // asked for
  int months_done = 0;                     // when the manifest was last written; tables of a run under way have more
  std::string branched_from, branched_at;  // of a branch: folder of the parent, month at whose end it went its way
  std::string last_month, last_state_hash;
  std::vector<RegionName> regions;  // in the order of the tables
};

/// Has the folder a manifest?
[[nodiscard]] bool is_run_folder(const std::filesystem::path& folder);

/// Errors: InputError for a folder that is no run's, or a manifest or inputs that cannot be read; ReadError.
[[nodiscard]] RunCard read_run_card(const std::filesystem::path& folder);

/// The months that `card` speaks of. Errors: as `read_history` above.
[[nodiscard]] History read_history(const RunCard& card);

}  // namespace world::observers
