#include "render/exporter.hpp"

#include <sys/resource.h>

#include <cstdlib>

#include "render/figures/piped_program.hpp"
#include "world/errors.hpp"

namespace viewer {
namespace {

namespace fs = std::filesystem;
using world::observers::Phrase;

constexpr int nice = 10;  // the window goes first

/// What the program leaves when it is killed.
void remove_parts(const std::string& file) {
  std::error_code ignored;
  fs::remove(file + ".part", ignored);
  fs::remove(fs::path(file).replace_extension(".part.mp4"), ignored);
  fs::remove_all(fs::path(file).replace_extension("").string() + ".part", ignored);
}

}  // namespace

Exporter::Exporter() = default;

Exporter::~Exporter() {
  stop();
  if (result_.valid()) result_.wait();
}

void Exporter::start(const fs::path& program, std::vector<std::string> words, std::string file) {
  if (is_busy()) return;
  file_ = std::move(file);
  words.insert(words.begin(), "figure");
  is_stopped_ = false;
  result_ = std::async(std::launch::async, [this, program, asked = std::move(words)] { return run(program, asked); });
}

void Exporter::stop() {
  const std::scoped_lock lock(mutex_);
  is_stopped_ = true;
  if (program_) program_->kill();
}

std::optional<Exported> Exporter::take() {
  if (!is_busy() || result_.wait_for(std::chrono::seconds(0)) != std::future_status::ready) return {};
  return result_.get();
}

Exported Exporter::run(const fs::path& program, const std::vector<std::string>& words) {
  static_cast<void>(::setpriority(PRIO_PROCESS, 0, nice));  // of this thread, and so of the program it starts
  Exported exported{.file = file_, .complaint = {}};
  try {
    {
      const std::scoped_lock lock(mutex_);
      if (!is_stopped_) program_ = std::make_unique<figures::PipedProgram>(program, words);
    }
    const int status = program_ ? program_->finish() : 1;
    const std::scoped_lock lock(mutex_);
    if (status != 0) exported.complaint = program_ ? program_->last_words() : "";
    if (status != 0 && exported.complaint.empty())
      exported.complaint = program.string() + ": " + std::to_string(status);
    exported.is_stopped = is_stopped_ && status != 0;
    program_.reset();
  } catch (const world::InputError& error) {
    exported.complaint = error.what();
  }
  if (!exported.complaint.empty()) remove_parts(file_);
  std::error_code ignored;
  if (exported.complaint.empty() && file_.ends_with(".mp4") && !fs::exists(file_, ignored)) {
    exported.file = fs::path(file_).replace_extension("").string();
    exported.is_folder = true;
  }
  return exported;
}

std::optional<fs::path> figure_program() {
  if (const char* named = std::getenv("QONYS_FIGURE"); named != nullptr && *named != 0)
    return figures::find_program(named);
  std::error_code ignored;
  const fs::path here = fs::read_symlink("/proc/self/exe", ignored).parent_path();
  for (const fs::path& file : {here / "qonys-figure", here.parent_path() / "experiments" / "qonys-figure"}) {
    if (fs::exists(file, ignored)) return file;
  }
  return figures::find_program("qonys-figure");
}

std::string words_of(const Exported& exported, world::observers::Language language) {
  if (exported.complaint.empty()) {
    return text(exported.is_folder ? Phrase::view_export_numbered : Phrase::view_export_done, language,
                {exported.file});
  }
  const std::string folder = fs::path(exported.file).parent_path().string();
  const auto has = [&](const char* words) { return exported.complaint.find(words) != std::string::npos; };
  std::string why = exported.complaint;
  if (exported.is_stopped) {
    why = text(Phrase::view_export_stopped, language);
  } else if (has("No space left") || has("File too large") || has("quota")) {
    why = text(Phrase::view_export_no_space, language);
  } else if (has("Permission denied") || has("Read-only file system")) {
    why = text(Phrase::view_export_no_right, language, {folder});
  } else if (has("does not exist; make it first")) {
    why = text(Phrase::view_export_no_folder, language, {folder});
  }
  return text(Phrase::view_export_failed, language, {why});
}

}  // namespace viewer
