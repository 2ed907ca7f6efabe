// `qonys inspect`: what a checkpoint is, and whether all of it is whole.
#include <algorithm>
#include <filesystem>
#include <iostream>
#include <numeric>

#include "experiments/checkpoints.hpp"
#include "experiments/verbs.hpp"
#include "world/errors.hpp"
#include "world/observers/text.hpp"

namespace experiments {
namespace {

namespace fs = std::filesystem;
namespace observers = world::observers;

std::string bytes_text(std::uint64_t bytes) { return observers::grouped_text(static_cast<double>(bytes)) + " bytes"; }

std::string line(const char* name, const std::string& value) {
  return "  " + observers::left_aligned(name, 12) + value + "\n";
}

/// A run folder stands for its newest checkpoint.
fs::path file_of(const std::string& place) {
  std::error_code ignored;
  if (!fs::is_directory(place, ignored)) return place;
  const auto files = checkpoints_of(place);
  if (files.empty())
    throw world::InputError(place + ": has no checkpoints; name a file, or a run folder that has some");
  return files.front();
}

std::string head_text(const observers::Checkpoint& checkpoint) {
  const observers::CheckpointHead& head = checkpoint.head();
  const observers::CheckpointSize size = checkpoint.size();
  std::string stored = bytes_text(size.stored) + " in " + std::to_string(checkpoint.file().n_chunks()) + " chunks, " +
                       std::to_string(checkpoint.n_blocks()) + " of them blocks";
  if (head.codec == observers::Codec::zstd) {
    stored += ", zstd, " +
              observers::fixed_text(static_cast<double>(size.plain) / static_cast<double>(size.stored), 2) +
              " times smaller than raw";
  }
  return line("format", std::to_string(head.format)) + line("program", head.program + " (" + head.sources + ")") +
         line("scenario", head.scenario + ", hash " + observers::hash_text(head.scenario_xxh3) + ", seed " +
                              std::to_string(head.seed)) +
         line("scale", std::to_string(head.scale_agents) + ":" + std::to_string(head.scale_people)) +
         line("month", world::month_text(head.month) + ", " + std::to_string(head.months_done()) +
                           " months simulated from " + world::month_text(head.start) + " on") +
         line("size", stored) + line("state hash", observers::hash_text(head.state_hash));
}

}  // namespace

ExitCode inspect_verb(const Options& options) {
  const fs::path file = file_of(options.places[0]);
  const observers::Checkpoint checkpoint(file);
  const auto people = checkpoint.count_people(world::Crew(options.threads));
  const std::int64_t all = std::accumulate(people.begin(), people.end(), std::int64_t{0});
  if (all != checkpoint.head().citizens) {
    checkpoint.file().refuse("it holds " + std::to_string(all) + " citizens, its head says " +
                             std::to_string(checkpoint.head().citizens));
  }
  std::cout << file.string() << "\n"
            << head_text(checkpoint) << "\n  living in" << observers::right_aligned("agents", 15) << "\n";
  for (std::size_t r = 0; r < people.size(); ++r) {
    std::cout << "  " << observers::left_aligned(checkpoint.head().regions[r], 9)
              << observers::right_aligned(observers::grouped_text(static_cast<double>(people[r])), 15) << "\n";
  }
  std::cout << "  " << observers::left_aligned("all", 9)
            << observers::right_aligned(observers::grouped_text(static_cast<double>(all)), 15)
            << "\n\nAll checksums are right.\n";
  return ExitCode::ok;
}

}  // namespace experiments
