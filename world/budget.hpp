// Public spending by region. Money follows the people whom the state observes:
// spending per observed resident stays what it was at the start in real terms,
// so residents whom nobody counts thin it out. Must not know posts, dwellings
// or citizens.
#pragma once

#include <vector>

#include "world/country.hpp"

namespace world {

struct Budget {
  std::vector<double> per_resident;    // [region] KZT a year and actual resident at the start
  std::vector<double> start_people;    // [region] actual residents at the start
  std::vector<double> start_observed;  // [region] observed residents at the start
  double reference = 0;                // KZT a year and actual resident, nation at the start
  std::vector<double> spending_ratio;  // [region] spending over its start
  std::vector<double> services;        // [region] S_r = ln(spending per actual resident / national mean at the start)
};

/// `people` and `observed` [region] are actual residents and those whom the
/// state believes there are at the start, in the same unit.
[[nodiscard]] Budget start_budget(const Country& country, const std::vector<double>& people,
                                  const std::vector<double>& observed);
/// Spending of the month, for people and observed people of the month.
void budget_responds(Budget& budget, const std::vector<double>& people, const std::vector<double>& observed);

}  // namespace world
