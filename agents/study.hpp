// Places of study of single students: where they are, and what becomes of them
// when a student moves, dies or leaves. Used by every rule that changes one.
// Must not know how places of study are chosen.
#pragma once

#include <span>

#include "agents/block.hpp"
#include "agents/tally.hpp"

namespace agents {

/// The byte that ends studies in June of `year`.
[[nodiscard]] constexpr std::uint8_t study_end(int year) {
  return static_cast<std::uint8_t>((year & 7) << study::end_shift);
}

/// Of a student: the region of the school, college or university. `hub` [region] as in the signals.
[[nodiscard]] inline std::uint8_t place_of_study(const Block& block, Row row, std::span<const std::uint8_t> hub) {
  return (block.post[row] & study::in_hub) != 0 ? hub[block.region[row]] : block.region[row];
}

/// A citizen who dies or leaves the country: counted if a student.
inline void count_student_gone(Tally& tally, const Block& block, Row row, std::span<const std::uint8_t> hub) {
  if (!block.is_student(row)) return;
  ++tally.students_gone[place_of_study(block, row, hub)][static_cast<std::size_t>(block.study_class(row))];
}

/// Before a citizen moves along with others: a student goes on studying where
/// the family goes, and gives up a bed. Nothing for anybody else.
inline void move_study(Block& block, Tally& tally, Row row, std::uint8_t destination,
                       std::span<const std::uint8_t> hub) {
  if (!block.is_student(row)) return;
  const std::size_t place = place_of_study(block, row, hub);
  const auto what = static_cast<std::size_t>(block.study_class(row));
  const bool stays_in_hub = hub[destination] == place && (block.post[row] & study::field_mask) != 0;
  block.post[row] = static_cast<std::uint8_t>((block.post[row] & ~study::in_hub) | (stays_in_hub ? study::in_hub : 0));
  block.skill[row] = static_cast<std::uint8_t>(block.skill[row] & ~skill::in_dormitory);
  --tally.students_came[place][what];
  ++tally.students_came[stays_in_hub ? place : destination][what];
}

/// The studies are over: what is left of the two bytes is the skill class `attained`.
inline void leave_study(Block& block, Row row, int attained) {
  block.skill[row] = static_cast<std::uint8_t>(attained);
  block.post[row] = 0;
}

}  // namespace agents
