// Scratch of a month, kept so that nothing is allocated in a sweep: one slot a
// worker, and the lists of each block that outlive a barrier. Never state.
#pragma once

#include <array>
#include <vector>

#include "agents/demography.hpp"
#include "agents/due.hpp"
#include "agents/migration.hpp"
#include "agents/settle.hpp"
#include "agents/grid.hpp"
#include "agents/tally.hpp"
#include "world/levers.hpp"

namespace world {

inline constexpr int n_phases = 15;
inline constexpr std::size_t n_hashed_columns = 10;

/// What one worker of one rank uses and adds up.
struct Slot {
  agents::Tally tally;
  agents::PriorityHistogram histogram;
  agents::PriorityHistogram study_first, study_again, bed_histogram;   // of September
  std::vector<agents::Due> due;
  std::vector<agents::Row> men;
  std::vector<agents::Move> moves;              // of the block at work
  std::vector<agents::MoverAccount> movers;     // of the month
  std::array<double, n_phases> seconds{};
};

/// What a block keeps between two barriers.
struct BlockLists {
  std::vector<agents::Application> applications;
  std::vector<agents::Due> heads_due;      // to consider or to emigrate
  std::vector<agents::Application> on_boundary;
  std::vector<agents::Application> study_wishes, study_wishes_again, bed_wishes;   // of September
  std::vector<agents::Arrival> arrivals;
  std::array<std::uint64_t, n_hashed_columns> hashes{};  // of the columns, in `column_names` order
};

struct Workspace {
  std::vector<Slot> slots;
  std::vector<BlockLists> lists;
  agents::Cut cut;
  agents::Cut study_cut, dual_cut, bed_cut;     // of September
  Levers levers;                                // of this month
  agents::Grid<std::int64_t> announced_posts;   // [region × sector] posts when the month began
};

}  // namespace world
