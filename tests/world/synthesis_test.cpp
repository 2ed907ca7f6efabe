// The population at the start against its tables: what must be met to the
// person is counted from the rows, the rest is held to stated tolerances.
#include "world/synthesis.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <cmath>
#include <cstdlib>
#include <map>
#include <random>

#include "tests/world/second_books.hpp"

namespace world {
namespace {

using namespace testing;

TEST(Dealt, PartsOfAllBlocksAddUpToTheTotalAndDifferByOneAtMost) {
  std::mt19937_64 dice(1);
  for (int trial = 0; trial < 3000; ++trial) {
    const int n_blocks = 1 + static_cast<int>(dice() % 2000);
    const auto total = static_cast<std::int64_t>(dice() % (trial % 3 == 0 ? 50 : 3'000'000));
    const std::uint64_t bits = dice();
    std::int64_t sum = 0;
    for (int b = 0; b < n_blocks; ++b) {
      const std::int64_t part = dealt(total, b, n_blocks, bits);
      EXPECT_GE(part, total / n_blocks);
      EXPECT_LE(part, total / n_blocks + 1);
      sum += part;
    }
    ASSERT_EQ(sum, total) << n_blocks << " blocks";
  }
}

TEST(Dealt, GivesEveryBlockTheSameOnAverageOverKeys) {
  constexpr int n_blocks = 7, n_keys = 20000;
  std::vector<double> mean(n_blocks);
  for (std::uint64_t key = 0; key < n_keys; ++key) {
    for (int b = 0; b < n_blocks; ++b) {
      mean[static_cast<std::size_t>(b)] +=
          static_cast<double>(dealt(3, b, n_blocks, agents::keyed_bits(3, key))) / n_keys;
    }
  }
  const double p = 3.0 / n_blocks;
  for (const double m : mean) EXPECT_NEAR(m, p, 4.5 * std::sqrt(p * (1 - p) / n_keys));
}

// A population right after synthesis, with the plan that it was made by.
struct Population {
  Setting setting;
  SynthesisPlan plan;
  std::vector<agents::Block> blocks;

  explicit Population(Scenario scenario)
      : setting(std::move(scenario)), plan(plan_synthesis(setting.scenario, setting.country)) {
    for (int b = 0; b < plan.n_blocks; ++b) {
      blocks.emplace_back(64);
      synthesise_block(blocks.back(), plan, b);
    }
  }
  template <class See>
  void for_each(See&& see) const {
    for (const agents::Block& block : blocks) {
      for (int row = 0; row < block.n_rows(); ++row) see(block, static_cast<agents::Row>(row));
    }
  }
};

int age_group_of(const Country& country, int age) {
  int group = 0;
  while (group + 1 < static_cast<int>(country.age_from_years.size()) &&
         age >= country.age_from_years[static_cast<std::size_t>(group) + 1])
    ++group;
  return group;
}

Cube<std::int64_t> registered_people(const Population& population) {
  const Country& country = population.setting.country;
  Cube<std::int64_t> people(country.n_regions(), 2, static_cast<int>(country.age_from_years.size()));
  population.for_each([&](const agents::Block& block, agents::Row row) {
    // Ages on the first day: whoever is born in the month before has no birthday in between.
    const int age = (population.setting.scenario.start - 1 - block.born[row]) / 12;
    ++people(block.registered[row], block.has(row, agents::status::female), age_group_of(country, age));
  });
  return people;
}

// Every cell within `tolerance` people of its table.
void expect_people_of_the_tables(const Population& population, double tolerance) {
  const Country& country = population.setting.country;
  const Cube<std::int64_t> people = registered_people(population);
  for (int r = 0; r < country.n_regions(); ++r) {
    for (int sex = 0; sex < 2; ++sex) {
      for (int group = 0; group < static_cast<int>(country.age_from_years.size()); ++group) {
        EXPECT_LE(std::abs(static_cast<double>(people(r, sex, group)) -
                           country.people(r, sex, group) * population.setting.scenario.scale.factor()),
                  tolerance)
            << country.regions[static_cast<std::size_t>(r)].iso << (sex == 1 ? " women" : " men") << " group " << group;
      }
    }
  }
}

Population tiny(const std::string& scale, const std::string& block_citizens) {
  return Population(tiny_scenario({{"scale", scale}, {"synthesis.block_citizens", block_citizens}}));
}
Population nation() { return Population(country_scenario("1:100")); }

TEST(Synthesis, PeopleByRegionSexAndAgeGroupAreTheTableToThePerson) {
  expect_people_of_the_tables(tiny("1:1", "256"), 0);
  expect_people_of_the_tables(tiny("10:1", "1000"), 0);
}

TEST(Synthesis, AtOneToAHundredEveryCellOfThePeopleIsWithinOnePerson) {
  expect_people_of_the_tables(nation(), 0.9999999);
}

TEST(Synthesis, TenClonesOfEachGiveTenTimesThePeopleInEveryCell) {
  const Cube<std::int64_t> once = registered_people(tiny("1:1", "16384")),
                           ten_times = registered_people(tiny("10:1", "16384"));
  ASSERT_EQ(once.cells().size(), ten_times.cells().size());
  for (std::size_t cell = 0; cell < once.cells().size(); ++cell)
    EXPECT_EQ(ten_times.cells()[cell], 10 * once.cells()[cell]);
}

// Who works where: counted from the rows by name.
using Workers = std::map<std::string, std::int64_t>;

/// Workers of the plan, and of the rows.
std::pair<Workers, Workers> planned_and_found(const Population& population) {
  const Country& country = population.setting.country;
  Workers planned, found;
  auto name = [](const char* what, int region, int sector) {
    return std::string(what) + " " + std::to_string(region) + " " + std::to_string(sector);
  };
  auto add = [](Workers& to, const std::string& what, std::int64_t n) {
    if (n != 0) to[what] += n;
  };
  for (int r = 0; r < country.n_regions(); ++r) {
    add(planned, name("unemployed", r, 0), population.plan.unemployed[static_cast<std::size_t>(r)]);
    add(planned, name("informal", r, 0), population.plan.informal[static_cast<std::size_t>(r)]);
    for (int s = 0; s < country.n_sectors(); ++s) {
      add(planned, name("employee", r, s), population.plan.employees(r, s));
      add(planned, name("commuter", r, s), population.plan.commuters(r, s));
    }
  }
  population.for_each([&](const agents::Block& block, agents::Row row) {
    const agents::Labour state = block.labour(row);
    if (state == agents::Labour::unemployed) add(found, name("unemployed", block.region[row], 0), 1);
    if (state == agents::Labour::informal) add(found, name("informal", block.region[row], 0), 1);
    if (!agents::is_employed(state)) return;
    const bool commutes = (block.post[row] & agents::post::commutes) != 0;
    add(found, name(commutes ? "commuter" : "employee", block.region[row], block.sector(row)), 1);
  });
  return {planned, found};
}

TEST(Synthesis, LabourStatesAndPostsAreThePlanToThePerson) {
  for (const Population& population : {tiny("1:1", "16384"), tiny("100:1", "16384"), nation()}) {
    const auto [planned, found] = planned_and_found(population);
    EXPECT_EQ(found, planned);
  }
}

// In a block of 256 a region has some eighty people; a few posts may find no
// adult to hold them. None may be held twice.
TEST(Synthesis, InBlocksTooSmallForTheirPostsAFewStayEmpty) {
  const auto [planned, found] = planned_and_found(tiny("1:1", "256"));
  std::int64_t n_planned = 0, n_found = 0;
  for (const auto& [name, n] : planned) n_planned += n;
  for (const auto& [name, n] : found) {
    EXPECT_LE(n, planned.contains(name) ? planned.at(name) : 0) << name;
    n_found += n;
  }
  EXPECT_GE(static_cast<double>(n_found), 0.97 * static_cast<double>(n_planned));
}

TEST(Synthesis, ThePlanOfWorkIsTheTablesRoundedByLessThanOneACell) {
  for (const Population& population : {tiny("1:1", "16384"), nation()}) {
    const Country& country = population.setting.country;
    const double scale = population.setting.scenario.scale.factor();
    const int n_sectors = country.n_sectors();
    for (int region = 0; region < country.n_regions(); ++region) {
      const auto r = static_cast<std::size_t>(region);
      const std::string& iso = country.regions[r].iso;
      std::int64_t employees = 0;
      for (int s = 0; s < n_sectors; ++s)
        employees += population.plan.employees(region, s) + population.plan.commuters(region, s);
      EXPECT_LT(std::abs(static_cast<double>(population.plan.unemployed[r]) - country.unemployed_persons[r] * scale), 1)
          << iso;
      EXPECT_LT(std::abs(static_cast<double>(population.plan.informal[r]) - country.self_employed_persons[r] * scale),
                1)
          << iso;
      EXPECT_LT(std::abs(static_cast<double>(employees) - country.employees_persons[r] * scale), 2 * n_sectors) << iso;
    }
  }
}

// A block is a small sample of the whole: people of each region are in every
// block as many as a fair deal of each age and sex gives.
TEST(Synthesis, EveryBlockHoldsItsShareOfEveryRegion) {
  const Population population = nation();
  ASSERT_GE(population.plan.n_blocks, 8);
  for (const agents::Block& block : population.blocks) {
    std::vector<double> people(population.plan.registered.size());
    for (int row = 0; row < block.n_rows(); ++row) people[block.registered[static_cast<agents::Row>(row)]] += 1;
    for (std::size_t r = 0; r < people.size(); ++r) {
      constexpr double n_cells = 2 * 100;  // each cell is off by less than one, with variance ≤ ¼
      EXPECT_NEAR(people[r], static_cast<double>(population.plan.registered[r]) / population.plan.n_blocks,
                  4.5 * std::sqrt(n_cells / 4));
    }
  }
}

TEST(Synthesis, NobodyIsYoungerThanTheirWorkOrOlderThanTheTables) {
  const Population population = nation();
  population.for_each([&](const agents::Block& block, agents::Row row) {
    const int age = block.age(row, population.plan.start - 1);
    EXPECT_LT(age, 110);
    EXPECT_GE(age, 0);
    const agents::Labour state = block.labour(row);
    if (age < 18) {
      EXPECT_TRUE(state == agents::Labour::outside || state == agents::Labour::student);
      EXPECT_EQ(block.skill_class(row), 0);
    }
    EXPECT_TRUE(age >= 16 || !block.has(row, agents::status::partnered));
    EXPECT_EQ(block.has(row, agents::status::unregistered), block.region[row] != block.registered[row]);
  });
}

/// How far a margin may be from its table: its sum, and its worst cell of a hundred people or more.
struct Tolerance {
  double of_sum;
  double of_cell;
};

// The tolerances are what the synthesis reaches at 1:100, rounded up; where they
// are wide the tables contradict each other (docs/data.md) or leave it open.
const std::map<std::string, Tolerance>& tolerances() {
  static const std::map<std::string, Tolerance> list = {
      {"registered people by region, sex, age group", {0.0005, 0.01}},
      {"people with a partner by region and sex", {0.015, 0.12}},  // men's and women's shares differ, couples do not
      {"people with higher education by region", {0.01, 0.06}},
      {"private households by region (collective residents apart)", {0.01, 0.05}},
      {"households by region and size", {0.01, 0.45}},  // six and more: what is left over
      {"households with children by region", {0.09, 0.17}},
      {"lone-parent households by region", {0.01, 0.05}},
      {"unemployed by region", {0.002, 0.01}},
      {"self-employed by region", {0.001, 0.01}},
      {"employees by region lived in", {0.001, 0.01}},
      {"posts by region and sector", {0, 0}},
      {"commuters by region lived in", {0, 0}},
      {"households that own their home by region lived in", {0.01, 0.06}},
      {"people born in another region or abroad by region lived in", {0.04, 0.12}},
      {"people registered elsewhere by region lived in", {0.06, 0.45}},
      {"unemployed by region, after the warm-up", {0.05, 0.27}},
      {"self-employed by region, after the warm-up", {0.02, 0.12}},
      {"employees by region lived in, after the warm-up", {0.005, 0.02}},
  };
  return list;
}

TEST(SynthesisReport, EveryMarginOfTheNationIsWithinItsStatedTolerance) {
  SynthesisReport report;
  const World world = built(Setting(country_scenario("1:100")), Crew(2), &report);
  std::map<std::string, MarginCheck> found;
  for (const MarginCheck& margin : report.margins) found[margin.margin] = margin;
  for (const auto& [name, tolerance] : tolerances()) {
    ASSERT_TRUE(found.contains(name)) << "the report has no margin \"" << name << '"';
    const MarginCheck& margin = found[name];
    EXPECT_LE(std::abs(margin.synthetic - margin.target), tolerance.of_sum * margin.target)
        << name << ": " << margin.synthetic << " of " << margin.target;
    EXPECT_LE(margin.worst_relative, tolerance.of_cell) << name << ", worst cell " << margin.worst_cell;
  }
  for (const MarginCheck& margin : report.margins) {
    EXPECT_TRUE(tolerances().contains(margin.margin)) << "no tolerance is stated for \"" << margin.margin << '"';
  }
  EXPECT_FALSE(report.assumptions.empty());
  EXPECT_EQ(report.blocks, world.n_blocks());
}

TEST(SynthesisReport, CountsWhatTheRowsHold) {
  SynthesisReport report;
  const World world = built(Setting(tiny_scenario({{"synthesis.warm_up_months", "0"}})), Crew(2), &report);
  std::map<std::string, MarginCheck> found;
  for (const MarginCheck& margin : report.margins) found[margin.margin] = margin;
  double unemployed = 0, away = 0;
  for_each_citizen(world, [&](const agents::Block& block, agents::Row row) {
    if (block.registered[row] == agents::nowhere) return;  // arrivals come after the report
    unemployed += block.labour(row) == agents::Labour::unemployed;
    away += block.region[row] != block.registered[row];
  });
  EXPECT_EQ(found["unemployed by region"].synthetic, unemployed);
  EXPECT_EQ(found["people registered elsewhere by region lived in"].synthetic, away);
}

TEST(BuildWatch, IsToldOfEveryBlockAndMonthAndChangesNothing) {
  const Setting setting(tiny_scenario({{"synthesis.block_citizens", "256"}}));
  const Crew crew(2);
  std::atomic<int> n_blocks = 0, n_months = 0, most = 0;
  const BuildWatch watch = [&](BuildStep step, int n_done, int n_all) {
    ++(step == BuildStep::population ? n_blocks : n_months);
    if (step == BuildStep::population) most = n_all;
    EXPECT_LE(n_done, n_all);
  };
  const World watched = build_world(setting.scenario, setting.country, crew, nullptr, watch);
  EXPECT_GT(n_blocks, 3);
  EXPECT_EQ(n_blocks, most);
  EXPECT_EQ(n_months, static_cast<int>(setting.scenario.parameters.synthesis.warm_up_months));
  EXPECT_EQ(watched.hash.state, build_world(setting.scenario, setting.country, crew).hash.state);
}

TEST(BuildWatch, EndsABuildByWhatItThrows) {
  struct Enough {};
  const Setting setting(tiny_scenario({{"synthesis.block_citizens", "256"}}));
  for (const BuildStep last : {BuildStep::population, BuildStep::warm_up}) {
    const BuildWatch watch = [&](BuildStep step, int n_done, int) {
      if (step == last && n_done == 2) throw Enough{};
    };
    EXPECT_THROW(static_cast<void>(build_world(setting.scenario, setting.country, Crew(2), nullptr, watch)), Enough);
  }
}

}  // namespace
}  // namespace world
