// Public spending by region. In the core, spending stays what it was at the
// start in real terms, so services per resident thin out where people arrive.
#pragma once

#include <vector>

#include "world/country.hpp"

namespace world {

struct Budget {
  std::vector<double> spending;       // [region] KZT a year, scaled
  double reference_per_resident = 1;  // KZT a year, national mean at the start
  std::vector<double> services;       // [region] S_r = ln(spending per actual resident / reference)
};

[[nodiscard]] Budget start_budget(const Country& country, const std::vector<double>& people, double scale);
/// Services per actual resident.
void budget_responds(Budget& budget, const std::vector<double>& people);

}  // namespace world
