// Why people left one region: causes.csv of a run, or the sums it is written
// from, added up over years and types, and the page of `qonys why` made from it.
// Knows files and numbers, no world.
#pragma once

#include <array>
#include <filesystem>
#include <string>
#include <vector>

#include "world/observers/causes.hpp"
#include "world/observers/phrases.hpp"

namespace world::observers {

/// One cause, summed over the households of a stream. Utilities in util.
struct CauseSum {
  double gain = 0, positive_gain = 0, push = 0;
  double pivotal = 0, sole_pivotal = 0;  // households
};

/// Everybody who moved in one direction. Counts are agents.
struct Stream {
  double households = 0;              // that decided
  double people = 0;                  // in them
  double placed = 0;                  // children placed without a decision
  double studied = 0;                 // leavers of school who moved to study
  std::array<CauseSum, n_gains> causes{};  // in the order of agents::Cause, then the taste
  std::vector<double> people_of;      // [other region], placed children and students included

  [[nodiscard]] double positive_gain() const;
  /// Of positive gain, 0–1; 0 if nothing was gained.
  [[nodiscard]] double share(int cause) const;
  [[nodiscard]] double taste_share() const { return share(n_gains - 1); }
  [[nodiscard]] double unexplained_share() const;
};

/// Who left a region and who came to it, in the years found.
struct Leaving {
  int region = 0;
  int first_year = 0, last_year = 0;
  Stream out, in;
};

/// Adds up the rows of `file` that begin or end in `region`, in the years
/// `from` … `to`; 0 for no bound. `iso` are all regions.
/// Errors: InputError for a file that is missing or wrong, and for years without rows.
[[nodiscard]] Leaving read_leaving(const std::filesystem::path& file, const std::vector<std::string>& iso, int region,
                                   int from, int to);

/// The same of sums that a run has just made, without a file.
[[nodiscard]] Leaving leaving_of(const CauseSums& sums, int region);

/// Which argument against its own reading a page must bring. The first that holds:
enum class Counter {
  few,     // fewer than 100 simulated households decided
  came,    // at least 80 came for every 100 who left
  place,   // the place constant was pivotal more often than every named cause
  income,  // always: nobody estimated how strongly people answer to income
};
[[nodiscard]] Counter counter_of(const Leaving& leaving);

/// What a page says of the run besides its numbers.
struct WhyLabel {
  std::string scenario, scale, seed;
  double people_per_agent = 1;
  double income_weight = 0;           // util
  int first_month = 0, last_month = 0;
};

/// What pushes people out; where they go and what was pivotal; how much is taste. One sentence if nobody left.
[[nodiscard]] std::vector<std::string> why_sentences(const Leaving& leaving, const std::vector<Region>& regions,
                                                     Language language);

/// The page as text for a terminal of 100 columns: three sentences, the numbers,
/// and one counter-argument. `regions` in the order of `iso` above.
[[nodiscard]] std::string why_page(const Leaving& leaving, const std::vector<Region>& regions, const WhyLabel& label,
                                   Language language);

}  // namespace world::observers
