// The month: the list of what happens, in order. See month.cpp.
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "world/world.hpp"

namespace world {

/// The phases of a month, in order.
enum class Phase : int {
  policies_take_effect,
  places_speak,
  places_of_study_are_given,
  citizens_are_asked,
  citizens_age_die_are_born_pair_leave_home,
  citizens_study,
  citizens_leave_and_seek_work,
  posts_are_filled,
  citizens_consider_moving_and_choose,
  moves_happen,
  citizens_register,
  tally_is_taken,
  places_respond,
  books_are_checked,
  state_is_hashed,
};
static_assert(static_cast<int>(Phase::state_is_hashed) + 1 == n_phases);

/// What `qonys schedule` prints, what timings.csv has as columns.
struct PhaseInfo {
  std::string_view name;     // as the enumerator
  std::string_view home;     // "agents/migration"
  std::string_view reads;
  std::string_view writes;
};
[[nodiscard]] const std::array<PhaseInfo, n_phases>& phase_infos();

/// Seconds of the last month by phase. Phases that run block by block are
/// worker seconds divided by the number of workers.
struct PhaseSeconds {
  std::array<double, n_phases> seconds{};
};

/// Runs one month. Books are checked at its end.
/// Errors: BrokenBooks with month, region and both sides of the equation.
void advance(World& world, const Crew& crew, PhaseSeconds* seconds = nullptr);

}  // namespace world
