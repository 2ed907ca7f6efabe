// Differences by pair, then statistics over pairs.
#include "world/observers/comparison.hpp"

#include <utility>

#include "agents/expects.hpp"

namespace world::observers {
namespace {

/// The ratio, unless the denominator may be zero or is negative.
Ratio per_gain(const std::vector<double>& effect, const std::vector<double>& gain) {
  Ratio ratio = ratio_of_means(effect, gain);
  if (ratio.is_defined && estimate_of(gain).mean < 0) ratio.is_defined = false;
  return ratio;
}

}  // namespace

double RunRecord::present_value_kzt() const {
  double sum = 0;
  for (const CostItem& cost : costs) sum += cost.present_value_kzt;
  return sum;
}

Comparison::Comparison(ComparisonLabel label, std::vector<RunPair> pairs)
    : label_(std::move(label)), pairs_(std::move(pairs)) {
  agents::expects(!pairs_.empty(), "a comparison has at least one pair");
}

template <class Number>
std::vector<double> Comparison::over_pairs(Number&& number) const {
  std::vector<double> values;
  for (const RunPair& pair : pairs_) values.push_back(number(pair));
  return values;
}

bool Comparison::is_identical() const {
  for (const RunPair& pair : pairs_) {
    for (int year = 0; year < n_years(); ++year) {
      for (int region = 0; region < n_regions(); ++region) {
        for (const MeasureInfo& info : measure_infos()) {
          const double a = pair.a.years.at(year, region, info.measure);
          const double b = pair.b.years.at(year, region, info.measure);
          if (a < b || b < a) return false;
        }
      }
    }
  }
  return true;
}

Estimate Comparison::difference(int year, int region, Measure measure) const {
  return estimate_of(over_pairs([&](const RunPair& pair) {
    return pair.b.years.at(year, region, measure) - pair.a.years.at(year, region, measure);
  }));
}

Estimate Comparison::cumulative(int n_years, int region, Measure measure) const {
  return cumulative(0, n_years, region, measure);
}

Estimate Comparison::cumulative(int first, int end, int region, Measure measure) const {
  const auto between = [&](const YearBook& years) {
    return years.sum(end, region, measure) - years.sum(first, region, measure);
  };
  return estimate_of(over_pairs([&](const RunPair& pair) { return between(pair.b.years) - between(pair.a.years); }));
}

int Comparison::first_year_of_policies() const {
  return label_.policies_start > label_.start ? (label_.policies_start - label_.start) / 12 : 0;
}

Estimate Comparison::percent(int year, int region, Measure measure) const {
  return estimate_of(over_pairs([&](const RunPair& pair) {
    const double a = pair.a.years.at(year, region, measure);
    return a > 0 ? 100 * (pair.b.years.at(year, region, measure) / a - 1) : 0;
  }));
}

double Comparison::mean_a(int year, int region, Measure measure) const {
  return estimate_of(over_pairs([&](const RunPair& pair) { return pair.a.years.at(year, region, measure); })).mean;
}

double Comparison::mean_b(int year, int region, Measure measure) const {
  return estimate_of(over_pairs([&](const RunPair& pair) { return pair.b.years.at(year, region, measure); })).mean;
}

std::vector<double> Comparison::relief_by_pair(int n_years, Measure net) const {
  return over_pairs([&](const RunPair& pair) {
    return pair.a.years.sum(n_years, label_.relieved, net) - pair.b.years.sum(n_years, label_.relieved, net);
  });
}

Estimate Comparison::relief(int n_years, Measure net) const { return estimate_of(relief_by_pair(n_years, net)); }

Ratio Comparison::diversion(int centre) const {
  constexpr Measure net = Measure::net_migration_registered;
  return per_gain(relief_by_pair(n_years(), net), over_pairs([&](const RunPair& pair) {
    return pair.b.years.sum(n_years(), centre, net) - pair.a.years.sum(n_years(), centre, net);
  }));
}

std::vector<double> Comparison::cost_by_pair() const {
  return over_pairs([](const RunPair& pair) { return pair.b.present_value_kzt() - pair.a.present_value_kzt(); });
}

Estimate Comparison::cost() const { return estimate_of(cost_by_pair()); }

Ratio Comparison::cost_per_mover() const {
  return per_gain(cost_by_pair(), relief_by_pair(n_years(), Measure::net_migration_registered));
}

Ratio Comparison::cost_per_job() const {
  return per_gain(cost_by_pair(), over_pairs([&](const RunPair& pair) {
    const int last = n_years() - 1;
    return pair.b.years.at(last, country(), Measure::jobs_filled) - pair.a.years.at(last, country(), Measure::jobs_filled);
  }));
}

}  // namespace world::observers
