// Applies one stated value after another: which keys there are, what kind of
// value each wants, and within which range.
#include "world/scenario_settings.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <type_traits>

#include "world/errors.hpp"
#include "world/nearest.hpp"
#include "world/numbers.hpp"
#include "world/table_keys.hpp"

namespace world {
namespace {

constexpr std::size_t most_policies = 1000;     // each is compared with all others
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
  return *value == 0 ? 0 : *value;  // minus zero would be written as "-0", which TOML reads as the integer 0
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
  // The system would end the name of a file there.
  if (setting.value.find('\0') != std::string::npos) refuse_value(setting, what + " without the character of number 0");
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
    scenario.country.folder = text_in(setting, "a folder of tables");
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

/// Sets a table of the user's own; false if the key is none of [tables].
bool apply_own_table(Scenario& scenario, const Setting& setting) {
  if (!setting.path.starts_with(own_tables_prefix)) return false;
  const TableInfo* info = table_info(std::string_view(setting.path).substr(own_tables_prefix.size()));
  if (info == nullptr) {
    throw InputError(setting.where + ": no table '" + setting.path.substr(own_tables_prefix.size()) +
                     "' is read by the model" + did_you_mean(setting.path.substr(own_tables_prefix.size()), table_names()) +
                     " docs/data.md lists them");
  }
  const Overlay stated{.table = std::string(info->name), .file = text_in(setting, "a CSV file"), .where = setting.where};
  auto& overlays = scenario.country.overlays;
  const auto known = std::find_if(overlays.begin(), overlays.end(), [&](const Overlay& o) { return o.table == info->name; });
  (known == overlays.end() ? overlays.emplace_back() : *known) = stated;
  // The order of the declaration, so that a resolved scenario does not depend on who stated what first.
  std::sort(overlays.begin(), overlays.end(),
            [](const Overlay& a, const Overlay& b) { return table_info(a.table) < table_info(b.table); });
  return true;
}

/// The nearest thing a field of a policy may hold, for messages.
std::string allowed_in(const PolicyField& field) {
  switch (field.kind) {
    case FieldKind::region: return "the ISO code of a region";
    case FieldKind::sector: return "the name of a sector";
    case FieldKind::sector_shares: return "sectors and shares such as \"construction:0.4, education:0.6\"";
    case FieldKind::system: return "heat, water, schools or roads";
    case FieldKind::study_field: return "the name of a field of study";
    case FieldKind::centre: return "the name of a growth centre";
    case FieldKind::anchor: return "the name of an anchor employer";
    default: return "a short name";
  }
}

void read_field(double& value, const Setting& setting, const PolicyField& field, const char*) {
  value = number_in(setting, field.low, field.high);
}
void read_field(std::string& value, const Setting& setting, const PolicyField& field, const char*) {
  value = text_in(setting, allowed_in(field));
}
void read_field(agents::Month& value, const Setting& setting, const PolicyField& field, const char* kind) {
  value = parse_month(text_in(setting, "a month such as 2027-01"),
                      setting.where + ": '" + kind + "." + field.name + "'");
}

std::string field_text(double value) { return number_text(value); }
std::string field_text(const std::string& value) { return value; }
std::string field_text(agents::Month value) { return month_text(value); }

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
  for (const std::string& table : table_names()) paths.push_back(std::string(own_tables_prefix) + table);
  const Parameters defaults;
  visit_parameters(defaults, [&](const char* group, const double&, const agents::ParameterInfo& info) {
    paths.push_back(std::string(group) + "." + info.name);
  });
  const Policies none;
  visit_policies(none, [&](const auto& list) { paths.emplace_back(std::remove_cvref_t<decltype(list[0])>::kind); });
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
  bool is_applied = apply_plain_key(scenario, setting) || apply_own_table(scenario, setting);
  visit_parameters(scenario.parameters, [&](const char* group, double& value, const agents::ParameterInfo& info) {
    if (setting.path != std::string(group) + "." + info.name) return;
    value = number_in(setting, info.low, info.high);
    is_applied = true;
  });
  if (!is_applied) refuse_key(setting);
  // "labour.csv" is a name of the table as good as "labour".
  const bool is_table = setting.path.starts_with(own_tables_prefix) && setting.path.ends_with(".csv");
  const std::string path = is_table ? setting.path.substr(0, setting.path.size() - 4) : setting.path;
  set_origin(scenario, path, setting.value, setting.origin);
}

namespace {

template <class Policy>
void apply_one(Scenario& scenario, std::vector<Policy>& list, const std::vector<Setting>& settings,
               const std::string& where) {
  const std::string kind = Policy::kind;
  if (scenario.policies.size() >= most_policies) {
    throw InputError(where + ": the scenario has more than " + std::to_string(most_policies) +
                     " policies; allowed at most that; put several together");
  }
  const std::string prefix = kind + "[" + std::to_string(list.size()) + "].";
  Policy policy;
  std::vector<std::string> keys;
  Policy::visit(policy, [&](auto&, const PolicyField& field) { keys.emplace_back(field.name); });
  for (const Setting& setting : settings) {
    if (std::find(keys.begin(), keys.end(), setting.path) != keys.end()) continue;
    throw InputError(setting.where + ": unknown key '" + kind + "." + setting.path + "'; did you mean '" + kind + "." +
                     nearest(setting.path, keys) + "'?");
  }
  Policy::visit(policy, [&](auto& value, const PolicyField& field) {
    const auto stated = std::find_if(settings.begin(), settings.end(),
                                     [&](const Setting& setting) { return setting.path == field.name; });
    if (stated != settings.end()) read_field(value, *stated, field, Policy::kind);
    // A new policy has no earlier origins to look for.
    scenario.origins.push_back({.path = prefix + field.name,
                                .value = stated != settings.end() ? stated->value : field_text(value),
                                .origin = stated != settings.end() ? stated->origin : "default"});
  });
  Policy::visit(policy, [&](auto&, const PolicyField& field) {
    const bool is_stated = std::any_of(settings.begin(), settings.end(),
                                       [&](const Setting& setting) { return setting.path == field.name; });
    if (!is_stated && field.is_required) {
      throw InputError(where + ": key '" + kind + "." + field.name + "' is missing; add it to the policy");
    }
  });
  visit_policies(scenario.policies, [&](const auto& others) {
    for (const auto& other : others) {
      if (other.name != policy.name) continue;
      throw InputError(where + ": '" + kind + ".name' is '" + policy.name + "', as in another policy; allowed once");
    }
  });
  list.push_back(std::move(policy));
}

}  // namespace

bool is_policy_kind(const std::string& key) {
  bool is_known = false;
  const Policies none;
  visit_policies(none, [&](const auto& list) {
    is_known = is_known || key == std::remove_cvref_t<decltype(list[0])>::kind;
  });
  return is_known;
}

void apply_policy(Scenario& scenario, const std::string& kind, const std::vector<Setting>& fields,
                  const std::string& where) {
  visit_policies(scenario.policies, [&](auto& list) {
    if (kind == std::remove_cvref_t<decltype(list[0])>::kind) apply_one(scenario, list, fields, where);
  });
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
