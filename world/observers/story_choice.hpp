// One decision about moving, told exactly: what every region was worth to one
// head, what the move gained by cause, and what would have kept the household.
// Reads the signals of the month that is over; changes nothing.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "agents/causes.hpp"
#include "world/world.hpp"

namespace world::observers {

/// A region as a head saw it.
struct Option {
  int region = 0;
  double value = 0;  // utility and taste less those of staying, util; 0 for staying
};

/// A head who considered moving, and what came of it.
struct Choice {
  agents::Month month = 0;
  std::uint64_t serial = 0;        // of the head
  agents::Considerer who{};        // when deciding
  int destination = 0;             // the origin if the household stayed
  std::vector<Option> options{};   // all regions, best first; of equals the origin, then the smaller number
  int best_elsewhere = 0;          // the best region but the origin
  int best_without_taste = 0;      // by utility alone
  double lead = 0;                 // of `best_elsewhere` over staying, util; above 0 exactly for who moves
  agents::MoverAccount account{};  // of `best_elsewhere` against staying; n_people is not known here
  double pay_weight = 0;           // util per unit of ln(pay) in one region; 0 for pensioners
  double rent_weight = 0;          // util per unit of ln(rent) in the region lived in

  [[nodiscard]] bool moves() const { return destination != who.origin; }
  [[nodiscard]] double value_of(int region) const;
};

/// The choice of a head whose type was `who`, by the tastes of the month that is
/// over. The same bits as the decision itself.
[[nodiscard]] Choice choice_of(const World& world, std::uint64_t serial, const agents::Considerer& who);

/// The choice of the head of `row` in the month that is over, if it considered
/// moving: from its account if it moved, else from its row. `status_at_start` is
/// the row's status byte of the month before. Nothing for a head who left the
/// country in the month: its row is gone.
/// Cost: one pass over the month's movers.
[[nodiscard]] std::optional<Choice> choice_in(const World& world, const agents::Block& block, agents::Row row,
                                              std::uint8_t status_at_start);

/// The account of the head `serial` if it moved in the month that is over, or null.
[[nodiscard]] const agents::MoverAccount* account_in(const World& world, std::uint64_t serial);

/// The smallest factor on pay, formal and informal alike, which would have turned
/// the decision: on pay at home for who moves, on pay in the best other region
/// for who stays. Above 1; nothing if pay does not count.
[[nodiscard]] std::optional<double> pay_factor(const Choice& choice);
/// The largest factor on the rent at home with which a mover would have stayed;
/// between 0 and 1, nothing if rent does not count.
[[nodiscard]] std::optional<double> rent_factor(const Choice& choice);

}  // namespace world::observers
