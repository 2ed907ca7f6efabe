// A checkpoint: the whole state of a world at a month's end, and what its run has
// recorded so far, in one file. What is loaded from it goes on as if nothing had
// happened, to the bit. Called by those who drive runs; docs/reliability.md.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "world/observers/causes.hpp"
#include "world/observers/checkpoint_file.hpp"
#include "world/observers/summary.hpp"
#include "world/world.hpp"

namespace world::observers {

/// How far a file of the run had grown: it is cut back to here.
struct FileMark {
  std::string name;  // in the run folder, "panel.csv"
  std::uint64_t bytes = 0;
  std::uint64_t xxh3 = 0;  // of these bytes
};

/// What a run has recorded besides its world.
struct Recording {
  CauseSums movers;  // of the year that is not over
  Summary summary;
  std::vector<FileMark> files;
};

/// What a checkpoint says of itself. The same months of the same run give the same bytes,
/// whatever the threads and however often the run was interrupted.
struct CheckpointHead {
  std::uint32_t format = checkpoint_format;
  std::string program, sources;        // version, and git's name of the sources
  std::string scenario;                // its name
  std::uint64_t scenario_xxh3 = 0;     // `scenario_hash`: of all settings but the length, and of the tables
  agents::Month start = 0, month = 0;  // first simulated month; the month at whose end this is
  std::uint64_t seed = 0;
  int scale_agents = 1, scale_people = 1;
  std::vector<std::string> regions;  // ISO codes
  int n_sectors = 0;
  std::int64_t citizens = 0;
  std::uint64_t state_hash = 0;
  std::vector<std::uint64_t> column_hashes;  // in the order of `column_names()`
  Codec codec = Codec::raw;

  [[nodiscard]] int months_done() const { return month - start + 1; }
};

/// Which program writes, for the head.
struct ProgramName {
  std::string version, sources;
};

struct CheckpointSize {
  std::uint64_t stored = 0, plain = 0;  // bytes
};

/// Writes a checkpoint of `world` under the name `file`, which must not be one that matters: it is whole only
/// when this returns, and on the disk only after `rename_durably`.
/// Errors: InputError (no room, no right); the unfinished file is removed. Cost: one pass over all columns.
CheckpointSize write_checkpoint(const std::filesystem::path& file, const World& world, const Recording& recording,
                                const ProgramName& program, std::uint64_t scenario_xxh3, Codec codec, const Crew& crew);

/// An opened checkpoint: its head is verified, the rest when it is loaded.
class Checkpoint {
 public:
  /// Errors: InputError for what is damaged, of another format, or no checkpoint.
  explicit Checkpoint(const std::filesystem::path& file);
  /// The same of bytes in memory, for tests; `is_trusted` looks at no checksum.
  Checkpoint(std::span<const std::byte> bytes, bool is_trusted);

  [[nodiscard]] const CheckpointHead& head() const { return head_; }
  [[nodiscard]] const ChunkReader& file() const { return file_; }
  [[nodiscard]] int n_blocks() const { return static_cast<int>(first_free_.size()); }
  [[nodiscard]] CheckpointSize size() const;

  /// The world as it was, ready to `advance`: every checksum, every row and the state hash are verified first.
  /// `scenario` and `country` must be those the world was made of, or differ only in what a branch may change.
  /// Errors: InputError.
  [[nodiscard]] World load(const Scenario& scenario, const Country& country, const Crew& crew) const;
  /// What the run had recorded. Errors: InputError.
  [[nodiscard]] Recording recording() const;
  /// Reads every block and counts who lives where, [region]; verifies every checksum. Errors: InputError.
  [[nodiscard]] std::vector<std::int64_t> count_people(const Crew& crew) const;

 private:
  void read_head();
  [[nodiscard]] agents::Block read_block(int b, Bytes& buffer) const;

  ChunkReader file_;
  bool is_trusted_ = false;
  CheckpointHead head_;
  std::vector<agents::Row> first_free_;  // [block]
};

/// The hash of all that decides the months of a run: every setting but the number of months, and every table
/// (`table_hashes` as written in the manifest).
[[nodiscard]] std::uint64_t scenario_hash(const Scenario& scenario, const std::string& table_hashes);

}  // namespace world::observers
