#include "world/synthesis_report.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "agents/household.hpp"

namespace world {

namespace {

using LabourState = agents::Labour;

// What the tally does not hold, counted once.
struct Extra {
  Cube<std::int64_t> registered_by_age;   // [registered × sex × age group]
  Grid<std::int64_t> partnered;           // [registered × sex] 15 and over
  Grid<std::int64_t> sizes;               // [region registered × size 1 … 6+]
  std::vector<std::int64_t> higher, above_10, with_children, lone_parents, households;
};

int group_of(const Country& country, int age) {
  const auto& from = country.age_from_years;
  return static_cast<int>(std::upper_bound(from.begin(), from.end(), age) - from.begin()) - 1;
}

Extra empty_extra(const Country& country) {
  const int n = country.n_regions();
  const auto size = static_cast<std::size_t>(n);
  Extra extra{.registered_by_age = Cube<std::int64_t>(n, 2, static_cast<int>(country.age_from_years.size())),
              .partnered = Grid<std::int64_t>(n, 2), .sizes = Grid<std::int64_t>(n, 6), .higher = {}, .above_10 = {},
              .with_children = {}, .lone_parents = {}, .households = {}};
  extra.higher = extra.above_10 = extra.with_children = extra.lone_parents = extra.households =
      std::vector<std::int64_t>(size);
  return extra;
}

void count_extra(Extra& extra, const agents::Block& block, const Country& country, agents::Month now) {
  for (int i = 0; i < block.n_rows(); ++i) {
    const auto row = static_cast<agents::Row>(i);
    if (block.is_empty(row)) continue;
    const int registered = block.registered[row], age = block.age(row, now);
    const auto r = static_cast<std::size_t>(registered);
    const int sex = block.has(row, agents::status::female);
    ++extra.registered_by_age(registered, sex, group_of(country, age));
    if (age >= 15 && block.has(row, agents::status::partnered)) ++extra.partnered(registered, sex);
    extra.above_10[r] += age >= 10;
    extra.higher[r] += agents::level_of_skill(block.skill_class(row)) == 2;
    if (!block.has(row, agents::status::head)) continue;
    // Who lives away to study is no private household of the tables.
    if (block.is_student(row) && (block.skill[row] & agents::skill::away) != 0) continue;
    const agents::HouseholdSummary household = agents::summary_of(block, row, now);
    ++extra.sizes(registered, std::min(household.n_members, 6) - 1);
    ++extra.households[r];
    extra.with_children[r] += household.n_children > 0;
    extra.lone_parents[r] += household.n_children > 0 && !household.has_partner;
  }
}

Extra count_all(const World& world, const Crew& crew) {
  std::vector<Extra> parts(static_cast<std::size_t>(crew.n_slots()), empty_extra(world.country));
  crew.for_each_block(world.n_blocks(), [&](int b, int slot) {
    count_extra(parts[static_cast<std::size_t>(slot)], world.blocks[static_cast<std::size_t>(b)], world.country, world.month);
  });
  Extra sum = empty_extra(world.country);
  auto add = [](auto& to, const auto& from) {
    for (std::size_t i = 0; i < to.size(); ++i) to[i] += from[i];
  };
  for (const Extra& part : parts) {
    add(sum.registered_by_age.cells(), part.registered_by_age.cells());
    add(sum.partnered.cells(), part.partnered.cells());
    add(sum.sizes.cells(), part.sizes.cells());
    add(sum.higher, part.higher);
    add(sum.above_10, part.above_10);
    add(sum.with_children, part.with_children);
    add(sum.lone_parents, part.lone_parents);
    add(sum.households, part.households);
  }
  return sum;
}

// Collects cells of one margin.
class Margin {
 public:
  Margin(std::string name, std::string table, bool exact) {
    check_.margin = std::move(name);
    check_.table = std::move(table);
    check_.exact = exact;
  }
  void cell(const std::string& where, double target, double synthetic) {
    check_.target += target;
    check_.synthetic += synthetic;
    if (target < 100) return;
    const double relative = std::abs(synthetic - target) / target;
    if (relative > check_.worst_relative) {
      check_.worst_relative = relative;
      check_.worst_cell = where;
    }
  }
  [[nodiscard]] MarginCheck done() const { return check_; }

 private:
  MarginCheck check_;
};

void report_people(SynthesisReport& report, const World& world, const Extra& extra) {
  const Country& country = world.country;
  const double scale = world.scale();
  Margin ages("registered people by region, sex, age group", "age_sex.csv", true);
  Margin partners("people with a partner by region and sex", "marital.csv", false);
  Margin higher("people with higher education by region", "education.csv", false);
  for (int r = 0; r < country.n_regions(); ++r) {
    const auto region = static_cast<std::size_t>(r);
    const std::string& iso = country.regions[region].iso;
    for (int sex = 0; sex < 2; ++sex) {
      for (std::size_t g = 0; g < country.age_from_years.size(); ++g) {
        ages.cell(iso + (sex ? " women " : " men ") + std::to_string(country.age_from_years[g]) + "+",
                  country.people(r, sex, static_cast<int>(g)) * scale,
                  static_cast<double>(extra.registered_by_age(r, sex, static_cast<int>(g))));
      }
      double expected = 0;
      for (int age = 16; age < agents::n_ages; ++age) {
        expected += country.married_share(r, sex, age) * country.people(r, sex, group_of(country, age)) * scale /
                    [&] {
                      const int g = group_of(country, age);
                      const auto& from = country.age_from_years;
                      return g + 1 < static_cast<int>(from.size()) ? from[static_cast<std::size_t>(g) + 1] - from[static_cast<std::size_t>(g)] : agents::n_ages - from[static_cast<std::size_t>(g)];
                    }();
      }
      partners.cell(iso + (sex ? " women" : " men"), expected, static_cast<double>(extra.partnered(r, sex)));
    }
    higher.cell(iso, country.higher_share_of_10_plus[region] * static_cast<double>(extra.above_10[region]),
                static_cast<double>(extra.higher[region]));
  }
  for (const Margin& margin : {ages, partners, higher}) report.margins.push_back(margin.done());
}

void report_households(SynthesisReport& report, const World& world, const Extra& extra) {
  const Country& country = world.country;
  const double scale = world.scale();
  Margin count("private households by region (collective residents apart)", "households.csv", false);
  Margin sizes("households by region and size", "households.csv", false);
  Margin children("households with children by region", "households.csv", false);
  Margin lone("lone-parent households by region", "households.csv", false);
  for (int r = 0; r < country.n_regions(); ++r) {
    const auto region = static_cast<std::size_t>(r);
    const std::string& iso = country.regions[region].iso;
    double people = 0;
    for (int sex = 0; sex < 2; ++sex) for (std::size_t g = 0; g < country.age_from_years.size(); ++g) people += country.people(r, sex, static_cast<int>(g));
    const double collective = (1 - country.private_household_share[region]) * people * scale;
    const double households = country.households_count[region] * scale;
    count.cell(iso, households, static_cast<double>(extra.households[region]) - collective);
    for (int size = 0; size < 6; ++size) {
      sizes.cell(iso + " size " + std::to_string(size + 1), households * country.household_size_share(r, size),
                 static_cast<double>(extra.sizes(r, size)) - (size == 0 ? collective : 0));
    }
    children.cell(iso, households * country.share_with_children[region], static_cast<double>(extra.with_children[region]));
    lone.cell(iso, households * country.lone_parent_share[region], static_cast<double>(extra.lone_parents[region]));
  }
  for (const Margin& margin : {count, sizes, children, lone}) report.margins.push_back(margin.done());
}

void report_work(SynthesisReport& report, const World& world, const SynthesisPlan& plan, const char* when) {
  const Country& country = world.country;
  const double scale = world.scale();
  Margin unemployed(std::string("unemployed by region") + when, "labour.csv", true);
  Margin informal(std::string("self-employed by region") + when, "labour.csv", true);
  Margin employees(std::string("employees by region lived in") + when, "labour.csv", true);
  Margin posts(std::string("posts by region and sector") + when, "employment_by_sector.csv", true);
  Margin commuters(std::string("commuters by region lived in") + when, "hub_pairs.csv", true);
  for (int r = 0; r < country.n_regions(); ++r) {
    const auto region = static_cast<std::size_t>(r);
    const std::string& iso = country.regions[region].iso;
    const auto& people = world.tally.people[region];
    auto of = [&](LabourState state) { return static_cast<double>(people[static_cast<std::size_t>(state)]); };
    unemployed.cell(iso, country.unemployed_persons[region] * scale, of(LabourState::unemployed));
    informal.cell(iso, country.self_employed_persons[region] * scale, of(LabourState::informal));
    employees.cell(iso, country.employees_persons[region] * scale, of(LabourState::employed_own) + of(LabourState::employed_other));
    double leaving = 0;
    for (int s = 0; s < country.n_sectors(); ++s) {
      double wanted = static_cast<double>(plan.employees(r, s));
      for (const HubPair& pair : country.hub_pairs) {
        if (pair.hub == r) wanted += static_cast<double>(plan.commuters(pair.hinterland, s));
      }
      posts.cell(iso + " " + country.sectors[static_cast<std::size_t>(s)].name, wanted,
                 static_cast<double>(world.tally.posts_filled[region][static_cast<std::size_t>(s)]));
      leaving += static_cast<double>(plan.commuters(r, s));
    }
    if (leaving > 0) commuters.cell(iso, leaving, static_cast<double>(world.tally.commuters[region]));
  }
  for (const Margin& margin : {unemployed, informal, employees, posts, commuters}) report.margins.push_back(margin.done());
}

void report_places(SynthesisReport& report, const World& world, const SynthesisPlan& plan) {
  const Country& country = world.country;
  Margin owners("households that own their home by region lived in", "tenure.csv", false);
  Margin homes("people born in another region or abroad by region lived in", "birthplace.csv", false);
  Margin away("people registered elsewhere by region lived in", "migration_od.csv", false);
  for (int r = 0; r < country.n_regions(); ++r) {
    const auto region = static_cast<std::size_t>(r);
    const std::string& iso = country.regions[region].iso;
    const agents::Tally& tally = world.tally;
    const auto households = static_cast<double>(tally.heads[region] - tally.away_students[region]);
    owners.cell(iso, country.owner_share[region] * households, static_cast<double>(tally.owners[region]));
    double lived = 0, elsewhere = 0, stock = 0;
    for (int home = 0; home <= agents::max_regions; ++home) {
      const auto n = static_cast<double>(tally.home[region][static_cast<std::size_t>(home)]);
      lived += n;
      if (home != r) elsewhere += n;
    }
    homes.cell(iso, (1 - country.birthplace_share(r, r)) * lived, elsewhere);
    const double never = plan.scenario->parameters.registration.never_share;
    for (int o = 0; o < country.n_regions(); ++o) {
      stock += (plan.away_eligible(o, r) * (1 - never) + plan.away_never(o, r) * never) *
               static_cast<double>(plan.registered[static_cast<std::size_t>(o)]);
    }
    away.cell(iso, stock, static_cast<double>(tally.unregistered[region]));
  }
  for (const Margin& margin : {owners, homes, away}) report.margins.push_back(margin.done());
}

}  // namespace

SynthesisReport report_synthesis(const World& world, const SynthesisPlan& plan, const Crew& crew) {
  SynthesisReport report;
  const Extra extra = count_all(world, crew);
  report.citizens = world.n_citizens();
  report.blocks = world.n_blocks();
  for (const auto n : extra.households) report.households += n;
  report_people(report, world, extra);
  report_households(report, world, extra);
  report_work(report, world, plan, "");
  report_places(report, world, plan);
  report.assumptions = {
      "Single years of age follow a straight line through neighbouring five-year groups; above the last bound numbers fall by a fifth a year.",
      "Couples follow the women's shares of the table; husbands are drawn by the men's shares and paired by age with up to four years of play.",
      "Children go to mothers of the age that the national fertility schedule gives; every lone parent gets one child first.",
      "People outside private households live as households of one.",
      "Adults without partner live alone as often as the table of sizes wants, older ones twice as often; the others join families from the smallest size up, grown children with parents of forty and over.",
      "Higher education falls with age from 40 on by fixed steps; its level is the region's published share.",
      "Half of the adults without higher education finished a college (synthesis.vocational_share_of_adults).",
      "Self-employment is spread over sectors by the odds of sectors.csv; the region's total is the table's.",
      "Labour force membership follows fixed odds by age and sex; the region's total is the table's.",
      "Commuters hold posts like those of their hub and are missing evenly from the sectors at home.",
      "Employees lean to sectors of their own field by synthesis.own_field_preference.",
      "The unregistered stock is the one that makes the registered flow of the base year steady; its heads have the ages of movers.",
      "Who was born elsewhere is drawn person by person; a child has a quarter of an adult's odds.",
      "Movers of the last year own as often as the table of recent movers says; all others as often as their region.",
  };
  return report;
}

void finish_report(SynthesisReport& report, const World& world) {
  const double scale = world.scale();
  Margin unemployed("unemployed by region, after the warm-up", "labour.csv", false);
  Margin informal("self-employed by region, after the warm-up", "labour.csv", false);
  Margin employees("employees by region lived in, after the warm-up", "labour.csv", false);
  for (int r = 0; r < world.country.n_regions(); ++r) {
    const auto region = static_cast<std::size_t>(r);
    const std::string& iso = world.country.regions[region].iso;
    const auto& people = world.tally.people[region];
    auto of = [&](LabourState state) { return static_cast<double>(people[static_cast<std::size_t>(state)]); };
    unemployed.cell(iso, world.country.unemployed_persons[region] * scale, of(LabourState::unemployed));
    informal.cell(iso, world.country.self_employed_persons[region] * scale, of(LabourState::informal));
    employees.cell(iso, world.country.employees_persons[region] * scale, of(LabourState::employed_own) + of(LabourState::employed_other));
  }
  for (const Margin& margin : {unemployed, informal, employees}) report.margins.push_back(margin.done());
}

}  // namespace world
