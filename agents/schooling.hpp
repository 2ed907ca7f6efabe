// School and its end: pupils from 16, level and field by the cohort shares of
// the home region at 18 and at graduation. Reads SchoolingSignals.
#pragma once

#include <span>

#include "agents/block.hpp"
#include "agents/due.hpp"
#include "agents/signals.hpp"

namespace agents {

inline constexpr int pupil_age = 16;        // from here on a young person is counted as a student
inline constexpr int school_leaving_age = 18;

/// The steps of those on the list: into school years, out of school with a
/// level and field, into the labour force or not.
void citizens_study(Block& block, std::span<const Due> due, const SchoolingSignals& signals, const Chance& chance);

}  // namespace agents
