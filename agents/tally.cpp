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

// Histograms of one block in 16 bits (a block has fewer rows), two of each so
// that two neighbours of the same kind do not wait for each other's store.
struct Histograms {
  std::uint16_t by_status[2][max_regions][256];
  std::uint16_t by_home[2][max_regions][256];
  std::uint16_t by_post[2][max_regions][64];   // sector and commuting of employees; the rest at `no_post`
};
constexpr unsigned post_mask = post::sector_mask | post::commutes;
constexpr unsigned no_post = 32;

void count_rows(Histograms& counts, const Block& block) {
  const int n_rows = block.n_rows();
  for (int row = 0; row < n_rows; ++row) {
    const int copy = row & 1;
    const unsigned region = block.region[row] & (max_regions - 1);
    const std::uint8_t value = block.status[row];
    const auto state = static_cast<Labour>(value & status::labour_mask);
    const unsigned held = is_employed(state) ? block.post[row] & post_mask : no_post;
    ++counts.by_status[copy][region][value];
    ++counts.by_home[copy][region][block.home[row]];
    ++counts.by_post[copy][region][held];
  }
}

void add_by_status(Tally& tally, const Histograms& counts, std::size_t r) {
  for (int value = 0; value < 256; ++value) {
    const Count n = counts.by_status[0][r][value] + counts.by_status[1][r][value];
    if (n == 0 || (value & status::labour_mask) == static_cast<int>(Labour::empty)) continue;
    tally.people[r][static_cast<std::size_t>(value & status::labour_mask)] += n;
    if (value & status::head) {
      tally.heads[r] += n;
      if (value & status::owner) tally.owners[r] += n;
    }
    if (value & status::unregistered) tally.unregistered[r] += n;
    else tally.registered[r] += n;
  }
}

void add_posts(Tally& tally, const Histograms& counts, std::size_t r, std::span<const std::uint8_t> hub) {
  for (unsigned held = 0; held < no_post; ++held) {
    const Count n = counts.by_post[0][r][held] + counts.by_post[1][r][held];
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
  for (int row = 0; row < n_rows; ++row) {
    if ((block.status[row] & status::unregistered) == 0) continue;
    if (block.registered[row] == nowhere) ++tally.nowhere[block.region[row]];
    else ++tally.registered[block.registered[row]];
  }
}

}  // namespace

void count_stocks(Tally& tally, const Block& block, std::span<const std::uint8_t> hub) {
  Histograms counts{};
  count_rows(counts, block);
  // Rows in which nobody lives are region 0, home 0: taken out again.
  tally.home[0][0] -= block.n_rows() - block.n_citizens();
  for (std::size_t r = 0; r < max_regions; ++r) {
    add_by_status(tally, counts, r);
    add_posts(tally, counts, r, hub);
    for (std::size_t home = 0; home < max_regions; ++home) {
      tally.home[r][home] += counts.by_home[0][r][home] + counts.by_home[1][r][home];
    }
    tally.home[r][max_regions] += counts.by_home[0][r][nowhere] + counts.by_home[1][r][nowhere];
  }
  count_exceptions(tally, block);
}

}  // namespace agents
