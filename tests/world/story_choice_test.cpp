// Every decision of a story is told as it was made, and what would have kept a household is exact.
#include "world/observers/story.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>

#include "agents/household.hpp"
#include "tests/world/story_country.hpp"
#include "tests/world/worlds.hpp"
#include "world/errors.hpp"
#include "world/observers/story_page.hpp"
#include "world/observers/story_pick.hpp"
#include "world/observers/story_words.hpp"
#include "world/observers/text.hpp"
#include "world/perception.hpp"

namespace world::observers {
namespace {

using namespace world::testing;
using agents::Labour;

/// What must be known of a month's start to ask what its heads did.
struct Start {
  std::vector<std::vector<std::uint8_t>> statuses, regions;  // [block][row]
  explicit Start(const World& world) {
    for (const agents::Block& block : world.blocks) {
      statuses.emplace_back(block.status, block.status + block.n_rows());
      regions.emplace_back(block.region, block.region + block.n_rows());
    }
  }
};

/// Calls see(block, row, choice or nothing, region at the month's start) for every head of the month that is over.
template <class See>
void for_each_head(const World& world, const Start& start, See&& see) {
  for (std::size_t b = 0; b < world.blocks.size(); ++b) {
    const agents::Block& block = world.blocks[b];
    for (std::size_t r = 0; r < start.statuses[b].size(); ++r) {
      const auto row = static_cast<agents::Row>(r);
      if (block.is_empty(row) || !block.has(row, agents::status::head)) continue;
      see(block, row, choice_in(world, block, row, start.statuses[b][r]), start.regions[b][r]);
    }
  }
}

TEST(StoryChoice, IsTheDecisionOfEveryHeadOfTheTinyWorldOverTwoYears) {
  World world = built(without_departures(tiny_scenario({{"synthesis.block_citizens", "256"}})));
  std::int64_t n_considered = 0, n_moved = 0;
  for (int month = 0; month < 24; ++month) {
    const Start start(world);
    advance(world, Crew(2));
    std::int64_t considered = 0, moved = 0;
    for_each_head(world, start,
                  [&](const agents::Block& block, agents::Row row, const std::optional<Choice>& choice, int was) {
                    const int is = block.region[row];
                    if (!choice) {
                      // Heads do not change region without a decision; rows of this month's arrivals held somebody
                      // else.
                      ASSERT_TRUE(is == was || block.moved[row] == world.month);
                      ASSERT_EQ(account_in(world, block.serial[row]), nullptr);
                      return;
                    }
                    ++considered;
                    moved += choice->moves() ? 1 : 0;
                    ASSERT_EQ(choice->who.origin, was);
                    ASSERT_EQ(choice->destination, is);
                    ASSERT_EQ(choice->lead > 0, choice->moves());
                  });
    ASSERT_EQ(considered, sum_of(world.tally.considered));
    ASSERT_EQ(moved, sum_of(world.tally.households_moved));
    n_considered += considered;
    n_moved += moved;
  }
  EXPECT_GT(n_considered, 100);
  EXPECT_GT(n_moved, 10);
}

TEST(StoryChoice, HasTheVeryAccountThatTheMoverLeft) {
  World world = built(Setting(country_scenario("1:1000")));
  int n_moved = 0;
  for (int month = 0; month < 3; ++month) {
    advance(world, Crew(2));
    for (const Slot& slot : world.workspace->slots) {
      for (const agents::MoverAccount& one : slot.movers) {
        const Choice again = choice_of(world, one.serial, one.who);
        ++n_moved;
        ASSERT_EQ(again.destination, one.destination);
        ASSERT_EQ(again.account.gain, one.gain);
        ASSERT_EQ(again.account.taste, one.taste);
        ASSERT_EQ(again.account.push, one.push);
        ASSERT_EQ(again.account.pivotal, one.pivotal);
      }
    }
  }
  EXPECT_GT(n_moved, 20);
}

/// The signals of a month whose beliefs are `believed`, as the month made them.
void speak(World& world, const Perception& believed) {
  perception_speaks(world.signals->migration, world.signals->causes, believed, world.country,
                    world.scenario.parameters.migration, world.scenario.parameters.work);
}

/// Beliefs with pay, formal and quick, and rent of one region multiplied.
Perception changed(Perception believed, int region, double pay, double rent) {
  for (int skill = 0; skill < agents::n_skills; ++skill) believed.believed.wage(region, skill) *= pay;
  believed.believed.quick_income[static_cast<std::size_t>(region)] *= pay;
  believed.believed.rent[static_cast<std::size_t>(region)] *= rent;
  return believed;
}

TEST(StoryChoice, SaysExactlyWhichPayAndRentWouldHaveTurnedIt) {
  World world = built(without_departures(tiny_scenario()));
  constexpr double a_little = 1e-9;
  int n_moves = 0, n_stays = 0, n_rents = 0;
  for (int month = 0; month < 12; ++month) {
    const Start start(world);
    const Perception believed = world.perception;
    advance(world, Crew(1));
    std::vector<Choice> choices;
    for_each_head(world, start, [&](const agents::Block&, agents::Row, const std::optional<Choice>& choice, int) {
      if (choice) choices.push_back(*choice);
    });
    auto would_move = [&](const Choice& choice, int region, double pay, double rent) {
      speak(world, changed(believed, region, pay, rent));
      return choice_of(world, choice.serial, choice.who).moves();
    };
    for (const Choice& choice : choices) {
      const auto pay = pay_factor(choice);
      ASSERT_EQ(pay.has_value(), choice.who.labour != Labour::retired);
      const int where = choice.moves() ? choice.who.origin : choice.best_elsewhere;
      if (pay && *pay < 1e6) {
        ++(choice.moves() ? n_moves : n_stays);
        EXPECT_EQ(would_move(choice, where, *pay * (1 - a_little), 1), choice.moves());
        EXPECT_EQ(would_move(choice, where, *pay * (1 + a_little), 1), !choice.moves());
      }
      const auto rent = rent_factor(choice);
      if (choice.moves() && rent && *rent > 1e-6) {
        ++n_rents;
        EXPECT_TRUE(would_move(choice, where, 1, *rent * (1 + a_little)));
        EXPECT_FALSE(would_move(choice, where, 1, *rent * (1 - a_little)));
      }
    }
    speak(world, believed);
  }
  EXPECT_GT(n_moves, 5);
  EXPECT_GT(n_stays, 20);
  EXPECT_GT(n_rents, 5);
}

}  // namespace
}  // namespace world::observers
