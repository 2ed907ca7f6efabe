// How well a table of flows meets the registered flows of the base year: nets
// by region, gross total, and the cells by what they rest on. Figures only; the
// calibration, its report and the tests read them.
#pragma once

#include <array>
#include <vector>

#include "world/country.hpp"

namespace world {

/// Cells of one basis (or all), flows as registered persons a year.
struct CellFit {
  int n_cells = 0;
  double table = 0, model = 0;      // sums
  double overlap = 0;               // 2 Σ min / (Σ + Σ)
  int n_large = 0;                  // cells of `large_cell` and more in the table, with a flow in the model
  double log_error = 0;             // of those: root mean square of ln(model / table)
  double log_correlation = 0;       // of those: of the logarithms; 0 with fewer than three
};

struct FlowFit {
  std::vector<double> net_table, net_model;   // [region] persons a year, registered
  std::vector<double> in_table, in_model, out_table, out_model;   // [region]
  std::vector<double> error_percent;          // [region] net error in % of its people
  double correlation = 0;                     // of the nets
  double rank_correlation = 0;
  double rmse_percent = 0;                    // of people, over regions
  int n_signs = 0;                            // nets with the sign of the table
  double total_table = 0, total_model = 0;    // registered moves a year
  std::array<CellFit, n_bases> by_basis;      // sourced, anchored, estimated
  CellFit all;

  [[nodiscard]] double gross_ratio() const { return total_table > 0 ? total_model / total_table : 0; }
};

inline constexpr double large_cell_persons = 500;

/// `flows` [origin × destination] registered persons a year, real people.
[[nodiscard]] FlowFit fit_of(const Grid<double>& flows, const Country& country);

/// Registered people of a region at the start.
[[nodiscard]] std::vector<double> registered_people(const Country& country);

/// What arrivals and departures of each region rest on: migration_net.csv of the base year, its column
/// basis_gross_interregional; estimates where it says neither sourced nor anchored. Nobody but the
/// calibration asks, so it is read here and is no part of a country.
[[nodiscard]] std::vector<Basis> margin_basis(const Country& country);

[[nodiscard]] double standard_deviation(const std::vector<double>& values);
[[nodiscard]] double correlation_of(const std::vector<double>& a, const std::vector<double>& b);

}  // namespace world
