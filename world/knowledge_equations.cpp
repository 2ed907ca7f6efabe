#include "world/knowledge_equations.hpp"

#include <algorithm>

#include "agents/exact_math.hpp"

namespace world {

using agents::exact_exp;
using agents::exact_log;
using agents::exact_pow;

double next_adoption(double adoption, double per_year) {
  return adoption / (adoption + (1 - adoption) * exact_exp(-per_year / 12));
}

double next_stock(double stock, double added, double loss_per_year) { return stock * (1 - loss_per_year / 12) + added; }

double expected_patents(double at_start, const ResearchRatios& ratios, const KnowledgeParameters& p) {
  if (ratios.spending <= 0 || ratios.researchers <= 0) return 0;
  return at_start * exact_pow(ratios.spending, p.patents_on_spending) *
         exact_pow(ratios.researchers, p.patents_on_researchers) * (1 + p.integration_gain * ratios.integration);
}

namespace {

std::int64_t drawn_part(double mean, double uniform) {
  double term = exact_exp(-mean), sum = term;
  std::int64_t n = 0;
  // Beyond a few hundred, terms no longer change the sum.
  while (uniform > sum && n < 1000) {
    ++n;
    term *= mean / static_cast<double>(n);
    sum += term;
  }
  return n;
}

}  // namespace

std::int64_t drawn_patents(double mean, const agents::Chance& chance, std::uint64_t cell) {
  constexpr double largest_part = 32;
  std::int64_t n = 0;
  for (std::uint64_t part = 0; mean > 0; ++part) {
    const double here = std::min(mean, largest_part);
    n += drawn_part(here, agents::uniform_of(chance.bits(agents::Purpose::patents, cell, part)));
    mean -= here;
  }
  return n;
}

double log_productivity(const ProductivityTerms& terms, const KnowledgeParameters& p) {
  const double knowledge =
      p.own_knowledge_share * terms.log_own_knowledge + (1 - p.own_knowledge_share) * terms.log_all_knowledge;
  return p.productivity_on_size * terms.log_size + p.productivity_on_degrees * terms.degrees +
         (terms.uses_knowledge ? p.productivity_on_knowledge * knowledge : 0) +
         p.productivity_on_adoption * terms.adoption + p.productivity_on_supply * terms.supply;
}

double work_left(double adoption, double routine_share, const KnowledgeParameters& p) {
  return 1 - p.displacement * routine_share * adoption;
}

double next_prestige(double prestige, const PrestigeTerms& terms, const KnowledgeParameters& p) {
  const double aim = p.prestige_on_wage * terms.log_pay + p.prestige_on_conditions * terms.conditions + terms.campaign +
                     p.prestige_on_peers * terms.peers;
  return std::clamp(prestige + p.prestige_speed_per_month * (aim - prestige), -1.0, 1.0);
}

double next_conditions(double conditions, double kzt_per_worker, const KnowledgeParameters& p) {
  const double gained = kzt_per_worker / p.conditions_kzt_per_worker;
  return std::clamp(conditions + gained - conditions * p.conditions_wear_per_year / 12, -1.0, 1.0);
}

}  // namespace world
