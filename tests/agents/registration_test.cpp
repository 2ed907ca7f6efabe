// Registering where one lives: both ends, together as a household, and for ever
// or never.
#include "agents/registration.hpp"

#include <gtest/gtest.h>

#include "agents/household.hpp"
#include "tests/agents/trial.hpp"

namespace agents {
namespace {

using testing::citizens_of;
using testing::Dice;
using testing::expect_share;
using testing::now;
using testing::random_town;
using testing::Trial;

/// `n` people who live in region 1 and are registered in region 0.
Trial newcomers(int n, double hazard, double never, Month month = now) {
  Trial trial{.town = {}, .signals = testing::quiet_signals(), .chance = {.seed = 1, .month = month}};
  trial.signals->registration = {.hazard = threshold_of(hazard), .never = threshold_of(never)};
  for (int i = 0; i < n; ++i) trial.town.settles({.region = 1, .registered = 0});
  return trial;
}

TEST(Registration, AtHazardZeroReachesNobodyAndAtHazardOneEverybody) {
  for (const double hazard : {0.0, 1.0}) {
    Dice dice(1);
    Trial trial{.town = random_town(dice, 200, 3)};
    trial.signals->registration.hazard = threshold_of(hazard);
    std::size_t n_elsewhere = 0, n_left = 0;
    for (const Row row : citizens_of(trial.block())) n_elsewhere += trial.block().region[row] != trial.block().registered[row];
    trial.register_people();
    for (const Row row : citizens_of(trial.block())) {
      const bool elsewhere = trial.block().region[row] != trial.block().registered[row];
      EXPECT_EQ(trial.block().has(row, status::unregistered), elsewhere);
      n_left += elsewhere;
    }
    EXPECT_GT(n_elsewhere, 50u);
    EXPECT_EQ(n_left, hazard == 0 ? n_elsewhere : 0);
  }
}

TEST(Registration, HappensAsOftenAsItsHazard) {
  constexpr int n = 5000;
  Trial trial = newcomers(n, 0.12, 0);
  trial.register_people();
  expect_share(static_cast<double>(trial.tally.registrations[0][1]), n, 0.12);
}

TEST(Registration, NeverComesToThoseWhoNeverRegister) {
  constexpr int n = 5000;
  for (const double never : {0.0, 0.05, 1.0}) {
    Trial trial = newcomers(n, 1, never);
    trial.register_people();
    expect_share(static_cast<double>(trial.tally.registrations[0][1]), n, 1 - never);
  }
}

TEST(Registration, TraitOfNeverRegisteringLastsForLife) {
  // A second and a third month with certain registration find nobody more.
  constexpr int n = 2000;
  Trial trial = newcomers(n, 1, 0.3);
  trial.register_people();
  const Count at_first = trial.tally.registrations[0][1];
  for (Month month = now + 1; month < now + 4; ++month) {
    citizens_register(trial.block(), trial.tally, trial.signals->registration, {.seed = 1, .month = month});
  }
  EXPECT_EQ(trial.tally.registrations[0][1], at_first);
}

TEST(Registration, IsDrawnForTheHouseholdAsAWhole) {
  Trial trial{.town = {}};
  trial.signals->registration = {.hazard = threshold_of(0.5), .never = threshold_of(0.2)};
  for (int i = 0; i < 300; ++i) {
    const Row head = trial.town.settles({.region = 1, .registered = 0});
    trial.town.marries(head, {.registered = 2});
    trial.town.joins(head, {.age = 4, .registered = nowhere});
  }
  trial.register_people();
  Count n_families = 0;
  for (const Row row : citizens_of(trial.block())) {
    const Row head = head_of(trial.block(), row);
    ASSERT_EQ(trial.block().has(row, status::unregistered), trial.block().has(head, status::unregistered));
    n_families += row == head && !trial.block().has(row, status::unregistered);
  }
  EXPECT_EQ(trial.tally.registrations[0][1], n_families);
  EXPECT_EQ(trial.tally.registrations[2][1], n_families);
  EXPECT_EQ(trial.tally.arrivals_abroad_registered[1], n_families);
  expect_share(static_cast<double>(n_families), 300, 0.5 * 0.8);
}

TEST(Registration, LeavesThoseAloneWhoAreRegisteredWhereTheyLive) {
  Trial trial;
  trial.signals->registration.hazard = always;
  for (int i = 0; i < 30; ++i) trial.town.settles({.region = i % 3});
  trial.register_people();
  EXPECT_EQ(trial.tally, Tally{});
}

TEST(Registration, ReachesTheLastRowOfABlockOfAnySize) {
  for (int n = 1; n <= 20; ++n) {
    Trial trial;
    trial.signals->registration.hazard = always;
    for (int i = 1; i < n; ++i) trial.town.settles({.region = 1});
    const Row last = trial.town.settles({.region = 1, .registered = 0});
    trial.register_people();
    EXPECT_EQ(trial.block().registered[last], 1);
  }
}

}  // namespace
}  // namespace agents
