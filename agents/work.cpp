#include "agents/work.hpp"

#include <algorithm>
#include <array>

namespace agents {

namespace {

// kind of an application: class in the low two bits, then whether it is in the hub.
constexpr std::uint8_t in_hub = 4;
// Who moved with a post in hand stands before everybody else. The mark stands in `kind` until priorities are made.
constexpr double promised_weight = 1e6;
constexpr std::uint8_t promised_mark = 0x80;

std::uint8_t region_of_post(const Block& block, Row row, const WorkSignals& signals) {
  return (block.post[row] & post::commutes) != 0 ? signals.hub[block.region[row]] : block.region[row];
}

void leave_labour_force(Block& block, Row row, Month now, const WorkSignals& signals) {
  const std::size_t sex = block.has(row, status::female);
  const auto age = static_cast<std::size_t>(block.age(row, now));
  const bool of_age = signals.exit[sex][age] >= signals.exit[sex][n_ages - 1];
  block.set_labour(row, of_age ? Labour::retired : Labour::outside);
  block.post[row] = 0;
  block.release_bond(row);
}

}  // namespace

void citizens_leave_work(Block& block, Tally& tally, std::span<const Due> due, const WorkSignals& signals,
                         const Chance& chance) {
  for (const Due& one : due) {
    if (!one.rang(Risk::leave_work) || block.is_empty(one.row)) continue;
    const Row row = one.row;
    const Labour state = block.labour(row);
    const std::size_t sex = block.has(row, status::female);
    const auto age = static_cast<std::size_t>(block.age(row, chance.month));
    const Threshold exit = signals.exit[sex][age];
    if (state == Labour::outside) {  // pensioners who were not at work
      if (exit > 0 && exit >= signals.exit[sex][n_ages - 1]) block.set_labour(row, Labour::retired);
      continue;
    }
    // Who was drawn for a state must still be in it: a leaver of school starts next month.
    if (static_cast<Labour>(one.status & status::labour_mask) != state) continue;
    Threshold loss = 0;
    if (is_employed(state)) {
      loss = signals.separation[region_of_post(block, row, signals)][static_cast<std::size_t>(block.sector(row))];
    } else if (state == Labour::informal) {
      loss = signals.informal_exit;
    } else if (state != Labour::unemployed) {
      continue;
    }
    const std::uint64_t number = due_number(chance, Risk::leave_work, block.serial[row]);
    if (number < loss) {
      if (is_employed(state)) ++tally.separations[block.region[row]];
      block.set_labour(row, Labour::unemployed);
      block.post[row] = 0;
      block.release_bond(row);
    } else if (number < loss + exit) {
      leave_labour_force(block, row, chance.month, signals);
    }
  }
}

namespace {

struct Wish {
  std::uint8_t works = 0;  // region of the post
  std::uint8_t sector = 0;
  std::uint8_t kind = 0;
};

Wish draw_wish(const Block& block, Row row, const WorkSignals& signals, const Chance& chance, int n_sectors) {
  const std::uint64_t serial = block.serial[row];
  Wish wish{.works = block.region[row]};
  const std::uint8_t hub = signals.hub[wish.works];
  if (hub != nowhere && chance.happens(Purpose::commute, serial, signals.commute[wish.works])) {
    wish.works = hub;
    wish.kind = in_hub;
  }
  const auto skill_class = static_cast<std::size_t>(block.skill_class(row));
  const auto& up_to = signals.apply_up_to[wish.works][skill_class];
  const auto number = static_cast<std::uint32_t>(chance.bits(Purpose::sector, serial) >> 32);
  int sector = 0;  // over all lanes, so that the loop has a fixed length
  for (int s = 0; s < max_sectors; ++s) sector += (number >= up_to[static_cast<std::size_t>(s)]) & (s + 1 < n_sectors);
  wish.sector = static_cast<std::uint8_t>(sector);
  wish.kind =
      static_cast<std::uint8_t>(wish.kind | signals.applicant_class[skill_class][static_cast<std::size_t>(sector)]);
  return wish;
}

// Priorities from the draws that stand in their place, and their count. Apart
// from the loop that finds the applicants: logarithms of neighbours share
// vectors, and the histogram's cells, far apart in memory, are fetched together.
void rank(std::span<Application> applications, PriorityHistogram& histogram, const WorkSignals& signals) {
  constexpr std::size_t strip = 64;
  alignas(64) std::array<std::uint64_t, strip> number;
  alignas(64) std::array<double, strip> weight;
  for (std::size_t first = 0; first < applications.size(); first += strip) {
    const std::span<Application> here = applications.subspan(first, std::min(strip, applications.size() - first));
    for (std::size_t i = 0; i < here.size(); ++i) {
      number[i] = here[i].priority;
      weight[i] = (here[i].kind & promised_mark) != 0 ? promised_weight : signals.class_weight[here[i].kind & 3];
    }
    for (std::size_t i = 0; i < here.size(); ++i) number[i] = priority_of(number[i], weight[i]);
    for (std::size_t i = 0; i < here.size(); ++i) {
      here[i].kind = static_cast<std::uint8_t>(here[i].kind & ~promised_mark);
      if (here[i].cell == no_cell) continue;
      here[i].priority = number[i];
      histogram.count(here[i]);
    }
  }
}

}  // namespace

void citizens_seek_work(const Block& block, Tally& tally, std::vector<Application>& applications,
                        PriorityHistogram& histogram, std::span<const Due> due, const Signals& all,
                        const Chance& chance) {
  const WorkSignals& signals = all.work;
  const std::size_t n_before = applications.size();
  for (const Due& one : due) {
    if (!one.rang(Risk::search) || block.is_empty(one.row)) continue;
    const Row row = one.row;
    const Labour state = block.labour(row);
    if (static_cast<Labour>(one.status & status::labour_mask) != state) continue;
    const std::uint64_t serial = block.serial[row];
    const auto skill_class = static_cast<std::size_t>(block.skill_class(row));
    if (state == Labour::informal) {
      if (!is_due(chance, Risk::search, serial, signals.informal_search)) continue;
    } else if (state == Labour::employed_other) {
      if (skill_class == 0 || !is_due(chance, Risk::search, serial, signals.mismatched_search)) continue;
    } else if (state != Labour::unemployed) {
      continue;
    }
    const bool promised = state == Labour::unemployed && (block.post[row] & post::promised) != 0;
    Wish wish = draw_wish(block, row, signals, chance, all.n_sectors);
    if (promised) {
      wish.works = block.region[row];
      wish.sector = static_cast<std::uint8_t>(block.sector(row));
      wish.kind = signals.applicant_class[skill_class][wish.sector];
    }
    ++tally.applicants[block.region[row]];
    const bool own = signals.is_own[skill_class][wish.sector];
    const bool changes_for_less = state == Labour::employed_other && !own;
    const bool accepts =
        promised || (!changes_for_less &&
                     chance.happens(Purpose::acceptance, serial, signals.accept[wish.works][skill_class][wish.sector]));
    Application application{.serial = serial, .row = row, .cell = no_cell, .kind = wish.kind};
    if (accepts) {
      const std::size_t applicant_class = wish.kind & 3;
      application.cell = static_cast<std::uint16_t>(wish.works * all.n_sectors + wish.sector);
      application.priority = chance.bits(Purpose::priority, serial);
      if (promised) application.kind |= promised_mark;
      ++tally.applications[wish.works][wish.sector * n_classes + applicant_class];
    } else if (state != Labour::unemployed) {
      continue;
    }
    applications.push_back(application);
  }
  rank(std::span(applications).subspan(n_before), histogram, signals);
}

void posts_are_taken(Block& block, Tally& tally, std::span<const Application> applications, const Cut& cut,
                     const Signals& all, const Chance& chance) {
  const WorkSignals& signals = all.work;
  for (const Application& application : applications) {
    const Row row = application.row;
    const Labour state = block.labour(row);
    if (application.cell != no_cell && cut.serves(application)) {
      const std::size_t sector = application.cell % static_cast<unsigned>(all.n_sectors);
      const std::size_t works = application.cell / static_cast<unsigned>(all.n_sectors);
      const auto skill_class = static_cast<std::size_t>(block.skill_class(row));
      ++tally.hires[works][sector * n_classes + (application.kind & 3)];
      if (state == Labour::informal) ++tally.hires_of_informal[block.region[row]];
      if (state == Labour::unemployed) ++tally.hires_of_unemployed[block.region[row]];
      if ((application.kind & in_hub) != 0) ++tally.hires_in_hub[block.region[row]];
      block.set_labour(row, signals.is_own[skill_class][sector] ? Labour::employed_own : Labour::employed_other);
      block.post[row] = static_cast<std::uint8_t>(sector | ((application.kind & in_hub) != 0 ? post::commutes : 0));
    } else if (state == Labour::unemployed) {
      block.post[row] = 0;
      block.release_bond(row);  // the enterprise had no post after all
      if (chance.happens(Purpose::quick_income, application.serial, signals.quick_income[block.region[row]])) {
        block.set_labour(row, Labour::informal);
        ++tally.quick_income[block.region[row]];
      }
    }
  }
}

}  // namespace agents
