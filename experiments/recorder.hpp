// The files of a run folder that grow month by month, and those written at the
// end. Called by the run after each month; never changes the world.
#pragma once

#include <filesystem>
#include <span>
#include <string>

#include "experiments/output_file.hpp"
#include "world/observers/causes.hpp"
#include "world/observers/snapshot.hpp"
#include "world/observers/summary.hpp"

namespace experiments {

class Recorder {
 public:
  /// Creates the tables with their header rows. Errors: InputError.
  explicit Recorder(const std::filesystem::path& folder);
  /// Goes on where a checkpoint left off: cuts every table back to it. `months_done` months were simulated then.
  /// Errors: InputError for a table that is shorter or other than the checkpoint knows.
  Recorder(const std::filesystem::path& folder, const world::observers::Recording& recording, int months_done);

  /// The first block of every table.
  void record_start(const world::observers::Snapshot& snapshot);
  /// One month; all rows are with the system when this returns. Errors: InputError.
  void record_month(const world::observers::Snapshot& snapshot, double seconds, std::span<const double> phases);
  /// Why people moved in the month that is over; before `record_month`. The rows
  /// of a year are written in December, or by `finish`.
  void record_movers(const world::World& world);
  /// What the year brought in schooling and knowledge, in Decembers; before `record_month`.
  void record_year(const world::World& world);
  /// A line with the time in log.txt.
  void log(const std::string& line);
  /// Writes summary.md in each language, and waits until the disk holds every table.
  void finish(const world::observers::RunLabel& label);

  [[nodiscard]] const world::observers::Summary& summary() const { return summary_; }
  /// For a checkpoint: what was recorded so far, and how far the tables have grown; log and timings are not held to it.
  [[nodiscard]] world::observers::Recording recording() const;
  /// Waits until the disk holds what was recorded; another thread may record meanwhile. Errors: InputError.
  void sync() const;

 private:
  void record(const world::observers::Snapshot& snapshot);
  void end_year();
  void flush();

  std::filesystem::path folder_;
  OutputFile panel_, flows_, causes_, costs_, accounts_, schooling_, knowledge_, prestige_, months_, hashes_, timings_, log_;
  world::observers::CauseSums movers_;
  world::observers::Summary summary_;
};

}  // namespace experiments
