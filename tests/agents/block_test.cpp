// A block of rows: fresh rows are clear, rows given back are used again, and
// growth keeps what the columns hold.
#include "agents/block.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "agents/expects.hpp"
#include "tests/agents/statistics.hpp"

namespace agents {
namespace {

using testing::Dice;

/// What a row holds, column by column.
struct Contents {
  std::uint64_t serial = 0;
  std::uint16_t born = 0, moved = 0;
  std::uint8_t status = 0, post = 0, skill = 0, region = 0, registered = 0, home = 0;
  friend bool operator==(const Contents&, const Contents&) = default;
};

Contents random_contents(Dice& dice) {
  auto byte = [&] { return static_cast<std::uint8_t>(dice.below(256)); };
  auto word = [&] { return static_cast<std::uint16_t>(dice.below(65536)); };
  Contents contents{.serial = dice.bits(), .born = word(), .moved = word(), .status = byte(), .post = byte(),
                    .skill = byte(), .region = byte(), .registered = byte(), .home = byte()};
  // Anybody but nobody.
  if ((contents.status & status::labour_mask) == static_cast<int>(Labour::empty)) contents.status = 0;
  return contents;
}

void write(Block& block, Row row, const Contents& contents) {
  block.serial[row] = contents.serial;
  block.born[row] = contents.born;
  block.moved[row] = contents.moved;
  block.status[row] = contents.status;
  block.post[row] = contents.post;
  block.skill[row] = contents.skill;
  block.region[row] = contents.region;
  block.registered[row] = contents.registered;
  block.home[row] = contents.home;
}

Contents read(const Block& block, Row row) {
  return Contents{.serial = block.serial[row], .born = block.born[row], .moved = block.moved[row],
                  .status = block.status[row], .post = block.post[row], .skill = block.skill[row],
                  .region = block.region[row], .registered = block.registered[row], .home = block.home[row]};
}

TEST(Block, StartsEmptyWithARoundedCapacity) {
  const Block block(100);
  EXPECT_EQ(block.n_rows(), 0);
  EXPECT_EQ(block.n_citizens(), 0);
  EXPECT_EQ(block.capacity(), 128);
  EXPECT_EQ(block.bytes(), 128 * bytes_per_citizen);
}

TEST(Block, FreshRowIsClearAndAlone) {
  Block block(64);
  for (int i = 0; i < 3; ++i) {
    const Row row = block.add_row();
    EXPECT_EQ(row, i);
    EXPECT_EQ(block.next[row], row);
    EXPECT_EQ(read(block, row), Contents{});
    EXPECT_FALSE(block.is_empty(row));
  }
}

TEST(Block, RowGivenBackIsEmptyAndIsTakenFirst) {
  Block block(64);
  Dice dice(1);
  for (int i = 0; i < 10; ++i) write(block, block.add_row(), random_contents(dice));
  block.free_row(3);
  block.free_row(7);
  EXPECT_TRUE(block.is_empty(3));
  EXPECT_EQ(block.serial[7], 0u);
  EXPECT_EQ(block.n_rows(), 10);
  EXPECT_EQ(block.n_citizens(), 8);
  EXPECT_EQ((std::set<Row>{block.add_row(), block.add_row()}), (std::set<Row>{3, 7}));
  EXPECT_EQ(read(block, 3), Contents{});
  EXPECT_EQ(block.next[3], 3);
  EXPECT_EQ(block.add_row(), 10);
  EXPECT_EQ(block.n_citizens(), 11);
}

TEST(Block, RowInAHouseholdCannotBeGivenBack) {
  Block block(64);
  const Row one = block.add_row(), other = block.add_row();
  std::swap(block.next[one], block.next[other]);
  EXPECT_THROW(block.free_row(one), BrokenPromise);
}

TEST(Block, GrowsToTheLastRowNumberAndNoFurther) {
  Block block(64);
  Dice dice(2);
  std::vector<Contents> written;
  for (int i = 0; i < max_rows; ++i) {
    written.push_back(random_contents(dice));
    write(block, block.add_row(), written.back());
  }
  EXPECT_EQ(block.n_citizens(), max_rows);
  EXPECT_EQ(block.capacity(), max_rows);
  EXPECT_THROW((void)block.add_row(), BrokenPromise);
  for (int i = 0; i < max_rows; ++i) {
    ASSERT_EQ(read(block, static_cast<Row>(i)), written[static_cast<std::size_t>(i)]) << i;
    ASSERT_EQ(block.next[i], i);
  }
}

TEST(Block, MovesWithItsColumns) {
  Block block(64);
  Dice dice(3);
  const Contents contents = random_contents(dice);
  write(block, block.add_row(), contents);
  const Block taken = std::move(block);
  EXPECT_EQ(taken.n_citizens(), 1);
  EXPECT_EQ(read(taken, 0), contents);
}

TEST(Block, AgreesWithAMapOverThousandsOfArrivalsAndDepartures) {
  Block block(64);
  std::map<Row, Contents> twin;
  Dice dice(4);
  int most_rows = 0;
  for (int i = 0; i < 20'000; ++i) {
    if (twin.empty() || dice.lands(i % 4000 < 2000 ? 0.7 : 0.3)) {
      const bool reuses = static_cast<int>(twin.size()) < block.n_rows();
      const Row row = block.add_row();
      ASSERT_EQ(twin.count(row), 0u) << "a row was given to two citizens";
      ASSERT_TRUE(!reuses || row < most_rows) << "a free row was left unused";
      const Contents contents = random_contents(dice);
      write(block, row, contents);
      twin[row] = contents;
    } else {
      auto gone = twin.begin();
      std::advance(gone, dice.below(static_cast<int>(twin.size())));
      block.free_row(gone->first);
      twin.erase(gone);
    }
    most_rows = std::max(most_rows, static_cast<int>(twin.size()));
    ASSERT_EQ(block.n_citizens(), static_cast<int>(twin.size()));
    ASSERT_EQ(block.n_rows(), most_rows);
    if (i % 500 != 0) continue;
    for (int row = 0; row < block.n_rows(); ++row) {
      const auto found = twin.find(static_cast<Row>(row));
      ASSERT_EQ(block.is_empty(static_cast<Row>(row)), found == twin.end());
      ASSERT_TRUE(found == twin.end() || read(block, static_cast<Row>(row)) == found->second) << "row " << row;
    }
  }
}

TEST(Block, LabourStateAndTruthsShareAByteWithoutTouchingEachOther) {
  Block block(64);
  const Row row = block.add_row();
  block.set(row, status::head, true);
  block.set(row, status::owner, true);
  for (int state = 0; state < n_labour_states; ++state) {
    block.set_labour(row, static_cast<Labour>(state));
    EXPECT_EQ(static_cast<int>(block.labour(row)), state);
    EXPECT_TRUE(block.has(row, status::head));
    EXPECT_TRUE(block.has(row, status::owner));
    EXPECT_FALSE(block.has(row, status::female));
  }
  block.set(row, status::head, false);
  EXPECT_EQ(block.labour(row), Labour::empty);
  EXPECT_TRUE(block.has(row, status::owner));
}

TEST(Block, UnregisteredIsWhoIsRegisteredElsewhere) {
  Block block(64);
  const Row row = block.add_row();
  for (const auto& [lives, registered] : {std::pair{3, 3}, {3, 4}, {3, 255}}) {
    block.region[row] = static_cast<std::uint8_t>(lives);
    block.registered[row] = static_cast<std::uint8_t>(registered);
    block.refresh_registration(row);
    EXPECT_EQ(block.has(row, status::unregistered), lives != registered);
  }
}

}  // namespace
}  // namespace agents
