// Chance is keyed: every draw is a pure function of (seed, month, purpose,
// citizen), so it does not depend on thread, block, row, or on how many draws
// another rule made. Nothing here holds state.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "agents/types.hpp"

namespace agents {

/// What a draw is for. The number is part of the key: never reuse or reorder.
enum class Purpose : std::uint32_t {
  sweep = 1,        // the shared coarse digits of the monthly sweep
  death = 2,
  birth = 3,
  couple = 4,
  leave_work = 5,
  search = 6,
  leave_home_or_consider = 7,
  emigrate = 8,
  birth_sex = 9,
  partner = 10,
  schooling = 11,
  field = 12,
  sector = 13,
  commute = 14,
  acceptance = 15,
  priority = 16,
  quick_income = 17,
  alternative = 18,
  nest_angle = 19,
  nest_scale = 20,
  job_in_hand = 21,
  adult_child = 22,
  tenure = 23,
  register_here = 24,
  never_register = 25,
  guardian = 26,
  arrival = 27,
  rounding = 28,
  newborn_serial = 29,
  participation = 30,
  synthesis = 31,
  weather = 32,
  outage = 33,
  study_choice = 34,   // of a leaver of school: the first draw, and the second of who was refused
  study_priority = 35,
  bed = 36,
  dual_hire = 37,
  partner_sector = 38,
  study_on = 39,       // a graduate of a college waits for a university
  patents = 40,        // of a region; no citizen's draw
};

/// Sixty-four well mixed bits of (key, serial). Three multiply-xorshift rounds:
/// vectorises, and passes the batteries quoted in docs/determinism.md.
[[nodiscard]] constexpr std::uint64_t keyed_bits(std::uint64_t key, std::uint64_t serial) {
  std::uint64_t x = serial ^ key;
  x *= 0xbf58476d1ce4e5b9ULL;
  x ^= x >> 32;
  x += key;
  x *= 0x94d049bb133111ebULL;
  x ^= x >> 29;
  x *= 0xd6e8feb86659fd93ULL;
  x ^= x >> 32;
  return x;
}

/// One key for a purpose in a month under a seed.
[[nodiscard]] constexpr std::uint64_t chance_key(std::uint64_t seed, Month month, Purpose purpose) {
  const std::uint64_t name = (static_cast<std::uint64_t>(static_cast<std::uint32_t>(month)) << 32) |
                             static_cast<std::uint64_t>(purpose);
  return keyed_bits(keyed_bits(0x9e3779b97f4a7c15ULL, seed), name);
}

/// The key of the j-th draw of one purpose.
[[nodiscard]] constexpr std::uint64_t nth_key(std::uint64_t key, std::uint64_t j) {
  return key + j * 0x9e3779b97f4a7c15ULL;
}

/// A probability as an integer threshold on 63 bits: 0 never, 2^63 always.
using Threshold = std::uint64_t;
inline constexpr Threshold always = std::uint64_t{1} << 63;

[[nodiscard]] constexpr Threshold threshold_of(double probability) {
  if (!(probability > 0)) return 0;
  if (probability >= 1) return always;
  return static_cast<Threshold>(probability * 9223372036854775808.0);
}
[[nodiscard]] constexpr double probability_of(Threshold threshold) {
  return static_cast<double>(threshold) / 9223372036854775808.0;
}

/// True with the probability of the threshold.
[[nodiscard]] constexpr bool fires(std::uint64_t bits, Threshold threshold) { return (bits >> 1) < threshold; }

/// A uniform number in (0, 1), both ends open, 52 bits.
[[nodiscard]] constexpr double uniform_of(std::uint64_t bits) {
  return (static_cast<double>(bits >> 12) + 0.5) * (1.0 / 4503599627370496.0);
}

/// An integer in 0 … n−1; bias below n / 2^32.
[[nodiscard]] constexpr std::uint32_t pick_of(std::uint64_t bits, std::uint32_t n) {
  return static_cast<std::uint32_t>(((bits >> 32) * n) >> 32);
}

/// Rounds `value` ≥ 0 up or down so that the mean over keys is exact; an integer stays what it is.
[[nodiscard]] constexpr std::int64_t keyed_round(double value, std::uint64_t bits) {
  const auto whole = static_cast<std::int64_t>(value);
  // The fraction alone: value + uniform could round up to the next integer.
  return whole + (value - static_cast<double>(whole) + uniform_of(bits) >= 1 ? 1 : 0);
}

inline constexpr std::size_t n_purposes = 41;

/// The keys of all purposes in one month.
[[nodiscard]] constexpr std::array<std::uint64_t, n_purposes> month_keys(std::uint64_t seed, Month month) {
  std::array<std::uint64_t, n_purposes> keys{};
  for (std::size_t p = 0; p < n_purposes; ++p) keys[p] = chance_key(seed, month, static_cast<Purpose>(p));
  return keys;
}

/// The draws of one month: the seed, the month, and the keys made from them
/// once, so that a draw costs one mix.
struct Chance {
  const std::uint64_t seed = 0;
  const Month month = 0;
  const std::array<std::uint64_t, n_purposes> keys = month_keys(seed, month);

  [[nodiscard]] constexpr std::uint64_t key(Purpose purpose) const { return keys[static_cast<std::size_t>(purpose)]; }
  [[nodiscard]] constexpr std::uint64_t bits(Purpose purpose, std::uint64_t serial) const {
    return keyed_bits(key(purpose), serial);
  }
  [[nodiscard]] constexpr std::uint64_t bits(Purpose purpose, std::uint64_t serial, std::uint64_t j) const {
    return keyed_bits(nth_key(key(purpose), j), serial);
  }
  [[nodiscard]] constexpr double uniform(Purpose purpose, std::uint64_t serial) const {
    return uniform_of(bits(purpose, serial));
  }
  [[nodiscard]] constexpr bool happens(Purpose purpose, std::uint64_t serial, Threshold threshold) const {
    return fires(bits(purpose, serial), threshold);
  }
};

}  // namespace agents
