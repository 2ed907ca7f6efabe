// The choice of where to live against the closed forms it is built on: V1
// (multinomial logit), V2 (nested logit), V22 (diversion), and the stable
// variable between them.
#include "agents/choice.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>
#include <vector>

#include "tests/agents/town.hpp"

namespace agents {
namespace {

using testing::Dice;
using testing::now;
using testing::quiet_signals;

constexpr int n_regions = 6;
constexpr int origin = 2;
constexpr double four_errors = 4;

/// Utilities of six regions; 0 and 5 are the nest of metropolises.
struct Case {
  Utilities utility;
  std::unique_ptr<Signals> signals = quiet_signals(n_regions);
  MigrationSignals& migration = signals->migration;
  int n = n_regions;

  explicit Case(double tau, std::vector<double> utilities = {0.4, -0.3, 1.0, 0.9, -1.2, 0.1}) {
    utility.fill(never_chosen);
    for (std::size_t d = 0; d < utilities.size(); ++d) utility[d] = utilities[d];
    migration.nest_dissimilarity = tau;
    migration.nest[0] = migration.nest[5] = 0;
  }
  [[nodiscard]] std::vector<double> probabilities() const {
    Utilities probability;
    choice_probabilities(probability, utility, origin, migration, n);
    return {probability.begin(), probability.begin() + n};
  }
  [[nodiscard]] int draw(std::uint64_t serial) const {
    static constexpr Chance chance{.seed = 1, .month = now};
    return draw_choice(utility, origin, migration, n, chance, serial);
  }
};

/// The same formula, from the textbook: nests A (0, 5), B (1, 3, 4) and staying (2).
std::vector<double> textbook_nested_logit(const std::vector<double>& u, double tau) {
  const double a = std::exp(u[0] / tau) + std::exp(u[5] / tau);
  const double b = std::exp(u[1] / tau) + std::exp(u[3] / tau) + std::exp(u[4] / tau);
  const double stay = std::exp(u[2]);
  const double all = std::pow(a, tau) + std::pow(b, tau) + stay;
  auto in_a = [&](double value) { return std::pow(a, tau) / all * std::exp(value / tau) / a; };
  auto in_b = [&](double value) { return std::pow(b, tau) / all * std::exp(value / tau) / b; };
  return {in_a(u[0]), in_b(u[1]), stay / all, in_b(u[3]), in_b(u[4]), in_a(u[5])};
}

std::vector<int> counts_of_draws(const Case& one, int n_draws) {
  std::vector<int> counts(max_regions, 0);
  for (int serial = 0; serial < n_draws; ++serial) ++counts[static_cast<std::size_t>(one.draw(static_cast<std::uint64_t>(serial)))];
  return counts;
}

TEST(ChoiceProbabilities, OfPlainLogitAreExponentialShares) {
  const Case one(1);
  double total = 0;
  for (int d = 0; d < n_regions; ++d) total += std::exp(one.utility[static_cast<std::size_t>(d)]);
  const auto probability = one.probabilities();
  for (std::size_t d = 0; d < n_regions; ++d) EXPECT_NEAR(probability[d], std::exp(one.utility[d]) / total, 1e-14);
}

TEST(ChoiceProbabilities, OfNestsAreThoseOfTheTextbook) {
  Dice dice(1);
  for (int run = 0; run < 500; ++run) {
    std::vector<double> utilities;
    for (int d = 0; d < n_regions; ++d) utilities.push_back(8 * dice.uniform() - 4);
    const double tau = 0.2 + 0.8 * dice.uniform();
    const auto found = Case(tau, utilities).probabilities();
    const auto expected = textbook_nested_logit(utilities, tau);
    for (std::size_t d = 0; d < n_regions; ++d) ASSERT_NEAR(found[d], expected[d], 1e-12);
  }
}

TEST(ChoiceProbabilities, SumToOneHoweverFarApartTheUtilities) {
  Dice dice(2);
  for (int run = 0; run < 500; ++run) {
    std::vector<double> utilities;
    for (int d = 0; d < n_regions; ++d) utilities.push_back(std::pow(10.0, 4 * dice.uniform()) * (dice.lands(0.5) ? 1 : -1));
    const auto found = Case(0.2 + 0.8 * dice.uniform(), utilities).probabilities();
    ASSERT_NEAR(std::accumulate(found.begin(), found.end(), 0.0), 1, 1e-12);
    for (const double p : found) ASSERT_TRUE(p >= 0 && p <= 1);
  }
}

TEST(DrawChoice, FollowsPlainLogitOverAMillionConsiderers) {  // V1
  constexpr int n = 1'000'000;
  const Case one(1);
  const auto probability = one.probabilities();
  const auto counts = counts_of_draws(one, n);
  for (std::size_t d = 0; d < n_regions; ++d) testing::expect_share(counts[d], n, probability[d], four_errors);
}

class NestedChoice : public ::testing::TestWithParam<double> {};
INSTANTIATE_TEST_SUITE_P(Dissimilarities, NestedChoice, ::testing::Values(0.3, 0.5, 0.7, 0.999));

TEST_P(NestedChoice, FollowsTheClosedFormByItsStructuralDraw) {  // V2
  constexpr int n = 500'000;
  const Case one(GetParam());
  const auto probability = one.probabilities();
  const auto counts = counts_of_draws(one, n);
  for (std::size_t d = 0; d < n_regions; ++d) testing::expect_share(counts[d], n, probability[d], four_errors);
}

TEST(DrawChoice, NeverTakesARegionThatDoesNotExist) {
  for (const double tau : {0.5, 1.0}) {
    Case one(tau, {-30, -30, -40});
    one.n = 3;
    // Even if somebody filled the padding with the best utilities of all.
    for (std::size_t d = 3; d < max_regions; ++d) one.utility[d] = 100;
    for (std::uint64_t serial = 0; serial < 20'000; ++serial) ASSERT_LT(one.draw(serial), 3);
    Utilities probability;
    choice_probabilities(probability, one.utility, origin, one.migration, 3);
    for (std::size_t d = 3; d < max_regions; ++d) EXPECT_EQ(probability[d], 0);
  }
}

TEST(DrawChoice, BetterProspectsNeverTurnAChooserAway) {
  // The same citizens, the same luck: whoever chose region 3 still does when it gets better.
  for (const double tau : {0.5, 1.0}) {
    const Case before(tau);
    Case after(tau);
    after.utility[3] += 0.3;
    int n_won = 0;
    for (std::uint64_t serial = 0; serial < 20'000; ++serial) {
      const int was = before.draw(serial), is = after.draw(serial);
      ASSERT_TRUE(is == was || is == 3);
      n_won += is != was;
    }
    EXPECT_GT(n_won, 0);
  }
}

TEST(LogStable, HasTheLaplaceTransformOfAPositiveStableVariable) {  // E[exp(-s S)] = exp(-s^tau)
  constexpr int n = 200'000;
  for (const double tau : {0.3, 0.5, 0.7, 0.9}) {
    for (const double s : {0.1, 0.5, 1.0, 3.0}) {
      double sum = 0, squares = 0;
      for (std::uint64_t i = 0; i < n; ++i) {
        const double value = std::exp(-s * std::exp(log_stable(tau, uniform_of(keyed_bits(1, i)), uniform_of(keyed_bits(2, i)))));
        sum += value;
        squares += value * value;
      }
      const double mean = sum / n, variance = squares / n - mean * mean;
      EXPECT_NEAR(mean, std::exp(-std::pow(s, tau)), four_errors * std::sqrt(variance / n)) << tau << ", " << s;
    }
  }
}

TEST(LogStable, IsZeroAtIndexOneAndFiniteEverywhereElse) {
  const double least = uniform_of(0), most = uniform_of(~std::uint64_t{0});
  for (const double angle : {least, 0.5, most}) {
    for (const double scale : {least, 0.5, most}) {
      EXPECT_EQ(log_stable(1, angle, scale), 0);
      for (const double tau : {0.2, 0.5, 0.999}) EXPECT_TRUE(std::isfinite(log_stable(tau, angle, scale)));
    }
  }
}

TEST(Diversion, IsProportionalUnderPlainLogit) {  // V22, tau = 1
  const auto before = Case(1).probabilities();
  Case without(1);
  without.utility[3] = never_chosen;
  const auto after = without.probabilities();
  EXPECT_EQ(after[3], 0);
  for (const std::size_t d : {0u, 1u, 2u, 4u, 5u}) EXPECT_NEAR(after[d] / before[d], 1 / (1 - before[3]), 1e-12);
}

TEST(Diversion, StaysInsideTheNestUnderNests) {  // V22, tau < 1
  for (const double tau : {0.3, 0.5, 0.7}) {
    const auto before = Case(tau).probabilities();
    Case without(tau);
    without.utility[3] = never_chosen;
    const auto after = without.probabilities();
    const auto expected = textbook_nested_logit({0.4, -0.3, 1.0, -1e3, -1.2, 0.1}, tau);
    for (const std::size_t d : {0u, 1u, 2u, 4u, 5u}) EXPECT_NEAR(after[d], expected[d], 0.01 * expected[d]);
    // Regions 1 and 4 share the nest of 3 and gain by the same, larger factor; 0, 2 and 5 by a smaller one.
    EXPECT_NEAR(after[1] / before[1], after[4] / before[4], 1e-9);
    EXPECT_NEAR(after[0] / before[0], after[2] / before[2], 1e-9);
    EXPECT_GT(after[1] / before[1], 1.05 * after[0] / before[0]);
  }
}

TEST(Diversion, OfDrawnChoicesIsThatOfTheClosedForm) {  // V22: who chose region 3 chooses again without it
  for (const double tau : {0.4, 1.0}) {
    const Case one(tau);
    Case without(tau);
    without.utility[3] = never_chosen;
    const auto before = one.probabilities(), after = without.probabilities();
    std::vector<int> counts(n_regions, 0);
    int n_diverted = 0;
    for (std::uint64_t serial = 0; serial < 300'000; ++serial) {
      if (one.draw(serial) != 3) continue;
      ++n_diverted;
      ++counts[static_cast<std::size_t>(without.draw(serial))];
    }
    for (std::size_t d = 0; d < n_regions; ++d) {
      const double ratio = d == 3 ? 0 : (after[d] - before[d]) / before[3];
      testing::expect_share(counts[d], n_diverted, ratio, four_errors);
    }
  }
}

TEST(Diversion, HasTheCrossElasticitiesOfNestedLogit) {  // V22
  for (const double tau : {0.3, 0.7, 1.0}) {
    Case lower(tau), higher(tau);
    constexpr double step = 1e-5;
    lower.utility[3] -= step;
    higher.utility[3] += step;
    const auto p = Case(tau).probabilities(), low = lower.probabilities(), high = higher.probabilities();
    auto slope = [&](std::size_t d) { return (std::log(high[d]) - std::log(low[d])) / (2 * step); };
    const double share_of_nest = p[3] / (p[1] + p[3] + p[4]);
    const double inside = -p[3] - (1 - tau) / tau * share_of_nest;
    for (const std::size_t d : {0u, 2u, 5u}) EXPECT_NEAR(slope(d), -p[3], 1e-4 * p[3]);
    for (const std::size_t d : {1u, 4u}) EXPECT_NEAR(slope(d), inside, 1e-4 * -inside);
  }
}

}  // namespace
}  // namespace agents
