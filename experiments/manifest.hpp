// manifest.toml: what a run folder is, how far it got, and the hash of every
// input. Written first as "running", and again, whole, when the run ends.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace experiments {

/// One file under inputs/, with the hash of its bytes.
struct InputFile {
  std::string path;   // relative to the run folder, "inputs/country/regions.csv"
  std::string xxh3;   // 16 hex digits
};

struct Manifest {
  std::string status = "running";  // "running", "finished", "interrupted" or "failed"
  std::string error;               // the line that was printed, if it failed
  std::string version, sources, compiler, flags;
  std::string scenario, title;
  std::string scenario_file;       // as given
  std::string scenario_xxh3;       // of inputs/scenario.toml
  std::vector<std::string> sets;   // "path=value", as given
  std::uint64_t seed = 0;
  std::string scale;               // "1:20"
  double people_per_agent = 1;
  std::string start;               // first simulated month
  int months = 0;
  int months_done = 0;
  int checkpoint_every = -1, checkpoint_keep = 3, checkpoint_zstd = 0;   // −1: every 12 months, at most once a minute
  int resumes = 0;                 // how often the run was taken up again
  std::string resumed_by;          // the program that took it up, if it was another one
  std::string branched_from, branched_at, branched_state;  // of a branch: the run, the month, its state hash
  int threads = 0, ranks = 1;
  std::int64_t citizens_at_start = 0;
  double synthesis_seconds = 0, simulation_seconds = 0;
  std::string started, finished;   // UTC
  std::string last_month, last_state_hash;
  std::vector<InputFile> inputs;
};

/// The file's name inside a run folder.
inline constexpr const char* manifest_name = "manifest.toml";

/// Replaces the manifest of `folder`, whole. Errors: InputError.
void write_manifest(const std::filesystem::path& folder, const Manifest& manifest);

/// Reads what `write_manifest` wrote.
/// Errors: InputError if the folder has no manifest or a line of it cannot be read.
[[nodiscard]] Manifest read_manifest(const std::filesystem::path& folder);

/// Now, as 2026-01-31T23:59:59Z.
[[nodiscard]] std::string utc_now();

}  // namespace experiments
