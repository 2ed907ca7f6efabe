#include "render/info.hpp"

namespace viewer {

using world::observers::Count;
using world::observers::Language;
using world::observers::Phrase;
using world::observers::RegionSnapshot;
using world::observers::Snapshot;

namespace {

double share(double part, double whole) { return whole > 0 ? 100 * part / whole : 0; }

/// Streams of a part of a year as if they went on for all of it; nothing before the first month.
double a_year(double people, const Flows& flows) { return flows.n_months > 0 ? people * 12 / flows.n_months : 0; }

}  // namespace

Phrase phrase_of(Info info) {
  return static_cast<Phrase>(static_cast<int>(Phrase::view_info_net_rate) + static_cast<int>(info));
}

Phrase unit_of(Info info) {
  switch (info) {
    case Info::net_rate:
      return Phrase::view_unit_per_thousand;
    case Info::arrivals:
    case Info::departures:
      return Phrase::view_unit_people_a_year;
    case Info::people:
      return Phrase::view_unit_people;
    case Info::wage:
      return Phrase::view_unit_tenge_a_month;
    case Info::rent:
      return Phrase::view_unit_tenge_a_metre;
    case Info::unregistered:
    case Info::unemployment:
      break;
  }
  return Phrase::view_unit_percent;
}

double Flows::into(int region) const {
  double sum = 0;
  for (int origin = 0; origin < n_regions; ++origin) sum += between(origin, region);
  return sum;
}

double Flows::out_of(int region) const {
  double sum = 0;
  for (int destination = 0; destination < n_regions; ++destination) sum += between(region, destination);
  return sum;
}

double Flows::total() const {
  double sum = 0;
  for (const double stream : people) sum += stream;
  return sum;
}

double people_of(const Snapshot& month, Count agents) { return static_cast<double>(agents) * month.people_per_agent; }

double value_of(Info info, const Snapshot& month, const Flows& year, int region) {
  const RegionSnapshot& here = month.regions[static_cast<std::size_t>(region)];
  const double people = people_of(month, here.population_actual);
  switch (info) {
    case Info::net_rate:
      return share(a_year(year.into(region) - year.out_of(region), year), people) * 10;
    case Info::arrivals:
      return a_year(year.into(region), year);
    case Info::departures:
      return a_year(year.out_of(region), year);
    case Info::people:
      return people;
    case Info::unregistered:
      return share(people_of(month, here.unregistered), people);
    case Info::wage:
      return here.mean_wage_kzt;
    case Info::rent:
      return here.rent_kzt_per_m2;
    case Info::unemployment:
      break;
  }
  return share(static_cast<double>(here.unemployed), static_cast<double>(here.unemployed + here.employed));
}

std::string value_text(Info info, double value, Language language) {
  switch (info) {
    case Info::net_rate:
      return world::observers::signed_decimal_text(value, 1, language);
    case Info::unregistered:
    case Info::unemployment:
      return world::observers::decimal_text(value, 1, language);
    default:
      return world::observers::count_text(value, language);
  }
}

}  // namespace viewer
