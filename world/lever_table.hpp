// The table of levers: every kind of policy with its fields, defaults, price and
// first indicator, as its struct in policies.hpp declares them.
#pragma once

#include <string>
#include <vector>

#include "world/policies.hpp"

namespace world {

/// One field of a lever with its default as a scenario states it; empty where the field is required.
struct LeverField {
  PolicyField field;
  std::string default_text;
};

struct LeverInfo {
  const char* kind;  // as in `[[kind]]`
  LeverFacts facts;
  std::vector<LeverField> fields;
};

/// All levers, in the order of `visit_policies`.
[[nodiscard]] const std::vector<LeverInfo>& lever_table();

/// What a field accepts, for people: "0 to 1", "a month, YYYY-MM", "a region".
[[nodiscard]] std::string allowed_text(const PolicyField& field);

}  // namespace world
