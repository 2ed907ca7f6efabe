// Leaving work, seeking it, being hired. Citizens write applications; posts
// are given out by settlement; here the citizens' side of both is done.
// Must not know how places make offers.
#pragma once

#include <span>
#include <vector>

#include "agents/block.hpp"
#include "agents/due.hpp"
#include "agents/settle.hpp"
#include "agents/signals.hpp"
#include "agents/tally.hpp"

namespace agents {

/// A seeker who would not accept the post drawn, or found none: kept on the
/// list because quick informal income is still open to the unemployed.
inline constexpr std::uint16_t no_cell = 0xffff;

/// Separations, exits from informal work, early exits and retirement.
void citizens_leave_work(Block& block, Tally& tally, std::span<const Due> due, const WorkSignals& signals,
                         const Chance& chance);

/// The unemployed, and informal and mismatched workers who are due, draw a
/// sector and apply; who would not accept the post does not. Appends to
/// `applications` and counts those with a cell in `histogram`.
void citizens_seek_work(const Block& block, Tally& tally, std::vector<Application>& applications,
                        PriorityHistogram& histogram, std::span<const Due> due, const Signals& signals,
                        const Chance& chance);

/// The served take their posts; unemployed who got none may turn to quick
/// informal income.
void posts_are_taken(Block& block, Tally& tally, std::span<const Application> applications, const Cut& cut,
                     const Signals& signals, const Chance& chance);

}  // namespace agents
