// The months seen so far, region by region: what charts draw and what streams of
// a year are added up from. Filled from the source as months arrive.
#pragma once

#include <vector>

#include "render/info.hpp"
#include "render/source.hpp"

namespace viewer {

enum class Measure : std::uint8_t {
  people,
  registered,
  arrivals,
  departures,
  births,
  deaths,
  came_from_abroad,
  went_abroad,
  wage,
  rent,
  unemployment,
};
inline constexpr int n_measures = 11;

class History {
 public:
  /// Reads at most `most` months that are new; true if there were any. Months that the source must read first
  /// are asked for and come later.
  bool read(Source& source, int most);

  [[nodiscard]] int n_months() const { return static_cast<int>(months_.size()); }
  [[nodiscard]] bool has(int index) const { return index >= 0 && index < n_months() && months_[at(index)].is_read; }
  [[nodiscard]] int n_regions() const { return n_regions_; }
  /// Of a region, or of the country (−1: sums of people, means weighted by people). NaN where a month is not read.
  [[nodiscard]] double value(Measure measure, int region, int index) const;
  [[nodiscard]] std::vector<double> series(Measure measure, int region) const;
  /// Of the twelve months up to `index`; of fewer near the start.
  [[nodiscard]] Flows year_to(int index) const;
  /// Everybody who moved between regions in a month, real people.
  [[nodiscard]] double movers(int index) const;

 private:
  struct Read {
    bool is_read = false;
    std::vector<float> values;  // [region × measure]
    std::vector<float> moves;   // [origin × destination], real people
    double movers = 0;          // sum of those
  };
  [[nodiscard]] static std::size_t at(int index) { return static_cast<std::size_t>(index); }
  void take(const world::observers::Snapshot& month, Read& into);

  std::vector<Read> months_;
  int n_regions_ = 0;
  int generation_ = -1;
  int first_unread_ = 0;
};

}  // namespace viewer
