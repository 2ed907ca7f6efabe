// Death, birth, couples, leaving home: what the month does to bodies and
// families. Reads DemographySignals; changes rows of its block and the tally.
// Must not know work, schooling or how a region is chosen.
#pragma once

#include <span>
#include <vector>

#include "agents/block.hpp"
#include "agents/demography_parameters.hpp"
#include "agents/due.hpp"
#include "agents/signals.hpp"
#include "agents/tally.hpp"

namespace agents {

/// Those on the list whose death is due: the household gets a new head, or its
/// children a guardian couple; the row is freed.
void citizens_die(Block& block, Tally& tally, std::span<const Due> due, const DemographySignals& signals,
                  const Chance& chance);

/// Births append to the mother's block, household, region and registration. A
/// mother of age who is a follower without partner becomes head of her own household.
void citizens_are_born(Block& block, Tally& tally, std::span<const Due> due, const DemographySignals& signals,
                       const DemographyParameters& parameters, const Chance& chance);

/// Single women whose pairing is due take a partner from the block's whole
/// stock of single men of their region, by keyed closeness in age.
/// `men` is scratch. Cost: one pass over status and month of birth a block, and
/// the single men of age of the region a couple.
void citizens_pair(Block& block, Tally& tally, std::span<const Due> due, const DemographySignals& signals,
                   const DemographyParameters& parameters, const Chance& chance, std::vector<Row>& men);

/// Adult followers without a partner whose leaving is due become heads.
void citizens_leave_home(Block& block, std::span<const Due> due, const DemographySignals& signals,
                         const MigrationSignals& tenure, const Chance& chance);

/// Removes a citizen whose household has been seen to. Frees the row.
void remove_alone(Block& block, Row row);

/// Gives the rest of a household without head a new head or a guardian.
void see_to_the_rest(Block& block, Tally& tally, Row member, bool had_partner, const DemographySignals& signals,
                     const Chance& chance);

/// The hazard of pairing by age of a woman at factor 1, per year.
[[nodiscard]] double pairing_curve(const DemographyParameters& parameters, double age_years);

}  // namespace agents
