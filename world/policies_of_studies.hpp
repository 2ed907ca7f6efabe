// Policies of studies: fees, stipends, beds, dual places, places of universities.
#pragma once

#include <string>

#include "agents/types.hpp"
#include "world/policy_field.hpp"

namespace world {

/// Colleges without fee for everybody in one field.
struct FreeCollege {
  static constexpr const char* kind = "free_college";
  static constexpr LeverFacts facts{
      .design = "L17",
      .sentence = "Colleges without fee for everybody in one field.",
      .mechanism = "the fee leaves the choice of a college of that field; more apply to it",
      .cost = "fee x students of the field who would have paid",
      .indicator = "schooling.csv: applicants_persons",
      .direction = 1,
      .months = 9};
  std::string name;
  std::string field;  // as in fields.csv
  agents::Month start = 0;
  double months = 120;
  double priority = usual_priority;

  template <class Self, class See>
  static void visit(Self& self, See&& see) {
    see(self.name, PolicyField{"name", FieldKind::text, "", 0, 0, true, "a short name"});
    see(self.field, PolicyField{"field", FieldKind::study_field, "", 0, 0, true, "the field, as in fields.csv"});
    see(self.start, PolicyField{"start", FieldKind::month, "", 0, 0, true, "the first month"});
    see(self.months, PolicyField{"months", FieldKind::number, "month", 1, 600, false, "months for which nobody pays"});
    visit_priority(self.priority, see);
  }
};

/// Higher stipends.
struct Stipends {
  static constexpr const char* kind = "stipends";
  static constexpr LeverFacts facts{.design = "L18",
                                    .sentence = "Higher stipends.",
                                    .mechanism = "studies with a stipend are wished more and dropped less",
                                    .cost = "the raise x students who get a stipend",
                                    .indicator = "schooling.csv: dropouts_persons",
                                    .direction = -1,
                                    .months = 9};
  std::string name;
  agents::Month start = 0;
  double months = 120;
  double college_factor = 1;  // stipend over that of the base year
  double university_factor = 1;
  double priority = usual_priority;

  template <class Self, class See>
  static void visit(Self& self, See&& see) {
    see(self.name, PolicyField{"name", FieldKind::text, "", 0, 0, true, "a short name"});
    see(self.start, PolicyField{"start", FieldKind::month, "", 0, 0, true, "the first month"});
    see(self.months, PolicyField{"months", FieldKind::number, "month", 1, 600, false, "months for which it is paid"});
    see(self.college_factor, PolicyField{"college_factor", FieldKind::number, "1", 1, 20, false,
                                         "stipend of colleges over that without the policy"});
    see(self.university_factor, PolicyField{"university_factor", FieldKind::number, "1", 1, 20, false,
                                            "stipend of universities over that without the policy"});
    visit_priority(self.priority, see);
  }
};

/// A dormitory.
struct Dormitory {
  static constexpr const char* kind = "dormitory";
  static constexpr LeverFacts facts{
      .design = "L19",
      .sentence = "A dormitory.",
      .mechanism = "beds in one region: far places are wished more, dropped less, and rent less",
      .cost = "5 million KZT a bed, and its running cost",
      .indicator = "causes.csv: moved_persons of cause study",
      .direction = 1,
      .months = 21};
  std::string name;
  std::string region;
  agents::Month start = 0;      // first month of spending
  agents::Month delivered = 0;  // first month in use
  double beds = 0;
  double priority = usual_priority;
  double local_share = 0;

  template <class Self, class See>
  static void visit(Self& self, See&& see) {
    see(self.name, PolicyField{"name", FieldKind::text, "", 0, 0, true, "a short name"});
    see(self.region, PolicyField{"region", FieldKind::region, "", 0, 0, true, "where it is built"});
    see(self.start, PolicyField{"start", FieldKind::month, "", 0, 0, true, "the first month of spending"});
    see(self.delivered, PolicyField{"delivered", FieldKind::month, "", 0, 0, true, "the first month in use"});
    see(self.beds, PolicyField{"beds", FieldKind::number, "beds", 0, 1e6, true, "places to live"});
    visit_priority(self.priority, see);
    visit_local_share(self.local_share, see);
  }
};

/// More places of colleges with a partner enterprise, which hires graduates.
struct DualEducation {
  static constexpr const char* kind = "dual_education";
  static constexpr LeverFacts facts{
      .design = "L20",
      .sentence = "More places of colleges with a partner enterprise.",
      .mechanism = "first-year places become dual: graduates are hired and bound for two years",
      .cost = "cost of a dual student-year x students",
      .indicator = "students in dual courses (no column yet)",
      .direction = 1,
      .months = 48};
  std::string name;
  std::string region;
  agents::Month start = 0;
  double months = 120;
  double seats = 0;  // first-year places a year, over all fields
  double priority = usual_priority;
  double local_share = 0;

  template <class Self, class See>
  static void visit(Self& self, See&& see) {
    see(self.name, PolicyField{"name", FieldKind::text, "", 0, 0, true, "a short name"});
    see(self.region, PolicyField{"region", FieldKind::region, "", 0, 0, true, "where the colleges are"});
    see(self.start, PolicyField{"start", FieldKind::month, "", 0, 0, true, "the first month"});
    see(self.months, PolicyField{"months", FieldKind::number, "month", 1, 600, false, "months with new contracts"});
    see(self.seats, PolicyField{"seats", FieldKind::number, "seats", 0, 1e6, true,
                                "first-year places of colleges that become dual, a year"});
    visit_priority(self.priority, see);
    visit_local_share(self.local_share, see);
  }
};

/// More first-year places of universities in one field.
struct UniversityPlaces {
  static constexpr const char* kind = "university_places";
  static constexpr LeverFacts facts{.design = "L9",
                                    .sentence = "More first-year places of universities in one field.",
                                    .mechanism = "more applicants are taken",
                                    .cost = "3 million KZT a place and year",
                                    .indicator = "schooling.csv: entrants_persons",
                                    .direction = 1,
                                    .months = 9};
  std::string name;
  std::string region;
  std::string field;  // as in fields.csv
  agents::Month start = 0;
  double months = 120;
  double seats = 0;  // first-year places a year
  double priority = usual_priority;
  double local_share = 0;

  template <class Self, class See>
  static void visit(Self& self, See&& see) {
    see(self.name, PolicyField{"name", FieldKind::text, "", 0, 0, true, "a short name"});
    see(self.region, PolicyField{"region", FieldKind::region, "", 0, 0, true, "where the universities are"});
    see(self.field, PolicyField{"field", FieldKind::study_field, "", 0, 0, true, "the field, as in fields.csv"});
    see(self.start, PolicyField{"start", FieldKind::month, "", 0, 0, true, "the first month"});
    see(self.months, PolicyField{"months", FieldKind::number, "month", 1, 600, false, "months with more places"});
    see(self.seats, PolicyField{"seats", FieldKind::number, "seats", 0, 1e6, true, "more first-year places a year"});
    visit_priority(self.priority, see);
    visit_local_share(self.local_share, see);
  }
};

}  // namespace world
