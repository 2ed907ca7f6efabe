// Reads causes.csv. Rows of one pair and type follow each other; households and
// people stand in each of them and are taken from the first.
#include "world/observers/why.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <system_error>

#include "world/errors.hpp"
#include "world/table.hpp"

namespace world::observers {
namespace {

constexpr Allowed years{1, 9999, "give a calendar year"};
constexpr Allowed counts{0, 1e12, "keep what the run wrote"};
constexpr Allowed utils{-1e15, 1e15, "keep what the run wrote"};

std::map<std::string, int> gain_indices() {
  std::map<std::string, int> indices;
  for (int c = 0; c < agents::n_causes; ++c) indices[agents::cause_names[static_cast<std::size_t>(c)]] = c;
  indices[taste_name] = agents::n_causes;
  return indices;
}

int region_of(const Table& table, int row, const char* column, const std::map<std::string, int>& regions) {
  const auto found = regions.find(table.cell(row, column));
  if (found == regions.end()) table.refuse_cell(row, column, "allowed are the regions of the run; keep what it wrote");
  return found->second;
}

void add_row(Stream& stream, const Table& table, int row, int other, const std::map<std::string, int>& indices) {
  const std::string& cause = table.text(row, "cause");
  const double people = table.number(row, "moved_persons", counts);
  if (cause == guardian_name) {
    stream.placed += people;
    stream.people_of[static_cast<std::size_t>(other)] += people;
    return;
  }
  const auto index = indices.find(cause);
  if (index == indices.end()) table.refuse_cell(row, "cause", "no such cause; keep what the run wrote");
  if (index->second == 0) {
    stream.households += table.number(row, "deciding_households", counts);
    stream.people += people;
    stream.people_of[static_cast<std::size_t>(other)] += people;
  }
  CauseSum& sum = stream.causes[static_cast<std::size_t>(index->second)];
  sum.gain += table.number(row, "gain_util", utils);
  sum.positive_gain += table.number(row, "positive_gain_util", counts);
  sum.pivotal += table.optional_number(row, "pivotal_households", counts).value_or(0);
  sum.sole_pivotal += table.optional_number(row, "sole_pivotal_households", counts).value_or(0);
  sum.push += table.optional_number(row, "push_util", utils).value_or(0);
}

[[noreturn]] void refuse_years(const Table& table, int from, int to) {
  int first = 9999, last = 0;
  for (int row = 0; row < table.n_rows(); ++row) {
    const int year = table.integer(row, "year", years);
    first = std::min(first, year);
    last = std::max(last, year);
  }
  if (last == 0) table.refuse("has no rows: nobody moved, or the run did not end its first year; run it longer");
  std::string asked;
  if (from > 0) asked.append(" --from ").append(std::to_string(from));
  if (to > 0) asked.append(" --to ").append(std::to_string(to));
  table.refuse("no moves in the years of" + asked + "; the run has " + std::to_string(first) + " to " + std::to_string(last));
}

}  // namespace

double Stream::positive_gain() const {
  double sum = 0;
  for (const CauseSum& cause : causes) sum += cause.positive_gain;
  return sum;
}

double Stream::share(int cause) const {
  const double whole = positive_gain();
  return whole > 0 ? causes[static_cast<std::size_t>(cause)].positive_gain / whole : 0;
}

double Stream::unexplained_share() const {
  return share(static_cast<int>(agents::Cause::place)) + share(static_cast<int>(agents::Cause::size));
}

Leaving read_leaving(const std::filesystem::path& file, const std::vector<std::string>& iso, int region, int from,
                     int to) {
  std::error_code ignored;
  if (!std::filesystem::is_regular_file(file, ignored)) {
    throw InputError(file.string() + ": missing; the run was made by a program without causes: repeat it with `qonys rerun`");
  }
  const Table table = Table::read(file, std::numeric_limits<std::size_t>::max());
  for (const Column& column : causes_columns().columns) table.require({column.name});
  std::map<std::string, int> regions;
  for (std::size_t r = 0; r < iso.size(); ++r) regions[iso[r]] = static_cast<int>(r);
  const auto indices = gain_indices();

  Leaving leaving;
  leaving.region = region;
  leaving.out.people_of.resize(iso.size());
  leaving.in.people_of.resize(iso.size());
  for (int row = 0; row < table.n_rows(); ++row) {
    const int year = table.integer(row, "year", years);
    if ((from > 0 && year < from) || (to > 0 && year > to)) continue;
    leaving.first_year = leaving.first_year == 0 ? year : std::min(leaving.first_year, year);
    leaving.last_year = std::max(leaving.last_year, year);
    const int origin = region_of(table, row, "origin", regions);
    const int destination = region_of(table, row, "destination", regions);
    if (origin == region) add_row(leaving.out, table, row, destination, indices);
    else if (destination == region) add_row(leaving.in, table, row, origin, indices);
  }
  if (leaving.last_year == 0) refuse_years(table, from, to);
  return leaving;
}

namespace {

void add_cell(Stream& stream, const CauseSums::Cell& cell, int other) {
  const auto in_util = [](agents::UtilUnits units) { return static_cast<double>(units) / agents::units_per_util; };
  const auto people = static_cast<double>(cell.people);
  stream.households += static_cast<double>(cell.households);
  stream.people += people;
  stream.people_of[static_cast<std::size_t>(other)] += people;
  for (std::size_t c = 0; c < n_gains; ++c) {
    CauseSum& sum = stream.causes[c];
    sum.gain += in_util(cell.gain[c]);
    sum.positive_gain += in_util(cell.positive_gain[c]);
    if (c == agents::n_causes) continue;
    sum.pivotal += static_cast<double>(cell.pivotal[c]);
    sum.sole_pivotal += static_cast<double>(cell.sole_pivotal[c]);
    if (agents::has_push(static_cast<agents::Cause>(c))) sum.push += in_util(cell.push[c]);
  }
}

}  // namespace

Leaving leaving_of(const CauseSums& sums, int region) {
  Leaving leaving;
  leaving.region = region;
  leaving.first_year = sums.first_year();
  leaving.last_year = sums.last_year();
  const auto add = [&](Stream& stream, int origin, int destination, int other) {
    for (int type = 0; type < CauseSums::n_types; ++type) add_cell(stream, sums.cell(origin, destination, type), other);
    const auto placed = static_cast<double>(sums.placed(origin, destination));
    stream.placed += placed;
    stream.people_of[static_cast<std::size_t>(other)] += placed;
  };
  for (Stream* stream : {&leaving.out, &leaving.in}) stream->people_of.resize(static_cast<std::size_t>(sums.n_regions()));
  for (int other = 0; other < sums.n_regions(); ++other) {
    if (other == region) continue;
    add(leaving.out, region, other, other);
    add(leaving.in, other, region, other);
  }
  return leaving;
}

Counter counter_of(const Leaving& leaving) {
  constexpr double few_households = 100;
  constexpr double many_came = 0.8;
  using agents::Cause;
  const Stream& out = leaving.out;
  if (out.households < few_households) return Counter::few;
  if (leaving.in.people >= many_came * out.people) return Counter::came;
  const double of_place = out.causes[static_cast<std::size_t>(Cause::place)].pivotal;
  for (int c = 0; c < agents::n_causes; ++c) {
    const auto cause = static_cast<Cause>(c);
    if (cause == Cause::place || cause == Cause::size) continue;
    if (out.causes[static_cast<std::size_t>(c)].pivotal >= of_place) return Counter::income;
  }
  return Counter::place;
}

}  // namespace world::observers
