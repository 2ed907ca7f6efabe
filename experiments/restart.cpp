#include "experiments/restart.hpp"

#include <system_error>

#include "experiments/checkpoints.hpp"
#include "experiments/inputs.hpp"
#include "experiments/output_file.hpp"
#include "experiments/run.hpp"
#include "experiments/simulation.hpp"
#include "world/errors.hpp"
#include "world/observers/text.hpp"

namespace experiments {
namespace {

namespace fs = std::filesystem;
namespace observers = world::observers;

/// The checkpoint is whole, but a table beside it is not what it was.
class Misfit : public world::InputError {
 public:
  using InputError::InputError;
};

Restart restart_from(const fs::path& file, const HeldRun& run, agents::Month latest, const world::Crew& crew) {
  const observers::Checkpoint checkpoint(file);
  const observers::CheckpointHead& head = checkpoint.head();
  const std::uint64_t scenario = scenario_hash_of(run.scenario, run.manifest);
  if (head.scenario_xxh3 != scenario) {
    throw world::InputError(file.string() + ": of another scenario or other tables (" +
                            observers::hash_text(head.scenario_xxh3) + ") than the run folder (" +
                            observers::hash_text(scenario) + ")");
  }
  if (head.month > latest) throw world::InputError(file.string() + ": later than its name says");
  observers::Recording recording = checkpoint.recording();
  for (const observers::FileMark& mark : recording.files) {
    const std::string misfit = misfit_of(run.folder, mark);
    if (!misfit.empty()) throw Misfit(misfit);
  }
  return {.file = file,
          .world = checkpoint.load(run.scenario, run.country, crew),
          .recording = std::move(recording),
          .head = head};
}

}  // namespace

fs::path run_path(const std::string& stated) {
  const std::size_t end = stated.find_last_not_of('/');
  if (stated.empty()) throw world::InputError("the run folder is an empty text; name a folder");
  return end == std::string::npos ? fs::path("/") : fs::path(stated.substr(0, end + 1));  // ".." is left to the system
}

fs::path branch_start_in(const fs::path& run_folder) { return run_folder / branch_start; }

HeldRun read_run(const fs::path& folder) {
  if (is_killed_start(folder)) {
    throw world::InputError(folder.string() +
                            ": ended before its inputs were whole, and nothing was simulated; give the same "
                            "command again, qonys run or branch with --out " +
                            folder.string());
  }
  HeldRun run;
  run.folder = folder;
  run.manifest = read_manifest(folder);
  if (run.manifest.inputs.empty()) {
    throw world::InputError((folder / manifest_name).string() +
                            ": names no inputs; it is cut off or of another program");
  }
  verify_inputs(folder, run.manifest);
  run.scenario = world::load_scenario(scenario_in(folder));
  run.scenario.n_months = run.manifest.months;
  run.country = world::load_country(run.scenario.country);
  return run;
}

std::optional<Restart> newest_restart(const HeldRun& run, agents::Month latest, const world::Crew& crew,
                                      std::vector<std::string>& passed_over, std::vector<fs::path>* damaged) {
  std::vector<fs::path> files = checkpoints_of(run.folder);
  std::error_code ignored;
  if (fs::exists(branch_start_in(run.folder), ignored)) files.push_back(branch_start_in(run.folder));
  for (const fs::path& file : files) {
    try {
      const bool has_month = file != branch_start_in(run.folder);
      if (has_month && month_of_checkpoint(file) > latest) continue;
      return restart_from(file, run, latest, crew);
    } catch (const world::ReadError&) {
      throw;  // may be whole, and readable again tomorrow
    } catch (const Misfit& misfit) {
      passed_over.emplace_back(misfit.what());
    } catch (const world::InputError& error) {
      passed_over.emplace_back(error.what());
      if (damaged != nullptr) damaged->push_back(file);
    }
  }
  return std::nullopt;
}

std::string other_program(const observers::CheckpointHead& head) {
  const observers::ProgramName mine = this_program();
  if (head.program == mine.version && head.sources == mine.sources) return "";
  return "the checkpoint was written by program " + head.program + " (" + head.sources + "), this is " + mine.version +
         " (" + mine.sources + "): months from here on may differ from those of an uninterrupted run";
}

}  // namespace experiments
