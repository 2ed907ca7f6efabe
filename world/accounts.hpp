// What policies cost: unit costs from the country's benchmarks, sizes of
// packages bought for one budget, and the cost lines of a month. Pure functions
// of the scenario and the country; money is KZT of the base year at scale 1:1.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "world/country.hpp"
#include "world/planning.hpp"
#include "world/scenario.hpp"

namespace world {

/// What one unit of something costs, and what that rests on.
struct UnitCost {
  double kzt = 0;
  std::string basis;       // sourced, derived, estimated, or placeholder
  std::string benchmark;   // row of cost_benchmarks.csv or growth_centres.csv; empty for a placeholder
};

/// The six things a growth centre is made of, in this order.
enum class PackagePart : int { jobs, dwellings, heat, water, schools, roads };
inline constexpr int n_package_parts = 6;
struct PackagePartInfo {
  const char* name;
  const char* unit;
};
[[nodiscard]] const std::array<PackagePartInfo, n_package_parts>& package_part_infos();

/// Cost of a unit of `part` for a centre in `region`: its own row of the tables
/// where one matches, the nation's otherwise, else a placeholder parameter.
[[nodiscard]] UnitCost unit_cost(const Country& country, const AccountsParameters& parameters, PackagePart part,
                                 const std::string& centre, int region);

/// Sizes of a package at dose 1: what its budget buys, or the stated amounts.
[[nodiscard]] std::array<double, n_package_parts> package_sizes(const GrowthCentre& package, const Country& country,
                                                                const AccountsParameters& parameters);

/// Share of a package's spending on `part` that falls in the month `months`
/// after its start; sums to 1.
[[nodiscard]] double spending_share(const GrowthCentre& package, PackagePart part, int months);

/// Months over which it is spent.
[[nodiscard]] int spending_months(const GrowthCentre& package, PackagePart part);

/// One item of spending in one month.
struct CostLine {
  std::string policy;
  std::string centre;          // town of a package, empty for others
  std::string item;            // "jobs", "heat", "grant", …
  std::string region;          // ISO code, empty for the nation
  double quantity = 0;         // bought this month
  std::string unit;
  UnitCost cost;
  double kzt = 0;              // spent this month
  double present_value_kzt = 0;  // on 1 January of accounts.value_year
};

/// Whom and what policies pay for this month. Real households and people; a list may be empty where nobody is paid for.
struct Recipients {
  std::vector<double> households_arrived{};  // [region] from other regions: moving grants
  std::vector<double> students{};            // [class studied for] of the nation
  Grid<double> wage{};                       // [region × sector] KZT a month of those employees; empty: not known
  Grid<double> employees{};                  // [region × sector]; empty: those of the tables
  std::vector<double> built_dormitories{};   // [dormitory of the scenario] share that was paid and stands; empty: all
};

/// What all policies cost in `month` at full funding. `orders` are those of planners.
[[nodiscard]] std::vector<CostLine> month_costs(const Scenario& scenario, const Country& country, agents::Month month,
                                                const Recipients& recipients,
                                                const std::vector<PlannedOrder>& orders = {});

}  // namespace world
