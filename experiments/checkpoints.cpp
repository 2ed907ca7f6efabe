#include "experiments/checkpoints.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
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

std::string reason_of(const std::exception& error) {
  const auto* of_a_file = dynamic_cast<const fs::filesystem_error*>(&error);
  return of_a_file == nullptr ? error.what() : of_a_file->path1().string() + ": " + of_a_file->code().message();
}

std::string size_text(std::uint64_t bytes) {
  const auto value = static_cast<double>(bytes);
  return value < 1e6 ? observers::fixed_text(value / 1e3, 0) + " kB" : observers::fixed_text(value / 1e6, 1) + " MB";
}

/// The month of a file "YYYY-MM.qonys"; none for any other name.
std::optional<agents::Month> month_named(const fs::path& file) {
  const std::string name = file.filename().string();
  const std::string digits = name.substr(0, 4) + (name.size() > 7 ? name.substr(5, 2) : "");
  const bool has_form = name.size() == 7 + std::string_view(extension).size() && name[4] == '-' &&
                        name.ends_with(extension) && digits.find_first_not_of("0123456789") == std::string::npos;
  if (!has_form) return std::nullopt;
  const int year = std::stoi(digits.substr(0, 4)), calendar_month = std::stoi(digits.substr(4));
  if (calendar_month < 1 || calendar_month > 12) return std::nullopt;
  return agents::month_of(year, calendar_month);
}

/// Gives the finished file its name once disk and tables are safe, then deletes what is not kept.
void make_durable(const fs::path& run_folder, const fs::path& unfinished, const fs::path& file,
                  const Recorder& recorder, int keep) {
  try {
    recorder.sync();  // a checkpoint never knows more of a table than the disk holds
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
    rules.least_pause = std::chrono::seconds(0);  // as asked, whatever it costs
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
  const fs::path folder = checkpoint_folder(run_folder);
  std::error_code error;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, error)) {
    if (month_named(entry.path())) files.push_back(entry.path());  // others may put their own beside ours
  }
  const bool is_missing = error == std::errc::no_such_file_or_directory;
  if (error && !is_missing) throw world::ReadError(folder.string() + ": cannot read: " + error.message());
  std::sort(files.rbegin(), files.rend());  // YYYY-MM: by name is by month
  return files;
}

agents::Month month_of_checkpoint(const fs::path& file) { return month_named(file).value(); }

CheckpointKeeper::CheckpointKeeper(fs::path run_folder, const CheckpointRules& rules, observers::ProgramName program,
                                   std::uint64_t scenario_xxh3)
    : run_folder_(std::move(run_folder)), rules_(rules), program_(std::move(program)), scenario_xxh3_(scenario_xxh3),
      last_(Clock::now()) {}

CheckpointKeeper::~CheckpointKeeper() {
  if (on_its_way_.valid()) on_its_way_.wait();
}

bool CheckpointKeeper::is_due(int months_done) const {
  return rules_.every_months > 0 && months_done % rules_.every_months == 0 &&
         Clock::now() - last_ >= rules_.least_pause;
}

void CheckpointKeeper::save(const world::World& world, Recorder& recorder, const world::Crew& crew) {
  if (rules_.every_months == 0 || saved_month_ == world.month) return;
  const auto started = Clock::now();
  settle(recorder);
  const fs::path file = checkpoint_file(run_folder_, world.month);
  fs::path unfinished = file;
  unfinished += ".unfinished";
  try {
    if (fs::create_directories(checkpoint_folder(run_folder_))) observers::sync_folder(run_folder_);
    const observers::CheckpointSize size = observers::write_checkpoint(unfinished, world, recorder.recording(),
                                                                       program_, scenario_xxh3_, rules_.codec, crew);
    bring_to_disk(unfinished, file, recorder);
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
  } catch (const std::exception& error) {
    remark_ = "no checkpoint of " + world::month_text(world.month) + ": " + reason_of(error) + " (the run goes on)";
    recorder.log(remark_);
  }
}

void CheckpointKeeper::bring_to_disk(const fs::path& unfinished, const fs::path& file, const Recorder& recorder) {
  const auto act = [=, this, &recorder] { make_durable(run_folder_, unfinished, file, recorder, rules_.keep); };
  try {
    on_its_way_ = std::async(std::launch::async, act);
  } catch (const std::system_error&) {
    act();  // no thread to be had: the run waits for the disk itself
  }
}

void CheckpointKeeper::settle(Recorder& recorder) {
  if (!on_its_way_.valid()) return;
  try {
    on_its_way_.get();
  } catch (const std::exception& error) {
    saved_month_ = -1;
    remark_ = "a checkpoint did not reach the disk: " + reason_of(error) + " (the run goes on)";
    recorder.log(remark_);
  }
}

std::string CheckpointKeeper::take_remark() { return std::exchange(remark_, std::string()); }

observers::ProgramName this_program() {
  const BuildInfo build = build_info();
  return {.version = build.version, .sources = build.sources};
}

}  // namespace experiments
