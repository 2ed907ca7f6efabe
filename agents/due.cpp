#include "agents/due.hpp"

#include <algorithm>

namespace agents {

void RiskBounds::raise(Risk risk, std::uint8_t status, int age, Threshold threshold) {
  const int shift = 9 * static_cast<int>(risk);
  std::uint64_t& word = packed_[static_cast<std::size_t>(status) * n_ages + static_cast<std::size_t>(age)];
  // Two ways out of a state may add up to more than certain: 256 is as far as a lane goes.
  const std::uint64_t bound = (std::min(threshold, always) + ((std::uint64_t{1} << 55) - 1)) >> 55;
  const std::uint64_t present = ((word >> shift) & 0x1ff) - 255;
  const std::uint64_t higher = std::max(present, bound);
  word = (word & ~lane(static_cast<int>(risk))) | ((higher + 255) << shift);
}

std::span<const Due> list_due(const Block& block, const Chance& chance, const RiskBounds& bounds,
                              std::vector<Due>& buffer) {
  // Strips small enough for the first-level cache: first a loop the compiler
  // vectorises, then a branch-free compaction.
  constexpr int strip = 512;
  alignas(64) std::array<std::uint64_t, strip> alarms;
  std::array<std::uint16_t, strip> rang;
  const std::uint64_t key = chance.key(Purpose::sweep);
  const std::uint64_t* table = bounds.data();
  const int n_rows = block.n_rows();
  const auto now = static_cast<std::uint32_t>(chance.month);
  if (buffer.size() <= static_cast<std::size_t>(n_rows)) buffer.resize(static_cast<std::size_t>(n_rows) + 1);
  Due* due = buffer.data();
  std::size_t n_due = 0;
  for (int first = 0; first < n_rows; first += strip) {
    const int n = std::min(strip, n_rows - first);
    const std::uint64_t* serial = block.serial + first;
    const std::uint16_t* born = block.born + first;
    const std::uint8_t* status = block.status + first;
    for (int i = 0; i < n; ++i) {
      // Whole years: 5462 / 2^16 is just above 1/12, exact below 683 years.
      const std::uint32_t age = ((now - born[i]) * 5462u >> 16) & (n_ages - 1);
      const std::uint64_t bound = table[static_cast<std::uint32_t>(status[i]) * n_ages + age];
      const std::uint64_t digits = keyed_bits(key, serial[i]) & RiskBounds::digits_mask;
      alarms[static_cast<std::size_t>(i)] = (bound - digits) & RiskBounds::alarm_mask;
    }
    std::size_t n_rang = 0;
    for (std::size_t i = 0; i < static_cast<std::size_t>(n); ++i) {
      rang[n_rang] = static_cast<std::uint16_t>(i);
      n_rang += alarms[i] != 0;
    }
    for (std::size_t k = 0; k < n_rang; ++k) {
      const std::uint16_t i = rang[k];
      due[n_due++] = Due{.alarms = alarms[i], .row = static_cast<Row>(first + i), .status = status[i]};
    }
  }
  return {buffer.data(), n_due};
}

std::uint64_t due_number(const Chance& chance, Risk risk, std::uint64_t serial) {
  const std::uint64_t coarse = (chance.bits(Purpose::sweep, serial) >> (9 * static_cast<int>(risk))) & 0xff;
  return (coarse << 55) | (chance.bits(purpose_of(risk), serial) >> 9);
}

bool is_due(const Chance& chance, Risk risk, std::uint64_t serial, Threshold threshold) {
  return due_number(chance, risk, serial) < threshold;
}

}  // namespace agents
