// What policies of knowledge, professions and anchor employers do in a month.
#include <algorithm>

#include "world/anchors.hpp"
#include "world/policy.hpp"

namespace world {

namespace {

bool is_under_way(agents::Month start, double months, agents::Month month) {
  return month >= start && month < start + static_cast<int>(months);
}

Grid<double>& made(Grid<double>& table, const Country& country) {
  if (table.cells().empty()) table = Grid<double>(country.n_regions(), country.n_sectors());
  return table;
}
std::vector<double>& made(std::vector<double>& row, std::size_t n) {
  row.resize(n);
  return row;
}

// Posts that research money pays for, in the sectors of the region that do research, by how much they do.
void add_research_posts(Levers& levers, int region, double kzt_per_year, const Scenario& scenario,
                        const Country& country) {
  double bill = 0;
  for (int s = 0; s < country.n_sectors(); ++s) {
    bill += country.sectors[static_cast<std::size_t>(s)].research_weight * country.sector_employed_persons(region, s) *
            country.sector_wage_kzt(region, s);
  }
  if (bill <= 0) return;
  const double paid = kzt_per_year / 12 * scenario.parameters.knowledge.research_wage_share * scenario.scale.factor();
  for (int s = 0; s < country.n_sectors(); ++s) {
    const double weight = country.sectors[static_cast<std::size_t>(s)].research_weight;
    levers.posts(region, s) += paid / bill * weight * country.sector_employed_persons(region, s);
  }
}

void add_anchor(Levers& levers, const AnchorAgreement& policy, const Scenario& scenario, const Country& country,
                agents::Month month, double paid) {
  if (month < policy.start) return;
  AnchorChange& change = levers.anchors;
  const double jobs = policy.jobs * policy.additionality * ramp_share(month - policy.start, policy.ramp_months) * paid;
  const std::vector<double> shares = anchor_shares(country, policy.anchor);
  for (std::size_t i = 0; i < shares.size(); ++i) {
    if (country.anchors[i].name != policy.anchor) continue;
    made(change.jobs, shares.size())[i] += jobs * shares[i] * scenario.scale.factor();
    made(change.raise, shares.size())[i] += policy.raise * paid;
    made(levers.dual_seats, country.regions.size())[static_cast<std::size_t>(country.anchors[i].region)] +=
        policy.dual_seats * shares[i] * paid;
  }
}

void add_shock(Levers& levers, const AnchorShock& shock, const Country& country, agents::Month month, double dose) {
  if (!is_under_way(shock.start, shock.months, month)) return;
  for (const std::size_t i : rows_of_anchor(country, shock.anchor)) {
    double& growth = made(levers.anchors.growth, country.anchors.size())[i];
    growth = std::max(-1.0, growth + dose * shock.jobs);
  }
}

}  // namespace

void add_knowledge(Levers& levers, const Scenario& scenario, const Country& country, agents::Month month,
                   const FundingBook& book) {
  const Policies& policies = scenario.policies;
  const double dose = scenario.parameters.accounts.dose;
  const auto n = static_cast<std::size_t>(country.n_regions());
  for (const ResearchAndIntegration& policy : policies.research_and_integration) {
    if (!is_under_way(policy.start, policy.months, month)) continue;
    const int region = country.region_of(policy.region);
    const double paid = dose * book.share(policy.name);
    double& integration = made(levers.integration, n)[static_cast<std::size_t>(region)];
    integration = std::min(1.0, integration + policy.integration * paid);
    made(levers.research_kzt, n)[static_cast<std::size_t>(region)] += policy.bln_kzt_per_year * 1e9 * paid;
    add_research_posts(levers, region, policy.bln_kzt_per_year * 1e9 * paid, scenario, country);
  }
  for (const PrestigeCampaign& policy : policies.prestige_campaigns) {
    if (!is_under_way(policy.start, policy.months, month)) continue;
    levers.campaign[static_cast<std::size_t>(country.field_of(policy.field))] +=
        policy.strength * dose * book.share(policy.name);
  }
  for (const WorkingConditions& policy : policies.working_conditions) {
    if (!is_under_way(policy.start, policy.months, month)) continue;
    made(levers.conditions_kzt, country)(country.region_of(policy.region), country.sector_of(policy.sector)) +=
        policy.kzt_per_worker / 12 * dose * book.share(policy.name);
  }
  for (const AiInIndustry& policy : policies.ai_in_industry) {
    const int months = month - policy.start, all = std::max(1, static_cast<int>(policy.months));
    if (months < 0) continue;
    const double covered = std::min(1.0, (months + 1.0) / all) * book.built(policy.name, 0, months, all);
    double& share = made(levers.ai_share, country)(country.region_of(policy.region), country.sector_of(policy.sector));
    share = std::min(1.0, share + policy.share * dose * covered);
  }
  for (const AnchorAgreement& policy : policies.anchor_agreements) {
    add_anchor(levers, policy, scenario, country, month, dose * agreement_share(policy, month, book));
  }
  for (const AnchorShock& shock : policies.anchor_shocks) add_shock(levers, shock, country, month, dose);
}

double agreement_share(const AnchorAgreement& policy, agents::Month month, const FundingBook& book) {
  const int months = month - policy.start;
  const int credit = AnchorAgreement::credit_months;
  // What was agreed stays as far as it was paid for.
  return months < credit ? book.share(policy.name) : book.built(policy.name, 0, months, credit);
}

void anchors_change(Levers& levers, const Country& country, const Grid<double>& posts) {
  AnchorChange& change = levers.anchors;
  if (change.growth.empty() && change.jobs.empty()) return;
  made(change.growth, country.anchors.size());
  for (std::size_t i = 0; i < country.anchors.size(); ++i) {
    const Anchor& anchor = country.anchors[i];
    const double own = anchor.share * posts(anchor.region, anchor.sector);
    if (!change.jobs.empty() && own > 0) change.growth[i] += change.jobs[i] / own;
    const auto r = static_cast<std::size_t>(anchor.region);
    if (change.growth[i] == 0) continue;
    made(levers.dual_seats, country.regions.size())[r] += anchor.dual_seats * change.growth[i];
    levers.housed_families[r] += anchor.worker_homes * change.growth[i];
  }
}

}  // namespace world
