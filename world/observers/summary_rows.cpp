// Differences between the first and the last state, region by region.
#include "world/observers/summary_rows.hpp"

#include <algorithm>
#include <cstddef>
#include <limits>

#include "world/observers/text.hpp"

namespace world::observers {
namespace {

constexpr double not_defined = std::numeric_limits<double>::quiet_NaN();

double percent_change(double before, double after) {
  return before > 0 ? 100.0 * (after / before - 1.0) : not_defined;
}

double percent_of(double part, double whole) { return whole > 0 ? 100.0 * part / whole : not_defined; }

/// The numbers of one place at one time, in a form that can be added up.
struct PlaceState {
  double people = 0, registered = 0, employed = 0, unemployed = 0;
  double wage_bill = 0, wage_weight = 0, rent_bill = 0, rent_weight = 0;

  void add(const RegionSnapshot& region) {
    people += static_cast<double>(region.population_actual);
    registered += static_cast<double>(region.population_registered);
    employed += static_cast<double>(region.employed);
    unemployed += static_cast<double>(region.unemployed);
    wage_bill += region.mean_wage_kzt * static_cast<double>(region.employees_by_workplace);
    wage_weight += static_cast<double>(region.employees_by_workplace);
    rent_bill += region.rent_kzt_per_m2 * region.dwelling_stock_m2;
    rent_weight += region.dwelling_stock_m2;
  }
  [[nodiscard]] double wage() const { return wage_weight > 0 ? wage_bill / wage_weight : 0; }
  [[nodiscard]] double rent() const { return rent_weight > 0 ? rent_bill / rent_weight : 0; }
};

SummaryRow row_of(const std::string& name, const PlaceState& before, const PlaceState& after, double people_per_agent) {
  SummaryRow row;
  row.name = name;
  row.people_at_start = before.people * people_per_agent;
  row.people = after.people * people_per_agent;
  row.people_change = percent_change(before.people, after.people);
  row.registered = after.registered * people_per_agent;
  row.registered_change = percent_change(before.registered, after.registered);
  row.wage = after.wage();
  row.wage_change = percent_change(before.wage(), after.wage());
  row.rent = after.rent();
  row.rent_change = percent_change(before.rent(), after.rent());
  row.unemployed_share = percent_of(after.unemployed, after.employed + after.unemployed);
  row.unemployed_share_at_start = percent_of(before.unemployed, before.employed + before.unemployed);
  return row;
}

std::string people_text(const Summary& summary, Count agents, const Speech& say) {
  return say.count(static_cast<double>(agents) * summary.last().people_per_agent);
}

}  // namespace

std::vector<SummaryRow> summary_rows(const Summary& summary, Language language) {
  const double people_per_agent = summary.last().people_per_agent;
  std::vector<SummaryRow> rows;
  PlaceState all_before, all_after;
  for (int region = 0; region < summary.last().n_regions(); ++region) {
    const RegionSnapshot& first = summary.first().regions[static_cast<std::size_t>(region)];
    const RegionSnapshot& last = summary.last().regions[static_cast<std::size_t>(region)];
    PlaceState before, after;
    before.add(first);
    after.add(last);
    all_before.add(first);
    all_after.add(last);
    SummaryRow& row = rows.emplace_back(row_of(name_in(last, language), before, after, people_per_agent));
    row.net_moves = static_cast<double>(summary.net(summary.moves(), region)) * people_per_agent;
    row.net_registered = static_cast<double>(summary.net(summary.registrations(), region)) * people_per_agent;
  }
  rows.push_back(row_of(std::string(text(Phrase::all_regions, language)), all_before, all_after, people_per_agent));
  return rows;
}

std::vector<LargeFlow> largest_flows(const Summary& summary, int n, Language language) {
  const std::size_t n_regions = summary.last().regions.size();
  const auto& moves = summary.moves();
  std::vector<std::size_t> pairs;
  for (std::size_t pair = 0; pair < moves.size(); ++pair) {
    if (moves[pair] > 0) pairs.push_back(pair);
  }
  std::stable_sort(pairs.begin(), pairs.end(), [&](std::size_t a, std::size_t b) { return moves[a] > moves[b]; });
  if (pairs.size() > static_cast<std::size_t>(n)) pairs.resize(static_cast<std::size_t>(n));
  const double people_per_agent = summary.last().people_per_agent;
  std::vector<LargeFlow> flows;
  for (const std::size_t pair : pairs) {
    flows.push_back({.origin = name_in(summary.last().regions[pair / n_regions], language),
                     .destination = name_in(summary.last().regions[pair % n_regions], language),
                     .moved = static_cast<double>(moves[pair]) * people_per_agent,
                     .registered = static_cast<double>(summary.registrations()[pair]) * people_per_agent});
  }
  return flows;
}

std::string run_title(const RunLabel& label, Language language) {
  const std::string& translated = language == Language::kk   ? label.title_kk
                                  : language == Language::ru ? label.title_ru
                                                             : label.title;
  const std::string& title = translated.empty() ? label.title : translated;
  return title.empty() ? label.scenario : text(Phrase::summary_title, language, {label.scenario, title});
}

std::string run_heading(const Summary& summary, const RunLabel& label, Language language) {
  const Speech say(language);
  std::string heading =
      say(Phrase::summary_period, {say.month(summary.first().month + 1), say.month(summary.last().month),
                                   std::to_string(summary.n_months()), label.scale, label.seed});
  if (summary.last().people_per_agent != 1.0) {
    const double people = summary.last().people_per_agent;
    const int decimals = people == static_cast<double>(static_cast<Count>(people)) ? 0 : 2;
    heading += "\n" + say(Phrase::summary_agents, {say.decimal(people, decimals)});
  }
  if (summary.n_months() < label.months_asked) {
    heading += "\n" + say(Phrase::summary_unfinished,
                          {std::to_string(summary.n_months()), std::to_string(label.months_asked)});
  }
  return heading;
}

std::string balance_sentence(const Summary& summary, Language language) {
  const Speech say(language);
  const auto people = [&](Count RegionSnapshot::* event) { return people_text(summary, summary.events(event), say); };
  return say(Phrase::summary_balance,
             {people(&RegionSnapshot::births), people(&RegionSnapshot::deaths),
              people(&RegionSnapshot::external_arrivals_actual), people(&RegionSnapshot::external_departures_actual)}) +
         "\n" +
         say(Phrase::summary_moves,
             {people(&RegionSnapshot::arrivals_actual), people(&RegionSnapshot::arrivals_registered)});
}

std::string gap_sentence(const Summary& summary, Language language) {
  const Speech say(language);
  const Count unregistered = summary.last().total(&RegionSnapshot::unregistered);
  const double share = percent_of(static_cast<double>(unregistered),
                                  static_cast<double>(summary.last().total(&RegionSnapshot::population_actual)));
  return say(Phrase::summary_gap, {people_text(summary, unregistered, say), say.decimal(share, 1)});
}

}  // namespace world::observers
