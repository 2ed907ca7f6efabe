// The stock of people who live elsewhere than they are registered (V14), with a
// constant number of newcomers a month, some of whom never register.
#include <gtest/gtest.h>

#include <cmath>

#include "tests/world/registration_stock.hpp"

namespace world {
namespace {

using namespace testing;

TEST(Registration, TheUnregisteredStockIsTheBalanceOfTheMonth) {
  // An exit that lets the stock settle within the months simulated.
  const agents::RegistrationParameters parameters{
      .hazard_per_month = 0.12, .never_share = 0.05, .exit_per_month = 0.04};
  constexpr int newcomers = 1000, n_settling = 400, n_counted = 1000;
  const ExpectedStock expected = monthly_balance(parameters, newcomers);
  const double bound = 4.5 * standard_error(expected, parameters, n_counted);
  const Stock stock = simulated_stock(parameters, newcomers, n_settling, n_counted);
  EXPECT_LT(bound, 0.01 * expected.all());
  EXPECT_NEAR(stock.mean, expected.all(), bound);
  const double n_registering = expected.eligible * parameters.hazard_per_month / (1 - parameters.hazard_per_month);
  EXPECT_NEAR(stock.registered, n_registering, 4.5 * std::sqrt(n_registering / n_counted));
}

TEST(Registration, NobodyRegistersWhereTheHazardIsZeroOrAllNeverDo) {
  for (const auto& [hazard, never] : {std::pair{0.0, 0.0}, {1.0, 1.0}}) {
    const agents::RegistrationParameters parameters{
        .hazard_per_month = hazard, .never_share = never, .exit_per_month = 0.5};
    EXPECT_EQ(simulated_stock(parameters, 100, 5, 20).registered, 0);
  }
  const agents::RegistrationParameters at_once{.hazard_per_month = 1, .never_share = 0, .exit_per_month = 0.5};
  EXPECT_EQ(simulated_stock(at_once, 100, 5, 20).mean, 0);
}

}  // namespace
}  // namespace world
