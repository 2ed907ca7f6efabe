#include "tests/agents/town.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

#include "agents/household.hpp"
#include "agents/study.hpp"

namespace agents::testing {

Row Town::comes(const Person& person, int region) {
  const Row row = block.add_row();
  block.serial[row] = next_serial++;
  block.born[row] = static_cast<std::uint16_t>(now - 12 * person.age - person.months);
  block.moved[row] = static_cast<std::uint16_t>(now - person.moved_months_ago);
  block.region[row] = static_cast<std::uint8_t>(region);
  block.registered[row] = static_cast<std::uint8_t>(person.registered < 0 ? region : person.registered);
  block.home[row] = static_cast<std::uint8_t>(person.home < 0 ? region : person.home);
  block.skill[row] = static_cast<std::uint8_t>(person.skill);
  block.post[row] = static_cast<std::uint8_t>(person.post);
  block.set(row, status::female, person.female);
  block.set_labour(row, person.labour);
  block.refresh_registration(row);
  return row;
}

Row Town::settles(const Person& person) {
  const Row row = comes(person, person.region);
  block.set(row, status::head, true);
  block.set(row, status::owner, person.owner);
  return row;
}

Row Town::joins(Row member, const Person& person) {
  const Row row = comes(person, block.region[member]);
  join(block, row, member);
  return row;
}

Row Town::marries(Row head, const Person& person) {
  const Row row = joins(head, person);
  block.set(head, status::partnered, true);
  block.set(row, status::partnered, true);
  return row;
}

namespace {

// Labour state, schooling and post fit for an age; region 1 has its hub in region 0.
Person random_person(Dice& dice, int age, int region, int n_regions, int n_sectors) {
  Person person{.age = age, .months = dice.below(12), .female = dice.lands(0.5), .region = region};
  if (age >= 18) {
    const int level = dice.below(n_levels);
    person.skill = skill_of(level, level > 0 ? 1 + dice.below(n_fields - 1) : 0);
    constexpr std::array<Labour, 6> states = {Labour::outside,      Labour::unemployed,     Labour::informal,
                                              Labour::employed_own, Labour::employed_other, Labour::retired};
    person.labour = states[static_cast<std::size_t>(dice.below(age < 60 ? 5 : 6))];
    if (age < 22 && dice.lands(0.5)) {
      person.labour = Labour::student;
      person.skill = dice.lands(0.5) ? skill::degree_student : dice.lands(0.5) ? skill::dual : skill::away;
      person.post = (1 + dice.below(n_fields - 1)) | study_end(2024 + dice.below(4));
    }
    if (person.labour == Labour::student) {
      // studies, no post
    } else if (is_employed(person.labour)) {
      person.post = dice.below(n_sectors) | (region == 1 && dice.lands(0.3) ? post::commutes : 0);
    } else if (person.labour == Labour::unemployed && dice.lands(0.2)) {
      person.post = dice.below(n_sectors) | post::promised;
    }
  } else if (age >= 16) {
    person.labour = dice.lands(0.9) || age > 16 ? Labour::student : Labour::outside;
  }
  if (dice.lands(0.2)) person.registered = dice.lands(0.5) ? int{nowhere} : dice.below(n_regions);
  if (dice.lands(0.3)) person.home = dice.lands(0.2) ? int{nowhere} : dice.below(n_regions);
  person.moved_months_ago = dice.below(100);
  return person;
}

}  // namespace

Town random_town(Dice& dice, int n_households, int n_regions, int n_sectors) {
  Town town;
  std::vector<Row> visitors;
  for (int i = 0; i < n_households; ++i) {
    const int region = dice.below(n_regions);
    auto somebody = [&](int youngest, int oldest) {
      return random_person(dice, youngest + dice.below(oldest - youngest + 1), region, n_regions, n_sectors);
    };
    if (dice.lands(0.1)) visitors.push_back(town.settles(somebody(20, 40)));
    Person person = somebody(18, 95);
    person.owner = dice.lands(0.5);
    const Row head = town.settles(person);
    if (dice.lands(0.5)) {
      Person partner = somebody(18, 95);
      partner.female = !person.female;
      town.marries(head, partner);
    }
    for (int n = dice.below(4); n > 0; --n) town.joins(head, somebody(0, 17));
    for (int n = dice.below(3); n > 0; --n) town.joins(head, somebody(18, 45));
  }
  for (const Row row : visitors) town.block.free_row(row);
  return town;
}

std::unique_ptr<Signals> quiet_signals(int n_regions, int n_sectors) {
  auto signals = std::make_unique<Signals>();
  signals->n_regions = n_regions;
  signals->n_sectors = n_sectors;
  const auto n = static_cast<std::size_t>(n_regions);
  for (std::size_t r = 0; r < n; ++r) {
    for (std::size_t other = 0; other < n; ++other) {
      signals->demography.distance_km[r][other] = 100 * std::fabs(static_cast<double>(r) - static_cast<double>(other));
    }
    for (std::size_t g = 0; g < n_skills; ++g) {
      for (int s = 0; s < n_sectors; ++s) {
        signals->work.apply_up_to[r][g][static_cast<std::size_t>(s)] = static_cast<std::uint32_t>(
            (std::uint64_t{0xffffffff} * static_cast<unsigned>(s + 1)) / static_cast<unsigned>(n_sectors));
        signals->work.accept[r][g][static_cast<std::size_t>(s)] = always;
      }
    }
  }
  for (std::size_t g = 0; g < n_skills; ++g) {
    for (std::size_t s = 0; s < max_sectors; ++s) {
      const bool own = g == 0 || field_of_skill(static_cast<int>(g)) == static_cast<int>(s) + 1;
      signals->work.is_own[g][s] = own;
      signals->work.applicant_class[g][s] = own ? 0 : 1;
    }
  }
  signals->work.hub.fill(nowhere);
  signals->schooling.hub.fill(nowhere);
  signals->demography.hub.fill(nowhere);
  if (n_regions > 1) signals->work.hub[1] = 0;
  signals->work.class_weight = {1, 0.5, 0.2};
  for (auto& up_to : signals->schooling.field_up_to) {
    for (std::size_t field = 1; field < n_fields; ++field) {
      up_to[field] = static_cast<std::uint32_t>(std::uint64_t{0xffffffff} * field / (n_fields - 1));
    }
  }
  signals->migration.horizon.fill(1);
  signals->migration.attention_household.fill(1);
  signals->migration.attention_labour.fill(1);
  signals->migration.attention_owner.fill(1);
  signals->migration.attention_tenure.fill(1);
  signals->migration.nest.fill(1);
  return signals;
}

namespace {

// A rate of any size: one in six is 0, one in six is 1, the rest from 1e-4 to 1.
Threshold random_threshold(Dice& dice) {
  const int kind = dice.below(6);
  if (kind == 0) return 0;
  if (kind == 1) return always;
  return threshold_of(std::pow(10.0, -4 * dice.uniform()));
}

}  // namespace

std::unique_ptr<Signals> random_signals(Dice& dice, int n_regions, int n_sectors) {
  auto signals = quiet_signals(n_regions, n_sectors);
  auto any = [&](auto& rate) { rate = random_threshold(dice); };
  DemographySignals& demography = signals->demography;
  WorkSignals& work = signals->work;
  SchoolingSignals& schooling = signals->schooling;
  MigrationSignals& migration = signals->migration;
  const int pension_age = 58 + dice.below(8);
  const Threshold retires = std::max(threshold_of(0.001), random_threshold(dice));
  for (std::size_t age = 0; age < n_ages; ++age) {
    if (age >= 18) any(demography.leave_home[age]);
    for (std::size_t sex = 0; sex < 2; ++sex) {
      work.exit[sex][age] = static_cast<int>(age) >= pension_age ? retires : age >= 50 ? retires / 2 : 0;
    }
    migration.attention[age] = dice.lands(0.2) ? 0 : std::pow(10.0, 1 - 4 * dice.uniform());
  }
  for (std::size_t r = 0; r < static_cast<std::size_t>(n_regions); ++r) {
    for (std::size_t age = 0; age < n_ages; ++age) {
      for (auto& by_sex : demography.death[r]) any(by_sex[age]);
      if (age < 15 || age > 49) continue;
      for (auto& by_partnership : demography.birth[r]) any(by_partnership[age]);
      if (age >= 18) any(demography.couple[r][age]);
    }
    any(demography.emigrate[r]);
    any(schooling.higher[r]);
    for (auto& of_level : schooling.drop_out) {
      for (Threshold& chance : of_level[r]) any(chance);
    }
    for (auto& up_to : schooling.partner_up_to[r]) up_to = {0x40000000, 0x80000000, 0xc0000000, 0xffffffff};
    for (auto& share : schooling.participates[r]) any(share);
    if (work.hub[r] != nowhere) any(work.commute[r]);
    any(work.quick_income[r]);
    any(migration.mover_rents[r]);
    for (std::size_t s = 0; s < static_cast<std::size_t>(n_sectors); ++s) {
      any(work.separation[r][s]);
      for (auto& by_skill : work.accept[r]) any(by_skill[s]);
    }
    migration.place[r] = 3 * dice.uniform();
  }
  any(schooling.vocational);
  any(schooling.dual_hire);
  any(schooling.studies_on);
  any(schooling.considers);
  any(work.informal_exit);
  any(work.informal_search);
  any(work.mismatched_search);
  any(migration.job_in_hand);
  any(migration.adult_child_follows);
  any(signals->registration.hazard);
  any(signals->registration.never);
  for (double& factor : migration.attention_household) factor = 2 * dice.uniform();
  for (double& factor : migration.attention_labour) factor = 2 * dice.uniform();
  for (double& factor : migration.attention_owner) factor = 2 * dice.uniform();
  for (double& factor : migration.attention_tenure) factor = 2 * dice.uniform();
  return signals;
}

std::vector<Due> due_of(const Block& block, Signals& signals, const Chance& chance) {
  bound_risks(signals);
  std::vector<Due> buffer;
  const auto due = list_due(block, chance, signals.bounds, buffer);
  return {due.begin(), due.end()};
}

std::vector<Due> everyone(const Block& block) {
  auto alarm = [](Risk risk) { return std::uint64_t{256} << (9 * static_cast<int>(risk)); };
  std::vector<Due> due;
  for (const Row row : citizens_of(block)) {
    std::uint64_t alarms = RiskBounds::alarm_mask;
    const bool female = block.has(row, status::female);
    if (!female) alarms &= ~alarm(Risk::birth);
    if (!female || block.has(row, status::partnered)) alarms &= ~alarm(Risk::couple);
    due.push_back(Due{.alarms = alarms, .row = row, .status = block.status[row]});
  }
  return due;
}

std::string household_fault(const Block& block, Month month) {
  const auto n_rows = static_cast<std::size_t>(block.n_rows());
  std::vector<bool> seen(n_rows, false);
  for (const Row first : citizens_of(block)) {
    if (seen[first]) continue;
    const std::string where = " in the household of row " + std::to_string(first);
    int n_heads = 0, n_partnered = 0, n_adults = 0;
    Row head = no_row;
    Row member = first;
    do {
      if (member >= n_rows || block.is_empty(member)) return "a ring leads to nobody" + where;
      if (seen[member]) return "two rings share row " + std::to_string(member) + where;
      seen[member] = true;
      if (block.has(member, status::head)) {
        ++n_heads;
        head = member;
      } else if (block.has(member, status::owner)) {
        return "a follower owns" + where;
      }
      n_partnered += block.has(member, status::partnered);
      n_adults += block.age(member, month) >= adult_age;
      member = block.next[member];
    } while (member != first);
    if (n_heads != 1) return std::to_string(n_heads) + " heads" + where;
    if (n_partnered != 0 && (n_partnered != 2 || !block.has(head, status::partnered))) {
      return std::to_string(n_partnered) + " partnered" + where;
    }
    if (n_adults > 0 && block.age(head, month) < adult_age) return "a child leads adults" + where;
  }
  return "";
}

std::vector<Row> citizens_of(const Block& block) {
  std::vector<Row> rows;
  for (int row = 0; row < block.n_rows(); ++row) {
    if (!block.is_empty(static_cast<Row>(row))) rows.push_back(static_cast<Row>(row));
  }
  return rows;
}

std::vector<Row> household_of(const Block& block, Row row) {
  std::vector<Row> members;
  for_each_member(block, row, [&](Row member) { members.push_back(member); });
  std::sort(members.begin(), members.end());
  return members;
}

Row row_of(const Block& block, std::uint64_t serial) {
  for (const Row row : citizens_of(block)) {
    if (block.serial[row] == serial) return row;
  }
  return no_row;
}

bool are_same(const Block& a, const Block& b) {
  if (a.n_rows() != b.n_rows() || a.n_citizens() != b.n_citizens() || a.first_free() != b.first_free()) return false;
  auto same = [&](const auto* one, const auto* other) {
    return std::memcmp(one, other, static_cast<std::size_t>(a.n_rows()) * sizeof(*one)) == 0;
  };
  return same(a.serial, b.serial) && same(a.born, b.born) && same(a.moved, b.moved) && same(a.next, b.next) &&
         same(a.status, b.status) && same(a.post, b.post) && same(a.skill, b.skill) && same(a.region, b.region) &&
         same(a.registered, b.registered) && same(a.home, b.home);
}

}  // namespace agents::testing
