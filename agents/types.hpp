// What a citizen is made of: months, levels of schooling, fields, labour
// states. Everyone includes this; it includes nothing of ours.
#pragma once

#include <cstdint>

namespace agents {

/// A month as year × 12 + (calendar month − 1); January 2023 is 24,276.
using Month = std::int32_t;
/// The row of a citizen inside its block.
using Row = std::uint16_t;

inline constexpr int max_regions = 32;   // width of the choice loops; the regions of a country may be fewer
inline constexpr int max_sectors = 16;   // four bits of the post byte
inline constexpr int n_fields = 8;       // field 0 is "none"
inline constexpr int n_levels = 3;       // secondary or less, vocational, higher
inline constexpr int n_skills = 1 + 2 * (n_fields - 1);  // [level 0] + [level 1..2 × field 1..7]
inline constexpr int n_ages = 128;       // years of age a table can be asked for
inline constexpr std::uint8_t nowhere = 255;  // registered nowhere, or born abroad

[[nodiscard]] constexpr Month month_of(int year, int calendar_month) { return year * 12 + calendar_month - 1; }
[[nodiscard]] constexpr int year_of(Month month) { return month / 12; }
[[nodiscard]] constexpr int calendar_month_of(Month month) { return month % 12 + 1; }

/// What can be studied after school: [college, university × field 1 … 7]. Programme p leads to skill class p + 1.
inline constexpr int n_programmes = n_skills - 1;

enum class Sex : std::uint8_t { male = 0, female = 1 };
enum class Level : std::uint8_t { secondary = 0, vocational = 1, higher = 2 };

/// What a citizen does. `empty` marks a row in which nobody lives.
enum class Labour : std::uint8_t {
  outside = 0,          // child, or not in the labour force
  student = 1,
  unemployed = 2,
  informal = 3,         // informal or self-employed
  employed_own = 4,     // formal post in the citizen's own specialty
  employed_other = 5,   // formal post outside it
  retired = 6,
  empty = 7,
};
inline constexpr int n_labour_states = 8;

[[nodiscard]] constexpr bool is_employed(Labour state) {
  return state == Labour::employed_own || state == Labour::employed_other;
}

/// Skill class in 0 … n_skills − 1 from level and field; level `secondary` has no field.
[[nodiscard]] constexpr int skill_of(int level, int field) {
  return level == 0 ? 0 : 1 + (level - 1) * (n_fields - 1) + (field - 1);
}
[[nodiscard]] constexpr int level_of_skill(int skill) { return skill == 0 ? 0 : 1 + (skill - 1) / (n_fields - 1); }
[[nodiscard]] constexpr int field_of_skill(int skill) { return skill == 0 ? 0 : 1 + (skill - 1) % (n_fields - 1); }

}  // namespace agents
