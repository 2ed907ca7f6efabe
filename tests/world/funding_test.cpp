// Who is paid when money is short: by class, in proportion within the class that
// runs out, the region's part with the envelope's. All by hand.
#include "world/funding.hpp"

#include <gtest/gtest.h>

#include "tests/world/worlds.hpp"
#include "world/policy.hpp"

namespace world {
namespace {

constexpr agents::Month start = agents::month_of(2023, 3);

TEST(Rationing, PaysClassByClassAndSharesWhatIsLeftInItsClass) {
  Purse purse{.is_limited = true, .national = 100, .local = {}};
  const auto paid = ration({{.policy = "late", .priority = 9, .kzt = 20},
                            {.policy = "a", .priority = 5, .kzt = 50},
                            {.policy = "first", .priority = 1, .kzt = 60},
                            {.policy = "b", .priority = 5, .kzt = 30}},
                           purse);
  EXPECT_EQ(paid[2].kzt(), 60);
  EXPECT_EQ(paid[1].kzt(), 25);  // 40 are left for 80
  EXPECT_EQ(paid[3].kzt(), 15);
  EXPECT_EQ(paid[0].kzt(), 0);
  EXPECT_EQ(purse.national, 0);
  EXPECT_EQ(paid[2].share, 1);
  EXPECT_EQ(paid[1].share, 0.5);
  EXPECT_EQ(paid[0].share, 0);
}

TEST(Rationing, WithoutAnEnvelopePaysAllAndAsksOnlyThePurse) {
  Purse purse;
  const auto paid = ration({{.policy = "a", .kzt = 5000}}, purse);
  EXPECT_EQ(paid[0].national, 5000);
  EXPECT_EQ(paid[0].share, 1);
}

TEST(Rationing, AnEmptyEnvelopeLeavesNothingActingEvenWhatAsksForNothing) {
  Purse purse{.is_limited = true, .national = 0, .local = {}};
  EXPECT_EQ(ration({{.policy = "a", .kzt = 0}}, purse)[0].share, 0);
}

TEST(Rationing, ARegionThatCannotPayItsPartHoldsTheEnvelopesPartBack) {
  Purse purse{.is_limited = true, .national = 1000, .local = {10}};
  const auto paid = ration({{.policy = "a", .local_share = 0.5, .region = 0, .kzt = 40}}, purse);
  EXPECT_EQ(paid[0].local, 10);     // of 20
  EXPECT_EQ(paid[0].national, 10);  // of 20
  EXPECT_EQ(paid[0].share, 0.5);
  EXPECT_EQ(purse.national, 990);
}

TEST(Rationing, ARegionPaysNoMoreThanItsPartOfWhatTheEnvelopePays) {
  Purse purse{.is_limited = true, .national = 15, .local = {1000}};
  const auto paid = ration({{.policy = "a", .local_share = 0.25, .region = 0, .kzt = 40}}, purse);
  EXPECT_EQ(paid[0].national, 15);  // of 30
  EXPECT_EQ(paid[0].local, 5);      // of 10
}

TEST(Settling, TakesMoreFromWhatIsLeftAndGivesBackWhatWasNotNeeded) {
  FundingBook book;
  for (const char* name : {"more", "less"}) {
    book.policies.push_back(
        {.policy = name, .asked = {.policy = name, .kzt = 100}, .paid = {.national = 100, .share = 1}});
  }
  Purse purse{.is_limited = true, .national = 30, .local = {}};
  settle(book, {{.policy = "more", .kzt = 150}, {.policy = "less", .kzt = 40}}, purse);
  EXPECT_EQ(book.policies[0].paid.kzt(), 130);  // 150 asked, 30 were left
  EXPECT_EQ(book.policies[1].paid.kzt(), 40);
  EXPECT_EQ(purse.national, 60);
}

// Four months of building, of which the second and third are not paid.
TEST(Funding, WhatIsBuiltStandsToTheInstalmentsThatWerePaid) {
  testing::Setting setting(testing::tiny_scenario());
  auto& policies = setting.scenario.policies;
  policies.growth_centres.push_back({.name = "centre",
                                     .centre = "Beta town",
                                     .region = "XX-2",
                                     .start = start,
                                     .dwellings_m2 = 800,
                                     .sectors = "industry:1",
                                     .ramp_months = 4,
                                     .build_months = 4});
  FundingBook book;
  double built = 0;
  const std::vector<double> stands = {0, 0, 800 * 1.0 / 3 * 0.5, 800 * 0.5};  // planned part · paid part
  for (int month = 0; month < 4; ++month) {
    const auto lines = month_costs(setting.scenario, setting.country, start + month, {.households_arrived = {0, 0, 0}});
    const auto requests = requests_of(setting.scenario, setting.country, lines);
    Purse purse{.is_limited = true, .national = month == 0 || month == 3 ? requests[0].kzt : 0, .local = {0, 0, 0}};
    fund(book, setting.scenario, requests, purse, start + month);
    built += levers_of(setting.scenario, setting.country, start + month, book).dwellings_m2[1];
    EXPECT_NEAR(built, stands[static_cast<std::size_t>(month)], 1e-9) << month;
  }
}

TEST(Funding, CostLinesArePaidInWholeTengeThatSumToThePayment) {
  FundingBook book;
  book.policies.push_back(
      {.policy = "a", .asked = {.policy = "a", .kzt = 30}, .paid = {.national = 10, .share = 1.0 / 3}});
  std::vector<CostLine> lines(3);
  for (CostLine& line : lines) {
    line.policy = "a";
    line.kzt = line.quantity = line.present_value_kzt = 10;
  }
  const auto paid = paid_lines(lines, book);
  ASSERT_EQ(paid.size(), 3U);
  EXPECT_EQ(paid[0].kzt, 4);
  EXPECT_EQ(paid[1].kzt, 3);
  EXPECT_DOUBLE_EQ(paid[0].quantity, 4);
}

}  // namespace
}  // namespace world
