// Policies of knowledge, professions and anchor employers, and shocks of the
// latter; declared as those of policies.hpp. What they do is in
// policy_of_knowledge.cpp.
#pragma once

#include <string>

#include "world/policy_field.hpp"

namespace world {

/// More research in one region, and one management of science, education and industry.
struct ResearchAndIntegration {
  static constexpr const char* kind = "research_and_integration";
  static constexpr LeverFacts facts{
      .design = "L8",
      .sentence = "More research in one region, and one management of science, education and industry.",
      .mechanism =
          "the knowledge stock grows, patents come more often, posts in research open; integration makes research give "
          "more",
      .cost = "what is stated, and 5 billion KZT a year at full integration (placeholder)",
      .indicator = "knowledge_stock_kzt",
      .direction = 1,
      .months = 24};
  std::string name;
  std::string region;
  agents::Month start = 0;
  double months = 120;
  double bln_kzt_per_year = 0;
  double integration = 0;
  double priority = usual_priority;
  double local_share = 0;

  template <class Self, class See>
  static void visit(Self& self, See&& see) {
    see(self.name, PolicyField{"name", FieldKind::text, "", 0, 0, true, "a short name"});
    see(self.region, PolicyField{"region", FieldKind::region, "", 0, 0, true, "where research is done"});
    see(self.start, PolicyField{"start", FieldKind::month, "", 0, 0, true, "the first month"});
    see(self.months, PolicyField{"months", FieldKind::number, "month", 1, 600, false, "months for which it is paid"});
    see(self.bln_kzt_per_year, PolicyField{"bln_kzt_per_year", FieldKind::number, "bln KZT", 0, 9999, false,
                                           "research spending on top of what there is, a year"});
    see(self.integration, PolicyField{"integration", FieldKind::number, "1", 0, 1, false,
                                      "how far science, education and industry come under one management"});
    visit_priority(self.priority, see);
    visit_local_share(self.local_share, see);
  }
};

/// A campaign for the professions of one field.
struct PrestigeCampaign {
  static constexpr const char* kind = "prestige_campaign";
  static constexpr LeverFacts facts{
      .design = "L13",
      .sentence = "A campaign for the prestige of the professions of one field.",
      .mechanism =
          "the prestige of the field moves up; its colleges, its posts and places with such posts are wished more",
      .cost = "3 billion KZT a year at full strength (placeholder)",
      .indicator = "prestige.csv: prestige_index",
      .direction = 1,
      .months = 12};
  std::string name;
  std::string field;  // as in fields.csv
  agents::Month start = 0;
  double months = 60;
  double strength = 0;
  double priority = usual_priority;

  template <class Self, class See>
  static void visit(Self& self, See&& see) {
    see(self.name, PolicyField{"name", FieldKind::text, "", 0, 0, true, "a short name"});
    see(self.field, PolicyField{"field", FieldKind::study_field, "", 0, 0, true, "the field, as in fields.csv"});
    see(self.start, PolicyField{"start", FieldKind::month, "", 0, 0, true, "the first month"});
    see(self.months, PolicyField{"months", FieldKind::number, "month", 1, 600, false, "months for which it is paid"});
    see(self.strength, PolicyField{"strength", FieldKind::number, "1", 0, 1, true,
                                   "what it adds to the prestige that the field moves towards"});
    visit_priority(self.priority, see);
  }
};

/// Money for working conditions in one sector of one region; employers pay the other half.
struct WorkingConditions {
  static constexpr const char* kind = "working_conditions";
  static constexpr LeverFacts facts{.design = "L14",
                                    .sentence = "Better working conditions in one sector of one region.",
                                    .mechanism =
                                        "conditions rise with what is spent on a worker and wear off; posts are "
                                        "accepted more and the place is wished more",
                                    .cost = "half of what is spent on a worker x workers; employers pay the other half",
                                    .indicator = "conditions_index",
                                    .direction = 1,
                                    .months = 12};
  std::string name;
  std::string region;
  std::string sector;
  agents::Month start = 0;
  double months = 60;
  double kzt_per_worker = 0;  // a year, from the public and employers together
  double priority = usual_priority;
  double local_share = 0;

  template <class Self, class See>
  static void visit(Self& self, See&& see) {
    see(self.name, PolicyField{"name", FieldKind::text, "", 0, 0, true, "a short name"});
    see(self.region, PolicyField{"region", FieldKind::region, "", 0, 0, true, "the region of the posts"});
    see(self.sector, PolicyField{"sector", FieldKind::sector, "", 0, 0, true, "the sector of the posts"});
    see(self.start, PolicyField{"start", FieldKind::month, "", 0, 0, true, "the first month"});
    see(self.months, PolicyField{"months", FieldKind::number, "month", 1, 600, false, "months for which it is paid"});
    see(self.kzt_per_worker,
        PolicyField{"kzt_per_worker", FieldKind::number, "KZT/year", 0, 1e8, true,
                    "spent on the conditions of one worker in a year, by the public and employers together"});
    visit_priority(self.priority, see);
    visit_local_share(self.local_share, see);
  }
};

/// Grants for digital work and artificial intelligence in one sector of one region.
struct AiInIndustry {
  static constexpr const char* kind = "ai_in_industry";
  static constexpr LeverFacts facts{.design = "L16",
                                    .sentence = "Digital work and artificial intelligence in one sector of one region.",
                                    .mechanism = "adoption spreads faster: productivity rises, routine posts go",
                                    .cost = "2 million KZT a worker covered (placeholder)",
                                    .indicator = "ai_adoption_share",
                                    .direction = 1,
                                    .months = 18};
  std::string name;
  std::string region;
  std::string sector;
  agents::Month start = 0;
  double months = 36;  // over which workers are covered, evenly
  double share = 0;    // of the workers of the cell, in the end
  double priority = usual_priority;
  double local_share = 0;

  template <class Self, class See>
  static void visit(Self& self, See&& see) {
    see(self.name, PolicyField{"name", FieldKind::text, "", 0, 0, true, "a short name"});
    see(self.region, PolicyField{"region", FieldKind::region, "", 0, 0, true, "the region of the posts"});
    see(self.sector, PolicyField{"sector", FieldKind::sector, "", 0, 0, true, "the sector of the posts"});
    see(self.start, PolicyField{"start", FieldKind::month, "", 0, 0, true, "the first month"});
    see(self.months,
        PolicyField{"months", FieldKind::number, "month", 1, 600, false, "months over which workers are covered"});
    see(self.share,
        PolicyField{"share", FieldKind::number, "1", 0, 1, true, "share of the workers covered in the end"});
    visit_priority(self.priority, see);
    visit_local_share(self.local_share, see);
  }
};

/// An agreement with an anchor employer: posts, pay, dual places, for a tax credit.
struct AnchorAgreement {
  static constexpr const char* kind = "anchor_agreement";
  static constexpr int credit_months = 60;
  static constexpr LeverFacts facts{
      .design = "L3",
      .sentence = "An agreement with an anchor employer: posts, pay and dual places for a tax credit.",
      .mechanism =
          "posts x additionality on a logistic ramp and a raise in the anchor's cells; dual places in its regions",
      .cost = "a fifth of what the anchor pays in wages more, for five years (placeholder)",
      .indicator = "posts_count",
      .direction = 1,
      .months = 24};
  std::string name;
  std::string anchor;  // as in anchors.csv
  agents::Month start = 0;
  double jobs = 0;
  double ramp_months = 36;
  double additionality = 0.6;
  double raise = 0;       // of the anchor's pay, relative
  double dual_seats = 0;  // first-year places a year
  double priority = usual_priority;

  template <class Self, class See>
  static void visit(Self& self, See&& see) {
    see(self.name, PolicyField{"name", FieldKind::text, "", 0, 0, true, "a short name"});
    see(self.anchor, PolicyField{"anchor", FieldKind::anchor, "", 0, 0, true, "the employer, as in anchors.csv"});
    see(self.start, PolicyField{"start", FieldKind::month, "", 0, 0, true, "the first month"});
    see(self.jobs, PolicyField{"jobs", FieldKind::number, "posts", 0, 1e6, false,
                               "gross posts at full size, over its cells by size"});
    see(self.ramp_months, PolicyField{"ramp_months", FieldKind::number, "month", 1, 600, false,
                                      "months from a tenth to nine tenths of the posts"});
    see(self.additionality, PolicyField{"additionality", FieldKind::number, "1", 0, 1, false,
                                        "share of the posts that would not have come anyway"});
    see(self.raise,
        PolicyField{"raise", FieldKind::number, "1", 0, 1, false, "raise of the pay of all its posts, relative"});
    see(self.dual_seats,
        PolicyField{"dual_seats", FieldKind::number, "seats", 0, 1e6, false,
                    "first-year places of colleges that become dual, a year, over its regions by size"});
    visit_priority(self.priority, see);
  }
};

/// What befalls an anchor employer. No policy and no cost: what the world does.
struct AnchorShock {
  static constexpr const char* kind = "anchor_shock";
  static constexpr LeverFacts facts{
      .design = "shock",
      .sentence = "What befalls an anchor employer: it loses or gains a share of its posts.",
      .mechanism =
          "that share of the anchor's posts at the start leaves or joins its cells at once, its dual places and homes "
          "with it",
      .cost = "nothing: it is no policy",
      .indicator = "posts_count",
      .direction = -1,
      .months = 12};
  std::string name;
  std::string anchor;  // as in anchors.csv
  agents::Month start = 0;
  double months = 600;
  double jobs = 0;  // relative: −0.1 is a tenth less

  template <class Self, class See>
  static void visit(Self& self, See&& see) {
    see(self.name, PolicyField{"name", FieldKind::text, "", 0, 0, true, "a short name"});
    see(self.anchor, PolicyField{"anchor", FieldKind::anchor, "", 0, 0, true, "the employer, as in anchors.csv"});
    see(self.start, PolicyField{"start", FieldKind::month, "", 0, 0, true, "the first month"});
    see(self.months, PolicyField{"months", FieldKind::number, "month", 1, 600, false, "months for which it lasts"});
    see(self.jobs, PolicyField{"jobs", FieldKind::number, "1", -1, 1, true,
                               "posts more or less, relative to those of the start; -0.1 is a tenth less"});
  }
};

}  // namespace world
