// The recount of stocks against ten obvious lines, and sums that do not depend
// on how the blocks were dealt.
#include "agents/tally.hpp"

#include <gtest/gtest.h>

#include <array>
#include <vector>

#include "tests/agents/town.hpp"

namespace agents {
namespace {

using testing::citizens_of;
using testing::Dice;
using testing::random_town;

std::array<std::uint8_t, max_regions> hubs() {
  std::array<std::uint8_t, max_regions> hub;
  hub.fill(nowhere);
  hub[1] = 0;
  return hub;
}

/// The slow twin: one citizen after another.
Tally recounted(const Block& block) {
  Tally tally;
  for (const Row row : citizens_of(block)) {
    const std::size_t lives = block.region[row];
    const Labour state = block.labour(row);
    const bool commutes = is_employed(state) && (block.post[row] & post::commutes);
    ++tally.people[lives][static_cast<std::size_t>(state)];
    ++tally.home[lives][block.home[row] == nowhere ? std::size_t{max_regions} : block.home[row]];
    if (block.registered[row] == nowhere)
      ++tally.nowhere[lives];
    else
      ++tally.registered[block.registered[row]];
    if (block.registered[row] != lives) ++tally.unregistered[lives];
    if (is_employed(state))
      ++tally.posts_filled[commutes ? hubs()[lives] : lives][static_cast<std::size_t>(block.sector(row))];
    if (commutes) ++tally.commuters[lives];
    if (state == Labour::student) {
      const std::size_t place = (block.post[row] & study::in_hub) ? hubs()[lives] : lives;
      ++tally.students[place][static_cast<std::size_t>(block.study_class(row))];
      tally.dual_students[place] += (block.skill[row] & skill::dual) != 0;
      tally.away_students[place] += (block.skill[row] & skill::away) != 0;
      tally.in_dormitory[place] += (block.skill[row] & skill::in_dormitory) != 0;
    }
    if (block.region[block.next[row]] != lives) ++tally.split[lives];
    if (block.has(row, status::head)) ++tally.heads[lives];
    if (block.has(row, status::head) && block.has(row, status::owner)) ++tally.owners[lives];
  }
  return tally;
}

/// A town in which some live apart from their family, as no rule would leave them.
Block scattered_town(Dice& dice, int n_households, int n_regions) {
  Block block = std::move(random_town(dice, n_households, n_regions, max_sectors).block);
  for (const Row row : citizens_of(block)) {
    if (!dice.lands(0.1) || (block.post[row] & post::commutes)) continue;
    block.region[row] = static_cast<std::uint8_t>(dice.below(n_regions));
    block.refresh_registration(row);
  }
  return block;
}

TEST(CountStocks, AgreesWithCountingOneCitizenAfterAnother) {
  for (std::uint64_t seed = 0; seed < 40; ++seed) {
    Dice dice(seed);
    const int n_regions = 2 + dice.below(max_regions - 1);
    const Block block = scattered_town(dice, dice.below(seed % 10 == 0 ? 4000 : 200), n_regions);
    const auto hub = hubs();
    Tally tally;
    count_stocks(tally, block, hub);
    ASSERT_EQ(tally, recounted(block)) << seed;
  }
}

TEST(CountStocks, OfABlockOfFreeRowsIsZero) {
  Block block(64);
  for (int i = 0; i < 40; ++i) (void)block.add_row();
  for (Row row = 0; row < 40; ++row) block.free_row(row);
  Tally tally;
  count_stocks(tally, block, hubs());
  EXPECT_EQ(tally, Tally{});
}

TEST(CountStocks, HoldsAFullBlockOfEqualCitizens) {
  Block block(max_rows);
  for (int i = 0; i < max_rows; ++i) (void)block.add_row();
  Tally tally;
  count_stocks(tally, block, hubs());
  EXPECT_EQ(tally.people[0][0], max_rows);
  EXPECT_EQ(tally.home[0][0], max_rows);
  EXPECT_EQ(tally, recounted(block));
}

TEST(CountStocks, AddsToWhatIsThere) {
  Dice dice(1);
  const Block one = scattered_town(dice, 50, 3), other = scattered_town(dice, 50, 3);
  Tally together = {}, sum = recounted(one);
  count_stocks(together, one, hubs());
  count_stocks(together, other, hubs());
  add(sum, recounted(other));
  EXPECT_EQ(together, sum);
}

TEST(Add, DoesNotDependOnHowTheBlocksWereDealt) {
  Dice dice(2);
  std::vector<Tally> parts(23);
  for (Tally& part : parts) {
    for (Count& count : counts_of(part)) count = dice.below(1000) - 100;
  }
  Tally in_order;
  for (const Tally& part : parts) add(in_order, part);
  for (int run = 0; run < 20; ++run) {
    std::vector<Tally> slots(static_cast<std::size_t>(1 + dice.below(7)));
    for (const Tally& part : parts)
      add(slots[static_cast<std::size_t>(dice.below(static_cast<int>(slots.size())))], part);
    Tally sum;
    while (!slots.empty()) {
      add(sum, slots.back());
      slots.pop_back();
    }
    ASSERT_EQ(sum, in_order);
  }
}

TEST(CountsOf, ReachesEveryCountOfATally) {
  Tally tally;
  Count next = 1;
  for (Count& count : counts_of(tally)) count = next++;
  EXPECT_EQ(counts_of(tally).size() * sizeof(Count), sizeof(Tally));
  EXPECT_EQ(tally.people[0][0], 1);
  EXPECT_EQ(tally.orphans_alone, next - 1);
  EXPECT_EQ(counts_of(tally)[1], tally.people[0][1]);
}

}  // namespace
}  // namespace agents
