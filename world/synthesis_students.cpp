// Schooling of the population at the start: what adults have learnt, who
// studies what in which year, and where.
#include <algorithm>

#include "agents/household.hpp"
#include "agents/schooling.hpp"
#include "agents/study.hpp"
#include "world/schooling.hpp"
#include "world/synthesis.hpp"

namespace world {

using agents::Block;
using agents::keyed_bits;
using agents::Row;
using agents::uniform_of;

namespace {

// Kinds of draws, apart from those of synthesis.cpp.
enum : std::uint64_t { education = 205, field, place = 400, bed, dual, late, late_year };

double uniform(const SynthesisPlan& plan, std::uint64_t what, std::uint64_t serial) {
  return uniform_of(keyed_bits(plan.key(what), serial));
}

/// The year of the last intake before the start.
int last_intake_year(const SynthesisPlan& plan) {
  const agents::Month last = plan.start - 1;
  return agents::year_of(last) - (agents::calendar_month_of(last) < agents::intake_month ? 1 : 0);
}

/// Septembers since the one in which the citizen could leave grade 9; negative for children.
int years_since_grade_9(const Block& block, const SynthesisPlan& plan, Row row) {
  const agents::Month intake = agents::month_of(last_intake_year(plan), agents::intake_month);
  const int months = intake - block.born[row];
  return months < 12 * agents::grade_9_age ? -1 : months / 12 - agents::grade_9_age;
}

/// Ways through schooling of the young, drawn from one number.
enum class Way { college_after_9, college_after_11, university, neither };

Way way_of(const StudentsPlan& students, std::size_t region, double draw) {
  draw -= students.college_after_9[region];
  if (draw < 0) return Way::college_after_9;
  draw -= students.college_after_11[region];
  if (draw < 0) return Way::college_after_11;
  return draw < students.university[region] ? Way::university : Way::neither;
}

void study(Block& block, const SynthesisPlan& plan, Row row, int level, int subject, int end_year) {
  const double dual_share = plan.scenario->parameters.schooling.dual_seat_share;
  const bool is_dual = level == 1 && uniform(plan, dual, block.serial[row]) < dual_share;
  block.set_labour(row, agents::Labour::student);
  block.post[row] = static_cast<std::uint8_t>(subject | agents::study_end(end_year));
  block.skill[row] =
      static_cast<std::uint8_t>((level == 2 ? agents::skill::degree_student : 0) | (is_dual ? agents::skill::dual : 0));
}

// The young: pupils, students of their year, or out of school with what they have.
void give_youth(Block& block, const SynthesisPlan& plan, Row row, int years, std::size_t region) {
  const auto& p = plan.scenario->parameters.schooling;
  const std::uint64_t serial = block.serial[row];
  const Way way = way_of(plan.students, region, uniform(plan, education, serial));
  const int level = way == Way::university ? 2 : 1;
  const int subject =
      agents::field_from(plan.field_up_to[static_cast<std::size_t>(level)], keyed_bits(plan.key(field), serial));
  const int now = last_intake_year(plan);
  const bool is_technical = subject <= 3;
  const int began = way == Way::college_after_9 ? now - years : now - years + agents::grade_10_years;
  const int lasts =
      static_cast<int>(way == Way::college_after_9 ? is_technical ? p.college_years_technical : p.college_years_other
                       : way == Way::university    ? p.university_years
                                                   : p.college_years_after_grade_11);
  // In grade 10 or 11; who is too young for a post stays there for another year.
  const bool is_child = block.age(row, plan.start - 1) < agents::adult_age;
  if (began > now || (way == Way::neither && (years < agents::grade_10_years || is_child))) {
    block.set_labour(row, agents::Labour::student);
    block.post[row] = agents::study_end(std::max(now + 1, now - years + agents::grade_10_years));
  } else if (way == Way::neither) {
    block.skill[row] = 0;
  } else if (began + lasts > now) {
    study(block, plan, row, level, subject, began + lasts);
  } else {
    block.skill[row] = static_cast<std::uint8_t>(agents::skill_of(level, subject));
  }
}

}  // namespace

void give_education(Block& block, const SynthesisPlan& plan, int first, int last) {
  constexpr int years_of_youth = 6;  // to the end of a university, from grade 9
  constexpr int late_cohorts = 3;
  const double vocational = plan.scenario->parameters.synthesis.vocational_share_of_adults;
  for (int i = first; i < last; ++i) {
    const auto row = static_cast<Row>(i);
    const int years = years_since_grade_9(block, plan, row);
    const auto region = block.registered[row];
    if (years < 0) continue;
    if (years < years_of_youth) {
      give_youth(block, plan, row, years, region);
      continue;
    }
    const std::uint64_t serial = block.serial[row];
    if (years < years_of_youth + late_cohorts && uniform(plan, late, serial) < plan.students.late[region]) {
      const auto all_years = static_cast<int>(plan.scenario->parameters.schooling.university_years);
      const int left = 1 + static_cast<int>(uniform(plan, late_year, serial) * all_years);
      study(block, plan, row, 2, agents::field_from(plan.field_up_to[2], keyed_bits(plan.key(field), serial)),
            last_intake_year(plan) + left);
      continue;
    }
    const double draw = uniform(plan, education, serial);
    const double higher = plan.higher_share(region, block.age(row, plan.start - 1));
    const double rest = draw < higher ? 0 : (draw - higher) / std::max(1e-12, 1 - higher);
    const int level = draw < higher ? 2 : rest < vocational ? 1 : 0;
    const auto& up_to = plan.field_up_to[static_cast<std::size_t>(level)];
    const int f = level > 0 ? agents::field_from(up_to, keyed_bits(plan.key(field), serial)) : 0;
    block.skill[row] = static_cast<std::uint8_t>(agents::skill_of(level, f));
  }
}

namespace {

// Chance that a student who was born elsewhere came to study. Only they can have come, and keep the home they have,
// so that birthplaces stay as the tables have them.
double chance_away(const SynthesisPlan& plan, std::size_t region, double away) {
  const double born_elsewhere = plan.born_elsewhere_adult[region];
  return born_elsewhere > 0 ? std::min(1.0, away / born_elsewhere) : 0;
}

// Came from elsewhere to study: lives alone.
void live_away(Block& block, const SynthesisPlan& plan, Row row) {
  const std::size_t region = block.region[row];
  if (block.next[row] != row) agents::leave_household(block, row, false, plan.start - 1);
  block.set(row, agents::status::owner, false);
  const bool has_bed = uniform(plan, bed, block.serial[row]) < plan.students.bed_share[region];
  block.skill[row] |= static_cast<std::uint8_t>(agents::skill::away | (has_bed ? agents::skill::in_dormitory : 0));
}

}  // namespace

void settle_students(Block& block, const SynthesisPlan& plan) {
  for (int i = 0; i < block.n_rows(); ++i) {
    const auto row = static_cast<Row>(i);
    if (!block.is_enrolled(row)) continue;
    const std::size_t level = (block.skill[row] & agents::skill::degree_student) != 0;
    const std::size_t region = block.region[row];
    const double draw = uniform(plan, place, block.serial[row]);
    const double in_hub = plan.students.in_hub[level][region];
    const bool is_born_elsewhere = block.home[row] != block.region[row];
    const double away = is_born_elsewhere ? chance_away(plan, region, plan.students.away[level][region]) : 0;
    const bool leads_others = block.has(row, agents::status::head) && block.next[row] != row;
    if (draw < in_hub) {
      block.post[row] |= agents::study::in_hub;
    } else if (draw < in_hub + away && !leads_others && !block.has(row, agents::status::partnered)) {
      live_away(block, plan, row);
    }
  }
}

}  // namespace world
