#include "render/figures/series.hpp"

#include <algorithm>
#include <cmath>
#include <functional>

namespace figures {
namespace {

/// Indices 0 … last of something, as a line.
std::vector<double> values_of(int last, const std::function<double(int)>& at) {
  std::vector<double> values;
  for (int index = 0; index <= last; ++index) values.push_back(at(index));
  return values;
}

std::vector<double> indexed(const std::vector<double>& values, double start) {
  std::vector<double> index;
  for (const double value : values) index.push_back(start > 0 ? 100 * value / start : 100);
  return index;
}

Line line_of(const Study& study, int region, int last, Counting counting) {
  Line line;
  line.people = values_of(last, [&](int index) { return study.people(index, region, counting); });
  line.index = indexed(line.people, line.people.front());
  return line;
}

Line band_of(const Cast& cast, int region, int last) {
  const auto spread = [&](double share, bool is_index) {
    return values_of(last, [&](int index) {
      std::vector<double> values;
      for (const Study* study : cast.studies) {
        const double people = study->people(index, region, Counting::actual);
        const double start = study->people(0, region, Counting::actual);
        values.push_back(!is_index ? people : start > 0 ? 100 * people / start : 100);
      }
      return quantile(std::move(values), share);
    });
  };
  return {.people = spread(0.5, false),
          .low = spread(0.05, false),
          .high = spread(0.95, false),
          .index = spread(0.5, true),
          .index_low = spread(0.05, true),
          .index_high = spread(0.95, true)};
}

std::vector<Line> lines_of_region(const Cast& cast, int region, int last) {
  switch (cast.kind) {
    case Casting::two:
      return {line_of(cast.first(), region, last, Counting::actual),
              line_of(*cast.studies[1], region, last, Counting::actual)};
    case Casting::many:
      return {band_of(cast, region, last)};
    default:
      return {line_of(cast.first(), region, last, Counting::actual),
              line_of(cast.first(), region, last, Counting::registered)};
  }
}

}  // namespace

double quantile(std::vector<double> values, double share) {
  if (values.empty()) return 0;
  std::sort(values.begin(), values.end());
  const double place = std::clamp(share, 0.0, 1.0) * static_cast<double>(values.size() - 1);
  const auto below = std::min(static_cast<std::size_t>(place), values.size() - 1);
  const std::size_t above = std::min(below + 1, values.size() - 1);
  return values[below] + (place - static_cast<double>(below)) * (values[above] - values[below]);
}

std::vector<RegionLines> lines_of(const Cast& cast, int last, int rank_at) {
  std::vector<RegionLines> all;
  for (int region = 0; region < cast.first().n_regions(); ++region) {
    RegionLines lines{.region = region, .lines = lines_of_region(cast, region, last)};
    lines.rank = (rank_at == last ? lines.lines : lines_of_region(cast, region, rank_at)).front().index.back();
    all.push_back(std::move(lines));
  }
  std::stable_sort(all.begin(), all.end(), [](const RegionLines& a, const RegionLines& b) { return a.rank > b.rank; });
  return all;
}

}  // namespace figures
