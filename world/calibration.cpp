#include "world/calibration.hpp"

#include <algorithm>
#include <cmath>

#include "agents/exact_math.hpp"
#include "world/calibration_file.hpp"
#include "world/dense.hpp"
#include "world/errors.hpp"

namespace world {

namespace {

using Kind = FreeValue::Kind;

constexpr double place_range = 5;
constexpr double hub_range = 5;
constexpr const char* home_weight_name = "migration.home_weight";

/// Calls see(path, value, info) for the parameters of the choice that may be free.
template <class Self, class See>
void visit_calibrated(Self& parameters, See&& see) {
  const auto& names = calibrated_parameters();
  visit_parameters(parameters, [&](const char* group, auto& value, const agents::ParameterInfo& info) {
    const std::string path = std::string(group) + "." + info.name;
    if (std::find(names.begin(), names.end(), path) != names.end()) see(path, value, info);
  });
}

void set_parameter(Parameters& parameters, const FreeValue& value) {
  visit_calibrated(parameters, [&](const std::string& path, double& field, const agents::ParameterInfo&) {
    if (path == value.name) field = value.value;
  });
}

// The tables of the choice at these values; the world keeps its own.
agents::MigrationSignals signals_at(const World& world, const std::vector<FreeValue>& values) {
  agents::MigrationSignals signals = world.signals->migration;
  Parameters parameters = world.scenario.parameters;
  Perception perception = world.perception;
  Country country = world.country;
  for (const FreeValue& value : values) {
    if (value.kind == Kind::parameter) set_parameter(parameters, value);
    if (value.kind == Kind::hub_shift) country.hub_pairs[static_cast<std::size_t>(value.place)].cost_shift = value.value;
    if (value.kind == Kind::place_constant) perception.place_constant[static_cast<std::size_t>(value.place)] = value.value;
  }
  agents::CauseSignals causes;   // not asked for here
  perception_speaks(signals, causes, perception, country, parameters.migration, parameters.work);
  return signals;
}

// One squared error of the objective and its slopes in the free values.
struct Residuals {
  std::vector<double> error;
  std::vector<std::vector<double>> slope;   // [error][free value]
  [[nodiscard]] double sum_of_squares() const {
    double sum = 0;
    for (const double e : error) sum += e * e;
    return sum;
  }
};

// Leavers of school who move to study: they choose a place of study, not a region, so no free value touches them.
Grid<double> registered_study_moves(const World& world, double actual_per_registered) {
  Grid<double> moves = expected_study_moves(world.schooling, world.schooling_terms(), study_facts(world),
                                            young_cohorts(world.census, world.scale()));
  for (double& cell : moves.cells()) cell /= actual_per_registered;
  return moves;
}

// A search for one set of free values.
class Search {
 public:
  Search(const World& world, const HeadTypes& heads, double actual_per_registered, const CalibrationTerms& terms,
         const Crew& crew)
      : world_(world), heads_(heads), terms_(terms), crew_(crew), people_(registered_people(world.country)),
        margin_basis_(margin_basis(world.country)),
        to_year_(12 / world.scale() / actual_per_registered),
        to_study_(registered_study_moves(world, actual_per_registered)) {
    for (int o = 0; o < n_regions(); ++o) {
      for (int d = 0; d < n_regions(); ++d) {
        if (is_used(o, d) && world.country.moves_basis(o, d) == Basis::estimated) ++n_estimates_;
      }
    }
  }

  [[nodiscard]] Residuals residuals(const std::vector<FreeValue>& values, bool with_slopes) const {
    const agents::MigrationSignals signals = signals_at(world_, values);
    const int n = n_regions();
    Grid<double> flows;
    std::vector<Grid<double>> slopes;
    if (with_slopes) {
      const FlowSlopes by = flow_slopes(heads_, signals, n, crew_);
      flows = by.flows;
      for (std::size_t k = 0; k < values.size(); ++k) slopes.push_back(slope_of(by, values, k));
    } else {
      flows = expected_flows(heads_, signals, n, crew_);
    }
    for (std::size_t i = 0; i < flows.cells().size(); ++i) flows.cells()[i] = flows.cells()[i] * to_year_ + to_study_.cells()[i];
    Residuals result;
    add_nets(result, flows, slopes);
    add_margins(result, flows, slopes);
    add_cells(result, flows, slopes);
    add_priors(result, values, with_slopes);
    return result;
  }

 private:
  [[nodiscard]] int n_regions() const { return world_.country.n_regions(); }
  [[nodiscard]] bool is_used(int o, int d) const {
    return o != d && world_.country.moves_persons(o, d) >= std::max(1.0, terms_.smallest_cell_persons);
  }

  // Flows answer a free value through what it does to the tables of the choice.
  [[nodiscard]] Grid<double> slope_of(const FlowSlopes& by, std::vector<FreeValue> values, std::size_t k) const {
    constexpr double step = 1e-4;
    const double value = values[k].value;
    values[k].value = value + step;
    const agents::MigrationSignals high = signals_at(world_, values);
    values[k].value = value - step;
    const agents::MigrationSignals low = signals_at(world_, values);
    const int n = n_regions();
    const double home = (high.home - low.home) / (2 * step);
    Grid<double> slope(n, n);
    for (int o = 0; o < n; ++o) {
      const auto origin = static_cast<std::size_t>(o);
      for (int e = 0; e < n; ++e) {
        const auto region = static_cast<std::size_t>(e);
        const double pair = o == e ? 0 : (high.bilateral[origin][region] - low.bilateral[origin][region]) / (2 * step);
        const double place = (high.place[region] - low.place[region]) / (2 * step);
        if (pair == 0 && place == 0) continue;
        for (int d = 0; d < n; ++d) slope(o, d) += pair * by.by_utility(o, d, e) + place * by.by_place(o, d, e);
      }
      for (int d = 0; d < n; ++d) slope(o, d) = (slope(o, d) + home * by.by_home(o, d)) * to_year_;
    }
    return slope;
  }

  void add_nets(Residuals& result, const Grid<double>& flows, const std::vector<Grid<double>>& slopes) const {
    const Grid<double>& table = world_.country.moves_persons;
    const auto net = [&](const Grid<double>& cells, int r) {
      double sum = 0;
      for (int other = 0; other < n_regions(); ++other) sum += cells(other, r) - cells(r, other);
      return sum;
    };
    for (int r = 0; r < n_regions(); ++r) {
      const double scale = 1 / (terms_.net_error * std::max(1.0, people_[static_cast<std::size_t>(r)]));
      result.error.push_back((net(flows, r) - net(table, r)) * scale);
      std::vector<double>& row = result.slope.emplace_back();
      for (const Grid<double>& slope : slopes) row.push_back(net(slope, r) * scale);
    }
    double total = 0, total_table = 0;
    for (const double cell : flows.cells()) total += cell;
    for (int o = 0; o < n_regions(); ++o) {
      for (int d = 0; d < n_regions(); ++d) total_table += o == d ? 0 : table(o, d);
    }
    result.error.push_back(agents::exact_log(total / total_table) / terms_.total_error);
    std::vector<double>& row = result.slope.emplace_back();
    for (const Grid<double>& slope : slopes) {
      double sum = 0;
      for (const double cell : slope.cells()) sum += cell;
      row.push_back(sum / total / terms_.total_error);
    }
  }

  void add_margins(Residuals& result, const Grid<double>& flows, const std::vector<Grid<double>>& slopes) const {
    const Grid<double>& table = world_.country.moves_persons;
    const auto margin = [&](const Grid<double>& cells, int r, bool is_arrivals) {
      double sum = 0;
      for (int other = 0; other < n_regions(); ++other) {
        if (other != r) sum += is_arrivals ? cells(other, r) : cells(r, other);
      }
      return sum;
    };
    for (int r = 0; r < n_regions(); ++r) {
      for (const bool is_arrivals : {true, false}) {
        const double wanted = margin(table, r, is_arrivals), found = margin(flows, r, is_arrivals);
        const double error = terms_.margin_error[static_cast<std::size_t>(margin_basis_[static_cast<std::size_t>(r)])];
        if (wanted < std::max(1.0, terms_.smallest_cell_persons) || found <= 0) continue;
        result.error.push_back(agents::exact_log(found / wanted) / error);
        std::vector<double>& row = result.slope.emplace_back();
        for (const Grid<double>& slope : slopes) row.push_back(margin(slope, r, is_arrivals) / found / error);
      }
    }
  }

  void add_cells(Residuals& result, const Grid<double>& flows, const std::vector<Grid<double>>& slopes) const {
    // Estimated cells are a form laid over their margins: together they tell no more than those.
    const double dilution = std::sqrt(std::max(1.0, n_estimates_ / terms_.estimates_count_as));
    for (int o = 0; o < n_regions(); ++o) {
      for (int d = 0; d < n_regions(); ++d) {
        if (!is_used(o, d) || flows(o, d) <= 0) continue;
        const Basis basis = world_.country.moves_basis(o, d);
        const double error = terms_.cell_error[static_cast<std::size_t>(basis)] * (basis == Basis::estimated ? dilution : 1);
        result.error.push_back(agents::exact_log(flows(o, d) / world_.country.moves_persons(o, d)) / error);
        std::vector<double>& row = result.slope.emplace_back();
        for (const Grid<double>& slope : slopes) row.push_back(slope(o, d) / flows(o, d) / error);
      }
    }
  }

  void add_priors(Residuals& result, const std::vector<FreeValue>& values, bool with_slopes) const {
    for (std::size_t k = 0; k < values.size(); ++k) {
      // A flow table without homes cannot tell how strongly they pull.
      if (values[k].name != home_weight_name || terms_.home_sd == no_prior) continue;
      result.error.push_back((values[k].value - agents::MigrationParameters{}.home_weight) / terms_.home_sd);
      std::vector<double>& row = result.slope.emplace_back(with_slopes ? values.size() : 0);
      if (with_slopes) row[k] = 1 / terms_.home_sd;
    }
    // All constants raised alike change nothing: their mean is pinned to 0.
    constexpr double mean_error = 1e-3;
    double mean = 0;
    const auto n = static_cast<double>(n_regions());
    for (std::size_t k = 0; k < values.size(); ++k) {
      if (values[k].kind != Kind::place_constant) continue;
      mean += values[k].value / n;
      if (terms_.place_sd == no_prior) continue;
      result.error.push_back(values[k].value / terms_.place_sd);
      std::vector<double>& row = result.slope.emplace_back(with_slopes ? values.size() : 0);
      if (with_slopes) row[k] = 1 / terms_.place_sd;
    }
    result.error.push_back(mean / mean_error);
    std::vector<double>& row = result.slope.emplace_back(with_slopes ? values.size() : 0);
    for (std::size_t k = 0; k < row.size(); ++k) {
      row[k] = values[k].kind == Kind::place_constant ? 1 / n / mean_error : 0;
    }
  }

  const World& world_;
  const HeadTypes& heads_;
  const CalibrationTerms& terms_;
  const Crew& crew_;
  std::vector<double> people_;
  std::vector<Basis> margin_basis_;   // [region]
  double to_year_;   // persons a month at the world's scale → registered persons a year
  Grid<double> to_study_;   // [origin × place] registered moves a year
  int n_estimates_ = 0;
};

struct Normal {
  Grid<double> matrix;            // JᵀJ
  std::vector<double> gradient;   // Jᵀe
};

Normal normal_of(const Residuals& residuals, std::size_t n_free) {
  Normal normal{.matrix = Grid<double>(static_cast<int>(n_free), static_cast<int>(n_free)), .gradient = std::vector<double>(n_free)};
  for (std::size_t i = 0; i < residuals.error.size(); ++i) {
    const std::vector<double>& row = residuals.slope[i];
    for (std::size_t a = 0; a < n_free; ++a) {
      normal.gradient[a] += row[a] * residuals.error[i];
      for (std::size_t b = 0; b <= a; ++b) normal.matrix(static_cast<int>(a), static_cast<int>(b)) += row[a] * row[b];
    }
  }
  for (int a = 0; a < normal.matrix.rows(); ++a) {
    for (int b = 0; b < a; ++b) normal.matrix(b, a) = normal.matrix(a, b);
  }
  return normal;
}

// A value at its bound that wants to go beyond stays where it is.
void hold_at_bounds(Normal& normal, const std::vector<FreeValue>& values) {
  for (int k = 0; k < normal.matrix.rows(); ++k) {
    const auto i = static_cast<std::size_t>(k);
    const bool is_held = (values[i].value <= values[i].low && normal.gradient[i] > 0) ||
                         (values[i].value >= values[i].high && normal.gradient[i] < 0);
    if (!is_held) continue;
    for (int other = 0; other < normal.matrix.rows(); ++other) normal.matrix(k, other) = normal.matrix(other, k) = 0;
    normal.matrix(k, k) = 1;
    normal.gradient[i] = 0;
  }
}

std::vector<FreeValue> stepped(const std::vector<FreeValue>& from, const Normal& normal, double damping) {
  constexpr double floor = 1e-9;   // a direction that the data do not see stays still
  Grid<double> matrix = normal.matrix;
  for (int k = 0; k < matrix.rows(); ++k) matrix(k, k) += damping * matrix(k, k) + floor;
  const std::vector<double> step = solve_positive(matrix, normal.gradient);
  if (step.empty()) return {};
  std::vector<FreeValue> to = from;
  for (std::size_t k = 0; k < to.size(); ++k) to[k].value = std::clamp(to[k].value - step[k], to[k].low, to[k].high);
  return to;
}

void refuse_empty_flows(const Country& country) {
  double moves = 0;
  for (const double cell : country.moves_persons.cells()) moves += cell;
  if (moves > 0) return;
  throw InputError((country.folder / "migration_od.csv").string() + ": the table holds no moves of " +
                   std::to_string(country.base_year) + "; a calibration needs them; add rows with moves_persons");
}

}  // namespace

std::vector<FreeValue> free_values(const World& world) {
  std::vector<FreeValue> values;
  visit_calibrated(world.scenario.parameters,
                   [&](const std::string& path, const double& value, const agents::ParameterInfo& info) {
                     if (path == "migration.kin_shift" && world.country.kin_pairs.empty()) return;
                     values.push_back({.kind = Kind::parameter, .name = path, .low = info.low, .high = info.high, .value = value});
                   });
  for (std::size_t i = 0; i < world.country.hub_pairs.size(); ++i) {
    const HubPair& pair = world.country.hub_pairs[i];
    values.push_back({.kind = Kind::hub_shift,
                      .name = world.country.regions[static_cast<std::size_t>(pair.hinterland)].iso,
                      .place = static_cast<int>(i), .low = -hub_range, .high = hub_range, .value = pair.cost_shift});
  }
  for (int r = 0; r < world.country.n_regions(); ++r) {
    const auto region = static_cast<std::size_t>(r);
    values.push_back({.kind = Kind::place_constant, .name = world.country.regions[region].iso, .place = r,
                      .low = -place_range, .high = place_range, .value = world.perception.place_constant[region]});
  }
  return values;
}

void apply_values(Scenario& scenario, Country& country, const std::vector<FreeValue>& values) {
  country.place_constant.resize(country.regions.size(), 0.0);
  for (const FreeValue& value : values) {
    const auto place = static_cast<std::size_t>(value.place);
    if (value.kind == Kind::parameter) set_parameter(scenario.parameters, value);
    if (value.kind == Kind::hub_shift) country.hub_pairs[place].cost_shift = value.value;
    if (value.kind == Kind::place_constant) country.place_constant[place] = value.value;
  }
}

void apply_values(World& world, const std::vector<FreeValue>& values) {
  apply_values(world.scenario, world.country, values);
  world.perception.place_constant = world.country.place_constant;
  world.signals->migration = signals_at(world, values);
}

Grid<double> expected_registrations(const World& world, const HeadTypes& heads, double actual_per_registered,
                                    const Crew& crew) {
  Grid<double> flows = expected_flows(heads, world.signals->migration, world.country.n_regions(), crew);
  const Grid<double> to_study = registered_study_moves(world, actual_per_registered);
  for (std::size_t i = 0; i < flows.cells().size(); ++i) {
    flows.cells()[i] = flows.cells()[i] * 12 / world.scale() / actual_per_registered + to_study.cells()[i];
  }
  return flows;
}

Calibration calibrate(World& world, const HeadTypes& heads, double actual_per_registered,
                      const CalibrationTerms& terms, const Crew& crew) {
  constexpr int most_iterations = 100;
  constexpr double good_enough = 1e-9, most_damping = 1e8;
  refuse_empty_flows(world.country);
  std::vector<FreeValue> all = free_values(world), values;
  for (FreeValue& value : all) {
    const bool is_place = value.kind == Kind::place_constant;
    if (is_place && !terms.places_are_free) value.value = 0;
    value.value = std::clamp(value.value, value.low, value.high);
    if (is_place ? terms.places_are_free : terms.weights_are_free) values.push_back(value);
  }
  apply_values(world, all);
  const Search search(world, heads, actual_per_registered, terms, crew);
  Calibration result;
  double damping = 1e-3;
  Residuals here = search.residuals(values, true);
  result.objective = result.objective_at_start = here.sum_of_squares();
  bool is_done = values.empty();
  while (!is_done && result.iterations < most_iterations) {
    ++result.iterations;
    Normal normal = normal_of(here, values.size());
    hold_at_bounds(normal, values);
    double lowered = 0;
    for (; damping < most_damping; damping *= 10) {
      const std::vector<FreeValue> next = stepped(values, normal, damping);
      if (next.empty()) continue;
      const double objective = search.residuals(next, false).sum_of_squares();
      if (!(objective < result.objective)) continue;
      lowered = result.objective - objective;
      values = next;
      result.objective = objective;
      damping = std::max(1e-12, damping / 10);
      break;
    }
    here = search.residuals(values, true);
    is_done = lowered <= good_enough * result.objective;
  }
  const std::vector<double> variance = diagonal_of_inverse(normal_of(here, values.size()).matrix);
  std::vector<double> constants;
  for (FreeValue& value : all) {
    for (std::size_t k = 0; k < values.size(); ++k) {
      if (values[k].kind != value.kind || values[k].name != value.name) continue;
      value.value = values[k].value;
      value.standard_error = variance.empty() ? 0 : std::sqrt(variance[k]);
    }
    if (value.kind == Kind::place_constant) constants.push_back(value.value);
  }
  apply_values(world, all);
  result.place_sd_found = standard_deviation(constants);
  result.fit = fit_of(expected_registrations(world, heads, actual_per_registered, crew), world.country);
  result.values = std::move(all);
  return result;
}

double steady_actual_per_registered(const agents::RegistrationParameters& registration) {
  // Steady: who moves in a month registers, moves on, or never does (docs/model.md, registration).
  return (registration.hazard_per_month + registration.exit_per_month) /
         (registration.hazard_per_month * (1 - registration.never_share));
}

}  // namespace world
