// The checkpoints of a run folder: their names, which to keep, and when the next
// is due. What is in one is world/observers/checkpoint.
#pragma once

#include <chrono>
#include <filesystem>
#include <future>
#include <optional>
#include <string>
#include <vector>

#include "experiments/manifest.hpp"
#include "experiments/recorder.hpp"
#include "world/observers/checkpoint.hpp"
#include "world/world.hpp"

namespace experiments {

/// When checkpoints are written, and how.
struct CheckpointRules {
  int every_months = 12;                 // 0: none at all
  std::chrono::seconds least_pause{60};  // between two of them, so that a short run is not slowed; not for the last
  int keep = 3;                          // the newest ones; older ones are deleted
  world::observers::Codec codec = world::observers::Codec::raw;
};

/// What the command line asked for; what it left out is as the run was begun.
struct CheckpointWishes {
  std::optional<int> every_months;
  std::optional<int> keep;
  std::optional<bool> compress;
};
/// Writes the wishes into the manifest, over what it says, and gives the rules that follow.
[[nodiscard]] CheckpointRules rules_of(const CheckpointWishes& wishes, Manifest& manifest);

/// RUN/checkpoints.
[[nodiscard]] std::filesystem::path checkpoint_folder(const std::filesystem::path& run_folder);
/// RUN/checkpoints/2030-12.qonys.
[[nodiscard]] std::filesystem::path checkpoint_file(const std::filesystem::path& run_folder, agents::Month month);
/// The checkpoints of a run, newest first; by their names, none is opened. Errors: ReadError if the folder cannot be
/// read.
[[nodiscard]] std::vector<std::filesystem::path> checkpoints_of(const std::filesystem::path& run_folder);
/// Month of a file that `checkpoints_of` lists.
[[nodiscard]] agents::Month month_of_checkpoint(const std::filesystem::path& file);

/// Writes checkpoints while a run goes on. The run stands still while the state is handed to the system; the
/// disk is waited for, and older ones are deleted, behind its back.
class CheckpointKeeper {
 public:
  CheckpointKeeper(std::filesystem::path run_folder, const CheckpointRules& rules,
                   world::observers::ProgramName program, std::uint64_t scenario_xxh3);
  ~CheckpointKeeper();
  CheckpointKeeper(const CheckpointKeeper&) = delete;
  CheckpointKeeper& operator=(const CheckpointKeeper&) = delete;

  /// Is one due at the end of this month, with `months_done` of them simulated?
  [[nodiscard]] bool is_due(int months_done) const;
  /// Writes one, unless this month has one from this process. What goes wrong (no room) is told in the log and
  /// by `remark`, and the run goes on.
  void save(const world::World& world, Recorder& recorder, const world::Crew& crew);
  /// Waits for the disk.
  void settle(Recorder& recorder);

  [[nodiscard]] const CheckpointRules& rules() const { return rules_; }
  /// Seconds in which the run stood still for checkpoints.
  [[nodiscard]] double stopped_seconds() const { return stopped_seconds_; }
  /// A sentence for the user if the last call could not save; empty otherwise. Taken once.
  [[nodiscard]] std::string take_remark();

 private:
  void bring_to_disk(const std::filesystem::path& unfinished, const std::filesystem::path& file,
                     const Recorder& recorder);

  std::filesystem::path run_folder_;
  CheckpointRules rules_;
  world::observers::ProgramName program_;
  std::uint64_t scenario_xxh3_;
  std::chrono::steady_clock::time_point last_;
  agents::Month saved_month_ = -1;
  double stopped_seconds_ = 0;
  std::string remark_;
  std::future<void> on_its_way_;  // to the disk
};

/// Which program this is, for the head of a checkpoint.
[[nodiscard]] world::observers::ProgramName this_program();

}  // namespace experiments
