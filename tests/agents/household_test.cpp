// Households as rings: joining, leaving, succession, on small families and by
// thousands of random operations against a slow twin made of maps and sets.
#include "agents/household.hpp"

#include <gtest/gtest.h>

#include <map>
#include <set>
#include <utility>
#include <vector>

#include "agents/expects.hpp"
#include "tests/agents/town.hpp"

namespace agents {
namespace {

using testing::citizens_of;
using testing::Dice;
using testing::household_fault;
using testing::household_of;
using testing::now;
using testing::Town;

using Rows = std::vector<Row>;

TEST(Household, MemberJoinsTheRingAndTheHeadStays) {
  Town town;
  const Row head = town.settles({});
  const Row child = town.joins(head, {.age = 5});
  const Row baby = town.joins(child, {.age = 0});
  EXPECT_EQ(household_of(town.block, baby), (Rows{head, child, baby}));
  for (const Row row : {head, child, baby}) EXPECT_EQ(head_of(town.block, row), head);
  EXPECT_EQ(household_fault(town.block), "");
}

TEST(Household, RowBeforeInTheRingPointsToIt) {
  Town town;
  const Row head = town.settles({});
  for (int i = 0; i < 4; ++i) town.joins(head, {.age = i});
  for (const Row row : citizens_of(town.block)) EXPECT_EQ(town.block.next[before_in_ring(town.block, row)], row);
}

TEST(Household, WhoIsTakenOutIsAloneAndTheRestStayTogether) {
  Town town;
  const Row head = town.settles({});
  const Row one = town.joins(head, {.age = 5}), other = town.joins(head, {.age = 7});
  take_out(town.block, one);
  EXPECT_EQ(household_of(town.block, one), Rows{one});
  EXPECT_EQ(household_of(town.block, head), (Rows{head, other}));
}

TEST(Household, PartnerOfTheHeadIsFoundOnlyInACouple) {
  Town town;
  const Row single = town.settles({});
  town.joins(single, {.age = 20});
  EXPECT_EQ(partner_of_head(town.block, single), no_row);
  const Row head = town.settles({});
  town.joins(head, {.age = 3});
  const Row partner = town.marries(head, {.female = true});
  town.joins(head, {.age = 1});
  EXPECT_EQ(partner_of_head(town.block, head), partner);
}

TEST(Household, SummaryCountsMembersChildrenAndEarners) {
  Town town;
  const Row head = town.settles({.labour = Labour::informal});
  const Row partner = town.marries(head, {.labour = Labour::employed_other});
  town.joins(head, {.age = 17, .months = 11});
  town.joins(head, {.age = 18, .months = 0});
  const HouseholdSummary family = summary_of(town.block, head, now);
  EXPECT_EQ(family.n_members, 4);
  EXPECT_EQ(family.n_children, 1);
  EXPECT_TRUE(family.has_partner);
  EXPECT_TRUE(family.has_two_earners);
  town.block.set_labour(partner, Labour::unemployed);
  EXPECT_FALSE(summary_of(town.block, head, now).has_two_earners);
  const HouseholdSummary single = summary_of(town.block, town.settles({}), now);
  EXPECT_EQ(single.n_members, 1);
  EXPECT_EQ(single.n_children, 0);
  EXPECT_FALSE(single.has_partner);
}

TEST(Succession, FallsToThePartnerBeforeAnOlderParent) {
  Town town;
  const Row head = town.settles({.age = 40});
  const Row mother = town.joins(head, {.age = 70});
  const Row partner = town.marries(head, {.age = 35});
  take_out(town.block, head);
  EXPECT_EQ(succeed(town.block, mother, true, now), partner);
  EXPECT_TRUE(town.block.has(partner, status::head));
  EXPECT_FALSE(town.block.has(partner, status::partnered));
}

TEST(Succession, FallsToTheOldestAdultThenTheSmallerSerial) {
  Town town;
  const Row head = town.settles({.age = 60});
  const Row younger = town.joins(head, {.age = 19});
  const Row first = town.joins(head, {.age = 25});
  town.joins(head, {.age = 25});
  take_out(town.block, head);
  EXPECT_EQ(succeed(town.block, younger, false, now), first);
}

TEST(Succession, FailsWhenOnlyChildrenAreLeft) {
  Town town;
  const Row head = town.settles({.age = 40});
  const Row child = town.joins(head, {.age = 17});
  town.joins(head, {.age = 4});
  take_out(town.block, head);
  EXPECT_EQ(succeed(town.block, child, false, now), no_row);
}

TEST(Leaving, FollowerGoesAloneAndTheHeadStays) {
  Town town;
  const Row head = town.settles({.age = 50, .owner = true});
  const Row son = town.joins(head, {.age = 22}), daughter = town.joins(head, {.age = 10});
  leave_household(town.block, son, false, now);
  EXPECT_EQ(household_of(town.block, son), Rows{son});
  EXPECT_TRUE(town.block.has(son, status::head));
  EXPECT_FALSE(town.block.has(son, status::owner));
  EXPECT_EQ(household_of(town.block, head), (Rows{head, daughter}));
  EXPECT_TRUE(town.block.has(head, status::owner));
  EXPECT_EQ(household_fault(town.block), "");
}

TEST(Leaving, HeadTakesTheChildrenAndAGrownOneInheritsTheHome) {
  Town town;
  const Row head = town.settles({.age = 50, .owner = true});
  const Row child = town.joins(head, {.age = 10}), grown = town.joins(head, {.age = 25});
  const Row teenager = town.joins(head, {.age = 17}), grown_too = town.joins(head, {.age = 23});
  leave_household(town.block, head, false, now);
  EXPECT_EQ(household_of(town.block, head), (Rows{head, child, teenager}));
  EXPECT_EQ(household_of(town.block, grown), (Rows{grown, grown_too}));
  EXPECT_EQ(head_of(town.block, grown_too), grown);
  EXPECT_TRUE(town.block.has(grown, status::owner));
  EXPECT_FALSE(town.block.has(head, status::owner));
  EXPECT_EQ(household_fault(town.block), "");
}

TEST(Leaving, NobodyLeavesAPartner) {
  Town town;
  const Row head = town.settles({});
  const Row partner = town.marries(head, {});
  EXPECT_THROW(leave_household(town.block, head, false, now), BrokenPromise);
  EXPECT_THROW(leave_household(town.block, partner, false, now), BrokenPromise);
}

/// The slow twin: every household a set of rows with a named head and partner.
struct Home {
  std::set<Row> members;
  Row head = no_row, partner = no_row;
  bool owned = false;
};

/// A town and its twin, to which the same events happen.
class TwinTowns {
 public:
  explicit TwinTowns(std::uint64_t seed) : dice_(seed) {}

  /// One random event in both towns.
  void live() {
    const Rows people = citizens_of(block_);
    const int n_people = static_cast<int>(people.size());
    if (n_people < 30 || (n_people < 150 && dice_.lands(0.15))) return settle();
    const Row row = people[static_cast<std::size_t>(dice_.below(n_people))];
    switch (dice_.below(5)) {
      case 0: return n_people < 400 ? join_somebody(row, dice_.below(18)) : die(row);
      case 1: return n_people < 400 ? join_somebody(row, 18 + dice_.below(70)) : die(row);
      case 2: return marry(row);
      case 3: return leave(row);
      default: return die(row);
    }
  }

  void expect_agreement() const {
    ASSERT_EQ(household_fault(block_), "");
    std::size_t n_people = 0;
    for (const auto& [number, home] : homes_) {
      n_people += home.members.size();
      ASSERT_EQ(household_of(block_, home.head), Rows(home.members.begin(), home.members.end()));
      for (const Row row : home.members) ASSERT_EQ(head_of(block_, row), home.head);
      ASSERT_EQ(partner_of_head(block_, home.head), home.partner);
      ASSERT_EQ(block_.has(home.head, status::owner), home.owned);
      const HouseholdSummary summary = summary_of(block_, home.head, now);
      ASSERT_EQ(summary.n_members, static_cast<int>(home.members.size()));
      ASSERT_EQ(summary.has_partner, home.partner != no_row);
    }
    ASSERT_EQ(block_.n_citizens(), static_cast<int>(n_people));
  }

 private:
  [[nodiscard]] int number_of(Row row) const {
    for (const auto& [number, home] : homes_) {
      if (home.members.count(row) > 0) return number;
    }
    return -1;
  }
  [[nodiscard]] bool is_adult(Row row) const { return block_.age(row, now) >= adult_age; }
  /// The partner, or the oldest adult; no_row if only children are there.
  [[nodiscard]] Row heir_of(const Home& home) const {
    if (home.partner != no_row) return home.partner;
    auto rank = [&](Row row) { return std::pair(block_.born[row], block_.serial[row]); };
    Row heir = no_row;
    for (const Row row : home.members) {
      if (is_adult(row) && (heir == no_row || rank(row) < rank(heir))) heir = row;
    }
    return heir;
  }

  void settle() {
    const bool owner = dice_.lands(0.5);
    const Row row = town_.settles({.age = 18 + dice_.below(70), .months = dice_.below(12), .owner = owner});
    homes_[next_++] = Home{.members = {row}, .head = row, .partner = no_row, .owned = owner};
  }
  void join_somebody(Row member, int age) {
    homes_[number_of(member)].members.insert(town_.joins(member, {.age = age, .months = dice_.below(12)}));
  }
  void marry(Row member) {
    Home& home = homes_[number_of(member)];
    if (home.partner != no_row) return;
    home.partner = town_.marries(home.head, {.age = 18 + dice_.below(50)});
    home.members.insert(home.partner);
  }
  void leave(Row row) {
    Home& home = homes_[number_of(row)];
    if (row == home.partner || (row == home.head && home.partner != no_row) || !is_adult(row)) return;
    const bool owner = dice_.lands(0.5);
    leave_household(block_, row, owner, now);
    Home fresh{.members = {row}, .head = row, .partner = no_row, .owned = owner};
    home.members.erase(row);
    if (row == home.head) {
      for (const Row member : Rows(home.members.begin(), home.members.end())) {
        if (!is_adult(member)) fresh.members.insert(home.members.extract(member));
      }
      home.head = heir_of(home);
    }
    if (home.members.empty()) homes_.erase(number_of_empty());
    homes_[next_++] = std::move(fresh);
  }
  void die(Row row) {
    Home& home = homes_[number_of(row)];
    const bool was_head = row == home.head, had_partner = home.partner != no_row;
    home.members.erase(row);
    if (was_head && !home.members.empty() && heir_of(home) == no_row) {
      home.members.insert(row);  // orphans are a matter for the rules of demography
      return;
    }
    const Row other = block_.next[row];
    take_out(block_, row);
    if (row == home.partner) {
      block_.set(home.head, status::partnered, false);
    } else if (was_head && !home.members.empty()) {
      home.head = heir_of(home);
      ASSERT_EQ(succeed(block_, other, had_partner, now), home.head);
      block_.set(home.head, status::owner, home.owned);
    }
    if (was_head || row == home.partner) home.partner = no_row;
    block_.free_row(row);
    if (home.members.empty()) homes_.erase(number_of_empty());
  }
  [[nodiscard]] int number_of_empty() const {
    for (const auto& [number, home] : homes_) {
      if (home.members.empty()) return number;
    }
    return -1;
  }

  Dice dice_;
  Town town_;
  Block& block_ = town_.block;
  std::map<int, Home> homes_;
  int next_ = 0;
};

TEST(Household, AgreesWithATwinOfSetsOverThousandsOfRandomEvents) {
  TwinTowns towns(5);
  for (int event = 0; event < 12'000; ++event) {
    towns.live();
    if (event % 20 == 0) towns.expect_agreement();
    ASSERT_FALSE(HasFatalFailure()) << "after event " << event;
  }
  towns.expect_agreement();
}

}  // namespace
}  // namespace agents
