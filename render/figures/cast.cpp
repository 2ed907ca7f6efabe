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
  const bool is_difference = cast.kind == Casting::two;
  const std::size_t first = is_difference ? 2 : 0;
  if (cast.kind == Casting::one || cast.studies.size() <= first) return {};
  const std::vector<double> shown = combined(cast, reading);
  const std::vector<double> b = is_difference ? reading(*cast.studies[1]) : std::vector<double>(shown.size(), 0);
  std::vector<int> others(shown.size(), 0);
  for (std::size_t s = first; s < cast.studies.size(); ++s) {
    const std::vector<double> values = reading(*cast.studies[s]);
    for (std::size_t i = 0; i < shown.size(); ++i) {
      const double value = is_difference ? b[i] - values[i] : values[i];
      others[i] += value * shown[i] <= 0 ? 1 : 0;
    }
  }
  std::vector<bool> uncertain;
  for (const int n : others) uncertain.push_back(20 * n >= static_cast<int>(cast.studies.size() - first) && n > 0);
  return uncertain;
}

}  // namespace figures
