// The Leslie matrix over forty years, and life expectancy to a tenth of a year
// (V5, V7).
#include <gtest/gtest.h>

#include "tests/world/leslie.hpp"

namespace world {
namespace {

using namespace testing;

TEST(Leslie, APopulationOfOneRegionFollowsTheMatrixOfItsRatesForFortyYears) { expect_to_follow_the_matrix(400, 480); }

TEST(LifeTable, NewbornsLiveAsLongAsTheThresholdsSayToATenthOfAYear) { expect_to_live_by_the_table(16, 0.1); }

}  // namespace
}  // namespace world
