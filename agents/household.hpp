// Households as rings of rows inside one block: who is the head, who comes
// along, who takes over. Used by every rule that changes a family.
#pragma once

#include "agents/block.hpp"

namespace agents {

inline constexpr int adult_age = 18;

/// Calls see(row) for every member of the household of `row`, starting with
/// `row`. `see` must not change the ring.
template <class See>
void for_each_member(const Block& block, Row row, See&& see) {
  Row member = row;
  do {
    const Row following = block.next[member];
    see(member);
    member = following;
  } while (member != row);
}

/// The head of the household of `row`.
[[nodiscard]] Row head_of(const Block& block, Row row);
/// The member before `row` in the ring.
[[nodiscard]] Row before_in_ring(const Block& block, Row row);
/// The head's partner, or no_row.
[[nodiscard]] Row partner_of_head(const Block& block, Row head);

/// What the head's decisions look at.
struct HouseholdSummary {
  int n_members = 0;
  int n_children = 0;        // under 18
  bool has_partner = false;
  bool has_two_earners = false;  // head and partner both employed or informal
};
[[nodiscard]] HouseholdSummary summary_of(const Block& block, Row head, Month now);

/// Puts a lone row into the household of `member`.
void join(Block& block, Row lone, Row member);
/// Takes `row` out of its ring: it is then alone, and nobody's head but its own
/// if it was one. The rest keep their ring; the caller sees to their head.
void take_out(Block& block, Row row);

/// Gives a household whose head is gone a new one: the partner, or the oldest
/// adult. `member` is anyone of the rest. Returns the new head, or no_row if
/// only children are left.
[[nodiscard]] Row succeed(Block& block, Row member, bool had_partner, Month now);

/// Takes `row` out into a household of its own with `owner` tenure, bringing
/// the children under 18 if it was the head. The rest get a new head; if they
/// are children only, they come along too.
void leave_household(Block& block, Row row, bool owner, Month now);

}  // namespace agents
