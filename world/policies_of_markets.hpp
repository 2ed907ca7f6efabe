// Policies that act on markets: what posts pay and cost, what may be built,
// how far work may be, and what registering brings.
#pragma once

#include <string>

#include "agents/types.hpp"
#include "world/policy_field.hpp"

namespace world {

/// A floor or an agreement that raises the wages of one sector in the whole country.
struct DecentWages {
  static constexpr const char* kind = "decent_wages";
  static constexpr LeverFacts facts{
      .design = "L12",
      .sentence = "Higher wages in one sector of the whole country: public pay, a floor, an agreement.",
      .mechanism = "the target wage of the sector rises; private employers want fewer posts, the public pays its own",
      .cost = "the raise x wage bill x the sector's public share; private employers pay the rest",
      .indicator = "mean_wage_kzt",
      .direction = 1,
      .months = 12};
  std::string name;
  std::string sector;  // as in sectors.csv
  agents::Month start = 0;
  double months = 120;
  double raise = 0;  // of the target wage, over that without the policy
  double priority = usual_priority;

  template <class Self, class See>
  static void visit(Self& self, See&& see) {
    see(self.name, PolicyField{"name", FieldKind::text, "", 0, 0, true, "a short name"});
    see(self.sector, PolicyField{"sector", FieldKind::sector, "", 0, 0, true, "the sector whose wages rise"});
    see(self.start, PolicyField{"start", FieldKind::month, "", 0, 0, true, "the first month"});
    see(self.months, PolicyField{"months", FieldKind::number, "month", 1, 600, false, "months for which it holds"});
    see(self.raise, PolicyField{"raise", FieldKind::number, "1", 0, 2, true,
                                "raise of the target wage, as a share of that without the policy"});
    visit_priority(self.priority, see);
  }
};

/// Tax relief on the labour cost of one sector in one region: a special zone.
struct TaxRelief {
  static constexpr const char* kind = "tax_relief";
  static constexpr LeverFacts facts{
      .design = "L4",
      .sentence = "Tax relief on labour cost in one sector of one region, as in a special zone.",
      .mechanism = "a post costs its employer less; more posts are wanted (elasticity labour.demand_on_wage)",
      .cost = "revenue forgone: relief x wage bill of all posts there, those that were there before too",
      .indicator = "posts_count",
      .direction = 1,
      .months = 6};
  std::string name;
  std::string region;
  std::string sector;
  agents::Month start = 0;
  double months = 120;
  double relief = 0;  // of the labour cost
  double priority = usual_priority;
  double local_share = 0;

  template <class Self, class See>
  static void visit(Self& self, See&& see) {
    see(self.name, PolicyField{"name", FieldKind::text, "", 0, 0, true, "a short name"});
    see(self.region, PolicyField{"region", FieldKind::region, "", 0, 0, true, "where posts cost less"});
    see(self.sector, PolicyField{"sector", FieldKind::sector, "", 0, 0, true, "the sector whose posts cost less"});
    see(self.start, PolicyField{"start", FieldKind::month, "", 0, 0, true, "the first month"});
    see(self.months, PolicyField{"months", FieldKind::number, "month", 1, 600, false, "months for which it holds"});
    see(self.relief, PolicyField{"relief", FieldKind::number, "1", 0, 0.5, true,
                                 "share of the labour cost that the public gives up"});
    visit_priority(self.priority, see);
    visit_local_share(self.local_share, see);
  }
};

/// No new dwellings where heat or water would not suffice.
struct ConnectionRule {
  static constexpr const char* kind = "connection_rule";
  static constexpr LeverFacts facts{.design = "L22",
                                    .sentence = "Dwellings are begun only where heat and water suffice.",
                                    .mechanism =
                                        "while the load expected of the people seen exceeds capacity less a reserve, "
                                        "no dwelling is begun; rents rise",
                                    .cost = "0.2 billion KZT a year to run it (placeholder); nothing is built",
                                    .indicator = "rent_kzt_per_m2",
                                    .direction = 1,
                                    .months = 40};
  std::string name;
  std::string region;
  agents::Month start = 0;
  double months = 120;
  double reserve = 0;  // of the load, that must stay free
  double priority = usual_priority;
  double local_share = 0;

  template <class Self, class See>
  static void visit(Self& self, See&& see) {
    see(self.name, PolicyField{"name", FieldKind::text, "", 0, 0, true, "a short name"});
    see(self.region, PolicyField{"region", FieldKind::region, "", 0, 0, true, "where the rule holds"});
    see(self.start, PolicyField{"start", FieldKind::month, "", 0, 0, true, "the first month"});
    see(self.months, PolicyField{"months", FieldKind::number, "month", 1, 600, false, "months for which it holds"});
    see(self.reserve, PolicyField{"reserve", FieldKind::number, "1", 0, 5, false,
                                  "capacity that must stay free, as a share of the load"});
    visit_priority(self.priority, see);
    visit_local_share(self.local_share, see);
  }
};

/// Faster travel from a hinterland to its hub.
struct CommuterService {
  static constexpr const char* kind = "commuter_service";
  static constexpr LeverFacts facts{
      .design = "L24",
      .sentence = "Faster travel from a region to the hub beside it: commuter rail, buses, a road.",
      .mechanism =
          "minutes saved raise the chance that an applicant looks for work in the hub; who commutes need not move",
      .cost = "1 billion KZT per minute saved and year (placeholder)",
      .indicator = "commuters_out_persons",
      .direction = 1,
      .months = 24};
  std::string name;
  std::string region;  // the hinterland
  agents::Month start = 0;
  double months = 120;
  double minutes = 0;  // saved each way
  double priority = usual_priority;
  double local_share = 0;

  template <class Self, class See>
  static void visit(Self& self, See&& see) {
    see(self.name, PolicyField{"name", FieldKind::text, "", 0, 0, true, "a short name"});
    see(self.region, PolicyField{"region", FieldKind::region, "", 0, 0, true, "the region that people commute from"});
    see(self.start, PolicyField{"start", FieldKind::month, "", 0, 0, true, "the first month"});
    see(self.months, PolicyField{"months", FieldKind::number, "month", 1, 600, false, "months for which it runs"});
    see(self.minutes, PolicyField{"minutes", FieldKind::number, "minutes", 0, 120, true, "minutes saved each way"});
    visit_priority(self.priority, see);
    visit_local_share(self.local_share, see);
  }
};

/// Benefits that only who is registered where he lives receives there.
struct BenefitLink {
  static constexpr const char* kind = "benefit_link";
  static constexpr LeverFacts facts{.design = "L25",
                                    .sentence = "Benefits only where one is registered and lives.",
                                    .mechanism = "hazard of registering rises (registration.benefit_response)",
                                    .cost = "1 billion KZT a year to run it (placeholder); benefits themselves stay",
                                    .indicator = "unregistered_persons",
                                    .direction = -1,
                                    .months = 24};
  std::string name;
  agents::Month start = 0;
  double months = 120;
  double strength = 0;  // 0–1
  double priority = usual_priority;

  template <class Self, class See>
  static void visit(Self& self, See&& see) {
    see(self.name, PolicyField{"name", FieldKind::text, "", 0, 0, true, "a short name"});
    see(self.start, PolicyField{"start", FieldKind::month, "", 0, 0, true, "the first month"});
    see(self.months, PolicyField{"months", FieldKind::number, "month", 1, 600, false, "months for which it holds"});
    see(self.strength,
        PolicyField{"strength", FieldKind::number, "1", 0, 1, true, "0 no benefit depends on it, 1 all do"});
    visit_priority(self.priority, see);
  }
};

}  // namespace world
