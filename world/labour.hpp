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
#include "world/levers.hpp"

namespace world {

/// The labour market of all regions. Cells are [region of the post × sector].
struct Labour {
  // Fixed when the world is built.
  Grid<double> base_demand;        // D0, posts
  Grid<double> base_wage;          // w0, KZT per month
  Grid<double> efficiency;         // mu of the matching function; 0 before the warm-up: offers then replace outflow
  std::vector<double> base_slack;  // [region] u0
  std::vector<double> base_local_income;    // [region] Y0, KZT per month
  std::vector<double> quick_income_hazard;  // [region] 1/month, unemployed and not hired → informal
  std::vector<double> base_commute;         // [region] chance that an applicant looks in the hub, at the start

  // State.
  Grid<double> wage;                  // KZT per month, base-year prices
  Grid<std::int64_t> posts;           // desired posts, an integer
  Grid<std::int64_t> filled;          // from the last tally
  Grid<std::int64_t> vacancies;       // posts − filled, at least 0
  Cube<double> success;               // [region × sector × class] hired per application, last month
  Cube<double> apply_share;           // [region × skill × sector] where applicants look
  Grid<double> job_chance;            // [region × skill] e: employment probability, slowly remembered
  Grid<double> own_share;             // [region × skill] q: share of own-field wishes
  std::vector<double> slack;          // [region]
  std::vector<double> local_income;   // [region] Y, KZT per month
  std::vector<double> commute;        // [region] chance that an applicant looks in the hub, this month
  std::vector<std::int64_t> informal;   // [region lived in] at the last tally
  std::vector<std::int64_t> commuters;  // [region lived in] at the last tally
};

/// What the labour market needs to know besides its own state.
struct LabourTerms {
  const Country& country;
  const LabourParameters& labour;
  const agents::WorkParameters& work;
  const std::vector<std::uint8_t>& hub;   // [region] hub, or nowhere
};

/// What a post is worth besides its pay: working conditions, and for posts of
/// the own specialty the prestige of the profession. Empty tables: nothing.
struct WorkAppeal {
  Grid<double> conditions;        // [region × sector]
  std::vector<double> prestige;   // [field]
  double weight = 0;              // util (b_p)

  /// Worth of a post, in logarithms of pay.
  [[nodiscard]] double of(int region, int sector, int field, bool is_own) const {
    if (conditions.cells().empty()) return 0;
    return weight * ((is_own ? prestige[static_cast<std::size_t>(field)] : 0) + conditions(region, sector));
  }
};

/// What acts on posts and wages from outside the market; an empty table changes nothing.
struct LabourForces {
  Grid<double> posts;                    // [region × sector] added to demand
  Grid<double> wage_premium;             // [region × sector] over the cell's posts, added to its target wage
  Grid<double> demand_factor;            // [region × sector] times what demand would be
  Grid<double> wage_factor;              // [region × sector] times what the target wage would be
  Grid<double> wage_raise;               // [region × sector] of the target wage
  Grid<double> labour_cost;              // [region × sector] what a post costs its employer over its wage
  std::vector<double> public_spending;   // [region] over its start
  double years_since_start = 0;
};

/// Labour at its base-year values around the posts held at the start.
[[nodiscard]] Labour start_labour(const LabourTerms& terms, const agents::Tally& start);

/// State → application, acceptance and separation tables of the month.
void labour_speaks(agents::WorkSignals& signals, Labour& labour, const LabourTerms& terms,
                   const WorkAppeal& appeal = {});

/// How many posts each cell gives out this month, [region × sector] flat:
/// min(vacancies, applications, mu · A_eff^eta · v^(1−eta)), rounded by key.
/// Source: matching function with constant returns (Petrongolo and Pissarides 2001).
[[nodiscard]] std::vector<std::int64_t> make_offers(const Labour& labour, const LabourTerms& terms,
                                                    const agents::Tally& applications, const agents::Chance& chance);

/// Tally → filled posts, success rates, slack, wages, local income, and next
/// month's posts under `forces`. With `frozen`, demand and wages keep their base values.
void labour_responds(Labour& labour, const LabourTerms& terms, const agents::Tally& tally, const LabourForces& forces,
                     const agents::Chance& chance, bool frozen);

/// Warm-up only: sets efficiency, quick income and commuting so that the flows
/// of the last month would have kept posts, informal work and commuters.
/// Call before `labour_responds` of the same tally.
void balance_labour(Labour& labour, const LabourTerms& terms, const agents::Tally& tally);
/// End of warm-up: what is now becomes the base.
void rebase_labour(Labour& labour, const LabourTerms& terms, const agents::Tally& tally);

/// Flows that the silent warm-up does not have, expected in the first months;
/// people a month at the world's scale, [region].
struct LiveFlows {
  std::vector<double> entrants;    // young people who start to look for work
  std::vector<double> exit_rate;   // share of the labour force that retires or leaves it, 1/month
  std::vector<double> leavers;     // members of the labour force who move away
  std::vector<double> comers;      // members of the labour force who move in
};
/// Raises efficiency so that hires also replace who retires or moves away and
/// follow the trend of demand, and sets quick income so that the unemployed
/// stay as many as they are; informal work takes up the rest.
void prepare_labour(Labour& labour, const LabourTerms& terms, const agents::Tally& tally, const LiveFlows& flows);

/// One step of the wage curve for one cell: log wage moves towards
/// ln w0 − om · ln(u/u0), faster up than down. Source: Blanchflower and Oswald.
[[nodiscard]] double next_wage(double wage, double base_wage, double slack, double base_slack,
                               const LabourParameters& parameters);
/// What the demand for posts of a cell depends on; ratios are over the start.
struct DemandRatios {
  double wage = 1;             // what a post costs its employer
  double local_income = 1;
  double public_spending = 1;
  double years_since_start = 0;
};
/// Desired posts of a cell without packages.
[[nodiscard]] double desired_posts(double base_demand, const DemandRatios& ratios, const Sector& sector,
                                   const LabourParameters& parameters);

/// Expected formal wage of a skill class in a region: posts of the own field
/// (of all sectors for class 0), weighted by what the level is accepted for.
struct WageOutlook {
  double own = 0;             // KZT per month
  double mismatch_ratio = 1;  // wage outside the field over `own`, loss included
};
[[nodiscard]] WageOutlook wage_outlook(const Labour& labour, const LabourTerms& terms, int region, int skill);

/// Post-weighted mean wage of the posts of a region, KZT per month.
[[nodiscard]] double mean_wage(const Labour& labour, int region);
/// What informal work brings a month in a region, KZT.
[[nodiscard]] double quick_income(const Labour& labour, const LabourTerms& terms, int region);
/// Log wage premium of a level.
[[nodiscard]] double education_premium(int level, const agents::WorkParameters& work);
/// Whether posts of `sector` are the own specialty of a skill class.
[[nodiscard]] bool is_own_specialty(const Country& country, int skill, int sector);
/// Class of an applicant of `skill`: 0 own field and level, 1 level only, 2 below.
[[nodiscard]] int applicant_class(const Country& country, int skill, int sector);

}  // namespace world
