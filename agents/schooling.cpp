#include "agents/schooling.hpp"

#include "agents/household.hpp"
#include "agents/study.hpp"

namespace agents {

namespace {

void enter_labour_force(Block& block, Row row, const Signals& signals, const Chance& chance) {
  const std::size_t sex = block.has(row, status::female);
  const bool works =
      block.age(row, chance.month) >= working_age &&
      chance.happens(Purpose::participation, block.serial[row], signals.schooling.participates[block.region[row]][sex]);
  block.set_labour(row, works ? Labour::unemployed : Labour::outside);
}

void drop_out(Block& block, Tally& tally, Row row, const Signals& signals, const Chance& chance) {
  const auto what = static_cast<std::size_t>(block.study_class(row));
  ++tally.study_dropped[place_of_study(block, row, signals.schooling.hub)][what];
  leave_study(block, row, block.skill_class(row));
  enter_labour_force(block, row, signals, chance);
}

// A student at school until September of `year`: a leaver of grade 9, or a
// graduate of a college who waits for a university.
void begin_school(Block& block, Tally& tally, Row row, int year) {
  block.skill[row] &= skill::class_mask;
  block.post[row] = study_end(year);
  block.set_labour(row, Labour::student);
  ++tally.study_begun[block.region[row]][0];
}

// The partner enterprise keeps a post of the graduate's own specialty for the next settlement.
void bind(Block& block, Tally& tally, Row row, int field, const Signals& signals, const Chance& chance) {
  const auto& up_to = signals.schooling.partner_up_to[block.region[row]][static_cast<std::size_t>(field)];
  const auto number = static_cast<std::uint32_t>(chance.bits(Purpose::partner_sector, block.serial[row]) >> 32);
  if (up_to[static_cast<std::size_t>(signals.n_sectors - 1)] == 0) return;  // no sector is the field's own
  int sector = 0;
  while (sector < signals.n_sectors - 1 && number >= up_to[static_cast<std::size_t>(sector)]) ++sector;
  const int end = year_of(chance.month) + bond_years;
  block.set_labour(row, Labour::unemployed);
  block.post[row] = static_cast<std::uint8_t>(sector | post::promised);
  block.skill[row] |= static_cast<std::uint8_t>(skill::bonded | (end & 3) << skill::bond_end_shift);
  ++tally.dual_hires[block.region[row]];
}

void graduate(Block& block, Tally& tally, Row row, const Signals& signals, const Chance& chance) {
  const std::uint64_t serial = block.serial[row];
  const int attained = block.study_class(row);
  const bool is_dual = (block.skill[row] & skill::dual) != 0;
  const bool had_school_only = block.skill_class(row) == 0;
  ++tally.study_ended[place_of_study(block, row, signals.schooling.hub)][static_cast<std::size_t>(attained)];
  leave_study(block, row, attained);
  if (is_dual && chance.happens(Purpose::dual_hire, serial, signals.schooling.dual_hire)) {
    bind(block, tally, row, field_of_skill(attained), signals, chance);
    if (block.is_bonded(row)) return;
  }
  if (level_of_skill(attained) == 1 && had_school_only &&
      chance.happens(Purpose::study_on, serial, signals.schooling.studies_on)) {
    begin_school(block, tally, row, year_of(chance.month));
    return;
  }
  enter_labour_force(block, row, signals, chance);
}

void end_courses_and_bonds(Block& block, Tally& tally, const Signals& signals, const Chance& chance) {
  const int year = year_of(chance.month);
  for (int i = 0; i < block.n_rows(); ++i) {
    const auto row = static_cast<Row>(i);
    if (block.is_student(row)) {
      if (block.is_enrolled(row) && block.study_ends_in(row, year)) graduate(block, tally, row, signals, chance);
    } else if ((block.skill[row] & skill::bonded) != 0 && block.skill[row] >> skill::bond_end_shift == (year & 3)) {
      block.release_bond(row);
    }
  }
}

}  // namespace

void citizens_study(Block& block, Tally& tally, std::span<const Due> due, const Signals& signals,
                    const Chance& chance) {
  for (const Due& one : due) {
    if (!one.rang(Risk::leave_work) || !block.is_enrolled(one.row)) continue;
    if (static_cast<Labour>(one.status & status::labour_mask) != Labour::student) continue;
    const Row row = one.row;
    const std::uint8_t how = block.skill[row];
    const bool without_bed = (how & skill::away) != 0 && (how & skill::in_dormitory) == 0;
    const std::size_t place = place_of_study(block, row, signals.schooling.hub);
    const std::size_t level = (how & skill::degree_student) != 0;
    if (is_due(chance, Risk::leave_work, block.serial[row], signals.schooling.drop_out[level][place][without_bed])) {
      drop_out(block, tally, row, signals, chance);
    }
  }
  if (calendar_month_of(chance.month) == graduation_month) end_courses_and_bonds(block, tally, signals, chance);
}

namespace {

// What an application says of its citizen: the stage, and whether bound to home.
constexpr std::uint8_t stage_mask = 3, bound_to_home = 4;

constexpr int no_stage = -1;

int stage_of(const Block& block, Row row, Month now) {
  const Labour state = block.labour(row);
  if (state == Labour::outside) {
    const int age = block.age(row, now);
    const bool leaves_grade_9 = age == grade_9_age || age == grade_9_age + 1;  // the second: came or left late
    return leaves_grade_9 && block.skill_class(row) == 0 ? static_cast<int>(Stage::after_grade_9) : no_stage;
  }
  if (state != Labour::student || block.is_enrolled(row) || !block.study_ends_in(row, year_of(now))) return no_stage;
  return static_cast<int>(block.skill_class(row) == 0 ? Stage::after_grade_11 : Stage::after_college);
}

// Grade 10, or from school to work.
void go_without(Block& block, Tally& tally, Row row, Stage stage, const Signals& signals, const Chance& chance) {
  if (stage == Stage::after_grade_9) {
    begin_school(block, tally, row, year_of(chance.month) + grade_10_years);
    return;
  }
  ++tally.study_ended[block.region[row]][0];
  leave_study(block, row, block.skill_class(row));
  enter_labour_force(block, row, signals, chance);
}

// Draws the option of a leaver and appends an application for it; false for the way without.
bool apply(const Block& block, Row row, std::uint8_t kind, StudyRound round, std::vector<Application>& applications,
           PriorityHistogram& histogram, const Signals& signals, const Chance& chance) {
  const std::uint64_t serial = block.serial[row];
  const auto nth = static_cast<std::uint64_t>(round);
  const StudyChoices& choices = signals.schooling.choices[static_cast<std::size_t>(round)];
  const int option = choices.drawn(kind & stage_mask, (kind & bound_to_home) != 0, block.region[row],
                                   chance.bits(Purpose::study_choice, serial, nth));
  if (option == 0) return false;
  const Application application{.priority = priority_of(chance.bits(Purpose::study_priority, serial, nth), 1),
                                .serial = serial,
                                .row = row,
                                .cell = static_cast<std::uint16_t>(option - 1),
                                .kind = kind};
  histogram.count(application);
  applications.push_back(application);
  return true;
}

// A student at a place far from home lives there, alone.
void move_to_study(Block& block, Tally& tally, Row row, std::uint8_t place, Month now) {
  if (block.next[row] != row) leave_household(block, row, false, now);
  block.set(row, status::owner, false);
  ++tally.study_moves[block.region[row]][place];
  ++tally.moves[block.region[row]][place];
  block.region[row] = place;
  block.moved[row] = static_cast<std::uint16_t>(now);
  block.refresh_registration(row);
}

void begin_study(Block& block, Tally& tally, Row row, const Application& application, bool is_dual,
                 const Signals& signals, Month now) {
  const auto stage = static_cast<Stage>(application.kind & stage_mask);
  const auto place = static_cast<std::uint8_t>(application.cell / n_programmes);
  const int what = application.cell % n_programmes + 1;
  const std::size_t level = level_of_skill(what) == 2;
  if (stage != Stage::after_grade_9) ++tally.study_ended[block.region[row]][0];
  const bool is_home = place == block.region[row];
  const bool is_in_hub = !is_home && signals.schooling.hub[block.region[row]] == place;
  const bool is_away = !is_home && !is_in_hub;
  if (is_away) move_to_study(block, tally, row, place, now);
  const int years = signals.schooling.years[static_cast<std::size_t>(stage)][static_cast<std::size_t>(what)];
  block.post[row] = static_cast<std::uint8_t>(field_of_skill(what) | study_end(year_of(now) + years) |
                                              (is_in_hub ? study::in_hub : 0));
  block.skill[row] =
      static_cast<std::uint8_t>((block.skill[row] & skill::class_mask) | (level != 0 ? skill::degree_student : 0) |
                                (is_dual ? skill::dual : 0) | (is_away ? skill::away : 0));
  block.set_labour(row, Labour::student);
  ++tally.study_begun[place][static_cast<std::size_t>(what)];
}

}  // namespace

void leavers_choose(Block& block, Tally& tally, std::vector<Application>& applications, PriorityHistogram& histogram,
                    const Signals& signals, const Chance& chance) {
  for (int i = 0; i < block.n_rows(); ++i) {
    const auto row = static_cast<Row>(i);
    const int stage = stage_of(block, row, chance.month);
    if (stage == no_stage) continue;
    const bool leads_others = block.has(row, status::head) && block.next[row] != row;
    const bool is_bound = leads_others || block.has(row, status::partnered);
    const auto kind = static_cast<std::uint8_t>(stage | (is_bound ? bound_to_home : 0));
    if (apply(block, row, kind, StudyRound::first, applications, histogram, signals, chance)) {
      const std::uint16_t cell = applications.back().cell;
      ++tally.study_applicants[cell / n_programmes][cell % n_programmes];
    } else {
      go_without(block, tally, row, static_cast<Stage>(stage), signals, chance);
    }
  }
}

void places_of_study_are_taken(Block& block, Tally& tally, std::span<const Application> applications, const Cut& cut,
                               const Cut& dual, StudyRound round, std::vector<Application>& again,
                               std::vector<Application>& bed_wishes, PriorityHistogram& histogram,
                               PriorityHistogram& bed_histogram, const Signals& signals, const Chance& chance) {
  for (const Application& application : applications) {
    const Row row = application.row;
    if (!cut.serves(application)) {
      const bool chooses_again = round == StudyRound::first && apply(block, row, application.kind, StudyRound::second,
                                                                     again, histogram, signals, chance);
      if (!chooses_again) {
        go_without(block, tally, row, static_cast<Stage>(application.kind & stage_mask), signals, chance);
      }
      continue;
    }
    begin_study(block, tally, row, application, dual.serves(application), signals, chance.month);
    if ((block.skill[row] & skill::away) == 0) continue;
    const Application wish{.priority = priority_of(chance.bits(Purpose::bed, application.serial), 1),
                           .serial = application.serial,
                           .row = row,
                           .cell = block.region[row]};
    bed_histogram.count(wish);
    bed_wishes.push_back(wish);
  }
}

void beds_are_taken(Block& block, std::span<const Application> wishes, const Cut& cut) {
  for (const Application& wish : wishes) {
    if (cut.serves(wish)) block.skill[wish.row] |= skill::in_dormitory;
  }
}

}  // namespace agents
