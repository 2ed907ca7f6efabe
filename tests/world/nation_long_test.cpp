// The nation at 1:100, two years: the same bits at any number of threads and
// ranks, and books that agree with a slow recount.
#include <gtest/gtest.h>

#include "tests/world/hash_trace.hpp"
#include "tests/world/second_books.hpp"

namespace world {
namespace {

using namespace testing;

TEST(Nation, AtOneToAHundredHasTheSameHashesAtAnyThreadsAndRanks) {
  const Setting setting(country_scenario("1:100", {{"synthesis.block_citizens", "4096"}}));
  const HashTrace alone = trace_of(setting, 24, Crew(1));
  for (const int n_threads : {2, 3, 7})
    EXPECT_TRUE(same_hashes(alone, trace_of(setting, 24, Crew(n_threads)))) << n_threads << " threads";
  for (const int n_ranks : {2, 5})
    EXPECT_TRUE(same_hashes(alone, trace_of(setting, 24, Crew(2, n_ranks)))) << n_ranks << " ranks";
}

TEST(Nation, AtOneToAHundredHasBooksThatAgreeWithASlowRecount) {
  expect_books_hold(Setting(country_scenario("1:100")), 24);
}

}  // namespace
}  // namespace world
