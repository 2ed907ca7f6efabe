// Keyed chance: the ends of each conversion, and the quality of the bits in the
// orders in which the model uses them. The batteries are in docs/determinism.md.
#include "agents/chance.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <limits>
#include <string>
#include <vector>

#include "agents/due.hpp"
#include "tests/agents/statistics.hpp"

namespace agents {
namespace {

using testing::chi_square_bound;
using testing::Dice;
using testing::expect_share;

constexpr std::uint64_t all_ones = ~std::uint64_t{0};
constexpr Month january = month_of(2023, 1);

TEST(Threshold, ZeroNeverFiresAndOneAlwaysDoes) {
  EXPECT_EQ(threshold_of(0), 0u);
  EXPECT_EQ(threshold_of(1), always);
  for (const std::uint64_t bits : {std::uint64_t{0}, std::uint64_t{1}, std::uint64_t{1} << 63, all_ones}) {
    EXPECT_FALSE(fires(bits, threshold_of(0)));
    EXPECT_TRUE(fires(bits, threshold_of(1)));
  }
}

TEST(Threshold, ProbabilitiesBeyondTheEndsCountAsTheEnds) {
  EXPECT_EQ(threshold_of(-0.5), 0u);
  EXPECT_EQ(threshold_of(std::numeric_limits<double>::quiet_NaN()), 0u);
  EXPECT_EQ(threshold_of(1.5), always);
  EXPECT_EQ(threshold_of(std::numeric_limits<double>::infinity()), always);
}

TEST(Threshold, GivesItsProbabilityBack) {
  for (const double p : {0x1p-63, 1e-12, 1e-6, 1.0 / 12, 0.5, 1 - 0x1p-53, 1.0}) {
    EXPECT_NEAR(probability_of(threshold_of(p)), p, 0x1p-63) << p;
  }
  EXPECT_TRUE(fires(0, threshold_of(0x1p-63)));
  EXPECT_FALSE(fires(2, threshold_of(0x1p-63)));
}

TEST(Uniform, IsOpenAtBothEnds) {
  EXPECT_GT(uniform_of(0), 0);
  EXPECT_LT(uniform_of(all_ones), 1);
  EXPECT_EQ(uniform_of(0), 1 - uniform_of(all_ones));
}

TEST(Pick, StaysInItsRangeAndReachesBothEnds) {
  for (const std::uint32_t n : {1u, 2u, 3u, 7u, 1000u, 0xffffffffu}) {
    EXPECT_EQ(pick_of(0, n), 0u);
    EXPECT_EQ(pick_of(all_ones, n), n - 1);
  }
}

TEST(Pick, IsFairAmongSeven) {
  const Chance chance{.seed = 3, .month = january};
  constexpr int n = 70'000;
  std::array<int, 7> counts{};
  for (std::uint64_t serial = 0; serial < n; ++serial) ++counts[pick_of(chance.bits(Purpose::guardian, serial), 7)];
  for (const int count : counts) expect_share(count, n, 1.0 / 7);
}

TEST(KeyedRound, LeavesIntegersAlone) {
  for (const double value : {0.0, 1.0, 2.0, 1000.0, 123456789.0, 1e12}) {
    EXPECT_EQ(keyed_round(value, 0), static_cast<std::int64_t>(value));
    EXPECT_EQ(keyed_round(value, all_ones), static_cast<std::int64_t>(value));
  }
}

TEST(KeyedRound, GoesUpAsOftenAsTheFractionSays) {
  const Chance chance{.seed = 4, .month = january};
  constexpr int n = 100'000;
  for (const double value : {0.001, 0.25, 17.5, 2000.9, 8.999}) {
    const auto below = static_cast<std::int64_t>(value);
    std::int64_t sum = 0;
    for (std::uint64_t cell = 0; cell < n; ++cell) {
      const std::int64_t rounded = keyed_round(value, chance.bits(Purpose::rounding, cell));
      ASSERT_TRUE(rounded == below || rounded == below + 1);
      sum += rounded - below;
    }
    expect_share(static_cast<double>(sum), n, value - static_cast<double>(below));
  }
}

TEST(Chance, IsAPureFunctionOfSeedMonthPurposeAndSerial) {
  const Chance chance{.seed = 5, .month = january};
  const std::uint64_t draw = chance.bits(Purpose::death, 42);
  EXPECT_EQ(draw, (Chance{.seed = 5, .month = january}.bits(Purpose::death, 42)));
  EXPECT_NE(draw, (Chance{.seed = 6, .month = january}.bits(Purpose::death, 42)));
  EXPECT_NE(draw, (Chance{.seed = 5, .month = january + 1}.bits(Purpose::death, 42)));
  EXPECT_NE(draw, chance.bits(Purpose::birth, 42));
  EXPECT_NE(draw, chance.bits(Purpose::death, 43));
  EXPECT_EQ(draw, chance.bits(Purpose::death, 42, 0));
  EXPECT_NE(draw, chance.bits(Purpose::death, 42, 1));
}

TEST(Chance, KeysOfAllPurposesMonthsSeedsAndTurnsDiffer) {
  // Two equal keys would be the same luck twice: in another month, under another seed, or at another turn.
  std::vector<std::uint64_t> keys;
  for (std::uint64_t seed = 0; seed < 8; ++seed) {
    for (Month month = january; month < january + 216; ++month) {
      const Chance chance{.seed = seed, .month = month};
      for (std::uint32_t purpose = 1; purpose <= 31; ++purpose) {
        const std::uint64_t key = chance.key(static_cast<Purpose>(purpose));
        ASSERT_EQ(key, chance_key(seed, month, static_cast<Purpose>(purpose)));
        for (std::uint64_t j = 0; j < 32; ++j) keys.push_back(nth_key(key, j));
      }
    }
  }
  std::sort(keys.begin(), keys.end());
  EXPECT_EQ(std::adjacent_find(keys.begin(), keys.end()), keys.end());
}

// Quality. A layout is an order of draws; neighbours in it are what a rule, a
// month or a family would put side by side.

struct Layout {
  std::string name;
  std::function<std::uint64_t(std::uint64_t)> draw;  // the i-th draw
};

std::vector<Layout> layouts() {
  static constexpr Chance chance{.seed = 1, .month = january};
  return {
      {"consecutive serials", [](std::uint64_t i) { return chance.bits(Purpose::death, i); }},
      {"serials far apart", [](std::uint64_t i) { return chance.bits(Purpose::death, i << 40); }},
      {"serials from a hash", [](std::uint64_t i) { return chance.bits(Purpose::death, keyed_bits(99, i)); }},
      {"consecutive months of one citizen",
       [](std::uint64_t i) { return keyed_bits(chance_key(1, static_cast<Month>(i), Purpose::search), 7); }},
      {"consecutive seeds", [](std::uint64_t i) { return keyed_bits(chance_key(i, january, Purpose::search), 7); }},
      {"31 purposes of consecutive serials",
       [](std::uint64_t i) { return chance.bits(static_cast<Purpose>(1 + i % 31), i / 31); }},
      {"216 months of consecutive serials",
       [](std::uint64_t i) {
         return keyed_bits(chance_key(1, january + static_cast<Month>(i % 216), Purpose::leave_work), i / 216);
       }},
      {"32 alternatives of consecutive serials",
       [](std::uint64_t i) { return chance.bits(Purpose::alternative, i / 32, i % 32); }},
      {"consecutive alternatives of one citizen",
       [](std::uint64_t i) { return chance.bits(Purpose::alternative, 7, i); }},
      {"men for one woman after another",
       [](std::uint64_t i) { return keyed_bits(nth_key(chance.key(Purpose::partner), i / 64), i % 64); }},
      {"newborns of consecutive mothers",
       [](std::uint64_t i) { return chance.bits(Purpose::death, chance.bits(Purpose::newborn_serial, i)); }},
  };
}

// Chi-square of equally likely cells.
double chi_square(const std::vector<int>& counts) {
  double n = 0, sum = 0;
  for (const int count : counts) n += count;
  const double expected = n / static_cast<double>(counts.size());
  for (const int count : counts) sum += (count - expected) * (count - expected) / expected;
  return sum;
}

// Neither more uneven than luck explains nor too even for luck.
void expect_even(const std::vector<int>& counts, const std::string& what) {
  const double freedom = static_cast<double>(counts.size()) - 1;
  const double found = chi_square(counts);
  EXPECT_LT(found, chi_square_bound(freedom, testing::far_out)) << what;
  EXPECT_GT(found, chi_square_bound(freedom, -testing::far_out)) << what;
}

constexpr std::uint64_t n_draws = 200'000;

TEST(ChanceQuality, EachByteIsUniformInEveryLayout) {
  for (const Layout& layout : layouts()) {
    std::vector<std::vector<int>> counts(8, std::vector<int>(256, 0));
    for (std::uint64_t i = 0; i < n_draws; ++i) {
      const std::uint64_t bits = layout.draw(i);
      for (unsigned byte = 0; byte < 8; ++byte) ++counts[byte][(bits >> (8 * byte)) & 0xff];
    }
    for (std::size_t byte = 0; byte < 8; ++byte) expect_even(counts[byte], layout.name + ", byte " + std::to_string(byte));
  }
}

TEST(ChanceQuality, NeighboursAreIndependentInEveryLayout) {
  // The top four bits, of which thresholds are made, and the lowest four, of which the sweep's digits are.
  for (const Layout& layout : layouts()) {
    for (const std::uint64_t distance : {1u, 2u, 31u, 32u, 216u}) {
      std::vector<int> high(256, 0), low(256, 0), across(256, 0);
      for (std::uint64_t i = 0; i < n_draws / 2; ++i) {
        const std::uint64_t one = layout.draw(i), other = layout.draw(i + distance);
        ++high[(one >> 60) << 4 | other >> 60];
        ++low[(one & 15) << 4 | (other & 15)];
        ++across[(one & 15) << 4 | other >> 60];
      }
      const std::string what = layout.name + ", " + std::to_string(distance) + " apart";
      expect_even(high, what + ", high bits");
      expect_even(low, what + ", low bits");
      expect_even(across, what + ", low with high bits");
    }
  }
}

TEST(ChanceQuality, SerialMonthAndPurposeTogetherFillTheCube) {
  // Top bit of eight neighbours: two serials × two months × two purposes make 256 equally likely patterns.
  std::vector<int> counts(256, 0);
  for (Month month = january; month < january + 200; month += 2) {
    for (std::uint32_t purpose = 1; purpose < 31; purpose += 2) {
      for (std::uint64_t serial = 0; serial < 80; serial += 2) {
        std::size_t pattern = 0;
        for (unsigned corner = 0; corner < 8; ++corner) {
          const auto which = static_cast<Purpose>(purpose + ((corner >> 1) & 1));
          const std::uint64_t key = chance_key(1, month + static_cast<Month>(corner & 1), which);
          pattern = pattern << 1 | keyed_bits(key, serial + (corner >> 2)) >> 63;
        }
        ++counts[pattern];
      }
    }
  }
  expect_even(counts, "cube");
}

TEST(ChanceQuality, CoarseDigitsOfTheSweepAreIndependentOfEachOther) {
  const Chance chance{.seed = 2, .month = january};
  for (unsigned one = 0; one < n_risks; ++one) {
    for (unsigned other = one + 1; other < n_risks; ++other) {
      std::vector<int> counts(256, 0);
      for (std::uint64_t serial = 0; serial < n_draws / 2; ++serial) {
        const std::uint64_t digits = chance.bits(Purpose::sweep, serial);
        ++counts[((digits >> (9 * one)) & 15) << 4 | ((digits >> (9 * other)) & 15)];
      }
      expect_even(counts, "digits " + std::to_string(one) + " and " + std::to_string(other));
    }
  }
}

TEST(ChanceQuality, CoarseDigitsAreIndependentOfTheFineBits) {
  // Every digit with the fine bits of every risk, not only its own.
  const Chance chance{.seed = 2, .month = january};
  for (unsigned digit = 0; digit < n_risks; ++digit) {
    for (int risk = 0; risk < n_risks; ++risk) {
      const std::uint64_t key = chance.key(purpose_of(static_cast<Risk>(risk)));
      std::vector<int> counts(256, 0);
      for (std::uint64_t serial = 0; serial < n_draws / 2; ++serial) {
        const std::uint64_t coarse = (chance.bits(Purpose::sweep, serial) >> (9 * digit + 4)) & 15;
        ++counts[coarse << 4 | keyed_bits(key, serial) >> 60];
      }
      expect_even(counts, "digit " + std::to_string(digit) + ", fine bits of risk " + std::to_string(risk));
    }
  }
}

// How often each output bit changes when one bit of the input does, over `n` inputs.
void expect_avalanche(int n_input_bits, const std::function<std::uint64_t(std::uint64_t, std::uint64_t)>& draw,
                      const std::string& what) {
  constexpr int n = 4000;
  for (int input = 0; input < n_input_bits; ++input) {
    std::array<int, 64> changed{};
    Dice dice(static_cast<std::uint64_t>(input));
    for (int i = 0; i < n; ++i) {
      // Half the inputs are small, as counters are.
      const std::uint64_t value = i % 2 == 0 ? dice.bits() : static_cast<std::uint64_t>(i);
      const std::uint64_t difference = draw(value, 0) ^ draw(value, std::uint64_t{1} << input);
      for (unsigned bit = 0; bit < 64; ++bit) changed[bit] += static_cast<int>((difference >> bit) & 1);
    }
    for (const int count : changed) {
      SCOPED_TRACE(what + ", input bit " + std::to_string(input));
      expect_share(count, n, 0.5);
    }
  }
}

TEST(ChanceQuality, EveryBitOfTheSerialStirsEveryBitOfTheDraw) {
  const std::uint64_t key = chance_key(1, january, Purpose::death);
  expect_avalanche(64, [key](std::uint64_t serial, std::uint64_t flip) { return keyed_bits(key, serial ^ flip); }, "serial");
}

TEST(ChanceQuality, EveryBitOfTheKeyStirsEveryBitOfTheDraw) {
  expect_avalanche(64, [](std::uint64_t key, std::uint64_t flip) { return keyed_bits(key ^ flip, 12345); }, "key");
}

TEST(ChanceQuality, EveryBitOfTheSeedTheMonthAndThePurposeStirsEveryBitOfTheDraw) {
  auto draw = [](std::uint64_t seed, std::uint64_t month, std::uint64_t purpose) {
    return keyed_bits(chance_key(seed, static_cast<Month>(month), static_cast<Purpose>(purpose)), 12345);
  };
  expect_avalanche(64, [&](std::uint64_t seed, std::uint64_t flip) { return draw(seed ^ flip, january, 2); }, "seed");
  expect_avalanche(31, [&](std::uint64_t i, std::uint64_t flip) { return draw(i, january ^ flip, 2); }, "month");
  expect_avalanche(5, [&](std::uint64_t i, std::uint64_t flip) { return draw(i, january, 2 ^ flip); }, "purpose");
}

TEST(ChanceQuality, NoTwoPurposesOfACitizenAreCorrelated) {
  constexpr int n = 40'000, n_purposes = 33;
  const Chance chance{.seed = 1, .month = january};
  std::vector<std::vector<double>> draws;
  for (std::uint32_t purpose = 1; purpose <= n_purposes; ++purpose) {
    std::vector<double>& column = draws.emplace_back();
    // Uniform numbers of mean 0 and variance 1.
    for (std::uint64_t serial = 0; serial < n; ++serial) {
      column.push_back((chance.uniform(static_cast<Purpose>(purpose), serial) - 0.5) * std::sqrt(12.0));
    }
  }
  // Each correlation is normal with standard error 1/√n; their squares over 465 pairs are a chi-square.
  double sum_of_squares = 0;
  for (std::size_t one = 0; one < n_purposes; ++one) {
    for (std::size_t other = one + 1; other < n_purposes; ++other) {
      double sum = 0;
      for (std::size_t i = 0; i < n; ++i) sum += draws[one][i] * draws[other][i];
      const double errors = sum / std::sqrt(double{n});
      EXPECT_LT(std::fabs(errors), testing::far_out) << "purposes " << one + 1 << " and " << other + 1;
      sum_of_squares += errors * errors;
    }
  }
  constexpr double n_pairs = n_purposes * (n_purposes - 1) / 2;
  EXPECT_LT(sum_of_squares, chi_square_bound(n_pairs, 4));
  EXPECT_GT(sum_of_squares, chi_square_bound(n_pairs, -4));
}

}  // namespace
}  // namespace agents
