// The same scenario gives the same bits at any number of threads and pretend
// ranks; another seed gives others; what has no dose changes nothing (V18).
#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <map>
#include <set>
#include <thread>

#include "tests/world/hash_trace.hpp"
#include "world/phases.hpp"

namespace world {
namespace {

using namespace testing;

// Four blocks, so that threads and ranks have something to share.
Setting tiny(Sets sets = {}) {
  sets.emplace_back("synthesis.block_citizens", "256");
  return Setting(tiny_scenario(sets));
}

// Ten blocks of the nation.
Setting country(Sets sets = {}) {
  sets.emplace_back("synthesis.block_citizens", "2048");
  return Setting(country_scenario("1:1000", sets));
}

// The scenario with one job package, of which `start` and `jobs` are given.
Setting tiny_with_package(agents::Month start, double jobs) {
  Setting setting = tiny();
  setting.scenario.policies.job_packages.push_back(JobPackage{
      .name = "park", .region = "XX-2", .sector = "industry", .start = start, .jobs = jobs, .ramp_months = 12});
  return setting;
}

// Otherwise the tests below would compare two threads with two threads.
TEST(Determinism, ACrewOfSevenIsSevenThreadsOnAnyMachine) {
  std::atomic<int> here = 0;
  const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(60);
  Crew(7).for_each_block(7, [&](int, int) {
    ++here;
    while (here < 7 && std::chrono::steady_clock::now() < deadline) std::this_thread::yield();
  });
  EXPECT_LT(std::chrono::steady_clock::now(), deadline) << "seven blocks were never at work together";
}

TEST(Determinism, TinyHasTheSameHashesEveryMonthAtOneTwoThreeAndSevenThreads) {
  const Setting setting = tiny();
  const HashTrace alone = trace_of(setting, setting.scenario.n_months, Crew(1));
  for (const int n_threads : {2, 3, 7}) {
    EXPECT_TRUE(same_hashes(alone, trace_of(setting, setting.scenario.n_months, Crew(n_threads))))
        << n_threads << " threads";
  }
}

TEST(Determinism, TinyHasTheSameHashesWhenItsBlocksAreDealtToTwoAndFiveRanks) {
  const Setting setting = tiny();
  const HashTrace alone = trace_of(setting, setting.scenario.n_months, Crew(1, 1));
  for (const int n_ranks : {2, 5}) {
    EXPECT_TRUE(same_hashes(alone, trace_of(setting, setting.scenario.n_months, Crew(1, n_ranks))))
        << n_ranks << " ranks";
    EXPECT_TRUE(same_hashes(alone, trace_of(setting, setting.scenario.n_months, Crew(3, n_ranks))))
        << n_ranks << " ranks of 3";
  }
}

TEST(Determinism, TheNationAtOneToAThousandHasTheSameHashesAtAnyThreadsAndRanks) {
  const Setting setting = country();
  const HashTrace alone = trace_of(setting, 24, Crew(1));
  EXPECT_GE(built(setting).n_blocks(), 8);
  for (const int n_threads : {2, 3, 7})
    EXPECT_TRUE(same_hashes(alone, trace_of(setting, 24, Crew(n_threads)))) << n_threads << " threads";
  for (const int n_ranks : {2, 5})
    EXPECT_TRUE(same_hashes(alone, trace_of(setting, 24, Crew(2, n_ranks)))) << n_ranks << " ranks";
}

TEST(Determinism, SynthesisDoesNotDependOnThreadsOrRanks) {
  const Setting setting = country({{"synthesis.warm_up_months", "0"}});
  const HashTrace alone = trace_of(setting, 0, Crew(1));
  for (const int n_threads : {2, 3, 7})
    EXPECT_TRUE(same_hashes(alone, trace_of(setting, 0, Crew(n_threads)))) << n_threads << " threads";
  EXPECT_TRUE(same_hashes(alone, trace_of(setting, 0, Crew(2, 5))));
}

TEST(Determinism, AnotherSeedGivesOtherPeople) {
  std::set<std::uint64_t> states, serials;
  for (const char* seed : {"1", "2", "3"}) {
    const World world = built(tiny({{"seed", seed}}));
    states.insert(world.hash.state);
    serials.insert(world.hash.columns[0]);
  }
  EXPECT_EQ(states.size(), 3U);
  EXPECT_EQ(serials.size(), 3U);
}

void hash_anew(World& world, const Crew& crew) {
  in_blocks(world, crew, agents::Chance{}, [](BlockWork& block) { state_is_hashed(block); });
  hashes_are_merged(world);
}

TEST(Determinism, EveryColumnThatIsTamperedWithIsNamedByTheHash) {
  World world = built(tiny());
  const Crew crew(2);
  const StateHash honest = world.hash;
  hash_anew(world, crew);
  ASSERT_EQ(world.hash.state, honest.state);
  const agents::Block& block = world.blocks[1];
  const std::map<std::string, std::uint8_t*> bytes = {{"serial", reinterpret_cast<std::uint8_t*>(block.serial + 3)},
                                                      {"born", reinterpret_cast<std::uint8_t*>(block.born + 3)},
                                                      {"moved", reinterpret_cast<std::uint8_t*>(block.moved + 3)},
                                                      {"next", reinterpret_cast<std::uint8_t*>(block.next + 3)},
                                                      {"status", block.status + 3},
                                                      {"post", block.post + 3},
                                                      {"skill", block.skill + 3},
                                                      {"region", block.region + 3},
                                                      {"registered", block.registered + 3},
                                                      {"home", block.home + 3}};
  for (const auto& [name, byte] : bytes) {
    *byte ^= 1;
    hash_anew(world, crew);
    *byte ^= 1;
    EXPECT_NE(world.hash.state, honest.state) << name;
    for (std::size_t column = 0; column < honest.columns.size(); ++column) {
      EXPECT_EQ(world.hash.columns[column] != honest.columns[column], column_names()[column] == name)
          << "tampered with " << name << ", looked at " << column_names()[column];
    }
  }
}

TEST(Determinism, APackageWithoutJobsIsTheBaselineBitForBit) {
  const HashTrace baseline = trace_of(tiny(), 36, Crew(2));
  EXPECT_TRUE(same_hashes(baseline, trace_of(tiny_with_package(agents::month_of(2023, 6), 0), 36, Crew(2))));
  EXPECT_FALSE(same_hashes(baseline, trace_of(tiny_with_package(agents::month_of(2023, 6), 25), 36, Crew(2))));
}

TEST(Determinism, APackageAfterTheEndOfTheRunChangesNothing) {
  const HashTrace baseline = trace_of(tiny(), 12, Crew(2));
  EXPECT_TRUE(same_hashes(baseline, trace_of(tiny_with_package(agents::month_of(2024, 1), 1000), 12, Crew(2))));
}

TEST(Determinism, ALongerRunBeginsLikeAShorterOne) {
  const HashTrace shorter = trace_of(tiny({{"months", "6"}}), 6, Crew(2));
  EXPECT_TRUE(same_hashes(shorter, trace_of(tiny({{"months", "600"}}), 6, Crew(2))));
}

// The sex of newborns is a stream of its own: who dies, moves, is hired in the
// same month cannot know of it.
TEST(Determinism, AnotherShareOfBoysLeavesEveryOtherStreamOfTheMonthAlone) {
  auto first_month = [](const char* boy_share) {
    World world = built(country({{"demography.boy_share", boy_share}}));
    advance(world, Crew(2));
    return world.tally;
  };
  const agents::Tally boys = first_month("1"), girls = first_month("0");
  EXPECT_EQ(boys, girls);
  EXPECT_GT(boys.births[0] + boys.births[1] + boys.births[2], 0);
}

}  // namespace
}  // namespace world
