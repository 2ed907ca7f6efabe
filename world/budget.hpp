// Public spending by region. In the core, spending per actual resident stays
// what it was at the start in real terms, so public posts follow the people.
// Must not know posts, dwellings or citizens.
#pragma once

#include <vector>

#include "world/country.hpp"

namespace world {

struct Budget {
  std::vector<double> per_resident;    // [region] KZT a year and actual resident
  std::vector<double> start_people;    // [region] actual residents at the start
  std::vector<double> spending_ratio;  // [region] spending over its start
  std::vector<double> services;        // [region] S_r = ln(spending per actual resident / national mean)
};

/// `people` [region] are actual residents at the start, at the world's scale.
[[nodiscard]] Budget start_budget(const Country& country, const std::vector<double>& people);
/// Spending of the month.
void budget_responds(Budget& budget, const std::vector<double>& people);

}  // namespace world
