#include "world/phases.hpp"

#include <algorithm>
#include <cmath>

#include "agents/demography.hpp"
#include "agents/registration.hpp"
#include "agents/schooling.hpp"
#include "agents/work.hpp"
#include "world/anchors.hpp"
#include "world/policy.hpp"
#include "world/treasury.hpp"

namespace world {

std::int64_t World::n_citizens() const {
  std::int64_t n = 0;
  for (const auto& block : blocks) n += block.n_citizens();
  return n;
}

KnowledgeFacts World::knowledge_facts() const {
  std::vector<double> supply;
  for (int r = 0; r < country.n_regions(); ++r) {
    supply.push_back(infrastructure.quality(static_cast<int>(System::heat), r) *
                     infrastructure.quality(static_cast<int>(System::water), r));
  }
  Grid<std::int64_t> filled(country.n_regions(), country.n_sectors());
  for (int r = 0; r < filled.rows(); ++r) {
    for (int s = 0; s < filled.columns(); ++s) {
      filled(r, s) = tally.posts_filled[static_cast<std::size_t>(r)][static_cast<std::size_t>(s)];
    }
  }
  return {country, scenario.parameters.knowledge, filled, labour.wage, supply, tally, scale()};
}

std::size_t World::bytes() const {
  std::size_t n = 0;
  for (const auto& block : blocks) n += block.bytes();
  return n;
}

std::vector<double> people_by_region(const agents::Tally& tally, int n_regions) {
  std::vector<double> people(static_cast<std::size_t>(n_regions));
  for (std::size_t r = 0; r < people.size(); ++r) {
    for (const auto count : tally.people[r]) people[r] += static_cast<double>(count);
  }
  return people;
}

std::vector<double> people_in_dwellings(const World& world) {
  std::vector<double> people = people_by_region(world.tally, world.country.n_regions());
  for (std::size_t r = 0; r < people.size(); ++r) people[r] -= static_cast<double>(world.tally.in_dormitory[r]);
  return people;
}

void clear_workspace(World& world, const Crew& crew) {
  Workspace& work = *world.workspace;
  work.slots.resize(static_cast<std::size_t>(crew.n_slots()));
  work.lists.resize(world.blocks.size());
  for (Slot& slot : work.slots) {
    slot.tally = agents::Tally{};
    slot.histogram.reset(world.country.n_regions() * world.country.n_sectors());
    slot.seconds.fill(0);
    slot.movers.clear();
  }
  for (BlockLists& lists : work.lists) {
    lists.applications.clear();
    lists.heads_due.clear();
    lists.on_boundary.clear();
    lists.arrivals.clear();
    lists.study_wishes.clear();
    lists.study_wishes_again.clear();
    lists.bed_wishes.clear();
  }
}

void policies_take_effect(World& world) {
  drive_vital(world.vital, world.country, world.scenario.parameters.demography, world.month,
              world.scenario.use_drivers);
  policies_are_funded(world);
  world.workspace->levers = levers_of(world.scenario, world.country, world.month, world.funding);
  anchors_change(world.workspace->levers, world.country, world.labour.base_demand);
  const Grid<double> ordered = delivered_by(world.orders, world.country.n_regions(), world.month);
  for (std::size_t i = 0; i < ordered.cells().size(); ++i)
    world.workspace->levers.capacity.cells()[i] += ordered.cells()[i];
  for (std::size_t r = 0; r < world.housing.stock_m2.size(); ++r) {
    world.housing.stock_m2[r] += world.workspace->levers.dwellings_m2[r];
  }
  deliver_capacity(world.infrastructure, world.country, world.scenario.parameters.infrastructure,
                   world.workspace->levers.capacity, world.month);
  const agents::Chance chance{.seed = world.scenario.seed, .month = world.month};
  auto arrivals = arrivals_from_abroad(world.scenario, world.country, world.vital, world.n_blocks(), chance);
  for (std::size_t b = 0; b < arrivals.size(); ++b) world.workspace->lists[b].arrivals = std::move(arrivals[b]);
}

void places_speak(World& world, const Crew& crew) {
  const Parameters& parameters = world.scenario.parameters;
  agents::Signals& signals = *world.signals;
  if (agents::calendar_month_of(world.month) == 1) {
    world.census = take_census(world.blocks, crew, world.country.n_regions(), world.month - 1);
    world.schooling.cohort = young_people(world.census);
    const Served served = served_now(world);
    // Planners look at the growth since last January before the regions' own plans note this one, and order after them.
    const auto expected = planners_expect(world, served);
    plan_capacity(world.infrastructure, world.country, parameters.infrastructure, served, world.census, world.scale(),
                  world.month);
    planners_order(world, expected);
  }
  world.workspace->announced_posts = world.labour.posts;
  labour_speaks(signals.work, world.labour, world.labour_terms(),
                {.conditions = world.knowledge.conditions,
                 .prestige = world.knowledge.prestige,
                 .weight = parameters.migration.prestige_weight});
  perception_speaks(signals.migration, signals.causes, world.perception, world.country, parameters.migration, parameters.work);
  vital_speaks(signals.demography, world.vital, world.census, world.country, parameters.demography);
  newcomers_speak(signals.schooling, world.country, parameters.schooling, world.degree_share, world.participation);
  schooling_speaks(signals.schooling, world.schooling, world.schooling_terms(), world.housing.rent, world.month);
  partners_speak(signals.schooling, world);
  registration_speaks(signals.registration, parameters.registration, world.workspace->levers.coverage,
                      world.workspace->levers.benefit_link);
  support_speaks(signals.migration, world);
  agents::bound_risks(signals);
}

void support_speaks(agents::MigrationSignals& signals, const World& world) {
  const Levers& levers = world.workspace->levers;
  const agents::MigrationParameters& parameters = world.scenario.parameters.migration;
  if (levers.housed_families.empty()) return;  // the warm-up knows no policies
  for (int r = 0; r < world.country.n_regions(); ++r) {
    const auto region = static_cast<std::size_t>(r);
    // An employer's home costs half the market's rent; a tenant's chance to be in one is the homes' share.
    const double homes = levers.housed_families[region];
    const double tenants = static_cast<double>(world.tally.heads[region] - world.tally.owners[region]) / world.scale();
    const double share = homes != 0 ? homes / std::max(std::abs(homes), tenants) : 0;
    signals.rent[region] += parameters.wage_weight * parameters.housing_share * share * agents::exact_log(2);
    // A grant is worth the yearly interest on it, as more income for good.
    const double income = 12 * mean_wage(world.labour, r);
    const double grant = income > 0 ? (1 - yearly_discount) * levers.moving_grant_kzt[region] / income : 0;
    const double worth = grant > 0 ? parameters.wage_weight * agents::exact_log(1 + grant) : 0;
    for (int o = 0; o < world.country.n_regions(); ++o) {
      if (o != r) signals.bilateral[static_cast<std::size_t>(o)][region] += worth;
    }
  }
}

void partners_speak(agents::SchoolingSignals& signals, const World& world) {
  const Country& country = world.country;
  for (int place = 0; place < country.n_regions(); ++place) {
    for (int field = 1; field < agents::n_fields; ++field) {
      const int skill = agents::skill_of(1, field);
      const auto posts = [&](int sector) {
        return is_own_specialty(country, skill, sector) ? static_cast<double>(world.labour.posts(place, sector)) : 0;
      };
      double all = 0, run = 0;
      for (int sector = 0; sector < country.n_sectors(); ++sector) all += posts(sector);
      auto& up_to = signals.partner_up_to[static_cast<std::size_t>(place)][static_cast<std::size_t>(field)];
      for (int sector = 0; sector < country.n_sectors(); ++sector) {
        run += posts(sector);
        up_to[static_cast<std::size_t>(sector)] =
            all > 0 ? static_cast<std::uint32_t>(std::min(4294967295.0, run / all * 4294967296.0)) : 0;
      }
    }
  }
}

void citizens_are_asked(BlockWork& work) {
  work.due = agents::list_due(work.block, work.chance, work.signals.bounds, work.slot.due);
  for (const agents::Due& one : work.due) {
    const bool is_head = (one.status & agents::status::head) != 0;
    if (is_head && (one.rang(agents::Risk::leave_home_or_consider) || one.rang(agents::Risk::emigrate))) {
      work.lists.heads_due.push_back(one);
    }
  }
}

void citizens_age_die_are_born_pair_leave_home(BlockWork& work) {
  const auto& signals = work.signals.demography;
  const auto& parameters = work.parameters.demography;
  agents::citizens_die(work.block, work.slot.tally, work.due, signals, work.chance);
  agents::citizens_are_born(work.block, work.slot.tally, work.due, signals, parameters, work.chance);
  agents::citizens_pair(work.block, work.slot.tally, work.due, signals, parameters, work.chance, work.slot.men);
  agents::citizens_leave_home(work.block, work.due, signals, work.signals.migration, work.chance);
}

void citizens_study(BlockWork& work) {
  agents::citizens_study(work.block, work.slot.tally, work.due, work.signals, work.chance);
}

void citizens_leave_and_seek_work(BlockWork& work) {
  agents::citizens_leave_work(work.block, work.slot.tally, work.due, work.signals.work, work.chance);
  agents::citizens_seek_work(work.block, work.slot.tally, work.lists.applications, work.slot.histogram, work.due,
                             work.signals, work.chance);
}

void posts_are_filled(BlockWork& work, const agents::Cut& cut) {
  agents::posts_are_taken(work.block, work.slot.tally, work.lists.applications, cut, work.signals, work.chance);
}

void citizens_consider_moving_and_choose(BlockWork& work) {
  work.slot.moves.clear();
  agents::citizens_consider(work.block, work.slot.tally, work.slot.moves, work.slot.movers, work.lists.heads_due,
                            work.signals, work.chance);
}

void moves_happen(BlockWork& work) {
  agents::families_move(work.block, work.slot.tally, work.slot.moves, work.signals, work.chance);
  const std::size_t first = work.slot.movers.size() - work.slot.moves.size();
  for (std::size_t i = 0; i < work.slot.moves.size(); ++i) {
    work.slot.movers[first + i].n_people = work.slot.moves[i].n_people;
  }
  agents::citizens_emigrate(work.block, work.slot.tally, work.lists.heads_due, work.signals, work.chance);
  agents::citizens_arrive(work.block, work.slot.tally, work.lists.arrivals, work.signals, work.chance);
}

void citizens_register(BlockWork& work) {
  agents::citizens_register(work.block, work.slot.tally, work.signals.registration, work.chance);
}

void tally_is_taken(BlockWork& work, const std::vector<std::uint8_t>& hub) {
  agents::count_stocks(work.slot.tally, work.block, hub);
  constexpr int december = 12;
  if (agents::calendar_month_of(work.chance.month) == december)
    agents::count_work_by_skill(work.slot.tally, work.block);
}

void posts_are_settled(World& world, const Crew& crew, const agents::Chance& chance) {
  Workspace& work = *world.workspace;
  agents::Tally applied;
  for (const Slot& slot : work.slots) agents::add(applied, slot.tally);
  for (std::size_t i = 1; i < work.slots.size(); ++i) work.slots[0].histogram.add(work.slots[i].histogram);
  const std::vector<std::int64_t> offers = make_offers(world.labour, world.labour_terms(), applied, chance);
  find_cut(work, crew, work.cut, offers, work.slots[0].histogram, &BlockLists::applications);
}

void find_cut(Workspace& work, const Crew& crew, agents::Cut& cut, std::span<const std::int64_t> places,
              const agents::PriorityHistogram& applied, std::vector<agents::Application> BlockLists::*list) {
  cut.find_bins(places, applied);
  crew.for_each_block(static_cast<int>(work.lists.size()), [&](int b, int) {
    BlockLists& lists = work.lists[static_cast<std::size_t>(b)];
    lists.on_boundary.clear();
    for (const agents::Application& one : lists.*list) {
      if (one.cell != agents::no_cell && cut.is_on_boundary(one)) lists.on_boundary.push_back(one);
    }
  });
  std::vector<agents::Application> on_boundary;
  for (const BlockLists& lists : work.lists) {
    on_boundary.insert(on_boundary.end(), lists.on_boundary.begin(), lists.on_boundary.end());
  }
  cut.refine(on_boundary);
}

void tallies_are_merged(World& world) {
  world.before = world.tally;
  world.tally = agents::Tally{};
  for (const Slot& slot : world.workspace->slots) agents::add(world.tally, slot.tally);
}

PlaceFacts place_facts(const World& world) {
  const int n = world.country.n_regions();
  const LabourTerms terms = world.labour_terms();
  PlaceFacts facts;
  facts.wage = facts.mismatch_ratio = Grid<double>(n, agents::n_skills);
  facts.job_chance = world.labour.job_chance;
  facts.own_share = world.labour.own_share;
  for (int r = 0; r < n; ++r) {
    for (int g = 0; g < agents::n_skills; ++g) {
      const WageOutlook outlook = wage_outlook(world.labour, terms, r, g);
      facts.wage(r, g) = outlook.own;
      facts.mismatch_ratio(r, g) = outlook.mismatch_ratio;
    }
    facts.quick_income.push_back(quick_income(world.labour, terms, r));
  }
  facts.rent = world.housing.rent;
  for (int r = 0; r < n; ++r) {
    const auto region = static_cast<std::size_t>(r);
    const Infrastructure& built = world.infrastructure;
    facts.services.push_back(world.budget.services[region] + world.scenario.parameters.infrastructure.seat_weight *
                                                                 agents::exact_log(built.seats_per_pupil(r)));
    facts.bad_supply.push_back(2 - built.quality(static_cast<int>(System::heat), r) -
                               built.quality(static_cast<int>(System::water), r));
  }
  facts.congestion = world.infrastructure.congestion;
  facts.conditions = conditions_by_skill(world.knowledge, world.country, world.labour.posts);
  facts.prestige = world.knowledge.prestige;
  return facts;
}

Served served_now(const World& world) {
  const auto n = static_cast<std::size_t>(world.country.n_regions());
  Served served;
  served.residents = people_by_region(world.tally, world.country.n_regions());
  served.dwellings_m2 = world.housing.stock_m2;
  served.commuters_in = served.commuters_out = served.visitors = std::vector<double>(n);
  for (std::size_t r = 0; r < n; ++r) {
    served.residents[r] /= world.scale();
    const double registered = static_cast<double>(world.tally.registered[r]) / world.scale();
    served.observed.push_back(registered + world.workspace->levers.coverage * (served.residents[r] - registered));
    served.commuters_out[r] = static_cast<double>(world.tally.commuters[r]) / world.scale();
    if (world.hub[r] != agents::nowhere) served.commuters_in[world.hub[r]] += served.commuters_out[r];
  }
  for (const HubPair& pair : world.country.hub_pairs) {
    // Who comes for study, trade or a visit: as many of the hinterland as at the start, and as ready to travel.
    const auto low = static_cast<std::size_t>(pair.hinterland);
    const double start = world.budget.start_people.empty() ? 0 : world.budget.start_people[low];
    const double people = start > 0 ? served.residents[low] / start : 1;
    const double ready =
        world.labour.base_commute[low] > 0 ? world.labour.commute[low] / world.labour.base_commute[low] : 1;
    served.visitors[static_cast<std::size_t>(pair.hub)] += pair.visitors_persons * people * ready;
  }
  return served;
}

namespace {

void remember_people(World& world, const std::vector<double>& people) {
  Perception& perception = world.perception;
  const int slot = world.month % 12;
  for (int r = 0; r < world.country.n_regions(); ++r) {
    // The slot holds what was counted a year ago; it is believed now, then overwritten.
    perception.size[static_cast<std::size_t>(r)] = perception.size_history(slot, r);
    perception.size_history(slot, r) = people[static_cast<std::size_t>(r)] / world.scale();
    for (int home = 0; home < world.country.n_regions(); ++home) {
      perception.home_stock(home, r) =
          static_cast<double>(world.tally.home[static_cast<std::size_t>(r)][static_cast<std::size_t>(home)]) /
          world.scale();
    }
  }
}

// Share of the dwellings that builders want to begin which the rule of connections lets them, [region].
std::vector<double> permits_now(const World& world, const Served& served) {
  const Levers& levers = world.workspace->levers;
  std::vector<double> permits(served.residents.size(), 1);
  if (std::all_of(levers.connection_rule.begin(), levers.connection_rule.end(),
                  [](double rule) { return rule <= 0; })) {
    return permits;
  }
  const Grid<double> loads =
      expected_loads(world.infrastructure, world.country, world.scenario.parameters.infrastructure, served,
                     world.census, world.scale(), 0);
  for (std::size_t r = 0; r < permits.size(); ++r) {
    const auto has_room = [&](System system) {
      const int s = static_cast<int>(system), region = static_cast<int>(r);
      return world.infrastructure.capacity(s, region) >= (1 + levers.connection_reserve[r]) * loads(s, region);
    };
    if (!has_room(System::heat) || !has_room(System::water)) permits[r] = 1 - levers.connection_rule[r];
  }
  return permits;
}

}  // namespace

void places_respond(World& world, const agents::Chance& chance, bool frozen) {
  const Parameters& parameters = world.scenario.parameters;
  const auto people = people_by_region(world.tally, world.country.n_regions());
  std::vector<double> wage_ratio, rent_ratio, income;
  const double years = static_cast<double>(world.month - world.scenario.start + 1) / 12;
  const Served served = served_now(world);
  if (!frozen) accounts_are_closed(world, served);
  const Levers& levers = world.workspace->levers;
  LabourForces forces{.posts = levers.posts,
                      .wage_premium = levers.wage_premium,
                      .wage_raise = levers.wage_raise,
                      .labour_cost = levers.labour_cost,
                      .public_spending = world.budget.spending_ratio,
                      .years_since_start = years};
  if (!frozen) {
    knowledge_responds(world.knowledge, world.knowledge_facts(), levers, chance);
    forces.demand_factor = knowledge_on_posts(world.knowledge, world.country, parameters.knowledge);
    forces.wage_factor = knowledge_on_wages(world.knowledge, world.country, parameters.knowledge, levers);
    const Grid<double> of_anchors = anchor_posts(world.country, levers.anchors, world.labour.base_demand);
    for (std::size_t i = 0; i < of_anchors.cells().size(); ++i) forces.posts.cells()[i] += of_anchors.cells()[i];
  }
  labour_responds(world.labour, world.labour_terms(), world.tally, forces, chance, frozen);
  if (!frozen) {
    for (std::size_t r = 0; r < people.size(); ++r)
      income.push_back(world.labour.local_income[r] / std::max(1.0, people[r]));
    housing_responds(world.housing, parameters.housing, people_in_dwellings(world), income, permits_now(world, served),
                     world.month);
    for (int r = 0; r < world.country.n_regions(); ++r) {
      const auto region = static_cast<std::size_t>(r);
      wage_ratio.push_back(mean_wage(world.labour, r) / world.country.mean_wage_kzt[region]);
      rent_ratio.push_back(world.housing.rent[region] / world.housing.base_rent[region]);
    }
    infrastructure_responds(world.infrastructure, world.country, parameters.infrastructure, served, chance);
    world.labour.commute =
        commute_chances(world.country, world.labour.base_commute, wage_ratio, rent_ratio,
                        world.infrastructure.congestion, world.workspace->levers.minutes_saved, parameters);
    remember_people(world, people);
  }
  const PlaceFacts facts = place_facts(world);
  if (!frozen) schooling_responds(world.schooling, parameters.schooling, facts.wage, world.tally, world.month);
  perceive(world.perception, facts, parameters.migration.perception_speed_per_month);
}

}  // namespace world
