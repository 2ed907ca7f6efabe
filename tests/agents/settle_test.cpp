// Settlement: the cut of the merged histogram against sorting everybody, blocks
// dealt to any number of ranks, and what a weight is worth.
#include "agents/settle.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <vector>

#include "tests/agents/statistics.hpp"

namespace agents {
namespace {

using testing::Dice;
using testing::expect_share;

using Places = std::vector<std::int64_t>;
using Applications = std::vector<Application>;

/// Serials served in each cell, the slow way: sort, and take the first.
std::vector<std::set<std::uint64_t>> served_by_sorting(const Places& places, Applications applications) {
  std::sort(applications.begin(), applications.end(), [](const Application& a, const Application& b) {
    return std::pair(a.priority, a.serial) < std::pair(b.priority, b.serial);
  });
  std::vector<std::set<std::uint64_t>> served(places.size());
  for (const Application& one : applications) {
    auto& in_cell = served[one.cell];
    if (static_cast<std::int64_t>(in_cell.size()) < places[one.cell]) in_cell.insert(one.serial);
  }
  return served;
}

/// The same by the cut, with the applications dealt to ranks that share nothing but histograms and boundaries.
std::vector<std::set<std::uint64_t>> served_by_cut(const Places& places, const Applications& applications, int n_ranks) {
  const auto n = static_cast<std::size_t>(n_ranks);
  const int n_cells = static_cast<int>(places.size());
  PriorityHistogram merged;
  merged.reset(n_cells);
  for (std::size_t rank = n; rank-- > 0;) {
    PriorityHistogram part;
    part.reset(n_cells);
    for (std::size_t i = rank; i < applications.size(); i += n) part.count(applications[i]);
    merged.add(part);
  }
  Cut cut;
  cut.find_bins(places, merged);
  Applications on_boundary;
  for (std::size_t rank = n; rank-- > 0;) {
    for (std::size_t i = rank; i < applications.size(); i += n) {
      if (cut.is_on_boundary(applications[i])) on_boundary.push_back(applications[i]);
    }
  }
  cut.refine(on_boundary);
  std::vector<std::set<std::uint64_t>> served(places.size());
  for (const Application& one : applications) {
    if (cut.serves(one)) served[one.cell].insert(one.serial);
  }
  return served;
}

/// Applications of random cells; how their priorities lie depends on `crowding`:
/// 0 as drawn, 1 few values, 2 at the edges of bins, 3 beyond the last bin, 4 all the same.
Applications random_applications(Dice& dice, int n, int n_cells, int crowding) {
  Applications applications;
  for (int i = 0; i < n; ++i) {
    Application one{.serial = dice.bits(), .cell = static_cast<std::uint16_t>(dice.below(n_cells))};
    constexpr double weights[] = {1, 0.5, 0.2, 1e6, 0.01};
    switch (crowding) {
      case 0: one.priority = priority_of(dice.bits(), weights[dice.below(5)]); break;
      case 1: one.priority = static_cast<std::uint64_t>(dice.below(3)) << 41; break;
      case 2: one.priority = (std::uint64_t{7} << 42) + static_cast<std::uint64_t>(dice.below(3)) - 1; break;
      case 3: one.priority = (std::uint64_t{1020} << 42) + (dice.bits() >> 16); break;
      default: one.priority = 12345;
    }
    applications.push_back(one);
  }
  return applications;
}

TEST(Cut, ServesExactlyWhomSortingServesOnAnyNumberOfRanks) {
  Dice dice(1);
  for (int run = 0; run < 400; ++run) {
    const int n_cells = 1 + dice.below(12);
    const int n = dice.below(run % 4 == 0 ? 20 : 1500);
    const Applications applications = random_applications(dice, n, n_cells, run % 5);
    Places places;
    for (int cell = 0; cell < n_cells; ++cell) {
      // None, more than there are, exactly as many as there are, or something between.
      const auto wanted = std::count_if(applications.begin(), applications.end(), [&](auto& one) { return one.cell == cell; });
      const int kind = dice.below(5);
      places.push_back(kind == 0 ? 0 : kind == 1 ? wanted + dice.below(3) : kind == 2 ? wanted : dice.below(static_cast<int>(wanted) + 1));
    }
    const auto expected = served_by_sorting(places, applications);
    for (const int n_ranks : {1, 2, 5}) ASSERT_EQ(served_by_cut(places, applications, n_ranks), expected) << "run " << run;
    for (std::size_t cell = 0; cell < places.size(); ++cell) {
      const auto wanted = std::count_if(applications.begin(), applications.end(), [&](auto& one) { return one.cell == cell; });
      ASSERT_EQ(static_cast<std::int64_t>(expected[cell].size()), std::min<std::int64_t>(places[cell], wanted));
    }
  }
}

TEST(Cut, DoesNotDependOnTheOrderOfApplications) {
  Dice dice(2);
  for (int crowding = 0; crowding < 5; ++crowding) {
    Applications applications = random_applications(dice, 500, 3, crowding);
    const auto served = served_by_cut({50, 100, 0}, applications, 1);
    std::reverse(applications.begin(), applications.end());
    EXPECT_EQ(served_by_cut({50, 100, 0}, applications, 1), served);
  }
}

TEST(Cut, BreaksTiesBySerial) {
  Applications applications;
  for (const std::uint64_t serial : {9, 3, 7, 1, 5}) applications.push_back({.priority = 1000, .serial = serial});
  EXPECT_EQ(served_by_cut({3}, applications, 2)[0], (std::set<std::uint64_t>{1, 3, 5}));
}

TEST(Cut, WithoutPlacesServesNobodyAndWithoutApplicantsIsHarmless) {
  EXPECT_TRUE(served_by_cut({0}, {{.priority = 0, .serial = 0}}, 1)[0].empty());
  EXPECT_TRUE(served_by_cut({10}, {}, 1)[0].empty());
}

TEST(Cut, OnePlaceMoreServesTheSameAndOneMore) {
  Dice dice(3);
  const Applications applications = random_applications(dice, 300, 1, 0);
  auto served = served_by_cut({0}, applications, 1)[0];
  for (std::int64_t places = 1; places <= 300; ++places) {
    const auto more = served_by_cut({places}, applications, 1)[0];
    ASSERT_EQ(more.size(), served.size() + 1);
    ASSERT_TRUE(std::includes(more.begin(), more.end(), served.begin(), served.end()));
    served = more;
  }
}

TEST(Bin, GrowsWithPriorityAndTheLastOneTakesTheRest) {
  EXPECT_EQ(bin_of(0), 0);
  EXPECT_EQ(bin_of((std::uint64_t{1} << 42) - 1), 0);
  EXPECT_EQ(bin_of(std::uint64_t{1} << 42), 1);
  EXPECT_EQ(bin_of(~std::uint64_t{0}), n_priority_bins - 1);
}

TEST(Priority, FallsWithWeightForTheSameDraw) {
  Dice dice(4);
  for (int i = 0; i < 1000; ++i) {
    const std::uint64_t bits = dice.bits();
    EXPECT_LT(priority_of(bits, 1e6), priority_of(bits, 1));
    EXPECT_LT(priority_of(bits, 1), priority_of(bits, 0.2));
  }
  EXPECT_GT(priority_of(0, 0.01), priority_of(~std::uint64_t{0}, 0.01));
}

TEST(Priority, LetsTheHeavierOfTwoWinInProportionToTheWeights) {
  constexpr int n = 200'000;
  for (const auto& [heavy, light] : {std::pair{1.0, 0.2}, {1.0, 0.5}, {0.5, 0.2}, {1.0, 1.0}}) {
    int n_wins = 0;
    for (std::uint64_t i = 0; i < n; ++i) {
      const Applications two = {{.priority = priority_of(keyed_bits(1, i), heavy), .serial = 2 * i},
                                {.priority = priority_of(keyed_bits(2, i), light), .serial = 2 * i + 1}};
      n_wins += std::pair(two[0].priority, two[0].serial) < std::pair(two[1].priority, two[1].serial);
    }
    expect_share(n_wins, n, heavy / (heavy + light));
  }
}

TEST(Priority, GivesTheOnlyPlaceByWeightThroughTheCut) {
  constexpr int n = 3000;
  int n_wins = 0;
  for (std::uint64_t i = 0; i < n; ++i) {
    const Applications two = {{.priority = priority_of(keyed_bits(1, i), 1.0), .serial = 0},
                              {.priority = priority_of(keyed_bits(2, i), 0.2), .serial = 1}};
    const auto served = served_by_cut({1}, two, 1)[0];
    ASSERT_EQ(served.size(), 1u);
    n_wins += served.count(0) > 0;
  }
  expect_share(n_wins, n, 1 / 1.2);
}

TEST(Priority, OfAPromiseStandsBeforeNearlyEverybody) {
  // Weight 1e6 against a hundred of weight 1: loses once in 1e4.
  constexpr int n = 2000;
  int n_losses = 0;
  for (std::uint64_t i = 0; i < n; ++i) {
    const std::uint64_t promised = priority_of(keyed_bits(1, i), 1e6);
    bool wins = true;
    for (std::uint64_t rival = 0; rival < 100; ++rival) wins = wins && promised < priority_of(keyed_bits(2 + rival, i), 1);
    n_losses += !wins;
  }
  expect_share(n_losses, n, 1e-4);
}

}  // namespace
}  // namespace agents
