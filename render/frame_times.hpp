// How long frames took, for the benchmark mode and the dump of the state.
#pragma once

#include <vector>

namespace viewer {

class FrameTimes {
 public:
  void add(double milliseconds) { all_.push_back(milliseconds); }
  [[nodiscard]] int n() const { return static_cast<int>(all_.size()); }
  /// The smallest time that `share` of the frames do not exceed; 0 without frames.
  [[nodiscard]] double quantile(double share) const;
  [[nodiscard]] double worst() const { return quantile(1); }
  void clear() { all_.clear(); }

 private:
  std::vector<double> all_;
};

}  // namespace viewer
