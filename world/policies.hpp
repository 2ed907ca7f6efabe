// The policies a scenario may hold, as dated data. Each kind declares its
// fields once, in `visit`, and in `facts` what kind of lever it is; reading,
// checking, writing back, `qonys levers`, docs/levers.md and the left drawer of
// the viewer come from there. What they do is in policy.cpp, what they cost in
// accounts.cpp.
#pragma once

#include <string>
#include <vector>

#include "agents/types.hpp"
#include "world/policies_of_markets.hpp"
#include "world/policies_of_money.hpp"
#include "world/policies_of_studies.hpp"
#include "world/policies_of_knowledge.hpp"
#include "world/policy_field.hpp"

namespace world {

/// New posts in one sector of one region, growing along a logistic ramp.
struct JobPackage {
  static constexpr const char* kind = "job_package";
  static constexpr LeverFacts facts{
      .design = "L1",
      .sentence = "New posts in one sector of one region.",
      .mechanism = "posts x additionality on a logistic ramp; local demand, wages and moves follow",
      .cost = "posts x cost of a job of the region or the nation; the public pays its share",
      .indicator = "posts_count",
      .direction = 1,
      .months = 24};
  std::string name;
  std::string region;          // ISO code
  std::string sector;          // name as in sectors.csv
  agents::Month start = 0;
  double jobs = 0;             // gross posts at full size, at scale 1:1
  double ramp_months = 36;     // from 10 % to 90 % of the posts
  double additionality = 0.6;  // share that would not have come without it, 0–1
  double priority = usual_priority;
  double local_share = 0;

  template <class Self, class See>
  static void visit(Self& self, See&& see) {
    see(self.name, PolicyField{"name", FieldKind::text, "", 0, 0, true, "a short name"});
    see(self.region, PolicyField{"region", FieldKind::region, "", 0, 0, true, "the region of the posts"});
    see(self.sector, PolicyField{"sector", FieldKind::sector, "", 0, 0, true, "the sector of the posts"});
    see(self.start, PolicyField{"start", FieldKind::month, "", 0, 0, true, "the first month"});
    see(self.jobs, PolicyField{"jobs", FieldKind::number, "posts", 0, 1e7, true, "gross posts at full size"});
    see(self.ramp_months, PolicyField{"ramp_months", FieldKind::number, "month", 1, 600, false,
        "months from a tenth to nine tenths of the posts"});
    see(self.additionality, PolicyField{"additionality", FieldKind::number, "1", 0, 1, false,
        "share of the posts that would not have come anyway"});
    visit_priority(self.priority, see);
    visit_local_share(self.local_share, see);
  }
};

/// A package for one centre: posts, dwellings, heat, water, schools, roads,
/// bought for one budget; or in stated amounts.
struct GrowthCentre {
  static constexpr const char* kind = "growth_centre";
  static constexpr LeverFacts facts{
      .design = "L1, L2",
      .sentence = "A package for one centre: posts, dwellings, heat, water, schools, roads.",
      .mechanism = "posts on their ramp; what is built is delivered evenly in the second half of the building time; the wage factor raises the target wage of its posts",
      .cost = "each part x its unit cost, in equal instalments; or what one budget buys",
      .indicator = "posts_count",
      .direction = 1,
      .months = 24};
  std::string name;
  std::string centre;            // as in growth_centres.csv
  std::string region;
  agents::Month start = 0;
  double dose = 1;
  double budget_bln_kzt = 0;     // present value at `start`; 0: the amounts below
  double share_jobs = 0.5, share_dwellings = 0.2, share_heat = 0.1, share_water = 0.05, share_schools = 0.15,
         share_roads = 0;
  double jobs = 0, dwellings_m2 = 0, heat_gcal_per_h = 0, water_thousand_m3_per_day = 0, school_seats = 0,
         road_persons = 0;
  std::string sectors;           // "construction:0.4, education:0.6"
  double ramp_months = 36;
  double additionality = 0.6;
  double wage_factor = 1;        // wages of these posts over others of their sector
  double build_months = 36;      // from the start to the last of what is built
  double priority = usual_priority;
  double local_share = 0;

  template <class Self, class See>
  static void visit(Self& self, See&& see) {
    see(self.name, PolicyField{"name", FieldKind::text, "", 0, 0, true, "a short name"});
    see(self.centre, PolicyField{"centre", FieldKind::centre, "", 0, 0, true, "the town, as in growth_centres.csv"});
    see(self.region, PolicyField{"region", FieldKind::region, "", 0, 0, true, "the region of the centre: the model knows no towns"});
    see(self.start, PolicyField{"start", FieldKind::month, "", 0, 0, true, "the first month of spending"});
    see(self.dose, PolicyField{"dose", FieldKind::number, "1", 0, 100, false, "multiplies everything; 0 is no policy"});
    see(self.budget_bln_kzt, PolicyField{"budget_bln_kzt", FieldKind::number, "bln KZT", 0, 999999, false,
        "present value at the start, split by the shares below; 0: the amounts below count"});
    const auto share_of_budget = [&](auto& value, const char* key, const char* sentence) {
      see(value, PolicyField{key, FieldKind::number, "1", 0, 1, false, sentence});
    };
    share_of_budget(self.share_jobs, "share_jobs", "share of the budget that supports new posts");
    share_of_budget(self.share_dwellings, "share_dwellings", "share that builds dwellings");
    share_of_budget(self.share_heat, "share_heat", "share that builds heat capacity");
    share_of_budget(self.share_water, "share_water", "share that builds water capacity");
    share_of_budget(self.share_schools, "share_schools", "share that builds school seats");
    share_of_budget(self.share_roads, "share_roads", "share that builds roads");
    const auto amount = [&](auto& value, const char* key, const char* unit, const char* sentence) {
      see(value, PolicyField{key, FieldKind::number, unit, 0, 1e9, false, sentence});
    };
    amount(self.jobs, "jobs", "posts", "gross posts, when there is no budget");
    amount(self.dwellings_m2, "dwellings_m2", "m2", "dwellings, when there is no budget");
    amount(self.heat_gcal_per_h, "heat_gcal_per_h", "Gcal/h", "heat capacity, when there is no budget");
    amount(self.water_thousand_m3_per_day, "water_thousand_m3_per_day", "thousand m3 a day", "water capacity, when there is no budget");
    amount(self.school_seats, "school_seats", "seats", "school seats, when there is no budget");
    amount(self.road_persons, "road_persons", "persons", "road capacity, when there is no budget");
    see(self.sectors, PolicyField{"sectors", FieldKind::sector_shares, "", 0, 0, true, "sectors of the posts with their shares"});
    see(self.ramp_months, PolicyField{"ramp_months", FieldKind::number, "month", 1, 600, false,
        "months from a tenth to nine tenths of the posts"});
    see(self.additionality, PolicyField{"additionality", FieldKind::number, "1", 0, 1, false,
        "share of the posts that would not have come anyway"});
    see(self.wage_factor, PolicyField{"wage_factor", FieldKind::number, "1", 0.5, 3, false,
        "wages of these posts over others of their sector; paid by employers"});
    see(self.build_months, PolicyField{"build_months", FieldKind::number, "month", 1, 240, false,
        "months of building; half of it is under way when it first delivers"});
    visit_priority(self.priority, see);
    visit_local_share(self.local_share, see);
  }
};

/// One capacity project outside any package.
struct CapacityPolicy {
  static constexpr const char* kind = "capacity_project";
  static constexpr LeverFacts facts{
      .design = "L2, L21",
      .sentence = "Heat, water, school seats or roads in one region.",
      .mechanism = "capacity from the month of delivery on",
      .cost = "size x unit cost, spread over the building",
      .indicator = "heat_capacity_gcal_per_h",
      .direction = 1,
      .months = 24};
  std::string name;
  std::string region;
  std::string system;            // heat, water, schools, roads
  agents::Month start = 0;       // first month of spending
  agents::Month delivered = 0;   // first month in service
  double size = 0;
  double priority = usual_priority;
  double local_share = 0;

  template <class Self, class See>
  static void visit(Self& self, See&& see) {
    see(self.name, PolicyField{"name", FieldKind::text, "", 0, 0, true, "a short name"});
    see(self.region, PolicyField{"region", FieldKind::region, "", 0, 0, true, "where it is built"});
    see(self.system, PolicyField{"system", FieldKind::system, "", 0, 0, true, "heat, water, schools or roads"});
    see(self.start, PolicyField{"start", FieldKind::month, "", 0, 0, true, "the first month of spending"});
    see(self.delivered, PolicyField{"delivered", FieldKind::month, "", 0, 0, true, "the first month in service"});
    see(self.size, PolicyField{"size", FieldKind::number, "Gcal/h, thousand m3 a day, seats, persons", 0, 1e8, true,
        "capacity, in the unit of the system"});
    visit_priority(self.priority, see);
    visit_local_share(self.local_share, see);
  }
};

/// Housing for workers of enterprises at half the market's rent.
struct WorkerHousing {
  static constexpr const char* kind = "worker_housing";
  static constexpr LeverFacts facts{
      .design = "L15",
      .sentence = "Homes for families of workers at half the market rent.",
      .mechanism = "lowers the housing term of the choice by the share of tenant households housed",
      .cost = "10.2 million KZT a family: the subsidy of a loan",
      .indicator = "arrivals_interregional_actual_persons",
      .direction = 1,
      .months = 24};
  std::string name;
  std::string region;
  agents::Month start = 0;
  double months = 60;            // over which families are housed
  double families = 0;
  double priority = usual_priority;
  double local_share = 0;

  template <class Self, class See>
  static void visit(Self& self, See&& see) {
    see(self.name, PolicyField{"name", FieldKind::text, "", 0, 0, true, "a short name"});
    see(self.region, PolicyField{"region", FieldKind::region, "", 0, 0, true, "where the homes are"});
    see(self.start, PolicyField{"start", FieldKind::month, "", 0, 0, true, "the first month"});
    see(self.months, PolicyField{"months", FieldKind::number, "month", 1, 600, false, "months over which families are housed"});
    see(self.families, PolicyField{"families", FieldKind::number, "families", 0, 1e6, true, "families housed in all"});
    visit_priority(self.priority, see);
    visit_local_share(self.local_share, see);
  }
};

/// A grant to every household that moves into a region from another one.
struct MobilitySupport {
  static constexpr const char* kind = "mobility_support";
  static constexpr LeverFacts facts{
      .design = "L23",
      .sentence = "A grant to every household that moves into a region.",
      .mechanism = "worth of moving there rises with the grant over a yearly wage",
      .cost = "grant x all households that move in, also those who would have come anyway",
      .indicator = "arrivals_interregional_actual_persons",
      .direction = 1,
      .months = 24};
  std::string name;
  std::string region;
  agents::Month start = 0;
  double months = 120;
  double kzt_per_household = 0;
  double priority = usual_priority;
  double local_share = 0;

  template <class Self, class See>
  static void visit(Self& self, See&& see) {
    see(self.name, PolicyField{"name", FieldKind::text, "", 0, 0, true, "a short name"});
    see(self.region, PolicyField{"region", FieldKind::region, "", 0, 0, true, "the region of destination"});
    see(self.start, PolicyField{"start", FieldKind::month, "", 0, 0, true, "the first month"});
    see(self.months, PolicyField{"months", FieldKind::number, "month", 1, 600, false, "months for which it is paid"});
    see(self.kzt_per_household, PolicyField{"kzt_per_household", FieldKind::number, "KZT", 0, 1e9, true,
        "paid to every household that moves in, also to those who would have come anyway"});
    visit_priority(self.priority, see);
    visit_local_share(self.local_share, see);
  }
};

/// The single register of residents: its coverage of who lives somewhere
/// without being registered there.
struct RegistrationCoverage {
  static constexpr const char* kind = "registration_coverage";
  static constexpr LeverFacts facts{
      .design = "L6",
      .sentence = "The single register of residents, digital.",
      .mechanism = "hazard of registering rises; the state sees that share of the unregistered",
      .cost = "15 billion KZT to build and 3 billion a year (placeholder)",
      .indicator = "unregistered_persons",
      .direction = -1,
      .months = 24};
  std::string name;
  agents::Month start = 0;
  double ramp_months = 24;
  double coverage = 0;           // at full size, 0–1
  double priority = usual_priority;

  template <class Self, class See>
  static void visit(Self& self, See&& see) {
    see(self.name, PolicyField{"name", FieldKind::text, "", 0, 0, true, "a short name"});
    see(self.start, PolicyField{"start", FieldKind::month, "", 0, 0, true, "the first month"});
    see(self.ramp_months, PolicyField{"ramp_months", FieldKind::number, "month", 1, 600, false,
        "months from a tenth to nine tenths of the coverage"});
    see(self.coverage, PolicyField{"coverage", FieldKind::number, "1", 0, 1, true,
        "share of unregistered residents whom the state sees"});
    visit_priority(self.priority, see);
  }
};

/// All policies of a scenario, in the order stated.
struct Policies {
  std::vector<JobPackage> job_packages;
  std::vector<GrowthCentre> growth_centres;
  std::vector<CapacityPolicy> capacity_projects;
  std::vector<WorkerHousing> worker_housing;
  std::vector<MobilitySupport> mobility_support;
  std::vector<RegistrationCoverage> registration_coverage;
  std::vector<FreeCollege> free_colleges;
  std::vector<Stipends> stipends;
  std::vector<Dormitory> dormitories;
  std::vector<DualEducation> dual_education;
  std::vector<UniversityPlaces> university_places;

  std::vector<MoneyFollowsCitizens> money_follows_citizens;
  std::vector<CapacityPlanning> capacity_planning;
  std::vector<DecentWages> decent_wages;
  std::vector<TaxRelief> tax_reliefs;
  std::vector<ConnectionRule> connection_rules;
  std::vector<CommuterService> commuter_services;
  std::vector<BenefitLink> benefit_links;

  std::vector<ResearchAndIntegration> research_and_integration;
  std::vector<PrestigeCampaign> prestige_campaigns;
  std::vector<WorkingConditions> working_conditions;
  std::vector<AiInIndustry> ai_in_industry;
  std::vector<AnchorAgreement> anchor_agreements;
  std::vector<AnchorShock> anchor_shocks;

  [[nodiscard]] std::size_t size() const;
};

/// Calls see(list) for the list of every kind, in a fixed order.
/// `Self` is Policies or const Policies.
template <class Self, class See>
void visit_policies(Self& self, See&& see) {
  see(self.job_packages);
  see(self.growth_centres);
  see(self.capacity_projects);
  see(self.worker_housing);
  see(self.mobility_support);
  see(self.registration_coverage);
  see(self.free_colleges);
  see(self.stipends);
  see(self.dormitories);
  see(self.dual_education);
  see(self.university_places);
  see(self.money_follows_citizens);
  see(self.capacity_planning);
  see(self.decent_wages);
  see(self.tax_reliefs);
  see(self.connection_rules);
  see(self.commuter_services);
  see(self.benefit_links);
  see(self.research_and_integration);
  see(self.prestige_campaigns);
  see(self.working_conditions);
  see(self.ai_in_industry);
  see(self.anchor_agreements);
  see(self.anchor_shocks);
}

inline std::size_t Policies::size() const {
  std::size_t n = 0;
  visit_policies(*this, [&](const auto& list) { n += list.size(); });
  return n;
}

}  // namespace world
