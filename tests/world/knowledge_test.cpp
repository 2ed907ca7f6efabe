// Knowledge: each equation with an example computed by hand (V15: diffusion,
// perpetual inventory), the state at rest and under doses, and what it does to
// posts, wages, applicants and the choice of where to live.
#include "world/knowledge.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/world/small_country.hpp"
#include "tests/world/worlds.hpp"
#include "world/knowledge_equations.hpp"
#include "world/phases.hpp"

namespace world {
namespace {

using namespace testing;
using agents::n_fields;
using agents::n_skills;

const KnowledgeParameters usual;

// V15: a(t) = 1 / (1 + (1 − a0) / a0 · e^(−k t)).
TEST(Adoption, FollowsTheLogisticCurveExactly) {
  double adoption = 0.05;
  for (int month = 1; month <= 360; ++month) {
    adoption = next_adoption(adoption, 0.3);
    EXPECT_NEAR(adoption, 1 / (1 + 19 * std::exp(-0.3 * month / 12)), 1e-12);
    if (month == 120) EXPECT_NEAR(adoption, 0.5139, 1e-4);  // 1 / (1 + 19 · 0.049787)
  }
  EXPECT_NEAR(next_adoption(0.05, 0.6), 0.052429, 1e-6);  // 0.05 / (0.05 + 0.95 · e^−0.05)
  EXPECT_EQ(next_adoption(0, 0.3), 0) << "what nobody knows does not spread";
}

// V15: the stock settles at 12 RD / 0.15 and gets there geometrically.
TEST(KnowledgeStock, IsAPerpetualInventory) {
  EXPECT_NEAR(next_stock(1000, 10, 0.15), 997.5, 1e-9);  // 1000 · (1 − 0.0125) + 10
  double stock = 0;
  for (int month = 1; month <= 1200; ++month) {
    stock = next_stock(stock, 10, 0.15);
    EXPECT_NEAR(stock, 800 * (1 - std::pow(0.9875, month)), 1e-9);
  }
  EXPECT_NEAR(stock, 800, 1e-3);
}

TEST(Patents, AreExpectedAsComputedByHand) {
  // Four times the money and 2.25 times the people under half an integration: 2 · 1.5 · 1.15.
  EXPECT_NEAR(expected_patents(1, {.spending = 4, .researchers = 2.25, .integration = 0.5}, usual), 3.45, 1e-12);
  EXPECT_EQ(expected_patents(7, {}, usual), 7) << "as at the start";
  EXPECT_EQ(expected_patents(7, {.spending = 0}, usual), 0);
}

TEST(Patents, AreDrawnFromThePoissonDistribution) {
  for (const double mean : {0.4, 3.45, 100.0}) {
    constexpr int n = 20000;
    double sum = 0, squares = 0, none = 0;
    for (agents::Month month = 0; month < n; ++month) {
      const auto drawn = static_cast<double>(drawn_patents(mean, agents::Chance{.seed = 5, .month = month}, 3));
      sum += drawn;
      squares += (drawn - mean) * (drawn - mean);
      none += drawn == 0 ? 1 : 0;
    }
    EXPECT_NEAR(sum / n, mean, 4.5 * std::sqrt(mean / n));
    EXPECT_NEAR(squares / n, mean, 4.5 * std::sqrt((mean + 2 * mean * mean) / n));
    EXPECT_NEAR(none / n, std::exp(-mean), 4.5 * std::sqrt(std::exp(-mean) / n) + 1e-9);
  }
  EXPECT_EQ(drawn_patents(0, agents::Chance{.seed = 5}, 3), 0);
}

TEST(Productivity, AddsUpAsComputedByHand) {
  ProductivityTerms terms{.log_size = std::log(1.1),
                          .degrees = 0.02,
                          .log_own_knowledge = std::log(1.5),
                          .log_all_knowledge = std::log(1.1),
                          .uses_knowledge = true,
                          .adoption = 0.2,
                          .supply = -0.1};
  // 0.04 · 0.09531 + 0.3 · 0.02 + 0.06 · (0.7 · 0.40547 + 0.3 · 0.09531) + 0.05 · 0.2 − 0.1 · 0.1
  EXPECT_NEAR(log_productivity(terms, usual), 0.028557, 1e-6);
  terms.uses_knowledge = false;
  EXPECT_NEAR(log_productivity(terms, usual), 0.009812, 1e-6);
  EXPECT_NEAR(work_left(0.2, 0.5, usual), 0.99, 1e-12);  // 1 − 0.10 · 0.5 · 0.2
}

TEST(Prestige, MovesAsComputedByHand) {
  const PrestigeTerms terms{.log_pay = std::log(1.2), .conditions = 0.2, .campaign = 0.3, .peers = 0.05};
  // Aim 0.5 · 0.18232 + 0.3 · 0.2 + 0.3 + 0.2 · 0.05 = 0.46116; from 0.1 a fiftieth of the way.
  EXPECT_NEAR(next_prestige(0.1, terms, usual), 0.107223, 1e-6);
  EXPECT_EQ(next_prestige(0, {}, usual), 0);
  EXPECT_EQ(next_prestige(0.999, {.campaign = 50}, usual), 1) << "bounded";
}

TEST(Conditions, AreBoughtAndWearOff) {
  // 0.4 − 0.4 · 0.10 / 12 + 100,000 / 5,000,000
  EXPECT_NEAR(next_conditions(0.4, 1e5, usual), 0.416667, 1e-6);
  EXPECT_EQ(next_conditions(0, 0, usual), 0);
}

// Two regions, a sector of research that everybody of computing calls the own one, and one without.
struct Land {
  LabourScene scene = LabourScene(small_country(2, {open_sector("lab"), open_sector("farm")}));
  KnowledgeParameters parameters;
  Labour labour;
  Levers levers;

  Land() {
    scene.country.field_names = {"", "engineering", "", "", "", "ict", "", ""};
    scene.country.sectors[0].is_own_field[5] = true;
    scene.country.sectors[0].research_weight = 1;
    scene.country.sectors[0].uses_knowledge = true;
    scene.country.sectors[0].routine_share = 0.5;
    scene.employ(0, 0, 3000);
    scene.employ(0, 1, 1000);
    scene.employ(1, 0, 1000);
    scene.employ(1, 1, 5000);
    constexpr auto ict = static_cast<std::size_t>(agents::skill_of(2, 5));
    scene.tally.own_by_skill[0][ict] = 1000;
    scene.tally.other_by_skill[0][0] = 3000;
    scene.tally.other_by_skill[1][0] = 6000;
    labour = start_labour(scene.terms(), scene.tally);
  }
  [[nodiscard]] KnowledgeFacts facts() const {
    return {scene.country, parameters, labour.filled, labour.wage, {1, 1}, scene.tally, 1};
  }
  /// The state after so many months from January.
  [[nodiscard]] Knowledge after(int n_months) const {
    Knowledge knowledge = start_knowledge(facts());
    for (int month = 0; month < n_months; ++month) {
      knowledge_responds(knowledge, facts(), levers, agents::Chance{.seed = 3, .month = 24276 + month});
    }
    return knowledge;
  }
};

TEST(Knowledge, StartsNeutralWithResearchSpreadByItsPosts) {
  const Land land;
  const Knowledge knowledge = land.after(0);
  // 10,000 people; three quarters of the posts of research are in the first region.
  EXPECT_NEAR(knowledge.spending[0], 0.75 * 1e4 * land.parameters.research_kzt_per_person, 1e-3);
  EXPECT_NEAR(knowledge.researchers[1], 0.25 * 12.8, 1e-9);
  EXPECT_NEAR(knowledge.stock[0], knowledge.spending[0] / 0.15, 1e-3);
  EXPECT_NEAR(knowledge.ict[0], 0.25, 1e-12);
  EXPECT_NEAR(knowledge.degrees[0], 0.25, 1e-12);
  const Grid<double> on_posts = knowledge_on_posts(knowledge, land.scene.country, land.parameters);
  const Grid<double> on_wages = knowledge_on_wages(knowledge, land.scene.country, land.parameters, land.levers);
  for (int r = 0; r < 2; ++r) {
    for (int s = 0; s < 2; ++s) {
      EXPECT_EQ(on_posts(r, s), 1);
      EXPECT_EQ(on_wages(r, s), 1);
      EXPECT_EQ(knowledge.conditions(r, s), 0);
    }
  }
  for (const double one : knowledge.prestige) EXPECT_EQ(one, 0);
}

TEST(Knowledge, RestsWhereNothingChangesButThatArtificialIntelligenceSpreads) {
  const Land land;
  const Knowledge knowledge = land.after(24);
  EXPECT_NEAR(knowledge.stock[0] / (knowledge.base_spending[0] / 0.15), 1, 1e-12);
  for (const double one : knowledge.prestige) EXPECT_EQ(one, 0);
  // The region whose employees know computing is faster: 0.15 + 0.5 · 0.25 against 0.15 a year.
  const auto curve = [](double speed) { return 1 / (1 + 19 * std::exp(-2 * speed)); };
  EXPECT_NEAR(knowledge.adoption(0, 0), curve(0.275), 1e-12);
  EXPECT_NEAR(knowledge.adoption(1, 1), curve(0.15), 1e-12);
  const double gained = knowledge.adoption(0, 0) - 0.05;
  EXPECT_NEAR(knowledge.productivity(0, 0), 0.05 * gained, 1e-12);
  const Grid<double> on_posts = knowledge_on_posts(knowledge, land.scene.country, land.parameters);
  EXPECT_NEAR(on_posts(0, 0), std::exp(0.7 * 0.05 * gained) * (1 - 0.1 * 0.5 * gained), 1e-12);
  EXPECT_LT(on_posts(0, 0), 1) << "routine work is lost faster than demand grows";
  EXPECT_GT(on_posts(0, 1), 1) << "no routine work to lose";
}

TEST(Knowledge, ReturnsOnScienceAreLicencesAndOutputOverSpending) {
  Land land;
  land.levers.research_kzt = {land.after(0).spending[0], 0};  // twice the spending in the first region
  land.levers.integration = {0.5, 0};
  const Knowledge knowledge = land.after(600);
  // In the long run the stock is 2 · 1.15 times what it was there.
  const double before = knowledge.base_spending[0] / 0.15;
  EXPECT_NEAR(knowledge.stock[0] / before, 2.3, 2e-3);
  EXPECT_NEAR(knowledge.stock[1] / (knowledge.base_spending[1] / 0.15), 1, 1e-9);
  const double all = std::log((knowledge.stock[0] + knowledge.stock[1]) / (before * 4 / 3));
  const double log_gain = 0.06 * (0.7 * std::log(knowledge.stock[0] / before) + 0.3 * all);
  const double output = 12.0 * 3000 * 200000 / 0.35;
  EXPECT_NEAR(knowledge.science_return[0],
              (1.5e6 * knowledge.patents_in_force[0] + output * (std::exp(log_gain) - 1)) / knowledge.spending[0],
              1e-9);
  EXPECT_GT(knowledge.productivity(0, 0), knowledge.productivity(0, 1)) << "farms do not use it";
}

TEST(Knowledge, PrestigeFollowsPayConditionsAndCampaigns) {
  const auto prestige_of = [](Land& land) { return land.after(60).prestige[5]; };
  Land paid;
  const Knowledge start = paid.after(0);
  Knowledge knowledge = start;
  for (int r = 0; r < 2; ++r) paid.labour.wage(r, 0) *= 1.2;
  knowledge_responds(knowledge, paid.facts(), paid.levers, agents::Chance{.seed = 3, .month = 24276});
  // Pay of computing rises by ln 1.2 against a mean that rises by ln(1 + 0.4 · 0.2).
  EXPECT_NEAR(knowledge.prestige[5], 0.02 * 0.5 * (std::log(1.2) - std::log(1.08)), 1e-12);
  Land campaign, conditions;
  campaign.levers.campaign[5] = 0.2;
  EXPECT_NEAR(prestige_of(campaign), 0.2 * (1 - std::pow(0.98, 60)), 1e-12);
  EXPECT_EQ(campaign.after(60).prestige[1], 0);
  conditions.levers.conditions_kzt = Grid<double>(2, 2);
  conditions.levers.conditions_kzt(0, 0) = conditions.levers.conditions_kzt(1, 0) = 1e5;
  EXPECT_GT(prestige_of(conditions), 0);
}

TEST(WorkAppeal, DrawsApplicantsAndMakesThemAccept) {
  Land land;
  constexpr auto ict = static_cast<std::size_t>(agents::skill_of(2, 5));
  WorkAppeal appeal{.conditions = Grid<double>(2, 2), .prestige = std::vector<double>(n_fields), .weight = 0.2};
  appeal.conditions(0, 0) = 0.5;
  appeal.prestige[5] = 0.4;
  EXPECT_NEAR(appeal.of(0, 0, 5, true), 0.18, 1e-12);   // 0.2 · (0.4 + 0.5)
  EXPECT_NEAR(appeal.of(0, 0, 5, false), 0.10, 1e-12);  // conditions alone
  EXPECT_EQ(WorkAppeal{}.of(0, 0, 5, true), 0);
  auto neutral = std::make_unique<agents::WorkSignals>(), better = std::make_unique<agents::WorkSignals>();
  Labour labour = land.labour;
  labour_speaks(*neutral, labour, land.scene.terms());
  const double share = labour.apply_share(0, static_cast<int>(ict), 0);
  labour_speaks(*better, labour, land.scene.terms(), appeal);
  const double odds = labour.apply_share(0, static_cast<int>(ict), 0) / labour.apply_share(0, static_cast<int>(ict), 1);
  EXPECT_NEAR(odds, share / (1 - share) * std::exp(0.18), 1e-9);
  const auto logit = [](agents::Threshold threshold) {
    const double p = agents::probability_of(threshold);
    return std::log(p / (1 - p));
  };
  EXPECT_NEAR(logit(better->accept[0][ict][0]) - logit(neutral->accept[0][ict][0]),
              0.18 / land.scene.work.acceptance_spread, 1e-9);
}

// Beliefs of one region, alike for all skills but for conditions and prestige.
struct Beliefs {
  Country country = small_country(2, {open_sector("all")});
  agents::MigrationParameters migration;
  Perception perception;
  agents::Signals signals;

  void speak(double conditions, double prestige) {
    PlaceFacts facts;
    facts.wage = Grid<double>(2, n_skills, 2e5);
    facts.job_chance = facts.own_share = Grid<double>(2, n_skills, 0.6);
    facts.mismatch_ratio = Grid<double>(2, n_skills, 0.9);
    facts.quick_income = {1e5, 1e5};
    facts.rent = {1000, 1000};
    facts.services = facts.bad_supply = facts.congestion = {0, 0};
    facts.conditions = Grid<double>(2, n_skills, conditions);
    facts.prestige.assign(n_fields, prestige);
    facts.prestige[0] = 0;
    perception.size = {1e6, 1e6};
    perception.home_stock = Grid<double>(2, 2, 1);
    perception.place_constant = {0, 0};
    perceive(perception, facts, 1);
    perception_speaks(signals.migration, signals.causes, perception, country, migration, {});
  }
};

TEST(PrestigeInTheChoice, IsAPartOfProspectsAsComputedByHand) {
  Beliefs neutral, known;
  neutral.speak(0, 0);
  known.speak(0.1, 0.5);
  constexpr std::size_t engineer = 1;
  const auto added = [&](auto&& of) { return of(known.signals) - of(neutral.signals); };
  // 0.2 · (0.6 · 0.5 + 0.1) for a newcomer, 0.2 · (0.5 + 0.1) in the own specialty, 0.2 · 0.1 outside it.
  EXPECT_NEAR(added([](const auto& s) { return s.migration.prospect[engineer][1]; }), 0.08, 1e-12);
  const auto here = [](agents::Labour state) {
    return [state](const agents::Signals& s) {
      return s.migration.prospect_here[0][static_cast<std::size_t>(state)][engineer];
    };
  };
  EXPECT_NEAR(added(here(agents::Labour::employed_own)), 0.12, 1e-12);
  EXPECT_NEAR(added(here(agents::Labour::employed_other)), 0.02, 1e-12);
  EXPECT_NEAR(added(here(agents::Labour::unemployed)), 0.08, 1e-12);
  agents::Parts parts;
  const agents::Considerer who{.origin = 0, .skill = engineer, .labour = agents::Labour::employed_own, .age = 25};
  agents::fill_parts(parts, who, known.signals.migration, known.signals.causes, 2);
  const auto& prestige = parts[static_cast<std::size_t>(agents::Cause::prestige)];
  EXPECT_NEAR(prestige[1], 0.08, 1e-12);
  EXPECT_NEAR(prestige[0], 0.12, 1e-12);
}

TEST(PrestigeInTheChoice, IsNothingWithoutItsWeight) {
  Beliefs neutral, weightless;
  neutral.speak(0, 0);
  weightless.migration.prestige_weight = 0;
  weightless.speak(0.1, 0.5);
  agents::Parts parts, neutral_parts;
  const agents::Considerer who{.origin = 0, .skill = 1, .labour = agents::Labour::employed_own, .age = 25};
  agents::fill_parts(parts, who, weightless.signals.migration, weightless.signals.causes, 2);
  agents::fill_parts(neutral_parts, who, neutral.signals.migration, neutral.signals.causes, 2);
  for (const double part : parts[static_cast<std::size_t>(agents::Cause::prestige)]) EXPECT_EQ(part, 0);
  EXPECT_EQ(parts, neutral_parts);
}

TEST(KnowledgeOfTheCountry, StandsStillAtTheStartAndMovesByItsEquationsAlone) {
  World world = built(Setting(country_scenario("1:1000", {{"knowledge.productivity_on_supply", "0"}})));
  double spending = 0, people = 0;
  for (const double one : world.knowledge.spending) spending += one;
  for (const double one : people_by_region(world.tally, world.country.n_regions())) people += one / world.scale();
  EXPECT_NEAR(spending / (people * 8670), 1, 1e-9);
  EXPECT_NEAR(spending, 172.6e9, 5e9) << "what was spent in 2023";
  for (const double one : world.knowledge.productivity.cells()) EXPECT_EQ(one, 0);
  const std::vector<double> stock = world.knowledge.stock;
  advance_months(world, 13);
  const Knowledge& knowledge = world.knowledge;
  const KnowledgeFacts facts = world.knowledge_facts();
  double patents_in_force = 0;
  for (std::size_t r = 0; r < 20; ++r) {
    const auto region = static_cast<int>(r);
    double employees = 0;
    for (int s = 0; s < 12; ++s) employees += static_cast<double>(facts.filled(region, s));
    // Agriculture does not use the knowledge stock, which rests.
    EXPECT_NEAR(knowledge.productivity(region, 0),
                0.04 * std::log(employees / knowledge.base_employees[r]) +
                    0.3 * (knowledge.degrees[r] - knowledge.base_degrees[r]) +
                    0.05 * (knowledge.adoption(region, 0) - 0.05),
                1e-12);
    EXPECT_NEAR(knowledge.stock[r] / stock[r], 1, 1e-9);
    patents_in_force += knowledge.patents_in_force[r];
  }
  EXPECT_NEAR(patents_in_force / (people / 1e6 * 50 / 0.15), 1, 0.05);
}

}  // namespace
}  // namespace world
