// The comparison as a page, in the words of phrases_of_comparison.hpp.
#include <algorithm>
#include <array>
#include <utility>

#include "world/observers/comparison_tables.hpp"
#include "world/observers/comparison_words.hpp"

namespace world::observers {
namespace {

using M = Measure;
constexpr double billion = 1e9;

std::string row_of(const std::vector<std::string>& cells) {
  std::string row = "|";
  for (const std::string& cell : cells) row += " " + cell + " |";
  return row + "\n";
}

/// Heading row and the line below it; all columns but the first `n_texts` hold numbers.
std::string heading_row(const std::vector<std::string>& cells, std::size_t n_texts = 1) {
  std::string line = "|";
  for (std::size_t i = 0; i < cells.size(); ++i) line += i < n_texts ? "---|" : "---:|";
  return row_of(cells) + line + "\n";
}

std::string section(const std::string& heading) { return "\n## " + heading + "\n\n"; }

std::string list_of(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += "- " + line + "\n";
  return text;
}

std::string relief_table(const Comparison& comparison, const Speech& say) {
  const int relieved = comparison.label().relieved;
  std::string text = heading_row({say(Phrase::compare_horizon), say(Phrase::compare_net_registered),
                                  say(Phrase::compare_interval_heading), say(Phrase::compare_net_actual),
                                  say(Phrase::compare_interval_heading)});
  const auto add = [&](const std::string& horizon, int first, int end) {
    const Estimate registered = comparison.cumulative(first, end, relieved, M::net_migration_registered);
    const Estimate actual = comparison.cumulative(first, end, relieved, M::net_migration_actual);
    text += row_of({horizon, shown(registered, NumberForm::count, say), interval_cell(registered, NumberForm::count, say),
                    shown(actual, NumberForm::count, say), interval_cell(actual, NumberForm::count, say)});
  };
  // Before its policies start, B is A: horizons count from there.
  const int first = comparison.first_year_of_policies();
  const int first_shown = comparison.label().start / 12 + first;
  for (const int years : {5, 10}) {
    const int end = first + years;
    if (comparison.label().n_months < 12 * end + (first == 0 ? 1 : 0)) continue;
    add(say(Phrase::compare_after_years,
            {std::to_string(years), std::to_string(first_shown), std::to_string(first_shown + years - 1)}),
        first, end);
  }
  add(say(Phrase::compare_whole_period, {std::to_string(comparison.label().n_months)}), 0, comparison.n_years());
  return text;
}

/// The first three years, then every fifth, and the last.
std::vector<int> years_shown(int n_years) {
  std::vector<int> years;
  for (int year = 0; year < n_years; ++year) {
    if (year < 3 || (year + 1) % 5 == 0 || year == n_years - 1) years.push_back(year);
  }
  return years;
}

std::string change_of_months(const Comparison& comparison, int year, int region, Measure measure, const Speech& say) {
  const double a = comparison.mean_a(year, region, measure);
  const double b = comparison.mean_b(year, region, measure);
  return say.decimal(a, 1) + " → " + say.decimal(b, 1);
}

std::string years_table(const Comparison& comparison, int region, const Speech& say) {
  std::string text = heading_row(
      {say(Phrase::compare_year), say(Phrase::compare_net_registered), say(Phrase::compare_people_registered),
       say(Phrase::compare_people_actual), say(Phrase::compare_jobs_filled), say(Phrase::compare_wage),
       say(Phrase::compare_real_wage), say(Phrase::compare_rent), say(Phrase::compare_heat_months),
       say(Phrase::compare_water_months)});
  for (const int year : years_shown(comparison.n_years())) {
    const auto count = [&](Measure measure) {
      return shown(comparison.difference(year, region, measure), NumberForm::count, say);
    };
    const auto percent = [&](Measure measure) {
      return shown(comparison.percent(year, region, measure), NumberForm::percent, say);
    };
    text += row_of({std::to_string(comparison.label().start / 12 + year), count(M::net_migration_registered),
                    count(M::population_registered), count(M::population_actual), count(M::jobs_filled),
                    percent(M::mean_wage), percent(M::real_wage), percent(M::rent),
                    change_of_months(comparison, year, region, M::heat_deficit_months, say),
                    change_of_months(comparison, year, region, M::water_deficit_months, say)});
  }
  return text;
}

std::string who_table(const Comparison& comparison, const Speech& say) {
  std::string text = heading_row({say(Phrase::summary_region), say(Phrase::compare_net_registered),
                                  say(Phrase::compare_people_actual), say(Phrase::compare_interval_heading),
                                  say(Phrase::compare_jobs_filled), say(Phrase::compare_wage),
                                  say(Phrase::compare_real_wage), say(Phrase::compare_interval_heading),
                                  say(Phrase::compare_rent)});
  std::vector<int> regions = regions_by_loss(comparison);
  regions.push_back(comparison.country());
  const int last = comparison.n_years() - 1;
  for (const int region : regions) {
    const Estimate net = comparison.cumulative(comparison.n_years(), region, M::net_migration_registered);
    const Estimate people = comparison.difference(last, region, M::population_actual);
    const Estimate pay = comparison.percent(last, region, M::real_wage);
    text += row_of({region_name(comparison, region, say), shown(net, NumberForm::count, say),
                    shown(people, NumberForm::count, say), interval_cell(people, NumberForm::count, say),
                    shown(comparison.difference(last, region, M::jobs_filled), NumberForm::count, say),
                    shown(comparison.percent(last, region, M::mean_wage), NumberForm::percent, say),
                    shown(pay, NumberForm::percent, say), interval_cell(pay, NumberForm::percent, say),
                    shown(comparison.percent(last, region, M::rent), NumberForm::percent, say)});
  }
  return text;
}

std::string deficits(const Comparison& comparison, const Speech& say) {
  std::string rows;
  for (int region = 0; region < comparison.n_regions(); ++region) {
    std::array<double, 4> months{};
    for (int year = 0; year < comparison.n_years(); ++year) {
      months[0] += comparison.mean_a(year, region, M::heat_deficit_months);
      months[1] += comparison.mean_b(year, region, M::heat_deficit_months);
      months[2] += comparison.mean_a(year, region, M::water_deficit_months);
      months[3] += comparison.mean_b(year, region, M::water_deficit_months);
    }
    if (std::all_of(months.begin(), months.end(), [](double value) { return value <= 0; })) continue;
    rows += row_of({region_name(comparison, region, say), say.decimal(months[0], 1), say.decimal(months[1], 1),
                    say.decimal(months[2], 1), say.decimal(months[3], 1)});
  }
  if (rows.empty()) return say(Phrase::compare_no_deficits) + "\n";
  return say(Phrase::compare_deficits_text) + "\n\n" +
         heading_row({say(Phrase::summary_region), say(Phrase::compare_heat_a), say(Phrase::compare_heat_b),
                      say(Phrase::compare_water_a), say(Phrase::compare_water_b)}) +
         rows;
}

/// A word of the accounts in the language; a word that is not in the list stays as it is.
std::string term(const std::string& word, const Speech& say) {
  constexpr std::pair<const char*, Phrase> known[] = {
      {"sourced", Phrase::compare_basis_sourced},
      {"derived", Phrase::compare_basis_derived},
      {"estimated", Phrase::compare_basis_estimated},
      {"placeholder", Phrase::compare_basis_placeholder},
      {"mixed", Phrase::compare_basis_mixed},
      {"stated", Phrase::compare_basis_stated},
      {"jobs", Phrase::compare_item_jobs},
      {"dwellings", Phrase::compare_item_dwellings},
      {"heat", Phrase::compare_item_heat},
      {"water", Phrase::compare_item_water},
      {"schools", Phrase::compare_item_schools},
      {"roads", Phrase::compare_item_roads},
      {"worker_homes", Phrase::compare_item_worker_homes},
      {"moving_grants", Phrase::compare_item_moving_grants},
      {"register", Phrase::compare_item_register},
      {"register_running", Phrase::compare_item_register_running},
      {"posts", Phrase::compare_unit_posts},
      {"m2", Phrase::compare_unit_m2},
      {"Gcal/h", Phrase::compare_unit_heat},
      {"thousand m3 a day", Phrase::compare_unit_water},
      {"seats", Phrase::compare_unit_seats},
      {"persons", Phrase::compare_unit_persons},
      {"families", Phrase::compare_unit_families},
      {"households", Phrase::compare_unit_households},
      {"registers", Phrase::compare_unit_registers},
      {"years", Phrase::compare_unit_years},
      {"free_studies", Phrase::compare_item_free_studies},
      {"stipends", Phrase::compare_item_stipends},
      {"dormitories", Phrase::compare_item_dormitories},
      {"dormitories_running", Phrase::compare_item_dormitories_running},
      {"dual_training", Phrase::compare_item_dual_training},
      {"places_of_study", Phrase::compare_item_places_of_study},
      {"beds", Phrase::compare_unit_beds},
      {"bed-years", Phrase::compare_unit_bed_years},
      {"student-years", Phrase::compare_unit_student_years},
      {"seat-years", Phrase::compare_unit_seat_years},
      {"administration", Phrase::compare_item_administration},
      {"wages", Phrase::compare_item_wages},
      {"tax_relief", Phrase::compare_item_tax_relief},
      {"commuter_service", Phrase::compare_item_commuter_service},
      {"post-years", Phrase::compare_unit_post_years},
      {"minute-years", Phrase::compare_unit_minute_years},
      {"research", Phrase::compare_item_research},
      {"integration", Phrase::compare_item_integration},
      {"campaign", Phrase::compare_item_campaign},
      {"working_conditions", Phrase::compare_item_working_conditions},
      {"ai_grants", Phrase::compare_item_ai_grants},
      {"tax_credit", Phrase::compare_item_tax_credit},
      {"bln KZT", Phrase::compare_unit_bln_kzt},
      {"worker-years", Phrase::compare_unit_worker_years},
      {"workers", Phrase::compare_unit_workers},
      {"mln KZT of wages", Phrase::compare_unit_mln_kzt_of_wages}};
  for (const auto& [english, phrase] : known) {
    if (word == english) return say(phrase);
  }
  return word;
}

/// The costs of one side, means over pairs; items in the order of the first pair.
std::string cost_rows(const Comparison& comparison, bool is_b, const Speech& say) {
  const auto costs_of = [&](const RunPair& pair) -> const std::vector<CostItem>& {
    return is_b ? pair.b.costs : pair.a.costs;
  };
  std::string rows;
  for (const CostItem& first : costs_of(comparison.pairs().front())) {
    double quantity = 0;
    double total = 0;
    double present = 0;
    for (const RunPair& pair : comparison.pairs()) {
      for (const CostItem& cost : costs_of(pair)) {
        if (cost.policy != first.policy || cost.item != first.item || cost.region != first.region) continue;
        quantity += cost.quantity / comparison.n_pairs();
        total += cost.kzt / comparison.n_pairs();
        present += cost.present_value_kzt / comparison.n_pairs();
      }
    }
    const std::string basis = term(first.basis, say) + (first.benchmark.empty() ? "" : " (" + first.benchmark + ")");
    rows += row_of({is_b ? "B" : "A", first.policy, term(first.item, say), basis,
                    say.decimal(quantity, quantity < 1000 ? 1 : 0) + " " + term(first.unit, say), say.decimal(total / billion, 1),
                    say.decimal(present / billion, 1)});
  }
  return rows;
}

std::string price_section(const Comparison& comparison, const Speech& say) {
  const std::string rows = cost_rows(comparison, false, say) + cost_rows(comparison, true, say);
  if (rows.empty()) return "";
  // "A": what was asked for, what of it nobody paid, what was borrowed; means over pairs.
  const auto money_line = [&](bool is_b) {
    MoneyAsked sum;
    for (const RunPair& pair : comparison.pairs()) {
      const MoneyAsked& one = (is_b ? pair.b : pair.a).money;
      sum.asked += one.asked;
      sum.paid += one.paid;
      sum.borrowed += one.borrowed;
    }
    if (sum.asked == 0) return std::string();
    const auto billions = [&](Count kzt) { return say.decimal(static_cast<double>(kzt) / comparison.n_pairs() / 1e9, 1); };
    const double unpaid = 100 * static_cast<double>(sum.asked - sum.paid) / static_cast<double>(sum.asked);
    return "- " + say(Phrase::compare_money, {is_b ? "B" : "A", billions(sum.asked), say.decimal(unpaid, 1), billions(sum.borrowed)}) + "\n";
  };
  return section(say(Phrase::compare_price_heading)) + money_line(false) + money_line(true) + "\n" +
         heading_row({say(Phrase::compare_cost_side), say(Phrase::compare_cost_policy), say(Phrase::compare_cost_item),
                      say(Phrase::compare_cost_basis), say(Phrase::compare_cost_quantity),
                      say(Phrase::compare_cost_total), say(Phrase::compare_cost_present)},
                     4) +
         rows;
}

std::string why_section(const Comparison& comparison, const Speech& say) {
  const Why why = why_people_leave(comparison, "inputs/a.toml", say);
  return section(why.heading) + list_of(why.lines) + (why.lines.empty() ? "" : "\n") + why.hint + "\n";
}

std::string settings_section(const Comparison& comparison, const Speech& say) {
  std::string text = section(say(Phrase::compare_settings_heading));
  if (comparison.label().settings.empty()) return text + say(Phrase::compare_settings_none) + "\n";
  for (const std::string& setting : comparison.label().settings) text += "- `" + setting + "`\n";
  return text;
}

}  // namespace

std::string comparison_markdown(const Comparison& comparison, Language language) {
  const Speech say(language);
  std::string text = "# " + comparison_title(comparison, say) + "\n";
  for (const std::string& paragraph : opening_paragraphs(comparison, say)) text += "\n" + paragraph + "\n";
  text += "\n*" + say(Phrase::projection_warning) + "*\n";
  text += section(say(Phrase::compare_in_short)) + list_of(headlines(comparison, say));

  const std::string brackets = comparison.n_pairs() > 1 ? say(Phrase::compare_brackets) + "\n\n" : "";
  const std::string relieved = region_name(comparison, comparison.label().relieved, say);
  text += section(say(Phrase::compare_relief_heading, {relieved})) + brackets + relief_table(comparison, say);
  text += section(say(Phrase::compare_years_heading, {relieved})) +
          years_table(comparison, comparison.label().relieved, say);
  for (const int centre : centres_of(comparison)) {
    text += section(say(Phrase::compare_years_heading, {region_name(comparison, centre, say)})) +
            years_table(comparison, centre, say);
  }
  text += section(say(Phrase::compare_who_heading)) + say(Phrase::compare_who_text) + "\n\n" +
          who_table(comparison, say);
  text += why_section(comparison, say);
  text += section(say(Phrase::compare_deficits_heading)) + deficits(comparison, say);
  text += price_section(comparison, say);
  text += settings_section(comparison, say);
  text += section(say(Phrase::compare_sure_heading)) + list_of(caveats(comparison, say));
  text += section(say(Phrase::compare_files_heading)) +
          say(Phrase::compare_files, {std::to_string(comparison.n_pairs())}) + "\n\n" +
          say(Phrase::compare_made_by, {comparison.label().made_by}) + "\n";
  return text;
}

std::string comparison_file_name(Language language) {
  return language == Language::en ? "compare.md" : "compare." + std::string(code_of(language)) + ".md";
}

}  // namespace world::observers
