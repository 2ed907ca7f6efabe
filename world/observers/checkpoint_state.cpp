// Structs are taken apart by structured bindings: a field that is added to one of
// them and not to its list here does not compile.
#include "world/observers/checkpoint_state.hpp"

#include "world/observers/checkpoint_archive.hpp"

namespace world::observers {
namespace {

/// The sizes that tables of the state must have.
struct Shape {
  int n = 0;         // regions
  int s = 0;         // sectors
  int building = 0;  // months from start to completion of a dwelling
  int planning = 0;  // months from plan to delivery of capacity
  explicit Shape(const World& world)
      : n(world.country.n_regions()), s(world.country.n_sectors()),
        building(static_cast<int>(world.scenario.parameters.housing.completion_months)),
        planning(static_cast<int>(world.scenario.parameters.infrastructure.planning_lag_months)) {}
};

template <class Io, class T>
void see_labour(Io& io, T& labour, const Shape& at) {
  auto& [base_demand, base_wage, efficiency, base_slack, base_local_income, quick_income_hazard, base_commute, wage,
         posts, filled, vacancies, success, apply_share, job_chance, own_share, slack, local_income, commute, informal,
         commuters] = labour;
  for (auto* grid : {&base_demand, &base_wage, &efficiency, &wage}) io.table(*grid, at.n, at.s);
  for (auto* grid : {&posts, &filled, &vacancies}) io.table(*grid, at.n, at.s);
  for (auto* grid : {&job_chance, &own_share}) io.table(*grid, at.n, agents::n_skills);
  io.cube(success, at.n * at.s, 1, agents::n_classes);
  io.cube(apply_share, at.n, agents::n_skills, at.s);
  for (auto* row :
       {&base_slack, &base_local_income, &quick_income_hazard, &base_commute, &slack, &local_income, &commute}) {
    io.row(*row, at.n);
  }
  for (auto* row : {&informal, &commuters}) io.row(*row, at.n);
}

template <class Io, class T>
void see_housing(Io& io, T& housing, const Shape& at) {
  auto& [base_rent, base_income, m2_per_person, starts_share, space_growth, stock_m2, rent, pipeline_m2, rent_history,
         months_since_start] = housing;
  for (auto* row : {&base_rent, &base_income, &m2_per_person, &starts_share, &space_growth, &stock_m2, &rent})
    io.row(*row, at.n);
  io.table(pipeline_m2, at.n, at.building);
  io.table(rent_history, at.n, 12);
  io.number(months_since_start);
}

template <class Io, class T>
void see_infrastructure(Io& io, T& built, const Shape& at) {
  auto& [base_load, base_equivalent, base_observed, base_dwellings_m2, capacity, by_policy, load, available, quality,
         deficits, pipeline, observed_last_january, dwellings_last_january, pupils_at_census, residents_at_census,
         served, congestion] = built;
  for (auto* grid : {&base_load, &capacity, &by_policy, &load, &available, &quality}) io.table(*grid, n_systems, at.n);
  io.table(deficits, n_systems * at.n, 12);
  io.table(pipeline, n_systems * at.n, at.planning);
  for (auto* row : {&base_equivalent, &base_observed, &base_dwellings_m2, &observed_last_january,
                    &dwellings_last_january, &pupils_at_census, &residents_at_census, &served, &congestion}) {
    io.row(*row, at.n);
  }
}

template <class Io, class T>
void see_budget(Io& io, T& budget, const Shape& at) {
  auto& [per_resident, start_people, start_observed, reference, wage_rate, housing_rate, start_other, start_value_added,
         withdrawal_rate, start_transfers, start_services, start_national_revenue, pool_share, accounts,
         transfers_history, services_history, held, requested, borrowed, observed, spending_ratio, services] = budget;
  for (auto* row : {&per_resident, &start_people, &start_observed, &wage_rate, &housing_rate, &start_other,
                    &start_value_added, &withdrawal_rate, &observed, &spending_ratio, &services}) {
    io.row(*row, at.n);
  }
  for (auto* row : {&start_transfers, &start_services, &held}) io.row(*row, at.n);
  io.table(accounts, at.n + 2, n_account_lines);
  for (auto* grid : {&transfers_history, &services_history}) io.table(*grid, 12, at.n);
  for (auto* number : {&reference, &start_national_revenue, &pool_share}) io.number(*number);
  for (auto* number : {&requested, &borrowed}) io.number(*number);
}

template <class Io, class T>
void see_funding(Io& io, T& funding) {
  io.each(funding.policies, [&](auto& one) {
    auto& [policy, asked, paid, paid_months, paid_in_all] = one;
    auto& [name, priority, local_share, region, kzt] = asked;
    for (auto* text : {&policy, &name}) io.text(*text);
    for (auto* number : {&priority, &local_share, &paid.share}) io.number(*number);
    io.number(region);
    for (auto* number : {&kzt, &paid.national, &paid.local, &paid_in_all}) io.number(*number);
    for (auto& months : paid_months) io.number(months);
  });
}

template <class Io, class T>
void see_orders(Io& io, T& orders, const Shape& at) {
  io.each(orders, [&](auto& order) {
    auto& [policy, system, region, ordered, due, size, paid_months] = order;
    io.text(policy);
    for (auto* number : {&system, &region, &ordered, &due}) io.number(*number);
    for (auto* number : {&size, &paid_months}) io.number(*number);
    if constexpr (Io::is_reader) {
      const bool fits = system >= 0 && system < n_systems && region >= 0 && region < at.n && due > ordered;
      if (!fits) throw ArchiveFault("an order of a planner is of no system or region");
    }
  });
}

template <class Io, class T>
void see_perception(Io& io, T& perception, const Shape& at) {
  auto& [believed, size, size_history, home_stock, place_constant, mean_attention] = perception;
  auto& [wage, job_chance, own_share, mismatch_ratio, quick_income, rent, services, bad_supply, congestion,
         conditions, prestige] = believed;
  for (auto* grid : {&wage, &job_chance, &own_share, &mismatch_ratio, &conditions})
    io.table(*grid, at.n, agents::n_skills);
  io.row(prestige, agents::n_fields);
  for (auto* row : {&quick_income, &rent, &services, &bad_supply, &congestion, &size, &place_constant})
    io.row(*row, at.n);
  io.table(size_history, 12, at.n);
  io.table(home_stock, at.n, at.n);
  io.number(mean_attention);
}

template <class Io, class T>
void see_vital(Io& io, T& vital, const Shape& at) {
  auto& [death_level, birth_level, couple_level, fertility_index, mortality_index, arrivals_index, departures_index,
         departure_rate] = vital;
  for (auto* row : {&death_level, &birth_level, &couple_level, &departure_rate}) io.row(*row, at.n);
  for (auto* number : {&fertility_index, &mortality_index, &arrivals_index, &departures_index}) io.number(*number);
}

template <class Io, class T>
void see_census(Io& io, T& census, const Shape& at) {
  auto& [people, force, heads_by_age] = census;
  io.cube(people, at.n, 4, agents::n_ages);
  io.cube(force, at.n, 2, agents::n_ages);
  io.row(heads_by_age, agents::n_ages);
}

template <class Io, class T>
void see_schooling(Io& io, T& schooling, const Shape& at) {
  auto& [intake, wish, pull, beds, base_rent, base_cohort, cohort, outlook, seats, year] = schooling;
  io.table(intake, at.n, agents::n_programmes);
  io.table(wish, agents::n_stages, agents::n_programmes);
  io.table(pull, 2, at.n);
  io.row(beds, at.n);
  io.row(base_rent, at.n);
  io.number(base_cohort);
  io.number(cohort);
  io.table(outlook, at.n, agents::n_skills);
  io.table(seats, at.n, agents::n_programmes);
  auto& [applicants, begun, ended, dropped, gone, came, dual_hires] = year;
  for (auto* grid : {&applicants, &begun, &ended, &dropped, &gone, &came}) io.table(*grid, at.n, agents::n_skills);
  io.row(dual_hires, at.n);
}

template <class Io, class T>
void see_knowledge(Io& io, T& knowledge, const Shape& at) {
  auto& [base_spending, base_researchers, base_patents, base_research_posts, base_employees, base_degrees, base_supply,
         base_field_pay, base_field_own, spending, researchers, integration, stock, patents_in_force, patents,
         science_return, degrees, ict, field_own, adoption, productivity, built_conditions, conditions, prestige] =
      knowledge;
  for (auto* row : {&base_spending, &base_researchers, &base_patents, &base_research_posts, &base_employees,
                    &base_degrees, &base_supply, &spending, &researchers, &integration, &stock, &patents_in_force,
                    &science_return, &degrees, &ict}) {
    io.row(*row, at.n);
  }
  io.row(patents, at.n);
  for (auto* row : {&base_field_pay, &base_field_own, &field_own, &prestige}) io.row(*row, agents::n_fields);
  for (auto* grid : {&adoption, &productivity, &built_conditions, &conditions}) io.table(*grid, at.n, at.s);
}

/// Everything of a World but scenario, country, month, blocks, hash and what is made anew.
template <class Io, class T>
void see_places(Io& io, T& world) {
  const Shape at(world);
  see_labour(io, world.labour, at);
  see_housing(io, world.housing, at);
  see_infrastructure(io, world.infrastructure, at);
  see_budget(io, world.budget, at);
  see_schooling(io, world.schooling, at);
  see_knowledge(io, world.knowledge, at);
  see_funding(io, world.funding);
  see_orders(io, world.orders, at);
  see_perception(io, world.perception, at);
  see_vital(io, world.vital, at);
  see_census(io, world.census, at);
  io.words(agents::counts_of(world.tally));
  io.words(agents::counts_of(world.before));
  io.row(world.participation, at.n * 2);
  io.row(world.degree_share, at.n);
}

template <class Io, class T>
void see_region(Io& io, T& region) {
  auto& [iso, name, name_kk, name_ru, population_registered, population_actual, unregistered, observed, employed,
         employees, employees_by_workplace, commuters_out, unemployed, informal, own_specialty, students, retired,
         households, owner_households, owners_share, posts, vacancies, mean_wage_kzt, rent_kzt_per_m2,
         dwelling_stock_m2, services_index, served, heat_capacity, heat_load, heat_deficit, heat_quality,
         water_capacity, water_load, water_deficit, water_quality, heat_deficit_months, water_deficit_months,
         seats_per_pupil, congestion, ai_adoption, productivity, conditions, knowledge_stock_kzt, patents, births, births_registered, deaths, deaths_registered, arrivals_registered,
         departures_registered, arrivals_actual, departures_actual, external_arrivals_actual,
         external_departures_actual, external_arrivals_registered, external_departures_registered, marriages,
         heads_considering, households_moved] = region;
  for (auto* text : {&iso, &name, &name_kk, &name_ru}) io.text(*text);
  for (auto* count : {&population_registered,
                      &population_actual,
                      &unregistered,
                      &observed,
                      &employed,
                      &employees,
                      &employees_by_workplace,
                      &commuters_out,
                      &unemployed,
                      &informal,
                      &own_specialty,
                      &students,
                      &retired,
                      &households,
                      &owner_households,
                      &posts,
                      &vacancies,
                      &served,
                      &heat_deficit_months,
                      &water_deficit_months,
                      &patents,
                      &births,
                      &births_registered,
                      &deaths,
                      &deaths_registered,
                      &arrivals_registered,
                      &departures_registered,
                      &arrivals_actual,
                      &departures_actual,
                      &external_arrivals_actual,
                      &external_departures_actual,
                      &external_arrivals_registered,
                      &external_departures_registered,
                      &marriages,
                      &heads_considering,
                      &households_moved}) {
    io.number(*count);
  }
  for (auto* number : {&owners_share, &mean_wage_kzt, &rent_kzt_per_m2, &dwelling_stock_m2, &services_index,
                       &heat_capacity, &heat_load, &heat_deficit, &heat_quality, &water_capacity, &water_load,
                       &water_deficit, &water_quality, &seats_per_pupil, &congestion, &ai_adoption, &productivity, &conditions,
                       &knowledge_stock_kzt}) {
    io.number(*number);
  }
}

template <class Io, class T>
void see_cost_line(Io& io, T& line) {
  auto& [policy, centre, item, region, quantity, unit, cost, kzt, present_value_kzt] = line;
  auto& [unit_kzt, basis, benchmark] = cost;
  for (auto* text : {&policy, &centre, &item, &region, &unit, &basis, &benchmark}) io.text(*text);
  for (auto* number : {&quantity, &kzt, &present_value_kzt, &unit_kzt}) io.number(*number);
}

template <class Io, class T>
void see_snapshot(Io& io, T& snapshot) {
  auto& [month, is_start, people_per_agent, regions, moves, costs, accounts, registrations, state_hash, column_hashes] =
      snapshot;
  io.number(month);
  io.number(is_start);
  io.number(people_per_agent);
  io.each(regions, [&](auto& region) { see_region(io, region); });
  io.list(moves);
  io.each(costs, [&](auto& line) { see_cost_line(io, line); });
  io.each(accounts, [&](auto& one) {
    auto& [account, lines, requested, held] = one;
    io.text(account);
    for (auto& kzt : lines) io.number(kzt);
    io.number(requested);
    io.number(held);
  });
  io.list(registrations);
  io.number(state_hash);
  io.list(column_hashes);
}

template <class Io, class T>
void see_summary(Io& io, T& summary) {
  Summary::visit_state(summary, [&](auto& first, auto& last, auto& sums, auto& moves, auto& registrations,
                                    auto& spending, auto& money, auto& n_months) {
    see_snapshot(io, first);
    see_snapshot(io, last);
    io.each(sums, [&](auto& region) { see_region(io, region); });
    io.list(moves);
    io.list(registrations);
    io.each(spending, [&](auto& policy) {
      auto& [name, centre, region, kzt, present_value_kzt, placeholder_kzt] = policy;
      for (auto* text : {&name, &centre, &region}) io.text(*text);
      for (auto* number : {&kzt, &present_value_kzt, &placeholder_kzt}) io.number(*number);
    });
    io.each(money, [&](auto& one) {
      auto& [year, envelope, asked, paid_by_nation, paid_by_regions, borrowed, services, held, resident_months] = one;
      io.number(year);
      for (auto* kzt : {&envelope, &asked, &paid_by_nation, &paid_by_regions, &borrowed, &services, &held})
        io.number(*kzt);
      io.number(resident_months);
    });
    io.number(n_months);
  });
}

constexpr std::size_t words_of_a_cell = sizeof(CauseSums::Cell) / sizeof(Count);
static_assert(sizeof(CauseSums::Cell) == words_of_a_cell * sizeof(Count) &&
              std::is_trivially_copyable_v<CauseSums::Cell>);

bool is_empty(const CauseSums::Cell& cell) { return cell.households == 0; }

/// Most pairs of regions have no movers of most types: only the others are written, each with its number.
void see_cells(Writer& io, const std::vector<CauseSums::Cell>& cells) {
  io.number(static_cast<std::uint64_t>(cells.size()));
  std::vector<std::uint32_t> used;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (!is_empty(cells[i])) used.push_back(static_cast<std::uint32_t>(i));
  }
  io.list(used);
  for (const std::uint32_t i : used) io.words(std::span(reinterpret_cast<const Count*>(&cells[i]), words_of_a_cell));
}
void see_cells(Reader& io, std::vector<CauseSums::Cell>& cells) {
  constexpr std::uint64_t most = agents::max_regions * agents::max_regions * CauseSums::n_types;
  std::uint64_t size = 0;
  io.number(size);
  if (size > most) throw ArchiveFault("its table of causes is too large");
  cells.assign(size, CauseSums::Cell{});
  std::vector<std::uint32_t> used;
  io.list(used);
  for (const std::uint32_t i : used) {
    if (i >= size) throw ArchiveFault("its table of causes names a cell that is not there");
    io.words(std::span(reinterpret_cast<Count*>(&cells[i]), words_of_a_cell));
  }
}

template <class Io, class T>
void see_recording(Io& io, T& recording) {
  auto& [movers, summary, files] = recording;
  CauseSums::visit_state(movers, [&](auto& n_months, auto& first_year, auto& year, auto& is_year_over, auto& iso,
                                     auto& cells, auto& not_decided, auto& to_study) {
    for (auto* number : {&n_months, &first_year, &year}) io.number(*number);
    io.number(is_year_over);
    io.each(iso, [&](auto& code) { io.text(code); });
    see_cells(io, cells);
    io.list(not_decided);
    io.list(to_study);
  });
  see_summary(io, summary);
  io.each(files, [&](auto& mark) {
    auto& [name, bytes, xxh3] = mark;
    io.text(name);
    io.number(bytes);
    io.number(xxh3);
  });
}

}  // namespace

Bytes bytes_of_places(const World& world) {
  Writer io;
  see_places(io, world);
  return io.bytes();
}

void read_places(std::span<const std::byte> bytes, World& world) {
  Reader io(bytes);
  see_places(io, world);
  io.expect_end();
}

Bytes bytes_of_recording(const Recording& recording) {
  Writer io;
  see_recording(io, recording);
  return io.bytes();
}

void read_recording(std::span<const std::byte> bytes, Recording& recording) {
  Reader io(bytes);
  see_recording(io, recording);
  io.expect_end();
  // What is asked of a pair of regions later must have a place.
  const auto is_square = [](std::size_t cells, std::size_t n) { return cells == n * n; };
  const bool fits =
      CauseSums::visit_state(recording.movers,
                             [&](auto&, auto&, auto&, auto&, auto& iso, auto& cells, auto& not_decided,
                                 auto& to_study) {
                               return to_study.size() == not_decided.size() && cells.size() == not_decided.size() * CauseSums::n_types &&
                                      is_square(not_decided.size(), iso.size());
                             }) &&
      Summary::visit_state(
          recording.summary, [&](auto& first, auto& last, auto& sums, auto& moves, auto& registrations, auto&, auto&, auto&) {
            return first.regions.size() == sums.size() && last.regions.size() == sums.size() &&
                   is_square(moves.size(), sums.size()) && is_square(registrations.size(), sums.size()) &&
                   is_square(last.moves.size(), sums.size()) && is_square(last.registrations.size(), sums.size());
          });
  if (!fits) throw ArchiveFault("what the run recorded does not fit its regions");
}

}  // namespace world::observers
