// All that a citizen may know of the regions this month: thresholds of risks
// and tables of prospects by region and type. Built by the places before the
// citizens act, read by every rule, changed by none.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

#include "agents/chance.hpp"
#include "agents/due.hpp"
#include "agents/tally.hpp"
#include "agents/types.hpp"

namespace agents {

inline constexpr int n_household_kinds = 4;   // single, lone parent, couple, family
inline constexpr int n_tenure_classes = 3;    // since the last move: under 1 year, 1 to 3, longer

struct DemographySignals {
  std::array<std::array<std::array<Threshold, n_ages>, 2>, max_regions> death{};   // [region][sex][age]
  std::array<std::array<std::array<Threshold, n_ages>, 2>, max_regions> birth{};   // [region][partnered][age]
  PerRegion<Threshold, n_ages> couple{};                                           // [region][age of the woman]
  std::array<Threshold, n_ages> leave_home{};                                      // [age]
  std::array<Threshold, max_regions> emigrate{};                                   // [region], heads
  PerRegion<double, max_regions> distance_km{};                                    // to find a guardian
  std::array<std::uint8_t, max_regions> hub{};                                     // where students may study from home
};

/// A field 1 … n_fields−1 drawn from cumulative shares on 32 bits.
[[nodiscard]] inline int field_from(const std::array<std::uint32_t, n_fields>& up_to, std::uint64_t bits) {
  const auto number = static_cast<std::uint32_t>(bits >> 32);
  int field = 1;
  while (field < n_fields - 1 && number >= up_to[static_cast<std::size_t>(field)]) ++field;
  return field;
}

/// Who leaves school for what: the table that a leaver draws from.
enum class Stage : int { after_grade_9 = 0, after_grade_11 = 1, after_college = 2 };
inline constexpr int n_stages = 3;

/// The options of a leaver: the way without studies, then every programme at
/// every place (1 + place × n_programmes + programme), as chances added up on 63 bits.
struct StudyChoices {
  int n_regions = 0;
  std::vector<Threshold> up_to;  // [(stage × bound to home) × origin × option]

  [[nodiscard]] int n_options() const { return 1 + n_regions * n_programmes; }
  [[nodiscard]] std::size_t first_of(int stage, bool is_bound, int origin) const {
    return static_cast<std::size_t>((stage * 2 + (is_bound ? 1 : 0)) * n_regions + origin) *
           static_cast<std::size_t>(n_options());
  }
  /// The option that the bits draw: the first whose sum lies above them.
  [[nodiscard]] int drawn(int stage, bool is_bound, int origin, std::uint64_t bits) const {
    const auto first = up_to.begin() + static_cast<std::ptrdiff_t>(first_of(stage, is_bound, origin));
    const auto found = std::upper_bound(first, first + n_options(), bits >> 1);
    return std::min(static_cast<int>(found - first), n_options() - 1);
  }
};

struct SchoolingSignals {
  // Of September alone.
  std::array<StudyChoices, 2> choices;               // [round] all places; those with something left
  std::array<std::array<int, n_skills>, n_stages> years{};  // [stage][class studied for]
  // Of every month.
  std::array<std::uint8_t, max_regions> hub{};       // where students of a hinterland may study from home, or `nowhere`
  std::array<std::array<std::array<Threshold, 2>, max_regions>, 2> drop_out{};  // [for a degree][place][away, no bed]
  Threshold dual_hire = 0;                           // a dual graduate is promised a post
  Threshold studies_on = 0;                          // a graduate of a college waits for a university
  Threshold considers = 0;                           // a head who leaves studies in June considers moving
  // [place][field] sectors of the field, by posts, cumulative on 32 bits; all 0 if there are none
  std::array<std::array<std::array<std::uint32_t, max_sectors>, n_fields>, max_regions> partner_up_to{};
  std::array<std::array<Threshold, 2>, max_regions> participates{};         // [region][sex] after school
  // People from abroad.
  std::array<Threshold, max_regions> higher{};       // [region] have a degree
  Threshold vocational = 0;                          // finished a college, of the rest
  std::array<std::array<std::uint32_t, n_fields>, n_levels> field_up_to{};  // cumulative on 32 bits [level][field]

  [[nodiscard]] int field(int level, std::uint64_t bits) const {
    return field_from(field_up_to[static_cast<std::size_t>(level)], bits);
  }
};

struct WorkSignals {
  std::array<std::uint8_t, max_regions> hub{};       // where commuters work, or `nowhere`
  std::array<Threshold, max_regions> commute{};      // an applicant looks in the hub
  PerRegion<Threshold, max_sectors> separation{};    // [region of the post][sector], layoffs included
  std::array<Threshold, max_regions> quick_income{};  // [region] unemployed and not hired → informal
  // [region of the post][skill][sector]
  std::array<std::array<std::array<std::uint32_t, max_sectors>, n_skills>, max_regions> apply_up_to{};  // cumulative
  std::array<std::array<std::array<Threshold, max_sectors>, n_skills>, max_regions> accept{};
  std::array<std::array<std::uint8_t, max_sectors>, n_skills> applicant_class{};   // [skill][sector] 0 … 2
  std::array<std::array<bool, max_sectors>, n_skills> is_own{};                    // [skill][sector] own specialty
  std::array<std::array<Threshold, n_ages>, 2> exit{};   // [sex][age] out of the labour force or into retirement
  Threshold informal_exit = 0;
  Threshold informal_search = 0;
  Threshold mismatched_search = 0;
  std::array<double, n_classes> class_weight{};      // ranking weight
};

struct MigrationSignals {
  // Everything below is already multiplied by its weight: utility, annual units.
  std::array<std::array<double, max_regions>, n_skills> prospect{};        // [skill][destination] of a newcomer
  std::array<std::array<std::array<double, n_skills>, n_labour_states>, max_regions> prospect_here{};
  std::array<double, max_regions> rent{};            // −weight × ln rent, for a tenant's full share
  std::array<double, max_regions> service{};         // public services
  std::array<double, max_regions> heat_and_water{};  // −weight × quality missed
  std::array<double, max_regions> congestion{};      // −weight × crowding beyond capacity
  std::array<double, max_regions> place{};           // place constant
  PerRegion<double, max_regions> bilateral{};        // [origin][destination] size + network − distance and cost
  std::array<double, n_ages> horizon{};              // Ag(age)
  double owner_stay_factor = 0.4;                    // share of the rent an owner who stays feels
  double home = 0, owner_cost = 0, children_cost = 0, dual_earner_cost = 0;
  double nest_dissimilarity = 1;
  std::array<std::uint8_t, max_regions> nest{};      // 0 metropolises, 1 other regions
  // Attention as a hazard, 1/month: base by age, then factors.
  std::array<double, n_ages> attention{};
  std::array<double, n_household_kinds> attention_household{};
  std::array<double, n_labour_states> attention_labour{};
  std::array<double, 2> attention_owner{};           // [renter, owner]
  std::array<double, n_tenure_classes> attention_tenure{};
  Threshold job_in_hand = 0;
  Threshold adult_child_follows = 0;
  std::array<Threshold, max_regions> mover_rents{};  // [destination]
};

/// What the tables of MigrationSignals are made of. Read for those who move, not by the choice. Util.
struct CauseSignals {
  std::array<std::array<double, max_regions>, n_skills> wage{};           // [skill][region] of every prospect there
  std::array<std::array<double, max_regions>, n_skills> own_specialty{};  // [skill][destination] of a newcomer
  // [region][labour state][skill] of who stays
  std::array<std::array<std::array<double, n_skills>, n_labour_states>, max_regions> own_specialty_here{};
  std::array<std::array<double, max_regions>, n_skills> prestige{};       // [skill][destination] of a newcomer
  // [region][labour state][skill] of who stays
  std::array<std::array<std::array<double, n_skills>, n_labour_states>, max_regions> prestige_here{};
  PerRegion<double, max_regions> network{};          // [origin][destination]
  std::array<double, max_regions> size{};            // [destination]
  std::array<double, max_regions> people_share{};    // [region] weights of the national mean; sum 1
  double mean_rent = 0;                              // of MigrationSignals::rent, with these weights
};

struct RegistrationSignals {
  Threshold hazard = 0;
  Threshold never = 0;
};

/// The tables of one month.
struct Signals {
  int n_regions = 0;
  int n_sectors = 0;
  DemographySignals demography;
  SchoolingSignals schooling;
  WorkSignals work;
  MigrationSignals migration;
  CauseSignals causes;
  RegistrationSignals registration;
  RiskBounds bounds;   // made from the above by `bound_risks`
};

/// Fills `signals.bounds` with the largest threshold that any citizen of a
/// status and age could face this month, over regions and unseen details.
void bound_risks(Signals& signals);

}  // namespace agents
