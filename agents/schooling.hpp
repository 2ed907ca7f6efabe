// Schooling: leavers of school choose a field and a place, places are given
// out by settlement, students drop out or graduate. Citizens write
// applications; who is served is known from outside. Reads SchoolingSignals.
// Must not know how many places there are or what makes them attractive.
#pragma once

#include <span>
#include <vector>

#include "agents/block.hpp"
#include "agents/due.hpp"
#include "agents/settle.hpp"
#include "agents/signals.hpp"
#include "agents/tally.hpp"

namespace agents {

inline constexpr int grade_9_age = 15;    // in the September in which school may be left for a college
inline constexpr int grade_10_years = 2;  // of school after it
inline constexpr int working_age = 16;    // before it nobody enters the labour force
inline constexpr int bond_years = 2;      // of dual graduates to the partner enterprise: 24 months
inline constexpr int intake_month = 9;    // calendar months
inline constexpr int graduation_month = 6;

/// Wished, refused, wished again: the same function twice.
enum class StudyRound : int { first = 0, second = 1 };

/// The steps of a month but intake: some students on the list drop out; in June
/// courses end, and bonds. Graduates enter the labour force or not; of dual
/// ones some have a post promised; some of colleges wait for a university.
void citizens_study(Block& block, Tally& tally, std::span<const Due> due, const Signals& signals, const Chance& chance);

/// In September: leavers of grade 9, of grade 11, and graduates of colleges who
/// waited choose by a multinomial logit among all programmes at all places and
/// the way without (school, or work), which they take at once. Who leads a
/// family or has a partner chooses at home and in the hub only. Appends to
/// `applications` and counts them in `histogram`; the cell is place × programme.
void leavers_choose(Block& block, Tally& tally, std::vector<Application>& applications, PriorityHistogram& histogram,
                    const Signals& signals, const Chance& chance);

/// Those served begin to study, and move if the place is far, as households of
/// their own: they are appended to `bed_wishes`. `dual` serves who of them has
/// a dual contract. After the first round others choose again among what is
/// left, into `again`; after the second they take the way without.
void places_of_study_are_taken(Block& block, Tally& tally, std::span<const Application> applications, const Cut& cut,
                               const Cut& dual, StudyRound round, std::vector<Application>& again,
                               std::vector<Application>& bed_wishes, PriorityHistogram& histogram,
                               PriorityHistogram& bed_histogram, const Signals& signals, const Chance& chance);

/// Those served have a bed in a dormitory until they leave their studies.
void beds_are_taken(Block& block, std::span<const Application> wishes, const Cut& cut);

}  // namespace agents
