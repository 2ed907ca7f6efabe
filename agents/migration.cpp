#include "agents/migration.hpp"

#include <algorithm>

#include "agents/household.hpp"
#include "agents/study.hpp"

namespace agents {

Considerer considerer_of(const Block& block, Row head, Month now) {
  const HouseholdSummary household = summary_of(block, head, now);
  return Considerer{.origin = block.region[head],
                    .home = block.home[head],
                    .skill = static_cast<std::uint8_t>(block.skill_class(head)),
                    .labour = block.labour(head),
                    .age = block.age(head, now),
                    .is_owner = block.has(head, status::owner),
                    .has_children = household.n_children > 0,
                    .has_partner = household.has_partner,
                    .has_two_earners = household.has_two_earners,
                    .tenure_class = static_cast<std::uint8_t>(tenure_class(block.moved[head], now))};
}

std::optional<Considerer> considerer_if_due(const Block& block, Row row, std::uint8_t status_at_start,
                                            const Signals& all, const Chance& chance) {
  const MigrationSignals& signals = all.migration;
  if ((status_at_start & status::head) == 0 || block.is_empty(row) || !block.has(row, status::head)) return {};
  // Studies and a bond hold a head where they are.
  if (block.is_enrolled(row) || block.is_bonded(row)) return {};
  const std::uint64_t number = due_number(chance, Risk::leave_home_or_consider, block.serial[row]);
  // At risk is who the citizen was when the month began: that is what the sweep's bound is for.
  Considerer at_start{.labour = static_cast<Labour>(status_at_start & status::labour_mask),
                      .age = block.age(row, chance.month),
                      .is_owner = (status_at_start & status::owner) != 0,
                      .has_partner = (status_at_start & status::partnered) != 0,
                      .tenure_class = static_cast<std::uint8_t>(tenure_class(block.moved[row], chance.month))};
  const auto& by_household = signals.attention_household;
  const double largest_household = *std::max_element(by_household.begin(), by_household.end());
  // Who leaves studies in June looks around, whatever the habit of the age.
  const bool leaves_study = at_start.labour == Labour::student && !block.is_student(row) && at_start.age >= adult_age;
  const Threshold least = leaves_study ? all.schooling.considers : 0;
  // A chance is below its hazard: most are sorted out before anybody walks round the family.
  if (number >= least && number >= threshold_of(attention_hazard(at_start, largest_household, signals))) return {};
  const Considerer who = considerer_of(block, row, chance.month);
  at_start.has_children = who.has_children;
  if (number >= least && number >= threshold_of(attention_of(at_start, signals))) return {};
  return who;
}

void citizens_consider(const Block& block, Tally& tally, std::vector<Move>& moves,
                       std::vector<MoverAccount>& accounts, std::span<const Due> due, const Signals& signals,
                       const Chance& chance) {
  alignas(64) Utilities utility, taste;
  for (const Due& one : due) {
    if (!one.rang(Risk::leave_home_or_consider)) continue;
    const auto who = considerer_if_due(block, one.row, one.status, signals, chance);
    if (!who) continue;
    const std::uint64_t serial = block.serial[one.row];
    ++tally.considered[who->origin];
    fill_utilities(utility, *who, signals.migration, signals.n_regions);
    fill_tastes(taste, who->origin, signals.migration, signals.n_regions, chance, serial);
    const int choice = best_region(utility, taste, who->origin, signals.n_regions);
    if (choice == who->origin) continue;
    moves.push_back(Move{.head = one.row, .destination = static_cast<std::uint8_t>(choice)});
    accounts.push_back(account_of(serial, *who, choice, utility, taste, signals));
  }
}

namespace {

// What becomes of a mover's work. A commuter who moves to the hub keeps the
// post, and so does who moves from a hub to its hinterland; another may move
// with a post in hand, which the next settlement honours first.
void carry_work(Block& block, Row row, std::uint8_t destination, bool in_hand, const WorkSignals& work) {
  const Labour state = block.labour(row);
  if (state == Labour::informal) {
    if (!in_hand) block.set_labour(row, Labour::unemployed);
    return;
  }
  if (state == Labour::unemployed) {
    block.post[row] = 0;
    block.release_bond(row);
    return;
  }
  if (!is_employed(state)) return;
  const std::uint8_t lives = block.region[row];
  const bool commutes = (block.post[row] & post::commutes) != 0;
  const std::uint8_t works = commutes ? work.hub[lives] : lives;
  const auto sector = static_cast<std::uint8_t>(block.sector(row));
  if (works == destination) {
    block.post[row] = sector;
  } else if (work.hub[destination] == works) {
    block.post[row] = sector | post::commutes;
  } else {
    block.set_labour(row, Labour::unemployed);
    block.release_bond(row);
    block.post[row] = in_hand ? static_cast<std::uint8_t>(sector | post::promised) : std::uint8_t{0};
  }
}

void settle_in(Block& block, Tally& tally, Row row, std::uint8_t destination, bool in_hand, const Signals& signals,
               Month now) {
  ++tally.moves[block.region[row]][destination];
  carry_work(block, row, destination, in_hand, signals.work);
  move_study(block, tally, row, destination, signals.schooling.hub);
  block.region[row] = destination;
  block.moved[row] = static_cast<std::uint16_t>(now);
  block.refresh_registration(row);
}

}  // namespace

void families_move(Block& block, Tally& tally, std::span<Move> moves, const Signals& signals, const Chance& chance) {
  for (Move& move : moves) {
    const Row head = move.head;
    const std::uint64_t serial = block.serial[head];
    const bool owner = block.has(head, status::owner);
    ++tally.households_moved[block.region[head]];
    ++tally.households_arrived[move.destination];
    // Grown children decide for themselves whether to come, and who is enrolled stays; who stays keeps the home.
    Row member = block.next[head];
    while (member != head) {
      const Row following = block.next[member];
      const bool is_grown = block.age(member, chance.month) >= independent_age;
      const bool stays =
          block.is_enrolled(member) ||
          (is_grown &&
           !chance.happens(Purpose::adult_child, block.serial[member], signals.migration.adult_child_follows));
      if (stays && !block.has(member, status::partnered)) {
        leave_household(block, member, owner, chance.month);
      }
      member = following;
    }
    const bool in_hand = chance.happens(Purpose::job_in_hand, serial, signals.migration.job_in_hand);
    const bool rents = chance.happens(Purpose::tenure, serial, signals.migration.mover_rents[move.destination]);
    settle_in(block, tally, head, move.destination, in_hand, signals, chance.month);
    move.n_people = 1;
    for (Row other = block.next[head]; other != head; other = block.next[other]) {
      settle_in(block, tally, other, move.destination, false, signals, chance.month);
      ++move.n_people;
    }
    block.set(head, status::owner, !rents);
  }
}

void citizens_emigrate(Block& block, Tally& tally, std::span<const Due> due, const Signals& signals,
                       const Chance& chance) {
  for (const Due& one : due) {
    if (!one.rang(Risk::emigrate) || (one.status & status::head) == 0 || block.is_empty(one.row)) continue;
    const Row head = one.row;
    if (!block.has(head, status::head)) continue;
    const std::uint8_t region = block.region[head];
    if (!is_due(chance, Risk::emigrate, block.serial[head], signals.demography.emigrate[region])) continue;
    Row member = head;
    while (true) {
      const Row following = block.next[member];
      ++tally.departures_abroad[region];
      count_student_gone(tally, block, member, signals.schooling.hub);
      if (block.registered[member] != nowhere) ++tally.departures_abroad_registered[block.registered[member]];
      take_out(block, member);
      block.free_row(member);
      if (following == member) break;
      member = following;
    }
  }
}

namespace {

Row add_arrival(Block& block, Tally& tally, const Arrival& arrival, std::uint64_t serial, int age_months, bool female,
                Month now) {
  const Row row = block.add_row();
  block.serial[row] = serial;
  block.born[row] = static_cast<std::uint16_t>(now - age_months);
  block.moved[row] = static_cast<std::uint16_t>(now);
  block.region[row] = arrival.region;
  block.registered[row] = nowhere;
  block.home[row] = nowhere;
  block.set(row, status::female, female);
  block.set(row, status::unregistered, true);
  ++tally.arrivals_abroad[arrival.region];
  return row;
}

void give_schooling(Block& block, Row row, const Signals& signals, const Chance& chance) {
  const std::uint64_t serial = block.serial[row];
  const SchoolingSignals& schooling = signals.schooling;
  int level = 0;
  if (chance.happens(Purpose::schooling, serial, schooling.higher[block.region[row]])) level = 2;
  else if (fires(chance.bits(Purpose::schooling, serial, 1), schooling.vocational)) level = 1;
  const int field = level > 0 ? schooling.field(level, chance.bits(Purpose::field, serial)) : 0;
  block.skill[row] = static_cast<std::uint8_t>(skill_of(level, field));
  block.set_labour(row, Labour::unemployed);
}

}  // namespace

void citizens_arrive(Block& block, Tally& tally, std::span<const Arrival> arrivals, const Signals& signals,
                     const Chance& chance) {
  constexpr int months_of_youngest_head = 22 * 12, spread_of_heads = 25 * 12, spread_of_children = 16 * 12;
  for (const Arrival& arrival : arrivals) {
    const std::uint64_t key = chance.key(Purpose::arrival);
    auto pick = [&](std::uint64_t j, int n) {
      return static_cast<int>(pick_of(keyed_bits(nth_key(key, j), arrival.serial), static_cast<std::uint32_t>(n)));
    };
    const bool female = pick(0, 2) == 1;
    const int age = months_of_youngest_head + pick(1, spread_of_heads);
    const Row head = add_arrival(block, tally, arrival, arrival.serial, age, female, chance.month);
    block.set(head, status::head, true);
    give_schooling(block, head, signals, chance);
    block.set(head, status::owner,
              !chance.happens(Purpose::tenure, arrival.serial, signals.migration.mover_rents[arrival.region]));
    for (int j = 1; j < arrival.n_people; ++j) {
      const std::uint64_t serial = keyed_bits(nth_key(key, 100 + static_cast<std::uint64_t>(j)), arrival.serial);
      const bool is_partner = j == 1;
      const int member_age = is_partner ? age : pick(10 + static_cast<std::uint64_t>(j), spread_of_children);
      const Row row = add_arrival(block, tally, arrival, serial, member_age, is_partner ? !female : pick(40 + static_cast<std::uint64_t>(j), 2) == 1, chance.month);
      join(block, row, head);
      if (is_partner) {
        block.set(head, status::partnered, true);
        block.set(row, status::partnered, true);
        give_schooling(block, row, signals, chance);
      }
    }
  }
}

}  // namespace agents
