// All that the places may know of the citizens: counts by region and cell,
// this month's events and the stocks at its end. Integers only, so sums do not
// depend on order, threads or ranks. Also: the recount of a block's stocks.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <type_traits>

#include "agents/block.hpp"

namespace agents {

using Count = std::int64_t;
template <class T, int n>
using PerRegion = std::array<std::array<T, n>, max_regions>;

/// Classes of applicants: own field and level, level only, below.
inline constexpr int n_classes = 3;

/// One month's counts. [region] arrays are indexed by region; every event is
/// counted where the citizen lives (actual) and where registered (registered;
/// `nowhere` is not counted there).
struct Tally {
  // Stocks at the month's end, recounted from the rows.
  PerRegion<Count, n_labour_states> people{};     // [region × labour state] who live there
  std::array<Count, max_regions> registered{};    // [region] who are registered there
  PerRegion<Count, max_regions + 1> home{};       // [region lived in × home region; last column: abroad]
  PerRegion<Count, max_sectors> posts_filled{};   // [region of the post × sector]
  std::array<Count, max_regions> commuters{};     // [region lived in] who work in its hub
  std::array<Count, max_regions> unregistered{};  // [region lived in] registered elsewhere
  std::array<Count, max_regions> nowhere{};       // [region lived in] registered nowhere yet
  std::array<Count, max_regions> split{};         // [region lived in] whose next in the household lives elsewhere
  std::array<Count, max_regions> heads{};         // [region] households
  std::array<Count, max_regions> owners{};        // [region] heads who own

  // Studies, by the class they lead to; 0: at school. Where studied, which is where the student lives or its hub.
  PerRegion<Count, n_skills> students{};           // [place × class]
  std::array<Count, max_regions> dual_students{};  // [place]
  std::array<Count, max_regions> away_students{};  // [place] who came from another region
  std::array<Count, max_regions> in_dormitory{};   // [place]
  // Work by skill class, counted in Decembers only: [region lived in × class].
  PerRegion<Count, n_skills> own_by_skill{}, other_by_skill{}, informal_by_skill{}, unemployed_by_skill{};

  // Events of the month.
  PerRegion<Count, n_programmes> study_applicants{};  // [place × programme] first wishes
  PerRegion<Count, n_skills> study_begun{};           // [place × class]
  PerRegion<Count, n_skills> study_ended{};           // [place × class] graduates; of class 0: who left school
  PerRegion<Count, n_skills> study_dropped{};         // [place × class]
  PerRegion<Count, n_skills> students_gone{};         // [place × class] died or left the country
  PerRegion<Count, n_skills> students_came{};         // [place × class] with their family, less who went
  PerRegion<Count, max_regions> study_moves{};        // [origin × place] persons who moved to study; among `moves`
  std::array<Count, max_regions> dual_hires{};        // [place] graduates promised a post by the partner enterprise
  std::array<Count, max_regions> births{}, births_registered{};
  std::array<Count, max_regions> deaths{}, deaths_registered{};
  PerRegion<Count, max_regions> moves{};                        // [origin × destination] persons, actual
  PerRegion<Count, max_regions> registrations{};                // [old × new] persons whose registration changed
  std::array<Count, max_regions> arrivals_abroad{};             // persons, actual
  std::array<Count, max_regions> arrivals_abroad_registered{};  // first registrations of people from abroad
  std::array<Count, max_regions> departures_abroad{}, departures_abroad_registered{};
  std::array<Count, max_regions> marriages{};                // couples formed
  std::array<Count, max_regions> considered{};               // heads who considered a move
  std::array<Count, max_regions> households_moved{};         // [origin]
  std::array<Count, max_regions> households_arrived{};       // [destination], from other regions
  std::array<Count, max_regions> separations{};              // posts that ended for their holders, by residence
  PerRegion<Count, max_sectors * n_classes> applications{};  // [region of the post × (sector, class)] who would accept
  PerRegion<Count, max_sectors * n_classes> hires{};         // the same, hired
  std::array<Count, max_regions> hires_of_informal{};        // [region lived in]
  std::array<Count, max_regions> hires_of_unemployed{};      // [region lived in]
  std::array<Count, max_regions> hires_in_hub{};             // [region lived in] new commuters
  std::array<Count, max_regions> quick_income{};             // unemployed who took informal work, by residence
  std::array<Count, max_regions> applicants{};               // [region lived in] who looked for a post
  Count orphans_placed = 0;                                  // children taken by a couple of their region
  Count orphans_moved = 0;                                   // children taken by a couple of another region
  Count orphans_alone = 0;                                   // no couple in the block: the oldest child is head

  friend bool operator==(const Tally&, const Tally&) = default;
};
static_assert(std::is_trivially_copyable_v<Tally> && sizeof(Tally) % sizeof(Count) == 0);

/// Adds `part` to `sum`, count by count.
void add(Tally& sum, const Tally& part);
/// The counts as one flat list, for merging across ranks and for hashing.
[[nodiscard]] std::span<Count> counts_of(Tally& tally);
[[nodiscard]] std::span<const Count> counts_of(const Tally& tally);

/// Recounts the stocks of `block`, students among them, from its rows into
/// `tally`. `hub` [region] names the region where commuters of a region work
/// and study, or `nowhere`. Cost: one pass over five byte columns, one over
/// regions by household.
void count_stocks(Tally& tally, const Block& block, std::span<const std::uint8_t> hub);
/// Counts who works in the own specialty, outside it, informally or not, by skill class.
void count_work_by_skill(Tally& tally, const Block& block);

}  // namespace agents
