// A stock of people registered elsewhere, with a constant number of newcomers a
// month: simulated by the rule, and in two closed forms.
#pragma once

#include <cmath>
#include <cstdint>
#include <vector>

#include "agents/registration.hpp"
#include "agents/registration_parameters.hpp"
#include "agents/tally.hpp"
#include "tests/world/crowd.hpp"
#include "world/vital.hpp"

namespace world::testing {

/// What a simulated crowd shows.
struct Stock {
  double mean = 0;        // unregistered at a month's end, over the months counted
  double registered = 0;  // registrations a month
};

// In the order of the month: some of those who were there leave, newcomers
// arrive, and who is there may register.
[[nodiscard]] inline Stock simulated_stock(const agents::RegistrationParameters& parameters, int newcomers,
                                           int n_settling, int n_counted) {
  agents::Signals signals;
  registration_speaks(signals.registration, parameters, 0, 0);
  agents::Block block(1024);
  std::uint64_t serial = 0;
  Stock stock;
  for (int month = 0; month < n_settling + n_counted; ++month) {
    const agents::Chance chance{.seed = 4, .month = crowd_start + month};
    const std::uint64_t leaving = agents::keyed_bits(23, static_cast<std::uint64_t>(month));
    const agents::Threshold leaves = agents::threshold_of(parameters.exit_per_month);
    for (int i = 0; i < block.n_rows(); ++i) {
      const auto row = static_cast<agents::Row>(i);
      if (block.is_empty(row)) continue;
      if (!block.has(row, agents::status::unregistered) ||
          agents::fires(agents::keyed_bits(leaving, block.serial[row]), leaves)) {
        block.free_row(row);
      }
    }
    for (int i = 0; i < newcomers; ++i) {
      const agents::Row row = add_single(block, agents::keyed_bits(17, ++serial), 0);
      block.registered[row] = 1;
      block.refresh_registration(row);
    }
    agents::Tally tally;
    agents::citizens_register(block, tally, signals.registration, chance);
    if (month < n_settling) continue;
    agents::Tally count;
    agents::count_stocks(count, block, std::vector<std::uint8_t>(agents::max_regions, agents::nowhere));
    stock.mean += static_cast<double>(count.unregistered[0]) / n_counted;
    stock.registered += static_cast<double>(tally.registrations[1][0]) / n_counted;
  }
  return stock;
}

/// Those who may register and those who never do, as expected at the end of months.
struct ExpectedStock {
  double eligible = 0, never = 0;
  [[nodiscard]] double all() const { return eligible + never; }
};

// The balance by the month: who was there and stayed, and the newcomers, may register.
[[nodiscard]] inline ExpectedStock monthly_balance(const agents::RegistrationParameters& parameters, double newcomers) {
  const double nu = parameters.never_share, rho = parameters.hazard_per_month, exit = parameters.exit_per_month;
  return {.eligible = (1 - nu) * newcomers * (1 - rho) / (1 - (1 - rho) * (1 - exit)), .never = nu * newcomers / exit};
}

// The closed form of V14, where time flows.
[[nodiscard]] inline ExpectedStock closed_form(const agents::RegistrationParameters& parameters, double newcomers) {
  const double nu = parameters.never_share, rho = parameters.hazard_per_month, exit = parameters.exit_per_month;
  return {.eligible = (1 - nu) * newcomers / (rho + exit), .never = nu * newcomers / exit};
}

// Of the mean stock: people are independent, months are not; a month's deviation
// fades by the rate at which people leave the stock.
[[nodiscard]] inline double standard_error(const ExpectedStock& expected,
                                           const agents::RegistrationParameters& parameters, int n_counted) {
  const double fading = parameters.hazard_per_month + parameters.exit_per_month;
  return std::sqrt((expected.eligible * 2 / fading + expected.never * 2 / parameters.exit_per_month) / n_counted);
}

}  // namespace world::testing
