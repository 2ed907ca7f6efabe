#include "experiments/checkpoints.hpp"

#include <algorithm>
#include <system_error>

#include "experiments/build_info.hpp"
#include "world/errors.hpp"
#include "world/observers/text.hpp"

namespace experiments {
namespace {

namespace fs = std::filesystem;
namespace observers = world::observers;
using Clock = std::chrono::steady_clock;

constexpr const char* extension = ".qonys";

std::string size_text(std::uint64_t bytes) {
  const auto value = static_cast<double>(bytes);
  return value < 1e6 ? observers::fixed_text(value / 1e3, 0) + " kB" : observers::fixed_text(value / 1e6, 1) + " MB";
}

/// Gives the finished file its name once disk and tables are safe, then deletes what is not kept.
void make_durable(const fs::path& run_folder, const fs::path& unfinished, const fs::path& file, const Recorder& recorder,
                  int keep) {
  try {
    recorder.sync();   // a checkpoint never knows more of a table than the disk holds
    observers::rename_durably(unfinished, file);
  } catch (...) {
    std::error_code ignored;
    fs::remove(unfinished, ignored);
    throw;
  }
  const std::vector<fs::path> all = checkpoints_of(run_folder);
  std::error_code ignored;
  for (std::size_t i = static_cast<std::size_t>(keep); i < all.size(); ++i) fs::remove(all[i], ignored);
}

}  // namespace

CheckpointRules rules_of(const CheckpointWishes& wishes, Manifest& manifest) {
  if (wishes.every_months) manifest.checkpoint_every = *wishes.every_months;
  if (wishes.keep) manifest.checkpoint_keep = *wishes.keep;
  if (wishes.compress) manifest.checkpoint_zstd = *wishes.compress ? 1 : 0;
  CheckpointRules rules;
  if (manifest.checkpoint_every >= 0) {
    rules.every_months = manifest.checkpoint_every;
    rules.least_pause = std::chrono::seconds(0);   // as asked, whatever it costs
  }
  rules.keep = std::max(1, manifest.checkpoint_keep);
  if (manifest.checkpoint_zstd != 0) rules.codec = observers::Codec::zstd;
  return rules;
}

fs::path checkpoint_folder(const fs::path& run_folder) { return run_folder / "checkpoints"; }

fs::path checkpoint_file(const fs::path& run_folder, agents::Month month) {
  return checkpoint_folder(run_folder) / (world::month_text(month) + extension);
}

std::vector<fs::path> checkpoints_of(const fs::path& run_folder) {
  std::vector<fs::path> files;
  std::error_code error;
  for (const fs::directory_entry& entry : fs::directory_iterator(checkpoint_folder(run_folder), error)) {
    if (entry.path().extension() == extension) files.push_back(entry.path());
  }
  std::sort(files.rbegin(), files.rend());   // YYYY-MM: by name is by month
  return files;
}

agents::Month month_of_checkpoint(const fs::path& file) {
  return world::parse_month(file.stem().string(), file.string() + ": the month in its name");
}

CheckpointKeeper::CheckpointKeeper(fs::path run_folder, const CheckpointRules& rules, observers::ProgramName program,
                                   std::uint64_t scenario_xxh3)
    : run_folder_(std::move(run_folder)),
      rules_(rules),
      program_(std::move(program)),
      scenario_xxh3_(scenario_xxh3),
      last_(Clock::now()) {}

CheckpointKeeper::~CheckpointKeeper() {
  if (on_its_way_.valid()) on_its_way_.wait();
}

bool CheckpointKeeper::is_due(int months_done) const {
  return rules_.every_months > 0 && months_done % rules_.every_months == 0 && Clock::now() - last_ >= rules_.least_pause;
}

void CheckpointKeeper::save(const world::World& world, Recorder& recorder, const world::Crew& crew) {
  if (rules_.every_months == 0 || saved_month_ == world.month) return;
  const auto started = Clock::now();
  settle(recorder);
  const fs::path file = checkpoint_file(run_folder_, world.month);
  fs::path unfinished = file;
  unfinished += ".unfinished";
  try {
    fs::create_directories(checkpoint_folder(run_folder_));
    const observers::CheckpointSize size =
        observers::write_checkpoint(unfinished, world, recorder.recording(), program_, scenario_xxh3_, rules_.codec, crew);
    on_its_way_ = std::async(std::launch::async, make_durable, run_folder_, unfinished, file, std::cref(recorder), rules_.keep);
    saved_month_ = world.month;
    last_ = Clock::now();
    const double seconds = std::chrono::duration<double>(last_ - started).count();
    stopped_seconds_ += seconds;
    std::string line = "saved " + file.filename().string() + ", " + size_text(size.stored);
    if (rules_.codec == observers::Codec::zstd) {
      line += " instead of " + size_text(size.plain) + " (ratio " +
              observers::fixed_text(static_cast<double>(size.plain) / static_cast<double>(size.stored), 2) + ")";
    }
    recorder.log(line + ", stood still " + observers::fixed_text(seconds, 3) + " s");
  } catch (const world::InputError& error) {
    remark_ = std::string("no checkpoint of ") + world::month_text(world.month) + ": " + error.what() + " (the run goes on)";
    recorder.log(remark_);
  } catch (const fs::filesystem_error& error) {
    remark_ = std::string("no checkpoint of ") + world::month_text(world.month) + ": " + error.what() + " (the run goes on)";
    recorder.log(remark_);
  }
}

void CheckpointKeeper::settle(Recorder& recorder) {
  if (!on_its_way_.valid()) return;
  try {
    on_its_way_.get();
  } catch (const world::InputError& error) {
    saved_month_ = -1;
    remark_ = std::string("a checkpoint did not reach the disk: ") + error.what() + " (the run goes on)";
    recorder.log(remark_);
  }
}

std::string CheckpointKeeper::take_remark() { return std::exchange(remark_, std::string()); }

observers::ProgramName this_program() {
  const BuildInfo build = build_info();
  return {.version = build.version, .sources = build.sources};
}

}  // namespace experiments
