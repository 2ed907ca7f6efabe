// Moving and registering against their closed forms with enough people, or
// enough months, for the tolerances of docs/model.md (V3, V14).
#include <gtest/gtest.h>

#include "tests/world/fixed_chances.hpp"
#include "tests/world/registration_stock.hpp"

namespace world {
namespace {

using namespace testing;

TEST(FixedChances, PeopleSettleInTheStationaryDistributionToAThousandth) { expect_stationary(65000, 500, 1e-3); }

// Hazards of a tenth of the usual ones: the order within a month then hardly
// matters, and the stock is the closed form.
TEST(Registration, TheUnregisteredStockIsTheClosedFormWhereAMonthIsShort) {
  agents::RegistrationParameters parameters;
  parameters.hazard_per_month /= 10;
  parameters.exit_per_month = 0.004;
  constexpr int newcomers = 300, n_settling = 1500, n_counted = 3000;
  const ExpectedStock expected = closed_form(parameters, newcomers);
  EXPECT_NEAR(monthly_balance(parameters, newcomers).all() / expected.all(), 1, 0.01);
  const double bound = 4.5 * standard_error(expected, parameters, n_counted);
  EXPECT_LT(bound, 0.01 * expected.all());
  EXPECT_NEAR(simulated_stock(parameters, newcomers, n_settling, n_counted).mean, expected.all(),
              0.01 * expected.all() + bound);
}

}  // namespace
}  // namespace world
