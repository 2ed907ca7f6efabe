// Reads every #include line of the tree and checks it against the arrows and
// the third-party column of docs/architecture.md, section 1. Change both in one
// commit. Includes in comments count too: nothing in this tree needs them.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <initializer_list>
#include <regex>
#include <string>
#include <string_view>
#include <vector>

namespace {

namespace fs = std::filesystem;
using std::string_view;

/// One include line. Paths are from the root of the tree.
struct Include {
  std::string file;
  int line = 0;
  std::string target;
  bool is_quoted = true;
};

bool starts_with_one_of(string_view text, std::initializer_list<string_view> starts) {
  return std::any_of(starts.begin(), starts.end(), [&](string_view start) { return text.starts_with(start); });
}

/// The folder that owns a path: the first name in it, `world/observers` apart; empty for a bare file name.
string_view folder_of(string_view path) {
  if (path.starts_with("world/observers/")) return "world/observers";
  const std::size_t slash = path.find('/');
  return slash == string_view::npos ? string_view{} : path.substr(0, slash);
}

/// Figures are a library without display; the other files of render/ are the viewer.
bool is_figures(string_view path) { return path.starts_with("render/figures"); }

/// What render/ knows of the folders below it: numbers of a month, words for them, how wrong input is told of.
bool is_shown(string_view path) {
  return path == "world/observers/snapshot.hpp" || path == "world/observers/phrases.hpp" || path == "world/errors.hpp";
}

bool may_include(string_view file, string_view target) {
  const string_view from = folder_of(file);
  const string_view to = folder_of(target);
  if (from == "agents") return to == "agents";
  if (from == "world") return to == "agents" || to == "world";
  if (from == "world/observers") return to == "agents" || to == "world" || to == "world/observers";
  if (from == "experiments") {
    return to == "experiments" || to == "world" || to == "world/observers" || is_figures(target);
  }
  if (from == "render") {
    if (to == "render") return !is_figures(file) || is_figures(target);
    if (is_shown(target)) return true;
    return file.starts_with("render/session") && (to == "world" || to == "world/observers");
  }
  return from == "tests" || from == "bench";
}

constexpr std::array<string_view, 5> rules = {"demography", "schooling", "work", "migration", "registration"};
constexpr std::array<string_view, 6> markets = {"labour", "housing", "infrastructure", "budget", "schooling",
                                                "knowledge"};

/// The rule or market that a file belongs to, by the start of its name: `work.cpp` and `work_search.hpp`
/// belong to `work`. Empty for any other file, and for the parameters, which all may read.
string_view family_of(string_view path) {
  if (path.ends_with("_parameters.hpp")) return {};
  const auto among = [&](const auto& families, string_view folder) -> string_view {
    if (folder_of(path) != folder) return {};
    const string_view name = path.substr(folder.size() + 1);
    for (const string_view family : families) {
      if (!name.starts_with(family)) continue;
      const string_view rest = name.substr(family.size());
      if (rest.starts_with('.') || rest.starts_with('_')) return family;
    }
    return {};
  };
  const string_view rule = among(rules, "agents");
  return rule.empty() ? among(markets, "world") : rule;
}

/// A header from outside the tree, and the places that may include it (starts of paths).
struct ThirdParty {
  string_view header;
  std::vector<string_view> places;
};

const std::vector<ThirdParty>& third_parties() {
  static const std::vector<ThirdParty> list = {
      {"tbb/", {"agents/parallel_tbb.hpp"}},
      {"oneapi/tbb", {"agents/parallel_tbb.hpp"}},
      {"toml++/", {"world/toml.hpp"}},
      {"csv.h", {"world/table.cpp"}},
      {"xxhash.h", {"agents/", "world/"}},
      {"cereal/", {"world/observers/checkpoint_archive.hpp"}},
      {"zstd.h", {"world/observers/checkpoint_file.cpp"}},
      {"boost/", {"experiments/", "bench/", "render/options.cpp"}},
      {"sqlite3.h", {"experiments/"}},
      {"openturns/", {"experiments/"}},
      {"pagmo/", {"experiments/"}},
      {"mpi.h", {"experiments/"}},
      {"cairo", {"render/figures/"}},
      {"ft2build.h", {"render/figures/fonts.cpp"}},
      {"hb", {"render/figures/font_subset.cpp"}},
      {"png.h", {"render/figures/png_file.cpp", "tests/render/"}},
      {"nlohmann/json.hpp", {"render/", "tests/"}},
      {"SFML/", {"render/"}},
      {"imgui", {"render/"}},
      {"X11/", {"render/display.cpp"}},
      {"GL/", {"render/display.cpp"}},
      {"gtest/", {"tests/"}},
      {"gmock/", {"tests/"}},
      {"benchmark/", {"bench/"}},
  };
  return list;
}

/// Header of the standard library, or of the system: no dot and no slash, or one of the few C ones.
bool is_standard(string_view header) {
  if (header.find('.') == string_view::npos && header.find('/') == string_view::npos) return true;
  return starts_with_one_of(header, {"sys/", "unistd.h", "signal.h", "fcntl.h", "poll.h", "immintrin.h"});
}

/// What is wrong with an include line; empty if nothing is.
std::string complaint(const Include& include) {
  const string_view file = include.file;
  const string_view target = include.target;
  for (const ThirdParty& third_party : third_parties()) {
    if (!target.starts_with(third_party.header)) continue;
    const bool allowed = std::any_of(third_party.places.begin(), third_party.places.end(),
                                     [&](string_view place) { return file.starts_with(place); });
    if (!allowed) {
      std::string places;
      for (const string_view place : third_party.places) places += (places.empty() ? "" : ", ") + std::string(place);
      return "belongs only in " + places;
    }
    if (is_figures(file) && starts_with_one_of(target, {"SFML/", "imgui", "GL/"})) return "figures must not need a display";
    return {};
  }
  if (!include.is_quoted) {
    return is_standard(target) ? std::string{} : "is not in the list of third parties (tests/layering_test.cpp)";
  }
  if (folder_of(target).empty() || target.starts_with('.')) {
    return "is not written from the root of the tree";
  }
  if (!may_include(file, target)) {
    return "is against the arrows: " + std::string(folder_of(file)) + " may not know " + std::string(folder_of(target));
  }
  const string_view family = family_of(file);
  const string_view other = family_of(target);
  if (!family.empty() && !other.empty() && family != other) {
    return std::string(family) + " and " + std::string(other) + " meet only in the month";
  }
  return {};
}

std::string complaint_about(std::string file, std::string target, bool is_quoted = true) {
  return complaint({.file = std::move(file), .line = 1, .target = std::move(target), .is_quoted = is_quoted});
}

std::vector<Include> includes_of(const fs::path& path, const std::string& name) {
  static const std::regex pattern(R"(^\s*#\s*include\s*([<"])([^>"]+)[>"])");
  std::vector<Include> found;
  std::ifstream stream(path);
  std::string text;
  std::smatch match;
  for (int line = 1; std::getline(stream, text); ++line) {
    if (!std::regex_search(text, match, pattern)) continue;
    found.push_back({.file = name, .line = line, .target = match[2].str(), .is_quoted = match[1].str() == "\""});
  }
  return found;
}

/// Every include line of a folder of the tree, in order of path and line.
std::vector<Include> includes_under(const std::string& folder) {
  const fs::path root = QONYS_SOURCE_DIR;
  std::vector<fs::path> paths;
  if (fs::exists(root / folder)) {
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(root / folder)) {
      const std::string extension = entry.path().extension().string();
      const bool is_source = extension == ".hpp" || extension == ".cpp" || extension == ".in";
      if (entry.is_regular_file() && is_source) paths.push_back(entry.path());
    }
  }
  std::sort(paths.begin(), paths.end());
  std::vector<Include> found;
  for (const fs::path& path : paths) {
    const std::vector<Include> more = includes_of(path, fs::relative(path, root).generic_string());
    found.insert(found.end(), more.begin(), more.end());
  }
  return found;
}

void expect_arrows_hold(const std::string& folder) {
  for (const Include& include : includes_under(folder)) {
    const std::string wrong = complaint(include);
    EXPECT_TRUE(wrong.empty()) << include.file << ":" << include.line << ": " << include.target << " " << wrong;
  }
}

TEST(Layering, AgentsKnowOnlyAgents) { expect_arrows_hold("agents"); }
TEST(Layering, TheWorldKnowsAgentsAndItselfAndObserversOnlyLook) { expect_arrows_hold("world"); }
TEST(Layering, ExperimentsKnowWorldsAndObserversAndFiguresButNotAgents) { expect_arrows_hold("experiments"); }
TEST(Layering, RenderKnowsSnapshotsAndWords) { expect_arrows_hold("render"); }
TEST(Layering, TestsAndBenchesKeepThirdPartiesWhereTheyBelong) {
  expect_arrows_hold("tests");
  expect_arrows_hold("bench");
}

TEST(Layering, ReadsTheTreeItIsMeantToRead) {
  EXPECT_FALSE(includes_under("agents").empty());
  EXPECT_FALSE(includes_under("world").empty());
}

TEST(LayeringRule, RefusesArrowsThatPointTheWrongWay) {
  EXPECT_NE(complaint_about("agents/work.cpp", "world/labour.hpp"), "");
  EXPECT_NE(complaint_about("world/month.cpp", "world/observers/panel.hpp"), "");
  EXPECT_NE(complaint_about("world/observers/panel.cpp", "experiments/run.hpp"), "");
  EXPECT_NE(complaint_about("experiments/run.cpp", "agents/types.hpp"), "");
  EXPECT_NE(complaint_about("experiments/run.cpp", "render/viewer.hpp"), "");
  EXPECT_NE(complaint_about("render/map.cpp", "world/world.hpp"), "");
  EXPECT_NE(complaint_about("render/session.cpp", "agents/types.hpp"), "");
  EXPECT_NE(complaint_about("render/figures/map.cpp", "render/window.hpp"), "");
}

TEST(LayeringRule, AcceptsArrowsThatPointTheRightWay) {
  EXPECT_EQ(complaint_about("agents/work.cpp", "agents/settle.hpp"), "");
  EXPECT_EQ(complaint_about("world/month.cpp", "agents/work.hpp"), "");
  EXPECT_EQ(complaint_about("world/observers/panel.cpp", "world/world.hpp"), "");
  EXPECT_EQ(complaint_about("experiments/run.cpp", "world/observers/panel.hpp"), "");
  EXPECT_EQ(complaint_about("experiments/run.cpp", "experiments/version.hpp"), "");
  EXPECT_EQ(complaint_about("experiments/report.cpp", "render/figures.hpp"), "");
  EXPECT_EQ(complaint_about("render/session.cpp", "world/month.hpp"), "");
  EXPECT_EQ(complaint_about("render/figures/map.cpp", "world/observers/phrases.hpp"), "");
  EXPECT_EQ(complaint_about("agents/work.cpp", "vector", false), "");
}

TEST(LayeringRule, KeepsRulesApartAndMarketsApart) {
  EXPECT_NE(complaint_about("agents/work.cpp", "agents/migration.hpp"), "");
  EXPECT_NE(complaint_about("agents/migration_choice.cpp", "agents/registration.hpp"), "");
  EXPECT_NE(complaint_about("world/housing.cpp", "world/labour.hpp"), "");
  EXPECT_EQ(complaint_about("agents/work.cpp", "agents/work.hpp"), "");
  EXPECT_EQ(complaint_about("agents/work.cpp", "agents/schooling_parameters.hpp"), "");
  EXPECT_EQ(complaint_about("world/housing.cpp", "world/labour_parameters.hpp"), "");
  EXPECT_EQ(complaint_about("world/month.cpp", "world/labour.hpp"), "");
}

TEST(LayeringRule, KeepsThirdPartiesInTheirFiles) {
  EXPECT_EQ(complaint_about("agents/parallel_tbb.hpp", "tbb/parallel_for.h", false), "");
  EXPECT_NE(complaint_about("agents/parallel.hpp", "tbb/parallel_for.h", false), "");
  EXPECT_NE(complaint_about("agents/work.cpp", "tbb/parallel_for.h", false), "");
  EXPECT_EQ(complaint_about("world/toml.hpp", "toml++/toml.h", false), "");
  EXPECT_NE(complaint_about("world/country.cpp", "toml++/toml.h", false), "");
  EXPECT_EQ(complaint_about("world/table.cpp", "csv.h", false), "");
  EXPECT_NE(complaint_about("experiments/run.cpp", "csv.h", false), "");
  EXPECT_NE(complaint_about("world/scenario.cpp", "boost/program_options.hpp", false), "");
  EXPECT_NE(complaint_about("agents/work.cpp", "gtest/gtest.h", false), "");
  EXPECT_NE(complaint_about("render/figures.cpp", "SFML/Graphics.hpp", false), "");
  EXPECT_NE(complaint_about("world/month.cpp", "Eigen/Dense", false), "");
}

TEST(LayeringRule, WantsIncludesWrittenFromTheRoot) {
  EXPECT_NE(complaint_about("world/month.cpp", "labour.hpp"), "");
  EXPECT_NE(complaint_about("world/month.cpp", "../agents/work.hpp"), "");
}

}  // namespace
