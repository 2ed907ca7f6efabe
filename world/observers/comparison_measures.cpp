// Measures of a month, and their year.
#include "world/observers/comparison_measures.hpp"

#include <array>

#include "agents/exact_math.hpp"

namespace world::observers {
namespace {

using M = Measure;

constexpr std::array<MeasureInfo, n_measures> infos{{
    {M::population_registered, "population_registered_persons", "persons", Yearly::at_the_end, National::sum,
     "registered in the region at the year's end"},
    {M::population_actual, "population_actual_persons", "persons", Yearly::at_the_end, National::sum,
     "living in the region at the year's end"},
    {M::population_served, "population_served_persons", "persons", Yearly::at_the_end, National::sum,
     "headcount of a working day at the year's end: residents, commuters, visitors"},
    {M::net_migration_registered, "net_migration_interregional_registered_persons", "persons", Yearly::sum,
     National::sum, "registrations that came from other regions less those that went to them"},
    {M::net_migration_actual, "net_migration_interregional_actual_persons", "persons", Yearly::sum, National::sum,
     "people who moved in from other regions less those who moved out to them"},
    {M::jobs_filled, "jobs_filled_count", "posts", Yearly::at_the_end, National::sum,
     "formal posts of the region with a holder at the year's end, wherever the holder lives"},
    {M::posts, "posts_count", "posts", Yearly::at_the_end, National::sum,
     "formal posts that employers of the region want filled at the year's end"},
    {M::unemployed, "unemployed_persons", "persons", Yearly::at_the_end, National::sum,
     "people living in the region without work who look for it, at the year's end"},
    {M::mean_wage, "mean_wage_kzt", "KZT per month", Yearly::at_the_end, National::mean_by_jobs,
     "mean wage of the formal posts of the region at the year's end, prices of the base year"},
    {M::real_wage, "real_wage_kzt", "KZT per month", Yearly::at_the_end, National::mean_by_jobs,
     "that wage divided by (rent / mean rent of the country at the start) to the power migration.housing_share"},
    {M::rent, "rent_kzt_per_m2", "KZT per m2 and month", Yearly::at_the_end, National::mean_by_floor,
     "rent of a dwelling at the year's end, prices of the base year"},
    {M::heat_deficit_months, "heat_deficit_months_count", "months", Yearly::sum, National::sum,
     "months of the year with a heat deficit above 1 %; of the country: sum over regions"},
    {M::water_deficit_months, "water_deficit_months_count", "months", Yearly::sum, National::sum,
     "months of the year with a water deficit above 1 %; of the country: sum over regions"},
    {M::heat_quality, "heat_quality", "0 to 1", Yearly::at_the_end, National::mean_by_people,
     "memory of a year of heat without deficits, at the year's end"},
    {M::water_quality, "water_quality", "0 to 1", Yearly::at_the_end, National::mean_by_people,
     "memory of a year of water without deficits, at the year's end"},
}};

constexpr bool are_in_order() {
  for (std::size_t i = 0; i < infos.size(); ++i) {
    if (static_cast<std::size_t>(infos[i].measure) != i) return false;
  }
  return true;
}
static_assert(are_in_order());

constexpr double deficit_that_counts = 0.01;

double real(Count count) { return static_cast<double>(count); }

/// One region in one month, in people.
double month_value(M measure, const RegionSnapshot& r, double people_per_agent, double real_wage) {
  switch (measure) {
    case M::population_registered: return people_per_agent * real(r.population_registered);
    case M::population_actual: return people_per_agent * real(r.population_actual);
    case M::population_served: return people_per_agent * real(r.served);
    case M::net_migration_registered: return people_per_agent * real(r.arrivals_registered - r.departures_registered);
    case M::net_migration_actual: return people_per_agent * real(r.arrivals_actual - r.departures_actual);
    case M::jobs_filled: return people_per_agent * real(r.employees_by_workplace);
    case M::posts: return people_per_agent * real(r.posts);
    case M::unemployed: return people_per_agent * real(r.unemployed);
    case M::mean_wage: return r.mean_wage_kzt;
    case M::real_wage: return real_wage;
    case M::rent: return r.rent_kzt_per_m2;
    case M::heat_deficit_months: return r.heat_deficit > deficit_that_counts ? 1 : 0;
    case M::water_deficit_months: return r.water_deficit > deficit_that_counts ? 1 : 0;
    case M::heat_quality: return r.heat_quality;
    case M::water_quality: return r.water_quality;
    case M::n_measures: break;
  }
  return 0;
}

double weight_of(National national, const RegionSnapshot& region) {
  switch (national) {
    case National::mean_by_jobs: return real(region.employees_by_workplace);
    case National::mean_by_floor: return region.dwelling_stock_m2;
    case National::mean_by_people: return real(region.population_actual);
    case National::sum: break;
  }
  return 1;
}

double mean_rent(const Snapshot& snapshot) {
  double bill = 0;
  double floor = 0;
  for (const RegionSnapshot& region : snapshot.regions) {
    bill += region.rent_kzt_per_m2 * region.dwelling_stock_m2;
    floor += region.dwelling_stock_m2;
  }
  return floor > 0 && bill > 0 ? bill / floor : 1;
}

}  // namespace

std::span<const MeasureInfo> measure_infos() { return infos; }
const MeasureInfo& info_of(Measure measure) { return infos[static_cast<std::size_t>(measure)]; }

void YearBook::add(const Snapshot& snapshot) {
  if (!has_start_) {
    has_start_ = true;
    n_regions_ = snapshot.n_regions();
    start_rent_ = mean_rent(snapshot);
    return;
  }
  constexpr int months_per_year = 12;
  if (n_months_ % months_per_year == 0) values_.resize(values_.size() + per_year());
  ++n_months_;
  double* const year = values_.data() + (values_.size() - per_year());
  for (const MeasureInfo& info : infos) {
    double total = 0;
    double weights = 0;
    const auto note = [&](int region, double value) {
      double& cell = year[index(region, info.measure)];
      cell = info.yearly == Yearly::sum ? cell + value : value;
    };
    for (int region = 0; region < n_regions_; ++region) {
      const RegionSnapshot& shown = snapshot.regions[static_cast<std::size_t>(region)];
      const double rent_ratio = shown.rent_kzt_per_m2 / start_rent_;
      const double real_wage =
          rent_ratio > 0 ? shown.mean_wage_kzt * agents::exact_exp(-housing_share_ * agents::exact_log(rent_ratio))
                         : shown.mean_wage_kzt;
      const double value = month_value(info.measure, shown, snapshot.people_per_agent, real_wage);
      const double weight = weight_of(info.national, shown);
      total += value * weight;
      weights += weight;
      note(region, value);
    }
    const bool is_mean = info.national != National::sum && weights > 0;
    note(n_regions_, is_mean ? total / weights : total);
  }
}

double YearBook::sum(int n_years, int region, Measure measure) const {
  double total = 0;
  for (int year = 0; year < n_years; ++year) total += at(year, region, measure);
  return total;
}

}  // namespace world::observers
