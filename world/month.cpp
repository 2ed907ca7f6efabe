#include "world/month.hpp"

#include <chrono>

#include "world/phases.hpp"

namespace world {

namespace {

// Seconds by phase. Inside a block the worker's own clock counts, and the sum
// is shared among the workers.
class PhaseClock {
 public:
  explicit PhaseClock(std::array<double, n_phases>& seconds) : seconds_(seconds), last_(now()) {}
  void lap(Phase phase) {
    const double present = now();
    seconds_[static_cast<std::size_t>(phase)] += present - last_;
    last_ = present;
  }
  void skip() { last_ = now(); }

 private:
  static double now() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
  }
  std::array<double, n_phases>& seconds_;
  double last_;
};

}  // namespace

// What each call reads and writes:
//
//   policies_take_effect   reads the scenario          writes packages, drivers, arrivals
//   places_speak           reads places, beliefs       writes signals, where applicants look, the January census
//   places_of_study_are_given   September: reads signals, leavers   writes students, their regions, the tally
//   citizens_are_asked     reads signals               writes the list of who is due
//   citizens_age … home    reads signals, own block    writes families, rows, tally
//   citizens_study         reads signals               writes skills, labour states
//   citizens_leave_and_seek_work                       writes labour states, applications
//   posts_are_filled       reads applications, vacancies   writes labour states, posts
//   citizens_consider…     reads signals, own family   writes moves and why they are made
//   moves_happen           reads moves, arrivals       writes regions, rows, tally
//   citizens_register      reads signals               writes registrations, tally
//   tally_is_taken         reads all rows              writes the tally
//   places_respond         reads the tally             writes places and beliefs
//   books_are_checked      reads the tally             stops the run when broken
//   state_is_hashed        reads everything            writes the hash
void advance(World& world, const Crew& crew, PhaseSeconds* seconds) {
  PhaseSeconds unused;
  PhaseSeconds& times = seconds != nullptr ? *seconds : unused;
  times = PhaseSeconds{};
  ++world.month;
  const agents::Chance chance{.seed = world.scenario.seed, .month = world.month};
  clear_workspace(world, crew);
  PhaseClock clock(times.seconds);

  policies_take_effect(world);
  clock.lap(Phase::policies_take_effect);
  places_speak(world, crew);
  clock.lap(Phase::places_speak);
  places_of_study_are_given(world, crew, chance);
  clock.lap(Phase::places_of_study_are_given);
  in_blocks(world, crew, chance, [](BlockWork& block) {
    PhaseClock lap(block.slot.seconds);
    citizens_are_asked(block);
    lap.lap(Phase::citizens_are_asked);
    citizens_age_die_are_born_pair_leave_home(block);
    lap.lap(Phase::citizens_age_die_are_born_pair_leave_home);
    citizens_study(block);
    lap.lap(Phase::citizens_study);
    citizens_leave_and_seek_work(block);
    lap.lap(Phase::citizens_leave_and_seek_work);
  });
  clock.skip();
  posts_are_settled(world, crew, chance);
  clock.lap(Phase::posts_are_filled);
  in_blocks(world, crew, chance, [&](BlockWork& block) {
    PhaseClock lap(block.slot.seconds);
    posts_are_filled(block, world.workspace->cut);
    lap.lap(Phase::posts_are_filled);
    citizens_consider_moving_and_choose(block);
    lap.lap(Phase::citizens_consider_moving_and_choose);
    moves_happen(block);
    lap.lap(Phase::moves_happen);
    citizens_register(block);
    lap.lap(Phase::citizens_register);
    tally_is_taken(block, world.hub);
    lap.lap(Phase::tally_is_taken);
    state_is_hashed(block);
    lap.lap(Phase::state_is_hashed);
  });
  clock.skip();
  tallies_are_merged(world);
  clock.lap(Phase::tally_is_taken);
  places_respond(world, chance, false);
  clock.lap(Phase::places_respond);
  books_are_checked(world);
  clock.lap(Phase::books_are_checked);
  hashes_are_merged(world);
  clock.lap(Phase::state_is_hashed);

  for (const Slot& slot : world.workspace->slots) {
    for (std::size_t phase = 0; phase < n_phases; ++phase) times.seconds[phase] += slot.seconds[phase] / crew.n_threads();
  }
}

const std::array<PhaseInfo, n_phases>& phase_infos() {
  static constexpr std::array<PhaseInfo, n_phases> infos = {{
      {"policies_take_effect", "world/policy", "scenario, drivers", "job packages, arrivals from abroad"},
      {"places_speak", "world/labour, perception, vital", "places, beliefs, in January all rows", "signals, where applicants look, in January the census"},
      {"places_of_study_are_given", "agents/schooling, settle", "September: signals, leavers of school", "students, moves, tally"},
      {"citizens_are_asked", "agents/due", "signals, columns", "list of who is due"},
      {"citizens_age_die_are_born_pair_leave_home", "agents/demography, household", "signals, block", "rows, families, tally"},
      {"citizens_study", "agents/schooling", "signals", "drop-outs; June: graduates, bonds"},
      {"citizens_leave_and_seek_work", "agents/work", "signals", "labour states, applications"},
      {"posts_are_filled", "agents/work, settle", "applications, vacancies", "labour states, posts"},
      {"citizens_consider_moving_and_choose", "agents/migration, choice, causes", "signals, families", "moves, accounts of movers"},
      {"moves_happen", "agents/migration", "moves, arrivals", "regions, rows, tally"},
      {"citizens_register", "agents/registration", "signals", "registrations, tally"},
      {"tally_is_taken", "agents/tally", "all rows", "tally"},
      {"places_respond", "world/labour, housing, budget", "tally", "posts, wages, rents, beliefs"},
      {"books_are_checked", "world/check", "tally", "stops the run when broken"},
      {"state_is_hashed", "world/hash", "everything", "state hash"},
  }};
  return infos;
}

}  // namespace world
