// Anchor employers: averages of a cell computed by hand, and a shock that takes
// exactly the anchor's jobs.
#include "world/anchors.hpp"

#include <gtest/gtest.h>

#include "tests/world/small_country.hpp"
#include "world/labour.hpp"

namespace world {
namespace {

using namespace testing;

/// Two anchors in the first cell: 0.3 of it with pay 1.5 times the rest's, 0.1 with the rest's pay.
Country anchored() {
  Country country = small_country(2, {open_sector("mine"), open_sector("farm")});
  country.anchors = {{.name = "Big", .share = 0.3, .wage_factor = 1.5, .conditions = 0.2},
                     {.name = "Small", .share = 0.1},
                     {.name = "Big", .region = 1, .sector = 1, .share = 0.5, .wage_factor = 2}};
  return country;
}

TEST(Anchors, AreNeutralWhileTheyStayAsTheyWere) {
  const Country country = anchored();
  const Grid<double> posts = anchor_posts(country, {}, Grid<double>(2, 2, 1000));
  const Grid<double> pay = anchor_pay(country, {}), conditions = anchor_conditions(country, {});
  for (std::size_t cell = 0; cell < 4; ++cell) {
    EXPECT_EQ(posts.cells()[cell], 0);
    EXPECT_EQ(pay.cells()[cell], 1);
    EXPECT_EQ(conditions.cells()[cell], 0);
  }
}

TEST(Anchors, ChangeTheirCellAsComputedByHand) {
  const Country country = anchored();
  const AnchorChange change{.growth = {-0.1, 0, 0}, .raise = {0, 0, 0.1}};
  EXPECT_NEAR(anchor_posts(country, change, Grid<double>(2, 2, 1000))(0, 0), -30, 1e-12);
  // 270 of 970 posts left: (700 + 1.5 · 270) / 970 over (700 + 1.5 · 300) / 1000.
  EXPECT_NEAR(anchor_pay(country, change)(0, 0), 1105.0 / 970 / 1.15, 1e-12);
  EXPECT_NEAR(anchor_conditions(country, change)(0, 0), 0.2 * (270.0 / 970 - 0.3), 1e-12);
  // A raise of a tenth: (0.5 + 0.5 · 2.2) / (0.5 + 0.5 · 2).
  EXPECT_NEAR(anchor_pay(country, change)(1, 1), 1.6 / 1.5, 1e-12);
  EXPECT_EQ(anchor_pay(country, change)(0, 1), 1);
  EXPECT_EQ(rows_of_anchor(country, "Big"), (std::vector<std::size_t>{0, 2}));
  EXPECT_TRUE(rows_of_anchor(country, "Other").empty());
}

TEST(Anchors, AShockTakesExactlyTheirJobs) {
  LabourScene scene(anchored());
  scene.employ(0, 0, 4000);
  scene.employ(1, 1, 2000);
  const auto posts_after = [&](const AnchorChange& change) {
    Labour labour = start_labour(scene.terms(), scene.tally);
    LabourForces forces{.posts = anchor_posts(scene.country, change, labour.base_demand), .public_spending = {1, 1}};
    labour_responds(labour, scene.terms(), scene.tally, forces, agents::Chance{.seed = 5}, false);
    return labour.posts;
  };
  const auto before = posts_after({}), after = posts_after({.growth = {-0.1, 0, 0}, .raise = {}});
  // 4,000 filled posts are 4,100 wanted ones; a tenth of 0.3 of them is 123.
  EXPECT_EQ(before(0, 0), 4100);
  EXPECT_EQ(before(0, 0) - after(0, 0), 123);
  EXPECT_EQ(before(1, 1), after(1, 1));
  EXPECT_EQ(before(0, 1), after(0, 1));
}

}  // namespace
}  // namespace world
