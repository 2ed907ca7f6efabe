#include "world/build.hpp"

#include <algorithm>
#include <atomic>
#include <chrono>

#include "world/errors.hpp"
#include "world/phases.hpp"
#include "world/policy.hpp"
#include "world/synthesis.hpp"
#include "world/synthesis_report.hpp"
#include "world/treasury.hpp"

namespace world {

namespace {

double seconds_now() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

void make_population(World& world, const SynthesisPlan& plan, const Crew& crew, const BuildWatch& watch) {
  const auto& parameters = world.scenario.parameters.synthesis;
  std::int64_t people = 0;
  for (const std::int64_t n : plan.registered) people += n;
  const int capacity =
      static_cast<int>(static_cast<double>(people) / plan.n_blocks * (1 + parameters.row_reserve)) + 64;
  if (capacity > agents::max_rows) {
    throw InputError("synthesis.block_citizens is too large: a block would need " + std::to_string(capacity) +
                     " rows; at most " + std::to_string(agents::max_rows) + " fit; lower it");
  }
  world.blocks.resize(static_cast<std::size_t>(plan.n_blocks));
  std::atomic<int> n_made = 0;
  crew.for_each_block(plan.n_blocks, [&](int b, int) {
    agents::Block block(capacity);
    synthesise_block(block, plan, b);
    world.blocks[static_cast<std::size_t>(b)] = std::move(block);
    if (watch) watch(BuildStep::population, ++n_made, plan.n_blocks);
  });
}

void recount(World& world, const Crew& crew) {
  clear_workspace(world, crew);
  crew.for_each_block(world.n_blocks(), [&](int b, int slot) {
    agents::Tally& tally = world.workspace->slots[static_cast<std::size_t>(slot)].tally;
    agents::count_stocks(tally, world.blocks[static_cast<std::size_t>(b)], world.hub);
    agents::count_work_by_skill(tally, world.blocks[static_cast<std::size_t>(b)]);
  });
  tallies_are_merged(world);
}

// Share of people of 25 to 54 who are in the labour force, by region and sex.
std::vector<double> prime_participation(const Census& census, int n_regions) {
  std::vector<double> share;
  for (int r = 0; r < n_regions; ++r) {
    for (int sex = 0; sex < 2; ++sex) {
      double people = 0, force = 0;
      for (int age = 25; age < 55; ++age) {
        people += static_cast<double>(census.people(r, sex * 2, age) + census.people(r, sex * 2 + 1, age));
        force += static_cast<double>(census.force(r, sex, age));
      }
      share.push_back(people > 0 ? force / people : 0.8);
    }
  }
  return share;
}

void start_perception(World& world) {
  Perception& perception = world.perception;
  const int n = world.country.n_regions();
  const auto people = people_by_region(world.tally, n);
  perception.place_constant = world.country.place_constant;
  perception.place_constant.resize(static_cast<std::size_t>(n), 0.0);
  perception.size.clear();  // filled a second time after the warm-up
  perception.size_history = Grid<double>(12, n);
  perception.home_stock = Grid<double>(n, n);
  for (int r = 0; r < n; ++r) {
    perception.size.push_back(people[static_cast<std::size_t>(r)] / world.scale());
    for (int slot = 0; slot < 12; ++slot) perception.size_history(slot, r) = perception.size.back();
    for (int home = 0; home < n; ++home) {
      perception.home_stock(home, r) =
          static_cast<double>(world.tally.home[static_cast<std::size_t>(r)][static_cast<std::size_t>(home)]) /
          world.scale();
    }
  }
  double weight = 0, heads = 0;
  for (int age = 18; age < agents::n_ages; ++age) {
    const auto n_heads = static_cast<double>(world.census.heads_by_age[static_cast<std::size_t>(age)]);
    weight += n_heads * attention_curve(age + 0.5);
    heads += n_heads;
  }
  perception.mean_attention = heads > 0 ? weight / heads : 1;
}

// Growth of people in the base year by births, deaths and migration, 1/year.
std::vector<double> base_year_growth(const Country& country) {
  std::vector<double> growth;
  for (int r = 0; r < country.n_regions(); ++r) {
    const auto region = static_cast<std::size_t>(r);
    double people = 0;
    for (int sex = 0; sex < 2; ++sex) {
      for (std::size_t g = 0; g < country.age_from_years.size(); ++g)
        people += country.people(r, sex, static_cast<int>(g));
    }
    double change = country.births_persons[region] - country.deaths_persons[region] +
                    country.external_arrivals_persons[region] - country.external_departures_persons[region];
    for (int o = 0; o < country.n_regions(); ++o) change += country.moves_persons(o, r) - country.moves_persons(r, o);
    growth.push_back(people > 0 ? change / people : 0);
  }
  return growth;
}

// What the first months bring to the labour market besides what the warm-up has.
LiveFlows live_flows(const World& world, const StudentsPlan& students) {
  const Country& country = world.country;
  const auto& work = world.scenario.parameters.work;
  const int n = country.n_regions();
  LiveFlows flows;
  flows.entrants = flows.exit_rate = flows.leavers = flows.comers = std::vector<double>(static_cast<std::size_t>(n));
  std::vector<double> force_share(static_cast<std::size_t>(n));
  for (int r = 0; r < n; ++r) {
    const auto region = static_cast<std::size_t>(r);
    double force = 0, exits = 0, people = 0;
    for (int sex = 0; sex < 2; ++sex) {
      auto at = [&](int age) {
        return static_cast<double>(world.census.people(r, sex * 2, age) + world.census.people(r, sex * 2 + 1, age));
      };
      const double works = world.participation[region * 2 + static_cast<std::size_t>(sex)] / 12;
      const double college_9 = students.college_after_9[region], college_11 = students.college_after_11[region];
      const double university = students.university[region];
      // At the ages at which each way of schooling ends.
      flows.entrants[region] += works * (at(17) * (1 - college_9 - college_11 - university) + at(18) * college_9 +
                                         at(19) * college_11 + at(21) * university);
      const double pension = sex == 0 ? work.retirement_age_men_years : work.retirement_age_women_years;
      for (int age = 0; age < agents::n_ages; ++age) {
        const auto members = static_cast<double>(world.census.force(r, sex, age));
        people += at(age);
        force += members;
        if (age >= work.early_exit_age_years && age < pension) exits += members * work.early_exit_per_month;
        if (age + 1 >= pension && age < pension) exits += members / 12;
      }
    }
    flows.exit_rate[region] = force > 0 ? exits / force : 0;
    force_share[region] = people > 0 ? force / people : 0;
  }
  for (int o = 0; o < n; ++o) {
    for (int d = 0; d < n; ++d) {
      const double members =
          country.moves_persons(o, d) * world.scale() / 12 * force_share[static_cast<std::size_t>(o)];
      flows.leavers[static_cast<std::size_t>(o)] += members;
      flows.comers[static_cast<std::size_t>(d)] += members;
    }
  }
  return flows;
}

// Places of study: wishes of the base year fall where its students are.
void start_places_of_study(World& world) {
  const int n = world.country.n_regions();
  const Leavers cohorts = young_cohorts(world.census, world.scale());
  const double cover = std::min(1.0, world.scenario.parameters.schooling.dormitory_cover);
  const StudyFacts facts{.outlook = place_facts(world).wage,
                         .rent = world.housing.rent,
                         .bed_share = std::vector<double>(static_cast<std::size_t>(n), cover),
                         .prestige = {}};
  world.schooling = start_schooling(world.schooling_terms(), facts, cohorts);
  world.schooling.base_cohort = world.schooling.cohort = young_people(world.census);
}

// One silent month: people stay as they are, only work is lost, sought and found.
void warm_up_month(World& world, const Crew& crew, int number) {
  const agents::Chance chance{
      .seed = agents::keyed_bits(world.scenario.seed, static_cast<std::uint64_t>(1000 + number)), .month = world.month};
  clear_workspace(world, crew);
  places_speak(world, crew);
  world.signals->work.exit = {};
  agents::bound_risks(*world.signals);
  in_blocks(world, crew, chance, [](BlockWork& block) {
    citizens_are_asked(block);
    citizens_leave_and_seek_work(block);
  });
  posts_are_settled(world, crew, chance);
  in_blocks(world, crew, chance, [&](BlockWork& block) {
    posts_are_filled(block, world.workspace->cut);
    tally_is_taken(block, world.hub);
  });
  tallies_are_merged(world);
  balance_labour(world.labour, world.labour_terms(), world.tally);
  places_respond(world, chance, true);
}

// The stock of people from abroad who are not yet registered, so that the
// first months register as many as arrive.
void settle_recent_arrivals(World& world, const Crew& crew) {
  const auto& registration = world.scenario.parameters.registration;
  if (registration.hazard_per_month <= 0) return;
  const agents::Chance chance{.seed = agents::keyed_bits(world.scenario.seed, 999), .month = world.month};
  Vital recent = world.vital;
  recent.arrivals_index = 1 / registration.hazard_per_month;
  const auto arrivals = arrivals_from_abroad(world.scenario, world.country, recent, world.n_blocks(), chance);
  crew.for_each_block(world.n_blocks(), [&](int b, int slot) {
    agents::citizens_arrive(world.blocks[static_cast<std::size_t>(b)],
                            world.workspace->slots[static_cast<std::size_t>(slot)].tally,
                            arrivals[static_cast<std::size_t>(b)], *world.signals, chance);
  });
}

}  // namespace

void prepare(World& world) {
  const Country& country = world.country;
  world.workspace = std::make_unique<Workspace>();
  world.signals = std::make_unique<agents::Signals>();
  world.signals->n_regions = country.n_regions();
  world.signals->n_sectors = country.n_sectors();
  world.hub.assign(agents::max_regions, agents::nowhere);
  for (const HubPair& pair : country.hub_pairs) {
    world.hub[static_cast<std::size_t>(pair.hinterland)] = static_cast<std::uint8_t>(pair.hub);
  }
}

World build_world(const Scenario& scenario, const Country& country, const Crew& crew, SynthesisReport* report,
                  const BuildWatch& watch) {
  check_against(scenario, country);
  const double began = seconds_now();
  World world;
  world.scenario = scenario;
  world.country = country;
  world.month = scenario.start - 1;
  prepare(world);

  const SynthesisPlan plan = plan_synthesis(scenario, country);
  world.degree_share = plan.degree_share;
  make_population(world, plan, crew, watch);
  world.census = take_census(world.blocks, crew, country.n_regions(), world.month);
  world.participation = prime_participation(world.census, country.n_regions());
  recount(world, crew);
  if (report != nullptr) *report = report_synthesis(world, plan, crew);

  // Levels of birth and death are those of the registered population's tables.
  world.vital = start_vital(country, world.census, scenario.parameters.demography, world.scale());
  const LabourTerms terms = world.labour_terms();
  world.labour = start_labour(terms, world.tally);
  auto people = people_by_region(world.tally, country.n_regions());
  auto start_markets = [&] {
    std::vector<double> income;
    for (std::size_t r = 0; r < people.size(); ++r)
      income.push_back(world.labour.local_income[r] / std::max(1.0, people[r]));
    Served served = served_now(world);
    world.housing = start_housing(country, scenario.parameters.housing, people_in_dwellings(world), income,
                                  base_year_growth(country), world.scale());
    world.budget =
        start_budget(country, scenario.parameters.budget, revenue_base(world), served.residents, served.observed);
    served = served_now(world);
    world.infrastructure = start_infrastructure(country, scenario.parameters.infrastructure, served, world.census,
                                                world.scale(), base_year_growth(country));
    world.knowledge = start_knowledge(world.knowledge_facts());
  };
  start_markets();
  start_places_of_study(world);
  start_perception(world);
  labour_speaks(world.signals->work, world.labour, terms);
  perceive(world.perception, place_facts(world), 1);
  const int warm_up = static_cast<int>(scenario.parameters.synthesis.warm_up_months);
  for (int number = 0; number < warm_up; ++number) {
    if (watch) watch(BuildStep::warm_up, number + 1, warm_up);
    warm_up_month(world, crew, number);
  }
  settle_recent_arrivals(world, crew);
  const agents::Tally warm = world.tally;
  recount(world, crew);
  rebase_labour(world.labour, terms, world.tally);
  prepare_labour(world.labour, terms, warm, live_flows(world, plan.students));
  people = people_by_region(world.tally, country.n_regions());
  start_markets();
  start_places_of_study(world);
  start_perception(world);
  perceive(world.perception, place_facts(world), 1);
  world.before = world.tally;
  in_blocks(world, crew, agents::Chance{}, [](BlockWork& block) { state_is_hashed(block); });
  hashes_are_merged(world);
  if (report != nullptr) {
    finish_report(*report, world);
    report->seconds = seconds_now() - began;
  }
  return world;
}

}  // namespace world
