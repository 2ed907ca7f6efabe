// The books kept a second time, from the rows alone: households walked round
// their rings, and every citizen followed from month to month by serial number.
#pragma once

#include <gtest/gtest.h>

#include <set>
#include <algorithm>
#include <string>
#include <unordered_map>
#include <vector>

#include "tests/world/recount.hpp"

namespace world::testing {

/// What is wrong with the households, one sentence each, and what was counted on the way.
struct FamilyCheck {
  std::vector<std::string> complaints;
  std::int64_t n_households = 0;
  std::int64_t n_without_adult = 0;  // households of people under 18 only
};

inline void check_ring(FamilyCheck& check, const agents::Block& block, const std::vector<agents::Row>& members,
                       agents::Month now) {
  int n_heads = 0, n_partnered = 0, n_adults = 0;
  bool head_is_partnered = false;
  std::set<bool> sexes_of_couple;
  for (const agents::Row row : members) {
    const bool is_partnered = block.has(row, agents::status::partnered);
    if (block.has(row, agents::status::head)) {
      ++n_heads;
      head_is_partnered = is_partnered;
    }
    n_partnered += is_partnered;
    if (is_partnered) sexes_of_couple.insert(block.has(row, agents::status::female));
    n_adults += block.age(row, now) >= 18;
    if (block.region[row] != block.region[members[0]]) check.complaints.push_back("a household lives in two regions");
  }
  if (n_heads != 1) check.complaints.push_back("a household has " + std::to_string(n_heads) + " heads");
  if (n_partnered != 0 && n_partnered != 2)
    check.complaints.push_back("a household has " + std::to_string(n_partnered) + " partners");
  if (n_partnered == 2 && sexes_of_couple.size() != 2) check.complaints.push_back("a couple is of one sex");
  if (n_partnered == 2 && !head_is_partnered) check.complaints.push_back("a couple lives under another head");
  ++check.n_households;
  // Who left grade 9 to study elsewhere lives alone, or with a child of her own.
  const auto is_student_or_born_there = [&](agents::Row row) {
    const int age = block.age(row, now);
    return block.has(row, agents::status::head) ? age >= 15 : age < 3;
  };
  const bool may_live_alone = std::all_of(members.begin(), members.end(), is_student_or_born_there);
  check.n_without_adult += n_adults == 0 && !may_live_alone;
}

/// Walks every ring of every block.
[[nodiscard]] inline FamilyCheck check_families(const World& world) {
  FamilyCheck check;
  for (const agents::Block& block : world.blocks) {
    std::vector<bool> seen(static_cast<std::size_t>(block.n_rows()));
    for (int i = 0; i < block.n_rows(); ++i) {
      const auto first = static_cast<agents::Row>(i);
      if (block.is_empty(first) || seen[first]) continue;
      std::vector<agents::Row> members;
      agents::Row row = first;
      do {
        if (row >= block.n_rows() || block.is_empty(row)) {
          check.complaints.push_back("a ring leads to a row in which nobody lives");
          break;
        }
        if (seen[row]) {
          check.complaints.push_back("a ring does not come back to where it began");
          break;
        }
        seen[row] = true;
        members.push_back(row);
        row = block.next[row];
      } while (row != first);
      check_ring(check, block, members, world.month);
    }
  }
  return check;
}

struct Place {
  std::uint8_t region = 0;
  std::uint8_t registered = 0;
};
/// Where everybody lives and is registered, by serial number.
using Whereabouts = std::unordered_map<std::uint64_t, Place>;

[[nodiscard]] inline Whereabouts whereabouts_of(const World& world) {
  Whereabouts found;
  for_each_citizen(world, [&](const agents::Block& block, agents::Row row) {
    found.emplace(block.serial[row], Place{block.region[row], block.registered[row]});
  });
  return found;
}

using Pairs = std::map<std::pair<int, int>, std::int64_t>;

/// Persons at both ends of the month whose region (or registration) is another one.
[[nodiscard]] inline Pairs changes(const Whereabouts& before, const Whereabouts& after, std::uint8_t Place::*what) {
  Pairs pairs;
  for (const auto& [serial, now] : after) {
    const auto was = before.find(serial);
    if (was != before.end() && was->second.*what != now.*what) ++pairs[{was->second.*what, now.*what}];
  }
  return pairs;
}

template <class Table>
[[nodiscard]] Pairs pairs_of(const Table& flows, int n_regions) {
  Pairs pairs;
  for (int o = 0; o < n_regions; ++o) {
    for (int d = 0; d < n_regions; ++d) {
      const std::int64_t n = flows[static_cast<std::size_t>(o)][static_cast<std::size_t>(d)];
      if (n != 0) pairs[{o, d}] = n;
    }
  }
  return pairs;
}

[[nodiscard]] inline std::int64_t total(const Pairs& pairs) {
  std::int64_t sum = 0;
  for (const auto& [pair, n] : pairs) sum += n;
  return sum;
}

template <class Counts>
[[nodiscard]] std::int64_t sum_of(const Counts& counts) {
  std::int64_t sum = 0;
  for (const auto n : counts) sum += n;
  return sum;
}

// The tables of moves and registrations against what happened to the rows. A
// person may be missing from the rows' side who moved and left the country in
// one month, was born into a family that moved or registered in the same month,
// or moved twice as an orphan; nobody may be missing from the other side.
inline void expect_flows_are_those_of_the_rows(const World& world, const Whereabouts& before,
                                               const Whereabouts& after) {
  const int n = world.country.n_regions();
  const agents::Tally& tally = world.tally;
  const Pairs moved = changes(before, after, &Place::region), moves = pairs_of(tally.moves, n);
  const Pairs registered = changes(before, after, &Place::registered), registrations = pairs_of(tally.registrations, n);
  const std::int64_t n_left = sum_of(tally.departures_abroad);
  EXPECT_LE(total(moved), total(moves));
  EXPECT_GE(total(moved), total(moves) - n_left - sum_of(tally.births) - 2 * tally.orphans_moved);
  EXPECT_GE(total(registered), total(registrations) + sum_of(tally.arrivals_abroad_registered) - sum_of(tally.births) -
                                   sum_of(tally.arrivals_abroad));
  for (const auto& [pair, n_moved] : moved) {
    const auto found = moves.find(pair);
    ASSERT_TRUE(found != moves.end()) << "a move that is not in the table";
    EXPECT_LE(n_moved, found->second + 2 * tally.orphans_moved);
  }
  for (const auto& [pair, n_registered] : registered) {
    if (pair.first == agents::nowhere) continue;
    const auto found = registrations.find(pair);
    ASSERT_TRUE(found != registrations.end()) << "a registration that is not in the table";
    EXPECT_LE(n_registered, found->second);
  }
  const auto grown = static_cast<std::int64_t>(after.size()) - static_cast<std::int64_t>(before.size());
  EXPECT_EQ(grown, sum_of(tally.births) - sum_of(tally.deaths) + sum_of(tally.arrivals_abroad) - n_left);
}

inline void expect_books_hold(const Setting& setting, int n_months) {
  World world = built(setting);
  Whereabouts before = whereabouts_of(world);
  const std::int64_t n_alone_at_start = check_families(world).n_without_adult;
  std::int64_t n_orphans_alone = 0;
  for (int month = 0; month <= n_months; ++month) {
    SCOPED_TRACE(month_text(world.month));
    EXPECT_EQ(stocks_of_rows(world).counts, stocks_of_tally(world).counts);
    const FamilyCheck families = check_families(world);
    EXPECT_EQ(families.complaints, std::vector<std::string>{});
    EXPECT_EQ(families.n_households, sum_of(world.tally.heads));
    EXPECT_LE(families.n_without_adult, n_alone_at_start + n_orphans_alone) << "minors live alone";
    const Whereabouts after = whereabouts_of(world);
    EXPECT_EQ(static_cast<std::int64_t>(after.size()), world.n_citizens()) << "two citizens have one serial number";
    if (month > 0) expect_flows_are_those_of_the_rows(world, before, after);
    if (::testing::Test::HasFailure() || month == n_months) return;
    before = after;
    advance(world, Crew(2));
    n_orphans_alone += world.tally.orphans_alone;
  }
}

}  // namespace world::testing
