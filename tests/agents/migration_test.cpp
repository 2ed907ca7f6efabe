// Moving: who considers, that families stay whole, what becomes of work and
// homes, and people who leave the country or come to it.
#include "agents/migration.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <vector>

#include "agents/household.hpp"
#include "tests/agents/trial.hpp"

namespace agents {
namespace {

using testing::citizens_of;
using testing::Dice;
using testing::expect_share;
using testing::household_fault;
using testing::household_of;
using testing::now;
using testing::random_signals;
using testing::random_town;
using testing::row_of;
using testing::Trial;

using Rows = std::vector<Row>;
using Stocks = std::vector<Count>;

Stocks people_of(const Block& block) {
  Stocks people(max_regions, 0);
  for (const Row row : citizens_of(block)) ++people[block.region[row]];
  return people;
}

/// Sends some households to random regions.
void send_some(Trial& trial, Dice& dice, int n_regions, double share) {
  for (const Row row : citizens_of(trial.block())) {
    if (!trial.block().has(row, status::head) || !dice.lands(share)) continue;
    const int destination = (trial.block().region[row] + 1 + dice.below(n_regions - 1)) % n_regions;
    trial.moves.push_back({.head = row, .destination = static_cast<std::uint8_t>(destination)});
  }
}

/// Heads whom no studies hold where they are.
bool may_consider(const Block& block, Row row) { return block.has(row, status::head) && !block.is_enrolled(row); }

TEST(Considering, AtHazardZeroNobodyDoesAndAtAnEndlessOneEveryHead) {
  Dice dice(1);
  Trial trial{.town = random_town(dice, 200, 3)};
  trial.consider();
  EXPECT_EQ(trial.tally.considered, Tally{}.considered);
  trial.signals->migration.attention.fill(1e6);
  trial.consider();
  Stocks heads(max_regions, 0);
  for (const Row row : citizens_of(trial.block())) {
    if (may_consider(trial.block(), row)) ++heads[trial.block().region[row]];
  }
  for (std::size_t r = 0; r < max_regions; ++r) EXPECT_EQ(trial.tally.considered[r], heads[r]);
}

TEST(Considering, HappensAsOftenAsTheAttentionOfTheHead) {
  Trial trial;
  constexpr int n = 4000;
  for (int i = 0; i < n; ++i) trial.town.settles({.region = 0});
  for (int i = 0; i < n; ++i) trial.town.joins(trial.town.settles({.region = 1, .owner = true}), {.age = 5});
  trial.signals->migration.attention.fill(0.1);
  trial.signals->migration.attention_household = {1.3, 0.9, 1, 1};
  trial.signals->migration.attention_owner = {1.8, 0.8};
  trial.consider();
  expect_share(static_cast<double>(trial.tally.considered[0]), n, 1 - std::exp(-0.1 * 1.3 * 1.8));
  expect_share(static_cast<double>(trial.tally.considered[1]), n, 1 - std::exp(-0.1 * 0.9 * 0.8));
}

TEST(Considering, AsksExactlyThoseWhoseOwnDrawIsBelowTheirAttention) {
  // The slow twin walks round every family first.
  for (std::uint64_t seed = 0; seed < 10; ++seed) {
    Dice dice(seed);
    Trial trial{.town = random_town(dice, 300, 4), .signals = random_signals(dice, 4)};
    Stocks expected(max_regions, 0);
    for (const Row row : citizens_of(trial.block())) {
      if (!may_consider(trial.block(), row)) continue;
      const Considerer who = considerer_of(trial.block(), row, now);
      const Threshold attention = threshold_of(attention_of(who, trial.signals->migration));
      expected[who.origin] += is_due(trial.chance, Risk::leave_home_or_consider, trial.block().serial[row], attention);
    }
    trial.consider();
    for (std::size_t r = 0; r < max_regions; ++r) ASSERT_EQ(trial.tally.considered[r], expected[r]);
  }
}

TEST(Considering, SendsEverybodyToAPlaceBeyondCompareAndNobodyFromIt) {
  Dice dice(2);
  Trial trial{.town = random_town(dice, 200, 3)};
  trial.signals->migration.attention.fill(1e6);
  trial.signals->migration.place[2] = 1000;
  trial.consider();
  std::set<Row> movers;
  for (const Move& move : trial.moves) {
    EXPECT_EQ(move.destination, 2);
    movers.insert(move.head);
  }
  for (const Row row : citizens_of(trial.block())) {
    EXPECT_EQ(movers.count(row) == 1, may_consider(trial.block(), row) && trial.block().region[row] != 2);
  }
}

TEST(Considering, HigherWagesDrawMoreInAndLetFewerGo) {  // V21, the same luck
  auto flows = [](double prospect) {
    Dice dice(3);
    Trial trial{.town = random_town(dice, 1500, 3)};
    trial.signals->migration.attention.fill(1e6);
    for (auto& of_skill : trial.signals->migration.prospect) of_skill[1] = prospect;
    for (auto& of_labour : trial.signals->migration.prospect_here[1]) of_labour.fill(prospect);
    trial.consider();
    int in = 0, out = 0;
    for (const Move& move : trial.moves) {
      in += move.destination == 1;
      out += trial.block().region[move.head] == 1;
    }
    return std::pair(in, out);
  };
  const auto [in, out] = flows(0);
  const auto [more_in, fewer_out] = flows(0.3);
  EXPECT_GT(more_in, in);
  EXPECT_LT(fewer_out, out);
}

TEST(Considering, ChangesNothingInTheBlock) {
  Dice dice(4), same_dice(4);
  Trial trial{.town = random_town(dice, 100, 3)};
  trial.signals->migration.attention.fill(1e6);
  trial.consider();
  EXPECT_TRUE(testing::are_same(trial.block(), random_town(same_dice, 100, 3).block));
}

TEST(Moving, TakesTheWholeFamilyButGrownChildrenWhoStay) {
  for (std::uint64_t seed = 0; seed < 30; ++seed) {
    Dice dice(seed);
    Trial trial{.town = random_town(dice, 100, 4)};
    trial.signals->migration.adult_child_follows = threshold_of(0.5);
    const Block& block = trial.block();
    send_some(trial, dice, 4, 0.5);
    std::map<Row, Rows> families;
    for (const Move& move : trial.moves) families[move.head] = household_of(block, move.head);
    const int n_people = block.n_citizens();
    trial.move();
    ASSERT_EQ(household_fault(block), "");
    ASSERT_EQ(block.n_citizens(), n_people);
    for (const Row row : citizens_of(block)) ASSERT_EQ(block.region[row], block.region[block.next[row]]) << "a split family";
    for (const Move& move : trial.moves) {
      ASSERT_EQ(block.region[move.head], move.destination);
      for (const Row member : families[move.head]) {
        if (head_of(block, member) == move.head) {
          ASSERT_EQ(block.moved[member], now);
          continue;
        }
        ASSERT_TRUE(block.age(member, now) >= 20 || block.is_enrolled(member)) << "left behind";
        ASSERT_NE(block.region[member], move.destination);
        ASSERT_EQ(household_of(block, member), Rows{member});
      }
    }
  }
}

TEST(Moving, LetsGrownChildrenFollowAsOftenAsStated) {
  constexpr int n = 2000;
  for (const double share : {0.0, 0.3, 1.0}) {
    Trial trial;
    trial.signals->migration.adult_child_follows = threshold_of(share);
    Rows grown, young;
    for (int i = 0; i < n; ++i) {
      const Row head = trial.town.settles({.age = 50, .owner = true});
      grown.push_back(trial.town.joins(head, {.age = 20, .months = 0}));
      young.push_back(trial.town.joins(head, {.age = 19, .months = 11}));
      trial.moves.push_back({.head = head, .destination = 2});
    }
    trial.move();
    int n_followed = 0;
    for (const Row row : grown) {
      n_followed += trial.block().region[row] == 2;
      const bool stayed = trial.block().region[row] == 0;
      EXPECT_EQ(trial.block().has(row, status::head), stayed);
      EXPECT_EQ(trial.block().has(row, status::owner), stayed) << "who stays keeps the home";
    }
    for (const Row row : young) EXPECT_EQ(trial.block().region[row], 2);
    expect_share(n_followed, n, share);
  }
}

TEST(Moving, IsCountedAsTheChangeOfStocks) {
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    Dice dice(seed);
    Trial trial{.town = random_town(dice, 150, 5)};
    const Stocks before = people_of(trial.block());
    send_some(trial, dice, 5, 0.4);
    const Count n_moves = static_cast<Count>(trial.moves.size());
    trial.move();
    const Stocks after = people_of(trial.block());
    Count n_households = 0;
    for (std::size_t r = 0; r < max_regions; ++r) {
      Count in = 0, out = 0;
      for (std::size_t other = 0; other < max_regions; ++other) {
        in += trial.tally.moves[other][r];
        out += trial.tally.moves[r][other];
      }
      ASSERT_EQ(after[r], before[r] + in - out);
      ASSERT_EQ(trial.tally.moves[r][r], 0);
      n_households += trial.tally.households_moved[r];
    }
    ASSERT_EQ(n_households, n_moves);
  }
}

TEST(Moving, MakesRentersAsOftenAsTheDestinationSays) {
  constexpr int n = 2000;
  for (const double rents : {0.0, 0.6, 1.0}) {
    Trial trial;
    trial.signals->migration.mover_rents[2] = threshold_of(rents);
    for (int i = 0; i < n; ++i) trial.moves.push_back({.head = trial.town.settles({.owner = i % 2 == 0}), .destination = 2});
    trial.move();
    int n_renters = 0;
    for (const Row row : citizens_of(trial.block())) n_renters += !trial.block().has(row, status::owner);
    expect_share(n_renters, n, rents);
  }
}

TEST(Moving, ChangesNoRegistrationButKnowsWhoIsRegisteredElsewhere) {
  Trial trial;
  const Row leaves = trial.town.settles({.region = 0});
  const Row returns = trial.town.settles({.region = 0, .registered = 2});
  trial.moves = {{.head = leaves, .destination = 2}, {.head = returns, .destination = 2}};
  trial.move();
  EXPECT_EQ(trial.block().registered[leaves], 0);
  EXPECT_TRUE(trial.block().has(leaves, status::unregistered));
  EXPECT_FALSE(trial.block().has(returns, status::unregistered));
}

TEST(Tenure, CountsYearsSinceTheLastMove) {
  for (const auto& [months, expected] : {std::pair{0, 0}, {11, 0}, {12, 1}, {35, 1}, {36, 2}, {400, 2}}) {
    EXPECT_EQ(tenure_class(now - months, now), expected);
  }
}

TEST(Emigration, AtRateZeroNobodyGoesAndAtRateOneEveryHousehold) {
  Dice dice(5);
  Trial trial{.town = random_town(dice, 150, 3)};
  const Stocks before = people_of(trial.block());
  trial.emigrate();
  EXPECT_EQ(people_of(trial.block()), before);
  trial.signals->demography.emigrate[1] = always;
  const int n_rows = trial.block().n_rows();
  trial.emigrate();
  const Stocks after = people_of(trial.block());
  EXPECT_EQ(after[0], before[0]);
  EXPECT_EQ(after[1], 0);
  EXPECT_EQ(after[2], before[2]);
  EXPECT_EQ(trial.tally.departures_abroad[1], before[1]);
  EXPECT_EQ(household_fault(trial.block()), "");
  // The rows of emigrants are free: as many people fit in again without a new row.
  for (Count i = 0; i < before[1]; ++i) (void)trial.block().add_row();
  EXPECT_LE(trial.block().n_rows(), n_rows);
}

TEST(Emigration, HappensAsOftenAsItsThresholdAndIsCountedWhereRegistered) {
  Trial trial;
  constexpr int n = 3000;
  for (int i = 0; i < n; ++i) trial.town.settles({.region = 0, .registered = i % 2 == 0 ? 2 : int{nowhere}});
  trial.signals->demography.emigrate[0] = threshold_of(0.05);
  trial.emigrate();
  expect_share(static_cast<double>(trial.tally.departures_abroad[0]), n, 0.05);
  Count n_registered = 0;
  for (const Row row : citizens_of(trial.block())) n_registered += trial.block().registered[row] == 2;
  EXPECT_EQ(trial.tally.departures_abroad_registered[2], n / 2 - n_registered);
}

TEST(Arrival, BringsTheStatedNumberOfPeopleAsOneHousehold) {
  for (std::uint8_t n_people = 1; n_people <= 8; ++n_people) {
    Trial trial;
    trial.arrive({{.serial = 777, .region = 2, .n_people = n_people}});
    const Block& block = trial.block();
    ASSERT_EQ(block.n_citizens(), n_people);
    EXPECT_EQ(trial.tally.arrivals_abroad[2], n_people);
    EXPECT_EQ(household_fault(block), "");
    const Row head = row_of(block, 777);
    EXPECT_EQ(household_of(block, head).size(), n_people);
    EXPECT_EQ(head_of(block, head), head);
    const HouseholdSummary family = summary_of(block, head, now);
    EXPECT_EQ(family.has_partner, n_people > 1);
    EXPECT_EQ(family.n_children, std::max(0, n_people - 2));
    std::set<std::uint64_t> serials;
    for (const Row row : citizens_of(block)) {
      serials.insert(block.serial[row]);
      EXPECT_EQ(block.region[row], 2);
      EXPECT_EQ(block.registered[row], nowhere);
      EXPECT_EQ(block.home[row], nowhere);
      EXPECT_TRUE(block.has(row, status::unregistered));
      EXPECT_EQ(block.labour(row), block.age(row, now) < 18 ? Labour::outside : Labour::unemployed);
    }
    EXPECT_EQ(serials.size(), n_people);
  }
}

TEST(Arrival, DoesNotDependOnWhoElseComesOrOnTheRow) {
  auto people = [](const std::vector<Arrival>& arrivals) {
    Trial trial;
    trial.town.settles({});
    if (arrivals.size() > 1) trial.town.settles({});
    trial.arrive(arrivals);
    const Block& block = trial.block();
    std::map<std::uint64_t, std::pair<int, int>> family;
    for (const Row row : household_of(block, row_of(block, 777))) {
      family[block.serial[row]] = {block.born[row], block.status[row] * 256 + block.skill[row]};
    }
    return family;
  };
  const Arrival family{.serial = 777, .region = 1, .n_people = 5};
  EXPECT_EQ(people({family}), people({{.serial = 5, .region = 0, .n_people = 3}, family}));
}

TEST(Arrival, GivesSchoolingByTheSharesOfTheRegion) {
  constexpr int n = 3000;
  Trial trial;
  trial.signals->schooling.higher[0] = threshold_of(0.3);
  trial.signals->schooling.vocational = threshold_of(0.5);
  std::vector<Arrival> arrivals;
  for (int i = 0; i < n; ++i) arrivals.push_back({.serial = 1000 + static_cast<std::uint64_t>(i), .region = 0, .n_people = 1});
  trial.arrive(arrivals);
  int n_level[n_levels] = {};
  for (const Row row : citizens_of(trial.block())) ++n_level[level_of_skill(trial.block().skill_class(row))];
  expect_share(n_level[2], n, 0.3);
  expect_share(n_level[1], n, 0.7 * 0.5);
}

TEST(MovingMonth, StocksChangeByMovesEmigrantsAndArrivalsOnly) {
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    Dice dice(seed);
    Trial trial{.town = random_town(dice, 200, 4), .signals = random_signals(dice, 4)};
    const Stocks before = people_of(trial.block());
    trial.consider();
    trial.move();
    trial.emigrate();
    std::vector<Arrival> arrivals;
    for (int i = 0; i < 20; ++i) {
      arrivals.push_back({.serial = dice.bits(),
                          .region = static_cast<std::uint8_t>(dice.below(4)),
                          .n_people = static_cast<std::uint8_t>(1 + dice.below(5))});
    }
    trial.arrive(arrivals);
    ASSERT_EQ(household_fault(trial.block()), "");
    const Stocks after = people_of(trial.block());
    for (std::size_t r = 0; r < max_regions; ++r) {
      Count expected = before[r] + trial.tally.arrivals_abroad[r] - trial.tally.departures_abroad[r];
      for (std::size_t other = 0; other < max_regions; ++other) expected += trial.tally.moves[other][r] - trial.tally.moves[r][other];
      ASSERT_EQ(after[r], expected);
    }
  }
}

}  // namespace
}  // namespace agents
