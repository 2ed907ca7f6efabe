#include "render/history.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace viewer {

using world::observers::RegionSnapshot;
using world::observers::Snapshot;

namespace {

double share_unemployed(const RegionSnapshot& region) {
  const double all = static_cast<double>(region.unemployed + region.employed);
  return all > 0 ? 100 * static_cast<double>(region.unemployed) / all : 0;
}

double of(Measure measure, const Snapshot& month, const RegionSnapshot& region) {
  switch (measure) {
    case Measure::people:
      return people_of(month, region.population_actual);
    case Measure::registered:
      return people_of(month, region.population_registered);
    case Measure::arrivals:
      return people_of(month, region.arrivals_actual);
    case Measure::departures:
      return people_of(month, region.departures_actual);
    case Measure::births:
      return people_of(month, region.births);
    case Measure::deaths:
      return people_of(month, region.deaths);
    case Measure::came_from_abroad:
      return people_of(month, region.external_arrivals_actual);
    case Measure::went_abroad:
      return people_of(month, region.external_departures_actual);
    case Measure::wage:
      return region.mean_wage_kzt;
    case Measure::rent:
      return region.rent_kzt_per_m2;
    case Measure::unemployment:
      break;
  }
  return share_unemployed(region);
}

bool is_mean(Measure measure) {
  return measure == Measure::wage || measure == Measure::rent || measure == Measure::unemployment;
}

}  // namespace

bool History::read(Source& source, int most) {
  if (source.generation() != generation_) {
    months_.clear();
    generation_ = source.generation();
    first_unread_ = 0;
  }
  months_.resize(at(source.n_months()));
  first_unread_ = std::min(first_unread_, n_months());
  while (first_unread_ < n_months() && months_[at(first_unread_)].is_read) ++first_unread_;
  int n = 0;
  for (int i = first_unread_; i < n_months() && n < most; ++i) {
    if (months_[at(i)].is_read) continue;
    const Month month = source.month(i);
    if (!month) break;  // asked for
    take(*month, months_[at(i)]);
    ++n;
  }
  return n > 0;
}

void History::take(const Snapshot& month, Read& into) {
  n_regions_ = month.n_regions();
  into.values.reserve(month.regions.size() * n_measures);
  for (const RegionSnapshot& region : month.regions) {
    for (int m = 0; m < n_measures; ++m) {
      into.values.push_back(static_cast<float>(of(static_cast<Measure>(m), month, region)));
    }
  }
  into.moves.assign(month.regions.size() * month.regions.size(), 0.0F);
  for (std::size_t i = 0; i < std::min(into.moves.size(), month.moves.size()); ++i) {
    into.moves[i] = static_cast<float>(people_of(month, month.moves[i]));
    into.movers += people_of(month, month.moves[i]);
  }
  into.is_read = true;
}

double History::value(Measure measure, int region, int index) const {
  if (!has(index)) return std::numeric_limits<double>::quiet_NaN();
  const std::vector<float>& values = months_[at(index)].values;
  const auto one = [&](int r, Measure m) {
    return static_cast<double>(values[static_cast<std::size_t>(r * n_measures + static_cast<int>(m))]);
  };
  if (region >= 0) return one(region, measure);
  double sum = 0, weight = 0;
  for (int r = 0; r < n_regions_; ++r) {
    const double people = is_mean(measure) ? one(r, Measure::people) : 1;
    sum += people * one(r, measure);
    weight += people;
  }
  return !is_mean(measure) ? sum : weight > 0 ? sum / weight : 0;
}

std::vector<double> History::series(Measure measure, int region) const {
  std::vector<double> all;
  all.reserve(months_.size());
  for (int i = 0; i < n_months(); ++i) all.push_back(value(measure, region, i));
  return all;
}

Flows History::year_to(int index) const {
  Flows flows;
  flows.n_regions = n_regions_;
  flows.people.assign(static_cast<std::size_t>(n_regions_) * static_cast<std::size_t>(n_regions_), 0.0);
  for (int i = std::max(1, index - 11); i <= index; ++i) {  // the start has no events
    if (!has(i)) continue;
    const std::vector<float>& moves = months_[at(i)].moves;
    for (std::size_t k = 0; k < std::min(moves.size(), flows.people.size()); ++k) {
      flows.people[k] += static_cast<double>(moves[k]);
    }
    ++flows.n_months;
  }
  return flows;
}

double History::movers(int index) const { return has(index) ? months_[at(index)].movers : 0; }

}  // namespace viewer
