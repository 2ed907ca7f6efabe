// How the simulator comes by a world: the one it has, one put aside, one of a run
// folder, or one built at the start; brought to the month that is wanted and
// compared, month by month, with what is known.
#include <chrono>

#include "render/session_simulator.hpp"
#include "world/build.hpp"
#include "world/errors.hpp"
#include "world/month.hpp"
#include "world/observers/checkpoint.hpp"
#include "world/observers/text.hpp"

namespace viewer {

namespace observers = world::observers;
using Clock = std::chrono::steady_clock;

/// The line that a month belongs to: itself, or the one it shares its past with.
int Simulator::owner(int number, agents::Month month) const {
  const std::lock_guard lock(mutex_);
  return owner_of(number, month);
}

int Simulator::owner_of(int number, agents::Month month) const {
  for (;;) {
    const Line& line = *lines_[static_cast<std::size_t>(number)];
    if (line.parent < 0 || month > line.branched) return number;
    number = line.parent;
  }
}

Line& Simulator::lines_at(int number) {
  const std::lock_guard lock(mutex_);
  return *lines_[static_cast<std::size_t>(number)];
}

void Simulator::one_month(int number) {
  const Line& wanted = line(number);
  const auto started = Clock::now();
  if (wanted.track.size() == 0) {
    bring_to(number, base_.first);
    publish(number);
    // What took longest to make: a branch from here, or the session opened again, need not make it once more.
    if (was_built_ && ways_.checkpoint_every > 0) keep(owner(number, base_.first));
    was_built_ = false;
    return;
  }
  const agents::Month last = wanted.track.last()->month;
  bring_to(number, last);
  if (wanted.parent >= 0 && last == wanted.branched) keep(owner(number, last));
  set_status(Doing::simulating, "simulating " + world::month_text(last + 1));
  world::advance(*world_, *crew_);
  publish(number);
  const double seconds = std::chrono::duration<double>(Clock::now() - started).count();
  keep_if_due(number);
  const std::lock_guard lock(mutex_);
  constexpr double weight = 0.2;  // of the last month in the running mean
  const double speed = 1 / std::max(seconds, 1e-9);
  status_.months_per_second += (status_.months_per_second == 0 ? 1 : weight) * (speed - status_.months_per_second);
  if (number == current_ && steps_ > 0) --steps_;
}

/// Shows the world's month as the next one of the line.
void Simulator::publish(int number) {
  const std::pair key(owner(number, world_->month), world_->month);
  const auto known = known_.find(key);
  if (known != known_.end() && known->second != world_->hash.state) {
    throw world::InputError("the session had state " + observers::hash_text(known->second) + " in " +
                            world::month_text(world_->month) + ", this program comes to " +
                            observers::hash_text(world_->hash.state) + "; use the program that made it");
  }
  Line& line = lines_at(number);
  const bool is_start = world_->month == base_.first;
  line.leavers.append(
      is_start ? nullptr : std::make_shared<const std::vector<observers::Leavers>>(observers::leavers_of(*world_)));
  line.track.append(std::make_shared<const observers::Snapshot>(observers::take_snapshot(*world_)));
  if (known == known_.end()) {
    known_.emplace(key, world_->hash.state);
    calls_.on_month(key.first, key.second, world_->hash.state);
  }
}

void Simulator::keep_if_due(int number) {
  const int months_done = world_->month - base_.scenario.start + 1;
  const bool is_due = ways_.checkpoint_every > 0 && months_done % ways_.checkpoint_every == 0;
  if (is_due && Clock::now() >= next_checkpoint_) keep(owner(number, world_->month));
}

/// After it so much time is simulated that writing was but a small share of it: months fly by faster than a disk likes.
void Simulator::keep(int number) {
  const auto begun = Clock::now();
  const std::string complaint = shelf_.keep(*world_, number, line(number).scenario_xxh3, *crew_);
  if (!complaint.empty()) remark(complaint + " (the session goes on)");
  const auto ended = Clock::now();
  const double times = std::max(0.0, 1 / std::max(ways_.checkpoint_share, 1e-6) - 1);
  const auto pause = std::chrono::duration_cast<Clock::duration>(std::min(times, 1e6) * (ended - begun));
  next_checkpoint_ = std::max(next_checkpoint_, ended + pause);
  list_starts();
}

/// The world at the end of `month` as the line has it, with the policies of the line.
void Simulator::bring_to(int number, agents::Month month) {
  const bool is_left = world_ != nullptr && world_line_ != number && world_->month >= base_.scenario.start;
  if (is_left && ways_.checkpoint_every > 0) keep(owner(world_line_, world_->month));  // somebody may come back to it
  take_start(number, month);
  if (world_line_ != number) world_->scenario = line(number).scenario;
  world_line_ = number;
  verify(number);
  while (world_->month < month) {
    if (is_stopping_) throw Interrupted{};
    {
      const std::lock_guard lock(mutex_);
      if (current_ != number && failed_.count(current_) == 0 &&
          is_behind(*lines_[static_cast<std::size_t>(current_)])) {
        throw Interrupted{};  // another line is wanted
      }
    }
    set_preparing(Preparing::past_months, "simulating " + world::month_text(world_->month + 1) +
                                              " again, to begin from " + world::month_text(month));
    world::advance(*world_, *crew_);
    verify(number);
    keep_if_due(number);
  }
}

void Simulator::take_start(int number, agents::Month month) {
  const bool is_at_hand =
      world_ != nullptr && world_->month <= month && owner(world_line_, world_->month) == owner(number, world_->month);
  if (is_at_hand && world_->month == month) return;
  for (;;) {
    const std::optional<Start> start = best_start(number, month);
    if (is_at_hand && (!start || world_->month >= start->month)) return;
    if (!start) {
      throw world::InputError(base_.path.string() + ": no checkpoint up to " + world::month_text(month) +
                              " can be used, and there is no other start");
    }
    if (take(*start, line(number))) return;
  }
}

std::optional<Simulator::Start> Simulator::best_start(int number, agents::Month month) const {
  const std::optional<Shelf::Place> place =
      shelf_.newest(month, [&](int kept_line, agents::Month kept) { return owner(number, kept) == kept_line; });
  std::optional<BranchPoint> point;
  for (const BranchPoint& candidate : branch_points(base_)) {
    const bool is_usable =
        candidate.month <= month && owner(number, candidate.month) == 0 && unusable_.count(candidate.file) == 0;
    if (is_usable) point = candidate;  // they come oldest first
  }
  if (place && (!point || place->month >= point->month))
    return Start{.month = place->month, .place = place, .file = {}};
  if (point) return Start{.month = point->month, .place = {}, .file = point->file};
  const bool can_be_built = base_.has_whole_past && base_.kind != BaseKind::checkpoint;
  if (can_be_built) return Start{.month = base_.scenario.start - 1, .place = {}, .file = {}};
  return std::nullopt;
}

void Simulator::build(const world::Scenario& scenario) {
  const char* const words = "building the population";
  set_preparing(Preparing::population, words);
  const world::BuildWatch watch = [&](world::BuildStep step, int n_done, int n_all) {
    if (is_stopping_) throw Interrupted{};
    const bool is_population = step == world::BuildStep::population;
    set_preparing(is_population ? Preparing::population : Preparing::labour_market, words, n_done, n_all);
  };
  world_.reset();  // two worlds at once may find no room
  world_ = std::make_unique<world::World>(world::build_world(scenario, base_.country, *crew_, nullptr, watch));
  was_built_ = true;
}

/// False if it cannot be used; it will not be offered again.
bool Simulator::take(const Start& start, const Line& wanted) {
  if (!start.place && !start.file) {
    build(wanted.scenario);
    return true;
  }
  const std::filesystem::path file = start.place ? start.place->file : *start.file;
  set_preparing(Preparing::saved_state, "loading " + file.filename().string());
  try {
    const observers::Checkpoint checkpoint(file);
    const std::uint64_t expected = start.place ? line(start.place->line).scenario_xxh3 : base_.scenario_xxh3;
    if (checkpoint.head().scenario_xxh3 != expected || checkpoint.head().month != start.month) {
      throw world::InputError(file.string() + ": of another scenario, other tables or another month");
    }
    world_ = std::make_unique<world::World>(checkpoint.load(wanted.scenario, base_.country, *crew_));
    return true;
  } catch (const world::InputError& error) {
    remark(error.what() + std::string(passed_over));
    if (start.place) {
      Shelf::forget(*start.place);
    } else {
      unusable_.insert(file);
    }
    list_starts();
    return false;
  }
}

/// Is the world's state that of the month that was shown?
void Simulator::verify(int number) const {
  const Track& track = line(number).track;
  const SharedMonth shown = track.at(world_->month - base_.first);
  if (!shown || shown->state_hash == world_->hash.state) return;
  throw world::InputError(base_.path.string() + ": has state " + observers::hash_text(shown->state_hash) + " in " +
                          world::month_text(world_->month) + ", this program comes to " +
                          observers::hash_text(world_->hash.state) + "; use the program that made it");
}

}  // namespace viewer
