#include "render/open.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>

#include "render/country_map.hpp"
#include "render/figures/png_file.hpp"
#include "render/session_source.hpp"
#include "world/errors.hpp"

namespace viewer {

namespace fs = std::filesystem;
using world::observers::Phrase;

namespace {

/// Of the bundled scenarios: beside the installed program, else in the source tree it was built from.
fs::path bundled() {
  std::error_code ignored;
  const fs::path program = fs::read_symlink("/proc/self/exe", ignored);
  const fs::path installed = (program.parent_path() / QONYS_ASSETS_INSTALL_DIR).lexically_normal() / "scenarios";
  return fs::is_directory(installed, ignored) ? installed : fs::path(QONYS_ASSETS_SOURCE_DIR) / "scenarios";
}

/// What to give when nothing was; the newest session, if there is one.
std::string what_to_name(world::observers::Language language) {
  std::string words(text(Phrase::view_nothing_named, language));
  const fs::path newest = newest_session_folder();
  if (!newest.empty()) words += "; " + text(Phrase::lever_newest, language, {newest.string()});
  return words;
}

}  // namespace

std::unique_ptr<Source> open_source(const Options& options) {
  SessionWays ways;
  ways.base.bundled = bundled();
  if (options.session.empty()) {
    if (options.place.empty()) throw world::InputError(what_to_name(options.language));
    ways.folder = new_session_folder(fs::path(options.place).stem().string());
    return open_session(options.place, ways);
  }
  ways.folder = fs::absolute(options.session);
  const bool is_in = Session::is_in(ways.folder);
  if (is_in != options.place.empty()) {
    const Phrase phrase = is_in ? Phrase::lever_has_session : Phrase::lever_no_session;
    throw world::InputError(text(phrase, options.language, {options.session}));
  }
  return open_session(options.place, ways);
}

std::unique_ptr<Source> open_beside(const std::string& what) {
  SessionWays ways;
  ways.base.bundled = bundled();
  return open_session(what, ways);
}

std::vector<std::string> scenario_names() {
  std::vector<std::string> names;
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(bundled(), ignored)) {
    if (entry.path().extension() == ".toml") names.push_back(entry.path().stem().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::vector<std::string> runs_in(const std::string& folder) {
  std::vector<std::string> runs;
  std::error_code failure;
  for (const auto& entry : fs::directory_iterator(folder, failure)) {
    if (fs::exists(entry.path() / "manifest.toml")) runs.push_back(entry.path().string());
  }
  if (runs.empty()) throw world::InputError(folder + ": holds no run folders; make some with `qonys run --out`");
  std::sort(runs.begin(), runs.end());
  return runs;
}

std::string save_as_png(const figures::Raster& picture, const std::string& file) {
  const fs::path name = fs::path(file).replace_extension(".png");
  const fs::path part = name.string() + ".part";
  std::ofstream stream(part, std::ios::binary);
  const std::string bytes = figures::png_of(picture, {{"Software", "Qonys"}});
  stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  stream.close();
  std::error_code failure;
  if (stream) fs::rename(part, name, failure);
  if (!stream || failure) {
    fs::remove(part, failure);
    throw world::InputError(name.string() +
                            ": the picture cannot be written; look for room and the right to write there");
  }
  return name.string();
}

std::unique_ptr<Map> open_map(const Options&, Source& source) {
  const fs::path file = outlines_of(source);
  std::ifstream stream(file, std::ios::binary);
  if (!stream)
    throw world::InputError(file.string() + ": cannot be read; the window needs the outlines of the regions");
  std::ostringstream bytes;
  bytes << stream.rdbuf();
  return std::make_unique<CountryMap>(bytes.str(), file.string(), *source.month(0));
}

}  // namespace viewer
