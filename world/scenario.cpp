// Reads scenarios from TOML: the chain of files by `extends`, from the eldest to
// the file asked for, each overriding the ones before; then --set.
#include "world/scenario.hpp"

#include <algorithm>
#include <fstream>

#include "world/calibration_file.hpp"
#include "world/errors.hpp"
#include "world/numbers.hpp"
#include "world/scenario_settings.hpp"
#include "world/toml.hpp"

namespace world {
namespace {

namespace fs = std::filesystem;

/// What one file states, in its order.
struct ScenarioFile {
  fs::path path;
  std::string extends;        // empty if it extends nothing
  std::string extends_where;  // "a.toml:1"
  std::vector<Setting> settings;
  struct PolicyText {
    std::string kind;
    std::vector<Setting> fields;
    std::string place;        // "a.toml:12"
  };
  std::vector<PolicyText> policies;
};

// What is larger, or has more points on a line, is no scenario. Each point of a dotted key is a call
// of the TOML reader inside another, so that enough of them overflow the stack.
constexpr std::uintmax_t largest_file_bytes = std::uintmax_t{1} << 20U;
constexpr int most_points_of_a_line = 200;

// Names that the system refuses, such as one of a thousand letters, are no files.
bool is_file(const fs::path& path) {
  std::error_code refused;
  return fs::is_regular_file(path, refused);
}
bool is_folder(const fs::path& path) {
  std::error_code refused;
  return fs::is_directory(path, refused);
}
fs::path canonical_of(const fs::path& path) {
  std::error_code refused;
  const fs::path canonical = fs::weakly_canonical(path, refused);
  return refused ? path : canonical;
}

std::string at_line(const std::string& file, const toml::node& node) {
  return file + ":" + std::to_string(node.source().begin.line);
}

Setting setting_of(const fs::path& file, const std::string& path, const toml::node& node) {
  Setting setting{.path = path,
                  .value = "",
                  .written = Written::other,
                  .where = at_line(file.string(), node),
                  .origin = at_line(file.filename().string(), node)};
  if (const auto* text = node.as_string()) {
    setting.value = text->get();
    setting.written = Written::text;
  } else if (const auto* integer = node.as_integer()) {
    setting.value = std::to_string(integer->get());
    setting.written = Written::number;
  } else if (const auto* real = node.as_floating_point()) {
    setting.value = number_text(real->get());
    setting.written = Written::number;
  } else if (const auto* truth = node.as_boolean()) {
    setting.value = truth->get() ? "true" : "false";
    setting.written = Written::truth;
  } else {
    setting.value = node.is_array() ? "a list" : node.is_table() ? "a table" : "a date or time";
  }
  return setting;
}

/// The entries of a table in the order of the file (toml++ sorts them by name).
std::vector<std::pair<std::string, const toml::node*>> entries_of(const toml::table& table) {
  std::vector<std::pair<std::string, const toml::node*>> entries;
  for (const auto& [key, node] : table) entries.emplace_back(std::string(key.str()), &node);
  std::stable_sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) {
    const auto& first = a.second->source().begin;
    const auto& second = b.second->source().begin;
    return std::pair(first.line, first.column) < std::pair(second.line, second.column);
  });
  return entries;
}

void take_policies(ScenarioFile& file, const std::string& kind, const toml::node& node) {
  const auto* policies = node.as_array();
  const bool is_right = policies != nullptr && std::all_of(policies->begin(), policies->end(),
                                                           [](const toml::node& n) { return n.is_table(); });
  if (!is_right) {
    throw InputError(at_line(file.path.string(), node) + ": '" + kind +
                     "' is one value; allowed are tables headed [[" + kind + "]]");
  }
  for (const toml::node& policy : *policies) {
    ScenarioFile::PolicyText text{.kind = kind, .fields = {}, .place = at_line(file.path.string(), policy)};
    for (const auto& [key, value] : entries_of(*policy.as_table())) {
      text.fields.push_back(setting_of(file.path, key, *value));
    }
    file.policies.push_back(std::move(text));
  }
}

void take_group(ScenarioFile& file, const std::string& group, const toml::node& node) {
  const auto known = known_paths();
  const bool is_known =
      std::any_of(known.begin(), known.end(), [&](const std::string& path) { return path.starts_with(group + "."); });
  const auto entries = entries_of(*node.as_table());
  // An empty group of a wrong name would otherwise pass unseen.
  if (entries.empty() && !is_known) refuse_key(setting_of(file.path, group, node));
  for (const auto& [key, value] : entries) file.settings.push_back(setting_of(file.path, group + "." + key, *value));
}

std::string text_of(const fs::path& path) {
  std::error_code refused;
  const std::uintmax_t size = fs::file_size(path, refused);
  if (!refused && size > largest_file_bytes) {
    throw InputError(path.string() + ": the file has " + std::to_string(size) + " bytes; allowed at most " +
                     std::to_string(largest_file_bytes) + "; is it a scenario?");
  }
  std::string text(refused ? 0 : static_cast<std::size_t>(size), '\0');
  std::ifstream stream(path, std::ios::binary);
  stream.read(text.data(), static_cast<std::streamsize>(text.size()));
  if (refused || !stream) throw InputError(path.string() + ": the file cannot be read; check its permissions");
  int line = 1, n_points = 0;
  for (const char c : text) {
    n_points = c == '\n' ? 0 : n_points + (c == '.' ? 1 : 0);
    line += c == '\n' ? 1 : 0;
    if (n_points <= most_points_of_a_line) continue;
    throw InputError(path.string() + ":" + std::to_string(line) + ": the line has more than " +
                     std::to_string(most_points_of_a_line) + " points; write it as several lines");
  }
  return text;
}

ScenarioFile read_file(const fs::path& path, const std::string& asked_by) {
  if (!is_file(path)) {
    throw InputError((asked_by.empty() ? "" : asked_by + ": 'extends': ") + path.string() +
                     ": no such scenario file; `qonys list` names those there are");
  }
  ScenarioFile file;
  file.path = path;
  toml::table table;
  try {
    table = toml::parse(text_of(path), path.string());
  } catch (const toml::parse_error& error) {
    std::string description(error.description());
    std::replace(description.begin(), description.end(), '\n', ' ');
    throw InputError(path.string() + ":" + std::to_string(error.source().begin.line) + ": not TOML: " + description);
  }
  for (const auto& [key, node] : entries_of(table)) {
    if (is_policy_kind(key)) {
      take_policies(file, key, *node);
    } else if (node->is_table()) {
      take_group(file, key, *node);
    } else if (key == "extends") {
      const Setting setting = setting_of(path, key, *node);
      if (setting.written != Written::text || setting.value.empty() || setting.value.find('\0') != std::string::npos) {
        throw InputError(setting.where + ": 'extends' is '" + setting.value + "'; allowed a file, in quotes");
      }
      file.extends = setting.value;
      file.extends_where = setting.where;
    } else {
      file.settings.push_back(setting_of(path, key, *node));
    }
  }
  return file;
}

/// The files from the eldest parent to `path`. Errors: a circle, with all its files.
std::vector<ScenarioFile> read_chain(const fs::path& path) {
  std::vector<ScenarioFile> chain{read_file(path, "")};
  std::vector<fs::path> visited{canonical_of(path)};
  while (!chain.back().extends.empty()) {
    const ScenarioFile& child = chain.back();
    const fs::path parent = (child.path.parent_path() / child.extends).lexically_normal();
    const fs::path canonical = canonical_of(parent);
    const bool is_circle = std::find(visited.begin(), visited.end(), canonical) != visited.end();
    if (is_circle) {
      std::string circle;
      for (const fs::path& file : visited) circle += file.filename().string() + " → ";
      throw InputError(child.extends_where + ": 'extends' goes in a circle: " + circle + canonical.filename().string() +
                       "; remove one of them");
    }
    visited.push_back(canonical);
    ScenarioFile next = read_file(parent, child.extends_where);
    chain.push_back(std::move(next));
  }
  std::reverse(chain.begin(), chain.end());
  return chain;
}

/// The folder of tables as an absolute path: beside the scenario, or in the
/// assets root above its folder.
fs::path find_country(const std::string& stated, const fs::path& scenario_file, const std::string& where) {
  const fs::path folder = fs::absolute(scenario_file).parent_path();
  for (const fs::path& candidate : {folder / stated, folder.parent_path() / stated}) {
    if (is_folder(candidate)) return canonical_of(candidate);
  }
  throw InputError(where + ": 'country' is '" + stated + "'; allowed a folder of tables in " + folder.string() +
                   " or " + folder.parent_path().string() + "; none has that name");
}

/// Files of tables are beside the scenario that names them; those of the command
/// line are where the user stands.
void find_own_table(Scenario& scenario, const Setting& setting, const fs::path& folder) {
  for (Overlay& overlay : scenario.country.overlays) {
    if (overlay.where != setting.where || overlay.file != setting.value) continue;
    overlay.file = fs::absolute(folder / setting.value).lexically_normal();
    if (is_file(overlay.file)) continue;
    throw InputError(setting.where + ": '" + setting.path + "' is '" + setting.value + "'; no such file: " +
                     overlay.file.string());
  }
}

void apply(Scenario& scenario, const Setting& setting, const fs::path& file) {
  apply_setting(scenario, setting);
  if (setting.path == "country") scenario.country.folder = find_country(setting.value, file, setting.where);
  if (!setting.path.starts_with(own_tables_prefix)) return;
  find_own_table(scenario, setting, setting.written == Written::bare ? fs::path() : file.parent_path());
}

// Values found from the country's flows replace the defaults, and nothing that a file states.
void take_calibration(Scenario& scenario) {
  if (scenario.country.folder.empty()) return;
  for (const Setting& setting : calibrated_settings(scenario.country.folder)) {
    const auto known = std::find_if(scenario.origins.begin(), scenario.origins.end(),
                                    [&](const Origin& origin) { return origin.path == setting.path; });
    if (known == scenario.origins.end() || known->origin == "default") apply_setting(scenario, setting);
  }
}

void require_keys(const Scenario& scenario) {
  const auto require = [&](const char* key, const char* example) {
    const auto& origins = scenario.origins;
    if (std::any_of(origins.begin(), origins.end(), [&](const Origin& origin) { return origin.path == key; })) return;
    throw InputError(scenario.file.string() + ": key '" + key + "' is missing; write for example " + example);
  };
  require("country", "country = \"kazakhstan\"");
  require("start", "start = \"2023-01\"");
  require("months", "months = 12");
}

}  // namespace

Scenario load_scenario(const fs::path& file, const std::vector<std::pair<std::string, std::string>>& sets) {
  const std::vector<ScenarioFile> chain = read_chain(file);
  Scenario scenario;
  scenario.file = file;
  scenario.name = file.stem().string();
  list_defaults(scenario);
  for (const ScenarioFile& link : chain) {
    scenario.files.push_back(link.path);
    for (const Setting& setting : link.settings) apply(scenario, setting, link.path);
    for (const auto& policy : link.policies) apply_policy(scenario, policy.kind, policy.fields, policy.place);
  }
  for (const auto& [path, value] : sets) {
    const char* option = path.starts_with(own_tables_prefix) ? "--table" : "--set";
    apply(scenario, {.path = path, .value = value, .written = Written::bare, .where = option, .origin = option}, file);
  }
  take_calibration(scenario);
  require_keys(scenario);
  return scenario;
}

void add_policies(Scenario& scenario, const fs::path& file) {
  const ScenarioFile read = read_file(file, "");
  if (read.policies.empty()) {
    throw InputError(file.string() + ": states no policy; write for example [[job_package]], see `qonys parameters`");
  }
  for (const Setting& setting : read.settings) {
    if (!setting.path.starts_with("title") && setting.path != "name") {
      throw InputError(setting.where + ": '" + setting.path + "' is no policy; state it with --set");
    }
    if (setting.path != "name") apply_setting(scenario, setting);
  }
  for (const auto& policy : read.policies) apply_policy(scenario, policy.kind, policy.fields, policy.place);
  scenario.files.push_back(file);
}

}  // namespace world
