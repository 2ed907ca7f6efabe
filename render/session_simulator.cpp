// The loop of the thread, and what is asked of it.
#include "render/session_simulator.hpp"

#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <new>

#include "render/processor.hpp"
#include "world/errors.hpp"
#include "world/observers/checkpoint.hpp"
#include "world/observers/country_files.hpp"

namespace viewer {
namespace {

namespace observers = world::observers;

/// On Linux a thread has a priority of its own, and threads it starts inherit it: so do the workers of a crew that
/// is made afterwards.
void lower_own_priority(int nice) {
  const auto thread = static_cast<id_t>(::gettid());
  ::setpriority(PRIO_PROCESS, thread, ::getpriority(PRIO_PROCESS, thread) + nice);
}

/// Also inherited by the workers; what they cost is told apart by it.
void name_own_thread() { ::prctl(PR_SET_NAME, simulation_thread_name); }

constexpr auto poll_pause = std::chrono::milliseconds(500);

}  // namespace

Simulator::Simulator(const Base& base, Shelf shelf, const SimulatorWays& ways, KnownHashes known, SimulatorCalls calls)
    : base_(base), shelf_(std::move(shelf)), ways_(ways), known_(std::move(known)), calls_(std::move(calls)),
      is_paused_(ways.is_paused), target_(ways.target) {
  list_starts();
}

Simulator::~Simulator() {
  {
    const std::lock_guard lock(mutex_);
    is_stopping_ = true;
  }
  changed_.notify_all();
  if (thread_.joinable()) thread_.join();
}

int Simulator::add_line(int parent, agents::Month branched, world::Scenario scenario, bool is_recorded) {
  auto line = std::make_unique<Line>();
  line->parent = parent;
  line->branched = branched;
  line->scenario = std::move(scenario);
  line->is_recorded = is_recorded;
  line->scenario_xxh3 = observers::scenario_hash(line->scenario, base_.tables);
  const std::lock_guard lock(mutex_);
  if (parent >= 0) {
    const Line& past = *lines_[static_cast<std::size_t>(parent)];
    for (int k = 0; k < past.track.size() && past.track.at(k)->month <= branched; ++k) {
      line->leavers.append(past.leavers.at(k));
      line->track.append(past.track.at(k));
    }
  }
  lines_.push_back(std::move(line));
  return static_cast<int>(lines_.size()) - 1;
}

int Simulator::n_lines() const {
  const std::lock_guard lock(mutex_);
  return static_cast<int>(lines_.size());
}

const Line& Simulator::line(int number) const {
  const std::lock_guard lock(mutex_);
  return *lines_.at(static_cast<std::size_t>(number));  // stays where it is
}

void Simulator::follow(std::vector<observers::Snapshot> months, observers::HistoryReader reader, bool is_under_way) {
  reader_ = std::move(reader);
  is_under_way_ = is_under_way;
  for (observers::Snapshot& month : months) {
    lines_.front()->track.append(std::make_shared<const observers::Snapshot>(std::move(month)));
  }
}

void Simulator::work_on(int line) {
  {
    const std::lock_guard lock(mutex_);
    current_ = line;
    is_idle_ = false;
    failed_.erase(line);
  }
  changed_.notify_all();
  if (!thread_.joinable()) thread_ = std::thread([this] { live(); });
}

void Simulator::pause() {
  const std::lock_guard lock(mutex_);
  is_paused_ = true;
  steps_ = 0;
}

void Simulator::resume() {
  {
    const std::lock_guard lock(mutex_);
    is_paused_ = is_idle_ = false;
  }
  changed_.notify_all();
}

void Simulator::step(int n_months) {
  {
    const std::lock_guard lock(mutex_);
    steps_ += n_months;
    is_idle_ = false;
    const SharedMonth last = lines_[static_cast<std::size_t>(current_)]->track.last();
    if (last) target_ = std::max(target_, last->month + steps_);
  }
  changed_.notify_all();
}

void Simulator::set_target(agents::Month month) {
  {
    const std::lock_guard lock(mutex_);
    target_ = month;
    is_idle_ = false;
  }
  changed_.notify_all();
}

void Simulator::wake() {
  {
    const std::lock_guard lock(mutex_);
    is_idle_ = false;
  }
  changed_.notify_all();
}

SimulationStatus Simulator::status() const {
  const std::lock_guard lock(mutex_);
  return status_;
}

void Simulator::remark(const std::string& sentence) {
  const std::lock_guard lock(mutex_);
  status_.remark = sentence;
}

void Simulator::set_status(Doing doing, const std::string& text) {
  const std::lock_guard lock(mutex_);
  status_.doing = doing;
  status_.text = text;
}

void Simulator::set_preparing(Preparing what, const std::string& text, int n_done, int n_all) {
  const std::lock_guard lock(mutex_);
  status_.doing = Doing::preparing;
  status_.preparing = what;
  status_.n_done = n_done;
  status_.n_all = n_all;
  status_.text = text;
}

void Simulator::list_starts() {
  std::vector<std::pair<int, agents::Month>> starts;
  for (const Shelf::Place& place : shelf_.all()) starts.emplace_back(place.line, place.month);
  for (const BranchPoint& point : branch_points(base_)) {
    if (unusable_.count(point.file) == 0) starts.emplace_back(0, point.month);
  }
  const std::lock_guard lock(mutex_);
  starts_ = std::move(starts);
}

std::vector<agents::Month> Simulator::starts_of(int number) const {
  std::vector<agents::Month> months;
  const std::lock_guard lock(mutex_);
  for (const auto& [kept, month] : starts_) {
    if (owner_of(number, month) == kept) months.push_back(month);
  }
  std::sort(months.begin(), months.end());
  months.erase(std::unique(months.begin(), months.end()), months.end());
  return months;
}

bool Simulator::wait_until_idle(double seconds) const {
  std::unique_lock lock(mutex_);
  return changed_.wait_for(lock, std::chrono::duration<double>(seconds), [&] { return is_idle_; });
}

bool Simulator::is_behind(const Line& line) const {
  const SharedMonth last = line.track.last();
  return !line.is_recorded && (!last || last->month < target_);
}

/// The line asked for if it is behind, else another that is; none if there is nothing to do.
std::optional<int> Simulator::pick_line() const {
  const auto wants = [&](int number) {
    return failed_.count(number) == 0 && is_behind(*lines_[static_cast<std::size_t>(number)]);
  };
  if (is_paused_ && steps_ == 0) {
    // What is shown must at least have its start.
    const bool is_empty = wants(current_) && lines_[static_cast<std::size_t>(current_)]->track.size() == 0;
    return is_empty ? std::optional(current_) : std::nullopt;
  }
  if (wants(current_)) return current_;
  if (is_paused_) return std::nullopt;
  for (int number = 0; number < static_cast<int>(lines_.size()); ++number) {
    if (wants(number)) return number;
  }
  return std::nullopt;
}

std::optional<int> Simulator::next_line(std::unique_lock<std::mutex>& lock) {
  const std::optional<int> line = pick_line();
  if (line) return line;
  const bool is_recorded = lines_[static_cast<std::size_t>(current_)]->is_recorded;
  if (const auto failure = failed_.find(current_); failure != failed_.end()) {
    status_.doing = Doing::failed;
    status_.text = failure->second.text;
    status_.failure = failure->second.error;
  } else {
    const SharedMonth last = lines_[static_cast<std::size_t>(current_)]->track.last();
    const std::string until = last ? " up to " + world::month_text(last->month) : "";
    const bool is_done = is_recorded || !is_behind(*lines_[static_cast<std::size_t>(current_)]);
    status_.doing = is_under_way_ && is_recorded ? Doing::following : is_done ? Doing::done : Doing::paused;
    status_.text = (status_.doing == Doing::following ? "following a run under way,"
                    : is_recorded                     ? "recorded"
                    : is_done                         ? "simulated"
                                                      : "paused,") +
                   until;
  }
  is_idle_ = true;
  steps_ = 0;
  changed_.notify_all();
  if (is_under_way_) {
    changed_.wait_for(lock, poll_pause, [&] { return is_stopping_.load() || !is_idle_; });
  } else {
    changed_.wait(lock, [&] { return is_stopping_.load() || !is_idle_; });
  }
  return std::nullopt;
}

void Simulator::live() {
  name_own_thread();
  lower_own_priority(ways_.nice);
  try {
    crew_ = std::make_unique<world::Crew>(ways_.threads);
  } catch (const std::exception& error) {
    const std::lock_guard lock(mutex_);
    status_.doing = Doing::failed;
    status_.text = std::string("no threads to simulate with: ") + error.what();
    status_.failure = std::make_exception_ptr(world::InputError(status_.text));
    return;
  }
  while (!is_stopping_) {
    calls_.housekeeping();
    std::optional<int> line;
    bool is_polling = false;
    {
      std::unique_lock lock(mutex_);
      line = next_line(lock);
      is_polling = !line && is_under_way_ && is_idle_ && !is_stopping_;
    }
    if (line) guarded(*line, [&] { one_month(*line); });
    if (is_polling) guarded(0, [&] { poll(); });
  }
}

/// Whatever goes wrong ends the line and becomes a sentence; the other lines go on.
void Simulator::guarded(int number, const std::function<void()>& act) {
  Failure failure;
  try {
    return act();
  } catch (const Interrupted&) {
    return;
  } catch (const std::bad_alloc&) {
    failure.text = "there is not enough memory for this world; take a smaller scale";
    failure.error = std::make_exception_ptr(world::InputError(failure.text));
  } catch (const std::exception& error) {
    failure = {.text = error.what(), .error = std::current_exception()};
  }
  world_.reset();
  const std::lock_guard lock(mutex_);
  if (number == 0) is_under_way_ = false;
  status_.doing = Doing::failed;
  status_.text = failure.text;
  status_.failure = failure.error;
  failed_[number] = std::move(failure);
}

/// What a run under way has written since.
void Simulator::poll() {
  observers::History more = reader_->read_more();
  Line& recorded = *lines_.front();
  for (observers::Snapshot& month : more.months) {
    recorded.track.append(std::make_shared<const observers::Snapshot>(std::move(month)));
  }
  if (!more.months.empty()) list_starts();
  const bool is_running = observers::read_run_card(base_.path).status == "running";
  const std::lock_guard lock(mutex_);
  is_under_way_ = is_running || !more.months.empty();
}

}  // namespace viewer
