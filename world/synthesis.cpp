// One block of the population: its people, families, homes, schooling and
// work. See synthesis.hpp for the steps and synthesis_families.cpp for the
// making of families.
#include "world/synthesis.hpp"

#include <algorithm>
#include <array>

#include "agents/exact_math.hpp"
#include "agents/household.hpp"
#include "agents/registration.hpp"
#include "world/labour.hpp"

namespace world {

using agents::Block;
using LabourState = agents::Labour;
using agents::Row;
using agents::keyed_bits;
using agents::uniform_of;

namespace {

enum : std::uint64_t {
  away = 200, away_where, moved_when, born_away, born_where, education, field, force, young_work, status_race,
  informal_race, sector_choice, order, commuting, tenure, deal_work,
};

double uniform(const SynthesisPlan& plan, std::uint64_t what, std::uint64_t serial) {
  return uniform_of(keyed_bits(plan.key(what), serial));
}

void give_homes(Block& block, const SynthesisPlan& plan, int first, int last, int region) {
  const auto r = static_cast<std::size_t>(region);
  const int n_regions = plan.country->n_regions();
  for (int i = first; i < last; ++i) {
    const auto row = static_cast<Row>(i);
    const std::uint64_t serial = block.serial[row];
    const int age = block.age(row, plan.start - 1);
    const double elsewhere = age < 16 ? plan.born_elsewhere_child[r] : plan.born_elsewhere_adult[r];
    if (uniform(plan, born_away, serial) >= elsewhere) continue;
    const double where = uniform(plan, born_where, serial) * plan.home_up_to(region, n_regions);
    int home = 0;
    while (home < n_regions && where >= plan.home_up_to(region, home)) ++home;
    block.home[row] = home == n_regions ? agents::nowhere : static_cast<std::uint8_t>(home);
    // They came at some time of their life; the latest years are in the unregistered stock.
    const double months = 12 + uniform(plan, moved_when, serial) * std::min(12 * age, 360);
    block.moved[row] = static_cast<std::uint16_t>(plan.start - 1 - static_cast<int>(months));
  }
}

}  // namespace

Row head_of_family(const Block& block, const Family& family) {
  if (!family.is_couple) return family.members[0];
  const Row woman = family.members[0], man = family.members[1];
  const int level_woman = agents::level_of_skill(block.skill_class(woman));
  const int level_man = agents::level_of_skill(block.skill_class(man));
  if (level_woman != level_man) return level_woman > level_man ? woman : man;
  return block.born[woman] < block.born[man] ? woman : man;
}

void send_away(Block& block, const SynthesisPlan& plan, int region, std::span<Family> families) {
  const auto never = agents::threshold_of(plan.scenario->parameters.registration.never_share);
  const int n_regions = plan.country->n_regions();
  auto boost_of = [&](Row head) {
    return plan.young_boost[static_cast<std::size_t>(block.age(head, plan.start - 1))];
  };
  // Young heads have small families: keep the expected number of people who are away.
  double people = 0, boosted = 0;
  for (const Family& family : families) {
    people += static_cast<double>(family.members.size());
    boosted += static_cast<double>(family.members.size()) * boost_of(head_of_family(block, family));
  }
  const double level = boosted > 0 ? people / boosted : 1;
  for (const Family& family : families) {
    const Row head = head_of_family(block, family);
    const std::uint64_t serial = block.serial[head];
    const auto& chance_of = agents::never_registers(serial, plan.scenario->seed, never) ? plan.away_never : plan.away_eligible;
    const double boost = level * boost_of(head);
    double draw = uniform(plan, away, serial);
    int lives = region;
    for (int d = 0; d < n_regions && lives == region; ++d) {
      draw -= boost * chance_of(region, d);
      if (draw < 0) lives = d;
    }
    if (lives == region) continue;
    const int months = static_cast<int>(uniform(plan, moved_when, serial) * 12);
    for (const Row row : family.members) {
      block.region[row] = static_cast<std::uint8_t>(lives);
      block.moved[row] = static_cast<std::uint16_t>(plan.start - 1 - months);
      block.refresh_registration(row);
    }
  }
}

namespace {

// Relative odds of being in the labour force, by age and sex; the region's
// total comes from the table.
double force_weight(int age, bool woman, const agents::WorkParameters& work) {
  const double pension = woman ? work.retirement_age_women_years : work.retirement_age_men_years;
  if (age < agents::adult_age) return 0;
  const double share = age < 22   ? 0.70
                       : age < 25 ? 0.82
                       : age < 55 ? (woman ? 0.86 : 0.95)
                       : age < pension ? (woman ? 0.62 : 0.80)
                       : age < 75 ? 0.01  // nearly all retire within a year (work.retirement_per_month)
                                  : 0;
  return share / (1 - share);
}

struct Runner {
  double time = 0;
  std::uint64_t serial = 0;
  Row row = 0;
  friend bool operator<(const Runner& a, const Runner& b) {
    return a.time != b.time ? a.time < b.time : a.serial < b.serial;
  }
};

// The n first of a race in which everyone starts with a keyed exponential time
// over a weight: a weighted sample without replacement. The rest stays in `field`.
std::vector<Runner> first_of(std::vector<Runner>& field, std::int64_t n, const SynthesisPlan& plan, std::uint64_t what,
                             auto&& weight_of) {
  std::erase_if(field, [&](Runner& runner) {
    const double weight = weight_of(runner.row);
    runner.time = weight > 0 ? -agents::exact_log(uniform(plan, what, runner.serial)) / weight : -1;
    return weight <= 0;
  });
  const auto count = std::min(field.size(), static_cast<std::size_t>(std::max<std::int64_t>(0, n)));
  std::nth_element(field.begin(), field.begin() + static_cast<std::ptrdiff_t>(count), field.end());
  std::vector<Runner> chosen(field.begin(), field.begin() + static_cast<std::ptrdiff_t>(count));
  field.erase(field.begin(), field.begin() + static_cast<std::ptrdiff_t>(count));
  return chosen;
}

// Posts of one block and region still to be filled.
struct OpenPosts {
  std::array<std::int64_t, agents::max_sectors> left{};
  std::int64_t total = 0;
};

OpenPosts open_posts(const SynthesisPlan& plan, const Grid<std::int64_t>& posts, int index, int region, std::uint64_t salt) {
  OpenPosts open;
  for (int s = 0; s < posts.columns(); ++s) {
    const auto cell = static_cast<std::uint64_t>(region * posts.columns() + s) + salt;
    const std::int64_t n = dealt(posts(region, s), index, plan.n_blocks, keyed_bits(plan.key(deal_work), cell));
    open.left[static_cast<std::size_t>(s)] = n;
    open.total += n;
  }
  return open;
}

// A post for an employee: by what is left, what the level is accepted for, and
// the own field.
void take_post(Block& block, const SynthesisPlan& plan, Row row, OpenPosts& open, bool commutes, double own_pull) {
  const int n_sectors = plan.country->n_sectors();
  const int skill = block.skill_class(row);
  const auto level = static_cast<std::size_t>(agents::level_of_skill(skill));
  std::array<double, agents::max_sectors> up_to{};
  double run = 0;
  for (int s = 0; s < n_sectors; ++s) {
    const auto sector = static_cast<std::size_t>(s);
    const double fit = plan.country->sectors[sector].acceptability[level] + 1e-3;
    run += static_cast<double>(open.left[sector]) * fit * (is_own_specialty(*plan.country, skill, s) ? own_pull : 1);
    up_to[sector] = run;
  }
  const double draw = uniform(plan, sector_choice, block.serial[row]) * run;
  int s = 0;
  while (s < n_sectors - 1 && draw >= up_to[static_cast<std::size_t>(s)]) ++s;
  while (open.left[static_cast<std::size_t>(s)] == 0) s = (s + 1) % n_sectors;
  --open.left[static_cast<std::size_t>(s)];
  --open.total;
  block.post[row] = static_cast<std::uint8_t>(s | (commutes ? agents::post::commutes : 0));
  block.set_labour(row, is_own_specialty(*plan.country, skill, s) ? LabourState::employed_own : LabourState::employed_other);
}

}  // namespace

void give_work(Block& block, const SynthesisPlan& plan, int index, int region) {
  const auto& work = plan.scenario->parameters.work;
  const auto r = static_cast<std::size_t>(region);
  const agents::Month now = plan.start - 1;
  auto is_woman = [&](Row row) { return block.has(row, agents::status::female); };
  std::vector<Runner> field;
  for (int i = 0; i < block.n_rows(); ++i) {
    const auto row = static_cast<Row>(i);
    if (block.region[row] != region || block.labour(row) == LabourState::student) continue;
    const int age = block.age(row, now);
    if (age < agents::adult_age) continue;
    const double pension = is_woman(row) ? work.retirement_age_women_years : work.retirement_age_men_years;
    block.set_labour(row, age >= pension ? LabourState::retired : LabourState::outside);
    field.push_back(Runner{.serial = block.serial[row], .row = row});
  }
  auto deal = [&](std::int64_t total, std::uint64_t salt) {
    return dealt(total, index, plan.n_blocks, keyed_bits(plan.key(deal_work), salt + r));
  };
  OpenPosts home = open_posts(plan, plan.employees, index, region, 1000);
  OpenPosts hub = open_posts(plan, plan.commuters, index, region, 2000);
  const std::int64_t n_unemployed = deal(plan.unemployed[r], 3000), n_informal = deal(plan.informal[r], 4000);
  std::vector<Runner> in_force =
      first_of(field, home.total + hub.total + n_unemployed + n_informal, plan, force,
               [&](Row row) { return force_weight(block.age(row, now), is_woman(row), work); });
  const std::vector<Runner> unemployed = first_of(in_force, n_unemployed, plan, status_race, [&](Row row) {
    return block.age(row, now) < 29 ? 1.5 : 1.0;
  });
  for (const Runner& runner : unemployed) block.set_labour(runner.row, LabourState::unemployed);
  const std::vector<Runner> informal = first_of(in_force, n_informal, plan, informal_race, [&](Row row) {
    const int level = agents::level_of_skill(block.skill_class(row));
    return level == 2 ? 0.4 : level == 1 ? 1.0 : 1.6;
  });
  for (const Runner& runner : informal) block.set_labour(runner.row, LabourState::informal);
  for (Runner& runner : in_force) runner.time = uniform(plan, order, runner.serial);
  std::sort(in_force.begin(), in_force.end());
  const double own_pull = agents::exact_exp(plan.scenario->parameters.synthesis.own_field_preference);
  for (const Runner& runner : in_force) {
    const std::int64_t open = home.total + hub.total;
    if (open == 0) {
      block.set_labour(runner.row, LabourState::outside);
      continue;
    }
    const bool commutes = uniform(plan, commuting, runner.serial) * static_cast<double>(open) < static_cast<double>(hub.total);
    take_post(block, plan, runner.row, commutes ? hub : home, commutes, own_pull);
  }
}

void bind_families(Block& block, const SynthesisPlan& plan, std::span<const Family> families) {
  for (const Family& family : families) {
    const Row head = head_of_family(block, family);
    if (family.is_couple) {
      block.set(family.members[0], agents::status::partnered, true);
      block.set(family.members[1], agents::status::partnered, true);
    }
    for (const Row row : family.members) {
      if (row != head) agents::join(block, row, head);
    }
    block.set(head, agents::status::head, true);
    const auto region = block.region[head];
    const bool came_lately = block.region[head] != block.registered[head];
    const double owns = came_lately ? 1 - plan.country->mover_renting_share[region] : plan.country->owner_share[region];
    block.set(head, agents::status::owner, uniform(plan, tenure, block.serial[head]) < owns);
  }
}

void synthesise_block(Block& block, const SynthesisPlan& plan, int index) {
  std::vector<Family> families;
  for (int region = 0; region < plan.country->n_regions(); ++region) {
    const auto [first, last] = make_people(block, plan, index, region);
    give_homes(block, plan, first, last, region);
    give_education(block, plan, first, last);
    std::vector<Family> here = make_families(block, plan, index, region, first, last);
    send_away(block, plan, region, here);
    std::move(here.begin(), here.end(), std::back_inserter(families));
  }
  for (int region = 0; region < plan.country->n_regions(); ++region) give_work(block, plan, index, region);
  bind_families(block, plan, families);
  settle_students(block, plan);
}

}  // namespace world
