#include "render/frame_times.hpp"

#include <algorithm>
#include <cmath>

namespace viewer {

double FrameTimes::quantile(double share) const {
  if (all_.empty()) return 0;
  std::vector<double> sorted = all_;
  std::sort(sorted.begin(), sorted.end());
  const auto rank = static_cast<std::ptrdiff_t>(std::ceil(share * static_cast<double>(sorted.size()))) - 1;
  return sorted[static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(rank, 0, std::ssize(sorted) - 1))];
}

}  // namespace viewer
