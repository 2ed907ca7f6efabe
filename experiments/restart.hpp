// Where a run can be taken up again: its newest checkpoint that is whole and fits
// its folder. Asked by resume, branch and story.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "experiments/manifest.hpp"
#include "world/country.hpp"
#include "world/observers/checkpoint.hpp"
#include "world/world.hpp"

namespace experiments {

/// A run as its folder describes it.
struct HeldRun {
  std::filesystem::path folder;
  Manifest manifest;
  world::Scenario scenario;  // of the length in the manifest
  world::Country country;

  /// The month after `months_done` months.
  [[nodiscard]] agents::Month month_after(int months_done) const { return scenario.start - 1 + months_done; }
};

/// Errors: InputError if it is no run folder, was killed before its inputs were whole, or inputs were changed.
[[nodiscard]] HeldRun read_run(const std::filesystem::path& folder);

/// "runs/a/" is "runs/a". Errors: InputError for an empty text.
[[nodiscard]] std::filesystem::path run_path(const std::string& stated);

/// A state to go on from.
struct Restart {
  std::filesystem::path file;
  world::World world;
  world::observers::Recording recording;
  world::observers::CheckpointHead head;
};

/// The state that a branch began with, inside its run folder.
[[nodiscard]] std::filesystem::path branch_start_in(const std::filesystem::path& run_folder);

/// The newest checkpoint up to `latest` that is whole, of this scenario and these tables, and fits the tables of
/// results beside it. `passed_over` gets a sentence for every newer one that is not, `damaged` those that are not
/// whole themselves. None if there is none. Errors: ReadError if one cannot be read now.
[[nodiscard]] std::optional<Restart> newest_restart(const HeldRun& run, agents::Month latest, const world::Crew& crew,
                                                    std::vector<std::string>& passed_over,
                                                    std::vector<std::filesystem::path>* damaged = nullptr);

/// A sentence if another program wrote the checkpoint than this one; empty otherwise.
[[nodiscard]] std::string other_program(const world::observers::CheckpointHead& head);

}  // namespace experiments
