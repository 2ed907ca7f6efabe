// What is compared of two runs, and the book in which a run notes it: one number
// for each year, region and measure. Fed one snapshot a month.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "world/observers/phrases.hpp"
#include "world/observers/snapshot.hpp"

namespace world::observers {

enum class Measure : std::uint8_t {
  population_registered, population_actual, population_served,
  net_migration_registered, net_migration_actual,
  jobs_filled, posts, unemployed,
  mean_wage, real_wage, rent,
  heat_deficit_months, water_deficit_months, heat_quality, water_quality,
  n_measures,
};
inline constexpr std::size_t n_measures = static_cast<std::size_t>(Measure::n_measures);

/// How twelve months become a year, and whether regions add up to the country.
enum class Yearly : std::uint8_t { at_the_end, sum };
enum class National : std::uint8_t { sum, mean_by_jobs, mean_by_floor, mean_by_people };

struct MeasureInfo {
  Measure measure;
  const char* name;      // in compare.csv
  const char* unit;
  Yearly yearly;
  National national;
  const char* sentence;
};
[[nodiscard]] std::span<const MeasureInfo> measure_infos();
[[nodiscard]] const MeasureInfo& info_of(Measure measure);

/// The measures of one run by year, in people and at scale 1:1. A year is twelve
/// months from the start; the last one may be shorter.
class YearBook {
 public:
  /// `housing_share` of income goes to rent; the real wage takes it out.
  explicit YearBook(double housing_share = 0) : housing_share_(housing_share) {}

  /// Takes the next month; the first call must be the start.
  void add(const Snapshot& snapshot);

  [[nodiscard]] int n_months() const { return n_months_; }
  [[nodiscard]] int n_years() const { return static_cast<int>(values_.size() / per_year()); }
  [[nodiscard]] int n_regions() const { return n_regions_; }
  /// `region` n_regions() is the country.
  [[nodiscard]] double at(int year, int region, Measure measure) const {
    return values_[static_cast<std::size_t>(year) * per_year() + index(region, measure)];
  }
  /// Sum over the years before `n_years`, of a measure that adds up over months.
  [[nodiscard]] double sum(int n_years, int region, Measure measure) const;

 private:
  [[nodiscard]] std::size_t per_year() const { return static_cast<std::size_t>(n_regions_ + 1) * n_measures; }
  [[nodiscard]] static std::size_t index(int region, Measure measure) {
    return static_cast<std::size_t>(region) * n_measures + static_cast<std::size_t>(measure);
  }

  double housing_share_;
  double start_rent_ = 1;  // mean of the country at the start, KZT per m2
  int n_regions_ = 0, n_months_ = 0;
  bool has_start_ = false;
  std::vector<double> values_;  // [year × region or country × measure]
};

}  // namespace world::observers
