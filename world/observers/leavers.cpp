// Rows of one pair and type follow each other, one for each cause in their
// order; households and people stand in each and are taken from the first.
#include "world/observers/leavers.hpp"

#include <algorithm>
#include <numeric>
#include <string_view>

#include "world/observers/rows.hpp"
#include "world/world.hpp"

namespace world::observers {
namespace {

// Columns of causes.csv.
enum : std::size_t {
  year_cell,
  origin_cell,
  cause_cell = 5,
  households_cell,
  people_cell,
  positive_gain_cell = 9,
  push_cell = 12
};

/// Position among the causes, the taste last; −1: no decision of a head.
int gain_of(const Rows& rows) {
  const std::string_view cause = rows.cell(cause_cell);
  for (int c = 0; c < agents::n_causes; ++c) {
    if (cause == agents::cause_names[static_cast<std::size_t>(c)]) return c;
  }
  if (cause == taste_name) return agents::n_causes;
  if (cause != guardian_name && cause != study_name) rows.refuse("no cause '" + std::string(cause) + "'; the file was changed");
  return -1;
}

std::size_t region_of(const Rows& rows, const std::vector<std::string>& iso) {
  const auto found = std::find(iso.begin(), iso.end(), rows.cell(origin_cell));
  if (found == iso.end()) {
    rows.refuse("no region '" + std::string(rows.cell(origin_cell)) + "' in the run; the file was changed");
  }
  return static_cast<std::size_t>(found - iso.begin());
}

void add_row(Leavers& leavers, const Rows& rows) {
  const int gain = gain_of(rows);
  if (gain <= 0) leavers.people += static_cast<double>(rows.integer(people_cell));
  if (gain < 0) return;
  if (gain == 0) leavers.households += static_cast<double>(rows.integer(households_cell));
  leavers.positive_gain[static_cast<std::size_t>(gain)] += rows.real(positive_gain_cell);
  if (gain < agents::n_causes && !rows.cell(push_cell).empty())
    leavers.push[static_cast<std::size_t>(gain)] += rows.real(push_cell);
}

double in_util(agents::UtilUnits units) { return static_cast<double>(units) / agents::units_per_util; }

bool is_unexplained(int cause) {
  return cause == static_cast<int>(agents::Cause::place) || cause == static_cast<int>(agents::Cause::size);
}

}  // namespace

Leavers& Leavers::operator+=(const Leavers& more) {
  people += more.people;
  households += more.households;
  for (std::size_t c = 0; c < positive_gain.size(); ++c) positive_gain[c] += more.positive_gain[c];
  for (std::size_t c = 0; c < push.size(); ++c) push[c] += more.push[c];
  return *this;
}

double Leavers::share(int gain) const {
  const double whole = std::accumulate(positive_gain.begin(), positive_gain.end(), 0.0);
  return whole > 0 ? positive_gain[static_cast<std::size_t>(gain)] / whole : 0;
}

double Leavers::unexplained_share() const {
  return share(static_cast<int>(agents::Cause::place)) + share(static_cast<int>(agents::Cause::size));
}

std::vector<YearOfLeavers> read_leavers(const std::filesystem::path& file, const std::vector<std::string>& iso) {
  Rows rows(file, {});
  rows.take_header(causes_columns());
  std::vector<YearOfLeavers> years;
  for (; rows.has_row(); rows.next()) {
    rows.require_cells_of(causes_columns());
    const int year = static_cast<int>(rows.integer(year_cell));
    if (years.empty() || years.back().year != year) {
      if (!years.empty() && years.back().year > year) rows.refuse("the years are out of order; the file was changed");
      years.push_back({year, std::vector<Leavers>(iso.size())});
    }
    add_row(years.back().regions[region_of(rows, iso)], rows);
  }
  return years;
}

std::vector<Leavers> leavers_of(const World& world) {
  const auto n = static_cast<std::size_t>(world.country.n_regions());
  std::vector<Leavers> regions(n);
  for (std::size_t origin = 0; origin < n; ++origin) {
    for (std::size_t d = 0; d < n; ++d) regions[origin].people += static_cast<double>(world.tally.moves[origin][d]);
  }
  // Sums of integers of 2⁻²⁰ util that a double holds exactly: the order of movers does not matter.
  for (const Slot& slot : world.workspace->slots) {
    for (const agents::MoverAccount& one : slot.movers) {
      Leavers& leavers = regions[one.who.origin];
      leavers.households += 1;
      leavers.positive_gain[agents::n_causes] += std::max(in_util(one.taste), 0.0);
      for (std::size_t c = 0; c < agents::n_causes; ++c) {
        leavers.positive_gain[c] += std::max(in_util(one.gain[c]), 0.0);
        if (agents::has_push(static_cast<agents::Cause>(c))) leavers.push[c] += in_util(one.push[c]);
      }
    }
  }
  return regions;
}

MainPush main_push(const std::array<double, agents::n_causes>& push, double households) {
  constexpr double least = 0.005;  // shown as 0.01
  constexpr std::size_t most_named = 3;
  MainPush pushes;
  if (households <= 0) return pushes;
  std::array<int, agents::n_causes> order{};
  std::iota(order.begin(), order.end(), 0);
  const auto of = [&](int cause) { return push[static_cast<std::size_t>(cause)] / households; };
  std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return of(a) > of(b); });
  for (const int cause : order) {
    if (of(cause) < least || pushes.named.size() == most_named) break;
    if (!is_unexplained(cause)) {
      pushes.named.push_back({cause, of(cause)});
    } else if (pushes.named.empty()) {
      pushes.of_place = of(cause);
    }
  }
  return pushes;
}

}  // namespace world::observers
