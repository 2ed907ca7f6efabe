// Numbers over months: how the population of every region runs in one run, two
// or a set, as an index that begins at 100.
#pragma once

#include <vector>

#include "render/figures/cast.hpp"

namespace figures {

/// The value below which `share` of the values lie, straight between neighbours in rank (share 0: the least, 1: the
/// largest). 0 without values.
[[nodiscard]] double quantile(std::vector<double> values, double share);

/// One line of a panel, from the start to the last month shown; with a band around it, or none.
struct Line {
  std::vector<double> people, low, high;             // [index]; real people
  std::vector<double> index, index_low, index_high;  // the same, 100 at the start
};

/// What one region's panel shows. One run: people who live there, and registrations. Two: who lives there under A and
/// under B. A set: median and 5 % to 95 % of who lives there.
struct RegionLines {
  int region = 0;
  std::vector<Line> lines;
  [[nodiscard]] double last(int line) const { return lines[static_cast<std::size_t>(line)].people.back(); }
  double rank = 0;  // the first line's index in the month that regions are ordered by
};

/// Every region, from month 0 to `last`, in order of `rank` in month `rank_at`, the largest first. Equal ones in the
/// order of the run. The index of a region with nobody at the start stays 100.
[[nodiscard]] std::vector<RegionLines> lines_of(const Cast& cast, int last, int rank_at);

}  // namespace figures
