#include "world/accounts.hpp"

#include <algorithm>

#include "agents/exact_math.hpp"
#include "world/anchors.hpp"
#include "world/policy.hpp"

namespace world {

namespace {

double discounted(double kzt, double months, const AccountsParameters& parameters) {
  return kzt * agents::exact_pow(1 + parameters.discount_per_year, -months / 12);
}

agents::Month value_month(const AccountsParameters& parameters) {
  return agents::month_of(static_cast<int>(parameters.value_year), 1);
}

double& amount_of(GrowthCentre& package, PackagePart part) {
  switch (part) {
    case PackagePart::jobs: return package.jobs;
    case PackagePart::dwellings: return package.dwellings_m2;
    case PackagePart::heat: return package.heat_gcal_per_h;
    case PackagePart::water: return package.water_thousand_m3_per_day;
    case PackagePart::schools: return package.school_seats;
    default: return package.road_persons;
  }
}
double share_of(const GrowthCentre& package, PackagePart part) {
  switch (part) {
    case PackagePart::jobs: return package.share_jobs;
    case PackagePart::dwellings: return package.share_dwellings;
    case PackagePart::heat: return package.share_heat;
    case PackagePart::water: return package.share_water;
    case PackagePart::schools: return package.share_schools;
    default: return package.share_roads;
  }
}

// Collects the lines of one month.
class Ledger {
 public:
  Ledger(const Scenario& scenario, agents::Month month) : scenario_(scenario), month_(month) {}
  void add(const std::string& policy, const std::string& centre, const std::string& item, const std::string& region, double quantity,
           const std::string& unit, const UnitCost& cost, double kzt) {
    if (kzt <= 0) return;
    lines_.push_back({policy, centre, item, region, quantity, unit, cost, kzt,
                      discounted(kzt, month_ - value_month(scenario_.parameters.accounts), scenario_.parameters.accounts)});
  }
  [[nodiscard]] std::vector<CostLine> lines() && { return std::move(lines_); }

 private:
  const Scenario& scenario_;
  agents::Month month_;
  std::vector<CostLine> lines_;
};

PackagePart part_of(System system) {
  switch (system) {
    case System::heat: return PackagePart::heat;
    case System::water: return PackagePart::water;
    case System::schools: return PackagePart::schools;
    default: return PackagePart::roads;
  }
}

void add_packages(Ledger& ledger, const Scenario& scenario, const Country& country, agents::Month month) {
  const AccountsParameters& accounts = scenario.parameters.accounts;
  for (const GrowthCentre& package : scenario.policies.growth_centres) {
    const int months = month - package.start;
    if (months < 0) continue;
    const auto sizes = package_sizes(package, country, accounts);
    for (int p = 0; p < n_package_parts; ++p) {
      const auto part = static_cast<PackagePart>(p);
      const UnitCost cost = unit_cost(country, accounts, part, package.centre, country.region_of(package.region));
      const double bought = sizes[static_cast<std::size_t>(p)] * package.dose * accounts.dose * spending_share(package, part, months);
      const PackagePartInfo& info = package_part_infos()[static_cast<std::size_t>(p)];
      ledger.add(package.name, package.centre, info.name, package.region, bought, info.unit, cost, bought * cost.kzt);
    }
  }
}

void add_projects(Ledger& ledger, const Scenario& scenario, const Country& country, agents::Month month) {
  const AccountsParameters& accounts = scenario.parameters.accounts;
  for (const CapacityPolicy& project : scenario.policies.capacity_projects) {
    if (month < project.start || month >= project.delivered) continue;
    const auto part = part_of(static_cast<System>(system_of(project.system)));
    const UnitCost cost = unit_cost(country, accounts, part, "", country.region_of(project.region));
    const double bought = project.size * accounts.dose / (project.delivered - project.start);
    const PackagePartInfo& info = package_part_infos()[static_cast<std::size_t>(part)];
    ledger.add(project.name, "", info.name, project.region, bought, info.unit, cost, bought * cost.kzt);
  }
}

void add_people(Ledger& ledger, const Scenario& scenario, const Country& country, agents::Month month,
                const std::vector<double>& households_arrived) {
  const AccountsParameters& accounts = scenario.parameters.accounts;
  for (const JobPackage& package : scenario.policies.job_packages) {
    const int months = month - package.start, ramp = std::max(1, static_cast<int>(package.ramp_months));
    if (months < 0 || months >= ramp) continue;
    const UnitCost cost = unit_cost(country, accounts, PackagePart::jobs, "", country.region_of(package.region));
    const double bought = package.jobs * accounts.dose / ramp;
    ledger.add(package.name, "", "jobs", package.region, bought, "posts", cost, bought * cost.kzt);
  }
  for (const WorkerHousing& housing : scenario.policies.worker_housing) {
    const int months = month - housing.start, all = std::max(1, static_cast<int>(housing.months));
    if (months < 0 || months >= all) continue;
    const double families = housing.families * accounts.dose / all;
    ledger.add(housing.name, "", "worker_homes", housing.region, families, "families",
               {accounts.worker_home_kzt_per_family, "derived", ""}, families * accounts.worker_home_kzt_per_family);
  }
  for (const MobilitySupport& support : scenario.policies.mobility_support) {
    const int months = month - support.start;
    if (months < 0 || months >= static_cast<int>(support.months)) continue;
    const double grant = support.kzt_per_household * accounts.dose;
    const double families = households_arrived[static_cast<std::size_t>(country.region_of(support.region))];
    ledger.add(support.name, "", "moving_grants", support.region, families, "households", {grant, "stated", ""}, families * grant);
  }
  for (const RegistrationCoverage& coverage : scenario.policies.registration_coverage) {
    const int months = month - coverage.start, ramp = std::max(1, static_cast<int>(coverage.ramp_months));
    if (months < 0 || coverage.coverage <= 0 || accounts.dose <= 0) continue;
    if (months < ramp) {
      ledger.add(coverage.name, "", "register", "", 1.0 / ramp, "registers", {accounts.register_kzt, "placeholder", ""},
                 accounts.register_kzt / ramp);
    }
    ledger.add(coverage.name, "", "register_running", "", 1.0 / 12, "years", {accounts.register_kzt_per_year, "placeholder", ""},
               accounts.register_kzt_per_year / 12);
  }
}

bool is_under_way(agents::Month start, double months, agents::Month month) {
  return month >= start && month < start + static_cast<int>(months);
}

// Fees that the public takes over, and stipends beyond those of the base year, for all who study now.
void add_study_support(Ledger& ledger, const Scenario& scenario, const Country& country, agents::Month month,
                       const std::vector<double>& students) {
  const agents::SchoolingParameters& schooling = scenario.parameters.schooling;
  const double dose = scenario.parameters.accounts.dose;
  if (students.empty()) return;
  for (const FreeCollege& policy : scenario.policies.free_colleges) {
    if (!is_under_way(policy.start, policy.months, month)) continue;
    const auto what = static_cast<std::size_t>(agents::skill_of(1, country.field_of(policy.field)));
    const double years = students[what] * (1 - schooling.college_state_share) * std::min(1.0, dose) / 12;
    ledger.add(policy.name, "", "free_studies", "", years, "student-years",
               {schooling.college_fee_kzt_per_year, "placeholder", ""}, years * schooling.college_fee_kzt_per_year);
  }
  for (const Stipends& policy : scenario.policies.stipends) {
    if (!is_under_way(policy.start, policy.months, month)) continue;
    double kzt = 0, years = 0;
    for (std::size_t what = 1; what < students.size(); ++what) {
      const bool is_college = agents::level_of_skill(static_cast<int>(what)) == 1;
      const double paid = students[what] * (is_college ? schooling.college_state_share : schooling.university_state_share);
      const double raise = dose * ((is_college ? policy.college_factor : policy.university_factor) - 1);
      kzt += paid * raise * (is_college ? schooling.college_stipend_kzt : schooling.university_stipend_kzt);
      if (raise > 0) years += paid / 12;
    }
    ledger.add(policy.name, "", "stipends", "", years, "student-years", {years > 0 ? kzt / years : 0, "derived", ""}, kzt);
  }
}

// Dormitories are built in equal instalments and run for good; dual and university places are paid for as long as
// a full set of years studies in them.
void add_places_of_study(Ledger& ledger, const Scenario& scenario, agents::Month month,
                         const std::vector<double>& built_dormitories) {
  const AccountsParameters& accounts = scenario.parameters.accounts;
  for (std::size_t i = 0; i < scenario.policies.dormitories.size(); ++i) {
    const Dormitory& policy = scenario.policies.dormitories[i];
    if (month < policy.start) continue;
    const double beds = policy.beds * accounts.dose;
    if (month < policy.delivered) {
      const double built = beds / (policy.delivered - policy.start);
      ledger.add(policy.name, "", "dormitories", policy.region, built, "beds",
                 {accounts.dormitory_kzt_per_bed, "estimated", "cost_benchmarks.csv: dormitory_place"},
                 built * accounts.dormitory_kzt_per_bed);
    } else {
      const double stand = beds * (built_dormitories.empty() ? 1 : built_dormitories[i]);
      ledger.add(policy.name, "", "dormitories_running", policy.region, stand / 12, "bed-years",
                 {accounts.dormitory_kzt_per_bed_and_year, "placeholder", ""},
                 stand / 12 * accounts.dormitory_kzt_per_bed_and_year);
    }
  }
  const agents::SchoolingParameters& schooling = scenario.parameters.schooling;
  // Years of intake that study at once: from the first September on, one more each year.
  const auto years_at_once = [&](agents::Month start, double months, double longest) {
    int n = 0;
    for (agents::Month m = start; m <= month && m < start + static_cast<int>(months); ++m) {
      constexpr int intake = 9, months_of_years = 12;
      if (agents::calendar_month_of(m) == intake && month - m < longest * months_of_years) ++n;
    }
    return n;
  };
  for (const DualEducation& policy : scenario.policies.dual_education) {
    const double years = policy.seats * accounts.dose / 12 *
                         years_at_once(policy.start, policy.months, schooling.college_years_other);
    ledger.add(policy.name, "", "dual_training", policy.region, years, "student-years",
               {accounts.dual_kzt_per_student_and_year, "placeholder", ""}, years * accounts.dual_kzt_per_student_and_year);
  }
  for (const UniversityPlaces& policy : scenario.policies.university_places) {
    const double years = policy.seats * accounts.dose / 12 *
                         years_at_once(policy.start, policy.months, schooling.university_years);
    ledger.add(policy.name, "", "places_of_study", policy.region, years, "seat-years",
               {accounts.university_kzt_per_seat_and_year, "placeholder", ""},
               years * accounts.university_kzt_per_seat_and_year);
  }
}

// What planners ordered, in equal instalments from the month after the order to delivery.
void add_orders(Ledger& ledger, const Scenario& scenario, const Country& country, agents::Month month,
                const std::vector<PlannedOrder>& orders) {
  for (const PlannedOrder& order : orders) {
    if (!order.is_paid_in(month)) continue;
    const auto part = part_of(static_cast<System>(order.system));
    const UnitCost cost = unit_cost(country, scenario.parameters.accounts, part, "", order.region);
    const double bought = order.size / order.instalments();
    const PackagePartInfo& info = package_part_infos()[static_cast<std::size_t>(part)];
    ledger.add(order.policy, "", info.name, country.regions[static_cast<std::size_t>(order.region)].iso, bought, info.unit,
               cost, bought * cost.kzt);
  }
}

void add_transfer_rules(Ledger& ledger, const Scenario& scenario, agents::Month month) {
  const AccountsParameters& accounts = scenario.parameters.accounts;
  for (const MoneyFollowsCitizens& rule : scenario.policies.money_follows_citizens) {
    if (month < rule.start || rule.share <= 0 || accounts.dose <= 0) continue;
    ledger.add(rule.name, "", "administration", "", 1.0 / 12, "years",
               {accounts.money_follows_kzt_per_year, "placeholder", ""}, accounts.money_follows_kzt_per_year / 12);
  }
}

// Wages and taxes of a cell: the public's part of a raise, and the revenue that a relief forgoes.
void add_markets(Ledger& ledger, const Scenario& scenario, const Country& country, agents::Month month,
                 const Recipients& recipients) {
  const double dose = scenario.parameters.accounts.dose;
  if (recipients.wage.cells().empty()) return;
  const auto pay = [&](const std::string& policy, const char* item, int region, int sector, double posts, double share) {
    const double per_year = 12 * recipients.wage(region, sector) * share;
    ledger.add(policy, "", item, country.regions[static_cast<std::size_t>(region)].iso, posts / 12, "post-years",
               {per_year, "derived", ""}, posts / 12 * per_year);
  };
  for (const DecentWages& policy : scenario.policies.decent_wages) {
    if (!is_under_way(policy.start, policy.months, month)) continue;
    const int sector = country.sector_of(policy.sector);
    const double raise = dose * policy.raise;
    const double by_public = country.sectors[static_cast<std::size_t>(sector)].budget_share;
    for (int r = 0; r < country.n_regions(); ++r) {
      pay(policy.name, "wages", r, sector, recipients.employees(r, sector) * by_public, raise / (1 + raise));
    }
  }
  for (const TaxRelief& policy : scenario.policies.tax_reliefs) {
    if (!is_under_way(policy.start, policy.months, month)) continue;
    const int region = country.region_of(policy.region), sector = country.sector_of(policy.sector);
    pay(policy.name, "tax_relief", region, sector, recipients.employees(region, sector), std::min(0.9, dose * policy.relief));
  }
}

// Rules and services that are run, not built.
void add_services(Ledger& ledger, const Scenario& scenario, agents::Month month) {
  const AccountsParameters& accounts = scenario.parameters.accounts;
  if (accounts.dose <= 0) return;
  const auto run = [&](const auto& policy, const char* item, const std::string& region, double quantity,
                       const char* unit, double kzt_per_year) {
    if (!is_under_way(policy.start, policy.months, month)) return;
    ledger.add(policy.name, "", item, region, quantity / 12, unit, {kzt_per_year, "placeholder", ""},
               quantity / 12 * kzt_per_year);
  };
  for (const ConnectionRule& policy : scenario.policies.connection_rules)
    run(policy, "administration", policy.region, 1, "years", accounts.connection_rule_kzt_per_year);
  for (const CommuterService& policy : scenario.policies.commuter_services)
    run(policy, "commuter_service", policy.region, policy.minutes * accounts.dose, "minute-years",
        accounts.commuter_kzt_per_minute_and_year);
  for (const BenefitLink& policy : scenario.policies.benefit_links)
    run(policy, "administration", "", policy.strength > 0 ? 1 : 0, "years", accounts.benefit_link_kzt_per_year);
}

void add_research(Ledger& ledger, const Scenario& scenario, agents::Month month) {
  const AccountsParameters& accounts = scenario.parameters.accounts;
  for (const ResearchAndIntegration& policy : scenario.policies.research_and_integration) {
    if (!is_under_way(policy.start, policy.months, month)) continue;
    const double research = policy.bln_kzt_per_year * accounts.dose / 12, integrated = policy.integration * accounts.dose / 12;
    ledger.add(policy.name, "", "research", policy.region, research, "bln KZT", {1e9, "stated", ""}, research * 1e9);
    ledger.add(policy.name, "", "integration", policy.region, integrated, "years",
               {accounts.integration_kzt_per_year, "placeholder", ""}, integrated * accounts.integration_kzt_per_year);
  }
  for (const PrestigeCampaign& policy : scenario.policies.prestige_campaigns) {
    if (!is_under_way(policy.start, policy.months, month)) continue;
    const double years = policy.strength * accounts.dose / 12;
    ledger.add(policy.name, "", "campaign", "", years, "years", {accounts.campaign_kzt_per_year, "placeholder", ""},
               years * accounts.campaign_kzt_per_year);
  }
}

double employees_in(const Grid<double>& employees, const Country& country, int region, int sector) {
  return employees.cells().empty() ? country.sector_employed_persons(region, sector) : employees(region, sector);
}

void add_workers(Ledger& ledger, const Scenario& scenario, const Country& country, agents::Month month,
                 const Grid<double>& employees) {
  const AccountsParameters& accounts = scenario.parameters.accounts;
  for (const WorkingConditions& policy : scenario.policies.working_conditions) {
    if (!is_under_way(policy.start, policy.months, month)) continue;
    const double years = employees_in(employees, country, country.region_of(policy.region), country.sector_of(policy.sector)) / 12;
    const double kzt = policy.kzt_per_worker * accounts.dose * accounts.public_share_of_conditions;
    ledger.add(policy.name, "", "working_conditions", policy.region, years, "worker-years", {kzt, "stated", ""}, years * kzt);
  }
  for (const AiInIndustry& policy : scenario.policies.ai_in_industry) {
    if (!is_under_way(policy.start, policy.months, month)) continue;
    const double workers = employees_in(employees, country, country.region_of(policy.region), country.sector_of(policy.sector)) *
                           policy.share * accounts.dose / std::max(1, static_cast<int>(policy.months));
    ledger.add(policy.name, "", "ai_grants", policy.region, workers, "workers",
               {accounts.ai_kzt_per_worker, "placeholder", ""}, workers * accounts.ai_kzt_per_worker);
  }
}

// A part of what an anchor pays in wages more than without the agreement; by the wages of the tables.
void add_credits(Ledger& ledger, const Scenario& scenario, const Country& country, agents::Month month,
                 const Grid<double>& employees) {
  const AccountsParameters& accounts = scenario.parameters.accounts;
  for (const AnchorAgreement& policy : scenario.policies.anchor_agreements) {
    if (!is_under_way(policy.start, AnchorAgreement::credit_months, month)) continue;
    const double jobs = policy.jobs * ramp_share(month - policy.start, policy.ramp_months);
    const std::vector<double> shares = anchor_shares(country, policy.anchor);
    for (const std::size_t i : rows_of_anchor(country, policy.anchor)) {
      const Anchor& anchor = country.anchors[i];
      const double posts = anchor.share * employees_in(employees, country, anchor.region, anchor.sector);
      const double wage = country.sector_wage_kzt(anchor.region, anchor.sector) * anchor.wage_factor;
      const double bill = (jobs * shares[i] * (1 + policy.raise) + posts * policy.raise) * wage * accounts.dose;
      ledger.add(policy.name, "", "tax_credit", country.regions[static_cast<std::size_t>(anchor.region)].iso, bill / 1e6,
                 "mln KZT of wages", {1e6 * accounts.anchor_credit_share, "placeholder", ""},
                 bill * accounts.anchor_credit_share);
    }
  }
}

}  // namespace

const std::array<PackagePartInfo, n_package_parts>& package_part_infos() {
  static constexpr std::array<PackagePartInfo, n_package_parts> infos = {{{"jobs", "posts"},
                                                                          {"dwellings", "m2"},
                                                                          {"heat", "Gcal/h"},
                                                                          {"water", "thousand m3 a day"},
                                                                          {"schools", "seats"},
                                                                          {"roads", "persons"}}};
  return infos;
}

UnitCost unit_cost(const Country& country, const AccountsParameters& parameters, PackagePart part,
                   const std::string& centre, int region) {
  const double paid = part == PackagePart::jobs ? parameters.public_share_of_job_investment : 1;
  const CentreFacts* facts = country.centre_of(centre);
  if (part == PackagePart::jobs && facts != nullptr && facts->announced_jobs > 0 && facts->announced_investment_kzt > 0) {
    return {paid * facts->announced_investment_kzt / facts->announced_jobs, "estimated",
            "growth_centres.csv: " + centre + ", times the public share"};
  }
  const UnitCostRow* best = nullptr;
  for (const UnitCostRow& row : country.unit_costs) {
    if (row.part != package_part_infos()[static_cast<std::size_t>(part)].name) continue;
    if (row.region == region || (row.region < 0 && best == nullptr)) best = &row;
  }
  if (best != nullptr && part == PackagePart::jobs) {
    // The announced figure may be published; the share of it that the public pays is judgement.
    return {paid * best->kzt, "estimated", "cost_benchmarks.csv: " + best->benchmark + ", times the public share"};
  }
  if (best != nullptr) return {best->kzt, best->basis, "cost_benchmarks.csv: " + best->benchmark};
  // No row matches: a figure nobody has published, and said to be one.
  constexpr std::array<double, n_package_parts> placeholder = {100e6, 150e3, 0.25e9, 0.8e9, 5e6, 0};
  const double kzt = part == PackagePart::roads ? parameters.road_kzt_per_person : placeholder[static_cast<std::size_t>(part)];
  return {paid * kzt, "placeholder", ""};
}

int spending_months(const GrowthCentre& package, PackagePart part) {
  return std::max(1, static_cast<int>(part == PackagePart::jobs ? package.ramp_months : package.build_months));
}

double spending_share(const GrowthCentre& package, PackagePart part, int months) {
  const int all = spending_months(package, part);
  return months >= 0 && months < all ? 1.0 / all : 0;
}

std::array<double, n_package_parts> package_sizes(const GrowthCentre& package, const Country& country,
                                                  const AccountsParameters& parameters) {
  std::array<double, n_package_parts> sizes{};
  GrowthCentre stated = package;
  for (int p = 0; p < n_package_parts; ++p) {
    const auto part = static_cast<PackagePart>(p);
    double& size = sizes[static_cast<std::size_t>(p)];
    size = amount_of(stated, part);
    if (package.budget_bln_kzt <= 0) continue;
    // One unit, bought in equal instalments, has this present value at the package's start.
    const double kzt = unit_cost(country, parameters, part, package.centre, country.region_of(package.region)).kzt;
    double value = 0;
    for (int month = 0; month < spending_months(package, part); ++month) {
      value += discounted(kzt * spending_share(package, part, month), month, parameters);
    }
    size = value > 0 ? package.budget_bln_kzt * 1e9 * share_of(package, part) / value : 0;
  }
  return sizes;
}

std::vector<CostLine> month_costs(const Scenario& scenario, const Country& country, agents::Month month,
                                  const Recipients& recipients, const std::vector<PlannedOrder>& orders) {
  Ledger ledger(scenario, month);
  add_packages(ledger, scenario, country, month);
  add_projects(ledger, scenario, country, month);
  add_people(ledger, scenario, country, month, recipients.households_arrived);
  add_study_support(ledger, scenario, country, month, recipients.students);
  add_places_of_study(ledger, scenario, month, recipients.built_dormitories);
  add_orders(ledger, scenario, country, month, orders);
  add_transfer_rules(ledger, scenario, month);
  add_markets(ledger, scenario, country, month, recipients);
  add_services(ledger, scenario, month);
  add_research(ledger, scenario, month);
  add_workers(ledger, scenario, country, month, recipients.employees);
  add_credits(ledger, scenario, country, month, recipients.employees);
  return std::move(ledger).lines();
}

}  // namespace world
