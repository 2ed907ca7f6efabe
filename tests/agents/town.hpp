// Small hand-made populations and signals for the tests of the rules, and what
// must hold for every household whatever the rules did.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "agents/block.hpp"
#include "agents/due.hpp"
#include "agents/signals.hpp"
#include "tests/agents/statistics.hpp"

namespace agents::testing {

inline constexpr Month now = month_of(2024, 5);

/// A citizen as a test writes it down.
struct Person {
  int age = 30;              // years
  int months = 6;            // beyond the whole years
  bool female = false;
  Labour labour = Labour::outside;
  int skill = 0;             // skill class
  int region = 0;            // of a head; others live with theirs
  int post = 0;              // post byte
  bool owner = false;        // heads
  int registered = -1;       // −1: where the citizen lives
  int home = -1;             // −1: where the citizen lives
  int moved_months_ago = 120;
};

/// A block and a serial counter.
struct Town {
  Block block{64};
  std::uint64_t next_serial = 1;

  /// A household of one.
  Row settles(const Person& person);
  /// A follower in the household of `member`.
  Row joins(Row member, const Person& person);
  /// The partner of a head.
  Row marries(Row head, const Person& person);

 private:
  Row comes(const Person& person, int region);
};

/// Families of all kinds in `n_regions` regions: singles, couples, lone
/// parents, grown children; all labour states, tenures and registrations; and
/// holes where rows were given back.
[[nodiscard]] Town random_town(Dice& dice, int n_households, int n_regions, int n_sectors = 4);

/// Signals under which nothing happens: all rates 0, all regions alike, every
/// sector equally wished and always accepted, field f is at home in sector
/// f − 1, no hubs, attention factors 1, regions 100 km apart in a row.
[[nodiscard]] std::unique_ptr<Signals> quiet_signals(int n_regions = 3, int n_sectors = 4);

/// Signals in which every rate is random, many of them 0 or 1.
[[nodiscard]] std::unique_ptr<Signals> random_signals(Dice& dice, int n_regions, int n_sectors = 4);

/// Who the sweep lists, with bounds made from the signals as the month does.
[[nodiscard]] std::vector<Due> due_of(const Block& block, Signals& signals, const Chance& chance);

/// The list without a sweep: every alarm of everybody who could be at risk.
[[nodiscard]] std::vector<Due> everyone(const Block& block);

/// The first thing wrong with the households of a block, or "": every row in
/// exactly one closed ring, one head a ring, both or neither of a couple marked,
/// only heads own, nobody under 18 alone at the head unless no adult is there.
[[nodiscard]] std::string household_fault(const Block& block, Month month = now);

/// All citizens, by row.
[[nodiscard]] std::vector<Row> citizens_of(const Block& block);
/// The members of a household, ascending.
[[nodiscard]] std::vector<Row> household_of(const Block& block, Row row);
/// The row of a citizen, or no_row.
[[nodiscard]] Row row_of(const Block& block, std::uint64_t serial);
/// Whether all columns of all rows are the same.
[[nodiscard]] bool are_same(const Block& a, const Block& b);

}  // namespace agents::testing
