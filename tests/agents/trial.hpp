// One month of single rules over a small town: what the tests of the rules
// set up, run and look at.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "agents/demography.hpp"
#include "agents/migration.hpp"
#include "agents/registration.hpp"
#include "agents/schooling.hpp"
#include "agents/work.hpp"
#include "tests/agents/town.hpp"

namespace agents::testing {

/// A town under signals. Each call runs one rule over those whom the sweep lists: just then, or once for
/// all rules when `list_once` was called, as the month does.
struct Trial {
  Town town;
  std::unique_ptr<Signals> signals = quiet_signals();
  Chance chance{.seed = 1, .month = now};
  Tally tally{};
  DemographyParameters demography{};
  std::vector<Application> applications{};
  std::vector<Move> moves{};
  std::vector<MoverAccount> movers{};
  std::optional<std::vector<Due>> listed{};

  [[nodiscard]] Block& block() { return town.block; }
  [[nodiscard]] std::vector<Due> due() { return listed ? *listed : due_of(town.block, *signals, chance); }
  void list_once() { listed = due_of(town.block, *signals, chance); }

  void everybody_dies(Threshold rate) {
    for (auto& region : signals->demography.death) {
      for (auto& sex : region) sex.fill(rate);
    }
  }
  void every_woman_bears(Threshold rate) {
    for (auto& region : signals->demography.birth) {
      for (auto& by_partnership : region) {
        for (std::size_t age = 15; age < 50; ++age) by_partnership[age] = rate;
      }
    }
  }
  void every_woman_pairs(Threshold rate) {
    for (auto& region : signals->demography.couple) {
      for (std::size_t age = 18; age < 50; ++age) region[age] = rate;
    }
  }

  void die() { citizens_die(town.block, tally, due(), signals->demography, chance); }
  /// Makes death certain at one year of age and impossible at any other, and lets it happen.
  void kill_those_aged(int age) {
    everybody_dies(0);
    for (auto& region : signals->demography.death) {
      for (auto& sex : region) sex[static_cast<std::size_t>(age)] = always;
    }
    die();
  }
  void bear() { citizens_are_born(town.block, tally, due(), signals->demography, demography, chance); }
  void pair() {
    std::vector<Row> men;
    citizens_pair(town.block, tally, due(), signals->demography, demography, chance, men);
  }
  void leave_home() { citizens_leave_home(town.block, due(), signals->demography, signals->migration, chance); }
  void study() { citizens_study(town.block, tally, due(), *signals, chance); }
  void leave_work() { citizens_leave_work(town.block, tally, due(), signals->work, chance); }
  /// Search, settlement and hiring with `places` [region × sector].
  void seek_and_take_posts(const std::vector<std::int64_t>& places) {
    PriorityHistogram histogram;
    histogram.reset(signals->n_regions * signals->n_sectors);
    applications.clear();
    citizens_seek_work(town.block, tally, applications, histogram, due(), *signals, chance);
    Cut cut;
    cut.find_bins(places, histogram);
    std::vector<Application> on_boundary;
    for (const Application& one : applications) {
      if (one.cell != no_cell && cut.is_on_boundary(one)) on_boundary.push_back(one);
    }
    cut.refine(on_boundary);
    posts_are_taken(town.block, tally, applications, cut, *signals, chance);
  }
  void consider() {
    moves.clear();
    movers.clear();
    citizens_consider(town.block, tally, moves, movers, due(), *signals, chance);
  }
  void move() { families_move(town.block, tally, moves, *signals, chance); }
  void emigrate() { citizens_emigrate(town.block, tally, due(), *signals, chance); }
  void arrive(const std::vector<Arrival>& arrivals) {
    citizens_arrive(town.block, tally, arrivals, *signals, chance);
  }
  void register_people() { citizens_register(town.block, tally, signals->registration, chance); }
};

}  // namespace agents::testing
