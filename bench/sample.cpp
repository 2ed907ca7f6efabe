#include "bench/sample.hpp"

#include <algorithm>
#include <numeric>

namespace bench {

double minimum(const std::vector<double>& readings) { return *std::min_element(readings.begin(), readings.end()); }

double mean(const std::vector<double>& readings) {
  return std::accumulate(readings.begin(), readings.end(), 0.0) / static_cast<double>(readings.size());
}

double median(std::vector<double> readings) {
  std::sort(readings.begin(), readings.end());
  const std::size_t middle = readings.size() / 2;
  return readings.size() % 2 == 1 ? readings[middle] : (readings[middle - 1] + readings[middle]) / 2;
}

}  // namespace bench
