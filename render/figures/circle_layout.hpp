// Where the sectors and chords of a circle of all streams lie: angles alone, no
// drawing. After Abel: out-flows before in-flows, each by size.
#pragma once

#include <vector>

namespace figures {

/// Radians, clockwise on the picture, 0 to the right; the first sector begins at the top.
struct Arc {
  double from = 0, to = 0;
  [[nodiscard]] double middle() const { return (from + to) / 2; }
  [[nodiscard]] double size() const { return to - from; }
};

/// One region's piece of the ring: who left, then who came.
struct Sector {
  int region = 0;
  Arc out, in;
  double people_out = 0, people_in = 0;
  [[nodiscard]] Arc whole() const { return {out.from, in.to}; }
};

/// One stream between two sectors.
struct Chord {
  int origin = 0, destination = 0;
  double people = 0;
  Arc start, end;  // at the origin, at the destination; equally wide
};

struct Circle {
  double radians_per_person = 0;
  std::vector<Sector> sectors;  // in the order of the ring
  std::vector<Chord> chords;    // the largest first; equal ones by origin, then destination
};

/// Regions in the order of the ring, so that those with much exchange stand side by side: least sum of exchange times
/// steps between, by search from the given order. The region with most movers is first. `moved` is [origin ×
/// destination], not negative. The same input gives the same order.
[[nodiscard]] std::vector<int> ring_order(const std::vector<double>& moved, int n_regions);

/// `most_in_all`: people of a full ring with the least gaps; with fewer the gaps are wider.
[[nodiscard]] Circle lay_out_circle(const std::vector<double>& moved, const std::vector<int>& order,
                                    double most_in_all);

}  // namespace figures
