#include "world/flow_fit.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "agents/exact_math.hpp"
#include "world/country_parts.hpp"

namespace world {

namespace {

double mean_of(const std::vector<double>& values) {
  double sum = 0;
  for (const double value : values) sum += value;
  return values.empty() ? 0 : sum / static_cast<double>(values.size());
}

// Ranks from 1, ties in the order of the regions.
std::vector<double> ranks_of(const std::vector<double>& values) {
  std::vector<double> ranks(values.size(), 1);
  for (std::size_t i = 0; i < values.size(); ++i) {
    for (std::size_t j = 0; j < values.size(); ++j) {
      if (values[j] < values[i] || (values[j] == values[i] && j < i)) ranks[i] += 1;
    }
  }
  return ranks;
}

// `keep(o, d)` chooses the cells.
template <class Keep>
CellFit cells_of(const Grid<double>& flows, const Country& country, Keep&& keep) {
  CellFit fit;
  double common = 0, square = 0;
  std::vector<double> log_table, log_model;
  for (int o = 0; o < flows.rows(); ++o) {
    for (int d = 0; d < flows.rows(); ++d) {
      if (o == d || !keep(o, d)) continue;
      const double table = country.moves_persons(o, d), model = flows(o, d);
      ++fit.n_cells;
      fit.table += table;
      fit.model += model;
      common += std::min(table, model);
      if (table < large_cell_persons || model <= 0) continue;
      log_table.push_back(agents::exact_log(table));
      log_model.push_back(agents::exact_log(model));
      square += (log_model.back() - log_table.back()) * (log_model.back() - log_table.back());
    }
  }
  fit.overlap = fit.table + fit.model > 0 ? 2 * common / (fit.table + fit.model) : 0;
  fit.n_large = static_cast<int>(log_table.size());
  fit.log_error = fit.n_large > 0 ? std::sqrt(square / fit.n_large) : 0;
  fit.log_correlation = fit.n_large > 2 ? correlation_of(log_table, log_model) : 0;
  return fit;
}

}  // namespace

double standard_deviation(const std::vector<double>& values) {
  const double mean = mean_of(values);
  double square = 0;
  for (const double value : values) square += (value - mean) * (value - mean);
  return values.empty() ? 0 : std::sqrt(square / static_cast<double>(values.size()));
}

double correlation_of(const std::vector<double>& a, const std::vector<double>& b) {
  const double mean_a = mean_of(a), mean_b = mean_of(b);
  double both = 0, square_a = 0, square_b = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    both += (a[i] - mean_a) * (b[i] - mean_b);
    square_a += (a[i] - mean_a) * (a[i] - mean_a);
    square_b += (b[i] - mean_b) * (b[i] - mean_b);
  }
  return square_a > 0 && square_b > 0 ? both / std::sqrt(square_a * square_b) : 0;
}

std::vector<double> registered_people(const Country& country) {
  std::vector<double> people(country.regions.size());
  for (int r = 0; r < country.n_regions(); ++r) {
    for (int sex = 0; sex < country.people.rows(); ++sex) {
      for (int group = 0; group < country.people.columns(); ++group) {
        people[static_cast<std::size_t>(r)] += country.people(r, sex, group);
      }
    }
  }
  return people;
}

std::vector<Basis> margin_basis(const Country& country) {
  std::vector<Basis> basis(country.regions.size(), Basis::estimated);
  const Table table = country_parts::read_table(country, "migration_net", nullptr);
  const auto& columns = table.columns();
  if (std::find(columns.begin(), columns.end(), "basis_gross_interregional") == columns.end()) return basis;
  for (int row = 0; row < table.n_rows(); ++row) {
    const int region = country.region_of(table.cell(row, "iso"));
    if (region < 0 || !country_parts::is_wanted(table, row, country_parts::of_base_year(country))) continue;
    const std::string& word = table.cell(row, "basis_gross_interregional");
    if (word == "sourced") basis[static_cast<std::size_t>(region)] = Basis::sourced;
    if (word == "anchored") basis[static_cast<std::size_t>(region)] = Basis::anchored;
  }
  return basis;
}

FlowFit fit_of(const Grid<double>& flows, const Country& country) {
  const std::size_t n = country.regions.size();
  FlowFit fit;
  fit.in_table = fit.in_model = fit.out_table = fit.out_model = std::vector<double>(n);
  for (int o = 0; o < flows.rows(); ++o) {
    for (int d = 0; d < flows.rows(); ++d) {
      if (o == d) continue;
      fit.in_table[static_cast<std::size_t>(d)] += country.moves_persons(o, d);
      fit.out_table[static_cast<std::size_t>(o)] += country.moves_persons(o, d);
      fit.in_model[static_cast<std::size_t>(d)] += flows(o, d);
      fit.out_model[static_cast<std::size_t>(o)] += flows(o, d);
    }
  }
  const std::vector<double> people = registered_people(country);
  double square = 0;
  for (std::size_t r = 0; r < n; ++r) {
    fit.net_table.push_back(fit.in_table[r] - fit.out_table[r]);
    fit.net_model.push_back(fit.in_model[r] - fit.out_model[r]);
    fit.error_percent.push_back(100 * (fit.net_model[r] - fit.net_table[r]) / std::max(1.0, people[r]));
    square += fit.error_percent[r] * fit.error_percent[r];
    if ((fit.net_table[r] > 0) == (fit.net_model[r] > 0)) ++fit.n_signs;
    fit.total_table += fit.in_table[r];
    fit.total_model += fit.in_model[r];
  }
  fit.rmse_percent = std::sqrt(square / static_cast<double>(n));
  fit.correlation = correlation_of(fit.net_table, fit.net_model);
  fit.rank_correlation = correlation_of(ranks_of(fit.net_table), ranks_of(fit.net_model));
  fit.all = cells_of(flows, country, [](int, int) { return true; });
  for (std::size_t basis = 0; basis < n_bases; ++basis) {
    fit.by_basis[basis] = cells_of(flows, country, [&](int o, int d) {
      return country.moves_basis(o, d) == static_cast<Basis>(basis);
    });
  }
  return fit;
}

}  // namespace world
