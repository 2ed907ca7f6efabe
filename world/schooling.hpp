// Places of study by region and programme: how many, how attractive, what
// leavers of school may know of them. Built from the students of the tables;
// solved so that the base year's wishes fall where the students are. Must not
// know posts, budgets or citizens.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "agents/grid.hpp"
#include "agents/schooling_parameters.hpp"
#include "agents/signals.hpp"
#include "agents/tally.hpp"
#include "world/country.hpp"
#include "world/levers.hpp"

namespace world {

using agents::n_programmes;

/// What a calendar year has brought so far. Agents, [place × class studied for]; class 0 is school.
struct SchoolYear {
  Grid<std::int64_t> applicants;  // first wishes
  Grid<std::int64_t> begun, ended, dropped, gone, came;
  std::vector<std::int64_t> dual_hires;  // [place]
};

struct Schooling {
  // Fixed when the world is built.
  Grid<double> intake;            // [place × programme] entrants of the base year, real persons
  Grid<double> wish;              // [stage × programme] factor of a programme's weight, solved
  Grid<double> pull;              // [level − 1 × place] factor of a place's weight, solved
  std::vector<double> beds;       // [place] in dormitories, real
  std::vector<double> base_rent;  // [place]
  double base_cohort = 0;         // people of 15 to 17 in the nation, agents

  // State.
  double cohort = 0;         // the same, of the last January
  Grid<double> outlook;      // [region × class] smoothed wage of first posts, KZT a month
  Grid<std::int64_t> seats;  // [place × programme] given out in the last intake, agents
  SchoolYear year;
};

/// Who leaves school in a year, [stage × origin], persons.
using Leavers = Grid<double>;

/// The weight of programme p at place j for a leaver of stage s from origin o is
/// of_origin(s, o, p) · of_place(j, p) · way(o, j); the way without weighs 1.
struct StudyWeights {
  Cube<double> of_origin;  // [stage × origin × programme]
  Grid<double> of_place;   // [place × programme]
  Grid<double> way;        // [origin × place]
  [[nodiscard]] double at(int stage, int origin, int place, int programme) const {
    return of_origin(stage, origin, programme) * of_place(place, programme) * way(origin, place);
  }
};

/// What the weights are made of besides the places themselves.
struct StudyFacts {
  Grid<double> outlook;           // [region × class]
  std::vector<double> rent;       // [place]
  std::vector<double> bed_share;  // [place] beds per student from elsewhere, 0–1
  std::vector<double> prestige;   // [field] of its professions, −1 to 1; empty: 0
};

/// Everybody's tables of the country; neutral levers unless there is a policy.
struct SchoolingTerms {
  const Country& country;
  const agents::SchoolingParameters& parameters;
  const Levers& levers;
  const std::vector<std::uint8_t>& hub;  // [region] or nowhere
};

/// Places from the tables, then `wish` and `pull` such that the wishes of `leavers` of grades 9 and 11 are the
/// base year's intake by programme and by place (scaled down where there are too few leavers).
/// `leavers` holds 15- and 17-year-olds in its first two rows; grade 11 is the share of the second that stayed.
[[nodiscard]] Schooling start_schooling(const SchoolingTerms& terms, const StudyFacts& facts, const Leavers& cohorts);

[[nodiscard]] StudyWeights study_weights(const Schooling& schooling, const SchoolingTerms& terms,
                                         const StudyFacts& facts);

/// Leavers by stage from the 15- and 17-year-olds of `cohorts`, as the choice has it.
[[nodiscard]] Leavers leavers_of(const StudyWeights& weights, const Schooling& schooling, const SchoolingTerms& terms,
                                 const Leavers& cohorts);

/// First wishes of a year in expectation: [stage, twice: college, university; origin × place].
[[nodiscard]] Cube<double> expected_wishes(const StudyWeights& weights, const Leavers& leavers);
[[nodiscard]] constexpr int wish_layer(int stage, int level) { return stage * 2 + level - 1; }

/// Who moves to study in a year of the start, in expectation: [origin × place] real persons. `cohorts` as above.
[[nodiscard]] Grid<double> expected_study_moves(const Schooling& schooling, const SchoolingTerms& terms,
                                                const StudyFacts& facts, const Leavers& cohorts);

/// The tables that leavers draw from; `has_place` [place × programme] says what may be chosen.
void fill_choices(agents::StudyChoices& choices, const StudyWeights& weights, const SchoolingTerms& terms,
                  const Grid<std::uint8_t>& has_place);

/// Places of this September, agents: keyed rounding of what the base year had, the reserve, the cohort's growth and
/// the policies.
[[nodiscard]] Grid<std::int64_t> seats_of(const Schooling& schooling, const SchoolingTerms& terms, double scale,
                                          const agents::Chance& chance);
/// The dual ones among them, agents.
[[nodiscard]] Grid<std::int64_t> dual_seats_of(const Grid<std::int64_t>& seats, const SchoolingTerms& terms,
                                               double scale, const agents::Chance& chance);
/// Beds in all, agents, rounded down.
[[nodiscard]] std::vector<std::int64_t> beds_of(const Schooling& schooling, const Levers& levers, double scale);

/// What every month's students may know.
void schooling_speaks(agents::SchoolingSignals& signals, const Schooling& schooling, const SchoolingTerms& terms,
                      const std::vector<double>& rent, agents::Month month);
/// After the month: the outlook follows `wages` [region × class], the year's record grows.
void schooling_responds(Schooling& schooling, const agents::SchoolingParameters& parameters, const Grid<double>& wages,
                        const agents::Tally& tally, agents::Month month);

/// A student's cost of living where the rent is `rent`, KZT a month.
[[nodiscard]] double living_cost(const Schooling& schooling, const agents::SchoolingParameters& parameters,
                                 double rent);
/// Stipend of a level (1, 2) with the policies, KZT a month.
[[nodiscard]] double stipend(const agents::SchoolingParameters& parameters, const Levers& levers, int level);

}  // namespace world
