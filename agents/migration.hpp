// Moving: heads consider, choose, and take their families along; people leave
// the country and come to it. Reads MigrationSignals through agents/choice.
// Must not know how places become attractive.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "agents/block.hpp"
#include "agents/causes.hpp"
#include "agents/choice.hpp"
#include "agents/due.hpp"
#include "agents/signals.hpp"
#include "agents/tally.hpp"

namespace agents {

/// From this age on, children without partner decide for themselves whether to come along.
inline constexpr int independent_age = 20;

/// A head's decision.
struct Move {
  Row head = 0;
  std::uint8_t destination = 0;
  std::uint16_t n_people = 0;   // who went, the head included; known when the family has moved
};

/// People who come from abroad this month: one household.
struct Arrival {
  std::uint64_t serial = 0;     // of its head
  std::uint8_t region = 0;
  std::uint8_t n_people = 1;
};

/// The type of a head, from its row and its household.
[[nodiscard]] Considerer considerer_of(const Block& block, Row head, Month now);

/// What the head of `row` decides by if considering a move this month; nothing
/// if not, or if `row` is no head now or was none when the month began, is
/// enrolled, or bound to the enterprise that trained it.
/// `status_at_start` is the status byte of then: that is who is at risk.
/// Called when posts are filled and nobody has moved yet; at the month's end it
/// still gives the same answer for a head who stayed in the country and did not move.
[[nodiscard]] std::optional<Considerer> considerer_if_due(const Block& block, Row row, std::uint8_t status_at_start,
                                                          const Signals& signals, const Chance& chance);

/// Heads who are due consider all regions; those who choose another one are
/// appended to `moves`, and why to `accounts`. Nothing in the block changes.
void citizens_consider(const Block& block, Tally& tally, std::vector<Move>& moves,
                       std::vector<MoverAccount>& accounts, std::span<const Due> due, const Signals& signals,
                       const Chance& chance);

/// Families follow their heads; adult children may stay behind.
void families_move(Block& block, Tally& tally, std::span<Move> moves, const Signals& signals, const Chance& chance);

/// Households that are due leave the country and free their rows.
void citizens_emigrate(Block& block, Tally& tally, std::span<const Due> due, const Signals& signals,
                       const Chance& chance);

/// New households from abroad: a single, a couple, or a couple with children
/// by size; registered nowhere yet.
void citizens_arrive(Block& block, Tally& tally, std::span<const Arrival> arrivals, const Signals& signals,
                     const Chance& chance);

/// Month of birth … of the tenure classes: under one year, one to three, longer.
[[nodiscard]] constexpr int tenure_class(Month moved, Month now) {
  const Month months = now - moved;
  return months < 12 ? 0 : months < 36 ? 1 : 2;
}

}  // namespace agents
