// One stated value of a scenario, and how it becomes part of a Scenario. Shared
// by the files that read TOML and --set; knows nothing of either.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "world/scenario.hpp"

namespace world {

/// How a value was written. From --set everything is `bare`, to be read as the
/// key wants it.
enum class Written { bare, text, number, truth, other };

/// One `key = value` as stated somewhere.
struct Setting {
  std::string path;   // "migration.distance_weight", or "jobs" inside a policy
  std::string value;  // numbers in their shortest exact form, texts without quotes
  Written written = Written::bare;
  std::string where;   // "assets/scenarios/a.toml:12" or "--set", for messages
  std::string origin;  // "a.toml:12" or "--set", for the list of origins
};

/// What keys of tables of the user's own begin with: "tables.labour".
inline constexpr std::string_view own_tables_prefix = "tables.";

/// Every key that a scenario file may hold outside policies.
[[nodiscard]] std::vector<std::string> known_paths();

/// Puts one setting into the scenario. `country` and files of
/// tables are stored as stated.
/// Errors: unknown key with the nearest known one, value of a wrong kind or out of range.
void apply_setting(Scenario& scenario, const Setting& setting);

/// Is this the name of a kind of policy, as in [[job_package]]?
[[nodiscard]] bool is_policy_kind(const std::string& key);

/// Appends one policy of a kind. Errors: as above; a key missing; a name taken.
void apply_policy(Scenario& scenario, const std::string& kind, const std::vector<Setting>& fields,
                  const std::string& where);

/// Lists every parameter at its default in `scenario.origins`.
void list_defaults(Scenario& scenario);

/// "file:12: unknown key 'x'; did you mean 'y'?".
[[noreturn]] void refuse_key(const Setting& setting);

}  // namespace world
