// One month end of a world as plain numbers: what is shown. Taken after the
// month by whoever drives the run; the panel, the tables of totals, the summary
// and the viewer read it. Holds no reference to the world it was taken from.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "world/accounts.hpp"
#include "world/budget.hpp"

namespace world {

struct World;

namespace observers {

using Count = std::int64_t;

/// One region at a month's end. Counts are agents of the world's own scale;
/// events are those of the month, and 0 at the start.
struct RegionSnapshot {
  std::string iso;
  std::string name;  // English
  std::string name_kk, name_ru;

  // People at the month's end.
  Count population_registered = 0;
  Count population_actual = 0;
  Count unregistered = 0;             // live here, registered elsewhere or nowhere
  Count observed = 0;                 // the state sees live here: registered, and what the register covers of the rest
  Count employed = 0;                 // live here: formal and informal
  Count employees = 0;                // live here, formal post anywhere
  Count employees_by_workplace = 0;   // formal posts filled here
  Count commuters_out = 0;
  Count unemployed = 0;
  Count informal = 0;
  Count own_specialty = 0;
  Count students = 0;
  Count retired = 0;
  Count households = 0;
  Count owner_households = 0;
  double owners_share = 0;            // of households, 0–1; 0 without households

  // Places at the month's end.
  Count posts = 0;
  Count vacancies = 0;
  double mean_wage_kzt = 0;           // per month, base-year prices
  double rent_kzt_per_m2 = 0;         // per month
  double dwelling_stock_m2 = 0;       // at the world's scale
  double services_index = 0;          // spending per actual resident, national mean at the start = 1

  // Heat, water, schools, roads; real units whatever the scale.
  Count served = 0;                   // headcount of a working day, agents: residents, commuters, visitors
  double heat_capacity_gcal_per_h = 0, heat_load_gcal_per_h = 0, heat_deficit = 0, heat_quality = 1;
  double water_capacity_thousand_m3_per_day = 0, water_load_thousand_m3_per_day = 0, water_deficit = 0, water_quality = 1;
  Count heat_deficit_months = 0, water_deficit_months = 0;  // of the last twelve
  double seats_per_pupil = 1;
  double congestion = 0;              // ln of load over road capacity

  // Knowledge; averages over filled posts.
  double ai_adoption = 0;             // share of work done with artificial intelligence, 0–1
  double productivity = 1;            // A / A0
  double conditions = 0;              // of work, −1 to 1; 0 is the start
  double knowledge_stock_kzt = 0;     // real, whatever the scale
  Count patents = 0;                  // of the calendar year so far, real

  // Events of the month.
  Count births = 0, births_registered = 0;
  Count deaths = 0, deaths_registered = 0;
  Count arrivals_registered = 0, departures_registered = 0;  // registrations between regions
  Count arrivals_actual = 0, departures_actual = 0;          // moves between regions
  Count external_arrivals_actual = 0, external_departures_actual = 0;
  Count external_arrivals_registered = 0, external_departures_registered = 0;
  Count marriages = 0;
  Count heads_considering = 0;
  Count households_moved = 0;
};

/// One account of a month, whole tenge of the real country.
struct AccountSnapshot {
  std::string account;                           // ISO code of a region, "nation", "policies"
  std::array<Count, n_account_lines> lines{};    // in the order of account_line_infos()
  Count requested = 0;                           // policies: what they asked for
  Count held = 0;                                // a region: transfers over what the rule alone would give
};

/// The whole country at a month's end.
struct Snapshot {
  std::int32_t month = 0;        // year × 12 + (calendar month − 1)
  bool is_start = false;         // the state before the first month
  double people_per_agent = 1;
  std::vector<RegionSnapshot> regions;
  std::vector<Count> moves;          // [origin × destination] persons who moved
  std::vector<CostLine> costs;       // of the month as paid, KZT at scale 1:1
  std::vector<AccountSnapshot> accounts;  // of the month: regions, the nation, policies; none at the start
  std::vector<Count> registrations;  // [old × new] persons whose registration changed
  std::uint64_t state_hash = 0;
  std::vector<std::uint64_t> column_hashes;  // in the order of world::column_names()

  [[nodiscard]] int n_regions() const { return static_cast<int>(regions.size()); }
  [[nodiscard]] Count moved(int origin, int destination) const { return moves[pair(origin, destination)]; }
  [[nodiscard]] Count reregistered(int origin, int destination) const { return registrations[pair(origin, destination)]; }
  /// Sum over regions of one of the counts of RegionSnapshot.
  [[nodiscard]] Count total(Count RegionSnapshot::* count) const;

 private:
  [[nodiscard]] std::size_t pair(int origin, int destination) const {
    return static_cast<std::size_t>(origin) * regions.size() + static_cast<std::size_t>(destination);
  }
};

/// Copies the numbers of the month that is over out of `world`.
[[nodiscard]] Snapshot take_snapshot(const World& world);

/// "2023-01".
[[nodiscard]] std::string month_name(const Snapshot& snapshot);

}  // namespace observers
}  // namespace world
