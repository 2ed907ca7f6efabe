// The thread that simulates for the viewer, at lower priority: months of the
// lines of a session, one after the other, published as they are done. It never
// waits for who shows them. What goes wrong becomes a sentence of its status.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <exception>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "render/session_base.hpp"
#include "render/session_shelf.hpp"
#include "render/session_track.hpp"
#include "world/observers/history.hpp"

namespace viewer {

/// One way that events go: its months up to `branched` are those of its parent.
struct Line {
  int parent = -1;
  agents::Month branched = 0;
  world::Scenario scenario;
  std::uint64_t scenario_xxh3 = 0;
  bool is_recorded = false;  // its months are read from a run folder, not simulated here
  LeaversTrack leavers;      // never behind `track` where months are simulated here
  Track track;
};

/// Ends a remark about a saved state that cannot be used.
inline constexpr const char* passed_over = " (passed over)";

enum class Doing { preparing, simulating, following, paused, done, failed };

/// What is prepared, before a month can be simulated.
enum class Preparing { nothing, population, labour_market, saved_state, past_months };

struct SimulationStatus {
  Doing doing = Doing::preparing;
  Preparing preparing = Preparing::nothing;
  int n_done = 0, n_all = 0;   // blocks of the population, or months of the labour market
  std::string text;            // one English sentence
  std::exception_ptr failure;  // where `doing` is `failed`
  std::string remark;          // something that could not be saved, or is not whole; empty if all is well
  double months_per_second = 0;
};

struct SimulatorWays {
  int threads = 0;                 // 0: as many as processors
  int nice = 10;                   // added to the priority of the thread and of its workers
  int checkpoint_every = 12;       // months; 0: never
  double checkpoint_share = 0.02;  // of the time, at most, for checkpoints that nobody asked for
  bool is_paused = false;
  agents::Month target = 0;  // lines are simulated up to its end
};

/// Hash of the state of a line at a month's end, as an earlier session came to it.
using KnownHashes = std::map<std::pair<int, agents::Month>, std::uint64_t>;

/// What the thread calls; neither may throw.
struct SimulatorCalls {
  std::function<void(int line, agents::Month month, std::uint64_t hash)> on_month;  // not among the known ones
  std::function<void()> housekeeping;  // between months, and soon after `wake`
};

class Simulator {
 public:
  /// `base` must outlive it.
  Simulator(const Base& base, Shelf shelf, const SimulatorWays& ways, KnownHashes known, SimulatorCalls calls);
  /// Stops at the end of the month under way.
  ~Simulator();
  Simulator(const Simulator&) = delete;
  Simulator& operator=(const Simulator&) = delete;

  /// A line that shares its parent's months up to `branched`, as far as they are there; gives its number.
  int add_line(int parent, agents::Month branched, world::Scenario scenario, bool is_recorded = false);
  [[nodiscard]] int n_lines() const;
  [[nodiscard]] const Line& line(int number) const;
  /// Months at whose ends a world of the line can be taken from the disk, in order.
  [[nodiscard]] std::vector<agents::Month> starts_of(int line) const;
  /// The months read from a run folder so far, and the reader that goes on with it.
  void follow(std::vector<world::observers::Snapshot> months, world::observers::HistoryReader reader,
              bool is_under_way);
  /// Begins. The line asked for is simulated first, then those that are behind.
  void work_on(int line);

  void pause();
  void resume();
  /// Simulates so many months more of the line worked on, though paused.
  void step(int n_months);
  void set_target(agents::Month month);

  /// Has the thread keep house.
  void wake();

  [[nodiscard]] SimulationStatus status() const;
  /// A sentence for the status, from outside.
  void remark(const std::string& sentence);
  /// Waits until nothing is left to do, or paused, or failed; false after `seconds`. For tests and exports.
  bool wait_until_idle(double seconds) const;

 private:
  struct Interrupted {};
  struct Start {  // where a world can be taken from
    agents::Month month = 0;
    std::optional<Shelf::Place> place;
    std::optional<std::filesystem::path> file;
  };

  void live();
  [[nodiscard]] std::optional<int> next_line(std::unique_lock<std::mutex>& lock);
  [[nodiscard]] std::optional<int> pick_line() const;
  [[nodiscard]] bool is_behind(const Line& line) const;
  void guarded(int number, const std::function<void()>& act);
  void one_month(int number);
  void poll();
  void publish(int number);
  void bring_to(int number, agents::Month month);
  void take_start(int number, agents::Month month);
  [[nodiscard]] std::optional<Start> best_start(int number, agents::Month month) const;
  [[nodiscard]] bool take(const Start& start, const Line& line);
  void verify(int number) const;
  [[nodiscard]] Line& lines_at(int number);
  [[nodiscard]] int owner(int number, agents::Month month) const;
  [[nodiscard]] int owner_of(int number, agents::Month month) const;
  void set_status(Doing doing, const std::string& text);
  void set_preparing(Preparing what, const std::string& text, int n_done = 0, int n_all = 0);
  void build(const world::Scenario& scenario);
  void keep(int number);
  void keep_if_due(int number);
  void list_starts();

  const Base& base_;
  Shelf shelf_;
  SimulatorWays ways_;
  KnownHashes known_;
  SimulatorCalls calls_;

  mutable std::mutex mutex_;  // of what follows
  mutable std::condition_variable changed_;
  std::vector<std::unique_ptr<Line>> lines_;
  struct Failure {
    std::string text;
    std::exception_ptr error;
  };
  std::map<int, Failure> failed_;                      // by line
  std::vector<std::pair<int, agents::Month>> starts_;  // on the disk: line and month
  int current_ = -1;
  bool is_paused_ = false, is_idle_ = false;
  int steps_ = 0;
  agents::Month target_ = 0;
  SimulationStatus status_;
  bool is_under_way_ = false;  // a run is followed

  // Of the thread alone.
  std::unique_ptr<world::Crew> crew_;
  std::unique_ptr<world::World> world_;
  int world_line_ = -1;
  bool was_built_ = false;                                   // the world, from the tables
  std::chrono::steady_clock::time_point next_checkpoint_{};  // not before
  std::set<std::filesystem::path> unusable_;
  std::optional<world::observers::HistoryReader> reader_;

  std::atomic<bool> is_stopping_ = false;
  std::thread thread_;  // last: it uses all of the above
};

}  // namespace viewer
