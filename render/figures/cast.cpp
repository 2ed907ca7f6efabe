#include "render/figures/cast.hpp"

#include <algorithm>

namespace figures {

int Cast::n_months() const {
  int n = first().n_months();
  for (const Study* study : studies) n = std::min(n, study->n_months());
  return n;
}

std::vector<double> combined(const Cast& cast, const Reading& reading) {
  std::vector<double> result = reading(cast.first());
  if (cast.kind == Casting::one) return result;
  if (cast.kind == Casting::two) {
    const std::vector<double> b = reading(*cast.studies[1]);
    for (std::size_t i = 0; i < result.size(); ++i) result[i] = b[i] - result[i];
    return result;
  }
  for (std::size_t s = 1; s < cast.studies.size(); ++s) {
    const std::vector<double> more = reading(*cast.studies[s]);
    for (std::size_t i = 0; i < result.size(); ++i) result[i] += more[i];
  }
  for (double& value : result) value /= static_cast<double>(cast.studies.size());
  return result;
}

std::vector<bool> uncertain_signs(const Cast& cast, const Reading& reading) {
  if (cast.kind != Casting::many) return {};
  const std::vector<double> mean = combined(cast, reading);
  std::vector<int> others(mean.size(), 0);
  for (const Study* study : cast.studies) {
    const std::vector<double> values = reading(*study);
    for (std::size_t i = 0; i < mean.size(); ++i) others[i] += values[i] * mean[i] <= 0 ? 1 : 0;
  }
  std::vector<bool> uncertain;
  for (const int n : others) uncertain.push_back(20 * n >= static_cast<int>(cast.studies.size()) && n > 0);
  return uncertain;
}

}  // namespace figures
