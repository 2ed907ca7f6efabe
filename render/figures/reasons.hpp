// Why people left, as plain numbers: what runs say year by year, and the shares
// that the view causes shows.
#pragma once

#include <array>
#include <vector>

#include "render/figures/cast.hpp"

namespace figures {

/// Twelve causes in the order of causes.csv, the taste last. Causes from `first_unexplained` on are not explained: the
/// size and the place constant of the destination, and the taste.
inline constexpr int n_gains = 14, first_unexplained = 11, taste = 13;

/// Everybody who left one region in one calendar year: real people, and what their households gained, in util.
struct RegionGain {
  double people = 0;
  std::array<double, n_gains> positive_gain{};
};
struct YearOfGain {
  int year = 0;
  std::vector<RegionGain> regions;
};
/// Of one run, years rising.
using Reasons = std::vector<YearOfGain>;

/// Calendar years, both included.
struct Years {
  int first = 0, last = 0;
  bool is_whole = true;  // false: a single year that the run holds in part
};
/// The years whose Decembers lie in the window; if there are none, the year that ended last before, and if there is
/// none either, the first year of the run.
[[nodiscard]] Years years_of(const Study& study, Window window);

/// What one region's bar shows. Of two runs: B less A.
struct RegionShares {
  int region = 0;
  double people = 0;                     // who left, in all these years; the mean of a set
  double people_before = 0;              // of the first of two runs; else `people`
  std::array<double, n_gains> share{};   // % of all positive gain; of two runs, percentage points
  double named_low = 0, named_high = 0;  // of a set: 5 % and 95 % of the share of the named causes
  [[nodiscard]] double named() const;
  [[nodiscard]] double explained_or_pull() const;  // all but the taste
};

/// Every region, those with most leavers first (of two runs: under A); equal ones in the order of the run.
[[nodiscard]] std::vector<RegionShares> shares_of(const Cast& cast, const std::vector<Reasons>& reasons, Years years);

}  // namespace figures
