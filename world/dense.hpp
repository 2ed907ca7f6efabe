// Symmetric positive systems of a few dozen unknowns. Used by the calibration;
// plain loops in a fixed order, so the same bits everywhere.
#pragma once

#include <vector>

#include "agents/grid.hpp"

namespace world {

/// Solves a x = b by Cholesky's decomposition. An empty vector if `a` is not
/// positive definite (to 1e-13 of its own diagonal). Cost: n³ / 6.
[[nodiscard]] std::vector<double> solve_positive(const agents::Grid<double>& a, const std::vector<double>& b);

/// The diagonal of the inverse; empty as above.
[[nodiscard]] std::vector<double> diagonal_of_inverse(const agents::Grid<double>& a);

}  // namespace world
