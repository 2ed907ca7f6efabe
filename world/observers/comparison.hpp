// Scenario B against scenario A over pairs of runs that share a seed: what
// changes, where, at what price, how sure. Pure arithmetic on year books; the
// runs are made by whoever calls, the wording is in comparison_text.cpp.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "world/country.hpp"
#include "world/observers/causes.hpp"
#include "world/observers/comparison_measures.hpp"
#include "world/observers/comparison_statistics.hpp"

namespace world::observers {

/// One item of what the policies of one run cost over all its months, scale 1:1.
struct CostItem {
  std::string policy, item, region;  // region: ISO code, empty for the nation
  double quantity = 0;
  std::string unit;
  std::string basis;                 // sourced, derived, estimated, or placeholder
  std::string benchmark;             // row the price rests on; empty for a placeholder
  double kzt = 0;                    // spent
  double present_value_kzt = 0;      // on 1 January of accounts.value_year
};

/// What all policies of a run asked for and got, whole KZT of the real country.
struct MoneyAsked {
  Count asked = 0, paid = 0, borrowed = 0;
};

/// One run of one scenario.
struct RunRecord {
  YearBook years;
  std::vector<CostItem> costs;
  MoneyAsked money{};
  CauseSums causes;                  // of A of the first pair, over all months; else empty
  [[nodiscard]] double present_value_kzt() const;
};

/// Two runs with one seed.
struct RunPair {
  std::uint64_t seed = 0;
  RunRecord a, b;
};

/// A policy with a place that only one of the scenarios holds.
struct PolicyPlace {
  std::string policy;
  std::string centre, centre_kk, centre_ru;  // the town it is named after; empty if it names none
  int region = 0;
  bool is_in_b = true;  // else in A
};

struct SideLabel {
  std::string name;
  std::string title, title_kk, title_ru;
};

/// What the comparison says of itself besides its numbers.
struct ComparisonLabel {
  SideLabel a, b;
  std::string scale;                 // "1:20"
  std::int32_t start = 0;            // first month
  int n_months = 0;
  int n_pairs_asked = 0;
  std::vector<Region> regions;
  int relieved = 0;                  // the region whose relief is asked for
  std::vector<PolicyPlace> places;   // of policies that differ
  std::vector<std::string> settings; // "migration.wage_weight: 1.5 | 2"
  std::int32_t policies_start = 0;   // first month of a policy that differs; 0: none does
  std::vector<double> additionality; // of the posts of all policies of A and B, each value once, rising
  double wage_weight = 0;            // of A
  double public_share_of_job_investment = 0;  // 0–1, of A
  double discount_per_year = 0;      // 0–1, of A
  int value_year = 0;                // of present values, of A
  std::string made_by;               // program and sources
};

class Comparison {
 public:
  /// At least one pair; all books of the same country and length.
  Comparison(ComparisonLabel label, std::vector<RunPair> pairs);

  [[nodiscard]] const ComparisonLabel& label() const { return label_; }
  [[nodiscard]] const std::vector<RunPair>& pairs() const { return pairs_; }
  [[nodiscard]] int n_pairs() const { return static_cast<int>(pairs_.size()); }
  [[nodiscard]] int n_years() const { return pairs_.front().a.years.n_years(); }
  [[nodiscard]] int n_regions() const { return pairs_.front().a.years.n_regions(); }
  [[nodiscard]] int country() const { return n_regions(); }  // as a region
  /// Is every measure of every pair the same under A and B?
  [[nodiscard]] bool is_identical() const;

  // All of these: B less A. A region may be `country()`.

  [[nodiscard]] Estimate difference(int year, int region, Measure measure) const;
  /// Sum over the first `n_years`.
  [[nodiscard]] Estimate cumulative(int n_years, int region, Measure measure) const;
  /// Sum over the years `first` … `end` − 1.
  [[nodiscard]] Estimate cumulative(int first, int end, int region, Measure measure) const;
  /// The year in which the first policy starts that differs; 0, the first, if only parameters do.
  [[nodiscard]] int first_year_of_policies() const;
  /// Per cent of A.
  [[nodiscard]] Estimate percent(int year, int region, Measure measure) const;
  /// Means over pairs.
  [[nodiscard]] double mean_a(int year, int region, Measure measure) const;
  [[nodiscard]] double mean_b(int year, int region, Measure measure) const;

  /// How much less the relieved place gains by `net` in the first `n_years`: A less B.
  [[nodiscard]] Estimate relief(int n_years, Measure net) const;
  /// Relief per person that `centre` gains: −Δnet(relieved) / Δnet(centre), whole period, as registered.
  /// Not defined unless the centre surely gains.
  [[nodiscard]] Ratio diversion(int centre) const;
  /// Present value of B less that of A, KZT.
  [[nodiscard]] Estimate cost() const;
  /// That cost per person of relief as registered, whole period. Not defined
  /// unless the relief is surely positive.
  [[nodiscard]] Ratio cost_per_mover() const;
  /// That cost per formal post filled in the country at the end. Not defined
  /// unless the increase is surely positive.
  [[nodiscard]] Ratio cost_per_job() const;

 private:
  template <class Number>
  [[nodiscard]] std::vector<double> over_pairs(Number&& number) const;
  [[nodiscard]] std::vector<double> relief_by_pair(int n_years, Measure net) const;
  [[nodiscard]] std::vector<double> cost_by_pair() const;

  ComparisonLabel label_;
  std::vector<RunPair> pairs_;
};

}  // namespace world::observers
