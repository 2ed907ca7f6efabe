// Who is due this month. One pass over all rows of a block asks every citizen
// for the coarse digits of seven risks at once; the few who might be concerned
// go on a list, and each rule settles its own question exactly.
//
// A risk has a threshold on 63 bits. Its uniform number is one coarse digit of
// eight bits from the shared word of the sweep, followed by 55 fine bits of the
// risk's own draw. The sweep compares coarse digits only, against a bound that
// is never below the true threshold; `is_due` then decides with all digits and
// the exact threshold. Nobody is missed, and false alarms cost one more draw.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "agents/block.hpp"
#include "agents/chance.hpp"

namespace agents {

/// The risks that share the sweep's word, in the order of its digits.
enum class Risk : std::uint8_t {
  death = 0,
  birth = 1,
  couple = 2,
  leave_work = 3,              // separations, exits, schooling steps, retirement
  search = 4,
  leave_home_or_consider = 5,  // followers leave home, heads consider moving
  emigrate = 6,
};
inline constexpr int n_risks = 7;

[[nodiscard]] constexpr Purpose purpose_of(Risk risk) {
  constexpr std::array<Purpose, n_risks> purposes = {
      Purpose::death, Purpose::birth, Purpose::couple, Purpose::leave_work,
      Purpose::search, Purpose::leave_home_or_consider, Purpose::emigrate};
  return purposes[static_cast<std::size_t>(risk)];
}

/// Upper bounds of all risks for [status byte × age in years], packed for the sweep.
class RiskBounds {
 public:
  RiskBounds() : packed_(256 * n_ages, neutral) {}
  /// Raises the bound of one risk for one kind of citizen to at least `threshold`.
  void raise(Risk risk, std::uint8_t status, int age, Threshold threshold);
  [[nodiscard]] const std::uint64_t* data() const { return packed_.data(); }

  // Nine bits a risk: the bound in 0 … 256 plus 255, so that (bound − digit)
  // leaves bit 8 set exactly where digit < bound. Zero bounds for everyone:
  static constexpr std::uint64_t lane(int risk) { return std::uint64_t{0x1ff} << (9 * risk); }
  static constexpr std::uint64_t neutral = [] {
    std::uint64_t word = 0;
    for (int risk = 0; risk < n_risks; ++risk) word |= std::uint64_t{255} << (9 * risk);
    return word;
  }();
  static constexpr std::uint64_t digits_mask = neutral;
  static constexpr std::uint64_t alarm_mask = [] {
    std::uint64_t word = 0;
    for (int risk = 0; risk < n_risks; ++risk) word |= std::uint64_t{256} << (9 * risk);
    return word;
  }();

 private:
  std::vector<std::uint64_t> packed_;
};

/// A citizen on the list, with the alarms that rang.
struct Due {
  std::uint64_t alarms = 0;
  Row row = 0;
  std::uint8_t status = 0;  // at the start of the month: who was at risk
  [[nodiscard]] bool rang(Risk risk) const { return (alarms >> (9 * static_cast<int>(risk) + 8)) & 1; }
};

/// Lists everybody in `block` for whom an alarm rings this month; rows ascend.
/// The list lives in `buffer`, which is grown when too small.
/// Cost: one keyed draw, one load and one comparison a row, vectorised.
[[nodiscard]] std::span<const Due> list_due(const Block& block, const Chance& chance, const RiskBounds& bounds,
                                            std::vector<Due>& buffer);

/// The exact answer for one citizen, with all digits.
[[nodiscard]] bool is_due(const Chance& chance, Risk risk, std::uint64_t serial, Threshold threshold);
/// The 63-bit number that `is_due` compares; for rules with competing events.
[[nodiscard]] std::uint64_t due_number(const Chance& chance, Risk risk, std::uint64_t serial);

}  // namespace agents
