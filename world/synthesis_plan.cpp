// The totals of the synthesis: tables scaled, made whole, and completed by the
// named assumptions. See synthesis.hpp and docs/data.md.
#include <algorithm>
#include <array>

#include "agents/exact_math.hpp"
#include "world/perception.hpp"
#include "world/schooling.hpp"
#include "world/synthesis.hpp"

namespace world {

using agents::n_ages;

std::int64_t dealt(std::int64_t total, int block, int n_blocks, std::uint64_t bits) {
  const auto n = static_cast<std::uint64_t>(n_blocks);
  const std::uint64_t phase = agents::pick_of(bits, static_cast<std::uint32_t>(n_blocks));
  const auto up_to = [&](std::uint64_t b) { return (static_cast<std::uint64_t>(total) * b + phase) / n; };
  return static_cast<std::int64_t>(up_to(static_cast<std::uint64_t>(block) + 1) - up_to(static_cast<std::uint64_t>(block)));
}

namespace {

std::int64_t scaled(const SynthesisPlan& plan, double people, std::uint64_t what) {
  return agents::keyed_round(people * plan.scenario->scale.factor(), agents::keyed_bits(plan.key(1), what));
}

// Five-year groups into single years: a straight line through the neighbours'
// densities; above the last bound the numbers fall by a fifth a year.
std::vector<double> single_years(const Country& country, int region, int sex) {
  const auto& from = country.age_from_years;
  const int n_groups = static_cast<int>(from.size());
  std::vector<double> density(n_ages, 0.0);
  auto width = [&](int g) { return g + 1 < n_groups ? from[static_cast<std::size_t>(g) + 1] - from[static_cast<std::size_t>(g)] : 20; };
  auto mean = [&](int g) { return country.people(region, sex, g) / width(g); };
  for (int g = 0; g < n_groups; ++g) {
    const int first = from[static_cast<std::size_t>(g)];
    if (g + 1 == n_groups) {
      double weight = 1;
      for (int age = first; age < first + 20; ++age, weight *= 0.8) density[static_cast<std::size_t>(age)] = weight;
      continue;
    }
    const double before = g > 0 ? mean(g - 1) : mean(g);
    const double after = g + 2 < n_groups ? mean(g + 1) : mean(g);
    for (int i = 0; i < width(g); ++i) {
      const double place = (i + 0.5) / width(g) - 0.5;  // −½ … ½ of the group
      const double slope = (after - before) / 2;
      density[static_cast<std::size_t>(first + i)] = std::max(0.05 * mean(g), mean(g) + slope * place);
    }
  }
  return density;
}

void plan_people(SynthesisPlan& plan) {
  const Country& country = *plan.country;
  const int n_groups = static_cast<int>(country.age_from_years.size());
  plan.people = Cube<std::int64_t>(country.n_regions(), 2, n_ages);
  plan.registered.assign(static_cast<std::size_t>(country.n_regions()), 0);
  for (int r = 0; r < country.n_regions(); ++r) {
    for (int sex = 0; sex < 2; ++sex) {
      const std::vector<double> density = single_years(country, r, sex);
      for (int g = 0; g < n_groups; ++g) {
        const int first = country.age_from_years[static_cast<std::size_t>(g)];
        const int last = g + 1 < n_groups ? country.age_from_years[static_cast<std::size_t>(g) + 1] : n_ages;
        const auto cell = static_cast<std::uint64_t>((r * 2 + sex) * n_groups + g);
        const std::int64_t total = scaled(plan, country.people(r, sex, g), cell);
        double sum = 0;
        for (int age = first; age < last; ++age) sum += density[static_cast<std::size_t>(age)];
        double run = 0;
        std::int64_t given = 0;
        for (int age = first; age < last; ++age) {
          run += density[static_cast<std::size_t>(age)];
          const auto up_to = age + 1 == last ? total : static_cast<std::int64_t>(static_cast<double>(total) * (sum > 0 ? run / sum : 1) + 0.5);
          plan.people(r, sex, age) = up_to - given;
          given = up_to;
        }
        plan.registered[static_cast<std::size_t>(r)] += total;
      }
    }
  }
}

// Stock of people registered elsewhere, so that the registered flow is steady
// in month 0 (docs/model.md, registered and actual at the start).
void plan_away(SynthesisPlan& plan) {
  const Country& country = *plan.country;
  const auto& p = plan.scenario->parameters.registration;
  const int n = country.n_regions();
  plan.away_eligible = plan.away_never = Grid<double>(n, n);
  for (int o = 0; o < n; ++o) {
    double people = 0;
    for (int sex = 0; sex < 2; ++sex) for (std::size_t g = 0; g < country.age_from_years.size(); ++g) people += country.people(o, sex, static_cast<int>(g));
    for (int d = 0; d < n; ++d) {
      if (o == d || people <= 0) continue;
      const double flow = country.moves_persons(o, d) / 12;  // registered, a month
      if (p.hazard_per_month <= 0 || p.never_share >= 1) continue;
      const double arriving = flow * (p.hazard_per_month + p.exit_per_month) / (p.hazard_per_month * (1 - p.never_share));
      const double eligible = flow / p.hazard_per_month;
      const double never = p.exit_per_month > 0 ? p.never_share * arriving / p.exit_per_month : 0;
      plan.away_eligible(o, d) = eligible / (people * (1 - p.never_share));
      plan.away_never(o, d) = p.never_share > 0 ? never / (people * p.never_share) : 0;
    }
  }
  // Heads who are away are young, like those who move.
  plan.young_boost.assign(n_ages, 1.0);
  double weight = 0, heads = 0;
  for (int age = 18; age < 100; ++age) {
    double n_people = 0;
    for (int r = 0; r < n; ++r) n_people += static_cast<double>(plan.people(r, 0, age));
    weight += n_people * attention_curve(age + 0.5);
    heads += n_people;
  }
  for (int age = 18; age < n_ages; ++age) plan.young_boost[static_cast<std::size_t>(age)] = attention_curve(age + 0.5) * heads / weight;
}

double higher_by_age(int age) {
  if (age < 22) return 0;
  if (age < 25) return 0.6;
  if (age < 40) return 1;
  if (age < 55) return 0.8;
  if (age < 65) return 0.65;
  return 0.45;
}

void plan_education(SynthesisPlan& plan) {
  const Country& country = *plan.country;
  const int n = country.n_regions();
  plan.higher_share = Grid<double>(n, n_ages);
  plan.degree_share.assign(static_cast<std::size_t>(n), 0);
  for (int r = 0; r < n; ++r) {
    double shape = 0, above_10 = 0;
    for (int age = 10; age < n_ages; ++age) {
      const auto people = static_cast<double>(plan.people(r, 0, age) + plan.people(r, 1, age));
      shape += people * higher_by_age(age);
      above_10 += people;
    }
    const double level = shape > 0 ? country.higher_share_of_10_plus[static_cast<std::size_t>(r)] * above_10 / shape : 0;
    for (int age = 0; age < n_ages; ++age) plan.higher_share(r, age) = std::min(0.85, level * higher_by_age(age));
    plan.degree_share[static_cast<std::size_t>(r)] = plan.higher_share(r, 30);
  }
  plan.field_up_to = cumulative_fields(country);
}

// Facts before there is a market: wages alike, rents of the table, beds as at the start everywhere.
StudyFacts facts_before(const SynthesisPlan& plan) {
  const int n = plan.country->n_regions();
  return {.outlook = Grid<double>(n, agents::n_skills, 1e5),
          .rent = plan.country->rent_kzt_per_m2,
          .bed_share = std::vector<double>(static_cast<std::size_t>(n), std::min(1.0, plan.scenario->parameters.schooling.dormitory_cover)),
          .prestige = {}};
}

// Adds the students whom the wishes of one layer make: those of a hinterland who choose its hub live at home.
struct StudentFlows {
  std::array<std::vector<double>, 3> living;          // [after grade 9, after 11, university][region lived in]
  std::array<std::vector<double>, 2> all, in_hub, away;   // [level − 1][region lived in]
};

void add_layer(StudentFlows& flows, const Cube<double>& wishes, int layer, const std::vector<std::uint8_t>& hub) {
  const int n = wishes.rows();
  const std::size_t level = layer % 2, kind = level == 1 ? 2 : layer == 0 ? 0 : 1;
  for (int o = 0; o < n; ++o) {
    for (int place = 0; place < n; ++place) {
      const double entrants = wishes(layer, o, place);
      const bool commutes = o != place && hub[static_cast<std::size_t>(o)] == place;
      const auto lives = static_cast<std::size_t>(o == place || commutes ? o : place);
      flows.living[kind][lives] += entrants;
      flows.all[level][lives] += entrants;
      if (commutes) flows.in_hub[level][lives] += entrants;
      if (o == place || commutes) continue;
      flows.away[level][lives] += entrants;
    }
  }
}

void plan_students(SynthesisPlan& plan) {
  const Country& country = *plan.country;
  const int n = country.n_regions();
  const auto size = static_cast<std::size_t>(n);
  constexpr double most = 0.95;   // of a cohort study: the rest keeps no region without leavers
  std::vector<std::uint8_t> hub(size, agents::nowhere);
  for (const HubPair& pair : country.hub_pairs) hub[static_cast<std::size_t>(pair.hinterland)] = static_cast<std::uint8_t>(pair.hub);
  const double scale = plan.scenario->scale.factor();
  Leavers cohorts(2, n);
  for (int r = 0; r < n; ++r) {
    for (int sex = 0; sex < 2; ++sex) {
      cohorts(0, r) += static_cast<double>(plan.people(r, sex, 15)) / scale;
      cohorts(1, r) += static_cast<double>(plan.people(r, sex, 17)) / scale;
    }
  }
  const Levers none;
  const SchoolingTerms terms{country, plan.scenario->parameters.schooling, none, hub};
  const StudyFacts facts = facts_before(plan);
  const Schooling schooling = start_schooling(terms, facts, cohorts);
  const StudyWeights weights = study_weights(schooling, terms, facts);
  const Cube<double> wishes = expected_wishes(weights, leavers_of(weights, schooling, terms, cohorts));
  StudentFlows flows;
  for (auto* by_region : {&flows.living[0], &flows.living[1], &flows.living[2], &flows.all[0], &flows.all[1],
                          &flows.in_hub[0], &flows.in_hub[1], &flows.away[0], &flows.away[1]}) {
    by_region->assign(size, 0.0);
  }
  StudentsPlan& students = plan.students;
  for (int layer = 0; layer < 2 * agents::n_stages; ++layer) add_layer(flows, wishes, layer, hub);
  students.bed_share = facts.bed_share;
  for (std::size_t r = 0; r < size; ++r) {
    const auto region = static_cast<int>(r);
    const double young = std::max(1.0, cohorts(0, region)), older = std::max(1.0, cohorts(1, region));
    const double after_9 = std::min(most, flows.living[0][r] / young);
    const double after_11 = flows.living[1][r] / older, university = flows.living[2][r] / older;
    const double fits = std::min(1.0, (most - after_9) / std::max(1e-9, after_11 + university));
    students.college_after_9.push_back(after_9);
    students.college_after_11.push_back(after_11 * fits);
    students.university.push_back(university * fits);
    // Students of all years of a university for whom the cohort of a place has no room are three years older.
    constexpr double most_late = 0.6, late_cohorts = 3;
    const double years = plan.scenario->parameters.schooling.university_years;
    students.late.push_back(std::min(most_late, university * (1 - fits) * years / late_cohorts));
    for (std::size_t level = 0; level < 2; ++level) {
      const double all = std::max(1e-9, flows.all[level][r]);
      students.in_hub[level].push_back(flows.in_hub[level][r] / all);
      students.away[level].push_back(flows.away[level][r] / all);
    }
  }
}

void plan_homes(SynthesisPlan& plan) {
  const Country& country = *plan.country;
  const int n = country.n_regions();
  const double odds = plan.scenario->parameters.synthesis.children_born_elsewhere_odds;
  plan.home_up_to = Grid<double>(n, n + 1);
  plan.born_elsewhere_adult.assign(static_cast<std::size_t>(n), 0);
  plan.born_elsewhere_child.assign(static_cast<std::size_t>(n), 0);
  for (int r = 0; r < n; ++r) {
    double children = 0, everyone = 0;
    for (int age = 0; age < n_ages; ++age) {
      const auto people = static_cast<double>(plan.people(r, 0, age) + plan.people(r, 1, age));
      everyone += people;
      if (age < 16) children += people;
    }
    const double elsewhere = 1 - country.birthplace_share(r, r);
    const double child_share = everyone > 0 ? children / everyone : 0;
    const double adult = std::min(0.97, elsewhere / (1 - child_share + odds * child_share));
    plan.born_elsewhere_adult[static_cast<std::size_t>(r)] = adult;
    plan.born_elsewhere_child[static_cast<std::size_t>(r)] =
        child_share > 0 ? std::clamp((elsewhere - adult * (1 - child_share)) / child_share, 0.0, 1.0) : 0;
    double run = 0;
    for (int home = 0; home <= n; ++home) {
      if (home != r && elsewhere > 0) run += country.birthplace_share(r, home) / elsewhere;
      plan.home_up_to(r, home) = run;
    }
  }
}

// Shares of self-employment by sector from odds k·w, with k such that the
// region's self-employed come out.
std::vector<double> self_employment(const Country& country, int region) {
  const auto r = static_cast<std::size_t>(region);
  const int n = country.n_sectors();
  std::vector<double> share(static_cast<std::size_t>(n));
  double low = 0, high = 1e6;
  for (int step = 0; step < 200; ++step) {
    const double k = (low + high) / 2;
    double sum = 0;
    for (int s = 0; s < n; ++s) {
      const double odds = k * country.sectors[static_cast<std::size_t>(s)].self_employment_weight;
      share[static_cast<std::size_t>(s)] = odds / (1 + odds);
      sum += country.sector_employed_persons(region, s) * share[static_cast<std::size_t>(s)];
    }
    (sum < country.self_employed_persons[r] ? low : high) = k;
  }
  return share;
}

void plan_work(SynthesisPlan& plan) {
  const Country& country = *plan.country;
  const int n = country.n_regions(), n_sectors = country.n_sectors();
  plan.employees = plan.commuters = Grid<std::int64_t>(n, n_sectors);
  Grid<double> employees(n, n_sectors);
  for (int r = 0; r < n; ++r) {
    const auto region = static_cast<std::size_t>(r);
    const std::vector<double> self = self_employment(country, r);
    double sum = 0;
    for (int s = 0; s < n_sectors; ++s) {
      employees(r, s) = country.sector_employed_persons(r, s) * (1 - self[static_cast<std::size_t>(s)]);
      sum += employees(r, s);
    }
    for (int s = 0; s < n_sectors; ++s) employees(r, s) *= sum > 0 ? country.employees_persons[region] / sum : 0;
    plan.unemployed.push_back(scaled(plan, country.unemployed_persons[region], 10000 + region));
    plan.informal.push_back(scaled(plan, country.self_employed_persons[region], 20000 + region));
  }
  Grid<double> away(n, n_sectors);
  for (const HubPair& pair : country.hub_pairs) {
    double hub_posts = 0, at_home = 0;
    for (int s = 0; s < n_sectors; ++s) {
      hub_posts += employees(pair.hub, s);
      at_home += employees(pair.hinterland, s);
    }
    for (int s = 0; s < n_sectors; ++s) {
      // Commuters fill the hub's kinds of posts and are missing evenly at home.
      away(pair.hinterland, s) = pair.commuters_persons * employees(pair.hub, s) / hub_posts;
      employees(pair.hinterland, s) *= 1 - std::min(0.9, pair.commuters_persons / at_home);
    }
  }
  for (int r = 0; r < n; ++r) {
    for (int s = 0; s < n_sectors; ++s) {
      const auto cell = static_cast<std::uint64_t>(r * n_sectors + s);
      plan.employees(r, s) = scaled(plan, employees(r, s), 30000 + cell);
      plan.commuters(r, s) = scaled(plan, away(r, s), 40000 + cell);
    }
  }
}

}  // namespace

SynthesisPlan plan_synthesis(const Scenario& scenario, const Country& country) {
  SynthesisPlan plan;
  plan.scenario = &scenario;
  plan.country = &country;
  plan.start = scenario.start;
  plan_people(plan);
  std::int64_t people = 0;
  for (const std::int64_t n : plan.registered) people += n;
  const double wanted = scenario.parameters.synthesis.block_citizens;
  plan.n_blocks = std::max(1, static_cast<int>(static_cast<double>(people) / wanted + 0.5));
  plan_away(plan);
  plan_education(plan);
  plan_students(plan);
  plan_homes(plan);
  plan_work(plan);
  plan.household_size_share = country.household_size_share;
  for (int r = 0; r < country.n_regions(); ++r) {
    const auto region = static_cast<std::size_t>(r);
    plan.households.push_back(scaled(plan, country.households_count[region], 50000 + region));
    plan.collective_share.push_back(1 - country.private_household_share[region]);
  }
  return plan;
}

}  // namespace world
