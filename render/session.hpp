// A session of the viewer: what is open, its months, its levers, its lines, and
// the log by which all of it is there again after a crash. For the one thread of
// the window; simulating happens in a thread of its own (session_simulator.hpp).
#pragma once

#include <atomic>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "render/session_base.hpp"
#include "render/session_causes.hpp"
#include "render/session_levers.hpp"
#include "render/session_log.hpp"
#include "render/session_simulator.hpp"
#include "render/session_track.hpp"

namespace viewer {

struct SessionWays {
  BaseWays base;
  std::filesystem::path folder;  // where log and checkpoints are kept; empty: nowhere, and nothing survives
  int threads = 0;               // 0: as many as processors
  int nice = 10;
  int checkpoint_every = 12;       // months; 0: never
  double checkpoint_share = 0.02;  // of the time, at most, that they take: some that would be due are left out
  std::uint64_t most_checkpoint_bytes = std::uint64_t{2} << 30U;  // on the disk, of the whole session
  world::observers::ProgramName program{.version = "unknown", .sources = "unknown"};
  bool is_paused = false;
};

/// How far a line is.
struct Progress {
  int n_months = 0;  // published, the start included
  int n_wanted = 0;  // at the target
  double months_per_second = 0;
};

class Session {
 public:
  /// Opens a scenario file, a bundled scenario's name, a run folder, or a checkpoint. Months of a run folder are there
  /// at once; others come one by one. Where the folder cannot be written, the session is not kept, and its status says
  /// so. Errors: InputError, one line; also if `ways.folder` holds a session.
  [[nodiscard]] static std::unique_ptr<Session> open(const std::string& what, const SessionWays& ways);
  /// The session of `ways.folder` as it was when its process ended, however it ended: levers with their undo, lines,
  /// target, month shown. Its months are simulated again and compared with what they were.
  /// Errors: InputError for a folder without one, a damaged log, tables or scenario that were changed since.
  [[nodiscard]] static std::unique_ptr<Session> reopen(const SessionWays& ways);
  /// Is there a session in the folder?
  [[nodiscard]] static bool is_in(const std::filesystem::path& folder);
  /// Stops at the end of the month under way.
  ~Session();

  // What is shown: months of the current line, 0 the first. Never waits for the simulation.
  [[nodiscard]] int n_months() const { return simulator_->line(current_).track.size(); }
  /// Nothing beyond the last month.
  [[nodiscard]] SharedMonth snapshot(int k) const { return simulator_->line(current_).track.at(k); }
  /// Is the current line simulated here, rather than read from a run folder?
  [[nodiscard]] bool is_live() const { return !simulator_->line(current_).is_recorded; }
  [[nodiscard]] SimulationStatus status() const { return simulator_->status(); }
  [[nodiscard]] Progress progress() const;
  /// Why people left a region, in the year that was over at month k; see session_causes.hpp. Never waits.
  [[nodiscard]] PushReport push(int k, int region);
  /// True if causes that were asked for have been read since.
  bool poll_causes() { return recorded_causes_ != nullptr && recorded_causes_->poll(); }
  /// Months that are there after month k.
  [[nodiscard]] int lag(int k) const { return n_months() - 1 - k; }
  [[nodiscard]] agents::Month first_month() const { return base_.first; }
  [[nodiscard]] const Base& base() const { return base_; }
  /// Is it written down as it goes on? Not if there is no folder, or no room in it.
  [[nodiscard]] bool is_kept() const { return log_ != nullptr; }
  /// Where it is kept; empty: nowhere.
  [[nodiscard]] const std::filesystem::path& folder() const { return ways_.folder; }
  /// Month by number of the snapshot that somebody looked at last; kept over a crash.
  [[nodiscard]] int shown() const { return shown_; }
  void show(int k);
  /// Numbers of snapshots of which a state is on the disk now, so that a branch begins at once; others are simulated
  /// from the nearest before them.
  [[nodiscard]] std::vector<int> branch_marks() const;

  // The simulation.
  void pause() { simulator_->pause(); }
  void resume() { simulator_->resume(); }
  void step(int n_months = 1);
  /// Lines are simulated up to the end of this month. Errors: InputError beyond 1200 months.
  void set_target(agents::Month month);
  [[nodiscard]] agents::Month target() const { return target_; }
  /// For tests and exports: waits until nothing is left to do; false after `seconds`.
  [[nodiscard]] bool wait_until_idle(double seconds) const { return simulator_->wait_until_idle(seconds); }

  // Levers. Edits change nothing that is shown before `run_from_here`. Errors of all: InputError, nothing changed.
  [[nodiscard]] const Levers& levers() const { return *levers_; }
  void add_policy(const std::string& kind, const Fields& fields);
  void change_policy(const std::string& policy, const Fields& fields);
  void remove_policy(const std::string& policy);
  void reset_policies();
  bool undo();
  bool redo();
  /// Do the levers stand as the current line was simulated with?
  [[nodiscard]] bool has_edits() const;
  /// Why the levers as they stand cannot be run from snapshot k; empty if they can.
  [[nodiscard]] std::string obstacle(int k) const;
  /// A new line that shares the months up to snapshot k with the current one and goes on with the levers as they stand;
  /// it becomes the current one. Errors: InputError if the levers change what had begun by then.
  int run_from_here(int k);

  // Lines: 0 is what was opened, each run_from_here adds one.
  [[nodiscard]] int n_lines() const { return simulator_->n_lines(); }
  [[nodiscard]] int current() const { return current_; }
  [[nodiscard]] const Line& line(int number) const { return simulator_->line(number); }
  /// Makes another line the current one; the levers become its own, which can be undone.
  void select(int number);

  /// Writes the scenario of the current line to a file that `qonys run` simulates to the same states, month by month.
  /// Errors: InputError, also for what lies on a branch whose past no scenario gives.
  void save_scenario(const std::filesystem::path& file) const;

 private:
  Session(Base base, SessionWays ways);
  void begin(KnownHashes known);
  void open_logs();
  void read_shown();
  void keep_in_folder(const std::string& what);
  void replay(const std::vector<LogLine>& lines);
  void replay_line(const LogLine& line);
  [[nodiscard]] KnownHashes known_hashes() const;
  int branch(int parent, agents::Month month);
  void make_current(int number);
  void note(const std::string& word, const std::vector<std::string>& values = {});
  void note_shown();
  void note_hash(int line, agents::Month month, std::uint64_t hash);
  void bring_log_to_disk();
  void tell_unsaved(const char* why);

  SessionWays ways_;
  Base base_;
  int lock_ = -1;  // descriptor; the system frees it with the process
  std::unique_ptr<SessionLog> log_, hashes_;
  std::unique_ptr<world::observers::File> shown_file_;  // written over and over: a kiosk shows months for weeks
  std::unique_ptr<Levers> levers_;
  std::unique_ptr<RecordedCauses> recorded_causes_;  // of a run folder
  int current_ = 0;
  int shown_ = 0;
  agents::Month target_ = 0;
  bool is_replaying_ = false;
  std::atomic<bool> is_log_dirty_ = false;
  std::unique_ptr<Simulator> simulator_;  // last: its thread uses base and hashes
};

/// A folder for a new session: $XDG_STATE_HOME/qonys/sessions/NAME-N, else under ~/.local/state; not there yet. Empty
/// if neither is known.
[[nodiscard]] std::filesystem::path new_session_folder(const std::string& name);
/// The one of those folders whose session was at work last; empty if there is none.
[[nodiscard]] std::filesystem::path newest_session_folder();

}  // namespace viewer
