// Reads tally, labour, housing and budget into plain numbers.
#include "world/observers/snapshot.hpp"

#include "agents/exact_math.hpp"
#include "world/observers/knowledge.hpp"
#include "world/treasury.hpp"

namespace world::observers {
namespace {

/// Index of a region in the arrays of the tally.
std::size_t at(int region) { return static_cast<std::size_t>(region); }

Count living_as(const agents::Tally& tally, int region, agents::Labour state) {
  return tally.people[at(region)][static_cast<std::size_t>(state)];
}

void take_people(RegionSnapshot& shown, const agents::Tally& tally, int region) {
  using agents::Labour;
  for (int state = 0; state < agents::n_labour_states; ++state) {
    shown.population_actual += tally.people[at(region)][static_cast<std::size_t>(state)];
  }
  shown.population_registered = tally.registered[at(region)];
  shown.unregistered = tally.unregistered[at(region)];
  shown.own_specialty = living_as(tally, region, Labour::employed_own);
  shown.employees = shown.own_specialty + living_as(tally, region, Labour::employed_other);
  shown.informal = living_as(tally, region, Labour::informal);
  shown.employed = shown.employees + shown.informal;
  shown.unemployed = living_as(tally, region, Labour::unemployed);
  shown.students = living_as(tally, region, Labour::student);
  shown.retired = living_as(tally, region, Labour::retired);
  for (const Count filled : tally.posts_filled[at(region)]) shown.employees_by_workplace += filled;
  shown.commuters_out = tally.commuters[at(region)];
  shown.households = tally.heads[at(region)];
  shown.owner_households = tally.owners[at(region)];
  if (shown.households > 0) {
    shown.owners_share = static_cast<double>(shown.owner_households) / static_cast<double>(shown.households);
  }
}

void take_places(RegionSnapshot& shown, const World& world, int region) {
  for (int sector = 0; sector < world.country.n_sectors(); ++sector) {
    shown.posts += world.labour.posts(region, sector);
    shown.vacancies += world.labour.vacancies(region, sector);
  }
  shown.mean_wage_kzt = mean_wage(world.labour, region);
  shown.rent_kzt_per_m2 = world.housing.rent[at(region)];
  shown.dwelling_stock_m2 = world.housing.stock_m2[at(region)];
  shown.observed = static_cast<Count>(world.budget.observed[at(region)] * world.scale() + 0.5);
  shown.services_index = agents::exact_exp(world.budget.services[at(region)]);
}

void take_infrastructure(RegionSnapshot& shown, const World& world, int region) {
  const Infrastructure& built = world.infrastructure;
  constexpr int heat = static_cast<int>(System::heat), water = static_cast<int>(System::water);
  shown.served = static_cast<Count>(built.served[at(region)] * world.scale() + 0.5);
  shown.heat_capacity_gcal_per_h = built.capacity(heat, region);
  shown.heat_load_gcal_per_h = built.load(heat, region);
  shown.heat_deficit = built.deficit(System::heat, region);
  shown.heat_quality = built.quality(heat, region);
  shown.heat_deficit_months = built.deficit_months(System::heat, region);
  shown.water_capacity_thousand_m3_per_day = built.capacity(water, region);
  shown.water_load_thousand_m3_per_day = built.load(water, region);
  shown.water_deficit = built.deficit(System::water, region);
  shown.water_quality = built.quality(water, region);
  shown.water_deficit_months = built.deficit_months(System::water, region);
  shown.seats_per_pupil = built.seats_per_pupil(region);
  shown.congestion = built.congestion[at(region)];
}

void take_knowledge(RegionSnapshot& shown, const World& world, int region) {
  const RegionKnowledge known = knowledge_of(world, region);
  shown.ai_adoption = known.adoption;
  shown.productivity = known.productivity;
  shown.conditions = known.conditions;
  shown.knowledge_stock_kzt = world.knowledge.stock[at(region)];
  shown.patents = world.knowledge.patents[at(region)];
}

void take_events(RegionSnapshot& shown, const agents::Tally& tally, int region, int n_regions) {
  shown.births = tally.births[at(region)];
  shown.births_registered = tally.births_registered[at(region)];
  shown.deaths = tally.deaths[at(region)];
  shown.deaths_registered = tally.deaths_registered[at(region)];
  for (int other = 0; other < n_regions; ++other) {
    if (other == region) continue;
    shown.arrivals_actual += tally.moves[at(other)][at(region)];
    shown.departures_actual += tally.moves[at(region)][at(other)];
    shown.arrivals_registered += tally.registrations[at(other)][at(region)];
    shown.departures_registered += tally.registrations[at(region)][at(other)];
  }
  shown.external_arrivals_actual = tally.arrivals_abroad[at(region)];
  shown.external_arrivals_registered = tally.arrivals_abroad_registered[at(region)];
  shown.external_departures_actual = tally.departures_abroad[at(region)];
  shown.external_departures_registered = tally.departures_abroad_registered[at(region)];
  shown.marriages = tally.marriages[at(region)];
  shown.heads_considering = tally.considered[at(region)];
  shown.households_moved = tally.households_moved[at(region)];
}

void take_flows(Snapshot& snapshot, const agents::Tally& tally, int n_regions) {
  for (int origin = 0; origin < n_regions; ++origin) {
    for (int destination = 0; destination < n_regions; ++destination) {
      const bool is_between = origin != destination && !snapshot.is_start;
      snapshot.moves.push_back(is_between ? tally.moves[at(origin)][at(destination)] : 0);
      snapshot.registrations.push_back(is_between ? tally.registrations[at(origin)][at(destination)] : 0);
    }
  }
}

void take_accounts(Snapshot& snapshot, const World& world) {
  const Budget& budget = world.budget;
  for (int account = 0; account < budget.accounts.rows(); ++account) {
    AccountSnapshot& shown = snapshot.accounts.emplace_back();
    const bool is_region = account < budget.n_regions();
    shown.account = is_region ? world.country.regions[at(account)].iso : account == budget.nation() ? "nation" : "policies";
    for (int line = 0; line < n_account_lines; ++line) shown.lines[at(line)] = budget.accounts(account, line);
    if (is_region) shown.held = budget.held[at(account)];
    if (account == budget.policies()) shown.requested = budget.requested;
  }
}

}  // namespace

Count Snapshot::total(Count RegionSnapshot::* count) const {
  Count sum = 0;
  for (const RegionSnapshot& region : regions) sum += region.*count;
  return sum;
}

Snapshot take_snapshot(const World& world) {
  Snapshot snapshot;
  snapshot.month = world.month;
  snapshot.is_start = world.month < world.scenario.start;
  snapshot.people_per_agent = 1.0 / world.scale();
  snapshot.state_hash = world.hash.state;
  snapshot.column_hashes = world.hash.columns;
  const int n_regions = world.country.n_regions();
  for (int region = 0; region < n_regions; ++region) {
    RegionSnapshot& shown = snapshot.regions.emplace_back();
    shown.iso = world.country.regions[at(region)].iso;
    shown.name = world.country.regions[at(region)].name_en;
    shown.name_kk = world.country.regions[at(region)].name_kk;
    shown.name_ru = world.country.regions[at(region)].name_ru;
    take_people(shown, world.tally, region);
    take_places(shown, world, region);
    take_infrastructure(shown, world, region);
    take_knowledge(shown, world, region);
    if (!snapshot.is_start) take_events(shown, world.tally, region, n_regions);
  }
  take_flows(snapshot, world.tally, n_regions);
  if (!snapshot.is_start) {
    snapshot.costs = paid_costs(world);
    take_accounts(snapshot, world);
  }
  return snapshot;
}

std::string month_name(const Snapshot& snapshot) { return month_text(snapshot.month); }

}  // namespace world::observers
