// Public money by hand: two regions whose accounts can be checked with a pencil
// (docs/model.md, public money). Region 0 gives to the republic, region 1 lives
// on its transfers. Millions of tenge a month unless said otherwise.
#include "world/budget.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/world/small_country.hpp"

namespace world {
namespace {

constexpr Kzt mln = 1000000;

struct TwoBudgets {
  Country country = testing::small_country(2, {testing::open_sector("all")});
  BudgetParameters parameters;
  std::vector<double> people{1000, 1000};
  RevenueBase base{.wage_bill = {300e6, 20e6}, .housing_value = {36e9, 12e9}, .value_added = {300e6, 40e6}};
  Budget budget;
  agents::Month month = agents::month_of(2023, 1);

  TwoBudgets() {
    country.budget_per_resident_kzt = {480000, 240000};  // spending 40 and 20
    country.transfers_kzt = {0, 180e6};                  // 0 and 15
    country.withdrawals_kzt = {60e6, 0};                 // 5 and 0
    parameters.cost_index_weight = 0;
    budget = start_budget(country, parameters, base, people, people);
  }
  void respond(const TransferRule& rule = {}) {
    budget_responds(budget, parameters, base,
                    {.people = people, .observed = people, .rule = rule, .local_policies = {0, 0}}, month++);
  }
  Kzt at(int account, AccountLine line) const { return budget.line(account, line); }
};

TEST(Budget, StartsWithTheSpendingOfTheTablesAndTheRevenueThatTransfersLeaveOpen) {
  TwoBudgets two;
  two.respond();
  EXPECT_EQ(two.at(0, AccountLine::services), 40 * mln);
  EXPECT_EQ(two.at(1, AccountLine::services), 20 * mln);
  EXPECT_EQ(two.at(0, AccountLine::wage_revenue), 30 * mln);    // a tenth of 300
  EXPECT_EQ(two.at(0, AccountLine::housing_revenue), 3 * mln);  // a thousandth of 36 billion a year
  EXPECT_EQ(two.at(0, AccountLine::other_revenue), 12 * mln);   // 40 + 5 − 30 − 3
  EXPECT_EQ(two.at(0, AccountLine::transfers_out), 5 * mln);
  EXPECT_EQ(two.at(1, AccountLine::transfers_in), 15 * mln);
  EXPECT_EQ(two.at(two.budget.nation(), AccountLine::other_revenue), 10 * mln);
  EXPECT_EQ(two.budget.spending_ratio, (std::vector<double>{1, 1}));
}

// Wages and value added of region 0 grow by a tenth.
TEST(Budget, FollowsWagesAndValueAddedToTheTenge) {
  TwoBudgets two;
  two.base.wage_bill[0] = two.base.value_added[0] = 330e6;
  two.respond();
  EXPECT_EQ(two.at(0, AccountLine::wage_revenue) + two.at(0, AccountLine::other_revenue), 46200000);  // 33 + 13.2
  EXPECT_EQ(two.at(0, AccountLine::transfers_out), 5466667);                                          // 5/45 of 49.2
  EXPECT_EQ(two.at(two.budget.nation(), AccountLine::other_revenue), 10882353);                       // 10 · 370/340
  EXPECT_EQ(two.at(1, AccountLine::transfers_in), 16349020);                                          // all of it
  EXPECT_EQ(two.at(0, AccountLine::services), 43733333);
  EXPECT_EQ(two.at(1, AccountLine::services), 21349020);
  EXPECT_NEAR(two.budget.spending_ratio[0], 43733333.0 / 40000000, 1e-12);
  EXPECT_NEAR(two.budget.services[0], std::log(480000 * (43733333.0 / 40000000) / 360000), 1e-12);
  for (const int account : {0, 1, two.budget.nation()}) EXPECT_EQ(two.at(account, AccountLine::closing), 0);
}

TEST(Budget, MoneyThatFollowsCitizensIsHalfEachForAlikeRegions) {
  TwoBudgets two;
  two.respond({.follows = 1, .equal_share = 1, .cap = 1});
  EXPECT_EQ(two.at(0, AccountLine::transfers_in), 7500000);
  EXPECT_EQ(two.at(1, AccountLine::transfers_in), 7500000);
}

TEST(Budget, MoneyThatFollowsCitizensByOwnAmountsChangesNothingWhileNobodyMoves) {
  TwoBudgets two;
  two.respond({.follows = 1, .equal_share = 0, .cap = 1});
  EXPECT_EQ(two.at(1, AccountLine::transfers_in), 15 * mln);
}

TEST(Budget, NobodyLosesMoreThanTheCapInAYearAndTheSumStays) {
  TwoBudgets two;
  const TransferRule rule{.follows = 1, .equal_share = 1, .cap = 0.1};
  Kzt last = 15 * mln;
  for (int year = 0; year < 5; ++year) {
    for (int m = 0; m < 12; ++m) {
      two.respond(rule);
      EXPECT_EQ(two.at(0, AccountLine::transfers_in) + two.at(1, AccountLine::transfers_in), 15 * mln);
      EXPECT_GE(two.at(1, AccountLine::transfers_in), last - last / 10);
      EXPECT_EQ(two.budget.held[0] + two.budget.held[1], 0);
    }
    last = two.at(1, AccountLine::transfers_in);
  }
  EXPECT_EQ(last, static_cast<Kzt>(15e6 * 0.9 * 0.9 * 0.9 * 0.9 * 0.9));
  EXPECT_EQ(two.budget.held[1], last - 7500000);
}

TEST(Budget, TheEnvelopeOfTwelveMonthsIsTheYearToTheTenge) {
  BudgetParameters parameters;
  parameters.envelope_bln_kzt = 0.000000011;  // eleven tenge
  Kzt sum = 0;
  for (int month = 1; month <= 12; ++month) sum += envelope_of_month(parameters, month);
  EXPECT_EQ(sum, 11);
  parameters.envelope_bln_kzt = -1;
  EXPECT_EQ(envelope_of_month(parameters, 6), 0);
}

}  // namespace
}  // namespace world
