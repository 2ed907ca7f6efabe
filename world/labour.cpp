#include "world/labour.hpp"

#include <algorithm>
#include <cmath>

#include "agents/exact_math.hpp"

namespace world {

using agents::exact_exp;
using agents::exact_log;
using agents::exact_pow;
using agents::n_classes;
using agents::n_skills;

double education_premium(int level, const agents::WorkParameters& work) {
  return level == 2 ? work.education_premium_higher : level == 1 ? work.education_premium_vocational : 0.0;
}

bool is_own_specialty(const Country& country, int skill, int sector) {
  const int field = agents::field_of_skill(skill);
  return field > 0 && country.sectors[static_cast<std::size_t>(sector)].is_own_field[static_cast<std::size_t>(field)];
}

int applicant_class(const Country& country, int skill, int sector) {
  if (is_own_specialty(country, skill, sector)) return 0;
  const auto level = static_cast<std::size_t>(agents::level_of_skill(skill));
  return country.sectors[static_cast<std::size_t>(sector)].acceptability[level] >= 0.5 ? 1 : 2;
}

double mean_wage(const Labour& labour, int region) {
  double bill = 0, people = 0;
  for (int s = 0; s < labour.wage.columns(); ++s) {
    const auto filled = static_cast<double>(labour.filled(region, s));
    bill += filled * labour.wage(region, s);
    people += filled;
  }
  return people > 0 ? bill / people : 0;
}

double quick_income(const Labour& labour, const LabourTerms& terms, int region) {
  double bill = 0, weight = 0;
  for (int s = 0; s < labour.wage.columns(); ++s) {
    const double posts = terms.country.sectors[static_cast<std::size_t>(s)].acceptability[0] *
                         (static_cast<double>(labour.filled(region, s)) + 1e-9);
    bill += posts * labour.wage(region, s);
    weight += posts;
  }
  const bool metropolis = terms.country.regions[static_cast<std::size_t>(region)].is_metropolis;
  const double share = metropolis ? terms.labour.quick_income_share_metropolis : terms.labour.quick_income_share;
  return share * bill / weight;
}

double next_wage(double wage, double base_wage, double slack, double base_slack, const LabourParameters& parameters) {
  const double target = exact_log(base_wage) - parameters.wage_curve * exact_log(slack / base_slack);
  const double gap = target - exact_log(wage);
  const double speed = gap > 0 ? parameters.wage_up_per_month : parameters.wage_down_per_month;
  return exact_exp(exact_log(wage) + speed * gap);
}

double desired_posts(double base_demand, const DemandRatios& ratios, const Sector& sector,
                     const LabourParameters& parameters) {
  const double local = sector.local_demand_share, budget = sector.budget_share;
  const double demand = local * exact_pow(ratios.local_income, parameters.local_demand_on_income) +
                        budget * ratios.public_spending + (1 - local - budget);
  return base_demand * exact_pow(ratios.wage, -parameters.demand_on_wage) * demand *
         exact_exp(parameters.demand_trend_per_year * ratios.years_since_start);
}

namespace {

double slack_of(const agents::Tally& tally, int region, const LabourParameters& parameters) {
  const auto& people = tally.people[static_cast<std::size_t>(region)];
  const auto of = [&](agents::Labour state) { return static_cast<double>(people[static_cast<std::size_t>(state)]); };
  const double unemployed = of(agents::Labour::unemployed), informal = of(agents::Labour::informal);
  const double force = unemployed + informal + of(agents::Labour::employed_own) + of(agents::Labour::employed_other);
  // One person's worth of slack keeps the logarithm finite in a tiny region.
  return (unemployed + parameters.slack_weight_informal * informal + 1) / (force + 1);
}

double local_income_of(const Labour& labour, const LabourTerms& terms, const agents::Tally& tally, int region) {
  const auto r = static_cast<std::size_t>(region);
  const auto& people = tally.people[r];
  const double employees = static_cast<double>(people[static_cast<std::size_t>(agents::Labour::employed_own)] +
                                               people[static_cast<std::size_t>(agents::Labour::employed_other)]);
  const auto commuters = static_cast<double>(tally.commuters[r]);
  const double from_hub = terms.hub[r] == agents::nowhere ? 0 : commuters * mean_wage(labour, terms.hub[r]);
  const double informal = static_cast<double>(people[static_cast<std::size_t>(agents::Labour::informal)]) *
                          quick_income(labour, terms, region);
  return (employees - commuters) * mean_wage(labour, region) + from_hub +
         terms.labour.informal_income_in_local_demand * informal;
}

void hear_tally(Labour& labour, const LabourTerms& terms, const agents::Tally& tally) {
  const int n_sectors = labour.filled.columns();
  for (int r = 0; r < labour.filled.rows(); ++r) {
    const auto region = static_cast<std::size_t>(r);
    for (int s = 0; s < n_sectors; ++s) {
      labour.filled(r, s) = tally.posts_filled[region][static_cast<std::size_t>(s)];
      for (int c = 0; c < n_classes; ++c) {
        const auto cell = static_cast<std::size_t>(s * n_classes + c);
        const auto applied = static_cast<double>(tally.applications[region][cell]);
        if (applied > 0) labour.success(r * n_sectors + s, 0, c) =
            static_cast<double>(tally.hires[region][cell]) / applied;
      }
    }
    labour.informal[region] = tally.people[region][static_cast<std::size_t>(agents::Labour::informal)];
    labour.commuters[region] = tally.commuters[region];
    labour.slack[region] = slack_of(tally, r, terms.labour);
  }
}

}  // namespace

Labour start_labour(const LabourTerms& terms, const agents::Tally& start) {
  const Country& country = terms.country;
  const int n_regions = country.n_regions(), n_sectors = country.n_sectors();
  const auto n = static_cast<std::size_t>(n_regions);
  Labour labour;
  labour.base_demand = labour.base_wage = labour.efficiency = Grid<double>(n_regions, n_sectors);
  labour.posts = labour.filled = labour.vacancies = Grid<std::int64_t>(n_regions, n_sectors);
  labour.success = Cube<double>(n_regions * n_sectors, 1, n_classes);
  labour.apply_share = Cube<double>(n_regions, n_skills, n_sectors);
  labour.job_chance = labour.own_share = Grid<double>(n_regions, n_skills);
  labour.base_slack = labour.slack = labour.base_local_income = labour.local_income = labour.base_commute =
      labour.commute = std::vector<double>(n);
  labour.quick_income_hazard = std::vector<double>(n, 0.2);
  labour.informal = labour.commuters = std::vector<std::int64_t>(n);
  hear_tally(labour, terms, start);
  for (int r = 0; r < n_regions; ++r) {
    const auto region = static_cast<std::size_t>(r);
    double bill = 0, people = 0;
    for (int s = 0; s < n_sectors; ++s) {
      const auto filled = static_cast<double>(labour.filled(r, s));
      bill += filled * country.sector_wage_kzt(r, s);
      people += filled;
    }
    // Sector wages are shifted together so that the region's mean is the published one.
    const double factor = bill > 0 ? country.mean_wage_kzt[region] * people / bill : 1;
    for (int s = 0; s < n_sectors; ++s) labour.base_wage(r, s) = factor * country.sector_wage_kzt(r, s);
    const auto& lived = start.people[region];
    const double employees = static_cast<double>(lived[static_cast<std::size_t>(agents::Labour::employed_own)] +
                                                 lived[static_cast<std::size_t>(agents::Labour::employed_other)]);
    if (employees > 0) labour.base_commute[region] = static_cast<double>(start.commuters[region]) / employees;
  }
  labour.wage = labour.base_wage;
  labour.commute = labour.base_commute;
  rebase_labour(labour, terms, start);
  return labour;
}

void rebase_labour(Labour& labour, const LabourTerms& terms, const agents::Tally& tally) {
  hear_tally(labour, terms, tally);
  for (int r = 0; r < labour.wage.rows(); ++r) {
    const auto region = static_cast<std::size_t>(r);
    for (int s = 0; s < labour.wage.columns(); ++s) {
      labour.base_demand(r, s) = static_cast<double>(labour.filled(r, s)) * (1 + terms.labour.vacancy_share);
      labour.posts(r, s) = static_cast<std::int64_t>(labour.base_demand(r, s) + 0.5);
      labour.vacancies(r, s) = std::max<std::int64_t>(0, labour.posts(r, s) - labour.filled(r, s));
    }
    labour.base_slack[region] = labour.slack[region];
    labour.base_local_income[region] = labour.local_income[region] = local_income_of(labour, terms, tally, r);
  }
}

std::vector<std::int64_t> make_offers(const Labour& labour, const LabourTerms& terms,
                                      const agents::Tally& applications, const agents::Chance& chance) {
  const std::array<double, n_classes> weight = {terms.work.weight_own, terms.work.weight_level, terms.work.weight_below};
  const int n_sectors = labour.wage.columns();
  std::vector<std::int64_t> offers(static_cast<std::size_t>(labour.wage.rows() * n_sectors));
  for (int r = 0; r < labour.wage.rows(); ++r) {
    for (int s = 0; s < n_sectors; ++s) {
      double effective = 0;
      std::int64_t applied = 0;
      for (int c = 0; c < n_classes; ++c) {
        const auto count = applications.applications[static_cast<std::size_t>(r)][static_cast<std::size_t>(s * n_classes + c)];
        effective += weight[static_cast<std::size_t>(c)] * static_cast<double>(count);
        applied += count;
      }
      const auto vacant = static_cast<double>(labour.vacancies(r, s));
      double matches = terms.work.separation_per_month * static_cast<double>(labour.filled(r, s));
      if (labour.efficiency(r, s) > 0 && effective > 0 && vacant > 0) {
        matches = labour.efficiency(r, s) * exact_pow(effective, terms.labour.matching_elasticity) *
                  exact_pow(vacant, 1 - terms.labour.matching_elasticity);
      }
      const auto cell = static_cast<std::uint64_t>(r * n_sectors + s);
      const std::int64_t rounded = agents::keyed_round(matches, chance.bits(agents::Purpose::rounding, cell));
      offers[cell] = std::min({rounded, labour.vacancies(r, s), applied});
    }
  }
  return offers;
}

void labour_responds(Labour& labour, const LabourTerms& terms, const agents::Tally& tally, const LabourForces& forces,
                     const agents::Chance& chance, bool frozen) {
  const auto at = [](const Grid<double>& table, int r, int s, double neutral) {
    return table.cells().empty() ? neutral : table(r, s);
  };
  hear_tally(labour, terms, tally);
  const int n_sectors = labour.wage.columns();
  for (int r = 0; r < labour.wage.rows(); ++r) {
    const auto region = static_cast<std::size_t>(r);
    if (!frozen) {
      for (int s = 0; s < n_sectors; ++s) {
        const double posts = std::max<double>(1, static_cast<double>(labour.posts(r, s)));
        const double target = labour.base_wage(r, s) * at(forces.wage_factor, r, s, 1) *
                              (1 + at(forces.wage_premium, r, s, 0) / posts + at(forces.wage_raise, r, s, 0));
        labour.wage(r, s) = next_wage(labour.wage(r, s), target, labour.slack[region],
                                      labour.base_slack[region], terms.labour);
      }
    }
  }
  // One draw for the whole run, so that a cell's posts do not flicker by one.
  const std::uint64_t lasting = agents::chance_key(chance.seed, 0, agents::Purpose::rounding);
  for (int r = 0; r < labour.wage.rows() && !frozen; ++r) {
    const auto region = static_cast<std::size_t>(r);
    labour.local_income[region] = local_income_of(labour, terms, tally, r);
    const double base = labour.base_local_income[region];
    DemandRatios ratios{.wage = 1,
                        .local_income = base > 0 ? labour.local_income[region] / base : 1,
                        .public_spending = forces.public_spending[region],
                        .years_since_start = forces.years_since_start};
    for (int s = 0; s < n_sectors; ++s) {
      ratios.wage = labour.wage(r, s) / labour.base_wage(r, s) * at(forces.labour_cost, r, s, 1);
      const double wanted = desired_posts(labour.base_demand(r, s), ratios,
                                          terms.country.sectors[static_cast<std::size_t>(s)], terms.labour) *
              at(forces.demand_factor, r, s, 1) +
          at(forces.posts, r, s, 0);
      const auto cell = static_cast<std::uint64_t>(1000000 + r * n_sectors + s);
      labour.posts(r, s) = agents::keyed_round(std::max(0.0, wanted), agents::keyed_bits(lasting, cell));
    }
  }
  for (int r = 0; r < labour.wage.rows(); ++r) {
    for (int s = 0; s < n_sectors; ++s) {
      labour.vacancies(r, s) = std::max<std::int64_t>(0, labour.posts(r, s) - labour.filled(r, s));
    }
  }
  // Job chances: the rate at which a seeker of a skill would have been hired.
  for (int r = 0; r < labour.wage.rows(); ++r) {
    const auto region = static_cast<std::size_t>(r);
    for (int g = 0; g < n_skills; ++g) {
      auto finding = [&](int where) {
        double rate = 0;
        for (int s = 0; s < n_sectors; ++s) {
          const int c = applicant_class(terms.country, g, s);
          rate += labour.apply_share(where, g, s) * labour.success(where * n_sectors + s, 0, c);
        }
        return rate;
      };
      double rate = finding(r);
      if (terms.hub[region] != agents::nowhere) {
        rate += labour.commute[region] * (finding(terms.hub[region]) - rate);
      }
      const double chance_now = rate / (rate + terms.work.separation_per_month);
      double& remembered = labour.job_chance(r, g);
      if (remembered <= 0) remembered = chance_now;
      else remembered += (chance_now - remembered) / terms.labour.job_chance_memory_months;
    }
  }
}

}  // namespace world
