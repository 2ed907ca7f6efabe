// What was asked: country, start, length, scale, seed, parameters, policies.
// Read from TOML; never changed by a run.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "agents/types.hpp"
#include "world/country_source.hpp"
#include "world/parameters.hpp"
#include "world/policies.hpp"

namespace world {

struct Country;

/// The scale of a world, written agents:people: 1:20 is one agent for twenty
/// real people, 10:1 ten clones of each.
struct Scale {
  int agents = 1;
  int people = 1;
  [[nodiscard]] double factor() const { return static_cast<double>(agents) / people; }
};

/// Where a resolved value came from.
struct Origin {
  std::string path;    // "migration.distance_weight"
  std::string value;   // as text
  std::string origin;  // "default", "kazakhstan.toml:12", "--set"
};

struct Scenario {
  std::filesystem::path file;
  std::string name;
  std::string title;                  // one sentence for lists
  std::string title_kk, title_ru;     // the same for reports in Kazakh and Russian, or empty
  CountrySource country;              // folder of tables and what is laid over them
  agents::Month start = 0;            // the first simulated month
  int n_months = 0;
  Scale scale;
  std::uint64_t seed = 1;
  bool use_drivers = true;            // national drivers of later years, if the country has any
  Parameters parameters;
  Policies policies;

  std::vector<Origin> origins;                 // every resolved value
  std::vector<std::filesystem::path> files;    // the chain of `extends`, this file last
};

/// Reads a scenario, follows `extends`, applies `sets` (path → value text) last.
/// Errors: InputError naming file:line or --set, key, value, range, nearest known key.
[[nodiscard]] Scenario load_scenario(const std::filesystem::path& file,
                                     const std::vector<std::pair<std::string, std::string>>& sets = {});

/// Appends the policies of a scenario file to `scenario`, and takes its titles if it has any; what the file
/// extends is not read. Errors: InputError, also for a file that states other settings or no policy.
void add_policies(Scenario& scenario, const std::filesystem::path& file);

/// The whole scenario as one TOML text that loads to the same values; its
/// country is written as `country_folder`, tables of the user's own as
/// tables/NAME.csv beside it.
[[nodiscard]] std::string resolved_toml(const Scenario& scenario, const std::string& country_folder);

/// "1:20" → {1, 20}. Errors: InputError naming `where`.
[[nodiscard]] Scale parse_scale(const std::string& text, const std::string& where);

/// "2023-01" → month. Errors: InputError naming `where`.
[[nodiscard]] agents::Month parse_month(const std::string& text, const std::string& where);
[[nodiscard]] std::string month_text(agents::Month month);

/// "a.toml:12: 'start' is '2019-01'": where a value was stated, for messages.
[[nodiscard]] std::string stated_at(const Scenario& scenario, const std::string& path);

/// The part of `check_against` that looks at policies.
void check_policies(const Scenario& scenario, const Country& country);
/// Shares by sector of "construction:0.4, education:0.6", [sector]. `where` is
/// for messages. Errors: unknown sector, no number, shares that do not sum to 1.
[[nodiscard]] std::vector<double> sector_shares(const std::string& text, const Country& country, const std::string& where);

/// Does the scenario fit its country? Errors: InputError for a start before the
/// date of the tables; for policies with an unknown region, sector or centre
/// (nearest known), a month before the scenario's start, or parts that
/// contradict each other.
void check_against(const Scenario& scenario, const Country& country);

}  // namespace world
