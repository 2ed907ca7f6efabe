// A clock, and what is said of many readings of it.
#pragma once

#include <chrono>
#include <vector>

namespace bench {

class Stopwatch {
 public:
  [[nodiscard]] double seconds() const {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
  }

 private:
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

// Of at least one reading.
[[nodiscard]] double minimum(const std::vector<double>& readings);
[[nodiscard]] double mean(const std::vector<double>& readings);
/// The middle one; of an even number the mean of the two in the middle.
[[nodiscard]] double median(std::vector<double> readings);

}  // namespace bench
