// What the drawer knows of fields beyond their declaration: where sliders end,
// what a new policy begins with, which fields go together.
#pragma once

#include <string>

#include "render/lever_desk.hpp"
#include "render/session_levers.hpp"

namespace viewer {

/// A field of a kind in the window's terms.
[[nodiscard]] LeverField lever_field(const FieldInfo& info, const world::Country& country);
/// What a number that must be stated begins with.
[[nodiscard]] double start_value(const FieldInfo& info);
/// Right end of the slider of a number whose usual value is `usual`.
[[nodiscard]] double slider_top(const FieldInfo& info, double usual);
/// Does the field have no effect beside the others of the policy, or only one value that fits them?
[[nodiscard]] bool is_moot(const PolicyText& policy, const std::string& field, const world::Country& country);
/// What must change together with `field`, itself included: shares that sum to 1, the region of a town.
[[nodiscard]] Fields with_partners(const PolicyText& policy, const std::string& field, const std::string& value,
                                   const world::Country& country);

}  // namespace viewer
