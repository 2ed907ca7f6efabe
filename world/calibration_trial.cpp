#include "world/calibration_trial.hpp"

#include <algorithm>
#include <cmath>

#include "world/build.hpp"
#include "world/month.hpp"

namespace world {

std::vector<Grid<double>> registered_years(const Scenario& scenario, const Country& country, const Crew& crew,
                                           int n_years) {
  constexpr int months_a_year = 12;
  World world = build_world(scenario, country, crew);
  const int n = country.n_regions();
  std::vector<Grid<double>> years;
  for (int year = 0; year < n_years; ++year) {
    Grid<double>& cells = years.emplace_back(n, n);
    for (int month = 0; month < months_a_year; ++month) {
      advance(world, crew);
      for (int from = 0; from < n; ++from) {
        for (int to = 0; to < n; ++to) {
          const auto count = world.tally.registrations[static_cast<std::size_t>(from)][static_cast<std::size_t>(to)];
          cells(from, to) += static_cast<double>(count) / world.scale();
        }
      }
    }
  }
  return years;
}

double total_of(const Grid<double>& cells) {
  double sum = 0;
  for (const double cell : cells.cells()) sum += cell;
  return sum;
}

MatchingStart matching_start(const World& world) {
  using agents::Labour;
  MatchingStart start;
  double weighted = 0, posts = 0;
  for (int r = 0; r < world.country.n_regions(); ++r) {
    const auto region = static_cast<std::size_t>(r);
    double weighted_here = 0, posts_here = 0, force = 0;
    for (int s = 0; s < world.country.n_sectors(); ++s) {
      const auto filled = static_cast<double>(world.labour.filled(r, s));
      weighted_here += filled * world.labour.efficiency(r, s);
      posts_here += filled;
    }
    const double here = posts_here > 0 ? weighted_here / posts_here : 0;
    start.lowest_efficiency = r == 0 ? here : std::min(start.lowest_efficiency, here);
    start.highest_efficiency = std::max(start.highest_efficiency, here);
    weighted += weighted_here;
    posts += posts_here;
    const auto& people = world.tally.people[region];
    for (const Labour state : {Labour::unemployed, Labour::informal, Labour::employed_own, Labour::employed_other}) {
      force += static_cast<double>(people[static_cast<std::size_t>(state)]);
    }
    const auto unemployed = static_cast<double>(people[static_cast<std::size_t>(Labour::unemployed)]);
    const double table = world.country.unemployed_persons[region];
    start.unemployed_table += table;
    start.unemployed_model += unemployed / world.scale();
    const double points = force > 0 ? 100 * (unemployed / force - table / world.country.labour_force_persons[region]) : 0;
    if (std::abs(points) > std::abs(start.worst_points)) {
      start.worst_points = points;
      start.worst_region = r;
    }
  }
  start.efficiency = posts > 0 ? weighted / posts : 0;
  return start;
}

}  // namespace world
