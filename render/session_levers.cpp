#include "render/session_levers.hpp"

#include <algorithm>
#include <type_traits>

#include "world/anchors.hpp"
#include "world/errors.hpp"
#include "world/nearest.hpp"
#include "world/numbers.hpp"
#include "world/scenario_settings.hpp"

namespace viewer {
namespace {

using world::FieldKind;
using world::InputError;

std::vector<std::string> names_of(const std::vector<PolicyText>& policies) {
  std::vector<std::string> names;
  for (const PolicyText& policy : policies) names.push_back(policy.name());
  return names;
}

std::vector<world::Setting> settings_of(const PolicyText& policy, const std::string& where) {
  std::vector<world::Setting> settings;
  for (const auto& [field, value] : policy.fields) {
    settings.push_back(
        {.path = field, .value = value, .written = world::Written::bare, .where = where, .origin = where});
  }
  return settings;
}

bool is_of_a_policy(const world::Origin& origin) {
  const std::size_t bracket = origin.path.find('[');
  return bracket != std::string::npos && world::is_policy_kind(origin.path.substr(0, bracket));
}

}  // namespace

std::string field_text(double value) { return world::number_text(value); }
std::string field_text(const std::string& value) { return value; }
std::string field_text(agents::Month value) { return world::month_text(value); }

std::vector<KindInfo> policy_kinds() {
  std::vector<KindInfo> kinds;
  const world::Policies none;
  world::visit_policies(
      none, [&](const auto& list) { kinds.push_back(describe_kind<std::remove_cvref_t<decltype(list[0])>>()); });
  return kinds;
}

std::vector<std::string> choices_of(FieldKind kind, const world::Country& country) {
  std::vector<std::string> choices;
  if (kind == FieldKind::region) {
    for (const world::Region& region : country.regions) choices.push_back(region.iso);
  } else if (kind == FieldKind::sector || kind == FieldKind::sector_shares) {
    for (const world::Sector& sector : country.sectors) choices.push_back(sector.name);
  } else if (kind == FieldKind::study_field) {
    choices.assign(country.field_names.begin() + 1, country.field_names.end());
  } else if (kind == FieldKind::system) {
    choices = {"heat", "water", "schools", "roads"};
  } else if (kind == FieldKind::anchor) {
    choices = world::names_of_anchors(country);
  } else if (kind == FieldKind::centre) {
    for (const world::CentreFacts& centre : country.centres) choices.push_back(centre.name);
  }
  return choices;
}

std::vector<std::string> choices_of(const FieldInfo& field, const world::Country& country) {
  if (!field.is_hinterland) return choices_of(field.kind, country);
  std::vector<std::string> hinterlands;
  for (const world::HubPair& pair : country.hub_pairs)
    hinterlands.push_back(country.regions[static_cast<std::size_t>(pair.hinterland)].iso);
  return hinterlands;
}

const std::string& PolicyText::at(const std::string& field) const {
  static const std::string none;
  const auto found =
      std::find_if(fields.begin(), fields.end(), [&](const auto& known) { return known.first == field; });
  return found == fields.end() ? none : found->second;
}

std::vector<PolicyText> texts_of(const world::Policies& policies) {
  std::vector<PolicyText> texts;
  world::visit_policies(policies, [&](const auto& list) {
    for (const auto& policy : list) {
      using Policy = std::remove_cvref_t<decltype(policy)>;
      PolicyText& text = texts.emplace_back(PolicyText{.kind = Policy::kind, .fields = {}});
      Policy::visit(policy, [&](const auto& value, const world::PolicyField& field) {
        text.fields.emplace_back(field.name, field_text(value));
      });
    }
  });
  return texts;
}

world::Scenario with_policies(const world::Scenario& base, const world::Country& country,
                              const std::vector<PolicyText>& policies) {
  world::Scenario scenario = base;
  scenario.policies = {};
  std::erase_if(scenario.origins, is_of_a_policy);
  for (const PolicyText& policy : policies) {
    if (!world::is_policy_kind(policy.kind)) {
      std::vector<std::string> kinds;
      for (const KindInfo& kind : policy_kinds()) kinds.push_back(kind.kind);
      throw InputError("no kind of policy is named '" + policy.kind + "'" + world::did_you_mean(policy.kind, kinds));
    }
    const std::string where = "lever '" + policy.name() + "'";
    world::apply_policy(scenario, policy.kind, settings_of(policy, where), where);
  }
  world::check_policies(scenario, country);
  return scenario;
}

Levers::Levers(world::Scenario base, const world::Country& country) : country_(country) {
  std::vector<PolicyText> policies = texts_of(base.policies);
  states_.push_back({.policies = std::move(policies), .scenario = std::move(base)});
}

void Levers::add(const std::string& kind, Fields fields) {
  const bool has_name =
      std::any_of(fields.begin(), fields.end(), [](const auto& field) { return field.first == "name"; });
  if (!has_name) fields.emplace_back("name", free_name(kind));
  std::vector<PolicyText> wanted = policies();
  wanted.push_back({.kind = kind, .fields = std::move(fields)});
  accept(wanted);
}

void Levers::change(const std::string& policy, const Fields& fields) {
  std::vector<PolicyText> wanted = policies();
  PolicyText& changed = wanted[index_of(policy)];
  for (const auto& [name, value] : fields) {
    const auto known = std::find_if(changed.fields.begin(), changed.fields.end(),
                                    [&, field = name](const auto& other) { return other.first == field; });
    if (known == changed.fields.end()) {
      changed.fields.emplace_back(name, value);  // refused with the nearest name
    } else {
      known->second = value;
    }
  }
  accept(wanted);
}

void Levers::remove(const std::string& policy) {
  std::vector<PolicyText> wanted = policies();
  wanted.erase(wanted.begin() + static_cast<std::ptrdiff_t>(index_of(policy)));
  accept(wanted);
}

void Levers::reset() { accept(states_.front().policies); }

bool Levers::undo() {
  if (!can_undo()) return false;
  --now_;
  return true;
}

bool Levers::redo() {
  if (!can_redo()) return false;
  ++now_;
  return true;
}

bool Levers::is_changed(const std::string& policy) const {
  const auto& original = states_.front().policies;
  return std::find(original.begin(), original.end(), policies()[index_of(policy)]) == original.end();
}

std::string Levers::free_name(const std::string& kind) const {
  const std::vector<std::string> taken = names_of(policies());
  for (int number = 1;; ++number) {
    const std::string name = kind + " " + std::to_string(number);
    if (std::find(taken.begin(), taken.end(), name) == taken.end()) return name;
  }
}

void Levers::accept(const std::vector<PolicyText>& policies) {
  world::Scenario scenario = with_policies(base(), country_, policies);
  std::vector<PolicyText> accepted = texts_of(scenario.policies);
  if (accepted == this->policies()) return;
  states_.resize(now_ + 1);
  states_.push_back({.policies = std::move(accepted), .scenario = std::move(scenario)});
  ++now_;
}

std::size_t Levers::index_of(const std::string& policy) const {
  const auto& all = policies();
  const auto found = std::find_if(all.begin(), all.end(), [&](const PolicyText& p) { return p.name() == policy; });
  if (found == all.end())
    throw InputError("no lever is named '" + policy + "'" + world::did_you_mean(policy, names_of(all)));
  return static_cast<std::size_t>(found - all.begin());
}

}  // namespace viewer
