// All rules one after another, month upon month, in towns under random rates:
// whatever happens, families stay whole and people are counted.
#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <vector>

#include "tests/agents/trial.hpp"

namespace agents {
namespace {

using testing::citizens_of;
using testing::Dice;
using testing::household_fault;
using testing::now;
using testing::random_signals;
using testing::random_town;
using testing::Town;
using testing::Trial;

constexpr int n_regions = 4;
constexpr int n_sectors = 4;

template <class Counts>
Count total(const Counts& counts) {
  return std::accumulate(counts.begin(), counts.end(), Count{0});
}

/// Rates of a rough but livable country: drawn at random, then tempered.
std::unique_ptr<Signals> rough_signals(Dice& dice) {
  auto signals = random_signals(dice, n_regions, n_sectors);
  for (std::size_t age = 0; age < n_ages; ++age) {
    for (auto& region : signals->demography.death) {
      for (auto& sex : region) sex[age] = age > 100 ? always : threshold_of(0.02);
    }
    for (auto& region : signals->demography.birth) {
      for (auto& by_partnership : region) by_partnership[age] = age >= 15 && age < 50 ? threshold_of(0.08) : 0;
    }
    for (auto& region : signals->demography.couple) region[age] = age >= 18 && age < 50 ? threshold_of(0.05) : 0;
  }
  signals->demography.emigrate.fill(threshold_of(0.005));
  return signals;
}

/// A month in the order of the model.
void live(Trial& trial, Dice& dice) {
  trial.list_once();
  trial.die();
  trial.bear();
  trial.pair();
  trial.leave_home();
  trial.study();
  trial.leave_work();
  std::vector<std::int64_t> places;
  for (int cell = 0; cell < n_regions * n_sectors; ++cell) places.push_back(dice.below(5));
  trial.seek_and_take_posts(places);
  trial.consider();
  trial.move();
  trial.emigrate();
  trial.arrive({{.serial = dice.bits(), .region = static_cast<std::uint8_t>(dice.below(n_regions)), .n_people = 4}});
  trial.register_people();
}

void expect_books_to_balance(const Tally& before, const Tally& month, const Tally& after) {
  for (std::size_t r = 0; r < n_regions; ++r) {
    Count people = total(before.people[r]) + month.births[r] - month.deaths[r] + month.arrivals_abroad[r] - month.departures_abroad[r];
    Count registered = before.registered[r] + month.births_registered[r] - month.deaths_registered[r] +
                       month.arrivals_abroad_registered[r] - month.departures_abroad_registered[r];
    for (std::size_t other = 0; other < n_regions; ++other) {
      people += month.moves[other][r] - month.moves[r][other];
      registered += month.registrations[other][r] - month.registrations[r][other];
    }
    ASSERT_EQ(total(after.people[r]), people) << "people of region " << r;
    ASSERT_EQ(after.registered[r], registered) << "registered in region " << r;
    ASSERT_EQ(after.split[r], 0) << "split families in region " << r;
  }
}

class Years : public ::testing::TestWithParam<std::uint64_t> {};
INSTANTIATE_TEST_SUITE_P(RandomTowns, Years, ::testing::Range<std::uint64_t>(0, 8));

TEST_P(Years, KeepFamiliesWholeAndBooksBalanced) {  // V17, persons
  Dice dice(GetParam());
  Town town = random_town(dice, 250, n_regions, n_sectors);
  Tally before;
  for (Month month = now; month < now + 36; ++month) {
    Trial trial{.town = std::move(town), .signals = rough_signals(dice), .chance = {.seed = GetParam(), .month = month}};
    count_stocks(before = {}, trial.block(), trial.signals->work.hub);
    live(trial, dice);
    Tally after;
    count_stocks(after, trial.block(), trial.signals->work.hub);
    ASSERT_EQ(household_fault(trial.block(), month), "") << "month " << month - now;
    expect_books_to_balance(before, trial.tally, after);
    for (const Row row : citizens_of(trial.block())) {
      const bool has_post_byte = is_employed(trial.block().labour(row)) || trial.block().is_student(row);
      ASSERT_TRUE(has_post_byte || (trial.block().post[row] & post::commutes) == 0);
      ASSERT_EQ(trial.block().has(row, status::unregistered), trial.block().region[row] != trial.block().registered[row]);
    }
    town = std::move(trial.town);
  }
  EXPECT_GT(town.block.n_citizens(), 100);
}

TEST_P(Years, GiveEveryCitizenASerialOfItsOwn) {
  Dice dice(GetParam() + 100);
  Town town = random_town(dice, 250, n_regions, n_sectors);
  for (Month month = now; month < now + 36; ++month) {
    Trial trial{.town = std::move(town), .signals = rough_signals(dice), .chance = {.seed = GetParam(), .month = month}};
    live(trial, dice);
    town = std::move(trial.town);
  }
  std::vector<std::uint64_t> serials;
  for (const Row row : citizens_of(town.block)) serials.push_back(town.block.serial[row]);
  std::sort(serials.begin(), serials.end());
  EXPECT_EQ(std::adjacent_find(serials.begin(), serials.end()), serials.end());
}

}  // namespace
}  // namespace agents
