#include "world/observers/run_card.hpp"

#include <system_error>

#include "world/country.hpp"
#include "world/country_parts.hpp"
#include "world/errors.hpp"
#include "world/numbers.hpp"
#include "world/observers/fingerprint.hpp"
#include "world/observers/key_lines.hpp"
#include "world/observers/text.hpp"
#include "world/scenario.hpp"

namespace world::observers {
namespace {

namespace fs = std::filesystem;

fs::path manifest_in(const fs::path& folder) { return folder / "manifest.toml"; }

/// Calls see(key, field) for every field that the manifest has too.
template <class See>
void visit_fields(RunCard& card, std::string& start, See&& see) {
  see("status", card.status);
  see("started", card.started);
  see("error", card.error);
  see("version", card.version);
  see("sources", card.sources);
  see("scenario", card.scenario);
  see("title", card.title);
  see("seed", card.seed);
  see("scale", card.scale);
  see("people_per_agent", card.people_per_agent);
  see("start", start);
  see("months", card.months);
  see("months_done", card.months_done);
  see("branched_from", card.branched_from);
  see("branched_at", card.branched_at);
  see("last_month", card.last_month);
  see("last_state_hash", card.last_state_hash);
}

bool take(std::string& field, const std::string& value) {
  if (!value.starts_with('"')) return false;
  field = unquoted(value);
  return true;
}

bool take(double& field, const std::string& value) {
  const auto number = parse_number(without_comment(value));
  if (!number || *number <= 0) return false;
  field = *number;
  return true;
}

template <class Integer>
bool take(Integer& field, const std::string& value) {
  const auto number = parse_integer(without_comment(value));
  if (!number || *number < 0) return false;
  field = static_cast<Integer>(*number);
  return true;
}

std::vector<RegionName> regions_of(const Scenario& scenario) {
  Country country;
  country.folder = scenario.country.folder;
  country.overlays = scenario.country.overlays;
  country_parts::read_regions(country);
  std::vector<RegionName> names;
  for (const Region& region : country.regions) {
    names.push_back({.iso = region.iso, .name = region.name_en, .name_kk = region.name_kk, .name_ru = region.name_ru});
  }
  return names;
}

}  // namespace

bool is_run_folder(const fs::path& folder) {
  std::error_code ignored;
  return fs::is_regular_file(manifest_in(folder), ignored);
}

RunCard read_run_card(const fs::path& folder) {
  if (!is_run_folder(folder)) throw InputError(folder.string() + ": not a run folder: it has no manifest.toml");
  RunCard card;
  card.folder = folder;
  std::string start;
  bool is_in_inputs = false;
  const fs::path manifest = manifest_in(folder);
  RunningFingerprint inputs;
  for_each_key_line(text_of_file(manifest), [&](int line, const std::string& key, const std::string& value) {
    if (key == "xxh3" || key == "scenario_xxh3" || key == "sources") inputs.add(value);
    is_in_inputs = is_in_inputs || value.empty();
    if (is_in_inputs) return;
    visit_fields(card, start, [&](const char* name, auto& field) {
      if (key != name || take(field, value)) return;
      throw InputError(manifest.string() + ":" + std::to_string(line) + ": '" + key + "' is '" + value +
                       "'; allowed what the run wrote there");
    });
  });
  card.id = hash_text(inputs.value()).substr(0, 8);
  card.start = parse_month(start, manifest.string() + ": 'start'");
  const Scenario scenario = load_scenario(folder / "inputs" / "scenario.toml");
  card.title_kk = scenario.title_kk;
  card.title_ru = scenario.title_ru;
  card.regions = regions_of(scenario);
  return card;
}

History read_history(const RunCard& card) { return read_history(card.folder, card.regions, card.people_per_agent); }

}  // namespace world::observers
