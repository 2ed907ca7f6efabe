// What the month brings from outside: the doses of all policies, and people
// from abroad.
#pragma once

#include <vector>

#include "agents/chance.hpp"
#include "agents/migration.hpp"
#include "world/country.hpp"
#include "world/funding.hpp"
#include "world/levers.hpp"
#include "world/scenario.hpp"
#include "world/vital.hpp"

namespace world {

/// Share of a package that stands `months` after its start: a logistic ramp
/// from 10 % to 90 % within `ramp_months`, 0 before.
[[nodiscard]] double ramp_share(double months, double ramp_months);

/// Doses of all policies in `month`, as far as `book` paid for them.
[[nodiscard]] Levers levers_of(const Scenario& scenario, const Country& country, agents::Month month,
                               const FundingBook& book);

/// Policies of knowledge, professions and anchor employers, and shocks of the latter, added to `levers`.
void add_knowledge(Levers& levers, const Scenario& scenario, const Country& country, agents::Month month,
                   const FundingBook& book);
/// How far an agreement acts: as far as its credit is paid, and after it as far as it was.
[[nodiscard]] double agreement_share(const AnchorAgreement& policy, agents::Month month, const FundingBook& book);
/// Turns posts of anchors into their growth over `posts`, the demand of the start, and lets their dual places and homes
/// for workers go with it.
void anchors_change(Levers& levers, const Country& country, const Grid<double>& posts);

/// The households that arrive from abroad this month, dealt to blocks:
/// [block] → arrivals. Persons by region are the base year's, times the driver.
[[nodiscard]] std::vector<std::vector<agents::Arrival>> arrivals_from_abroad(const Scenario& scenario,
                                                                             const Country& country,
                                                                             const Vital& vital, int n_blocks,
                                                                             const agents::Chance& chance);

/// Chance that an applicant of a hinterland looks in the hub, [region]: moves
/// with the wage gap, the rent gap and the congestion of the hub since the start.
[[nodiscard]] std::vector<double> commute_chances(const Country& country, const std::vector<double>& base,
                                                  const std::vector<double>& wage_ratio,
                                                  const std::vector<double>& rent_ratio,
                                                  const std::vector<double>& congestion,
                                                  const std::vector<double>& minutes_saved,
                                                  const Parameters& parameters);

}  // namespace world
