// The levers of a session: the policies of its scenario as texts that can be
// edited, undone and done again. What kinds and fields there are comes from the
// one declaration in world/policies.hpp; what may be in them from the checks of
// a scenario. Knows nothing of time: what has begun is in session_past.hpp.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "world/country.hpp"
#include "world/policies.hpp"
#include "world/scenario.hpp"

namespace viewer {

/// One field of a kind of policy, as the drawer shows it.
struct FieldInfo {
  std::string name;
  world::FieldKind kind = world::FieldKind::text;
  std::string unit;          // of a number
  double low = 0, high = 0;  // of a number, both ends included
  bool is_required = false;
  bool is_hinterland = false;  // a region, and one that a hub draws commuters from
  std::string sentence;
  std::string default_value;  // as text; empty for a required field
};

/// A kind of policy with its fields, in the order declared.
struct KindInfo {
  std::string kind;  // "job_package"
  std::vector<FieldInfo> fields;
};

/// The value of a field as a scenario writes it, without quotes.
[[nodiscard]] std::string field_text(double value);
[[nodiscard]] std::string field_text(const std::string& value);
[[nodiscard]] std::string field_text(agents::Month value);

/// The description of one kind, from its `visit`.
template <class Policy>
[[nodiscard]] KindInfo describe_kind() {
  KindInfo info{.kind = Policy::kind, .fields = {}};
  const Policy defaults;
  Policy::visit(defaults, [&](const auto& value, const world::PolicyField& field) {
    info.fields.push_back({.name = field.name,
                           .kind = field.kind,
                           .unit = field.unit,
                           .low = field.low,
                           .high = field.high,
                           .is_required = field.is_required,
                           .is_hinterland = std::is_same_v<Policy, world::CommuterService> &&
                                            field.kind == world::FieldKind::region,
                           .sentence = field.sentence,
                           .default_value = field.is_required ? "" : field_text(value)});
  });
  return info;
}

/// Every kind that a scenario may hold.
[[nodiscard]] std::vector<KindInfo> policy_kinds();

/// What a field of this kind may hold in `country`; empty if it is free.
[[nodiscard]] std::vector<std::string> choices_of(world::FieldKind kind, const world::Country& country);
[[nodiscard]] std::vector<std::string> choices_of(const FieldInfo& field, const world::Country& country);

using Fields = std::vector<std::pair<std::string, std::string>>;  // name → text

/// A policy with all of its fields.
struct PolicyText {
  std::string kind;
  Fields fields;
  /// Empty if there is no such field.
  [[nodiscard]] const std::string& at(const std::string& field) const;
  [[nodiscard]] const std::string& name() const { return at("name"); }
  bool operator==(const PolicyText&) const = default;
};

/// Kind by kind, each in its order.
[[nodiscard]] std::vector<PolicyText> texts_of(const world::Policies& policies);

/// `base` with these policies in the place of its own, checked as a scenario file is.
/// Errors: InputError naming the policy, the field, the value and what is allowed.
[[nodiscard]] world::Scenario with_policies(const world::Scenario& base, const world::Country& country,
                                            const std::vector<PolicyText>& policies);

/// Edits. Every one is whole or, refused with an InputError, has changed nothing.
class Levers {
 public:
  /// `country` must outlive it.
  Levers(world::Scenario base, const world::Country& country);

  /// Fields left out take their defaults; a name left out is made up.
  void add(const std::string& kind, Fields fields);
  /// Changes several fields of a policy at once, such as shares that must sum to 1.
  void change(const std::string& policy, const Fields& fields);
  void remove(const std::string& policy);
  /// Back to the policies of the base; can be undone.
  void reset();
  /// Takes these policies in the place of all; can be undone.
  void adopt(const std::vector<PolicyText>& policies) { accept(policies); }
  /// False if there is nothing to undo, to do again.
  bool undo();
  bool redo();

  [[nodiscard]] const std::vector<PolicyText>& policies() const { return states_[now_].policies; }
  /// The base with these policies.
  [[nodiscard]] const world::Scenario& scenario() const { return states_[now_].scenario; }
  [[nodiscard]] const world::Scenario& base() const { return states_.front().scenario; }
  [[nodiscard]] bool can_undo() const { return now_ > 0; }
  [[nodiscard]] bool can_redo() const { return now_ + 1 < states_.size(); }
  /// Does the policy differ from that of this name in the base, or is it not there?
  [[nodiscard]] bool is_changed(const std::string& policy) const;
  /// A name that no policy has: "job_package 2".
  [[nodiscard]] std::string free_name(const std::string& kind) const;

 private:
  struct State {
    std::vector<PolicyText> policies;
    world::Scenario scenario;
  };
  void accept(const std::vector<PolicyText>& policies);
  [[nodiscard]] std::size_t index_of(const std::string& policy) const;

  const world::Country& country_;
  std::vector<State> states_;  // the base, then one for each edit
  std::size_t now_ = 0;
};

}  // namespace viewer
