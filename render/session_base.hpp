// What a session stands on: a scenario to be simulated, a run folder whose
// months are recorded, or a checkpoint. Says what was opened and where a world
// of it can be taken from; simulates nothing.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "world/country.hpp"
#include "world/observers/run_card.hpp"
#include "world/scenario.hpp"

namespace viewer {

enum class BaseKind { scenario, run_folder, checkpoint };

struct Base {
  BaseKind kind = BaseKind::scenario;
  std::filesystem::path path;  // absolute: of the scenario file, the run folder, the checkpoint
  world::Scenario scenario;
  world::Country country;
  std::string tables;                             // `table_hashes_text`
  std::uint64_t scenario_xxh3 = 0;                // what its checkpoints carry
  std::optional<world::observers::RunCard> card;  // of a run folder
  agents::Month first = 0;             // month of the first snapshot: the one before the start, or the checkpoint's
  std::optional<agents::Month> shown;  // a checkpoint inside a run folder was opened: begin there
  bool has_whole_past = true;          // does the scenario alone give all months, from its start?
};

/// What `open_base` may need besides the path.
struct BaseWays {
  std::filesystem::path bundled;   // folder of the bundled scenarios; empty: none are
  std::filesystem::path scenario;  // for a checkpoint without its run folder: the scenario it was made of; or empty
};

/// Opens a scenario file, the name of a bundled one, a run folder, or a checkpoint.
/// Errors: InputError, one line: nothing of that name (with the nearest bundled name), a scenario or tables that are
/// wrong, a checkpoint that is damaged or whose scenario is not to be found.
[[nodiscard]] Base open_base(const std::string& what, const BaseWays& ways);

/// Checkpoints that a run folder holds, with the state a branch began with: month and file, oldest first.
struct BranchPoint {
  agents::Month month = 0;
  std::filesystem::path file;
};
/// By their names; only the head of inputs/start.qonys is read. Empty for other bases but a checkpoint, which has one.
[[nodiscard]] std::vector<BranchPoint> branch_points(const Base& base);

}  // namespace viewer
