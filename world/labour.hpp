// Posts, vacancies, wages and the chance of a post, by region and sector.
// Speaks to the citizens through WorkSignals, hears them through the tally.
// Must not know dwellings, budgets or individual citizens.
#pragma once

#include <cstdint>
#include <vector>

#include "agents/chance.hpp"
#include "agents/signals.hpp"
#include "agents/work_parameters.hpp"
#include "world/country.hpp"
#include "world/labour_parameters.hpp"

namespace world {

/// The labour market of all regions. Cells are [region of the post × sector].
struct Labour {
  // Fixed when the world is built.
  Grid<double> base_demand;        // D0, posts
  Grid<double> base_wage;          // w0, KZT per month
  Grid<double> efficiency;         // mu of the matching function
  std::vector<double> base_slack;  // [region] u0
  std::vector<double> base_local_income;  // [region] Y0, KZT per month
  std::vector<double> quick_income_hazard;  // [region] 1/month, unemployed and not hired → informal
  std::vector<double> base_commute;  // [region] chance that an applicant looks in the hub

  // State.
  Grid<double> wage;               // KZT per month, base-year prices
  Grid<std::int64_t> posts;        // desired posts, an integer
  Grid<std::int64_t> filled;       // from the last tally
  Grid<std::int64_t> vacancies;    // posts − filled, at least 0
  Grid<std::int64_t> applications; // last month, all classes, who would accept
  Cube<double> success;            // [region × sector × class] hired per application, last month
  Grid<double> job_chance;         // [region × skill] e: employment probability, slowly remembered
  Grid<double> own_share;          // [region × skill] q: share of own-field matches
  std::vector<double> slack;       // [region]
  std::vector<double> local_income;  // [region] Y
  Grid<double> package_posts;      // J: posts of job packages this month
};

/// Labour at its base-year values: demand, wages, slack.
/// `filled` are the posts held at the start.
[[nodiscard]] Labour start_labour(const Country& country, const LabourParameters& parameters,
                                  const agents::Tally& start, double scale, std::uint64_t seed);

/// Demand and wages → the month's offers, application and acceptance tables.
/// Offers use the applications of last month as the expected number of this one.
void labour_speaks(agents::WorkSignals& signals, Labour& labour, const Country& country,
                   const LabourParameters& parameters, const agents::WorkParameters& work,
                   const std::vector<double>& commute_chance, const agents::Chance& chance);

/// Sets efficiency and quick income so that the flows of the last month would
/// have kept filled posts and informal work as they are (warm-up only).
void balance_labour(Labour& labour, const agents::Tally& tally, const Country& country,
                    const LabourParameters& parameters, const agents::WorkParameters& work);

/// Tally → filled posts, success rates, wages, local income and next demand.
/// With `frozen`, demand and wages stay at their base values.
void labour_responds(Labour& labour, const agents::Tally& tally, const Country& country,
                     const LabourParameters& parameters, const agents::WorkParameters& work,
                     agents::Month month, agents::Month start, const agents::Chance& chance, bool frozen);

/// Employee-weighted mean wage of the posts of a region, KZT per month.
[[nodiscard]] double mean_wage(const Labour& labour, int region);
/// What an hour of informal work brings a month in a region, KZT.
[[nodiscard]] double quick_income(const Labour& labour, const Country& country, const LabourParameters& parameters,
                                  int region);

}  // namespace world
