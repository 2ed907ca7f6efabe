#include "render/open.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>

#include "render/country_map.hpp"
#include "render/fallback_source.hpp"
#include "render/figures/png_file.hpp"
#include "render/session_source.hpp"
#include "render/version.hpp"
#include "world/errors.hpp"

namespace viewer {

namespace fs = std::filesystem;
using world::observers::Phrase;

namespace {

/// What comes with the program: beside the installed one, else in the source tree it was built from.
fs::path bundled(const char* what) {
  std::error_code ignored;
  const fs::path program = fs::read_symlink("/proc/self/exe", ignored);
  const fs::path installed = (program.parent_path() / QONYS_ASSETS_INSTALL_DIR).lexically_normal() / what;
  return fs::is_directory(installed, ignored) ? installed : fs::path(QONYS_ASSETS_SOURCE_DIR) / what;
}

SessionWays ways_here() {
  SessionWays ways;
  ways.base.bundled = bundled("scenarios");
  ways.program = {.version = std::string(version_number), .sources = std::string(version_commit)};
  return ways;
}

std::unique_ptr<Source> open_place(const std::string& place) {
  SessionWays ways = ways_here();
  ways.folder = new_session_folder(fs::path(place).stem().string());
  return open_session(place, ways);
}

/// What to give when nothing was; the newest session, if there is one.
std::string what_to_name(world::observers::Language language) {
  std::string words(text(Phrase::view_nothing_named, language));
  const fs::path newest = newest_session_folder();
  if (!newest.empty()) words += "; " + text(Phrase::lever_newest, language, {newest.string()});
  return words;
}

/// A place, or a session in the folder asked for.
std::unique_ptr<Source> open_kept(const Options& options) {
  if (options.session.empty()) {
    if (options.place.empty()) throw world::InputError(what_to_name(options.language));
    return open_place(options.place);
  }
  SessionWays ways = ways_here();
  ways.folder = fs::absolute(options.session);
  const bool is_in = Session::is_in(ways.folder);
  if (is_in != options.place.empty()) {
    const Phrase phrase = is_in ? Phrase::lever_has_session : Phrase::lever_no_session;
    throw world::InputError(text(phrase, options.language, {options.session}));
  }
  return open_session(options.place, ways);
}

}  // namespace

std::string session_place() { return new_session_folder("rehearsal").parent_path().string(); }

fs::path bundled_tours() { return bundled("tours"); }

std::unique_ptr<Source> open_source(const Options& options) {
  if (!options.is_kiosk || !options.session.empty()) return open_kept(options);
  if (options.place.empty()) throw world::InputError(what_to_name(options.language));
  std::unique_ptr<Source> recording;
  if (!options.recording.empty()) recording = open_place(options.recording);
  std::unique_ptr<Source> live;
  try {
    live = open_place(options.place);
  } catch (const world::InputError&) {
    if (!recording) throw;
  }
  return with_fallback(std::move(live), std::move(recording));
}

Tour open_tour(const Options& options, const Source& source) {
  Tour tour = read_tour(options.tour.empty() ? "astana" : options.tour, bundled_tours());
  const Description& what = source.description();
  const int n_months = std::max(source.n_months(), source.is_live() ? what.n_months_planned : 0);
  const std::vector<std::string> wrong =
      complaints(tour, what.regions, what.first_month, what.first_month + n_months - 1);
  if (wrong.empty()) return tour;
  if (!options.tour.empty()) throw world::InputError(wrong.front());
  tour.steps.clear();
  return tour;
}

std::unique_ptr<Source> open_beside(const std::string& what) { return open_session(what, ways_here()); }

std::vector<std::string> scenario_names() {
  std::vector<std::string> names;
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(bundled("scenarios"), ignored)) {
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

std::unique_ptr<Map> open_map(const Options&, const Source& source) {
  const fs::path file = outlines_of(source);
  std::ifstream stream(file, std::ios::binary);
  if (!stream)
    throw world::InputError(file.string() + ": cannot be read; the window needs the outlines of the regions");
  std::ostringstream bytes;
  bytes << stream.rdbuf();
  return std::make_unique<CountryMap>(bytes.str(), file.string(), source.description().regions);
}

}  // namespace viewer
