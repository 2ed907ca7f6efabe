// Sharing out whole tenge: nothing is lost, bounds hold, shares are those of a
// hand calculation.
#include "world/split.hpp"

#include <gtest/gtest.h>

#include <numeric>

#include "agents/chance.hpp"

namespace world {
namespace {

using Amounts = std::vector<std::int64_t>;

TEST(Split, GivesWhatIsLeftToTheLargestRemaindersThenToTheFirst) {
  EXPECT_EQ(split(10, {1, 1, 1}), (Amounts{4, 3, 3}));
  EXPECT_EQ(split(100, {1, 2, 0}), (Amounts{33, 67, 0}));
  EXPECT_EQ(split(7, {0, 0}), (Amounts{4, 3}));
  EXPECT_EQ(split(0, {3, 1}), (Amounts{0, 0}));
}

TEST(SplitWithin, GivesToOthersWhatOneMayNotHave) {
  EXPECT_EQ(split_within(100, {1, 1, 2}, {0, 0, 0}, {10, 100, 100}), (Amounts{10, 30, 60}));
  EXPECT_EQ(split_within(100, {1, 1, 2}, {40, 0, 0}, {100, 100, 100}), (Amounts{40, 20, 40}));
  EXPECT_EQ(split_within(100, {1, 1, 2}, {0, 0, 0}, {100, 100, 100}), split(100, {1, 1, 2}));
}

TEST(SplitWithin, LetsBoundsGiveWayInProportionWhenTheyLeaveNoRoom) {
  EXPECT_EQ(split_within(90, {1, 1}, {0, 0}, {10, 20}), (Amounts{30, 60}));
  EXPECT_EQ(split_within(30, {1, 1}, {20, 40}, {50, 50}), (Amounts{10, 20}));
}

// Random amounts of the size of a nation's budget, weights and bounds.
TEST(SplitWithin, SumsToTheAmountAndKeepsItsBounds) {
  for (std::uint64_t trial = 0; trial < 500; ++trial) {
    const auto draw = [&](std::uint64_t what) { return agents::uniform_of(agents::keyed_bits(trial, what)); };
    const auto amount = static_cast<std::int64_t>(draw(1) * 1e12);
    const std::size_t n = 2 + trial % 20;
    std::vector<double> weights(n);
    Amounts low(n), high(n);
    for (std::size_t i = 0; i < n; ++i) {
      weights[i] = i % 5 == 4 ? 0 : draw(10 + i);
      low[i] = static_cast<std::int64_t>(draw(40 + i) * static_cast<double>(amount) / static_cast<double>(n));
      high[i] = low[i] + static_cast<std::int64_t>(draw(70 + i) * static_cast<double>(amount));
    }
    const Amounts plain = split(amount, weights), shares = split_within(amount, weights, low, high);
    EXPECT_EQ(std::accumulate(plain.begin(), plain.end(), std::int64_t{0}), amount) << trial;
    EXPECT_EQ(std::accumulate(shares.begin(), shares.end(), std::int64_t{0}), amount) << trial;
    if (std::accumulate(high.begin(), high.end(), std::int64_t{0}) < amount) continue;
    for (std::size_t i = 0; i < n; ++i) EXPECT_TRUE(shares[i] >= low[i] && shares[i] <= high[i]) << trial << ' ' << i;
  }
}

}  // namespace
}  // namespace world
