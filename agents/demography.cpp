#include "agents/demography.hpp"

#include <algorithm>
#include <array>
#include <limits>

#include "agents/exact_math.hpp"
#include "agents/expects.hpp"
#include "agents/household.hpp"
#include "agents/study.hpp"

namespace agents {

double pairing_curve(const DemographyParameters& parameters, double age_years) {
  if (age_years <= 15) return 0;
  const double z =
      exact_log((age_years - 15) / (parameters.pairing_peak_age_women_years - 15)) / parameters.pairing_width;
  return parameters.pairing_peak_per_year * exact_exp(-0.5 * z * z);
}

void remove_alone(Block& block, Row row) {
  expects(block.next[row] == row, "only who is alone is removed");
  block.free_row(row);
}

namespace {

// A couple that takes in children: of their own region if the block has one,
// otherwise of the nearest region. Starts at a keyed row, so that no couple is
// the guardian of all.
Row find_guardian(const Block& block, Row child, const DemographySignals& signals, const Chance& chance) {
  const auto n_rows = static_cast<std::uint32_t>(block.n_rows());
  const std::uint32_t first = pick_of(chance.bits(Purpose::guardian, block.serial[child]), n_rows);
  Row best = no_row;
  double best_distance = std::numeric_limits<double>::infinity();
  for (std::uint32_t i = 0; i < n_rows; ++i) {
    const auto row = static_cast<Row>((first + i) % n_rows);
    if (block.is_empty(row) || !block.has(row, status::head) || !block.has(row, status::partnered)) continue;
    if (block.region[row] == block.region[child]) return row;
    const double distance = signals.distance_km[block.region[child]][block.region[row]];
    if (distance < best_distance) {
      best_distance = distance;
      best = row;
    }
  }
  return best;
}

// Moves a whole ring into the household of `guardian`.
void join_all(Block& block, Row member, Row guardian) {
  while (true) {
    const Row following = block.next[member];
    take_out(block, member);
    join(block, member, guardian);
    if (following == member) return;
    member = following;
  }
}

void place_orphans(Block& block, Tally& tally, Row child, const DemographySignals& signals, const Chance& chance) {
  const Row guardian = find_guardian(block, child, signals, chance);
  int n_children = 0;
  for_each_member(block, child, [&](Row) { ++n_children; });
  if (guardian == no_row) {  // no couple in the whole block: the oldest child is head
    Row oldest = child;
    for_each_member(block, child, [&](Row member) {
      if (block.born[member] < block.born[oldest]) oldest = member;
    });
    block.set(oldest, status::head, true);
    tally.orphans_alone += n_children;
    return;
  }
  const std::uint8_t region = block.region[guardian];
  if (region == block.region[child]) {
    tally.orphans_placed += n_children;
  } else {
    tally.orphans_moved += n_children;
    for_each_member(block, child, [&](Row member) {
      ++tally.moves[block.region[member]][region];
      move_study(block, tally, member, region, signals.hub);
      block.region[member] = region;
      block.moved[member] = static_cast<std::uint16_t>(chance.month);
      block.refresh_registration(member);
    });
  }
  join_all(block, child, guardian);
}

}  // namespace

void see_to_the_rest(Block& block, Tally& tally, Row member, bool had_partner, const DemographySignals& signals,
                     const Chance& chance) {
  if (succeed(block, member, had_partner, chance.month) == no_row) place_orphans(block, tally, member, signals, chance);
}

void citizens_die(Block& block, Tally& tally, std::span<const Due> due, const DemographySignals& signals,
                  const Chance& chance) {
  for (const Due& one : due) {
    if (!one.rang(Risk::death) || block.is_empty(one.row)) continue;
    const Row row = one.row;
    const std::size_t region = block.region[row];
    const std::size_t sex = block.has(row, status::female);
    const auto age = static_cast<std::size_t>(block.age(row, chance.month));
    if (!is_due(chance, Risk::death, block.serial[row], signals.death[region][sex][age])) continue;
    ++tally.deaths[region];
    count_student_gone(tally, block, row, signals.hub);
    if (block.registered[row] != nowhere) ++tally.deaths_registered[block.registered[row]];
    const Row other = block.next[row];
    if (other != row) {
      const bool was_head = block.has(row, status::head);
      const bool had_partner = block.has(row, status::partnered);
      const bool owned = block.has(row, status::owner);
      if (!was_head && had_partner) block.set(head_of(block, row), status::partnered, false);
      take_out(block, row);
      if (was_head) {
        see_to_the_rest(block, tally, other, had_partner, signals, chance);
        const Row heir = head_of(block, other);
        // Who inherits a home stays an owner; who takes children in keeps the own tenure.
        if (owned && !block.has(heir, status::partnered)) block.set(heir, status::owner, true);
      }
    }
    remove_alone(block, row);
  }
}

void citizens_are_born(Block& block, Tally& tally, std::span<const Due> due, const DemographySignals& signals,
                       const DemographyParameters& parameters, const Chance& chance) {
  const Threshold boy = threshold_of(parameters.boy_share);
  for (const Due& one : due) {
    if (!one.rang(Risk::birth) || block.is_empty(one.row)) continue;
    const Row mother = one.row;
    const std::uint64_t serial = block.serial[mother];
    const std::size_t region = block.region[mother];
    const bool partnered = (one.status & status::partnered) != 0;
    const auto age = static_cast<std::size_t>(block.age(mother, chance.month));
    if (!is_due(chance, Risk::birth, serial, signals.birth[region][partnered][age])) continue;
    // A dead mother's row may have been taken by nobody yet: births come after deaths, rows are reused only here.
    // A mother under age stays in the home she lives in, so that no household is without an adult.
    if (age >= adult_age && !block.has(mother, status::head) && !block.has(mother, status::partnered)) {
      const bool owner = block.has(head_of(block, mother), status::owner);
      leave_household(block, mother, owner, chance.month);
    }
    const Row child = block.add_row();
    // One birth a month and mother at the most, so (mother, month) names the child for ever.
    block.serial[child] = chance.bits(Purpose::newborn_serial, serial);
    block.born[child] = static_cast<std::uint16_t>(chance.month);
    block.moved[child] = static_cast<std::uint16_t>(chance.month - 12 * 10);
    block.region[child] = block.region[mother];
    block.registered[child] = block.registered[mother];
    block.home[child] = block.region[mother];
    block.set(child, status::female, !chance.happens(Purpose::birth_sex, serial, boy));
    block.refresh_registration(child);
    join(block, child, mother);
    ++tally.births[region];
    if (block.registered[mother] != nowhere) ++tally.births_registered[block.registered[mother]];
  }
}

namespace {

// Rank for headship of a new couple: formal work, then informal, then the rest; then schooling.
int standing(const Block& block, Row row) {
  const Labour state = block.labour(row);
  const int work = is_employed(state) ? 2 : state == Labour::informal ? 1 : 0;
  return work * n_levels + level_of_skill(block.skill_class(row));
}

bool leads(const Block& block, Row a, Row b) {
  if (standing(block, a) != standing(block, b)) return standing(block, a) > standing(block, b);
  if (block.born[a] != block.born[b]) return block.born[a] < block.born[b];
  return block.serial[a] < block.serial[b];
}

void form_couple(Block& block, Tally& tally, Row woman, Row man, Month now) {
  auto owns = [&](Row row) { return block.has(row, status::head) && block.has(row, status::owner); };
  const bool owner = owns(woman) || owns(man);
  leave_household(block, woman, owner, now);
  leave_household(block, man, owner, now);
  const bool woman_leads = leads(block, woman, man);
  const Row head = woman_leads ? woman : man;
  const Row partner = woman_leads ? man : woman;
  // The partner's ring (with children of its own) becomes part of the head's.
  block.set(partner, status::head, false);
  block.set(partner, status::owner, false);
  std::swap(block.next[head], block.next[partner]);
  block.set(head, status::partnered, true);
  block.set(partner, status::partnered, true);
  ++tally.marriages[block.region[head]];
}

// The single men of marrying age of a block, by region: found once for all its
// couples, and then kept up. Over the years the regions mix among the rows, so
// that a search per couple would come to read the whole block each time.
class Grooms {
 public:
  Grooms(const Block& block, Month now, std::vector<Row>& scratch) {
    const auto n_rows = static_cast<std::size_t>(block.n_rows());
    // In front those found, in the order of rows; behind them the same by region.
    if (scratch.size() <= 2 * n_rows) scratch.resize(2 * n_rows + 1);
    const std::size_t n_men = list(block, now, scratch.data());
    const std::span<const Row> found(scratch.data(), n_men);
    for (const Row man : found) ++end_[block.region[man]];
    std::uint32_t sum = 0;
    for (std::size_t r = 0; r < max_regions; ++r) {
      first_[r] = sum;
      sum += end_[r];
      end_[r] = first_[r];
    }
    rows_ = scratch.data() + n_men;
    for (const Row man : found) rows_[end_[block.region[man]]++] = man;
  }

  [[nodiscard]] std::span<const Row> of(std::size_t region) const {
    return {rows_ + first_[region], rows_ + end_[region]};
  }
  /// Who stands `nth` in the region is single no more. Order does not matter to who is closest.
  void remove(std::size_t region, std::size_t nth) { rows_[first_[region] + nth] = rows_[--end_[region]]; }

 private:
  // A byte for each row by a loop that vectorises, then a compaction without branches.
  static std::size_t list(const Block& block, Month now, Row* men) {
    constexpr int oldest = 65, strip = 512;
    constexpr std::uint8_t taken = status::female | status::partnered;
    constexpr auto empty = static_cast<std::uint8_t>(Labour::empty);
    alignas(64) std::array<std::uint8_t, strip> is_one;
    const auto youngest_born_before = static_cast<std::uint16_t>(now - 12 * adult_age);
    std::size_t n_men = 0;
    for (int first = 0; first < block.n_rows(); first += strip) {
      const int n = std::min(strip, block.n_rows() - first);
      const std::uint8_t* kind = block.status + first;
      const std::uint16_t* born = block.born + first;
      for (int i = 0; i < n; ++i) {
        const auto months_of_age = static_cast<std::uint16_t>(youngest_born_before - born[i]);
        const bool is_of_age = months_of_age < 12 * (oldest - adult_age);
        is_one[static_cast<std::size_t>(i)] =
            is_of_age & ((kind[i] & taken) == 0) & ((kind[i] & status::labour_mask) != empty);
      }
      for (int i = 0; i < n; ++i) {
        men[n_men] = static_cast<Row>(first + i);
        n_men += is_one[static_cast<std::size_t>(i)];
      }
    }
    return n_men;
  }

  Row* rows_ = nullptr;
  std::array<std::uint32_t, max_regions> first_{}, end_{};
};

// Which of the men is of smallest closeness: distance from the wished age, plus
// a keyed taste of this woman for this very man. men.size() if there is none.
std::size_t closest_man(const Block& block, Row woman, std::span<const Row> men, const DemographyParameters& parameters,
                        const Chance& chance) {
  const std::uint64_t key = nth_key(chance.key(Purpose::partner), block.serial[woman]);
  const double wished = block.born[woman] - 12 * parameters.partner_age_gap_years;
  const Row family = head_of(block, woman);
  std::size_t best = men.size();
  double best_closeness = std::numeric_limits<double>::infinity();
  for (std::size_t nth = 0; nth < men.size(); ++nth) {
    const Row man = men[nth];
    const double years = (block.born[man] - wished) / 12;
    const double distance = years < 0 ? -years : years;
    if (distance > best_closeness) continue;
    const double taste = uniform_of(keyed_bits(key, block.serial[man])) * 2 * parameters.partner_age_noise_years;
    const double closeness = distance + taste;
    if (closeness > best_closeness) continue;
    if (closeness == best_closeness && block.serial[man] > block.serial[men[best]]) continue;
    if (head_of(block, man) == family) continue;
    best_closeness = closeness;
    best = nth;
  }
  return best;
}

}  // namespace

void citizens_pair(Block& block, Tally& tally, std::span<const Due> due, const DemographySignals& signals,
                   const DemographyParameters& parameters, const Chance& chance, std::vector<Row>& men) {
  Grooms grooms(block, chance.month, men);
  for (const Due& one : due) {
    if (!one.rang(Risk::couple) || block.is_empty(one.row)) continue;
    const Row woman = one.row;
    if (block.has(woman, status::partnered)) continue;
    const auto age = static_cast<std::size_t>(block.age(woman, chance.month));
    const std::uint8_t region = block.region[woman];
    if (!is_due(chance, Risk::couple, block.serial[woman], signals.couple[region][age])) continue;
    const std::span<const Row> here = grooms.of(region);
    const std::size_t nth = closest_man(block, woman, here, parameters, chance);
    if (nth == here.size()) continue;
    const Row man = here[nth];
    grooms.remove(region, nth);
    form_couple(block, tally, woman, man, chance.month);
  }
}

void citizens_leave_home(Block& block, std::span<const Due> due, const DemographySignals& signals,
                         const MigrationSignals& tenure, const Chance& chance) {
  for (const Due& one : due) {
    if (!one.rang(Risk::leave_home_or_consider) || (one.status & status::head) != 0 || block.is_empty(one.row))
      continue;
    const Row row = one.row;
    if (block.has(row, status::head | status::partnered)) continue;
    const std::uint64_t serial = block.serial[row];
    const auto age = static_cast<std::size_t>(block.age(row, chance.month));
    if (!is_due(chance, Risk::leave_home_or_consider, serial, signals.leave_home[age])) continue;
    const bool rents = chance.happens(Purpose::tenure, serial, tenure.mover_rents[block.region[row]]);
    leave_household(block, row, !rents, chance.month);
  }
}

}  // namespace agents
