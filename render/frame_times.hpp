// How long frames took, for the benchmark mode and the dump of the state.
#pragma once

#include <vector>

namespace viewer {

class FrameTimes {
 public:
  /// Of a screen that runs for days the last ones are kept.
  void add(double milliseconds) {
    if (all_.size() >= 2 * kept) all_.erase(all_.begin(), all_.begin() + kept);
    all_.push_back(milliseconds);
    ++n_;
  }
  [[nodiscard]] int n() const { return n_; }
  /// The smallest time that `share` of the frames do not exceed; 0 without frames.
  [[nodiscard]] double quantile(double share) const;
  [[nodiscard]] double worst() const { return quantile(1); }
  void clear() {
    all_.clear();
    n_ = 0;
  }

 private:
  static constexpr int kept = 100'000;
  int n_ = 0;
  std::vector<double> all_;
};

}  // namespace viewer
