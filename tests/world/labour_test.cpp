// Posts, offers and wages with hand-made tallies: matching (V10), the wage
// curve (V9), the local multiplier (V11), layoffs; and what a nation's month
// may do with them.
#include "world/labour.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/world/small_country.hpp"
#include "tests/world/worlds.hpp"
#include "world/phases.hpp"

namespace world {
namespace {

using namespace testing;
using agents::Count;

// One region and one sector with given applicants of the three classes.
struct Market {
  LabourScene scene = LabourScene(small_country(1, {open_sector("all")}));
  Labour labour;

  Market(Count vacancies, const std::array<Count, agents::n_classes>& applicants, double efficiency) {
    scene.employ(0, 0, 1000);
    labour = start_labour(scene.terms(), scene.tally);
    labour.efficiency(0, 0) = efficiency;
    labour.vacancies(0, 0) = vacancies;
    for (std::size_t c = 0; c < agents::n_classes; ++c) scene.tally.applications[0][c] = applicants[c];
  }
  [[nodiscard]] Count offers(agents::Month month = 0) const {
    return make_offers(labour, scene.terms(), scene.tally, agents::Chance{.seed = 5, .month = month})[0];
  }
  [[nodiscard]] double effective_applicants() const {
    const auto& work = scene.work;
    const auto& applied = scene.tally.applications[0];
    return work.weight_own * static_cast<double>(applied[0]) + work.weight_level * static_cast<double>(applied[1]) +
           work.weight_below * static_cast<double>(applied[2]);
  }
  [[nodiscard]] double expected_matches() const {
    const double eta = scene.labour_parameters.matching_elasticity;
    return labour.efficiency(0, 0) * std::pow(effective_applicants(), eta) *
           std::pow(static_cast<double>(labour.vacancies(0, 0)), 1 - eta);
  }
};

// V10. At a billion times a thousand, rounding to whole posts is 1e-12 of them.
TEST(Matching, IsTheFormulaAndHasConstantReturnsToScale) {
  constexpr Count million_million = 1'000'000'000'000;
  const Market once(3 * million_million, {2 * million_million, 4 * million_million, 5 * million_million}, 0.3);
  const Market ten_times(30 * million_million, {20 * million_million, 40 * million_million, 50 * million_million}, 0.3);
  EXPECT_NEAR(static_cast<double>(once.offers()) / once.expected_matches(), 1, 1e-9);
  EXPECT_NEAR(static_cast<double>(ten_times.offers()) / (10 * static_cast<double>(once.offers())), 1, 1e-9);
}

// A whole number of posts every month, and on average over months the formula's.
TEST(Matching, RoundsToWholePostsWithoutBias) {
  const Market market(40, {10, 20, 30}, 0.21);
  const double expected = market.expected_matches();
  constexpr int n_months = 10000;
  double sum = 0;
  for (agents::Month month = 0; month < n_months; ++month) {
    const auto offers = static_cast<double>(market.offers(month));
    EXPECT_LT(std::abs(offers - expected), 1);
    sum += offers;
  }
  const double part = expected - std::floor(expected);
  EXPECT_NEAR(sum / n_months, expected, 4.5 * std::sqrt(part * (1 - part) / n_months));
}

TEST(Matching, NeverOffersMorePostsThanThereAreVacanciesOrApplicants) {
  for (const double efficiency : {0.01, 0.5, 1.0, 30.0}) {
    for (const Count vacancies : {0, 1, 7, 300}) {
      for (const Count applicants : {0, 1, 9, 400}) {
        const Market market(vacancies, {applicants, 0, 0}, efficiency);
        for (agents::Month month = 0; month < 20; ++month) {
          EXPECT_LE(market.offers(month), std::min(vacancies, applicants));
          EXPECT_GE(market.offers(month), 0);
        }
      }
    }
  }
  EXPECT_EQ(Market(300, {400, 0, 0}, 30).offers(), 300);
  EXPECT_EQ(Market(500, {400, 0, 0}, 30).offers(), 400);
}

TEST(Matching, ABetterApplicantNeverMeansFewerOffers) {
  Count last = 0;
  for (Count better = 0; better <= 100; ++better) {
    const Count offers = Market(50, {better, 0, 100 - better}, 0.4).offers();
    EXPECT_GE(offers, last);
    last = offers;
  }
  EXPECT_GT(last, Market(50, {0, 0, 100}, 0.4).offers());
}

// V9. Unemployment with separations d and finding f settles at d / (d + f); the
// wage then stands on the curve.
TEST(WageCurve, SettlesAtTheFixedPointOfUnemployment) {
  const LabourParameters parameters;
  constexpr double base_wage = 250000, base_slack = 0.08;
  for (const auto& [separations, finding] : {std::pair{0.015, 0.10}, {0.015, 0.30}, {0.03, 0.05}}) {
    double unemployment = base_slack, wage = base_wage;
    for (int month = 0; month < 2000; ++month) {
      unemployment += separations * (1 - unemployment) - finding * unemployment;
      wage = next_wage(wage, base_wage, unemployment, base_slack, parameters);
    }
    const double at_rest = separations / (separations + finding);
    EXPECT_NEAR(unemployment, at_rest, 1e-6);
    EXPECT_NEAR(std::log(wage), std::log(base_wage) - parameters.wage_curve * std::log(at_rest / base_slack), 1e-6);
  }
}

TEST(WageCurve, WagesRiseFasterThanTheyFall) {
  const LabourParameters parameters;
  const double up = std::log(next_wage(1000, 1000, 0.04, 0.08, parameters) / 1000);
  const double down = std::log(next_wage(1000, 1000, 0.16, 0.08, parameters) / 1000);
  EXPECT_NEAR(up, parameters.wage_up_per_month * parameters.wage_curve * std::log(2), 1e-12);
  EXPECT_NEAR(down, -parameters.wage_down_per_month * parameters.wage_curve * std::log(2), 1e-12);
  EXPECT_GT(up, -down);
}

// The same through the month's response: more unemployed, lower wages.
TEST(WageCurve, MoreUnemployedLowerTheWagesOfTheirRegionOnly) {
  LabourScene scene(small_country(2, {open_sector("all")}));
  for (int region = 0; region < 2; ++region) {
    scene.employ(region, 0, 900);
    scene.tally.people[static_cast<std::size_t>(region)][static_cast<std::size_t>(agents::Labour::unemployed)] = 100;
  }
  Labour labour = start_labour(scene.terms(), scene.tally);
  scene.tally.people[0][static_cast<std::size_t>(agents::Labour::unemployed)] = 200;
  labour_responds(labour, scene.terms(), scene.tally, {.public_spending = {1, 1}}, agents::Chance{.seed = 5}, false);
  EXPECT_LT(labour.wage(0, 0), labour.base_wage(0, 0));
  EXPECT_NEAR(labour.wage(1, 0) / labour.base_wage(1, 0), 1, 1e-12);
}

// V11. A thousand posts come to the tradable sector for good; wages, budgets and
// people stay, all posts are filled. The local sector follows local income with
// elasticity th; s is the share of the wage bill that it earns, q the wage ratio.
TEST(Multiplier, IsTheClosedFormAfterAThousandTradablePosts) {
  constexpr double local_share = 0.42, wage_ratio = 1.2, new_posts = 1000;
  constexpr Count local_posts = 2'000'000;
  const auto tradable_posts = static_cast<Count>(local_posts * (1 - local_share) / local_share / wage_ratio + 0.5);
  for (const double elasticity : {0.6, 0.8, 1.0, 1.2, 1.3}) {
    LabourScene scene(small_country(1, {open_sector("tradable"), open_sector("local", 1)}));
    scene.country.sector_wage_kzt(0, 0) = 200000 * wage_ratio;
    scene.labour_parameters.local_demand_on_income = elasticity;
    scene.labour_parameters.wage_curve = 0;
    scene.labour_parameters.demand_trend_per_year = 0;
    scene.labour_parameters.vacancy_share = 0;
    scene.employ(0, 0, tradable_posts);
    scene.employ(0, 1, local_posts);
    Labour labour = start_labour(scene.terms(), scene.tally);
    Grid<double> package(1, 2);
    package(0, 0) = new_posts;
    for (int month = 0; month < 200; ++month) {
      labour_responds(labour, scene.terms(), scene.tally, {.posts = package, .public_spending = {1}, .years_since_start = month / 12.0}, agents::Chance{.seed = 5}, false);
      scene.employ(0, 0, labour.posts(0, 0));
      scene.employ(0, 1, labour.posts(0, 1));
    }
    const double multiplier = elasticity * local_share * wage_ratio / (1 - elasticity * local_share);
    EXPECT_NEAR(static_cast<double>(labour.posts(0, 0) - tradable_posts), new_posts, 1);
    EXPECT_NEAR(static_cast<double>(labour.posts(0, 1) - local_posts) / new_posts, multiplier, 0.02 * multiplier)
        << elasticity;
  }
}

TEST(Multiplier, PublicPostsFollowPublicSpendingByTheirShare) {
  const Sector sector = open_sector("public", 0.3, 0.7);
  LabourParameters parameters;
  EXPECT_NEAR(desired_posts(1000, {.public_spending = 1.1}, sector, parameters), 1070, 1e-9);
  EXPECT_NEAR(desired_posts(1000, {.local_income = 1.1}, sector, parameters), 1030, 1e-9);
  EXPECT_NEAR(desired_posts(1000, {.wage = 1.1}, sector, parameters), 1000 * std::pow(1.1, -parameters.demand_on_wage),
              1e-9);
}

// Posts that demand has left end by the layoff share of what is beyond it, on
// top of separations.
TEST(Layoffs, EndTheShareOfFilledPostsBeyondDemand) {
  LabourScene scene(small_country(1, {open_sector("all")}));
  scene.employ(0, 0, 1000);
  Labour labour = start_labour(scene.terms(), scene.tally);
  labour.posts(0, 0) = 700;
  agents::WorkSignals signals;
  labour_speaks(signals, labour, scene.terms());
  const double expected = scene.work.separation_per_month + scene.labour_parameters.layoff_share_per_month * 0.3;
  EXPECT_NEAR(agents::probability_of(signals.separation[0][0]), expected, 1e-12);
  labour.posts(0, 0) = 1300;
  labour_speaks(signals, labour, scene.terms());
  EXPECT_NEAR(agents::probability_of(signals.separation[0][0]), scene.work.separation_per_month, 1e-12);
}

// Half of the posts of one sector go. While more are filled than there are,
// nobody is hired and they only become fewer; afterwards posts bound them again.
TEST(Layoffs, FilledPostsExceedPostsOnlyWhileTheyShrink) {
  World world = built(Setting(country_scenario("1:1000")));
  std::size_t region = 0, sector = 0;  // the largest cell
  for (std::size_t i = 0; i < agents::max_regions; ++i) {
    for (std::size_t j = 0; j < agents::max_sectors; ++j) {
      if (world.tally.posts_filled[i][j] > world.tally.posts_filled[region][sector]) region = i, sector = j;
    }
  }
  const auto r = static_cast<int>(region), s = static_cast<int>(sector);
  const Count at_start = world.tally.posts_filled[region][sector];
  ASSERT_GT(at_start, 100);
  world.labour.base_demand(r, s) *= 0.5;
  advance(world, Crew(2));  // the cut is decided at this month's end
  int n_months_beyond = 0;
  for (int month = 0; month < 24; ++month) {
    const Count posts = world.labour.posts(r, s), filled = world.tally.posts_filled[region][sector];
    advance(world, Crew(2));
    Count hired = 0;
    for (std::size_t c = 0; c < agents::n_classes; ++c)
      hired += world.tally.hires[region][sector * agents::n_classes + c];
    const Count now = world.tally.posts_filled[region][sector];
    if (filled > posts) {
      ++n_months_beyond;
      EXPECT_EQ(hired, 0);
      EXPECT_LE(now, filled);
    } else {
      EXPECT_LE(hired, posts - filled);
      EXPECT_LE(now, posts);
    }
  }
  EXPECT_GE(n_months_beyond, 2);
  EXPECT_LE(world.tally.posts_filled[region][sector], at_start * 7 / 10);
}

TEST(Hiring, NeverExceedsApplicationsOrVacanciesOfAnyCellInAnyMonth) {
  World world = built(Setting(country_scenario("1:1000")));
  Count all_hires = 0;
  for (int month = 0; month < 12; ++month) {
    const Grid<Count> vacancies = world.labour.vacancies;
    advance(world, Crew(2));
    for (int r = 0; r < world.country.n_regions(); ++r) {
      for (int s = 0; s < world.country.n_sectors(); ++s) {
        Count hired = 0;
        for (int c = 0; c < agents::n_classes; ++c) {
          const auto cell = static_cast<std::size_t>(s * agents::n_classes + c);
          const Count of_class = world.tally.hires[static_cast<std::size_t>(r)][cell];
          EXPECT_LE(of_class, world.tally.applications[static_cast<std::size_t>(r)][cell]);
          hired += of_class;
        }
        EXPECT_LE(hired, vacancies(r, s));
        all_hires += hired;
      }
    }
  }
  EXPECT_GT(all_hires, 500);
}

}  // namespace
}  // namespace world
