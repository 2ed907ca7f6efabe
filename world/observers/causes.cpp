// Adds up integers, so rows do not depend on the order of movers.
#include "world/observers/causes.hpp"

#include <algorithm>
#include <bit>

#include "world/observers/text.hpp"
#include "world/world.hpp"

namespace world::observers {
namespace {

using agents::Cause;
using agents::n_causes;

constexpr std::size_t taste = n_causes;

double in_util(agents::UtilUnits units) { return static_cast<double>(units) / agents::units_per_util; }

void append_count(std::string& text, Count count) {
  text += ',';
  append_integer(text, count);
}

/// Nearly as fine as the unit, so that sums of rows round as sums of the run do.
void append_util(std::string& text, agents::UtilUnits units) {
  text += ',';
  append_fixed(text, in_util(units), 6);
}

/// Empty if there is no whole.
std::string share_text(agents::UtilUnits part, agents::UtilUnits whole) {
  return whole > 0 ? fixed_text(static_cast<double>(part) / static_cast<double>(whole), 4) : std::string();
}

}  // namespace

const FileColumns& causes_columns() {
  static const FileColumns declared{
      "causes.csv",
      "One row for each calendar year, ordered pair of regions, type of head and cause, if heads of that type moved "
      "(docs/model.md, Why people move). After the causes comes the row of the taste; children placed with a couple of "
      "another region have a row with the cause guardian and the type any, leavers of school who moved to study one "
      "with the cause study. A year that the run holds in part has the "
      "sums of its months. Count households and persons once for each pair and type, not for each cause.",
      {{"year", "calendar year", "the year"},
       {"origin", "ISO 3166-2", "the region left"},
       {"destination", "ISO 3166-2", "the region entered"},
       {"age_band", "under_30, 30_to_44, 45_and_over", "age of the head when deciding"},
       {"schooling", "secondary, vocational, higher", "schooling of the head; secondary or less"},
       {"cause", "", "the term of the utility; taste: the luck of the draw; guardian: nobody decided; study: a place of study was chosen"},
       {"deciding_households", "agents per year", "heads who decided to move"},
       {"moved_persons", "agents per year", "these heads and everybody who moved along"},
       {"gain_util", "util per year", "sum over these heads of what the cause gained them, destination less origin"},
       {"positive_gain_util", "util per year", "the same, of heads with a gain only"},
       {"pivotal_households", "agents per year",
        "heads who would have stayed if all regions were in this like the one left"},
       {"sole_pivotal_households", "agents per year", "heads for whom this was the only pivotal cause"},
       {"push_util", "util per year",
        "sum over these heads of the national mean less the region left; empty for causes that need two regions"},
       {"taste_share", "share",
        "of the taste in the positive gain of all causes and the taste, of this pair and type; 0 to 1"},
       {"unexplained_share", "share", "of the causes place and size in the same; 0 to 1"}}};
  return declared;
}

void CauseSums::clear() {
  n_months_ = 0;
  is_year_over_ = false;
  std::fill(cells_.begin(), cells_.end(), Cell{});
  std::fill(not_decided_.begin(), not_decided_.end(), Count{0});
  std::fill(to_study_.begin(), to_study_.end(), Count{0});
}

void CauseSums::add_mover(const agents::MoverAccount& one) {
  const auto band = static_cast<std::size_t>(agents::age_band(one.who.age));
  const std::size_t type = band * agents::n_levels + static_cast<std::size_t>(agents::level_of_skill(one.who.skill));
  const std::size_t pair = pair_of(one.who.origin, one.destination);
  Cell& cell = cells_[pair * n_types + type];
  ++cell.households;
  cell.people += one.n_people;
  not_decided_[pair] -= one.n_people;
  auto gains = [&](std::size_t source, agents::UtilUnits gain) {
    cell.gain[source] += gain;
    cell.positive_gain[source] += std::max<agents::UtilUnits>(gain, 0);
  };
  gains(taste, one.taste);
  const bool has_one = std::popcount(one.pivotal) == 1;
  for (std::size_t c = 0; c < n_causes; ++c) {
    gains(c, one.gain[c]);
    cell.push[c] += one.push[c];
    if (!one.is_pivotal(static_cast<int>(c))) continue;
    ++cell.pivotal[c];
    if (has_one) ++cell.sole_pivotal[c];
  }
}

void CauseSums::add(const World& world) {
  const auto n = static_cast<std::size_t>(world.country.n_regions());
  if (iso_.empty()) {
    for (const Region& region : world.country.regions) iso_.push_back(region.iso);
    cells_.resize(n * n * n_types);
    not_decided_.resize(n * n);
    to_study_.resize(n * n);
  }
  year_ = agents::year_of(world.month);
  if (n_months_ == 0) first_year_ = year_;
  is_year_over_ = agents::calendar_month_of(world.month) == 12;
  ++n_months_;
  for (std::size_t o = 0; o < n; ++o) {
    for (std::size_t d = 0; d < n; ++d) {
      const Count to_study = world.tally.study_moves[o][d];
      not_decided_[pair_of(o, d)] += world.tally.moves[o][d] - to_study;
      to_study_[pair_of(o, d)] += to_study;
    }
  }
  for (const Slot& slot : world.workspace->slots) {
    for (const agents::MoverAccount& one : slot.movers) add_mover(one);
  }
}

void CauseSums::append_cell(std::string& text, const std::string& pair, std::size_t type, const Cell& cell) const {
  agents::UtilUnits whole = 0;
  for (const auto gain : cell.positive_gain) whole += gain;
  const agents::UtilUnits unexplained = cell.positive_gain[static_cast<std::size_t>(Cause::place)] +
                                        cell.positive_gain[static_cast<std::size_t>(Cause::size)];
  const std::string shares =
      ',' + share_text(cell.positive_gain[taste], whole) + ',' + share_text(unexplained, whole) + '\n';
  const std::string head = pair + agents::age_band_names[type / agents::n_levels] + ',' +
                           agents::level_names[type % agents::n_levels] + ',';
  for (std::size_t c = 0; c < n_gains; ++c) {
    text += head;
    text += c == taste ? taste_name : agents::cause_names[c];
    append_count(text, cell.households);
    append_count(text, cell.people);
    append_util(text, cell.gain[c]);
    append_util(text, cell.positive_gain[c]);
    if (c == taste) {
      text += ",,,";
    } else {
      append_count(text, cell.pivotal[c]);
      append_count(text, cell.sole_pivotal[c]);
      if (agents::has_push(static_cast<Cause>(c))) append_util(text, cell.push[c]);
      else text += ',';
    }
    text += shares;
  }
}

void CauseSums::append_rows(std::string& text) const {
  for (std::size_t o = 0; o < iso_.size(); ++o) {
    for (std::size_t d = 0; d < iso_.size(); ++d) {
      const std::size_t pair = pair_of(o, d);
      const std::string key = std::to_string(year_) + ',' + iso_[o] + ',' + iso_[d] + ',';
      for (std::size_t type = 0; type < n_types; ++type) {
        const Cell& cell = cells_[pair * n_types + type];
        if (cell.households > 0) append_cell(text, key, type, cell);
      }
      const auto append_undecided = [&](const char* name, Count people) {
        if (people == 0) return;
        text += key + any_type + ',' + any_type + ',' + name + ",0";
        append_count(text, people);
        text += ",,,,,,,\n";
      };
      append_undecided(guardian_name, not_decided_[pair]);
      append_undecided(study_name, to_study_[pair]);
    }
  }
}

}  // namespace world::observers
