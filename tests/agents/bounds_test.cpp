// The bounds of the sweep lie above every threshold that a rule may use: by
// formula for every status, age and unseen detail, and by letting each rule run
// once over everybody and once over those whom the sweep listed.
#include <gtest/gtest.h>

#include <functional>

#include "agents/choice.hpp"
#include "agents/demography.hpp"
#include "agents/migration.hpp"
#include "agents/schooling.hpp"
#include "agents/work.hpp"
#include "tests/agents/town.hpp"

namespace agents {
namespace {

using testing::are_same;
using testing::Dice;
using testing::everyone;
using testing::now;
using testing::random_signals;
using testing::random_town;

constexpr int n_regions = 4;

/// The bound of one risk as a threshold.
Threshold bound_of(const Signals& signals, Risk risk, std::uint8_t kind, int age) {
  const std::uint64_t word = signals.bounds.data()[std::size_t{kind} * n_ages + static_cast<std::size_t>(age)];
  return (((word >> (9 * static_cast<int>(risk))) & 0x1ff) - 255) << 55;
}

/// Calls see(status byte, age) for all but empty rows.
void for_each_kind(const std::function<void(std::uint8_t, int)>& see) {
  for (int value = 0; value < 256; ++value) {
    if (static_cast<Labour>(value & status::labour_mask) == Labour::empty) continue;
    for (int age = 0; age < n_ages; ++age) see(static_cast<std::uint8_t>(value), age);
  }
}

class Bounds : public ::testing::TestWithParam<int> {
 protected:
  Bounds() {
    Dice dice(static_cast<std::uint64_t>(GetParam()));
    signals_ = random_signals(dice, n_regions);
    bound_risks(*signals_);
  }
  void expect_below(Threshold exact, Risk risk, std::uint8_t kind, int age) {
    if (HasFailure()) return;  // the first is enough
    EXPECT_LE(exact, bound_of(*signals_, risk, kind, age)) << "status " << int{kind} << ", age " << age;
  }
  std::unique_ptr<Signals> signals_;
};
INSTANTIATE_TEST_SUITE_P(RandomSignals, Bounds, ::testing::Range(0, 12));

TEST_P(Bounds, LieAboveDeathBirthCouplesAndEmigrationOfEveryRegion) {
  const DemographySignals& demography = signals_->demography;
  for_each_kind([&](std::uint8_t kind, int age) {
    const auto a = static_cast<std::size_t>(age);
    const std::size_t sex = (kind & status::female) != 0;
    const std::size_t partnered = (kind & status::partnered) != 0;
    for (std::size_t r = 0; r < n_regions; ++r) {
      expect_below(demography.death[r][sex][a], Risk::death, kind, age);
      if (sex == 1) expect_below(demography.birth[r][partnered][a], Risk::birth, kind, age);
      if (sex == 1 && partnered == 0) expect_below(demography.couple[r][a], Risk::couple, kind, age);
      if (kind & status::head) expect_below(demography.emigrate[r], Risk::emigrate, kind, age);
    }
    if ((kind & (status::head | status::partnered)) == 0) {
      expect_below(demography.leave_home[a], Risk::leave_home_or_consider, kind, age);
    }
  });
}

TEST_P(Bounds, LieAboveEveryWayOutOfWork) {
  const WorkSignals& work = signals_->work;
  for_each_kind([&](std::uint8_t kind, int age) {
    const auto state = static_cast<Labour>(kind & status::labour_mask);
    const Threshold exit = work.exit[(kind & status::female) != 0][static_cast<std::size_t>(age)];
    auto expect_sum_below = [&](Threshold loss) {
      expect_below(loss >= always - exit ? always : loss + exit, Risk::leave_work, kind, age);
    };
    if (is_employed(state)) {
      for (const auto& of_region : work.separation) {
        for (const Threshold loss : of_region) expect_sum_below(loss);
      }
    }
    if (state == Labour::informal) expect_sum_below(work.informal_exit);
    if (state == Labour::unemployed) expect_sum_below(0);
  });
}

TEST_P(Bounds, LieAboveEverySearch) {
  for_each_kind([&](std::uint8_t kind, int age) {
    const auto state = static_cast<Labour>(kind & status::labour_mask);
    if (state == Labour::unemployed) expect_below(always, Risk::search, kind, age);
    if (state == Labour::informal) expect_below(signals_->work.informal_search, Risk::search, kind, age);
    if (state == Labour::employed_other) expect_below(signals_->work.mismatched_search, Risk::search, kind, age);
  });
}

TEST_P(Bounds, LieAboveTheAttentionOfEveryHouseholdAndTenure) {
  for_each_kind([&](std::uint8_t kind, int age) {
    if ((kind & status::head) == 0) return;
    for (const bool has_children : {false, true}) {
      for (std::uint8_t tenure = 0; tenure < n_tenure_classes; ++tenure) {
        const Considerer who{.labour = static_cast<Labour>(kind & status::labour_mask),
                             .age = age,
                             .is_owner = (kind & status::owner) != 0,
                             .has_children = has_children,
                             .has_partner = (kind & status::partnered) != 0,
                             .tenure_class = tenure};
        expect_below(threshold_of(attention_of(who, signals_->migration)), Risk::leave_home_or_consider, kind, age);
      }
    }
  });
}

TEST_P(Bounds, AreZeroForEmptyRows) {
  for (int value = 0; value < 256; ++value) {
    if (static_cast<Labour>(value & status::labour_mask) != Labour::empty) continue;
    for (int age = 0; age < n_ages; ++age) {
      for (int risk = 0; risk < n_risks; ++risk) {
        ASSERT_EQ(bound_of(*signals_, static_cast<Risk>(risk), static_cast<std::uint8_t>(value), age), 0u);
      }
    }
  }
}


/// What one rule made of a block.
struct Outcome {
  Block block;
  Tally tally;
  std::vector<Move> moves;
  std::vector<MoverAccount> movers;
  std::vector<Application> applications;
};

using Rule = std::function<void(Outcome&, std::span<const Due>, const Signals&, const Chance&)>;

/// The rule over the sweep's list and over everybody, in several random towns.
void expect_the_sweep_suffices(int seed, const Rule& rule) {
  Dice dice(static_cast<std::uint64_t>(seed) + 1000);
  const auto signals = random_signals(dice, n_regions);
  for (std::uint64_t run = 0; run < 4; ++run) {
    auto town = [&] {
      Dice same_dice(run);
      return random_town(same_dice, 300, n_regions).block;
    };
    const Chance chance{.seed = run, .month = run % 2 == 0 ? now : month_of(2024, graduation_month)};
    Outcome fast{.block = town(), .tally = {}, .moves = {}, .movers = {}, .applications = {}};
    Outcome slow{.block = town(), .tally = {}, .moves = {}, .movers = {}, .applications = {}};
    rule(fast, testing::due_of(fast.block, *signals, chance), *signals, chance);
    rule(slow, everyone(slow.block), *signals, chance);
    ASSERT_TRUE(are_same(fast.block, slow.block));
    ASSERT_EQ(fast.tally, slow.tally);
    ASSERT_EQ(fast.moves.size(), slow.moves.size());
    ASSERT_EQ(fast.applications.size(), slow.applications.size());
    for (std::size_t i = 0; i < slow.applications.size(); ++i) {
      ASSERT_EQ(fast.applications[i].serial, slow.applications[i].serial);
    }
    ASSERT_EQ(testing::household_fault(slow.block), "");
  }
}

class SweptRule : public ::testing::TestWithParam<int> {};
INSTANTIATE_TEST_SUITE_P(RandomTowns, SweptRule, ::testing::Range(0, 12));

TEST_P(SweptRule, DeathMissesNobody) {
  expect_the_sweep_suffices(GetParam(), [](Outcome& out, auto due, const Signals& signals, const Chance& chance) {
    citizens_die(out.block, out.tally, due, signals.demography, chance);
  });
}

TEST_P(SweptRule, BirthMissesNobody) {
  expect_the_sweep_suffices(GetParam(), [](Outcome& out, auto due, const Signals& signals, const Chance& chance) {
    citizens_are_born(out.block, out.tally, due, signals.demography, DemographyParameters{}, chance);
  });
}

TEST_P(SweptRule, PairingMissesNobody) {
  expect_the_sweep_suffices(GetParam(), [](Outcome& out, auto due, const Signals& signals, const Chance& chance) {
    std::vector<Row> men;
    citizens_pair(out.block, out.tally, due, signals.demography, DemographyParameters{}, chance, men);
  });
}

TEST_P(SweptRule, LeavingHomeMissesNobody) {
  expect_the_sweep_suffices(GetParam(), [](Outcome& out, auto due, const Signals& signals, const Chance& chance) {
    citizens_leave_home(out.block, due, signals.demography, signals.migration, chance);
  });
}

TEST_P(SweptRule, SchoolingMissesNobody) {
  expect_the_sweep_suffices(GetParam(), [](Outcome& out, auto due, const Signals& signals, const Chance& chance) {
    citizens_study(out.block, out.tally, due, signals, chance);
  });
}

TEST_P(SweptRule, LeavingWorkMissesNobody) {
  expect_the_sweep_suffices(GetParam(), [](Outcome& out, auto due, const Signals& signals, const Chance& chance) {
    citizens_leave_work(out.block, out.tally, due, signals.work, chance);
  });
}

TEST_P(SweptRule, SearchMissesNobody) {
  expect_the_sweep_suffices(GetParam(), [](Outcome& out, auto due, const Signals& signals, const Chance& chance) {
    PriorityHistogram histogram;
    histogram.reset(signals.n_regions * signals.n_sectors);
    citizens_seek_work(out.block, out.tally, out.applications, histogram, due, signals, chance);
  });
}

TEST_P(SweptRule, ConsideringAMoveMissesNobody) {
  expect_the_sweep_suffices(GetParam(), [](Outcome& out, auto due, const Signals& signals, const Chance& chance) {
    citizens_consider(out.block, out.tally, out.moves, out.movers, due, signals, chance);
  });
}

TEST_P(SweptRule, EmigrationMissesNobody) {
  expect_the_sweep_suffices(GetParam(), [](Outcome& out, auto due, const Signals& signals, const Chance& chance) {
    citizens_emigrate(out.block, out.tally, due, signals, chance);
  });
}

TEST_P(SweptRule, AWholeMonthMissesNobody) {
  expect_the_sweep_suffices(GetParam(), [](Outcome& out, auto due, const Signals& signals, const Chance& chance) {
    std::vector<Row> men;
    PriorityHistogram histogram;
    histogram.reset(signals.n_regions * signals.n_sectors);
    citizens_die(out.block, out.tally, due, signals.demography, chance);
    citizens_are_born(out.block, out.tally, due, signals.demography, DemographyParameters{}, chance);
    citizens_pair(out.block, out.tally, due, signals.demography, DemographyParameters{}, chance, men);
    citizens_leave_home(out.block, due, signals.demography, signals.migration, chance);
    citizens_study(out.block, out.tally, due, signals, chance);
    citizens_leave_work(out.block, out.tally, due, signals.work, chance);
    citizens_seek_work(out.block, out.tally, out.applications, histogram, due, signals, chance);
    citizens_consider(out.block, out.tally, out.moves, out.movers, due, signals, chance);
    families_move(out.block, out.tally, out.moves, signals, chance);
    citizens_emigrate(out.block, out.tally, due, signals, chance);
  });
}

}  // namespace
}  // namespace agents
