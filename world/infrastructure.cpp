#include "world/infrastructure.hpp"

#include <algorithm>
#include <cmath>

#include "agents/exact_math.hpp"

namespace world {

namespace {

using agents::exact_log;
using agents::exact_pow;

constexpr int first_school_age = 6, last_school_age = 16;
constexpr double counted_deficit = 0.01;
constexpr double fastest_growth = 0.10;   // a plan extrapolates no faster, 1/year

int row_of(const Infrastructure& infrastructure, System system, int region) {
  return static_cast<int>(system) * infrastructure.n_regions() + region;
}

// A keyed normal draw (Box and Muller), mean 0, deviation 1.
double normal_of(const agents::Chance& chance, agents::Purpose purpose, std::uint64_t name) {
  const double radius = std::sqrt(-2 * exact_log(agents::uniform_of(chance.bits(purpose, name, 0))));
  const double turn = 2 * agents::uniform_of(chance.bits(purpose, name, 1));
  return turn < 1 ? radius * agents::exact_sin_pi(turn) : -radius * agents::exact_sin_pi(turn - 1);
}

// Children of [from, to] years at the census, real people.
double children(const Census& census, int region, int from, int to, double scale) {
  double people = 0;
  for (int age = std::max(0, from); age <= to; ++age) {
    for (int kind = 0; kind < 4; ++kind) people += static_cast<double>(census.people(region, kind, age));
  }
  return people / scale;
}

double equivalent(const Served& served, std::size_t region, const InfrastructureParameters& parameters) {
  return served.residents[region] + parameters.commuter_load * (served.headcount(region) - served.residents[region]);
}

// What `now` becomes in `years` at the growth since a year ago, within limits.
double extrapolated(double now, double year_ago, double years) {
  const double growth = year_ago > 0 ? std::clamp(now / year_ago - 1, -fastest_growth, fastest_growth) : 0;
  return now * exact_pow(1 + growth, years);
}

void take_census_of_pupils(Infrastructure& infrastructure, const Served& served, const Census& census, double scale) {
  for (int r = 0; r < infrastructure.n_regions(); ++r) {
    const auto region = static_cast<std::size_t>(r);
    infrastructure.pupils_at_census[region] = children(census, r, first_school_age, last_school_age, scale);
    infrastructure.residents_at_census[region] = served.residents[region];
  }
}

// Loads of the month at a temperature `noise` degrees off the normal.
void set_loads(Infrastructure& infrastructure, const Country& country, const InfrastructureParameters& parameters,
               const Served& served, int region, int calendar_month, double noise) {
  const auto r = static_cast<std::size_t>(region);
  auto load = [&](System system) -> double& { return infrastructure.load(static_cast<int>(system), region); };
  auto base = [&](System system) { return infrastructure.base_load(static_cast<int>(system), region); };
  const double now = equivalent(served, r, parameters);
  const double people = infrastructure.base_equivalent[r] > 0 ? now / infrastructure.base_equivalent[r] : 1;
  const double dwellings =
      infrastructure.base_dwellings_m2[r] > 0 ? served.dwellings_m2[r] / infrastructure.base_dwellings_m2[r] : 1;
  const double january = country.january_mean_c[r];
  load(System::heat) = heat_load(base(System::heat), dwellings, people, cold_spell(january, calendar_month, parameters) + noise,
                                 january - parameters.design_below_january_c, parameters);
  load(System::water) = water_load(base(System::water), people, calendar_month, parameters);
  const double before = infrastructure.residents_at_census[r];
  load(System::schools) = infrastructure.pupils_at_census[r] * (before > 0 ? served.residents[r] / before : 1);
  load(System::roads) = now;
  infrastructure.served[r] = served.headcount(r);
}

void judge(Infrastructure& infrastructure, const InfrastructureParameters& parameters, int region, int calendar_month) {
  for (int s = 0; s < n_systems; ++s) {
    const double missing = deficit_of(infrastructure.available(s, region), infrastructure.load(s, region));
    infrastructure.deficits(row_of(infrastructure, static_cast<System>(s), region), calendar_month - 1) = missing;
    infrastructure.quality(s, region) = next_quality(infrastructure.quality(s, region), missing, parameters);
  }
  const double room = infrastructure.capacity(static_cast<int>(System::roads), region);
  const double load = infrastructure.load(static_cast<int>(System::roads), region);
  infrastructure.congestion[static_cast<std::size_t>(region)] =
      room > 0 && load > 0 ? std::max(0.0, exact_log(load / room)) : 0;
}

}  // namespace

double Infrastructure::deficit(System system, int region) const {
  return deficit_of(available(static_cast<int>(system), region), load(static_cast<int>(system), region));
}

int Infrastructure::deficit_months(System system, int region) const {
  int months = 0;
  for (int m = 0; m < 12; ++m) {
    if (deficits(static_cast<int>(system) * n_regions() + region, m) > counted_deficit) ++months;
  }
  return months;
}

double Infrastructure::seats_per_pupil(int region) const {
  const double pupils = load(static_cast<int>(System::schools), region);
  return pupils > 0 ? std::min(1.0, capacity(static_cast<int>(System::schools), region) / pupils) : 1;
}

double cold_spell(double january_mean_c, int calendar_month, const InfrastructureParameters& parameters) {
  // A cosine over the year between the January and the July mean.
  const double turn = (calendar_month - 1) / 12.0;   // sin²(pi turn) is 0 in January and 1 in July
  const double sine = turn > 0 ? agents::exact_sin_pi(turn) : 0;
  return january_mean_c + (parameters.july_mean_c - january_mean_c) * sine * sine - parameters.cold_spell_c;
}

double heat_load(double design_load, double dwellings_ratio, double people_ratio, double outside_c, double design_c,
                 const InfrastructureParameters& parameters) {
  constexpr double inside_c = 20;
  if (dwellings_ratio <= 0 || people_ratio <= 0) return 0;
  return design_load * exact_pow(dwellings_ratio, parameters.heat_on_dwellings) *
         exact_pow(people_ratio, 1 - parameters.heat_on_dwellings) * std::max(0.0, inside_c - outside_c) /
         (inside_c - design_c);
}

double water_load(double peak_load, double people_ratio, int calendar_month,
                  const InfrastructureParameters& parameters) {
  const bool is_summer = calendar_month >= 6 && calendar_month <= 8;
  return peak_load * people_ratio / (is_summer ? 1 : 1 + parameters.summer_water);
}

double deficit_of(double available, double load) { return load > available && load > 0 ? 1 - available / load : 0; }

double next_quality(double quality, double deficit, const InfrastructureParameters& parameters) {
  return (11 * quality + 1 - std::min(1.0, deficit / parameters.quality_at_deficit)) / 12;
}

Infrastructure start_infrastructure(const Country& country, const InfrastructureParameters& parameters,
                                    const Served& served, const Census& census, double scale,
                                    const std::vector<double>& people_growth) {
  const int n = country.n_regions();
  const auto size = static_cast<std::size_t>(n);
  const int lag = static_cast<int>(parameters.planning_lag_months);
  Infrastructure start;
  start.base_load = start.capacity = start.by_policy = start.load = start.available = Grid<double>(n_systems, n);
  start.quality = Grid<double>(n_systems, n, 1.0);
  start.deficits = Grid<double>(n_systems * n, 12);
  start.pipeline = Grid<double>(n_systems * n, lag);
  start.pupils_at_census = start.residents_at_census = start.served = start.congestion = std::vector<double>(size);
  start.base_observed = served.observed;
  start.base_dwellings_m2 = served.dwellings_m2;
  for (std::size_t r = 0; r < size; ++r) {
    start.base_equivalent.push_back(equivalent(served, r, parameters));
    start.observed_last_january.push_back(served.observed[r] / (1 + people_growth[r]));
    start.dwellings_last_january.push_back(served.dwellings_m2[r] / (1 + people_growth[r]));
  }
  take_census_of_pupils(start, served, census, scale);
  for (int r = 0; r < n; ++r) {
    const auto region = static_cast<std::size_t>(r);
    for (const System system : {System::heat, System::water}) {
      const int s = static_cast<int>(system);
      start.base_load(s, r) = country.peak_load(s, r);
      start.capacity(s, r) = country.capacity(s, r);
    }
    // Pupils five years on, already born, less the seats forecast to be missing then.
    const double pupils_then = children(census, r, first_school_age - 5, last_school_age - 5, scale);
    start.capacity(static_cast<int>(System::schools), r) = std::max(1.0, pupils_then - country.school_seat_shortage[region]);
    start.base_load(static_cast<int>(System::schools), r) = start.pupils_at_census[region];
    start.capacity(static_cast<int>(System::roads), r) = start.base_load(static_cast<int>(System::roads), r) =
        start.base_equivalent[region];
    start.available = start.capacity;
    // The year before, at the loads of the start and normal weather, for the quality that people know.
    for (int month = 1; month <= 24; ++month) {
      const int calendar_month = (month - 1) % 12 + 1;
      set_loads(start, country, parameters, served, r, calendar_month, 0);
      judge(start, parameters, r, calendar_month);
    }
  }
  return start;
}

void deliver_capacity(Infrastructure& infrastructure, const Country& country,
                      const InfrastructureParameters& parameters, const Grid<double>& extra, agents::Month month) {
  const int lag = infrastructure.pipeline.columns();
  for (int s = 0; s < n_systems; ++s) {
    const bool wears = s == static_cast<int>(System::heat) || s == static_cast<int>(System::water);
    for (int r = 0; r < infrastructure.n_regions(); ++r) {
      double& due = infrastructure.pipeline(row_of(infrastructure, static_cast<System>(s), r), month % lag);
      double& capacity = infrastructure.capacity(s, r);
      if (wears) capacity *= 1 - parameters.wear_per_year * (1 - parameters.maintenance) / 12;
      capacity += due + extra(s, r);
      infrastructure.by_policy(s, r) += extra(s, r);
      due = 0;
    }
  }
  for (const CapacityProject& project : country.capacity_projects) {
    if (project.delivered == month) infrastructure.capacity(static_cast<int>(project.system), project.region) += project.size;
  }
}

Grid<double> expected_loads(const Infrastructure& infrastructure, const Country& country,
                            const InfrastructureParameters& parameters, const Served& served, const Census& census,
                            double scale, int months) {
  const double years = months / 12.0;
  const int whole_years = months / 12;
  Grid<double> loads(n_systems, infrastructure.n_regions());
  for (int r = 0; r < infrastructure.n_regions(); ++r) {
    const auto region = static_cast<std::size_t>(r);
    const double observed = served.observed[region], dwellings = served.dwellings_m2[region];
    if (observed <= 0 || infrastructure.base_observed[region] <= 0 || infrastructure.base_dwellings_m2[region] <= 0) continue;
    const double then = extrapolated(observed, infrastructure.observed_last_january[region], years) /
                        infrastructure.base_observed[region];
    const double built = extrapolated(dwellings, infrastructure.dwellings_last_january[region], years) /
                         infrastructure.base_dwellings_m2[region];
    for (int s = 0; s < n_systems; ++s) loads(s, r) = infrastructure.base_load(s, r) * then;
    const double design_c = country.january_mean_c[region] - parameters.design_below_january_c;
    loads(static_cast<int>(System::heat), r) =
        heat_load(infrastructure.base_load(static_cast<int>(System::heat), r), built, then, design_c, design_c, parameters);
    loads(static_cast<int>(System::schools), r) =
        children(census, r, first_school_age - whole_years, last_school_age - whole_years, scale) * observed /
        std::max(1.0, served.residents[region]);
  }
  return loads;
}

void plan_capacity(Infrastructure& infrastructure, const Country& country, const InfrastructureParameters& parameters,
                   const Served& served, const Census& census, double scale, agents::Month month) {
  take_census_of_pupils(infrastructure, served, census, scale);
  const int lag = infrastructure.pipeline.columns();
  const Grid<double> expected = expected_loads(infrastructure, country, parameters, served, census, scale, lag);
  for (int r = 0; r < infrastructure.n_regions(); ++r) {
    const auto region = static_cast<std::size_t>(r);
    if (served.observed[region] <= 0 || infrastructure.base_observed[region] <= 0 ||
        infrastructure.base_dwellings_m2[region] <= 0) {
      continue;
    }
    infrastructure.observed_last_january[region] = served.observed[region];
    infrastructure.dwellings_last_january[region] = served.dwellings_m2[region];
    for (int s = 0; s < n_systems; ++s) {
      const auto system = static_cast<System>(s);
      const bool has_reserve = system == System::heat || system == System::water;
      const int row = row_of(infrastructure, system, r);
      // What policies brought comes on top of what the region would have by itself.
      double coming = infrastructure.capacity(s, r) - infrastructure.by_policy(s, r);
      for (int slot = 0; slot < lag; ++slot) coming += infrastructure.pipeline(row, slot);
      for (const CapacityProject& project : country.capacity_projects) {
        // This month's are in service already.
        const bool is_known = project.delivered > month && project.delivered <= month + lag;
        if (is_known && project.region == r && project.system == system) coming += project.size;
      }
      const double missing = (1 + (has_reserve ? parameters.planning_reserve : 0)) * expected(s, r) - coming;
      if (missing > 0) infrastructure.pipeline(row, month % lag) += parameters.planned_share * missing;
    }
  }
}

void infrastructure_responds(Infrastructure& infrastructure, const Country& country,
                             const InfrastructureParameters& parameters, const Served& served,
                             const agents::Chance& chance) {
  const int calendar_month = agents::calendar_month_of(chance.month);
  for (int r = 0; r < infrastructure.n_regions(); ++r) {
    const auto name = static_cast<std::uint64_t>(r);
    const double weather = parameters.weather_sd_c * normal_of(chance, agents::Purpose::weather, name);
    set_loads(infrastructure, country, parameters, served, r, calendar_month, weather);
    for (int s = 0; s < n_systems; ++s) {
      const bool fails = s == static_cast<int>(System::heat) || s == static_cast<int>(System::water);
      const double outage = fails ? parameters.outage_sd * std::abs(normal_of(chance, agents::Purpose::outage, name * n_systems + static_cast<std::uint64_t>(s))) : 0;
      infrastructure.available(s, r) = infrastructure.capacity(s, r) * std::max(0.0, 1 - outage);
    }
    judge(infrastructure, parameters, r, calendar_month);
  }
}

}  // namespace world
