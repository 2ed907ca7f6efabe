// The numbers of the top bar: exactly the model's totals, in the language's manner.
#include "render/headlines.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace viewer {

using world::observers::Count;
using world::observers::Language;
using world::observers::Phrase;
using world::observers::RegionSnapshot;
using world::observers::Snapshot;
using world::observers::Speech;

namespace {

constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

double living(const Snapshot& month, const Flows&) {
  return people_of(month, month.total(&RegionSnapshot::population_actual));
}

double living_year_ago(const HeadlineFacts& facts) {
  return facts.index >= 12 ? facts.history.value(Measure::people, -1, facts.index - 12) : not_a_number;
}

/// People of a year before, or of the start, and all that changes their number since.
std::vector<Term> living_terms(const HeadlineFacts& facts, const Speech& say) {
  const int from = std::max(0, facts.index - 12);
  const auto since = [&](Measure measure) {
    double sum = 0;
    for (int i = from + 1; i <= facts.index; ++i) sum += facts.history.value(measure, -1, i);
    return sum;
  };
  const std::string before = say.month(facts.month.month - (facts.index - from));
  return {{say(Phrase::headline_before, {before}), facts.history.value(Measure::people, -1, from), false},
          {say(Phrase::headline_born), since(Measure::births), false},
          {say(Phrase::headline_died), since(Measure::deaths), true},
          {say(Phrase::headline_came), since(Measure::came_from_abroad), false},
          {say(Phrase::headline_went), since(Measure::went_abroad), true}};
}

double moved(const Snapshot&, const Flows& year) { return year.total(); }

double moved_year_ago(const HeadlineFacts& facts) {
  return facts.index >= 24 ? facts.history.year_to(facts.index - 12).total() : not_a_number;
}

std::vector<Term> moved_terms(const HeadlineFacts& facts, const Speech& say) {
  std::vector<Term> terms;
  for (int i = std::max(1, facts.index - 11); i <= facts.index; ++i) {
    terms.push_back({say.month(facts.month.month - (facts.index - i)),
                     facts.history.has(i) ? facts.history.movers(i) : not_a_number, false});
  }
  return terms;
}

double unregistered(const Snapshot& month, const Flows&) {
  return people_of(month, month.total(&RegionSnapshot::unregistered));
}

double never_told(const HeadlineFacts&) { return not_a_number; }

/// The regions where most of them live, and the others together.
std::vector<Term> unregistered_terms(const HeadlineFacts& facts, const Speech& say) {
  constexpr std::size_t most_named = 5;
  const Snapshot& month = facts.month;
  std::vector<const RegionSnapshot*> regions;
  for (const RegionSnapshot& region : month.regions) regions.push_back(&region);
  std::stable_sort(regions.begin(), regions.end(),
                   [](const RegionSnapshot* a, const RegionSnapshot* b) { return a->unregistered > b->unregistered; });
  std::vector<Term> terms;
  Count others = 0;
  const std::size_t n_named = regions.size() > most_named + 1 ? most_named : regions.size();
  for (std::size_t i = 0; i < regions.size(); ++i) {
    if (i >= n_named) {
      others += regions[i]->unregistered;
      continue;
    }
    terms.push_back({name_in(*regions[i], say.language()), people_of(month, regions[i]->unregistered), false});
  }
  if (n_named < regions.size()) {
    terms.push_back({say(Phrase::headline_others, {say.count(static_cast<double>(regions.size() - n_named))}),
                     people_of(month, others), false});
  }
  return terms;
}

std::string registered_nowhere(const HeadlineFacts& facts, const Speech& say) {
  const Count living = facts.month.total(&RegionSnapshot::population_actual),
              registered = facts.month.total(&RegionSnapshot::population_registered);
  const auto text = [&](Count agents) { return say.count(people_of(facts.month, agents)); };
  return say(Phrase::headline_nowhere, {text(living), text(registered), text(living - registered)});
}

std::string nothing_more(const HeadlineFacts&, const Speech&) { return ""; }

void compare(Headline& headline, double now, double before, Language language) {
  if (!std::isfinite(before)) return;
  headline.direction = now - before;
  headline.change = world::observers::signed_count_text(now - before, language);
}

}  // namespace

std::span<const HeadlineKind> headline_kinds() {
  static const HeadlineKind kinds[] = {
      {"people",
       Phrase::view_headline_people,
       Phrase::headline_is_people,
       {InputKind::people, InputKind::births, InputKind::deaths, InputKind::abroad, InputKind::marriages},
       living,
       living_year_ago,
       living_terms,
       nothing_more},
      {"movers",
       Phrase::view_headline_movers,
       Phrase::headline_is_movers,
       {InputKind::people, InputKind::moves, InputKind::choice},
       moved,
       moved_year_ago,
       moved_terms,
       nothing_more},
      {"unregistered",
       Phrase::view_headline_unregistered,
       Phrase::headline_is_unregistered,
       {InputKind::people, InputKind::moves, InputKind::choice, InputKind::registration},
       unregistered,
       never_told,
       unregistered_terms,
       registered_nowhere},
  };
  return kinds;
}

std::vector<Headline> headlines(const HeadlineFacts& facts, Language language) {
  std::vector<Headline> all;
  for (const HeadlineKind& kind : headline_kinds()) {
    const double now = kind.value(facts.month, facts.year);
    Headline line{.kind = &kind, .value = world::observers::count_text(now, language)};
    if (facts.rival_month != nullptr) {
      line.is_of_rival = true;
      compare(line, kind.value(*facts.rival_month, *facts.rival_year), now, language);
    } else {
      compare(line, now, kind.year_ago(facts), language);
    }
    all.push_back(std::move(line));
  }
  return all;
}

std::string change_text(const HeadlineKind& kind, const HeadlineFacts& facts, const Speech& say) {
  const double now = kind.value(facts.month, facts.year);
  if (facts.rival_month != nullptr) {
    const double other = kind.value(*facts.rival_month, *facts.rival_year);
    return say(Phrase::headline_against, {say.count(other), say.count(now), say.signed_count(other - now)});
  }
  const double before = kind.year_ago(facts);
  if (!std::isfinite(before)) return "";
  return say(Phrase::headline_year_ago, {say.count(now), say.count(before), say.signed_count(now - before)});
}

bool is_read(const std::vector<Term>& terms) {
  return std::all_of(terms.begin(), terms.end(), [](const Term& term) { return std::isfinite(term.value); });
}

double total_of(const std::vector<Term>& terms) {
  double sum = 0;
  for (const Term& term : terms) sum += term.is_taken_off ? -term.value : term.value;
  return sum;
}

Grounds grounds_of(const HeadlineKind& kind, const Grounds& grounds) {
  Grounds mine;
  for (const InputKind input : kind.inputs) {
    for (const Ground& ground : grounds) {
      if (ground.input == input) mine.push_back(ground);
    }
  }
  return mine;
}

}  // namespace viewer
