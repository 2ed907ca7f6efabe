#include "render/comparison.hpp"

#include <algorithm>
#include <cmath>

#include "render/figures/series.hpp"

namespace viewer {

using world::observers::Language;
using world::observers::Phrase;

namespace {

constexpr Measure measures[n_compared] = {Measure::people, Measure::arrivals, Measure::wage, Measure::rent,
                                          Measure::unemployment};

/// The runs of a set in the month shown.
struct SetValues {
  std::vector<std::pair<const History*, Flows>> runs;
  SetValues(const Scene& scene, Compared compared) {
    if (scene.company == nullptr) return;
    for (const History& history : scene.company->set_histories()) {
      if (history.has(scene.index))
        runs.emplace_back(&history, compared == Compared::net ? history.year_to(scene.index) : Flows{});
    }
  }
};

void set_intervals(ComparedRow& row, Compared compared, const SetValues& set, int index) {
  if (set.runs.size() < 2) return;
  std::vector<double> values, changes;
  for (const auto& [history, year] : set.runs) {
    values.push_back(value_of(compared, *history, year, row.region, index));
    if (row.b) changes.push_back(*row.b - values.back());
  }
  if (!row.b) row.a = figures::quantile(values, 0.5);
  row.of_a = Interval{figures::quantile(values, 0.05), figures::quantile(values, 0.95)};
  if (row.b) row.of_change = Interval{figures::quantile(changes, 0.05), figures::quantile(changes, 0.95)};
}

}  // namespace

Phrase phrase_of(Compared compared) {
  constexpr Info infos[] = {Info::people, Info::net_rate, Info::wage, Info::rent, Info::unemployment};
  return phrase_of(infos[static_cast<int>(compared)]);
}

Phrase unit_of(Compared compared) {
  constexpr Phrase units[] = {Phrase::view_unit_people, Phrase::view_unit_people_a_year,
                              Phrase::view_unit_tenge_a_month, Phrase::view_unit_tenge_a_metre,
                              Phrase::view_unit_percent};
  return units[static_cast<int>(compared)];
}

std::string value_text(Compared compared, double value, bool is_signed, Language language) {
  using namespace world::observers;
  if (!std::isfinite(value)) return "–";
  if (compared == Compared::unemployment)
    return is_signed ? signed_decimal_text(value, 2, language) : decimal_text(value, 2, language);
  return is_signed ? signed_count_text(value, language) : count_text(value, language);
}

double value_of(Compared compared, const History& history, const Flows& year, int region, int index) {
  if (compared != Compared::net) return history.value(measures[static_cast<int>(compared)], region, index);
  return region < 0 ? year.total() : year.into(region) - year.out_of(region);
}

std::vector<ComparedRow> compared_rows(const Scene& scene) {
  const auto compared = static_cast<Compared>(scene.state.compared);
  const SetValues set(scene, compared);
  std::vector<ComparedRow> rows;
  for (int region = -1; region < scene.month->n_regions(); ++region) {
    ComparedRow row{.region = region,
                    .a = value_of(compared, scene.history, scene.year, region, scene.index),
                    .b = {},
                    .of_a = {},
                    .of_change = {}};
    if (scene.rival) row.b = value_of(compared, scene.rival->history, scene.rival->year, region, scene.index);
    set_intervals(row, compared, set, scene.index);
    rows.push_back(row);
  }
  const auto less = [&](const ComparedRow& x, const ComparedRow& y) {
    switch (scene.state.compared_by) {
      case 0:
        return short_name(scene, x.region) < short_name(scene, y.region);
      case 1:
        return x.a < y.a;
      case 2:
        return x.b.value_or(0) < y.b.value_or(0);
      default:
        return x.b || y.b ? x.change() < y.change() : x.a < y.a;
    }
  };
  std::stable_sort(rows.begin() + 1, rows.end(), [&](const ComparedRow& x, const ComparedRow& y) {
    return scene.state.is_compared_descending ? less(y, x) : less(x, y);
  });
  return rows;
}

}  // namespace viewer
