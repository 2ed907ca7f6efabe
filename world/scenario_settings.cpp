// Applies one stated value after another: which keys there are, what kind of
// value each wants, and within which range.
#include "world/scenario_settings.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "world/errors.hpp"
#include "world/nearest.hpp"
#include "world/numbers.hpp"

namespace world {
namespace {

constexpr double largest_seed = 9007199254740992;  // up to here TOML readers agree on every integer

[[noreturn]] void refuse_value(const Setting& setting, const std::string& allowed) {
  throw InputError(setting.where + ": '" + setting.path + "' is '" + setting.value + "'; allowed " + allowed);
}

std::string range_text(double low, double high) { return number_text(low) + " to " + number_text(high); }

double number_in(const Setting& setting, double low, double high) {
  const bool is_number = setting.written == Written::number || setting.written == Written::bare;
  const auto value = parse_number(setting.value);
  if (!is_number || !value || *value < low || *value > high) {
    refuse_value(setting, "a number from " + range_text(low, high));
  }
  return *value;
}

long long integer_in(const Setting& setting, double low, double high) {
  const bool is_number = setting.written == Written::number || setting.written == Written::bare;
  const auto value = parse_number(setting.value);
  if (!is_number || !value || *value < low || *value > high || *value != std::floor(*value)) {
    refuse_value(setting, "a whole number from " + range_text(low, high));
  }
  return static_cast<long long>(*value);
}

const std::string& text_in(const Setting& setting, const std::string& what) {
  const bool is_text = setting.written == Written::text || setting.written == Written::bare;
  if (!is_text || setting.value.empty()) refuse_value(setting, what + ", in quotes");
  return setting.value;
}

bool truth_in(const Setting& setting) {
  const bool is_truth = setting.written == Written::truth || setting.written == Written::bare;
  if (!is_truth || (setting.value != "true" && setting.value != "false")) refuse_value(setting, "true or false");
  return setting.value == "true";
}

constexpr std::array plain_keys{"name",   "title", "title_kk", "title_ru", "country",
                                "start",  "months", "seed",    "scale",    "use_drivers"};

/// A new title makes translations void that were inherited from another file.
void drop_other_translations(Scenario& scenario, const Setting& title) {
  const auto file_of = [](const std::string& origin) { return origin.substr(0, origin.rfind(':')); };
  std::erase_if(scenario.origins, [&](const Origin& origin) {
    const bool is_kk = origin.path == "title_kk";
    if ((!is_kk && origin.path != "title_ru") || file_of(origin.origin) == file_of(title.origin)) return false;
    (is_kk ? scenario.title_kk : scenario.title_ru).clear();
    return true;
  });
}

/// Sets a key outside the parameter groups; false if there is none of that name.
bool apply_plain_key(Scenario& scenario, const Setting& setting) {
  const std::string& key = setting.path;
  if (key == "name")
    scenario.name = text_in(setting, "a short name");
  else if (key == "title") {
    scenario.title = text_in(setting, "one sentence");
    drop_other_translations(scenario, setting);
  } else if (key == "title_kk")
    scenario.title_kk = text_in(setting, "one sentence in Kazakh");
  else if (key == "title_ru")
    scenario.title_ru = text_in(setting, "one sentence in Russian");
  else if (key == "country")
    scenario.country = text_in(setting, "a folder of tables");
  else if (key == "start")
    scenario.start = parse_month(text_in(setting, "a month such as 2023-01"), setting.where + ": 'start'");
  else if (key == "months")
    scenario.n_months = static_cast<int>(integer_in(setting, 1, 1200));
  else if (key == "seed")
    scenario.seed = static_cast<std::uint64_t>(integer_in(setting, 0, largest_seed));
  else if (key == "scale")
    scenario.scale = parse_scale(text_in(setting, "a scale such as 1:20"), setting.where + ": 'scale'");
  else if (key == "use_drivers")
    scenario.use_drivers = truth_in(setting);
  else
    return false;
  return true;
}

std::vector<std::string> package_keys() {
  return {"name", "region", "sector", "start", "jobs", "ramp_months", "additionality"};
}

void apply_package_field(JobPackage& package, const Setting& field) {
  if (field.path == "name") package.name = text_in(field, "a short name");
  if (field.path == "region") package.region = text_in(field, "the ISO code of a region");
  if (field.path == "sector") package.sector = text_in(field, "the name of a sector");
  if (field.path == "start") {
    package.start = parse_month(text_in(field, "a month such as 2027-01"), field.where + ": 'job_package.start'");
  }
  if (field.path == "jobs") package.jobs = number_in(field, 0, 1e7);
  if (field.path == "ramp_months") package.ramp_months = number_in(field, 1, 600);
  if (field.path == "additionality") package.additionality = number_in(field, 0, 1);
}

void set_origin(Scenario& scenario, const std::string& path, const std::string& value, const std::string& origin) {
  auto& origins = scenario.origins;
  const auto known = std::find_if(origins.begin(), origins.end(), [&](const Origin& o) { return o.path == path; });
  Origin& target = known == origins.end() ? origins.emplace_back() : *known;
  target = Origin{.path = path, .value = value, .origin = origin};
}

/// Edits to the whole path; or to its last word, for a key whose group was left
/// out; or to the name of a group, for a table of a wrong name.
std::string nearest_path(const std::string& path) {
  std::string best;
  int fewest = std::numeric_limits<int>::max();
  const auto consider = [&](const std::string& candidate, int edits) {
    if (edits >= fewest) return;
    fewest = edits;
    best = candidate;
  };
  for (const std::string& known : known_paths()) {
    const std::size_t dot = known.find('.');
    consider(known, edit_distance(path, known));
    if (dot == std::string::npos) continue;
    consider(known, 1 + edit_distance(path, known.substr(dot + 1)));
    consider(known.substr(0, dot), 1 + edit_distance(path, known.substr(0, dot)));
  }
  return best;
}

}  // namespace

std::vector<std::string> known_paths() {
  std::vector<std::string> paths;
  for (const char* key : plain_keys) paths.emplace_back(key);
  paths.emplace_back("extends");
  const Parameters defaults;
  visit_parameters(defaults, [&](const char* group, const double&, const agents::ParameterInfo& info) {
    paths.push_back(std::string(group) + "." + info.name);
  });
  return paths;
}

void refuse_key(const Setting& setting) {
  throw InputError(setting.where + ": unknown key '" + setting.path + "'; did you mean '" + nearest_path(setting.path) +
                   "'?");
}

void apply_setting(Scenario& scenario, const Setting& setting) {
  if (setting.path == "extends") {
    throw InputError(setting.where + ": 'extends' is '" + setting.value + "'; allowed only inside a scenario file");
  }
  bool is_applied = apply_plain_key(scenario, setting);
  visit_parameters(scenario.parameters, [&](const char* group, double& value, const agents::ParameterInfo& info) {
    if (setting.path != std::string(group) + "." + info.name) return;
    value = number_in(setting, info.low, info.high);
    is_applied = true;
  });
  if (!is_applied) refuse_key(setting);
  set_origin(scenario, setting.path, setting.value, setting.origin);
}

void apply_job_package(Scenario& scenario, const std::vector<Setting>& fields, const std::string& where) {
  const std::string prefix = "job_package[" + std::to_string(scenario.job_packages.size()) + "].";
  JobPackage package;
  for (const Setting& field : fields) {
    const auto keys = package_keys();
    if (std::find(keys.begin(), keys.end(), field.path) == keys.end()) {
      throw InputError(field.where + ": unknown key 'job_package." + field.path + "'; did you mean 'job_package." +
                       nearest(field.path, keys) + "'?");
    }
    apply_package_field(package, field);
    set_origin(scenario, prefix + field.path, field.value, field.origin);
  }
  for (const char* required : {"name", "region", "sector", "start", "jobs"}) {
    if (std::any_of(fields.begin(), fields.end(), [&](const Setting& f) { return f.path == required; })) continue;
    throw InputError(where + ": key 'job_package." + required + "' is missing; add it to the package");
  }
  for (const JobPackage& other : scenario.job_packages) {
    if (other.name == package.name) {
      throw InputError(where + ": 'job_package.name' is '" + package.name + "', as in another package; allowed once");
    }
  }
  const JobPackage defaults;
  const auto add_default = [&](const char* key, double value) {
    const bool is_stated = std::any_of(fields.begin(), fields.end(), [&](const Setting& f) { return f.path == key; });
    if (!is_stated) set_origin(scenario, prefix + key, number_text(value), "default");
  };
  add_default("ramp_months", defaults.ramp_months);
  add_default("additionality", defaults.additionality);
  scenario.job_packages.push_back(std::move(package));
}

void list_defaults(Scenario& scenario) {
  set_origin(scenario, "name", scenario.name, "default");
  set_origin(scenario, "title", scenario.title, "default");
  set_origin(scenario, "seed", std::to_string(scenario.seed), "default");
  set_origin(scenario, "scale", "1:1", "default");
  set_origin(scenario, "use_drivers", scenario.use_drivers ? "true" : "false", "default");
  visit_parameters(scenario.parameters, [&](const char* group, const double& value, const agents::ParameterInfo& info) {
    set_origin(scenario, std::string(group) + "." + info.name, number_text(value), "default");
  });
}

}  // namespace world
