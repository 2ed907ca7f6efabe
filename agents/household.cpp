#include "agents/household.hpp"

#include "agents/expects.hpp"

namespace agents {

Row head_of(const Block& block, Row row) {
  Row member = row;
  do {
    if (block.has(member, status::head)) return member;
    member = block.next[member];
  } while (member != row);
  return no_row;
}

Row before_in_ring(const Block& block, Row row) {
  Row member = row;
  while (block.next[member] != row) member = block.next[member];
  return member;
}

Row partner_of_head(const Block& block, Row head) {
  if (!block.has(head, status::partnered)) return no_row;
  for (Row member = block.next[head]; member != head; member = block.next[member]) {
    if (block.has(member, status::partnered)) return member;
  }
  return no_row;
}

namespace {
bool earns(const Block& block, Row row) {
  const Labour state = block.labour(row);
  return is_employed(state) || state == Labour::informal;
}
}  // namespace

HouseholdSummary summary_of(const Block& block, Row head, Month now) {
  HouseholdSummary summary;
  for_each_member(block, head, [&](Row member) {
    ++summary.n_members;
    if (block.age(member, now) < adult_age) ++summary.n_children;
    if (member != head && block.has(member, status::partnered)) {
      summary.has_partner = true;
      summary.has_two_earners = earns(block, member) && earns(block, head);
    }
  });
  return summary;
}

void join(Block& block, Row lone, Row member) {
  block.next[lone] = block.next[member];
  block.next[member] = lone;
}

void take_out(Block& block, Row row) {
  block.next[before_in_ring(block, row)] = block.next[row];
  block.next[row] = row;
}

Row succeed(Block& block, Row member, bool had_partner, Month now) {
  Row heir = no_row;
  for_each_member(block, member, [&](Row candidate) {
    const bool is_partner = had_partner && block.has(candidate, status::partnered);
    if (block.age(candidate, now) < adult_age && !is_partner) return;
    // The partner before everybody else, then the oldest, then the smaller serial.
    auto stands_before = [&](Row a, Row b) {
      const bool partner_a = block.has(a, status::partnered), partner_b = block.has(b, status::partnered);
      if (partner_a != partner_b) return partner_a;
      if (block.born[a] != block.born[b]) return block.born[a] < block.born[b];
      return block.serial[a] < block.serial[b];
    };
    if (heir == no_row || stands_before(candidate, heir)) heir = candidate;
  });
  if (heir == no_row) return no_row;
  block.set(heir, status::head, true);
  block.set(heir, status::partnered, false);
  return heir;
}

void leave_household(Block& block, Row row, bool owner, Month now) {
  expects(!block.has(row, status::partnered), "nobody leaves a partner");
  const bool was_head = block.has(row, status::head);
  const Row other = block.next[row];
  if (other != row) {
    const bool family_owns = block.has(head_of(block, row), status::owner);
    take_out(block, row);
    if (was_head) {
      // Children of a lone parent come along: move them one by one into the new ring.
      bool adult_stays = false;
      for_each_member(block, other, [&](Row member) { adult_stays |= block.age(member, now) >= adult_age; });
      if (!adult_stays) {
        Row rest = other;
        while (rest != no_row) {
          const Row following = block.next[rest] == rest ? no_row : block.next[rest];
          take_out(block, rest);
          join(block, rest, row);
          rest = following;
        }
      } else {
        bool moved_one = true;
        Row anchor = other;
        while (moved_one) {
          moved_one = false;
          Row child = no_row;
          for_each_member(block, anchor, [&](Row member) {
            if (block.age(member, now) < adult_age) child = member;
            else anchor = member;
          });
          if (child != no_row) {
            take_out(block, child);
            join(block, child, row);
            moved_one = true;
          }
        }
        const Row heir = succeed(block, anchor, false, now);
        expects(heir != no_row, "an adult who stays takes over");
        block.set(heir, status::owner, family_owns);
      }
    }
  }
  block.set(row, status::head, true);
  block.set(row, status::owner, owner);
}

}  // namespace agents
