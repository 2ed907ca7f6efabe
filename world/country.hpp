// A country as its tables describe it: plain numbers, nothing computed. Loaded
// by `load_country` from a folder of CSV files; nothing regional is compiled in.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "agents/grid.hpp"
#include "agents/types.hpp"
#include "world/country_source.hpp"
#include "world/own_table.hpp"

namespace world {

using agents::Cube;
using agents::Grid;

struct Region {
  std::string iso;
  std::string name_en, name_kk, name_ru;
  bool is_metropolis = false;  // belongs to the nest of metropolises (roles.csv)
  bool is_capital = false;     // the place whose relief comparisons ask for first (roles.csv)
};

/// One sector of employment (sectors.csv, and the sector column of employment_by_sector.csv).
struct Sector {
  std::string name;
  double local_demand_share = 0;      // share of demand that follows local income, 0–1
  double budget_share = 0;            // share of demand that follows public spending, 0–1
  double self_employment_weight = 0;  // relative odds that work here is self-employment, ≥ 0
  std::array<double, agents::n_levels> acceptability{};  // how far a level meets what posts require, 0–1
  std::array<bool, agents::n_fields> is_own_field{};     // does a field count as own specialty here
  double routine_share = 0;           // of the work, which artificial intelligence can take over, 0–1
  bool uses_knowledge = false;        // does the knowledge stock of research raise its output
  double research_weight = 0;         // how much of the work here is research, relative to the other sectors, 0–1
};

/// A hinterland whose residents may work in a hub (hub_pairs.csv).
struct HubPair {
  int hinterland = 0;
  int hub = 0;
  double commuters_persons = 0;  // hinterland residents who work in the hub at the start
  double visitors_persons = 0;   // hinterland residents who come for a day without a post there, at the start
  double cost_shift = 0;         // lowers the moving cost between the two, util (g_hub); calibration.csv replaces it
};

/// What a figure of a table rests on: a published count, an estimate bound to a
/// published share or sum, or an estimate.
enum class Basis : std::uint8_t { sourced = 0, anchored = 1, estimated = 2 };
inline constexpr std::size_t n_bases = 3;

/// A value of a place that calibration.csv states, for the list of origins.
struct CalibratedValue {
  std::string name;    // "hub_shift KZ-11"
  double value = 0;
  std::string where;   // "calibration.csv:12"
};

/// Two regions cut from one oblast (kin_pairs.csv).
struct KinPair {
  int a = 0;
  int b = 0;
};

/// What a region's infrastructure is made of.
enum class System : int { heat, water, schools, roads };
inline constexpr int n_systems = 4;
struct SystemInfo {
  const char* name;
  const char* unit;   // of capacity, load and size
};
[[nodiscard]] const std::array<SystemInfo, n_systems>& system_infos();
/// Index of a System by its name, or −1.
[[nodiscard]] int system_of(const std::string& name);

/// Capacity that enters service on a known date (capacity_projects.csv).
struct CapacityProject {
  std::string name;
  int region = 0;
  System system = System::heat;
  agents::Month delivered = 0;   // the first month in service
  double size = 0;               // in the unit of the system
};

/// A growth centre as announced (growth_centres.csv, optional).
struct CentreFacts {
  std::string name;
  std::string name_kk, name_ru;
  int region = 0;
  double announced_investment_kzt = 0;   // 0: none published
  double announced_jobs = 0;             // 0: none published
};

/// What a unit of something costs (unit_costs.csv and cost_benchmarks.csv, optional).
struct UnitCostRow {
  std::string part;        // jobs, dwellings, heat, water, schools, roads
  int region = -1;         // −1: the nation
  std::string benchmark;   // item of cost_benchmarks.csv
  double kzt = 0;
  std::string basis;
};

/// An anchor employer in one cell (anchors.csv, optional): a big enterprise of a known name.
struct Anchor {
  std::string name = {};
  int region = 0;
  int sector = 0;
  double share = 0;              // of the cell's posts, 0–1
  double wage_factor = 1;        // its pay over that of the rest of the cell
  double conditions = 0;         // its working conditions less those of the rest, −1 to 1
  double dual_seats = 0;         // first-year places of colleges with this partner, a year
  double colleges = 0;           // that it oversees
  double worker_homes = 0;       // families in its homes
};

/// National drivers of one year after the base year (drivers.csv, optional);
/// every value is relative to the base year = 1.
struct Driver {
  int year = 0;
  double fertility_index = 1;
  double mortality_index = 1;
  double external_arrivals_index = 1;
  double external_departures_index = 1;
};

/// All tables of one country at its base date. Regions are in the order of
/// regions.csv. Persons are counts of real people at scale 1:1.
struct Country {
  std::filesystem::path folder;
  std::vector<Overlay> overlays;                  // files laid over the tables of the folder
  std::vector<OwnTable> own_tables;               // what they changed
  int base_year = 0;  // the year of the flows (the last before the start)
  std::vector<Region> regions;
  std::vector<Sector> sectors;
  std::vector<HubPair> hub_pairs;
  std::vector<KinPair> kin_pairs;
  std::vector<Driver> drivers;

  // age_sex.csv: registered persons at the start
  std::vector<int> age_from_years;   // lower bounds of the age groups, ascending, first 0
  Cube<double> people;               // [region × sex × age group] persons

  // vital.csv, vital_schedules.csv
  std::vector<double> total_fertility_rate;   // [region] children per woman
  std::vector<double> births_persons;         // [region] in the base year
  std::vector<double> deaths_persons;         // [region] in the base year
  Grid<double> life_expectancy_years;         // [region × sex]
  std::vector<double> fertility_per_year;     // [age 0 … n_ages−1] births per woman per year
  Grid<double> mortality_per_year;            // [sex × age 0 … n_ages−1] deaths per person-year

  // labour.csv, employment_by_sector.csv
  std::vector<double> labour_force_persons, employed_persons, employees_persons,
      self_employed_persons, unemployed_persons;  // [region]
  std::vector<double> mean_wage_kzt;              // [region] per month
  Grid<double> sector_employed_persons;           // [region × sector]
  Grid<double> sector_wage_kzt;                   // [region × sector] per month

  // migration_od.csv, migration_net.csv
  Grid<double> moves_persons;                     // [origin × destination] interregional, base year, registered
  Grid<Basis> moves_basis;                        // the same: anything but sourced and anchored is an estimate
  std::vector<double> external_arrivals_persons, external_departures_persons;  // [region], base year

  // housing.csv, tenure.csv
  std::vector<double> dwelling_stock_m2, rent_kzt_per_m2, commissioned_m2_per_year;  // [region]
  std::vector<double> owner_share;                // [region] of households
  std::vector<double> mover_renting_share;        // [region] of recent interregional movers

  // infrastructure.csv, capacity_projects.csv, regions.csv
  Grid<double> capacity;                          // [system × region] at the start; heat and water
  Grid<double> peak_load;                         // [system × region] at design conditions, at the start; heat and water
  std::vector<double> school_seat_shortage;       // [region] seats missing five years on if none is built
  std::vector<double> january_mean_c;             // [region] deg C
  std::vector<CapacityProject> capacity_projects;

  std::vector<CentreFacts> centres;
  std::vector<Anchor> anchors;                    // anchors.csv
  std::vector<UnitCostRow> unit_costs;

  // budgets.csv
  std::vector<double> budget_per_resident_kzt;    // [region] a year
  std::vector<double> transfers_kzt;              // [region] from the republic a year; −1: no table has it

  // withdrawals.csv (optional)
  std::vector<double> withdrawals_kzt;            // [region] to the republic a year; 0 without a row

  // distances.csv
  Grid<double> distance_km;                       // [region × region], road, 0 on the diagonal

  // households.csv, marital.csv
  std::vector<double> households_count;           // [region]
  std::vector<double> private_household_share;    // [region] of people
  Grid<double> household_size_share;              // [region × size 1 … 6+] of households
  std::vector<double> mean_size_of_6_plus;        // [region]
  std::vector<double> share_with_children;        // [region] of households
  std::vector<double> lone_parent_share;          // [region] of households
  std::vector<double> mother_share_of_lone_parents;  // [region]
  Cube<double> married_share;                     // [region × sex × age 0 … n_ages−1]
  std::vector<double> marriages_count;            // [region], base year

  // birthplace.csv
  Grid<double> birthplace_share;                  // [residence × birthplace, last column abroad]

  // education.csv, fields.csv
  std::vector<double> higher_share_of_10_plus;    // [region] 0–1
  std::vector<double> college_students_persons, university_students_persons;  // [region of study], base year's school year
  std::vector<double> field_share_vocational, field_share_higher;  // [field], sums to 1, field 0 is 0
  std::vector<std::string> field_names;           // [field]

  // calibration.csv (optional; else zeros, and the cost shifts of hub_pairs.csv)
  std::vector<double> place_constant;             // [region] util, mean 0
  std::vector<CalibratedValue> calibrated;        // what the file states of places

  [[nodiscard]] int n_regions() const { return static_cast<int>(regions.size()); }
  [[nodiscard]] int n_sectors() const { return static_cast<int>(sectors.size()); }
  /// Index of an ISO code, or −1.
  [[nodiscard]] int region_of(const std::string& iso) const;
  /// Index of a sector name, or −1.
  [[nodiscard]] int sector_of(const std::string& name) const;
  /// Index of a field of study, or −1; 0 is no field.
  [[nodiscard]] int field_of(const std::string& name) const;
  /// A growth centre by its name, or nothing.
  [[nodiscard]] const CentreFacts* centre_of(const std::string& name) const;
};

/// Reads and checks every table of `folder`.
/// Errors: InputError, one line, naming file, line, column, value, allowed range.
[[nodiscard]] Country load_country(const std::filesystem::path& folder);
/// The same with tables of the user's own laid over those of the folder.
/// Errors: also those of `lay_over`, and a table that the country has not.
[[nodiscard]] Country load_country(const CountrySource& source);

}  // namespace world
