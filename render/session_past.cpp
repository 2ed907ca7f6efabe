#include "render/session_past.hpp"

#include <algorithm>
#include <string>
#include <type_traits>
#include <vector>

#include "render/session_levers.hpp"
#include "world/errors.hpp"

namespace viewer {
namespace {

template <class Value>
void note_month(const Value&, agents::Month&) {}
void note_month(const agents::Month& value, agents::Month& earliest) { earliest = std::min(earliest, value); }

struct Dated {
  PolicyText policy;
  agents::Month begins = 0;  // its earliest month
};

std::vector<Dated> dated(const world::Policies& policies) {
  std::vector<Dated> all;
  std::vector<PolicyText> texts = texts_of(policies);
  std::size_t i = 0;
  world::visit_policies(policies, [&](const auto& list) {
    for (const auto& policy : list) {
      agents::Month begins = agents::month_of(9999, 1);
      std::remove_cvref_t<decltype(policy)>::visit(
          policy, [&](const auto& value, const world::PolicyField&) { note_month(value, begins); });
      all.push_back({.policy = std::move(texts[i++]), .begins = begins});
    }
  });
  return all;
}

std::vector<Dated> begun(const world::Policies& policies, agents::Month month) {
  std::vector<Dated> all = dated(policies);
  std::erase_if(all, [&](const Dated& policy) { return policy.begins > month; });
  return all;
}

const Dated* named(const std::vector<Dated>& all, const std::string& name) {
  const auto found = std::find_if(all.begin(), all.end(), [&](const Dated& p) { return p.policy.name() == name; });
  return found == all.end() ? nullptr : &*found;
}

/// Why a past differs: of a policy of `wanted` that had begun and is other than it was, or of one that is gone.
std::string difference(const std::vector<Dated>& lived, const std::vector<Dated>& wanted) {
  for (const Dated& policy : wanted) {
    const std::string name = "'" + policy.policy.name() + "'";
    const Dated* before = named(lived, policy.policy.name());
    if (before == nullptr) return name + " would have begun in " + world::month_text(policy.begins);
    if (before->policy != policy.policy) return name + " began in " + world::month_text(before->begins) + " as it was";
  }
  for (const Dated& policy : lived) {
    if (named(wanted, policy.policy.name()) == nullptr) {
      return "'" + policy.policy.name() + "' began in " + world::month_text(policy.begins);
    }
  }
  return "policies that had begun stand in another order";
}

}  // namespace

bool is_same_past(const world::Policies& lived, const world::Policies& wanted, agents::Month month) {
  const std::vector<Dated> before = begun(lived, month), now = begun(wanted, month);
  return std::equal(before.begin(), before.end(), now.begin(), now.end(),
                    [](const Dated& a, const Dated& b) { return a.policy == b.policy; });
}

agents::Month last_common_month(const world::Policies& lived, const world::Policies& wanted, agents::Month first,
                                agents::Month month) {
  while (month >= first && !is_same_past(lived, wanted, month)) --month;
  return month;
}

void check_past(const world::Policies& lived, const world::Policies& wanted, agents::Month first, agents::Month month) {
  if (is_same_past(lived, wanted, month)) return;
  const agents::Month common = last_common_month(lived, wanted, first, month);
  std::string advice = "; what begins in " + world::month_text(month + 1) + " or later can be changed";
  if (common >= first) advice += ", or run from " + world::month_text(common) + " or earlier";
  throw world::InputError(difference(begun(lived, month), begun(wanted, month)) + ", and what has happened until " +
                          world::month_text(month) +
                          " is past: a scenario has no policy that changes after it has begun" + advice);
}

}  // namespace viewer
