// What the labour market tells the citizens: where applicants look, what they
// would accept, how often posts end. See labour.hpp.
#include <algorithm>

#include "agents/exact_math.hpp"
#include "world/labour.hpp"

namespace world {

using agents::exact_exp;
using agents::exact_log;
using agents::n_skills;
using agents::threshold_of;

WageOutlook wage_outlook(const Labour& labour, const LabourTerms& terms, int region, int skill) {
  const int level = agents::level_of_skill(skill);
  double own_bill = 0, own_weight = 0, other_bill = 0, other_weight = 0;
  for (int s = 0; s < labour.wage.columns(); ++s) {
    const Sector& sector = terms.country.sectors[static_cast<std::size_t>(s)];
    const double weight = sector.acceptability[static_cast<std::size_t>(level)] *
                          (static_cast<double>(labour.posts(region, s)) + 1e-6);
    const bool own = skill == 0 || is_own_specialty(terms.country, skill, s);
    (own ? own_bill : other_bill) += weight * labour.wage(region, s);
    (own ? own_weight : other_weight) += weight;
  }
  const double premium = exact_exp(education_premium(level, terms.work));
  const double own_wage = own_weight > 0 ? own_bill / own_weight : other_bill / other_weight;
  WageOutlook outlook{.own = premium * own_wage, .mismatch_ratio = 1};
  if (skill != 0 && other_weight > 0) {
    outlook.mismatch_ratio = (1 - terms.work.mismatch_wage_loss) * (other_bill / other_weight) / own_wage;
  }
  return outlook;
}

namespace {

// Where applicants of a skill look: by vacancies, wages, and the own field.
void speak_applications(agents::WorkSignals& signals, Labour& labour, const LabourTerms& terms,
                        const WorkAppeal& appeal, int region) {
  const auto r = static_cast<std::size_t>(region);
  const int n_sectors = labour.wage.columns();
  const double level_of_wages = std::max(1.0, mean_wage(labour, region));
  for (int g = 0; g < n_skills; ++g) {
    const auto level = static_cast<std::size_t>(agents::level_of_skill(g));
    double total = 0;
    for (int s = 0; s < n_sectors; ++s) {
      const Sector& sector = terms.country.sectors[static_cast<std::size_t>(s)];
      const bool own = is_own_specialty(terms.country, g, s);
      const double pull = terms.work.sector_choice_on_wage * exact_log(labour.wage(region, s) / level_of_wages) +
                          terms.work.sector_choice_on_own_field * (own ? 1 : 0) +
                          appeal.of(region, s, agents::field_of_skill(g), own);
      // A sliver of every sector, so that a region without vacancies still has a direction to look.
      const double weight = (sector.acceptability[level] + 1e-9) *
                            (static_cast<double>(labour.vacancies(region, s)) + 1e-6) * exact_exp(pull);
      labour.apply_share(region, g, s) = weight;
      total += weight;
    }
    double sum = 0;
    for (int s = 0; s < n_sectors; ++s) {
      labour.apply_share(region, g, s) /= total;
      sum += labour.apply_share(region, g, s);
      signals.apply_up_to[r][static_cast<std::size_t>(g)][static_cast<std::size_t>(s)] =
          static_cast<std::uint32_t>(std::min(4294967295.0, sum * 4294967296.0));
    }
  }
}

void speak_acceptance(agents::WorkSignals& signals, const Labour& labour, const LabourTerms& terms,
                      const WorkAppeal& appeal, int region) {
  const auto r = static_cast<std::size_t>(region);
  const double quick = exact_log(quick_income(labour, terms, region));
  for (int g = 0; g < n_skills; ++g) {
    const int level = agents::level_of_skill(g);
    for (int s = 0; s < labour.wage.columns(); ++s) {
      const bool own = is_own_specialty(terms.country, g, s), loses = g != 0 && !own;
      const double offered = exact_log(labour.wage(region, s)) + education_premium(level, terms.work) +
                             (loses ? exact_log(1 - terms.work.mismatch_wage_loss) : 0);
      const double margin = offered + appeal.of(region, s, agents::field_of_skill(g), own) - quick -
                            terms.work.flexibility_value;
      signals.accept[r][static_cast<std::size_t>(g)][static_cast<std::size_t>(s)] =
          threshold_of(agents::logistic(margin / terms.work.acceptance_spread));
    }
  }
}

void speak_classes(agents::WorkSignals& signals, const LabourTerms& terms) {
  for (int g = 0; g < n_skills; ++g) {
    for (int s = 0; s < terms.country.n_sectors(); ++s) {
      const auto skill = static_cast<std::size_t>(g), sector = static_cast<std::size_t>(s);
      signals.is_own[skill][sector] = is_own_specialty(terms.country, g, s);
      signals.applicant_class[skill][sector] = static_cast<std::uint8_t>(applicant_class(terms.country, g, s));
    }
  }
  signals.class_weight = {terms.work.weight_own, terms.work.weight_level, terms.work.weight_below};
}

void speak_exits(agents::WorkSignals& signals, const agents::WorkParameters& work) {
  const agents::Threshold retires = threshold_of(work.retirement_per_month);
  const agents::Threshold early = threshold_of(std::min(work.early_exit_per_month, work.retirement_per_month * 0.999));
  for (int sex = 0; sex < 2; ++sex) {
    const double pension_age = sex == 0 ? work.retirement_age_men_years : work.retirement_age_women_years;
    for (int age = 0; age < agents::n_ages; ++age) {
      signals.exit[static_cast<std::size_t>(sex)][static_cast<std::size_t>(age)] =
          age >= pension_age ? retires : age >= work.early_exit_age_years ? early : 0;
    }
  }
}

}  // namespace

void labour_speaks(agents::WorkSignals& signals, Labour& labour, const LabourTerms& terms,
                   const WorkAppeal& appeal) {
  speak_classes(signals, terms);
  speak_exits(signals, terms.work);
  signals.informal_exit = threshold_of(terms.work.informal_exit_per_month);
  signals.informal_search = threshold_of(terms.work.informal_search_intensity);
  signals.mismatched_search = threshold_of(terms.work.mismatched_search_intensity);
  for (int r = 0; r < labour.wage.rows(); ++r) {
    const auto region = static_cast<std::size_t>(r);
    signals.hub[region] = terms.hub[region];
    signals.commute[region] = terms.hub[region] == agents::nowhere ? 0 : threshold_of(labour.commute[region]);
    signals.quick_income[region] = threshold_of(labour.quick_income_hazard[region]);
    speak_applications(signals, labour, terms, appeal, r);
    speak_acceptance(signals, labour, terms, appeal, r);
    for (int s = 0; s < labour.wage.columns(); ++s) {
      const auto filled = static_cast<double>(labour.filled(r, s));
      const auto beyond = static_cast<double>(std::max<std::int64_t>(0, labour.filled(r, s) - labour.posts(r, s)));
      const double layoffs = filled > 0 ? terms.labour.layoff_share_per_month * beyond / filled : 0;
      signals.separation[region][static_cast<std::size_t>(s)] =
          threshold_of(terms.work.separation_per_month + layoffs);
    }
    for (int g = 0; g < n_skills; ++g) {
      double own = g == 0 ? 1 : 0;
      for (int s = 0; s < labour.wage.columns() && g > 0; ++s) {
        if (is_own_specialty(terms.country, g, s)) own += labour.apply_share(r, g, s);
      }
      labour.own_share(r, g) = own;
    }
  }
}

}  // namespace world
