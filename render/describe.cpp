#include "render/describe.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <thread>

#include "render/answers_json.hpp"
#include "render/tour.hpp"
#include "world/errors.hpp"

namespace viewer {
namespace {

using nlohmann::ordered_json;
using world::observers::Count;
using world::observers::Phrase;
using world::observers::RegionSnapshot;
using world::observers::Snapshot;
using world::observers::Speech;

/// All that is told.
struct Shown {
  const Description& description;
  const Snapshot& month;
  const History& history;
  int index;
  Flows year;
  Info info;
  std::vector<PushReport> pushes;  // [region]
  const Grounds& grounds;
  figures::Focus focus;
  [[nodiscard]] HeadlineFacts facts() const {
    return {.month = month, .history = history, .index = index, .year = year};
  }
};

struct Stream {
  int from, to;
  double people;
};

/// Of those that are looked at.
std::vector<Stream> largest(const Shown& view, int most) {
  const Flows& year = view.year;
  std::vector<Stream> streams;
  for (int from = 0; from < year.n_regions; ++from) {
    for (int to = 0; to < year.n_regions; ++to) {
      if (year.between(from, to) > 0 && view.focus.concerns(from, to))
        streams.push_back({from, to, year.between(from, to)});
    }
  }
  std::stable_sort(streams.begin(), streams.end(),
                   [](const Stream& a, const Stream& b) { return a.people > b.people; });
  streams.resize(std::min(streams.size(), static_cast<std::size_t>(std::max(most, 0))));
  return streams;
}

const RegionSnapshot& region_of(const Shown& view, int region) {
  return view.month.regions[static_cast<std::size_t>(region)];
}

double answer(const Shown& view, int region) { return value_of(view.info, view.month, view.year, region); }

double people(const Shown& view, Count agents) { return people_of(view.month, agents); }

/// Columns of characters; a letter takes one.
std::size_t width_of(const std::string& text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

using Table = std::vector<std::vector<std::string>>;

/// The first `n_left` columns to the left, the others to the right.
std::string table_text(const Table& rows, std::size_t n_left) {
  std::vector<std::size_t> widths(rows.front().size());
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], width_of(row[i]));
  }
  std::string text;
  for (const auto& row : rows) {
    std::string line;
    for (std::size_t i = 0; i < row.size(); ++i) {
      const std::string space(widths[i] - width_of(row[i]), ' ');
      line += (i > 0 ? "  " : "") + (i < n_left ? row[i] + space : space + row[i]);
    }
    text += line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
  }
  return text;
}

std::string heading(const Shown& view, const Speech& say) {
  const Description& about = view.description;
  std::string text = say(phrase_of(view.info)) + ", " + say(unit_of(view.info)) + "\n" + say.month(view.month.month);
  if (view.year.n_months > 1) {
    text += " · " + say(Phrase::view_months_to, {say.month(view.month.month), std::to_string(view.year.n_months)});
  }
  const std::string& title = about.title_in(say.language());
  text += "\n" + about.scenario + (title.empty() ? "" : ": " + title) + "\n";
  if (!about.run.empty()) text += say(Phrase::view_field_run) + ": " + about.run + " · ";
  text += say(Phrase::view_field_seed) + ": " + about.seed + " · " + say(Phrase::view_field_scale) +
          ": 1:" + say.count(view.month.people_per_agent) + "\n" + say(Phrase::projection_warning) + "\n";
  return text;
}

std::string legend(const Shown& view, const Speech& say) {
  int low = 0, high = 0;
  for (int r = 1; r < view.month.n_regions(); ++r) {
    if (answer(view, r) < answer(view, low)) low = r;
    if (answer(view, r) > answer(view, high)) high = r;
  }
  return say(Phrase::view_describe_range,
             {value_text(view.info, answer(view, low), say.language()), name_in(region_of(view, low), say.language()),
              value_text(view.info, answer(view, high), say.language()),
              name_in(region_of(view, high), say.language())}) +
         "\n";
}

/// "Living in the country: 19,800,000 = lived in the country, June 2024 19,500,000 + were born …", one line each, and
/// below it what its inputs rest on.
std::string totals(const Shown& view, const Speech& say) {
  std::string text;
  const HeadlineFacts facts = view.facts();
  for (const HeadlineKind& kind : headline_kinds()) {
    text += say(kind.says) + ": " + say.count(kind.value(view.month, view.year));
    bool is_first = true;
    for (const Term& term : kind.terms(facts, say)) {
      text += is_first ? " = " : term.is_taken_off ? " − " : " + ";
      text += say.count(term.value) + " (" + term.says + ")";
      is_first = false;
    }
    text += "\n";
    std::string inputs;
    for (const Ground& ground : grounds_of(kind, view.grounds)) {
      inputs += (inputs.empty() ? "" : "; ") + say(phrase_of(ground.input)) + " (" + ground.file + "): ";
      inputs += footing_text(ground, say);
    }
    if (!inputs.empty()) text += "  " + say(Phrase::headline_inputs) + ": " + inputs + "\n";
  }
  return text;
}

/// The sentence of each region; once where the same holds for all.
std::string reasons(const Shown& view, const Speech& say) {
  std::string text, last;
  for (int r = 0; r < view.month.n_regions(); ++r) {
    const std::string words = push_sentence(view.pushes[static_cast<std::size_t>(r)], region_of(view, r), say);
    if (!words.empty() && words != last) text += words + "\n";
    last = words;
  }
  return text.empty() ? text : "\n" + say(Phrase::push_heading) + "\n" + text;
}

/// "The largest flows", or whose they are: "Astana – Almaty", "Astana: In".
std::string flows_heading(const Shown& view, const Speech& say) {
  const figures::Focus& focus = view.focus;
  if (focus.is_everything()) return say(Phrase::view_flows_title);
  const std::string here = name_in(region_of(view, focus.region), say.language());
  if (focus.is_pair()) return here + " – " + name_in(region_of(view, focus.partner), say.language());
  constexpr Phrase ways[] = {Phrase::view_ways_both, Phrase::view_ways_in, Phrase::view_ways_out};
  return here + ": " + say(ways[static_cast<std::size_t>(focus.ways)]);
}

std::string as_text(const Shown& view, const DescribeWish& wish) {
  const Speech say(wish.language);
  Table regions{{say(Phrase::view_tab_region), say(phrase_of(view.info)), say(Phrase::view_info_people),
                 say(Phrase::view_line_registered), say(Phrase::view_info_arrivals),
                 say(Phrase::view_info_departures)}};
  for (int r = 0; r < view.month.n_regions(); ++r) {
    const RegionSnapshot& region = region_of(view, r);
    regions.push_back({name_in(region, wish.language), value_text(view.info, answer(view, r), wish.language),
                       say.count(people(view, region.population_actual)),
                       say.count(people(view, region.population_registered)), say.count(view.year.into(r)),
                       say.count(view.year.out_of(r))});
  }
  std::string text = heading(view, say) + "\n" + totals(view, say) + "\n" + table_text(regions, 1) + legend(view, say) +
                     reasons(view, say);
  const std::vector<Stream> streams = largest(view, wish.n_flows);
  if (streams.empty()) return text;
  Table flows{{say(Phrase::view_column_from), say(Phrase::view_column_to), say(Phrase::view_column_people)}};
  for (const Stream& stream : streams) {
    flows.push_back({name_in(region_of(view, stream.from), wish.language),
                     name_in(region_of(view, stream.to), wish.language), say.count(stream.people)});
  }
  return text + "\n" + flows_heading(view, say) + "\n" + table_text(flows, 2);
}

ordered_json region_json(const Shown& view, const DescribeWish& wish, int r) {
  const RegionSnapshot& region = region_of(view, r);
  return {{"region", region.iso},
          {"name", name_in(region, wish.language)},
          {"value", answer(view, r)},
          {"people", people(view, region.population_actual)},
          {"registered", people(view, region.population_registered)},
          {"unregistered", people(view, region.unregistered)},
          {"employed", people(view, region.employed)},
          {"unemployed", people(view, region.unemployed)},
          {"mean_wage_kzt", region.mean_wage_kzt},
          {"rent_kzt_per_m2", region.rent_kzt_per_m2},
          {"births_in_month", people(view, region.births)},
          {"deaths_in_month", people(view, region.deaths)},
          {"external_arrivals_in_month", people(view, region.external_arrivals_actual)},
          {"external_departures_in_month", people(view, region.external_departures_actual)},
          {"arrivals_in_month", people(view, region.arrivals_actual)},
          {"departures_in_month", people(view, region.departures_actual)},
          {"arrivals_in_year", view.year.into(r)},
          {"departures_in_year", view.year.out_of(r)}};
}

ordered_json all_json(const Shown& view, const DescribeWish& wish) {
  const Description& about = view.description;
  const Snapshot& month = view.month;
  const Speech say(wish.language);
  ordered_json all;
  all["month"] = month_name(month);
  all["view"] = {
      {"title", say(phrase_of(view.info))}, {"unit", say(unit_of(view.info))}, {"months", view.year.n_months}};
  all["source"] = {{"scenario", about.scenario},
                   {"title", about.title_in(wish.language)},
                   {"run", about.run},
                   {"seed", about.seed},
                   {"people_per_agent", month.people_per_agent},
                   {"note", say(Phrase::projection_warning)}};
  all["totals"] = {{"people", people(view, month.total(&RegionSnapshot::population_actual))},
                   {"moved", view.year.total()},
                   {"unregistered", people(view, month.total(&RegionSnapshot::unregistered))}};
  all["headlines"] = ordered_json::array();
  for (const HeadlineKind& kind : headline_kinds())
    all["headlines"].push_back(headline_json(kind, view.facts(), view.grounds, say));
  all["why_people_leave"] = ordered_json::array();
  for (int r = 0; r < month.n_regions(); ++r)
    all["why_people_leave"].push_back(push_json(view.pushes[static_cast<std::size_t>(r)], region_of(view, r), say));
  all["regions"] = ordered_json::array();
  for (int r = 0; r < month.n_regions(); ++r) all["regions"].push_back(region_json(view, wish, r));
  if (!view.focus.is_everything()) {
    constexpr const char* ways[] = {"both", "in", "out"};
    all["focus"] = {{"region", region_of(view, view.focus.region).iso},
                    {"ways", ways[static_cast<std::size_t>(view.focus.ways)]}};
    if (view.focus.is_pair()) all["focus"]["with"] = region_of(view, view.focus.partner).iso;
  }
  all["flows"] = ordered_json::array();
  for (const Stream& stream : largest(view, wish.n_flows)) {
    all["flows"].push_back({{"from", region_of(view, stream.from).iso},
                            {"to", region_of(view, stream.to).iso},
                            {"people", stream.people}});
  }
  return all;
}

/// One row per region, the columns of the JSON.
std::string as_csv(const Shown& view, const DescribeWish& wish) {
  std::string text;
  for (int r = 0; r < view.month.n_regions(); ++r) {
    const ordered_json row = region_json(view, wish, r);
    if (r == 0) {
      text += "month";
      for (const auto& cell : row.items()) text += "," + cell.key();
      text += "\n";
    }
    text += month_name(view.month);
    for (const auto& cell : row.items())
      text += "," + (cell.value().is_string() ? cell.value().get<std::string>() : cell.value().dump());
    text += "\n";
  }
  return text;
}

/// Until the source has the month, or tells that it will not.
int index_of(Source& source, const std::string& at) {
  source.poll();
  const Month start = source.month(0);
  const int planned = std::max(source.n_months(), source.is_live() ? source.description().n_months_planned : 0);
  if (at.empty()) return source.is_live() ? planned - 1 : source.n_months() - 1;
  const int month = parse_month(at);
  if (month >= start->month && month < start->month + planned) return month - start->month;
  Snapshot last = *start;
  last.month += planned - 1;
  throw world::InputError("--at is '" + at + "'; allowed months from " + month_name(*start) + " to " +
                          month_name(last));
}

void wait_for(Source& source, History& history, int index) {
  while (!history.has(index) || source.n_months() <= index) {
    source.poll();
    if (source.has_failed()) throw world::InputError(source.status(world::observers::Language::en).words);
    history.read(source, 1000);
    if (!history.has(index)) std::this_thread::sleep_for(std::chrono::milliseconds(2));
  }
}

/// Why people left each region, waited for.
std::vector<PushReport> pushes_of(Source& source, int index, int n_regions) {
  std::vector<PushReport> pushes;
  for (int region = 0; region < n_regions; ++region) {
    PushReport report = source.push(index, region);
    while (report.news == PushNews::reading) {
      std::this_thread::sleep_for(std::chrono::milliseconds(2));
      source.poll();
      report = source.push(index, region);
    }
    pushes.push_back(std::move(report));
  }
  return pushes;
}

}  // namespace

std::string describe(Source& source, const DescribeWish& wish) {
  const int index = index_of(source, wish.at);
  History history;
  wait_for(source, history, index);
  Month month = source.month(index);
  while (!month) {
    source.poll();
    month = source.month(index);
  }
  const Shown view{.description = source.description(),
                   .month = *month,
                   .history = history,
                   .index = index,
                   .year = history.year_to(index),
                   .info = wish.info,
                   .pushes = pushes_of(source, index, month->n_regions()),
                   .grounds = source.grounds(),
                   .focus = focus_of(wish.focus, *month)};
  if (wish.as == DescribeAs::json) return all_json(view, wish).dump(2) + "\n";
  return wish.as == DescribeAs::csv ? as_csv(view, wish) : as_text(view, wish);
}

}  // namespace viewer
