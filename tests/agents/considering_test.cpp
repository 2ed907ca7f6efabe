// What a head of household weighs: utilities term by term, monotone in what a
// place offers, and the attention that comes before the choice.
#include <gtest/gtest.h>

#include <cmath>

#include "agents/choice.hpp"
#include "tests/agents/town.hpp"

namespace agents {
namespace {

using testing::Dice;
using testing::quiet_signals;

constexpr int n_regions = 4;

/// Tables of places with random contents.
std::unique_ptr<Signals> random_places(Dice& dice) {
  auto signals = quiet_signals(n_regions);
  MigrationSignals& migration = signals->migration;
  auto any = [&] { return 4 * dice.uniform() - 2; };
  for (std::size_t d = 0; d < n_regions; ++d) {
    migration.rent[d] = any();
    migration.service[d] = any();
    migration.place[d] = any();
    for (std::size_t o = 0; o < n_regions; ++o) migration.bilateral[o][d] = any();
    for (auto& of_skill : migration.prospect) of_skill[d] = any();
    for (auto& of_labour : migration.prospect_here[d]) {
      for (double& value : of_labour) value = any();
    }
  }
  for (double& value : migration.horizon) value = dice.uniform();
  migration.home = 1.7;
  migration.owner_cost = 0.5;
  migration.children_cost = 0.3;
  migration.dual_earner_cost = 0.4;
  migration.nest_dissimilarity = 0.3 + 0.7 * dice.uniform();
  migration.nest = {0, 1, 1, 0};
  return signals;
}

Considerer random_head(Dice& dice) {
  return {.origin = static_cast<std::uint8_t>(dice.below(n_regions)),
          .home = dice.lands(0.2) ? nowhere : static_cast<std::uint8_t>(dice.below(n_regions)),
          .skill = static_cast<std::uint8_t>(dice.below(n_skills)),
          .labour = static_cast<Labour>(dice.below(7)),
          .age = 18 + dice.below(70),
          .is_owner = dice.lands(0.5),
          .has_children = dice.lands(0.5),
          .has_partner = dice.lands(0.5),
          .has_two_earners = dice.lands(0.5),
          .tenure_class = static_cast<std::uint8_t>(dice.below(3))};
}

Utilities utilities_of(const Considerer& who, const Signals& signals) {
  Utilities utility;
  fill_utilities(utility, who, signals.migration, n_regions);
  return utility;
}

/// A renter of 30 in region 1, born abroad, single, out of work.
constexpr Considerer somebody{.origin = 1, .home = nowhere, .labour = Labour::unemployed};

TEST(Utility, OfRegionsThatDoNotExistIsNeverChosen) {
  Dice dice(1);
  const Utilities utility = utilities_of(somebody, *random_places(dice));
  for (std::size_t d = n_regions; d < max_regions; ++d) EXPECT_EQ(utility[d], never_chosen);
}

TEST(Utility, OfElsewhereAddsWhatThePlaceOffersOverTheHorizonAndTheWayThere) {
  Dice dice(2);
  const auto signals = random_places(dice);
  const MigrationSignals& m = signals->migration;
  const Utilities utility = utilities_of(somebody, *signals);
  const double a_year = m.prospect[0][3] + m.rent[3] + m.service[3] + m.place[3];
  EXPECT_NEAR(utility[3], m.horizon[30] * a_year + m.bilateral[1][3], 1e-12);
  const double here = m.prospect_here[1][static_cast<std::size_t>(Labour::unemployed)][0] + m.rent[1] + m.service[1] + m.place[1];
  EXPECT_NEAR(utility[1], m.horizon[30] * here, 1e-12) << "staying costs no way";
}

TEST(Utility, OfMovingFallsByTheCostsOfOwnersChildrenAndTwoEarners) {
  Dice dice(3);
  const auto signals = random_places(dice);
  const MigrationSignals& m = signals->migration;
  const Utilities plain = utilities_of(somebody, *signals);
  Considerer owner = somebody, earners = somebody, parent = somebody;
  owner.is_owner = earners.has_two_earners = parent.has_children = true;
  EXPECT_NEAR(utilities_of(owner, *signals)[3], plain[3] - 0.5, 1e-12);
  EXPECT_NEAR(utilities_of(earners, *signals)[3], plain[3] - 0.4, 1e-12);
  EXPECT_NEAR(utilities_of(parent, *signals)[3], plain[3] - 0.3 + 0.5 * m.horizon[30] * m.service[3], 1e-12);
  EXPECT_NEAR(utilities_of(earners, *signals)[1], plain[1], 1e-12) << "staying costs nothing";
}

TEST(Utility, OfStayingLetsOwnersFeelOnlyAPartOfTheRent) {
  Dice dice(4);
  const auto signals = random_places(dice);
  const MigrationSignals& m = signals->migration;
  Considerer owner = somebody;
  owner.is_owner = true;
  const double relief = (m.owner_stay_factor - 1) * m.rent[1] * m.horizon[30];
  EXPECT_NEAR(utilities_of(owner, *signals)[1], utilities_of(somebody, *signals)[1] + relief, 1e-12);
}

TEST(Utility, OfTheHomeRegionIsHigherByTheAttachmentAndOfNoOtherForPeopleFromAbroad) {
  Dice dice(5);
  const auto signals = random_places(dice);
  const Utilities plain = utilities_of(somebody, *signals);
  for (std::uint8_t home = 0; home < n_regions; ++home) {
    Considerer native = somebody;
    native.home = home;
    const Utilities utility = utilities_of(native, *signals);
    for (std::uint8_t d = 0; d < n_regions; ++d) EXPECT_NEAR(utility[d], plain[d] + (d == home ? 1.7 : 0), 1e-12);
  }
}

TEST(Utility, OfRetireesDoesNotLookAtWork) {
  Dice dice(6);
  auto signals = random_places(dice);
  Considerer retiree = somebody;
  retiree.labour = Labour::retired;
  const Utilities before = utilities_of(retiree, *signals);
  for (auto& of_skill : signals->migration.prospect) of_skill.fill(99);
  for (auto& of_region : signals->migration.prospect_here) {
    for (auto& of_labour : of_region) of_labour.fill(-99);
  }
  EXPECT_EQ(utilities_of(retiree, *signals), before);
  EXPECT_NE(utilities_of(somebody, *signals)[3], before[3]);
}

TEST(Utility, GrowsWithEverythingAPlaceOffersAndWithNothingElsewhere) {
  Dice dice(7);
  for (int run = 0; run < 300; ++run) {
    auto signals = random_places(dice);
    const Considerer who = random_head(dice);
    Utilities before, after;
    choice_probabilities(before, utilities_of(who, *signals), who.origin, signals->migration, n_regions);
    const auto better = static_cast<std::size_t>(dice.below(n_regions));
    switch (run % 4) {
      case 0:
        for (auto& of_skill : signals->migration.prospect) of_skill[better] += 0.5;
        for (auto& of_labour : signals->migration.prospect_here[better]) {
          for (double& value : of_labour) value += 0.5;
        }
        break;
      case 1: signals->migration.rent[better] += 0.5; break;
      case 2: signals->migration.service[better] += 0.5; break;
      default: signals->migration.place[better] += 0.5;
    }
    choice_probabilities(after, utilities_of(who, *signals), who.origin, signals->migration, n_regions);
    for (std::size_t d = 0; d < n_regions; ++d) {
      const double gain = after[d] - before[d];
      ASSERT_GE(d == better ? gain : -gain, -1e-15);
    }
  }
}

TEST(Utility, ExtraCostNeverRaisesTheChanceToMove) {
  Dice dice(8);
  for (int run = 0; run < 200; ++run) {
    auto signals = random_places(dice);
    const Considerer who = random_head(dice);
    Utilities before, after;
    choice_probabilities(before, utilities_of(who, *signals), who.origin, signals->migration, n_regions);
    for (auto& of_origin : signals->migration.bilateral) {
      for (double& value : of_origin) value -= 0.2;
    }
    signals->migration.owner_cost += 0.1;
    choice_probabilities(after, utilities_of(who, *signals), who.origin, signals->migration, n_regions);
    ASSERT_GE(after[who.origin], before[who.origin]);
  }
}

TEST(Attention, IsZeroWithoutHazardAndCertainWithAnEndlessOne) {
  auto signals = quiet_signals();
  EXPECT_EQ(attention_of(somebody, signals->migration), 0);
  signals->migration.attention.fill(1e6);
  EXPECT_EQ(attention_of(somebody, signals->migration), 1);
}

TEST(Attention, MultipliesOneFactorForEachTrait) {
  auto signals = quiet_signals();
  MigrationSignals& m = signals->migration;
  for (std::size_t age = 0; age < n_ages; ++age) m.attention[age] = 0.001 * static_cast<double>(age);
  m.attention_household = {1.1, 1.2, 1.3, 1.4};
  m.attention_labour = {1, 2, 3, 4, 5, 6, 7, 8};
  m.attention_owner = {1.8, 0.8};
  m.attention_tenure = {2, 1.3, 1};
  Dice dice(9);
  for (int run = 0; run < 200; ++run) {
    const Considerer who = random_head(dice);
    const double household = who.has_partner ? (who.has_children ? 1.4 : 1.3) : (who.has_children ? 1.2 : 1.1);
    const double tenure = who.tenure_class == 0 ? 2 : who.tenure_class == 1 ? 1.3 : 1;
    const double hazard = 0.001 * who.age * household * (static_cast<int>(who.labour) + 1) * (who.is_owner ? 0.8 : 1.8) * tenure;
    ASSERT_NEAR(attention_of(who, m), 1 - std::exp(-hazard), 1e-12);
  }
}

}  // namespace
}  // namespace agents
