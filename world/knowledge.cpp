#include "world/knowledge.hpp"

#include <algorithm>

#include "agents/exact_math.hpp"
#include "world/anchors.hpp"
#include "world/knowledge_equations.hpp"

namespace world {

using agents::exact_exp;
using agents::exact_log;
using agents::n_fields;
using agents::n_skills;

namespace {

const Sector& sector_of(const Country& country, int s) { return country.sectors[static_cast<std::size_t>(s)]; }
double ratio(double now, double base) { return base > 0 ? now / base : 1; }
double log_ratio(double now, double base) { return base > 0 && now > 0 ? exact_log(now / base) : 0; }
double dose(const std::vector<double>& doses, std::size_t i) { return doses.empty() ? 0 : doses[i]; }
double dose(const Grid<double>& doses, int r, int s) { return doses.cells().empty() ? 0 : doses(r, s); }

double posts_in(const KnowledgeFacts& facts, int region, bool of_research) {
  double posts = 0;
  for (int s = 0; s < facts.filled.columns(); ++s) {
    const double weight = of_research ? sector_of(facts.country, s).research_weight : 1;
    posts += weight * static_cast<double>(facts.filled(region, s));
  }
  return posts;
}

// What a region pays for work in which research is done: how research of the nation is spread over regions.
double research_bill(const KnowledgeFacts& facts, int region) {
  double bill = 0;
  for (int s = 0; s < facts.filled.columns(); ++s) {
    bill += sector_of(facts.country, s).research_weight * static_cast<double>(facts.filled(region, s)) *
            facts.wage(region, s);
  }
  return bill;
}

// Log pay of a field's posts over the mean of all posts of the nation; 0 where there are none.
std::vector<double> field_pay(const KnowledgeFacts& facts) {
  std::vector<double> bill(n_fields), posts(n_fields);
  for (int r = 0; r < facts.filled.rows(); ++r) {
    for (int s = 0; s < facts.filled.columns(); ++s) {
      const auto here = static_cast<double>(facts.filled(r, s));
      for (std::size_t f = 0; f < n_fields; ++f) {
        if (f > 0 && !sector_of(facts.country, s).is_own_field[f]) continue;
        posts[f] += here;
        bill[f] += here * facts.wage(r, s);
      }
    }
  }
  std::vector<double> pay(n_fields);
  for (std::size_t f = 1; f < n_fields; ++f) {
    if (posts[f] > 0 && bill[f] > 0) pay[f] = exact_log(bill[f] / posts[f]) - exact_log(bill[0] / posts[0]);
  }
  return pay;
}

std::vector<double> field_conditions(const Grid<double>& conditions, const KnowledgeFacts& facts) {
  std::vector<double> sum(n_fields), posts(n_fields);
  for (int r = 0; r < facts.filled.rows(); ++r) {
    for (int s = 0; s < facts.filled.columns(); ++s) {
      const auto here = static_cast<double>(facts.filled(r, s));
      for (std::size_t f = 1; f < n_fields; ++f) {
        if (!sector_of(facts.country, s).is_own_field[f]) continue;
        posts[f] += here;
        sum[f] += here * conditions(r, s);
      }
    }
  }
  for (std::size_t f = 1; f < n_fields; ++f) sum[f] = posts[f] > 0 ? sum[f] / posts[f] : 0;
  return sum;
}

// Shares that are counted in Decembers.
void count_skills(Knowledge& knowledge, const KnowledgeFacts& facts) {
  const int ict = facts.country.field_of("ict");
  std::vector<double> own(n_fields), all(n_fields);
  for (std::size_t r = 0; r < knowledge.degrees.size(); ++r) {
    double employees = 0, with_degree = 0, with_ict = 0;
    for (int g = 0; g < n_skills; ++g) {
      const auto skill = static_cast<std::size_t>(g);
      const auto field = static_cast<std::size_t>(agents::field_of_skill(g));
      const auto in_own = static_cast<double>(facts.tally.own_by_skill[r][skill]);
      const double here = in_own + static_cast<double>(facts.tally.other_by_skill[r][skill]);
      employees += here;
      if (agents::level_of_skill(g) == 2) with_degree += here;
      if (ict > 0 && static_cast<int>(field) == ict) with_ict += here;
      own[field] += in_own;
      all[field] += here + static_cast<double>(facts.tally.informal_by_skill[r][skill]);
    }
    knowledge.degrees[r] = employees > 0 ? with_degree / employees : 0;
    knowledge.ict[r] = employees > 0 ? with_ict / employees : 0;
  }
  for (std::size_t f = 1; f < n_fields; ++f) knowledge.field_own[f] = all[f] > 0 ? own[f] / all[f] : 0;
}

void do_research(Knowledge& knowledge, const KnowledgeFacts& facts, const Levers& levers,
                 const agents::Chance& chance) {
  const KnowledgeParameters& p = facts.parameters;
  for (std::size_t r = 0; r < knowledge.stock.size(); ++r) {
    knowledge.spending[r] = knowledge.base_spending[r] + dose(levers.research_kzt, r);
    knowledge.integration[r] = dose(levers.integration, r);
    const double posts = posts_in(facts, static_cast<int>(r), true);
    knowledge.researchers[r] = knowledge.base_researchers[r] * ratio(posts, knowledge.base_research_posts[r]);
    const ResearchRatios ratios{.spending = ratio(knowledge.spending[r], knowledge.base_spending[r]),
                                .researchers = ratio(posts, knowledge.base_research_posts[r]),
                                .integration = knowledge.integration[r]};
    const double expected = expected_patents(knowledge.base_patents[r] / 12, ratios, p);
    const std::int64_t drawn = drawn_patents(expected, chance, r);
    if (agents::calendar_month_of(chance.month) == 1) knowledge.patents[r] = 0;
    knowledge.patents[r] += drawn;
    knowledge.patents_in_force[r] =
        next_stock(knowledge.patents_in_force[r], static_cast<double>(drawn), p.stock_loss_per_year);
    const double added = knowledge.spending[r] / 12 * (1 + p.integration_gain * knowledge.integration[r]);
    knowledge.stock[r] = next_stock(knowledge.stock[r], added, p.stock_loss_per_year);
  }
}

double stock_at_rest(const Knowledge& knowledge, std::size_t r, const KnowledgeParameters& p) {
  return knowledge.base_spending[r] / p.stock_loss_per_year;
}

void raise_productivity(Knowledge& knowledge, const KnowledgeFacts& facts) {
  const KnowledgeParameters& p = facts.parameters;
  double all = 0, all_before = 0;
  for (std::size_t r = 0; r < knowledge.stock.size(); ++r) {
    all += knowledge.stock[r];
    all_before += stock_at_rest(knowledge, r, p);
  }
  for (int r = 0; r < facts.filled.rows(); ++r) {
    const auto region = static_cast<std::size_t>(r);
    ProductivityTerms terms{
        .log_size = log_ratio(posts_in(facts, r, false), knowledge.base_employees[region]),
        .degrees = knowledge.degrees[region] - knowledge.base_degrees[region],
        .log_own_knowledge = log_ratio(knowledge.stock[region], stock_at_rest(knowledge, region, p)),
        .log_all_knowledge = log_ratio(all, all_before),
        .supply = facts.supply[region] - knowledge.base_supply[region]};
    double gained = 0;  // output of a year that the knowledge stock adds, KZT
    for (int s = 0; s < facts.filled.columns(); ++s) {
      terms.uses_knowledge = sector_of(facts.country, s).uses_knowledge;
      terms.adoption = knowledge.adoption(r, s) - p.adoption_at_start;
      knowledge.productivity(r, s) = log_productivity(terms, p);
      if (!terms.uses_knowledge) continue;
      const double output =
          12 * static_cast<double>(facts.filled(r, s)) / facts.scale * facts.wage(r, s) / p.wage_share_of_output;
      const ProductivityTerms knowledge_alone{.log_own_knowledge = terms.log_own_knowledge,
                                              .log_all_knowledge = terms.log_all_knowledge,
                                              .uses_knowledge = true};
      gained += output * (exact_exp(log_productivity(knowledge_alone, p)) - 1);
    }
    const double licences = p.licence_kzt_per_patent * knowledge.patents_in_force[region];
    const double spent = knowledge.spending[region];
    knowledge.science_return[region] = spent > 0 ? (licences + gained) / spent : 0;
  }
}

void better_conditions(Knowledge& knowledge, const KnowledgeFacts& facts, const Levers& levers) {
  const Grid<double> shift = anchor_conditions(facts.country, levers.anchors);
  for (int r = 0; r < facts.filled.rows(); ++r) {
    for (int s = 0; s < facts.filled.columns(); ++s) {
      double& built = knowledge.built_conditions(r, s);
      built = next_conditions(built, dose(levers.conditions_kzt, r, s), facts.parameters);
      knowledge.conditions(r, s) = std::clamp(built + shift(r, s), -1.0, 1.0);
    }
  }
}

void move_prestige(Knowledge& knowledge, const KnowledgeFacts& facts, const Levers& levers) {
  const std::vector<double> pay = field_pay(facts), conditions = field_conditions(knowledge.conditions, facts);
  for (std::size_t f = 1; f < n_fields; ++f) {
    const PrestigeTerms terms{.log_pay = pay[f] - knowledge.base_field_pay[f],
                              .conditions = conditions[f],
                              .campaign = levers.campaign[f],
                              .peers = knowledge.field_own[f] - knowledge.base_field_own[f]};
    knowledge.prestige[f] = next_prestige(knowledge.prestige[f], terms, facts.parameters);
  }
}

// Research of the nation, spread over regions.
void found_research(Knowledge& knowledge, const KnowledgeFacts& facts) {
  const KnowledgeParameters& p = facts.parameters;
  const int n = facts.filled.rows();
  double people = 0, bill = 0, posts = 0;
  for (int r = 0; r < n; ++r) {
    for (const auto count : facts.tally.people[static_cast<std::size_t>(r)]) people += static_cast<double>(count);
    bill += research_bill(facts, r);
    posts += posts_in(facts, r, true);
  }
  people /= facts.scale;
  for (int r = 0; r < n; ++r) {
    const auto region = static_cast<std::size_t>(r);
    const double share = bill > 0 ? research_bill(facts, r) / bill : 0;
    const double of_posts = posts > 0 ? posts_in(facts, r, true) / posts : 0;
    knowledge.base_spending[region] = share * people * p.research_kzt_per_person;
    knowledge.base_researchers[region] = of_posts * people / 1000 * p.researchers_per_1000;
    knowledge.base_patents[region] = share * people / 1e6 * p.patents_per_million_per_year;
    knowledge.base_research_posts[region] = posts_in(facts, r, true);
    knowledge.base_employees[region] = posts_in(facts, r, false);
    knowledge.stock[region] = stock_at_rest(knowledge, region, p);
    knowledge.patents_in_force[region] = knowledge.base_patents[region] / p.stock_loss_per_year;
  }
}

}  // namespace

Knowledge start_knowledge(const KnowledgeFacts& facts) {
  const int n = facts.filled.rows(), n_sectors = facts.filled.columns();
  Knowledge knowledge;
  for (auto* row :
       {&knowledge.base_spending, &knowledge.base_researchers, &knowledge.base_patents, &knowledge.base_research_posts,
        &knowledge.base_employees, &knowledge.base_degrees, &knowledge.base_supply, &knowledge.spending,
        &knowledge.researchers, &knowledge.integration, &knowledge.stock, &knowledge.patents_in_force,
        &knowledge.science_return, &knowledge.degrees, &knowledge.ict}) {
    row->assign(static_cast<std::size_t>(n), 0);
  }
  for (auto* row : {&knowledge.base_field_pay, &knowledge.base_field_own, &knowledge.field_own, &knowledge.prestige}) {
    row->assign(n_fields, 0);
  }
  knowledge.patents.assign(static_cast<std::size_t>(n), 0);
  knowledge.adoption = Grid<double>(n, n_sectors, facts.parameters.adoption_at_start);
  knowledge.productivity = knowledge.built_conditions = knowledge.conditions = Grid<double>(n, n_sectors);
  found_research(knowledge, facts);
  count_skills(knowledge, facts);
  knowledge.base_degrees = knowledge.degrees;
  knowledge.base_field_own = knowledge.field_own;
  knowledge.base_field_pay = field_pay(facts);
  knowledge.base_supply = facts.supply;
  knowledge.spending = knowledge.base_spending;
  knowledge.researchers = knowledge.base_researchers;
  raise_productivity(knowledge, facts);
  return knowledge;
}

void knowledge_responds(Knowledge& knowledge, const KnowledgeFacts& facts, const Levers& levers,
                        const agents::Chance& chance) {
  constexpr int december = 12;
  const KnowledgeParameters& p = facts.parameters;
  if (agents::calendar_month_of(chance.month) == december) count_skills(knowledge, facts);
  do_research(knowledge, facts, levers, chance);
  for (int r = 0; r < facts.filled.rows(); ++r) {
    for (int s = 0; s < facts.filled.columns(); ++s) {
      const double speed = p.adoption_per_year + p.adoption_on_ict * knowledge.ict[static_cast<std::size_t>(r)] +
                           p.adoption_on_lever * dose(levers.ai_share, r, s);
      knowledge.adoption(r, s) = next_adoption(knowledge.adoption(r, s), speed);
    }
  }
  better_conditions(knowledge, facts, levers);
  raise_productivity(knowledge, facts);
  move_prestige(knowledge, facts, levers);
}

Grid<double> knowledge_on_posts(const Knowledge& knowledge, const Country& country,
                                const KnowledgeParameters& parameters) {
  Grid<double> factor(knowledge.productivity.rows(), knowledge.productivity.columns());
  for (int r = 0; r < factor.rows(); ++r) {
    for (int s = 0; s < factor.columns(); ++s) {
      factor(r, s) = exact_exp(parameters.demand_on_productivity * knowledge.productivity(r, s)) *
                     work_left(knowledge.adoption(r, s) - parameters.adoption_at_start,
                               sector_of(country, s).routine_share, parameters);
    }
  }
  return factor;
}

Grid<double> knowledge_on_wages(const Knowledge& knowledge, const Country& country,
                                const KnowledgeParameters& parameters, const Levers& levers) {
  Grid<double> factor = anchor_pay(country, levers.anchors);
  for (int r = 0; r < factor.rows(); ++r) {
    for (int s = 0; s < factor.columns(); ++s) {
      factor(r, s) *= exact_exp(parameters.wage_on_productivity * knowledge.productivity(r, s));
    }
  }
  return factor;
}

Grid<double> conditions_by_skill(const Knowledge& knowledge, const Country& country, const Grid<std::int64_t>& posts) {
  Grid<double> mean(posts.rows(), n_skills);
  for (int r = 0; r < posts.rows(); ++r) {
    for (int g = 0; g < n_skills; ++g) {
      const auto level = static_cast<std::size_t>(agents::level_of_skill(g));
      const auto field = static_cast<std::size_t>(agents::field_of_skill(g));
      double sum = 0, weight = 0;
      for (int s = 0; s < posts.columns(); ++s) {
        const Sector& sector = sector_of(country, s);
        if (field > 0 && !sector.is_own_field[field]) continue;
        const double here = sector.acceptability[level] * (static_cast<double>(posts(r, s)) + 1e-6);
        sum += here * knowledge.conditions(r, s);
        weight += here;
      }
      mean(r, g) = weight > 0 ? sum / weight : 0;
    }
  }
  return mean;
}

}  // namespace world
