#include "agents/tally.hpp"

#include <algorithm>
#include <bit>
#include <cstring>

#include "agents/study.hpp"

namespace agents {

void add(Tally& sum, const Tally& part) {
  const auto from = counts_of(part);
  const auto to = counts_of(sum);
  for (std::size_t i = 0; i < to.size(); ++i) to[i] += from[i];
}

std::span<Count> counts_of(Tally& tally) {
  return {reinterpret_cast<Count*>(&tally), sizeof(Tally) / sizeof(Count)};
}
std::span<const Count> counts_of(const Tally& tally) {
  return {reinterpret_cast<const Count*>(&tally), sizeof(Tally) / sizeof(Count)};
}

namespace {

// Histograms of one block in 16 bits (a block has fewer rows), in four copies
// so that neighbours of the same kind do not wait for each other's store. Each
// cell is [region × 64 kinds].
constexpr int n_copies = 4, n_kinds = 64;
struct Histogram {
  std::array<std::array<std::uint16_t, max_regions * n_kinds>, n_copies> cells{};
  [[nodiscard]] Count at(std::size_t region, unsigned kind) const {
    Count sum = 0;
    for (const auto& copy : cells) sum += copy[region * n_kinds + kind];
    return sum;
  }
};

// The bits of the status byte that are counted, side by side: labour, head, owner, unregistered.
constexpr unsigned kind_of_status(unsigned status) { return (status & 7) | ((status >> 1) & 8) | ((status >> 2) & 0x30); }
constexpr unsigned head_kind = 8, owner_kind = 16, unregistered_kind = 32;
constexpr unsigned no_post = 32;       // kinds of posts: sector and commuting of employees, or none
constexpr unsigned home_abroad = nowhere & (n_kinds - 1);

void count_rows(Histogram& kinds, Histogram& homes, Histogram& posts, const Block& block) {
  constexpr int strip = 256;
  alignas(64) std::array<std::uint16_t, strip> kind, home, held;
  const int n_rows = block.n_rows();
  for (int first = 0; first < n_rows; first += strip) {
    const int n = std::min(strip, n_rows - first);
    const std::uint8_t* region = block.region + first;
    const std::uint8_t* state = block.status + first;
    const std::uint8_t* from = block.home + first;
    const std::uint8_t* post = block.post + first;
    for (int i = 0; i < n; ++i) {
      const unsigned place = (region[i] & (max_regions - 1u)) * n_kinds;
      const unsigned labour = state[i] & status::labour_mask;
      const bool employed = labour - static_cast<unsigned>(Labour::employed_own) <= 1;
      const auto at = static_cast<std::size_t>(i);
      kind[at] = static_cast<std::uint16_t>(place + kind_of_status(state[i]));
      home[at] = static_cast<std::uint16_t>(place + (from[i] & (n_kinds - 1u)));
      held[at] = static_cast<std::uint16_t>(place + (employed ? post[i] & (post::sector_mask | post::commutes) : no_post));
    }
    for (std::size_t i = 0; i < static_cast<std::size_t>(n); ++i) {
      ++kinds.cells[i % n_copies][kind[i]];
      ++homes.cells[i % n_copies][home[i]];
      ++posts.cells[i % n_copies][held[i]];
    }
  }
}

void add_kinds(Tally& tally, const Histogram& kinds, std::size_t r) {
  for (unsigned kind = 0; kind < n_kinds; ++kind) {
    const Count n = kinds.at(r, kind);
    if (n == 0 || (kind & 7) == static_cast<unsigned>(Labour::empty)) continue;
    tally.people[r][kind & 7] += n;
    if (kind & head_kind) {
      tally.heads[r] += n;
      if (kind & owner_kind) tally.owners[r] += n;
    }
    (kind & unregistered_kind ? tally.unregistered : tally.registered)[r] += n;
  }
}

void add_posts(Tally& tally, const Histogram& posts, std::size_t r, std::span<const std::uint8_t> hub) {
  for (unsigned held = 0; held < no_post; ++held) {
    const Count n = posts.at(r, held);
    if (n == 0) continue;
    const bool commutes = (held & post::commutes) != 0;
    tally.posts_filled[commutes ? hub[r] : r][held & post::sector_mask] += n;
    if (commutes) tally.commuters[r] += n;
  }
}

// Rows that need a look of their own: people registered elsewhere, and
// families that do not live together (there must be none).
void count_exceptions(Tally& tally, const Block& block) {
  const int n_rows = block.n_rows();
  int split = 0;
  for (int row = 0; row < n_rows; ++row) split += block.region[block.next[row]] != block.region[row];
  for (int row = 0; row < n_rows && split > 0; ++row) {
    tally.split[block.region[row]] += block.region[block.next[row]] != block.region[row];
  }
  constexpr int line = 64;  // most lines have nobody registered elsewhere
  for (int first = 0; first < n_rows; first += line) {
    const int last = std::min(n_rows, first + line);
    std::uint8_t any = 0;
    for (int row = first; row < last; ++row) any |= block.status[row];
    if ((any & status::unregistered) == 0) continue;
    for (int row = first; row < last; ++row) {
      if ((block.status[row] & status::unregistered) == 0) continue;
      if (block.registered[row] == nowhere) ++tally.nowhere[block.region[row]];
      else ++tally.registered[block.registered[row]];
    }
  }
}

}  // namespace

void count_stocks(Tally& tally, const Block& block, std::span<const std::uint8_t> hub) {
  Histogram kinds, homes, posts;
  count_rows(kinds, homes, posts, block);
  // Rows in which nobody lives are region 0, home 0: taken out again.
  tally.home[0][0] -= block.n_rows() - block.n_citizens();
  for (std::size_t r = 0; r < max_regions; ++r) {
    add_kinds(tally, kinds, r);
    add_posts(tally, posts, r, hub);
    for (unsigned home = 0; home < max_regions; ++home) tally.home[r][home] += homes.at(r, home);
    tally.home[r][max_regions] += homes.at(r, home_abroad);
  }
  count_exceptions(tally, block);
}

void count_students(Tally& tally, const Block& block, std::span<const std::uint8_t> hub) {
  // A byte for each row by a loop that vectorises, then the few that are set.
  constexpr int strip = 512, line = 64;
  alignas(64) std::array<std::uint8_t, strip> is_student;
  const int n_rows = block.n_rows();
  for (int first = 0; first < n_rows; first += strip) {
    // Columns hold a whole number of lines; what lies beyond the last row is left out below.
    const int n = std::min(strip, (n_rows - first + line - 1) / line * line);
    const std::uint8_t* state = block.status + first;
    for (std::size_t i = 0; i < static_cast<std::size_t>(n); ++i) {
      is_student[i] = (state[i] & status::labour_mask) == static_cast<std::uint8_t>(Labour::student);
    }
    for (int i = 0; i < n; i += 8) {
      std::uint64_t eight = 0;
      std::memcpy(&eight, is_student.data() + i, 8);
      for (; eight != 0; eight &= eight - 1) {
        const int at = first + i + std::countr_zero(eight) / 8;
        if (at >= n_rows) break;
        const auto row = static_cast<Row>(at);
        const std::size_t place = place_of_study(block, row, hub);
        ++tally.students[place][static_cast<std::size_t>(block.study_class(row))];
        const std::uint8_t how = block.skill[row];
        tally.dual_students[place] += (how & skill::dual) != 0;
        tally.away_students[place] += (how & skill::away) != 0;
        tally.in_dormitory[place] += (how & skill::in_dormitory) != 0;
      }
    }
  }
}

void count_work_by_skill(Tally& tally, const Block& block) {
  for (int i = 0; i < block.n_rows(); ++i) {
    const auto row = static_cast<Row>(i);
    const std::size_t region = block.region[row];
    const auto skill = static_cast<std::size_t>(block.skill_class(row));
    switch (block.labour(row)) {
      case Labour::employed_own: ++tally.own_by_skill[region][skill]; break;
      case Labour::employed_other: ++tally.other_by_skill[region][skill]; break;
      case Labour::informal: ++tally.informal_by_skill[region][skill]; break;
      case Labour::unemployed: ++tally.unemployed_by_skill[region][skill]; break;
      default: break;
    }
  }
}

}  // namespace agents
