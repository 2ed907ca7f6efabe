#include "agents/tally.hpp"

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

// Histograms of one block in 16 bits (a block has fewer rows), two of each so that two neighbours of the
// same kind do not wait for each other's store.
struct Histograms {
  std::uint16_t by_status[2][max_regions][256];
  std::uint16_t by_home[2][max_regions][256];
};

}  // namespace

void count_stocks(Tally& tally, const Block& block, std::span<const std::uint8_t> hub) {
  Histograms counts{};
  const int n_rows = block.n_rows();
  for (int row = 0; row < n_rows; ++row) {
    const int copy = row & 1;
    const int region = block.region[row] & (max_regions - 1);
    ++counts.by_status[copy][region][block.status[row]];
    ++counts.by_home[copy][region][block.home[row]];
  }
  // Rows in which nobody lives are region 0, home 0: taken out again.
  tally.home[0][0] -= n_rows - block.n_citizens();
  for (int region = 0; region < max_regions; ++region) {
    const auto r = static_cast<std::size_t>(region);
    for (int value = 0; value < 256; ++value) {
      const Count n = counts.by_status[0][region][value] + counts.by_status[1][region][value];
      if (n == 0 || (value & status::labour_mask) == static_cast<int>(Labour::empty)) continue;
      tally.people[r][static_cast<std::size_t>(value & status::labour_mask)] += n;
      if (value & status::head) {
        tally.heads[r] += n;
        if (value & status::owner) tally.owners[r] += n;
      }
      if (value & status::unregistered) tally.unregistered[r] += n;
      else tally.registered[r] += n;
    }
    for (int home = 0; home < max_regions; ++home) {
      tally.home[r][static_cast<std::size_t>(home)] +=
          counts.by_home[0][region][home] + counts.by_home[1][region][home];
    }
    tally.home[r][max_regions] +=
        counts.by_home[0][region][nowhere] + counts.by_home[1][region][nowhere];
  }
  for (int row = 0; row < n_rows; ++row) {
    const std::uint8_t value = block.status[row];
    const auto state = static_cast<Labour>(value & status::labour_mask);
    if (state == Labour::empty) continue;
    const std::uint8_t lives = block.region[row];
    tally.split[lives] += block.region[block.next[row]] != lives;
    if (value & status::unregistered) {
      if (block.registered[row] == nowhere) ++tally.nowhere[lives];
      else ++tally.registered[block.registered[row]];
    }
    if (is_employed(state)) {
      const bool commutes = (block.post[row] & post::commutes) != 0;
      const std::uint8_t works = commutes ? hub[lives] : lives;
      ++tally.posts_filled[works][block.post[row] & post::sector_mask];
      if (commutes) ++tally.commuters[lives];
    }
  }
}

}  // namespace agents
