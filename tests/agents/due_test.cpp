// The monthly sweep: it misses nobody, rings seldom in vain, never for an empty
// row, and what is due happens as often as its threshold says.
#include "agents/due.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <memory>
#include <vector>

#include "tests/agents/statistics.hpp"
#include "tests/agents/town.hpp"

namespace agents {
namespace {

using testing::Dice;
using testing::expect_share;
using testing::now;

constexpr Chance chance{.seed = 11, .month = now};

std::vector<Due> listed(const Block& block, const RiskBounds& bounds, Month month = now) {
  std::vector<Due> buffer;
  const auto due = list_due(block, Chance{.seed = chance.seed, .month = month}, bounds, buffer);
  return {due.begin(), due.end()};
}

/// Rows of any status and age below 128 years; one in ten is empty.
Block random_rows(Dice& dice, int n_rows) {
  Block block(n_rows);
  std::vector<Row> gone;
  for (int i = 0; i < n_rows; ++i) {
    const Row row = block.add_row();
    block.serial[row] = dice.bits();
    block.born[row] = static_cast<std::uint16_t>(now - dice.below(12 * n_ages));
    block.status[row] = static_cast<std::uint8_t>(dice.below(256));
    if (block.is_empty(row) || dice.lands(0.05)) gone.push_back(row);
  }
  for (const Row row : gone) block.free_row(row);
  return block;
}

/// Thresholds of [risk][status × age]: 0, 1, and everything down to 1e-6 between.
using Thresholds = std::vector<std::vector<Threshold>>;
std::size_t kind_of(std::uint8_t status, int age) { return std::size_t{status} * n_ages + static_cast<std::size_t>(age); }

Thresholds random_thresholds(Dice& dice) {
  Thresholds thresholds(n_risks, std::vector<Threshold>(256 * n_ages));
  for (auto& of_risk : thresholds) {
    for (Threshold& one : of_risk) {
      const int kind = dice.below(8);
      one = kind == 0 ? 0 : kind == 1 ? always : threshold_of(std::pow(10.0, -6 * dice.uniform()));
    }
  }
  return thresholds;
}

RiskBounds bounds_above(const Thresholds& thresholds) {
  RiskBounds bounds;
  for (int risk = 0; risk < n_risks; ++risk) {
    for (int value = 0; value < 256; ++value) {
      const auto kind = static_cast<std::uint8_t>(value);
      if (static_cast<Labour>(kind & status::labour_mask) == Labour::empty) continue;
      for (int age = 0; age < n_ages; ++age) {
        bounds.raise(static_cast<Risk>(risk), kind, age, thresholds[static_cast<std::size_t>(risk)][kind_of(kind, age)]);
      }
    }
  }
  return bounds;
}

TEST(Sweep, MissesNobodyAndRingsForNoEmptyRow) {
  // The slow twin asks every citizen about every risk with all digits.
  for (const int n_rows : {0, 1, 7, 511, 512, 513, 1024, 5000}) {
    Dice dice(static_cast<std::uint64_t>(n_rows));
    const Block block = random_rows(dice, n_rows);
    const Thresholds thresholds = random_thresholds(dice);
    const auto due = listed(block, bounds_above(thresholds));
    std::vector<std::uint64_t> alarms(static_cast<std::size_t>(n_rows), 0);
    for (std::size_t i = 0; i < due.size(); ++i) {
      ASSERT_TRUE(i == 0 || due[i - 1].row < due[i].row);
      EXPECT_NE(due[i].alarms, 0u);
      EXPECT_EQ(due[i].status, block.status[due[i].row]);
      alarms[due[i].row] = due[i].alarms;
    }
    for (Row row = 0; row < n_rows; ++row) {
      if (block.is_empty(row)) {
        EXPECT_EQ(alarms[row], 0u);
        continue;
      }
      for (int r = 0; r < n_risks; ++r) {
        const auto risk = static_cast<Risk>(r);
        const Threshold exact = thresholds[static_cast<std::size_t>(r)][kind_of(block.status[row], block.age(row, now))];
        const bool rang = Due{.alarms = alarms[row]}.rang(risk);
        EXPECT_FALSE(exact == 0 && rang);
        EXPECT_TRUE(rang || !is_due(chance, risk, block.serial[row], exact)) << "row " << row << ", risk " << r;
      }
    }
  }
}

TEST(Sweep, RingsAsSeldomAsEightBitsAllow) {
  // An alarm rings when the coarse digit is below the bound: the threshold rounded up to 1/256.
  constexpr int n_rows = 60'000;
  Block block(n_rows);
  for (int i = 0; i < n_rows; ++i) block.serial[block.add_row()] = static_cast<std::uint64_t>(i);
  for (const double p : {1e-9, 0.001, 1.0 / 256, 0.01, 0.3, 0.999}) {
    RiskBounds bounds;
    bounds.raise(Risk::couple, 0, (now / 12) & (n_ages - 1), threshold_of(p));
    const auto due = listed(block, bounds);
    expect_share(static_cast<double>(due.size()), n_rows, std::ceil(p * 256) / 256);
    for (const Due& one : due) EXPECT_EQ(one.alarms, std::uint64_t{256} << (9 * static_cast<int>(Risk::couple)));
  }
}

TEST(Sweep, KnowsTheAgeInYearsOfEveryMonthOfLife) {
  // One citizen of each age in months; an alarm for one year of age rings for exactly its twelve.
  constexpr int n_months = 12 * n_ages;
  Block block(n_months);
  for (int months = 0; months < n_months; ++months) {
    const Row row = block.add_row();
    block.serial[row] = static_cast<std::uint64_t>(months);
    block.born[row] = static_cast<std::uint16_t>(now - months);
  }
  for (int age = 0; age < n_ages; ++age) {
    RiskBounds bounds;
    bounds.raise(Risk::death, 0, age, always);
    const auto due = listed(block, bounds);
    ASSERT_EQ(due.size(), 12u) << age;
    for (std::size_t i = 0; i < 12; ++i) {
      ASSERT_EQ(due[i].row, age * 12 + static_cast<int>(i));
      ASSERT_EQ(block.age(due[i].row, now), age);
    }
  }
}

TEST(Sweep, WithoutBoundsListsNobody) {
  Dice dice(3);
  EXPECT_TRUE(listed(random_rows(dice, 2000), RiskBounds{}).empty());
}

TEST(RiskBounds, RaisingOneRiskLeavesTheOthersAndNeverLowers) {
  auto bound_of = [](const RiskBounds& bounds, int risk) {
    return static_cast<int>((bounds.data()[kind_of(5, 40)] >> (9 * risk)) & 0x1ff) - 255;
  };
  RiskBounds bounds;
  std::vector<int> expected(n_risks, 0);
  Dice dice(4);
  for (int i = 0; i < 2000; ++i) {
    const int risk = dice.below(n_risks);
    const double p = std::pow(dice.uniform(), 8);
    bounds.raise(static_cast<Risk>(risk), 5, 40, threshold_of(p));
    int& bound = expected[static_cast<std::size_t>(risk)];
    bound = std::max(bound, static_cast<int>(std::ceil(p * 256)));
    for (int r = 0; r < n_risks; ++r) ASSERT_EQ(bound_of(bounds, r), expected[static_cast<std::size_t>(r)]);
  }
}

TEST(RiskBounds, MoreThanCertainIsCertain) {
  // Two ways out with a joint probability above 1 must not spill into the next risk.
  RiskBounds bounds;
  bounds.raise(Risk::leave_work, 5, 40, always + always / 10);
  const std::uint64_t word = bounds.data()[kind_of(5, 40)];
  constexpr int lane = 9 * static_cast<int>(Risk::leave_work);
  EXPECT_EQ(word, (RiskBounds::neutral & ~RiskBounds::lane(3)) | std::uint64_t{511} << lane);
}

TEST(IsDue, HappensAsOftenAsTheThresholdSays) {
  constexpr int n = 400'000;
  for (int r = 0; r < n_risks; ++r) {
    for (const double p : {0.0, 1e-4, 1.0 / 300, 1.0 / 256, 0.01, 0.25, 0.9, 1.0}) {
      const Threshold threshold = threshold_of(p);
      int hits = 0;
      for (std::uint64_t serial = 0; serial < n; ++serial) hits += is_due(chance, static_cast<Risk>(r), serial, threshold);
      SCOPED_TRACE(r);
      expect_share(hits, n, p);
    }
  }
}

TEST(IsDue, HappensAsOftenToOneCitizenOverTheMonths) {
  constexpr int n = 50'000;
  for (const double p : {0.001, 0.3}) {
    int hits = 0;
    for (int month = 0; month < n; ++month) {
      hits += is_due(Chance{.seed = 1, .month = month}, Risk::death, 77, threshold_of(p));
    }
    expect_share(hits, n, p);
  }
}

TEST(IsDue, TwoRisksOfACitizenAreIndependent) {
  constexpr int n = 400'000;
  const Threshold tenth = threshold_of(0.1);
  for (int one = 0; one < n_risks; ++one) {
    for (int other = one + 1; other < n_risks; ++other) {
      int both = 0;
      for (std::uint64_t serial = 0; serial < n; ++serial) {
        both += is_due(chance, static_cast<Risk>(one), serial, tenth) && is_due(chance, static_cast<Risk>(other), serial, tenth);
      }
      expect_share(both, n, 0.01);
    }
  }
}

TEST(IsDue, ComparesTheDueNumber) {
  for (std::uint64_t serial = 0; serial < 1000; ++serial) {
    const std::uint64_t number = due_number(chance, Risk::search, serial);
    EXPECT_LT(number, always);
    EXPECT_FALSE(is_due(chance, Risk::search, serial, number));
    EXPECT_TRUE(is_due(chance, Risk::search, serial, number + 1));
  }
}

}  // namespace
}  // namespace agents
