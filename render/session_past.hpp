// What of the policies is past. A scenario holds policies with dates, and knows
// none that change under way; so a branch after a month shares its past exactly
// if the policies that had begun by then are the same ones in the same order.
#pragma once

#include "world/scenario.hpp"

namespace viewer {

/// Can months lived under `lived` be gone on from with `wanted` after the end of `month`?
[[nodiscard]] bool is_same_past(const world::Policies& lived, const world::Policies& wanted, agents::Month month);

/// The last month in `first` … `month` after whose end `wanted` can take the place of `lived`; `first` − 1 if none.
[[nodiscard]] agents::Month last_common_month(const world::Policies& lived, const world::Policies& wanted,
                                              agents::Month first, agents::Month month);

/// Errors: InputError, one line, if `wanted` changes what had begun by the end of `month`: names the policy, says why
/// the scenario language cannot express it, and what can be done.
void check_past(const world::Policies& lived, const world::Policies& wanted, agents::Month first, agents::Month month);

}  // namespace viewer
