// Nobody is lost and nobody is counted twice (V17): a slow recount from the
// rows agrees with the tally every month, households are whole, and a count
// that is tampered with stops the run.
#include <gtest/gtest.h>

#include <functional>

#include "tests/world/second_books.hpp"
#include "tests/world/tiny_copy.hpp"
#include "world/errors.hpp"
#include "world/phases.hpp"

namespace world {
namespace {

using namespace testing;

TEST(Books, OfTinyAgreeWithASlowRecountForFiveYears) {
  expect_books_hold(Setting(tiny_scenario({{"synthesis.block_citizens", "256"}})), 60);
}

TEST(Books, OfTheNationAtOneToAThousandAgreeWithASlowRecountForTwoYears) {
  expect_books_hold(Setting(country_scenario("1:1000", {{"synthesis.block_citizens", "4096"}})), 24);
}

// A world after one month, so that all counts have something in them.
World month_old() {
  World world = built(Setting(country_scenario("1:1000")));
  advance(world, Crew(2));
  return world;
}

std::string broken_books_of(const World& world) {
  try {
    books_are_checked(world);
  } catch (const BrokenBooks& broken) {
    return broken.what();
  }
  return "balanced";
}

struct Tampering {
  const char* name;
  std::function<void(World&)> act;
  std::vector<std::string> message;  // parts that it must hold
};

constexpr std::size_t fourth = 3;  // the region tampered with

std::int64_t people_of(const World& world) { return sum_of(world.tally.people[fourth]); }

TEST(Books, EveryEquationStopsTheRunNamingMonthRegionAndBothSides) {
  World world = month_old();
  const World& honest = world;
  ASSERT_EQ(broken_books_of(honest), "balanced");
  const std::string iso = honest.country.regions[fourth].iso;
  const std::int64_t people = people_of(honest);
  const std::int64_t registered = honest.tally.registered[fourth];
  const std::string people_pair = std::to_string(people) + " against " + std::to_string(people + 1);
  const std::string registered_pair = std::to_string(registered) + " against " + std::to_string(registered + 1);
  const std::vector<Tampering> tamperings = {
      {"before", [](World& w) { ++w.before.people[fourth][0]; }, {iso, "people = before", people_pair}},
      {"births", [](World& w) { ++w.tally.births[fourth]; }, {iso, "people = before", people_pair}},
      {"deaths", [](World& w) { --w.tally.deaths[fourth]; }, {iso, "people = before", people_pair}},
      {"arrivals", [](World& w) { ++w.tally.arrivals_abroad[fourth]; }, {iso, "people = before", people_pair}},
      {"departures", [](World& w) { --w.tally.departures_abroad[fourth]; }, {iso, "people = before", people_pair}},
      {"moves", [](World& w) { ++w.tally.moves[9][fourth]; }, {iso, "people = before", people_pair}},
      {"registered before",
       [](World& w) { ++w.before.registered[fourth]; },
       {iso, "registered = before", registered_pair}},
      {"registered births",
       [](World& w) { ++w.tally.births_registered[fourth]; },
       {iso, "registered = before", registered_pair}},
      {"registered deaths",
       [](World& w) { --w.tally.deaths_registered[fourth]; },
       {iso, "registered = before", registered_pair}},
      {"registrations",
       [](World& w) { ++w.tally.registrations[9][fourth]; },
       {iso, "registered = before", registered_pair}},
      {"first registrations",
       [](World& w) { ++w.tally.arrivals_abroad_registered[fourth]; },
       {iso, "registered = before", registered_pair}},
      {"deregistrations",
       [](World& w) { --w.tally.departures_abroad_registered[fourth]; },
       {iso, "registered = before", registered_pair}},
      {"nowhere",
       [](World& w) { ++w.tally.nowhere[fourth]; },
       {"registered anywhere + registered nowhere = people of the nation",
        std::to_string(honest.n_citizens() + 1) + " against " + std::to_string(honest.n_citizens())}},
      {"split families",
       [](World& w) { w.tally.split[fourth] = 2; },
       {iso, "families who live apart = 0", "2 against 0"}},
      {"employees",
       [](World& w) {  // somebody works without holding a post
         --w.tally.people[fourth][static_cast<std::size_t>(agents::Labour::unemployed)];
         ++w.tally.people[fourth][static_cast<std::size_t>(agents::Labour::employed_own)];
       },
       {"filled posts = employees of the nation"}},
  };
  const agents::Tally tally = world.tally, before = world.before;
  for (const Tampering& tampering : tamperings) {
    tampering.act(world);
    std::vector<std::string> parts = tampering.message;
    parts.insert(parts.begin(), "2023-01, ");
    parts.push_back(" against ");
    EXPECT_TRUE(names_all(broken_books_of(world), parts)) << tampering.name;
    world.tally = tally;
    world.before = before;
  }
  EXPECT_EQ(broken_books_of(world), "balanced");
}

TEST(Books, AnAccountThatDoesNotBalanceStopsTheRunNamingWhoseItIs) {
  World world = month_old();
  const auto cell = [&](int account, AccountLine line) -> Kzt& {
    return world.budget.accounts(account, static_cast<int>(line));
  };
  const Grid<Kzt> honest = world.budget.accounts;
  const std::string iso = world.country.regions[fourth].iso;
  ++cell(fourth, AccountLine::services);
  EXPECT_TRUE(names_all(broken_books_of(world), {"2023-01, " + iso, "opening + incomes - expenses = closing"}));
  world.budget.accounts = honest;
  ++cell(fourth, AccountLine::transfers_in);   // a tenge from nowhere, spent on services
  ++cell(fourth, AccountLine::services);
  EXPECT_TRUE(names_all(broken_books_of(world), {"the nation", "transfers to regions = transfers of the republic"}));
  world.budget.accounts = honest;
  ++cell(world.budget.policies(), AccountLine::policies);   // paid to nobody
  ++cell(world.budget.policies(), AccountLine::borrowed);
  EXPECT_TRUE(names_all(broken_books_of(world), {"the nation", "received by policies", "1 against 0"}));
  world.budget.accounts = honest;
  EXPECT_EQ(broken_books_of(world), "balanced");
}

TEST(Books, MoreFilledPostsThanPostsStopTheRun) {
  World world = month_old();
  auto& filled = world.tally.posts_filled[fourth][2];
  const std::int64_t posts =
      std::max(world.workspace->announced_posts(fourth, 2), world.before.posts_filled[fourth][2]);
  filled = posts + 5;
  EXPECT_TRUE(names_all(broken_books_of(world),
                        {"2023-01, " + world.country.regions[fourth].iso, "filled posts of a sector <= posts",
                         std::to_string(posts + 5) + " against " + std::to_string(posts)}));
}

TEST(Books, AreCheckedInEveryMonthOfARun) {
  World world = month_old();
  ++world.tally.people[fourth][0];  // becomes the stock before the next month
  EXPECT_THROW(advance(world, Crew(2)), BrokenBooks);
}

}  // namespace
}  // namespace world
