#include "experiments/branch_changes.hpp"

#include <map>
#include <string>
#include <type_traits>

#include "world/errors.hpp"

namespace experiments {
namespace {

using world::InputError;

std::map<std::string, double> parameters_of(const world::Scenario& scenario) {
  std::map<std::string, double> values;
  world::visit_parameters(scenario.parameters, [&](const std::string& group, double value, const auto& info) {
    values[group + "." + info.name] = value;
  });
  return values;
}

[[noreturn]] void refuse(const world::Scenario& branch, const std::string& path, const std::string& why) {
  throw InputError(world::stated_at(branch, path) + "; a branch cannot change it: " + why);
}

void check_settings(const world::Scenario& parent, const world::Scenario& branch) {
  if (branch.start != parent.start) refuse(branch, "start", "its past is that of its parent");
  if (branch.scale.agents != parent.scale.agents || branch.scale.people != parent.scale.people) {
    refuse(branch, "scale", "its citizens are those of its parent");
  }
  const auto before = parameters_of(parent);
  for (const auto& [path, value] : parameters_of(branch)) {
    if (value == before.at(path)) continue;
    if (path.starts_with("synthesis.")) refuse(branch, path, "it belongs to the population of the start");
    if (path.starts_with("accounts.")) refuse(branch, path, "what was spent so far is accounted for by the old one");
    if (path == "housing.completion_months" || path == "infrastructure.planning_lag_months") {
      refuse(branch, path, "what is being built was begun by the old one");
    }
  }
}

template <class Value>
void check_month(const world::Scenario&, const std::string&, const Value&, agents::Month) {}
void check_month(const world::Scenario& branch, const std::string& path, const agents::Month& month,
                 agents::Month branched) {
  if (month > branched) return;
  throw InputError(world::stated_at(branch, path) + "; allowed " + world::month_text(branched + 1) +
                   " or later, after the branch");
}

/// Lists of one kind of policy in the parent's order, to tell which are new.
std::map<std::string, std::size_t> n_policies_of(const world::Scenario& scenario) {
  std::map<std::string, std::size_t> counts;
  world::visit_policies(scenario.policies,
                        [&](const auto& list) { counts[std::remove_cvref_t<decltype(list[0])>::kind] = list.size(); });
  return counts;
}

void check_new_policies(const world::Scenario& parent, const world::Scenario& branch, agents::Month branched) {
  const auto old = n_policies_of(parent);
  world::visit_policies(branch.policies, [&](const auto& list) {
    using Policy = std::remove_cvref_t<decltype(list[0])>;
    for (std::size_t i = old.at(Policy::kind); i < list.size(); ++i) {
      const std::string prefix = std::string(Policy::kind) + "[" + std::to_string(i) + "].";
      Policy::visit(list[i], [&](const auto& value, const world::PolicyField& field) {
        check_month(branch, prefix + field.name, value, branched);
      });
    }
  });
}

}  // namespace

void check_branch(const world::Scenario& parent, const world::Scenario& branch, const world::Country& country,
                  agents::Month branched) {
  check_settings(parent, branch);
  world::check_against(branch, country);
  check_new_policies(parent, branch, branched);
  if (branch.start + branch.n_months - 1 > branched) return;
  throw InputError("branch: nothing is left to simulate after " + world::month_text(branched) + ", with " +
                   std::to_string(branch.n_months) + " months from " + world::month_text(branch.start) +
                   " on; allow more: --months N");
}

}  // namespace experiments
