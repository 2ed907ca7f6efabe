#include "agents/schooling.hpp"

namespace agents {

namespace {

void finish_school(Block& block, Row row, int level, const SchoolingSignals& signals, const Chance& chance) {
  const std::uint64_t serial = block.serial[row];
  const int field = level > 0 ? signals.field(level, chance.bits(Purpose::field, serial)) : 0;
  block.skill[row] = static_cast<std::uint8_t>(skill_of(level, field));
  const std::size_t sex = block.has(row, status::female);
  const bool works = chance.happens(Purpose::participation, serial, signals.participates[block.region[row]][sex]);
  block.set_labour(row, works ? Labour::unemployed : Labour::outside);
}

}  // namespace

void citizens_study(Block& block, std::span<const Due> due, const SchoolingSignals& signals, const Chance& chance) {
  for (const Due& one : due) {
    if (!one.rang(Risk::leave_work) || block.is_empty(one.row)) continue;
    const Row row = one.row;
    const Labour state = block.labour(row);
    const int age = block.age(row, chance.month);
    if (state == Labour::outside && age == pupil_age) {
      block.set_labour(row, Labour::student);
    } else if (state == Labour::student && age >= school_leaving_age) {
      const std::uint64_t serial = block.serial[row];
      const bool for_degree = (block.skill[row] & skill::degree_student) != 0;
      if (for_degree) {
        if (age >= signals.graduation_age) finish_school(block, row, 2, signals, chance);
        continue;
      }
      const std::uint8_t home = block.home[row] == nowhere ? block.region[row] : block.home[row];
      if (chance.happens(Purpose::schooling, serial, signals.higher[home])) {
        block.skill[row] |= skill::degree_student;
      } else {
        const bool vocational = fires(chance.bits(Purpose::schooling, serial, 1), signals.vocational);
        finish_school(block, row, vocational ? 1 : 0, signals, chance);
      }
    }
  }
}

}  // namespace agents
