// Reads causes.csv. Rows of one pair and type follow each other; households and
// people stand in each of them and are taken from the first.
#include "world/observers/why.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <system_error>

#include "world/errors.hpp"
#include "world/observers/rows.hpp"

namespace world::observers {
namespace {

// Columns of causes.csv.
enum : std::size_t {
  year_cell,
  origin_cell,
  destination_cell,
  cause_cell = 5,
  households_cell,
  people_cell,
  gain_cell,
  positive_gain_cell,
  pivotal_cell,
  sole_pivotal_cell,
  push_cell
};

std::map<std::string, int, std::less<>> gain_indices() {
  std::map<std::string, int, std::less<>> indices;
  for (int c = 0; c < agents::n_causes; ++c) indices[agents::cause_names[static_cast<std::size_t>(c)]] = c;
  indices[taste_name] = agents::n_causes;
  return indices;
}

[[noreturn]] void refuse_column(const Rows& rows, std::size_t cell, const char* why) {
  rows.refuse("column '" + causes_columns().columns[cell].name + "' is '" + std::string(rows.cell(cell)) + "'; " + why);
}

int region_of(const Rows& rows, std::size_t cell, const std::vector<std::string>& iso) {
  const auto found = std::find(iso.begin(), iso.end(), rows.cell(cell));
  if (found == iso.end()) refuse_column(rows, cell, "allowed are the regions of the run; keep what it wrote");
  return static_cast<int>(found - iso.begin());
}

/// A number that the writer may leave out.
double real_or_zero(const Rows& rows, std::size_t cell) { return rows.cell(cell).empty() ? 0 : rows.real(cell); }

void add_row(Stream& stream, const Rows& rows, int other, const std::map<std::string, int, std::less<>>& indices) {
  const std::string_view cause = rows.cell(cause_cell);
  const auto people = static_cast<double>(rows.integer(people_cell));
  if (cause == guardian_name || cause == study_name) {
    (cause == study_name ? stream.studied : stream.placed) += people;
    stream.people_of[static_cast<std::size_t>(other)] += people;
    return;
  }
  const auto index = indices.find(cause);
  if (index == indices.end()) refuse_column(rows, cause_cell, "no such cause; keep what the run wrote");
  if (index->second == 0) {
    stream.households += static_cast<double>(rows.integer(households_cell));
    stream.people += people;
    stream.people_of[static_cast<std::size_t>(other)] += people;
  }
  CauseSum& sum = stream.causes[static_cast<std::size_t>(index->second)];
  sum.gain += rows.real(gain_cell);
  sum.positive_gain += rows.real(positive_gain_cell);
  sum.pivotal += real_or_zero(rows, pivotal_cell);
  sum.sole_pivotal += real_or_zero(rows, sole_pivotal_cell);
  sum.push += real_or_zero(rows, push_cell);
}

[[noreturn]] void refuse_years(const std::string& file, int first, int last, int from, int to) {
  if (last == 0) {
    throw InputError(file + ": has no rows: nobody moved, or the run did not end its first year; run it longer");
  }
  std::string asked;
  if (from > 0) asked.append(" --from ").append(std::to_string(from));
  if (to > 0) asked.append(" --to ").append(std::to_string(to));
  throw InputError(file + ": no moves in the years of" + asked + "; the run has " + std::to_string(first) + " to " +
                   std::to_string(last));
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
    throw InputError(file.string() +
                     ": missing; the run was made by a program without causes: repeat it with `qonys rerun`");
  }
  // Row by row: the file of a long run has millions of cells.
  Rows rows(file, {});
  rows.take_header(causes_columns());
  const auto indices = gain_indices();
  Leaving leaving;
  leaving.region = region;
  leaving.out.people_of.resize(iso.size());
  leaving.in.people_of.resize(iso.size());
  int first = 0, last = 0;  // of the file
  for (; rows.has_row(); rows.next()) {
    rows.require_cells_of(causes_columns());
    const int year = static_cast<int>(rows.integer(year_cell));
    first = first == 0 ? year : std::min(first, year);
    last = std::max(last, year);
    if ((from > 0 && year < from) || (to > 0 && year > to)) continue;
    leaving.first_year = leaving.first_year == 0 ? year : std::min(leaving.first_year, year);
    leaving.last_year = std::max(leaving.last_year, year);
    const int origin = region_of(rows, origin_cell, iso), destination = region_of(rows, destination_cell, iso);
    if (origin == region)
      add_row(leaving.out, rows, destination, indices);
    else if (destination == region)
      add_row(leaving.in, rows, origin, indices);
  }
  if (leaving.last_year == 0) refuse_years(file.string(), first, last, from, to);
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
    const auto studied = static_cast<double>(sums.studied(origin, destination));
    stream.placed += placed;
    stream.studied += studied;
    stream.people_of[static_cast<std::size_t>(other)] += placed + studied;
  };
  for (Stream* stream : {&leaving.out, &leaving.in})
    stream->people_of.resize(static_cast<std::size_t>(sums.n_regions()));
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
