#include "agents/tally.hpp"

#include <algorithm>
#include <cstring>

#include "agents/flags.hpp"

namespace agents {

void add(Tally& sum, const Tally& part) {
  const auto from = counts_of(part);
  const auto to = counts_of(sum);
  for (std::size_t i = 0; i < to.size(); ++i) to[i] += from[i];
}

std::span<Count> counts_of(Tally& tally) { return {reinterpret_cast<Count*>(&tally), sizeof(Tally) / sizeof(Count)}; }
std::span<const Count> counts_of(const Tally& tally) {
  return {reinterpret_cast<const Count*>(&tally), sizeof(Tally) / sizeof(Count)};
}

namespace {

// Histograms of one block, in 16 bits (a block has fewer rows), small enough
// for the first-level cache together. What most rows have goes to a few cells
// that nobody reads, in turn, so that neighbours do not wait for each other's
// store; of what every row has there are four copies for the same reason.
constexpr unsigned n_copies = 4, n_aside = 8;
constexpr unsigned n_kinds = 64;
constexpr unsigned n_posts = 32, n_studies = 256, n_held = n_posts + n_studies;
constexpr unsigned homes_aside = max_regions * n_kinds, held_aside = max_regions * n_held;
using Cell = std::uint16_t;
struct Histograms {
  std::array<std::array<Cell, max_regions * n_kinds>, n_copies> kinds{};  // [region × kind of status]
  std::array<Cell, homes_aside + n_aside> homes{};                        // [region × home], who lives elsewhere
  std::array<Cell, held_aside + n_aside> held{};                          // [region × post of an employee, or study]
};

// The bits of the status byte that are counted, side by side: labour, head, owner, unregistered.
constexpr unsigned kind_of_status(unsigned status) {
  return (status & 7) | ((status >> 1) & 8) | ((status >> 2) & 0x30);
}
constexpr unsigned head_kind = 8, owner_kind = 16, unregistered_kind = 32;
constexpr unsigned home_abroad = nowhere & (n_kinds - 1);

// The bits of a student that are counted: field, in the hub, and the upper half of the skill byte.
constexpr unsigned study_of(unsigned post, unsigned skill) {
  return (post & study::field_mask) | ((post >> 3) & 8) | (skill & 0xf0);
}
constexpr unsigned study_in_hub = study::in_hub >> 3;

void count_rows(Histograms& histograms, const Block& block) {
  constexpr int strip = 256;
  alignas(64) std::array<Cell, strip> kind, home, held;
  const int n_rows = block.n_rows();
  for (int first = 0; first < n_rows; first += strip) {
    const int n = std::min(strip, n_rows - first);
    const std::uint8_t* region = block.region + first;
    const std::uint8_t* state = block.status + first;
    const std::uint8_t* from = block.home + first;
    const std::uint8_t* post = block.post + first;
    const std::uint8_t* skill = block.skill + first;
    // Loops without a jump, columns read whatever the state, so that each vectorises.
    for (int i = 0; i < n; ++i) {
      const unsigned place = region[i] & (max_regions - 1u);
      const auto at = static_cast<std::size_t>(i);
      kind[at] = static_cast<Cell>(place * n_kinds + kind_of_status(state[i]));
      const auto elsewhere = static_cast<Cell>(place * n_kinds + (from[i] & (n_kinds - 1u)));
      const auto aside = static_cast<Cell>(homes_aside + static_cast<unsigned>(i) % n_aside);
      home[at] = from[i] == region[i] ? aside : elsewhere;
    }
    for (int i = 0; i < n; ++i) {
      const unsigned place = region[i] & (max_regions - 1u);
      const auto labour = static_cast<Cell>(state[i] & status::labour_mask);
      const auto of_post = static_cast<Cell>(place * n_held + (post[i] & (post::sector_mask | post::commutes)));
      const auto of_study = static_cast<Cell>(place * n_held + n_posts + study_of(post[i], skill[i]));
      const auto aside = static_cast<Cell>(held_aside + static_cast<unsigned>(i) % n_aside);
      const Cell of_any = labour == static_cast<Cell>(Labour::student) ? of_study : aside;
      const bool is_employee = (labour & 6) == static_cast<Cell>(Labour::employed_own);
      held[static_cast<std::size_t>(i)] = is_employee ? of_post : of_any;
    }
    for (std::size_t i = 0; i < static_cast<std::size_t>(n); ++i) {
      ++histograms.kinds[i % n_copies][kind[i]];
      ++histograms.homes[home[i]];
      ++histograms.held[held[i]];
    }
  }
}

// Calls see(cell − first, count) for the cells in first … first + n − 1 that are not empty; n is a multiple of 4.
template <class See>
void for_each_count(std::span<const Cell> cells, unsigned first, unsigned n, See&& see) {
  for (unsigned i = 0; i < n; i += 4) {
    std::uint64_t four = 0;
    std::memcpy(&four, cells.data() + first + i, sizeof(four));
    if (four == 0) continue;
    for (unsigned k = i; k < i + 4; ++k) {
      if (cells[first + k] != 0) see(k, Count{cells[first + k]});
    }
  }
}

void add_kinds(Tally& tally, std::span<const Cell> kinds, std::span<const Cell> homes, unsigned r) {
  Count at_home = 0;
  for_each_count(kinds, r * n_kinds, n_kinds, [&](unsigned kind, Count n) {
    if ((kind & 7) == static_cast<unsigned>(Labour::empty)) return;
    at_home += n;
    tally.people[r][kind & 7] += n;
    if (kind & head_kind) {
      tally.heads[r] += n;
      if (kind & owner_kind) tally.owners[r] += n;
    }
    (kind & unregistered_kind ? tally.unregistered : tally.registered)[r] += n;
  });
  for_each_count(homes, r * n_kinds, n_kinds, [&](unsigned home, Count n) {
    at_home -= n;
    tally.home[r][home == home_abroad ? unsigned{max_regions} : home] += n;
  });
  tally.home[r][r] += at_home;
}

void add_held(Tally& tally, std::span<const Cell> held, unsigned r, std::span<const std::uint8_t> hub) {
  for_each_count(held, r * n_held, n_posts, [&](unsigned post, Count n) {
    const bool commutes = (post & post::commutes) != 0;
    tally.posts_filled[commutes ? hub[r] : r][post & post::sector_mask] += n;
    if (commutes) tally.commuters[r] += n;
  });
  for_each_count(held, r * n_held + n_posts, n_studies, [&](unsigned study, Count n) {
    const std::size_t place = (study & study_in_hub) != 0 ? hub[r] : r;
    const int field = static_cast<int>(study & study::field_mask);
    const int leads_to = field == 0 ? 0 : skill_of((study & skill::degree_student) != 0 ? 2 : 1, field);
    tally.students[place][static_cast<std::size_t>(leads_to)] += n;
    if (study & skill::dual) tally.dual_students[place] += n;
    if (study & skill::away) tally.away_students[place] += n;
    if (study & skill::in_dormitory) tally.in_dormitory[place] += n;
  });
}

// Rows that need a look of their own: people registered elsewhere, and
// families that do not live together (there must be none).
void count_exceptions(Tally& tally, const Block& block) {
  const int n_rows = block.n_rows();
  const std::uint8_t* region = block.region;
  const Row* next = block.next;
  unsigned apart = 0;
  for (int row = 0; row < n_rows; ++row) apart |= static_cast<unsigned>(region[next[row]] ^ region[row]);
  for (int row = 0; row < n_rows && apart != 0; ++row) tally.split[region[row]] += region[next[row]] != region[row];
  static_assert(status::unregistered == 0x80);
  for_each_with_top_bit(block.status, n_rows, [&](Row row) {
    if (block.registered[row] == nowhere)
      ++tally.nowhere[region[row]];
    else
      ++tally.registered[block.registered[row]];
  });
}

}  // namespace

void count_stocks(Tally& tally, const Block& block, std::span<const std::uint8_t> hub) {
  Histograms histograms;
  count_rows(histograms, block);
  auto& kinds = histograms.kinds[0];
  for (std::size_t i = 0; i < kinds.size(); ++i) {
    kinds[i] = static_cast<Cell>(kinds[i] + histograms.kinds[1][i] + histograms.kinds[2][i] + histograms.kinds[3][i]);
  }
  for (unsigned r = 0; r < max_regions; ++r) {
    add_kinds(tally, kinds, histograms.homes, r);
    add_held(tally, histograms.held, r, hub);
  }
  count_exceptions(tally, block);
}

void count_work_by_skill(Tally& tally, const Block& block) {
  // Cells of [region × state × class], and a few for who neither works nor seeks work.
  constexpr unsigned n_states = 4, n_classes_of_skill = 16, n_cells = n_states * n_classes_of_skill;
  constexpr unsigned first_state = static_cast<unsigned>(Labour::unemployed), aside = max_regions * n_cells;
  constexpr int strip = 256;
  alignas(64) std::array<Cell, strip> cell;
  std::array<Cell, aside + n_aside> counts{};
  const int n_rows = block.n_rows();
  for (int first = 0; first < n_rows; first += strip) {
    const int n = std::min(strip, n_rows - first);
    const std::uint8_t* region = block.region + first;
    const std::uint8_t* state = block.status + first;
    const std::uint8_t* skill = block.skill + first;
    for (int i = 0; i < n; ++i) {
      const unsigned place = region[i] & (max_regions - 1u);
      const auto work = static_cast<Cell>((state[i] & status::labour_mask) - first_state);
      const auto here = static_cast<Cell>(place * n_cells + work * n_classes_of_skill + (skill[i] & skill::class_mask));
      const auto none = static_cast<Cell>(aside + static_cast<unsigned>(i) % n_aside);
      cell[static_cast<std::size_t>(i)] = work < n_states ? here : none;
    }
    for (std::size_t i = 0; i < static_cast<std::size_t>(n); ++i) ++counts[cell[i]];
  }
  for (unsigned r = 0; r < max_regions; ++r) {
    for_each_count(counts, r * n_cells, n_cells, [&](unsigned kind, Count n) {
      const std::size_t skill = kind % n_classes_of_skill;
      switch (static_cast<Labour>(first_state + kind / n_classes_of_skill)) {
        case Labour::employed_own:
          tally.own_by_skill[r][skill] += n;
          break;
        case Labour::employed_other:
          tally.other_by_skill[r][skill] += n;
          break;
        case Labour::informal:
          tally.informal_by_skill[r][skill] += n;
          break;
        default:
          tally.unemployed_by_skill[r][skill] += n;
          break;
      }
    });
  }
}

}  // namespace agents
