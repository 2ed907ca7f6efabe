// Looks beside the program first, so that an installed copy needs no sources.
#include "experiments/assets.hpp"

#include <algorithm>
#include <system_error>

#include "world/errors.hpp"
#include "world/nearest.hpp"

namespace experiments {
namespace {

namespace fs = std::filesystem;

bool holds_scenarios(const fs::path& folder) {
  std::error_code ignored;
  return fs::is_directory(folder / "scenarios", ignored);
}

}  // namespace

fs::path assets_folder() {
  std::error_code ignored;
  const fs::path program = fs::read_symlink("/proc/self/exe", ignored);
  const fs::path installed = (program.parent_path() / QONYS_ASSETS_INSTALL_DIR).lexically_normal();
  if (!program.empty() && holds_scenarios(installed)) return installed;
  const fs::path sources = QONYS_ASSETS_SOURCE_DIR;
  if (holds_scenarios(sources)) return sources;
  throw world::InputError("no assets: neither " + installed.string() + " nor " + sources.string() +
                          " holds scenarios; install the program with `cmake --install`");
}

std::vector<fs::path> bundled_scenarios() {
  std::vector<fs::path> files;
  for (const fs::directory_entry& entry : fs::directory_iterator(assets_folder() / "scenarios")) {
    if (entry.path().extension() == ".toml") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

fs::path find_scenario(const std::string& text) {
  std::error_code ignored;
  if (fs::is_regular_file(text, ignored)) return text;
  if (fs::is_regular_file(fs::path(text) / "inputs" / "scenario.toml", ignored)) {
    throw world::InputError(text + " is a run folder, not a scenario; repeat it with `qonys rerun " + text +
                            "`, or run " + (fs::path(text) / "inputs" / "scenario.toml").string());
  }
  std::vector<std::string> names;
  for (const fs::path& file : bundled_scenarios()) {
    if (file.stem() == text || file.filename() == text) return file;
    names.push_back(file.stem().string());
  }
  throw world::InputError("no scenario '" + text + "': neither a file nor a bundled name" +
                          world::did_you_mean(text, names) + " `qonys list` names those there are");
}

}  // namespace experiments
