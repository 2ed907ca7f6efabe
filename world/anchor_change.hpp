// How the anchor employers of a country differ from the start of the run.
#pragma once

#include <cstddef>
#include <vector>

namespace world {

/// In the rows of `Country::anchors`. Empty: not at all.
struct AnchorChange {
  std::vector<double> growth;  // [row] of the anchor's posts, relative; −0.1 is a tenth less
  std::vector<double> raise;   // [row] of the anchor's pay, relative
  std::vector<double> jobs;  // [row] posts at the world's scale, on top of the growth until `anchors_change` adds them

  [[nodiscard]] double grown(std::size_t row) const { return growth.empty() ? 0 : growth[row]; }
  [[nodiscard]] double raised(std::size_t row) const { return raise.empty() ? 0 : raise[row]; }
};

}  // namespace world
