// Puts estimates into the sentences of phrases_of_comparison.hpp.
#include "world/observers/comparison_words.hpp"

#include <algorithm>

#include "world/observers/why.hpp"

namespace world::observers {
namespace {

constexpr double billion = 1e9;
constexpr double million = 1e6;
// Smaller changes are not worth a sentence; of people, they may be one agent.
constexpr double least_percent_of_pay = 0.1;
constexpr double least_percent_of_people = 0.01;

std::string number(double value, NumberForm form, const Speech& say) {
  return form == NumberForm::count ? say.signed_count(value) : say.signed_decimal(value, 2) + " %";
}

/// What stands behind a number in a sentence: its interval, each end times `factor`.
std::string behind(const Estimate& estimate, double factor, int decimals, const Speech& say) {
  if (!estimate.has_interval()) return say(Phrase::compare_no_interval);
  double low = factor * estimate.low;
  double high = factor * estimate.high;
  if (low > high) std::swap(low, high);
  return say(Phrase::compare_interval, {say.decimal(low, decimals), say.decimal(high, decimals)});
}

std::string signed_behind(const Estimate& estimate, const Speech& say) {
  if (!estimate.has_interval()) return say(Phrase::compare_no_interval);
  return say(Phrase::compare_interval, {say.signed_count(estimate.low), say.signed_count(estimate.high)});
}

const Region& region_at(const Comparison& comparison, int region) {
  return comparison.label().regions[static_cast<std::size_t>(region)];
}

std::string side_text(const SideLabel& side, const Speech& say) {
  const std::string& translated = say.language() == Language::kk   ? side.title_kk
                                  : say.language() == Language::ru ? side.title_ru
                                                                   : side.title;
  const std::string& title = translated.empty() ? side.title : translated;
  return title.empty() ? side.name : side.name + ": " + title;
}

std::string relief_sentence(const Comparison& comparison, const Speech& say) {
  const int relieved = comparison.label().relieved;
  const int n_years = comparison.n_years();
  const Estimate relief = comparison.relief(n_years, Measure::net_migration_registered);
  const Estimate registered = comparison.cumulative(n_years, relieved, Measure::net_migration_registered);
  const Estimate actual = comparison.cumulative(n_years, relieved, Measure::net_migration_actual);
  const std::string name = region_name(comparison, relieved, say);
  const std::string of_actual = say.signed_count(actual.mean);
  if (!relief.differs_from_zero()) {
    return say(Phrase::compare_relief_uncertain, {name, say.signed_count(registered.mean), signed_behind(registered, say),
                                                  of_actual, signed_behind(actual, say)});
  }
  const bool is_fewer = relief.mean > 0;
  return say(is_fewer ? Phrase::compare_relief_fewer : Phrase::compare_relief_more,
             {name, say.count(is_fewer ? relief.mean : -relief.mean), behind(relief, is_fewer ? 1 : -1, 0, say), of_actual,
              signed_behind(actual, say)});
}

std::string diversion_sentence(const Comparison& comparison, int centre, const Speech& say) {
  const std::string name = region_name(comparison, centre, say);
  const Ratio ratio = comparison.diversion(centre);
  if (!ratio.is_defined) {
    const Estimate gain = comparison.cumulative(comparison.n_years(), centre, Measure::net_migration_registered);
    const bool loses = gain.differs_from_zero() && gain.mean < 0;
    return say(loses ? Phrase::compare_diversion_loses : Phrase::compare_diversion_not_defined, {name});
  }
  if (!ratio.value.differs_from_zero()) {
    const Estimate& r = ratio.value;
    const Estimate change{.mean = -100 * r.mean, .low = -100 * r.high, .high = -100 * r.low, .n_pairs = r.n_pairs};
    return say(Phrase::compare_diversion_uncertain,
               {name, region_name(comparison, comparison.label().relieved, say), say.signed_decimal(change.mean, 1),
                behind(change, 1, 1, say)});
  }
  const bool slows = ratio.value.mean > 0;
  const double factor = slows ? 100 : -100;
  return say(slows ? Phrase::compare_diversion_slows : Phrase::compare_diversion_quickens,
             {name, say.place(region_at(comparison, comparison.label().relieved), Relation::of),
              say.decimal(factor * ratio.value.mean, 1), behind(ratio.value, factor, 1, say)});
}

std::string centre_sentence(const Comparison& comparison, int centre, const Speech& say) {
  const Estimate registered =
      comparison.cumulative(comparison.n_years(), centre, Measure::net_migration_registered);
  const Estimate actual = comparison.cumulative(comparison.n_years(), centre, Measure::net_migration_actual);
  return say(Phrase::compare_centre,
             {region_name(comparison, centre, say), say.signed_count(registered.mean), signed_behind(registered, say),
              say.signed_count(actual.mean), signed_behind(actual, say)});
}

void add_centres(std::vector<std::string>& lines, const Comparison& comparison, const Speech& say) {
  const auto& places = comparison.label().places;
  const auto is_in_b = [](const PolicyPlace& place) { return place.is_in_b; };
  const bool is_two_sided =
      std::any_of(places.begin(), places.end(), is_in_b) && !std::all_of(places.begin(), places.end(), is_in_b);
  for (const int centre : centres_of(comparison)) {
    std::string line = centre_sentence(comparison, centre, say);
    if (!is_two_sided) line.append(" ").append(diversion_sentence(comparison, centre, say));
    lines.push_back(line);
  }
  if (is_two_sided) lines.push_back(say(Phrase::compare_diversion_two_sides));
}

std::string job_sentence(const Comparison& comparison, const Speech& say) {
  const Estimate jobs = comparison.difference(comparison.n_years() - 1, comparison.country(), Measure::jobs_filled);
  return say(Phrase::compare_jobs, {say.signed_count(jobs.mean), signed_behind(jobs, say)});
}

std::string price_sentence(const Comparison& comparison, const Speech& say) {
  const double cost_a = comparison.pairs().front().a.present_value_kzt();
  const Estimate cost = comparison.cost();
  const std::string rate = say.decimal(100 * comparison.label().discount_per_year, 1);
  const std::string year = std::to_string(comparison.label().value_year);
  constexpr double share_that_counts = 0.001;
  const bool is_free = comparison.pairs().front().a.costs.empty() && comparison.pairs().front().b.costs.empty();
  if (is_free) return say(Phrase::compare_price_none);
  if (cost.mean <= share_that_counts * cost_a && cost.mean >= -share_that_counts * cost_a) {
    return say(Phrase::compare_price_same, {say.decimal(cost_a / billion, 1), rate, year});
  }
  if (cost.mean < 0) return say(Phrase::compare_price_less, {say.decimal(-cost.mean / billion, 1), rate, year});
  std::string text = say(Phrase::compare_price_more, {say.decimal(cost.mean / billion, 1), rate, year}) + " ";
  const Ratio mover = comparison.cost_per_mover();
  text += mover.is_defined
              ? say(Phrase::compare_per_mover,
                    {say.decimal(mover.value.mean / million, 1), behind(mover.value, 1 / million, 1, say)})
              : say(Phrase::compare_per_mover_not_defined,
                    {say.place(region_at(comparison, comparison.label().relieved), Relation::of)});
  const Ratio job = comparison.cost_per_job();
  text.append(" ").append(
      job.is_defined ? say(Phrase::compare_per_job, {say.decimal(job.value.mean / million, 1),
                                                     behind(job.value, 1 / million, 1, say)})
                     : say(Phrase::compare_per_job_not_defined));
  return text;
}

/// "Turkistan Region −1,230, Zhambyl Region −400, and 3 more" of the regions that
/// surely change in the direction of `sign`, largest change first.
std::string changed_regions(const Comparison& comparison, Measure measure, NumberForm form, int sign, const Speech& say) {
  constexpr std::size_t most = 5;
  std::vector<std::pair<double, int>> changes;
  for (int region = 0; region < comparison.n_regions(); ++region) {
    const int last = comparison.n_years() - 1;
    const Estimate change = form == NumberForm::percent ? comparison.percent(last, region, measure)
                                                        : comparison.difference(last, region, measure);
    const double in_percent = comparison.percent(last, region, measure).mean;
    const double least = form == NumberForm::percent ? least_percent_of_pay : least_percent_of_people;
    if (change.differs_from_zero() && sign * in_percent >= least) changes.emplace_back(sign * change.mean, region);
  }
  if (changes.empty()) return say(Phrase::compare_nobody);
  std::stable_sort(changes.begin(), changes.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  std::string list;
  for (std::size_t i = 0; i < std::min(most, changes.size()); ++i) {
    list += (i > 0 ? ", " : "") + region_name(comparison, changes[i].second, say) + " " +
            number(sign * changes[i].first, form, say);
  }
  if (changes.size() > most) list += ", " + say(Phrase::compare_and_more, {std::to_string(changes.size() - most)});
  return list;
}

std::string people_sentence(const Comparison& comparison, Phrase phrase, int sign, const Speech& say) {
  return say(phrase, {say.decimal(least_percent_of_people, 2),
                      changed_regions(comparison, Measure::population_actual, NumberForm::count, sign, say)});
}

std::string pay_sentence(const Comparison& comparison, Phrase phrase, int sign, const Speech& say) {
  return say(phrase, {say.decimal(least_percent_of_pay, 1),
                      changed_regions(comparison, Measure::real_wage, NumberForm::percent, sign, say)});
}

/// What the price leaves out; nothing if nothing is priced.
void add_caveats_of_price(std::vector<std::string>& lines, const Comparison& comparison, const Speech& say) {
  const RunPair& first = comparison.pairs().front();
  if (first.a.costs.empty() && first.b.costs.empty()) return;
  const ComparisonLabel& label = comparison.label();
  if (!label.additionality.empty()) {
    std::string shares;
    for (const double share : label.additionality) shares += (shares.empty() ? "" : "; ") + say.decimal(share, 2);
    lines.push_back(say(Phrase::compare_sure_additional, {shares}));
    lines.push_back(
        say(Phrase::compare_sure_public_share, {say.decimal(100 * label.public_share_of_job_investment, 0)}));
  }
  for (const Phrase phrase :
       {Phrase::compare_sure_unit_costs, Phrase::compare_sure_running, Phrase::compare_sure_own_plans}) {
    lines.push_back(say(phrase));
  }
}

}  // namespace

std::string shown(const Estimate& estimate, NumberForm form, const Speech& say) {
  const std::string text =
      form == NumberForm::count ? say.signed_count(estimate.mean) : say.signed_decimal(estimate.mean, 2);
  const bool is_unsure = estimate.has_interval() && !estimate.differs_from_zero();
  const bool is_zero = estimate.low >= 0 && estimate.high <= 0;
  return is_unsure && !is_zero ? "(" + text + ")" : text;
}

std::string interval_cell(const Estimate& estimate, NumberForm form, const Speech& say) {
  if (!estimate.has_interval()) return "–";
  const auto end = [&](double value) {
    return form == NumberForm::count ? say.signed_count(value) : say.signed_decimal(value, 2);
  };
  return end(estimate.low) + " … " + end(estimate.high);
}

std::string comparison_title(const Comparison& comparison, const Speech& say) {
  return say(Phrase::compare_title, {comparison.label().a.name, comparison.label().b.name});
}

std::vector<std::string> opening_paragraphs(const Comparison& comparison, const Speech& say) {
  const ComparisonLabel& label = comparison.label();
  std::vector<std::string> lines;
  lines.push_back(say(Phrase::compare_side, {"A", side_text(label.a, say)}));
  lines.push_back(say(Phrase::compare_side, {"B", side_text(label.b, say)}));
  lines.push_back(say(Phrase::compare_period,
                      {say.month(label.start), say.month(label.start + label.n_months - 1),
                       std::to_string(label.n_months), label.scale, std::to_string(comparison.n_pairs()),
                       std::to_string(comparison.pairs().front().seed), std::to_string(comparison.pairs().back().seed)}));
  lines.push_back(say(Phrase::compare_common_luck));
  if (comparison.n_pairs() < label.n_pairs_asked) {
    lines.push_back(say(Phrase::compare_unfinished,
                        {std::to_string(comparison.n_pairs()), std::to_string(label.n_pairs_asked)}));
  }
  if (comparison.n_pairs() == 1) lines.push_back(say(Phrase::compare_one_pair));
  if (comparison.is_identical()) lines.push_back(say(Phrase::compare_identical));
  return lines;
}

std::vector<std::string> headlines(const Comparison& comparison, const Speech& say) {
  std::vector<std::string> lines{relief_sentence(comparison, say)};
  add_centres(lines, comparison, say);
  lines.push_back(job_sentence(comparison, say));
  lines.push_back(price_sentence(comparison, say));
  lines.push_back(people_sentence(comparison, Phrase::compare_lose_people, -1, say) + " " +
                  people_sentence(comparison, Phrase::compare_gain_people, 1, say));
  lines.push_back(pay_sentence(comparison, Phrase::compare_lose_pay, -1, say) + " " +
                  pay_sentence(comparison, Phrase::compare_gain_pay, 1, say));
  return lines;
}

std::vector<std::string> caveats(const Comparison& comparison, const Speech& say) {
  const ComparisonLabel& label = comparison.label();
  std::vector<std::string> lines;
  bool names_a_centre = false;
  for (const PolicyPlace& place : label.places) {
    if (place.centre.empty()) continue;
    names_a_centre = true;
    const std::string& centre = say.language() == Language::kk   ? place.centre_kk
                                : say.language() == Language::ru ? place.centre_ru
                                                                 : place.centre;
    lines.push_back(say(Phrase::compare_sure_region, {centre, region_name(comparison, place.region, say)}));
  }
  if (!names_a_centre) lines.push_back(say(Phrase::compare_sure_whole_regions));
  lines.push_back(comparison.n_pairs() > 1 ? say(Phrase::compare_sure_interval) : say(Phrase::compare_one_pair));
  lines.push_back(say(Phrase::compare_sure_income, {say.decimal(label.wage_weight, 2)}));
  lines.push_back(say(Phrase::compare_sure_pull));
  lines.push_back(say(Phrase::compare_sure_forecast, {std::to_string(label.start / 12)}));
  lines.push_back(say(Phrase::compare_sure_registered));
  lines.push_back(say(Phrase::compare_sure_prices));
  add_caveats_of_price(lines, comparison, say);
  return lines;
}

Why why_people_leave(const Comparison& comparison, const std::string& scenario, const Speech& say) {
  const RunRecord& run = comparison.pairs().front().a;
  int worst = 0;
  double lowest = 0;
  for (int region = 0; region < comparison.n_regions(); ++region) {
    const double net = run.years.sum(comparison.n_years(), region, Measure::net_migration_registered);
    if (net >= lowest) continue;
    lowest = net;
    worst = region;
  }
  Why why;
  why.heading = say(Phrase::why_title, {say.place(region_at(comparison, worst), Relation::from)});
  why.hint = say(Phrase::compare_ask_why, {region_at(comparison, worst).iso, scenario});
  if (run.causes.is_empty()) return why;
  why.lines = why_sentences(leaving_of(run.causes, worst), comparison.label().regions, say.language());
  why.lines.push_back(
      say(Phrase::compare_why_basis, {std::to_string(comparison.pairs().front().seed), comparison.label().a.name}));
  return why;
}

std::vector<int> regions_by_loss(const Comparison& comparison) {
  std::vector<std::pair<double, int>> changes;
  for (int region = 0; region < comparison.n_regions(); ++region) {
    changes.emplace_back(comparison.difference(comparison.n_years() - 1, region, Measure::population_actual).mean, region);
  }
  std::stable_sort(changes.begin(), changes.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<int> regions;
  for (const auto& [change, region] : changes) regions.push_back(region);
  return regions;
}

std::vector<int> centres_of(const Comparison& comparison) {
  std::vector<int> centres;
  for (const PolicyPlace& place : comparison.label().places) {
    const bool is_known = std::find(centres.begin(), centres.end(), place.region) != centres.end();
    if (place.region != comparison.label().relieved && !is_known) centres.push_back(place.region);
  }
  return centres;
}

std::string region_name(const Comparison& comparison, int region, const Speech& say) {
  return region == comparison.country() ? say(Phrase::all_regions) : name_in(region_at(comparison, region), say.language());
}

}  // namespace world::observers
