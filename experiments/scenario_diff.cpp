// The resolved text of a scenario is the whole scenario, so two texts tell all
// that differs, also of policies this file has never heard of.
#include "experiments/scenario_diff.hpp"

#include <algorithm>
#include <sstream>
#include <string_view>

#include "experiments/inputs.hpp"
#include "experiments/output_file.hpp"
#include "world/errors.hpp"

namespace experiments {
namespace {

using world::observers::PolicyPlace;

struct Value {
  std::string key, text;
};

/// The values outside policies, and each policy.
struct Parts {
  std::vector<Value> settings;  // "migration.wage_weight"
  struct Policy {
    std::string kind;
    std::vector<Value> fields;
    [[nodiscard]] std::string field(std::string_view key) const {
      for (const Value& value : fields) {
        if (value.key != key) continue;
        const bool is_quoted = value.text.size() >= 2 && value.text.front() == '"';
        return is_quoted ? value.text.substr(1, value.text.size() - 2) : value.text;
      }
      return "";
    }
    /// "growth_centre: name = "a", region = "KZ-35", …".
    [[nodiscard]] std::string text() const {
      std::string all = kind + ":";
      for (const Value& value : fields) all += (&value == &fields.front() ? " " : ", ") + value.key + " = " + value.text;
      return all;
    }
  };
  std::vector<Policy> policies;
};

Parts parts_of(const world::Scenario& scenario) {
  Parts parts;
  std::istringstream lines(world::resolved_toml(scenario, "country"));
  std::string group;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("[[")) {
      parts.policies.push_back({.kind = line.substr(2, line.find("]]") - 2), .fields = {}});
    } else if (line.starts_with("[")) {
      group = line.substr(1, line.find(']') - 1) + ".";
    }
    const std::size_t sign = line.find(" = ");
    if (line.starts_with("[") || sign == std::string::npos) continue;
    const Value value{.key = line.substr(0, sign), .text = line.substr(sign + 3)};
    if (parts.policies.empty()) {
      parts.settings.push_back({.key = group + value.key, .text = value.text});
    } else {
      parts.policies.back().fields.push_back(value);
    }
  }
  return parts;
}

bool is_a_label(const std::string& key) {
  return key == "name" || key == "title" || key == "title_kk" || key == "title_ru";
}

/// Policies of `mine` that are not, with every field, among those of `other`.
std::vector<Parts::Policy> only_in(const Parts& mine, const Parts& other) {
  std::vector<Parts::Policy> found;
  for (const Parts::Policy& policy : mine.policies) {
    const bool is_common = std::any_of(other.policies.begin(), other.policies.end(),
                                       [&](const Parts::Policy& theirs) { return theirs.text() == policy.text(); });
    if (!is_common) found.push_back(policy);
  }
  return found;
}

void add_policies(ScenarioDifference& difference, const std::vector<Parts::Policy>& policies, bool is_in_b,
                  const world::Country& country) {
  for (const Parts::Policy& policy : policies) {
    difference.settings.push_back(std::string(is_in_b ? "B: " : "A: ") + policy.text());
    const agents::Month start = world::parse_month(policy.field("start"), policy.kind + ": start");
    if (difference.policies_start == 0 || start < difference.policies_start) difference.policies_start = start;
    const int region = country.region_of(policy.field("region"));
    if (region < 0) continue;
    const std::string centre = policy.field("centre");
    const world::CentreFacts* facts = country.centre_of(centre);
    difference.places.push_back({.policy = policy.field("name"),
                                 .centre = centre,
                                 .centre_kk = facts == nullptr ? centre : facts->name_kk,
                                 .centre_ru = facts == nullptr ? centre : facts->name_ru,
                                 .region = region,
                                 .is_in_b = is_in_b});
  }
}

}  // namespace

ScenarioDifference difference_of(const world::Scenario& a, const world::Scenario& b, const world::Country& country) {
  const Parts parts_a = parts_of(a);
  const Parts parts_b = parts_of(b);
  ScenarioDifference difference;
  for (const Value& value : parts_a.settings) {
    const auto same_key = [&](const Value& other) { return other.key == value.key; };
    const auto other = std::find_if(parts_b.settings.begin(), parts_b.settings.end(), same_key);
    if (is_a_label(value.key) || other == parts_b.settings.end() || other->text == value.text) continue;
    difference.settings.push_back(value.key + ": " + value.text + " | " + other->text);
  }
  add_policies(difference, only_in(parts_a, parts_b), false, country);
  add_policies(difference, only_in(parts_b, parts_a), true, country);
  return difference;
}

void refuse_unlike(const world::Scenario& a, const world::Scenario& b) {
  const auto refuse = [](const std::string& what, const std::string& in_a, const std::string& in_b,
                         const std::string& advice) {
    throw world::InputError("compare: " + what + " is " + in_a + " in A and " + in_b + " in B; allowed the same in both; " +
                            advice);
  };
  const auto scale = [](const world::Scenario& scenario) {
    return std::to_string(scenario.scale.agents) + ":" + std::to_string(scenario.scale.people);
  };
  const auto own_tables = [](const world::Scenario& scenario) {
    std::string text;
    for (const world::Overlay& own : scenario.country.overlays) {
      text += (text.empty() ? "" : ", ") + own.table + "=" + own.file.string();
    }
    return text.empty() ? std::string("none") : text;
  };
  // The same bytes under another name are the same: a scenario may come from a run folder.
  const auto is_same = [](const world::Overlay& one, const world::Overlay& other) {
    return one.table == other.table && (one.file == other.file || read_whole(one.file) == read_whole(other.file));
  };
  if (a.country.folder != b.country.folder && !hold_the_same_tables(a.country.folder, b.country.folder)) {
    refuse("the country", a.country.folder.string(), b.country.folder.string(), "compare within one country");
  }
  if (!std::equal(a.country.overlays.begin(), a.country.overlays.end(), b.country.overlays.begin(),
                  b.country.overlays.end(), is_same)) {
    refuse("the list of own tables", own_tables(a), own_tables(b), "give --table NAME=FILE, which counts for both");
  }
  if (a.start != b.start) {
    refuse("the start", world::month_text(a.start), world::month_text(b.start), "give --set start=" + world::month_text(a.start));
  }
  if (a.n_months != b.n_months) {
    refuse("the number of months", std::to_string(a.n_months), std::to_string(b.n_months),
           "give --months " + std::to_string(std::min(a.n_months, b.n_months)));
  }
  if (scale(a) != scale(b)) refuse("the scale", scale(a), scale(b), "give --scale " + scale(a));
  if (a.seed != b.seed) {
    refuse("the seed", std::to_string(a.seed), std::to_string(b.seed), "give --seed " + std::to_string(a.seed));
  }
}

}  // namespace experiments
