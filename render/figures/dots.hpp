// How many dots stand for how many people. Pure functions: what is on the screen
// can be counted back to the table of flows.
#pragma once

#include <vector>

namespace figures {

/// Dots of each stream when one dot is `people_per_dot` people: their sum is the total of the people in dots, rounded
/// to the nearest, and each is its own share rounded down or up (largest remainders; of equals, the earlier first).
/// Errors: std::invalid_argument for people below 0 or not finite, people per dot not above 0, more than a
/// thousand million dots.
[[nodiscard]] std::vector<int> apportion(const std::vector<double>& people, double people_per_dot);

/// The smallest of 1, 2, 5, 10, 20, 50 … people that needs at most `most_dots` dots for all `people`: a number that a
/// legend can tell. `most_dots` at least 1. Errors: std::invalid_argument.
[[nodiscard]] double choose_people_per_dot(double people, int most_dots);

}  // namespace figures
