#include "experiments/calibration_report.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "world/observers/text.hpp"

namespace experiments {
namespace {

using world::CellFit;
using world::FlowFit;
using world::FreeValue;
using world::observers::fixed_text;
using world::observers::grouped_text;
using world::observers::left_aligned;
using world::observers::right_aligned;
using world::observers::signed_fixed_text;
using world::observers::signed_grouped_text;

constexpr std::array basis_names{"sourced", "anchored", "estimated"};

/// What the issue asks of the first simulated year.
struct Goal {
  std::string name, wanted, found;
  bool is_met = false;
};

std::vector<Goal> goals_of(const FlowFit& fit) {
  const auto n = static_cast<int>(fit.net_table.size());
  const int n_signs_wanted = n * 9 / 10;
  return {{"correlation of nets", "0.95 or more", fixed_text(fit.correlation, 3), fit.correlation >= 0.95},
          {"RMSE of nets, % of people", "0.15 or less", fixed_text(fit.rmse_percent, 3), fit.rmse_percent <= 0.15},
          {"signs of nets", std::to_string(n_signs_wanted) + " of " + std::to_string(n) + " or more",
           std::to_string(fit.n_signs), fit.n_signs >= n_signs_wanted},
          {"all moves, model over table", "0.90 to 1.10", fixed_text(fit.gross_ratio(), 3),
           fit.gross_ratio() >= 0.9 && fit.gross_ratio() <= 1.1}};
}

std::string name_of(const FreeValue& value, const world::Country& country) {
  const auto region_name = [&](int r) { return country.regions[static_cast<std::size_t>(r)].name_en; };
  if (value.kind == FreeValue::Kind::place_constant) return region_name(value.place);
  if (value.kind == FreeValue::Kind::parameter) return value.name;
  const world::HubPair& pair = country.hub_pairs[static_cast<std::size_t>(value.place)];
  return "hub shift " + region_name(pair.hinterland) + " – " + region_name(pair.hub);
}

std::string error_text(const FreeValue& value) {
  if (value.value <= value.low || value.value >= value.high) return "at its bound";
  return value.standard_error > 0 ? fixed_text(value.standard_error, 3) : "–";
}

std::string row_of(const std::vector<std::string>& cells) {
  std::string text = "|";
  for (const std::string& cell : cells) text += " " + cell + " |";
  return text + "\n";
}

std::string head_of(const std::vector<std::string>& names) {
  std::string text = row_of(names) + "|---|";
  for (std::size_t i = 1; i < names.size(); ++i) text += "---:|";
  return text + "\n";
}

std::string values_table(const CalibrationStory& story, const world::Country& country) {
  std::string text = head_of({"value, util", "before", "after", "±"});
  for (std::size_t k = 0; k < story.after.values.size(); ++k) {
    const FreeValue& value = story.after.values[k];
    if (value.kind == FreeValue::Kind::place_constant) continue;
    text += row_of({name_of(value, country), fixed_text(story.before.values[k].value, 3), fixed_text(value.value, 3),
                    error_text(value)});
  }
  return text + row_of({"place constants, standard deviation", fixed_text(story.before.place_sd_found, 3),
                        fixed_text(story.after.place_sd_found, 3), "–"});
}

std::string regions_table(const CalibrationStory& story, const world::Country& country) {
  std::string text = head_of({"region", "table", "expected", "simulated", "difference, % of people", "constant before",
                              "constant", "±"});
  for (std::size_t r = 0; r < country.regions.size(); ++r) {
    std::vector<std::string> constant{"–", "–", "–"};
    for (std::size_t k = 0; k < story.after.values.size(); ++k) {
      const FreeValue& value = story.after.values[k];
      if (value.kind != FreeValue::Kind::place_constant || value.place != static_cast<int>(r)) continue;
      constant = {signed_fixed_text(story.before.values[k].value, 2), signed_fixed_text(value.value, 2),
                  error_text(value)};
    }
    text += row_of({country.regions[r].name_en, signed_grouped_text(story.first_year().net_table[r]),
                    signed_grouped_text(story.after.fit.net_model[r]),
                    signed_grouped_text(story.first_year().net_model[r]),
                    signed_fixed_text(story.first_year().error_percent[r], 2), constant[0], constant[1], constant[2]});
  }
  return text;
}

std::string cells_row(const std::string& what, const std::string& basis, const CellFit& fit) {
  const bool has_logs = fit.n_large > 0;
  return row_of({what, basis, std::to_string(fit.n_cells), grouped_text(fit.table), grouped_text(fit.model),
                 fixed_text(fit.overlap, 3), std::to_string(fit.n_large), has_logs ? fixed_text(fit.log_error, 2) : "–",
                 fit.n_large > 2 ? fixed_text(fit.log_correlation, 2) : "–"});
}

std::string cells_table(const CalibrationStory& story) {
  std::string text = head_of({"flows", "cells of basis", "cells", "table", "model", "overlap", "cells of 500 and more",
                              "log error", "log correlation"});
  const auto add = [&](const std::string& what, const FlowFit& fit) {
    for (std::size_t basis = 0; basis < world::n_bases; ++basis) {
      text += cells_row(what, basis_names[basis], fit.by_basis[basis]);
    }
    text += cells_row(what, "all", fit.all);
  };
  add("expected, before", story.before.fit);
  add("expected", story.after.fit);
  add("first simulated year", story.first_year());
  add("third simulated year", story.years.back());
  return text;
}

std::string years_table(const CalibrationStory& story) {
  constexpr std::array names{"first simulated year", "second", "third"};
  std::string text = head_of({"against the table", "r", "RMSE, %", "signs", "rank r", "all moves"});
  const auto add = [&](const std::string& name, const FlowFit& fit) {
    text += row_of({name, fixed_text(fit.correlation, 3), fixed_text(fit.rmse_percent, 3), std::to_string(fit.n_signs),
                    fixed_text(fit.rank_correlation, 2), fixed_text(fit.gross_ratio(), 3)});
  };
  add("expected, before", story.before.fit);
  add("expected", story.after.fit);
  for (std::size_t year = 0; year < story.years.size(); ++year) add(names.at(year), story.years[year]);
  for (const auto& [name, fit] : story.first_year_without_places) add("first simulated year, " + name, fit);
  return text;
}

std::string variants_table(const std::string& head, const std::vector<Variant>& variants) {
  std::string text = head_of({head, "sd of constants", "r", "RMSE, %", "signs", "rank r", "all moves", "overlap sourced",
                              "anchored", "estimated", "distance", "home", "objective"});
  for (const Variant& variant : variants) {
    const FlowFit& fit = variant.found.fit;
    std::string distance = "–", home = "–";
    for (const FreeValue& value : variant.found.values) {
      if (value.name == "migration.distance_weight") distance = fixed_text(value.value, 2);
      if (value.name == "migration.home_weight") home = fixed_text(value.value, 2);
    }
    text += row_of({variant.name, fixed_text(variant.found.place_sd_found, 3), fixed_text(fit.correlation, 3),
                    fixed_text(fit.rmse_percent, 3), std::to_string(fit.n_signs), fixed_text(fit.rank_correlation, 2),
                    fixed_text(fit.gross_ratio(), 3), fixed_text(fit.by_basis[0].overlap, 3),
                    fixed_text(fit.by_basis[1].overlap, 3), fixed_text(fit.by_basis[2].overlap, 3), distance, home,
                    fixed_text(variant.found.objective, 1)});
  }
  return text;
}

std::string goals_table(const FlowFit& fit) {
  std::string text = head_of({"first simulated year", "wanted", "found", ""});
  for (const Goal& goal : goals_of(fit)) text += row_of({goal.name, goal.wanted, goal.found, goal.is_met ? "met" : "missed"});
  return text;
}

std::string range_of(const std::vector<FlowFit>& fits, double (*read)(const FlowFit&), int decimals) {
  double low = read(fits.front()), high = low;
  for (const FlowFit& fit : fits) {
    low = std::min(low, read(fit));
    high = std::max(high, read(fit));
  }
  return low == high ? fixed_text(low, decimals) : fixed_text(low, decimals) + " to " + fixed_text(high, decimals);
}

std::string seeds_text(const CalibrationStory& story) {
  const auto& years = story.first_years;
  if (years.size() == 1) return "One seed: the luck of the draws is in these figures.\n";
  return "Mean of " + std::to_string(years.size()) + " seeds. Single seeds: r " +
         range_of(years, [](const FlowFit& fit) { return fit.correlation; }, 3) + ", RMSE " +
         range_of(years, [](const FlowFit& fit) { return fit.rmse_percent; }, 3) + " %, signs " +
         range_of(years, [](const FlowFit& fit) { return static_cast<double>(fit.n_signs); }, 0) + ".\n";
}

std::string matching_text(const CalibrationStory& story, const world::Country& country) {
  const world::MatchingStart& start = story.matching;
  return "The efficiency of matching is solved for in the warm-up, cell by cell, so that unemployment starts as observed: "
         "mean " + fixed_text(start.efficiency, 2) + " (regions " + fixed_text(start.lowest_efficiency, 2) + " to " +
         fixed_text(start.highest_efficiency, 2) + "). Unemployed at the start: " + grouped_text(start.unemployed_model) +
         ", table " + grouped_text(start.unemployed_table) + "; the worst region is " +
         country.regions[static_cast<std::size_t>(start.worst_region)].name_en + " with " +
         signed_fixed_text(start.worst_points, 2) + " percentage points.\n";
}

std::string terms_text(const world::CalibrationTerms& terms) {
  const auto percent = [](double value) { return fixed_text(100 * value, 0) + " %"; };
  return "Least squares of errors in units of assumed standard errors: nets " + fixed_text(100 * terms.net_error, 2) +
         " % of the region's people; all moves " + percent(terms.total_error) + "; arrivals and departures of a region " +
         percent(terms.margin_error[1]) + " where anchored, " + percent(terms.margin_error[2]) + " where estimated; cells of " + fixed_text(terms.smallest_cell_persons, 0) +
         " and more, in logarithms: sourced " + fixed_text(terms.cell_error[0], 2) + ", anchored " +
         fixed_text(terms.cell_error[1], 2) + ", estimated " + fixed_text(terms.cell_error[2], 2) +
         ", all estimated cells together weighing as " + fixed_text(terms.estimates_count_as, 0) +
         ", because they are one gravity form laid over the margins. Priors: place constants normal about 0 with sd " +
         fixed_text(terms.place_sd, 2) + "; home weight normal about " +
         fixed_text(agents::MigrationParameters{}.home_weight, 1) + " with sd " + fixed_text(terms.home_sd, 1) +
         ", because a gravity form knows no homes. Not fitted, because one cross-section cannot tell them: "
         "`migration.wage_weight`, `migration.nest_dissimilarity`, `migration.consideration_per_year`.\n";
}

}  // namespace

std::string terminal_text(const CalibrationStory& story, const world::Country& country) {
  constexpr int name_width = 46, number_width = 14;
  const auto line = [&](const std::string& name, const std::vector<std::string>& cells) {
    std::string text = left_aligned(name, name_width);
    for (const std::string& cell : cells) text += right_aligned(cell, number_width);
    return text + "\n";
  };
  std::string text = line("util", {"before", "after", "±"});
  for (std::size_t k = 0; k < story.after.values.size() && !story.is_held; ++k) {
    const FreeValue& value = story.after.values[k];
    const bool is_place = value.kind == FreeValue::Kind::place_constant;
    text += line((is_place ? "place " : "") + name_of(value, country),
                 {fixed_text(story.before.values[k].value, 3), fixed_text(value.value, 3), error_text(value)});
  }
  if (story.is_held) text.clear();
  else text += line("place constants, standard deviation",
               {fixed_text(story.before.place_sd_found, 3), fixed_text(story.after.place_sd_found, 3), "–"});
  if (!story.is_held) text += "±: one standard error if the assumed errors and the model are right; in truth larger.\n\n";
  text += line("nets of " + std::to_string(country.base_year), {"r", "RMSE, %", "signs", "all moves"});
  const auto fit_line = [&](const std::string& name, const FlowFit& fit) {
    text += line(name, {fixed_text(fit.correlation, 3), fixed_text(fit.rmse_percent, 3), std::to_string(fit.n_signs),
                        fixed_text(fit.gross_ratio(), 3)});
  };
  fit_line("expected, before", story.before.fit);
  if (!story.is_held) fit_line("expected, after", story.after.fit);
  for (const Variant& variant : story.without_places) fit_line("expected, " + variant.name, variant.found.fit);
  fit_line("first simulated year", story.first_year());
  fit_line("third simulated year", story.years.back());
  text += "\n" + line("cells, overlap with the table", {"sourced", "anchored", "estimated", "all"});
  const auto cells_line = [&](const std::string& name, const FlowFit& fit) {
    text += line(name, {fixed_text(fit.by_basis[0].overlap, 3), fixed_text(fit.by_basis[1].overlap, 3),
                        fixed_text(fit.by_basis[2].overlap, 3), fixed_text(fit.all.overlap, 3)});
  };
  cells_line(story.is_held ? "expected" : "expected, after", story.after.fit);
  cells_line("first simulated year", story.first_year());
  cells_line("third simulated year", story.years.back());
  text += line("number of cells", {std::to_string(story.after.fit.by_basis[0].n_cells),
                                   std::to_string(story.after.fit.by_basis[1].n_cells),
                                   std::to_string(story.after.fit.by_basis[2].n_cells),
                                   std::to_string(story.after.fit.all.n_cells)});
  text += "\n";
  for (const Goal& goal : goals_of(story.first_year())) {
    text += "First simulated year: " + goal.name + " " + goal.found + ", wanted " + goal.wanted + ": " +
            (goal.is_met ? "met" : "MISSED") + "\n";
  }
  return text;
}

std::string markdown_text(const CalibrationStory& story, const world::Country& country) {
  const std::string year = std::to_string(country.base_year);
  std::string text = "# Calibration against " + year + "\n\n";
  text += goals_table(story.first_year()) + "\n" + seeds_text(story);
  text += "\n" + years_table(story) +
          "\nPeople who are registered elsewhere at the start come from the flow table itself, and most of them register "
          "in the first year: that year meets the table better than the choice alone does. The third year, when they "
          "have passed, and the expected flows say what the choice does.\n";
  text += "\nNets are registered persons of " + year + "; the place constants were fitted to these very numbers, so a "
          "good fit is no success of the theory. Of " + std::to_string(story.after.fit.all.n_cells) +
          " cells " + std::to_string(story.after.fit.by_basis[0].n_cells) + " are published counts, " +
          std::to_string(story.after.fit.by_basis[1].n_cells) + " estimates bound to a published share or sum, " +
          std::to_string(story.after.fit.by_basis[2].n_cells) + " plain estimates. One registered move stands for " +
          fixed_text(story.actual_per_registered, 4) + " actual ones.\n\n";
  text += "## Values\n\n" + values_table(story, country) +
          "\n±: square roots of the diagonal of (JᵀJ)⁻¹, priors included. They hold if the assumed errors and the model "
          "are right; the fit itself says that the errors of cells are larger, so they are lower bounds.\n\n";
  text += "## Net migration by region\n\nRegistered persons a year.\n\n" + regions_table(story, country) + "\n";
  text += "## Flows by what they rest on\n\n" + cells_table(story) +
          "\nOverlap: 2 Σ min / (Σ + Σ). Log error: root mean square of ln(model / table).\n\n";
  if (!story.is_held) {
    text += "## What shrinking costs\n\nExpected flows; all weights estimated anew in each row.\n\n" +
            variants_table("prior sd of place constants", story.by_prior) + "\n";
    text += "## With all place constants at zero\n\n" + variants_table("weights", story.without_places) + "\n";
    text += "## With other values of what is held fixed\n\nAn objective that hardly changes means that the flows cannot "
            "tell these values apart.\n\n" + variants_table("held", story.by_fixed) + "\n";
  }
  text += "## Matching\n\n" + matching_text(story, country) + "\n";
  text += "## What was assumed\n\n" + terms_text(story.terms) + "\n";
  text += "## Where it comes from\n\n";
  for (const auto& [name, what] : story.records) text += "- " + name + ": " + what + "\n";
  return text;
}

std::string file_text(const CalibrationStory& story, const world::Country& country) {
  const auto rounded = [](double value) { return std::round(value * 1e6) / 1e6; };
  std::vector<world::CalibratedRow> rows;
  for (const FreeValue& value : story.after.values) {
    const bool is_place = value.kind == FreeValue::Kind::place_constant;
    rows.push_back({.kind = is_place ? "place_constant" : value.kind == FreeValue::Kind::parameter ? "parameter" : "hub_shift",
                    .name = value.name,
                    .value = rounded(value.value),
                    .standard_error = rounded(value.standard_error),
                    .note = value.kind == FreeValue::Kind::parameter ? "util" : name_of(value, country)});
  }
  return world::calibration_csv(rows, story.records);
}

}  // namespace experiments
