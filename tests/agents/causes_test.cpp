// Why heads move (V16): the parts add up to the utility, the account of a mover
// to the gain, a cause that is nowhere different does nothing, names of regions
// do not matter, and the pivotal causes are those without which the head stays.
#include "agents/causes.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <numeric>
#include <utility>

#include "tests/agents/town.hpp"

namespace agents {
namespace {

using testing::Dice;
using testing::now;
using testing::quiet_signals;

constexpr int n_regions = 5;

std::unique_ptr<Signals> random_places(Dice& dice) {
  auto signals = quiet_signals(n_regions);
  MigrationSignals& migration = signals->migration;
  CauseSignals& causes = signals->causes;
  auto any = [&] { return 2 * dice.uniform() - 1; };
  double people = 0;
  for (std::size_t d = 0; d < n_regions; ++d) {
    for (auto* table : {&migration.rent, &migration.service, &migration.heat_and_water, &migration.congestion,
                        &migration.place, &causes.size}) {
      (*table)[d] = any();
    }
    for (std::size_t g = 0; g < n_skills; ++g) {
      for (auto* table : {&migration.prospect, &causes.wage, &causes.own_specialty, &causes.prestige})
        (*table)[g][d] = any();
      for (std::size_t l = 0; l < n_labour_states; ++l) {
        migration.prospect_here[d][l][g] = any();
        causes.own_specialty_here[d][l][g] = any();
        causes.prestige_here[d][l][g] = any();
      }
    }
    for (std::size_t o = 0; o < n_regions; ++o) {
      migration.bilateral[o][d] = any();
      causes.network[o][d] = any();
    }
    people += causes.people_share[d] = 0.1 + dice.uniform();
  }
  for (std::size_t d = 0; d < n_regions; ++d) causes.people_share[d] /= people;
  for (double& value : migration.horizon) value = dice.uniform();
  migration.home = 1.7;
  migration.owner_cost = 0.5;
  migration.children_cost = 0.3;
  migration.dual_earner_cost = 0.4;
  migration.nest_dissimilarity = dice.lands(0.2) ? 1 : 0.3 + 0.7 * dice.uniform();
  migration.nest[0] = migration.nest[3] = 0;
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

/// A head before a choice, with the tastes of its serial.
struct Head {
  Considerer who;
  Utilities utility, taste;
  Parts parts;
  int choice;

  Head(const Considerer& head, const Signals& signals, std::uint64_t serial) : who(head) {
    static constexpr Chance chance{.seed = 3, .month = now};
    fill_utilities(utility, who, signals.migration, n_regions);
    fill_parts(parts, who, signals.migration, signals.causes, n_regions);
    fill_tastes(taste, who.origin, signals.migration, n_regions, chance, serial);
    choice = best_region(utility, taste, who.origin, n_regions);
  }
  [[nodiscard]] bool moves() const { return choice != who.origin; }
  [[nodiscard]] MoverAccount account(const Signals& signals) const {
    return account_of(0, who, choice, utility, taste, signals);
  }
};

/// Calls see(signals, head, serial) for many movers in many random countries.
template <class See>
void for_many_movers(See&& see) {
  Dice dice(11);
  int n_movers = 0;
  for (std::uint64_t run = 0; run < 100; ++run) {
    const auto signals = random_places(dice);
    for (std::uint64_t serial = 0; serial < 40; ++serial) {
      const Head head(random_head(dice), *signals, serial);
      if (!head.moves()) continue;
      ++n_movers;
      see(*signals, head, serial);
    }
  }
  ASSERT_GT(n_movers, 1000);
}

constexpr std::size_t at(Cause cause) { return static_cast<std::size_t>(cause); }

TEST(Parts, AddUpToTheUtilityOfEveryTypeInEveryRegion) {  // V16
  Dice dice(5);
  for (int run = 0; run < 200; ++run) {
    const auto signals = random_places(dice);
    for (int i = 0; i < 50; ++i) {
      const Head head(random_head(dice), *signals, 1);
      for (std::size_t d = 0; d < n_regions; ++d) {
        double sum = 0, size = 0;
        for (const Utilities& part : head.parts) {
          sum += part[d];
          size += std::fabs(part[d]);
        }
        ASSERT_NEAR(sum, head.utility[d], 1e-12 * (1 + size));
      }
    }
  }
}

TEST(Parts, OfTheRetiredHaveNoWork) {
  Dice dice(6);
  const auto signals = random_places(dice);
  Considerer who = random_head(dice);
  who.labour = Labour::retired;
  const Head head(who, *signals, 1);
  for (const Cause cause : {Cause::wage, Cause::job_chance, Cause::own_specialty}) {
    for (std::size_t d = 0; d < n_regions; ++d) EXPECT_EQ(head.parts[at(cause)][d], 0);
  }
}

TEST(Parts, OfMovingAreZeroWhereTheHeadLives) {
  for_many_movers([](const Signals&, const Head& head, std::uint64_t) {
    for (const Cause cause : {Cause::network, Cause::distance, Cause::size}) {
      ASSERT_EQ(head.parts[at(cause)][head.who.origin], 0);
    }
  });
}

TEST(Tastes, AreThoseOfTheChoice) {
  Dice dice(8);
  constexpr Chance chance{.seed = 3, .month = now};
  for (int run = 0; run < 50; ++run) {
    const auto signals = random_places(dice);
    for (std::uint64_t serial = 0; serial < 20; ++serial) {
      const Head head(random_head(dice), *signals, serial);
      EXPECT_EQ(head.choice, draw_choice(head.utility, head.who.origin, signals->migration, n_regions, chance, serial));
    }
  }
}

TEST(Account, AddsUpToTheGainToTheLastUnit) {  // V16
  for_many_movers([](const Signals& signals, const Head& head, std::uint64_t) {
    const MoverAccount account = head.account(signals);
    const auto d = static_cast<std::size_t>(head.choice), o = static_cast<std::size_t>(head.who.origin);
    const UtilUnits sum = std::accumulate(account.gain.begin(), account.gain.end(), account.taste);
    ASSERT_EQ(sum, util_units(head.utility[d] + head.taste[d] - (head.utility[o] + head.taste[o])));
    ASSERT_GE(sum, 0) << "nobody moves to be worse off";
    // The taste is what the head's luck says, but for thirteen roundings.
    ASSERT_NEAR(static_cast<double>(account.taste) / units_per_util, head.taste[d] - head.taste[o], 13 / units_per_util);
    ASSERT_EQ(account.who.origin, head.who.origin);
    ASSERT_EQ(account.destination, head.choice);
    ASSERT_EQ(account.who.skill, head.who.skill);
  });
}

TEST(Account, OfACauseThatIsEverywhereTheSameIsEmpty) {  // V16, dummy
  for_many_movers([](const Signals& signals, const Head& head, std::uint64_t serial) {
    auto flat = std::make_unique<Signals>(signals);
    flat->migration.service.fill(0.4);
    flat->migration.home = 0;
    const Head same(head.who, *flat, serial);
    if (!same.moves()) return;
    const MoverAccount account = same.account(*flat);
    for (const Cause cause : {Cause::services, Cause::home}) {
      ASSERT_EQ(account.gain[at(cause)], 0);
      ASSERT_LE(std::llabs(account.push[at(cause)]), 1);
      ASSERT_FALSE(account.is_pivotal(static_cast<int>(cause)));
    }
  });
}

// The choice with the same tastes after `change`, through the tables and the draw instead of the parts.
template <class Change>
bool stays_after(const Signals& signals, const Head& head, std::uint64_t serial, Change&& change) {
  auto changed = std::make_unique<Signals>(signals);
  change(*changed);
  return !Head(head.who, *changed, serial).moves();
}

TEST(PivotalCauses, AreThoseWithoutWhichTheHeadStays) {
  int n_pivotal = 0, n_not = 0;
  for_many_movers([&](const Signals& signals, const Head& head, std::uint64_t serial) {
    const MoverAccount account = head.account(signals);
    const std::size_t o = head.who.origin;
    auto expect = [&](Cause cause, auto&& change) {
      const bool pivotal = account.is_pivotal(static_cast<int>(cause));
      ASSERT_EQ(pivotal, stays_after(signals, head, serial, change)) << cause_names[at(cause)];
      (pivotal ? n_pivotal : n_not) += 1;
    };
    expect(Cause::services, [&](Signals& s) { s.migration.service.fill(s.migration.service[o]); });
    expect(Cause::heat_and_water, [&](Signals& s) { s.migration.heat_and_water.fill(s.migration.heat_and_water[o]); });
    expect(Cause::congestion, [&](Signals& s) { s.migration.congestion.fill(s.migration.congestion[o]); });
    expect(Cause::place, [&](Signals& s) { s.migration.place.fill(s.migration.place[o]); });
    expect(Cause::home, [](Signals& s) { s.migration.home = 0; });
    expect(Cause::network, [&](Signals& s) {
      for (std::size_t d = 0; d < n_regions; ++d) s.migration.bilateral[o][d] -= s.causes.network[o][d];
    });
    expect(Cause::size, [&](Signals& s) {
      for (std::size_t d = 0; d < n_regions; ++d) s.migration.bilateral[o][d] -= s.causes.size[d];
    });
    expect(Cause::prestige, [&](Signals& s) {
      const std::size_t g = head.who.skill;
      const double here = s.causes.prestige_here[o][static_cast<std::size_t>(head.who.labour)][g];
      for (std::size_t d = 0; d < n_regions; ++d) s.migration.prospect[g][d] += here - s.causes.prestige[g][d];
    });
    expect(Cause::wage, [&](Signals& s) {
      for (std::size_t d = 0; d < n_regions; ++d) {
        s.migration.prospect[head.who.skill][d] += s.causes.wage[head.who.skill][o] - s.causes.wage[head.who.skill][d];
      }
    });
  });
  EXPECT_GT(n_pivotal, 500);
  EXPECT_GT(n_not, 1000);
}

TEST(PivotalCauses, AreAllWhenTheGainIsThinAndEachCauseBetterThere) {
  Utilities utility{}, taste{};
  Parts parts{};
  utility[1] = 13;
  for (Utilities& part : parts) part[1] = 1;
  taste[1] = -12.5;  // leaves half a util
  EXPECT_EQ(pivotal_causes(utility, taste, parts, 0), (1u << n_causes) - 1);
  taste[1] = 0;  // any twelve would do
  EXPECT_EQ(pivotal_causes(utility, taste, parts, 0), 0);
}

TEST(Push, OfARegionLikeTheMeanIsZeroWhateverTheHeadDoesThere) {
  Dice dice(9);
  const auto signals = random_places(dice);
  for (std::size_t d = 1; d < n_regions; ++d) {
    for (auto* table : {&signals->migration.rent, &signals->migration.service, &signals->migration.heat_and_water,
                        &signals->migration.congestion, &signals->migration.place}) {
      (*table)[d] = (*table)[0];
    }
    for (std::size_t g = 0; g < n_skills; ++g) {
      for (auto* table : {&signals->migration.prospect, &signals->causes.wage, &signals->causes.own_specialty,
                          &signals->causes.prestige}) {
        (*table)[g][d] = (*table)[g][0];
      }
    }
  }
  for (int i = 0; i < 100; ++i) {
    for (const double push : push_of(random_head(dice), signals->migration, signals->causes, n_regions)) {
      EXPECT_NEAR(push, 0, 1e-15);
    }
  }
}

TEST(Push, IsTheMeanWeightedByPeopleLessTheOrigin) {
  Dice dice(10);
  for (int i = 0; i < 100; ++i) {
    const auto signals = random_places(dice);
    const Considerer who = random_head(dice);
    const auto push = push_of(who, signals->migration, signals->causes, n_regions);
    double mean = 0;
    for (std::size_t r = 0; r < n_regions; ++r) mean += signals->causes.people_share[r] * signals->migration.service[r];
    const double horizon =
        who.labour == Labour::retired ? 0.5 : signals->migration.horizon[static_cast<std::size_t>(who.age)];
    EXPECT_NEAR(push[at(Cause::services)],
                horizon * (who.has_children ? 1.5 : 1) * (mean - signals->migration.service[who.origin]), 1e-14);
    for (std::size_t c = 0; c < n_causes; ++c) {
      if (!has_push(static_cast<Cause>(c))) {
        EXPECT_EQ(push[c], 0) << cause_names[c];
      }
    }
  }
}

TEST(Account, DoesNotDependOnTheNamesOfRegions) {  // V16, relabelling: regions 1 and 4 change places
  auto swapped = [](std::uint8_t region) -> std::uint8_t {
    return region == 1 ? std::uint8_t{4} : region == 4 ? std::uint8_t{1} : region;
  };
  for_many_movers([&](const Signals& signals, const Head& head, std::uint64_t) {
    auto other = std::make_unique<Signals>(signals);
    MigrationSignals& migration = other->migration;
    CauseSignals& causes = other->causes;
    for (auto* table : {&migration.rent, &migration.service, &migration.heat_and_water, &migration.congestion,
                        &migration.place, &causes.size, &causes.people_share}) {
      std::swap((*table)[1], (*table)[4]);
    }
    for (std::size_t g = 0; g < n_skills; ++g) {
      for (auto* table : {&migration.prospect, &causes.wage, &causes.own_specialty, &causes.prestige})
        std::swap((*table)[g][1], (*table)[g][4]);
    }
    std::swap(migration.prospect_here[1], migration.prospect_here[4]);
    std::swap(causes.own_specialty_here[1], causes.own_specialty_here[4]);
    std::swap(causes.prestige_here[1], causes.prestige_here[4]);
    for (auto* table : {&migration.bilateral, &causes.network}) {
      std::swap((*table)[1], (*table)[4]);
      for (auto& row : *table) std::swap(row[1], row[4]);
    }
    Considerer who = head.who;
    who.origin = swapped(who.origin);
    if (who.home != nowhere) who.home = swapped(who.home);
    Utilities utility, taste = head.taste;
    std::swap(taste[1], taste[4]);
    fill_utilities(utility, who, migration, n_regions);
    const MoverAccount before = head.account(signals);
    const MoverAccount after =
        account_of(0, who, swapped(static_cast<std::uint8_t>(head.choice)), utility, taste, *other);
    ASSERT_EQ(before.gain, after.gain);
    ASSERT_EQ(before.pivotal, after.pivotal);
    ASSERT_EQ(before.taste, after.taste);
    for (std::size_t c = 0; c < n_causes; ++c) ASSERT_LE(std::llabs(before.push[c] - after.push[c]), 1);
  });
}

}  // namespace
}  // namespace agents
