// What dots say is what the table says.
#include "render/figures/dots.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <numeric>
#include <stdexcept>
#include <vector>

#include "tests/render/network.hpp"

namespace {

using figures::apportion;
using figures::choose_people_per_dot;

TEST(Dots, EachStreamIsWithinOneDotOfItsPeopleAndTheTotalIsExact) {
  std::vector<double> people;
  for (const figures::Stream& stream : figures_test::network(1000, 1000, 20)) people.push_back(stream.people);
  ASSERT_EQ(people.size(), 380U);
  const double total = std::accumulate(people.begin(), people.end(), 0.0);
  for (const double per_dot : {1.0, 7.0, 50.0, 333.3, 20'000.0, 1e7}) {
    const std::vector<int> dots = apportion(people, per_dot);
    EXPECT_EQ(std::accumulate(dots.begin(), dots.end(), 0), std::llround(total / per_dot)) << per_dot;
    for (std::size_t i = 0; i < people.size(); ++i) EXPECT_LT(std::abs(dots[i] * per_dot - people[i]), per_dot);
  }
}

TEST(Dots, TheLargestRemaindersGetTheDotsThatAreLeftAndOfEqualsTheEarlier) {
  EXPECT_EQ(apportion({14, 16, 10}, 10), (std::vector<int>{1, 2, 1}));
  EXPECT_EQ(apportion({5, 5, 5, 5}, 10), (std::vector<int>{1, 1, 0, 0}));
  EXPECT_EQ(apportion({0, 0}, 10), (std::vector<int>{0, 0}));
  EXPECT_EQ(apportion({}, 10), std::vector<int>{});
}

TEST(Dots, PeoplePerDotIsTheSmallestOf125WithWhichTheDotsFit) {
  EXPECT_EQ(choose_people_per_dot(0, 1000), 1);
  EXPECT_EQ(choose_people_per_dot(1000, 1000), 1);
  EXPECT_EQ(choose_people_per_dot(1001, 1000), 2);
  EXPECT_EQ(choose_people_per_dot(3000, 1000), 5);
  EXPECT_EQ(choose_people_per_dot(6'500'000, 30'000), 500);
  EXPECT_EQ(choose_people_per_dot(7, 1), 5) << "1.4 dots are one dot";
}

TEST(Dots, NumbersThatMakeNoSenseAreRefused) {
  EXPECT_THROW((void)apportion({1}, 0), std::invalid_argument);
  EXPECT_THROW((void)apportion({-1}, 1), std::invalid_argument);
  EXPECT_THROW((void)apportion({std::numeric_limits<double>::quiet_NaN()}, 1), std::invalid_argument);
  EXPECT_THROW((void)apportion({1e18}, 1), std::invalid_argument);
  EXPECT_THROW((void)choose_people_per_dot(-1, 10), std::invalid_argument);
  EXPECT_THROW((void)choose_people_per_dot(1, 0), std::invalid_argument);
}

}  // namespace
