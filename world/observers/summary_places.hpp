// Two parts of summary.md: what the places serve and lack, and what policies cost.
#pragma once

#include <string>

#include "world/observers/summary.hpp"

namespace world::observers {

/// Living, registered and served people; loads, deficit months, seats, roads at the end.
[[nodiscard]] std::string infrastructure_section(const Summary& summary, Language language);
/// Every policy that spent money: its centre, its region, what it cost.
/// Public money by year: what policies had, asked and got; what services had.
[[nodiscard]] std::string money_section(const Summary& summary, Language language);
[[nodiscard]] std::string policies_section(const Summary& summary, const RunLabel& label, Language language);

}  // namespace world::observers
