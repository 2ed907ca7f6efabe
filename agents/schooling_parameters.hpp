// Parameters of schooling: who wants to study what and where, for how long, on
// what money, and what follows.
#pragma once

#include "agents/parameter.hpp"

namespace agents {

/// Parameters of schooling (docs/model.md, schooling).
struct SchoolingParameters {
  // Places.
  double college_intake_per_student = 0.371;
  double university_intake_per_student = 0.20;
  double seat_reserve = 0.10;
  double seats_follow_cohort = 1;
  double college_share_after_grade_9 = 0.718;
  double work_share_after_grade_11 = 0.10;
  double dual_seat_share = 0.10;
  double dormitory_cover = 0.62;
  // Choice.
  double field_wage_weight = 0.4;
  double own_region_wage_share = 0.7;
  double wage_memory_months = 24;
  double fee_weight = 0.4;
  double college_fee_kzt_per_year = 350e3;
  double university_fee_kzt_per_year = 800e3;
  double college_state_share = 0.601;
  double university_state_share = 0.30;
  double stipend_weight = 0.2;
  double prestige_weight = 0.5;
  double college_stipend_kzt = 20948;
  double university_stipend_kzt = 36660;
  double living_cost_kzt = 60e3;
  double study_distance_weight = 0.6;
  double leave_home_cost = 2.6;
  double dormitory_weight = 0.5;
  // Course.
  double college_years_technical = 4;
  double college_years_other = 3;
  double college_years_after_grade_11 = 2;
  double university_years = 4;
  double drop_out_per_month = 0.004;
  double drop_out_on_stipend = 0.3;
  double drop_out_without_bed = 0.5;
  // What follows.
  double college_to_university = 0.168;
  double dual_hire = 0.60;
  double consider_at_graduation = 0.5;
  double vocational_share_of_rest = 0.55;

  template <class Self, class See>
  static void visit(Self& self, See&& see) {
    visit_places(self, see);
    visit_choice(self, see);
    visit_course(self, see);
  }

 private:
  template <class Self, class See>
  static void visit_places(Self& self, See&& see) {
    see(self.college_intake_per_student, agents::ParameterInfo{"college_intake_per_student", "1", 0, 1, "D bns-edu",
        "first-year places of colleges per student: 195,189 entrants to 525,909 students of 2022/23"});
    see(self.university_intake_per_student, agents::ParameterInfo{"university_intake_per_student", "1", 0, 1, "P",
        "estimated: first-year places of universities per student; masters, part-time and long courses counted out"});
    see(self.seat_reserve, agents::ParameterInfo{"seat_reserve", "1", 0, 5, "P",
        "estimated: places beyond the intake of the base year, relative to it"});
    see(self.seats_follow_cohort, agents::ParameterInfo{"seats_follow_cohort", "1", 0, 2, "P",
        "estimated: elasticity of places to the nation's number of 15- to 17-year-olds"});
    see(self.college_share_after_grade_9, agents::ParameterInfo{"college_share_after_grade_9", "1", 0, 1, "V bns-edu",
        "share of the places of colleges wished for after grade 9; the rest after grade 11"});
    see(self.work_share_after_grade_11, agents::ParameterInfo{"work_share_after_grade_11", "1", 0, 1, "P",
        "estimated: least share of leavers of grade 11 at the start who do not wish to study on"});
    see(self.dual_seat_share, agents::ParameterInfo{"dual_seat_share", "1", 0, 1, "P",
        "estimated: share of the places of colleges with a partner enterprise; 108 thousand students in 2024/25"});
    see(self.dormitory_cover, agents::ParameterInfo{"dormitory_cover", "1", 0, 2, "D bns-edu",
        "beds at the start per student from another region: 73.1 of 118.1 thousand who needed one in 2022/23"});
  }

  template <class Self, class See>
  static void visit_choice(Self& self, See&& see) {
    see(self.field_wage_weight, agents::ParameterInfo{"field_wage_weight", "1", 0, 2, "V wiswall, long",
        "weight of the log wage of a field's first posts in the choice of a field: small"});
    see(self.own_region_wage_share, agents::ParameterInfo{"own_region_wage_share", "1", 0, 1, "P",
        "weight of the own region in that wage; the rest is the nation"});
    see(self.wage_memory_months, agents::ParameterInfo{"wage_memory_months", "month", 1, 120, "V long",
        "months over which that wage is smoothed"});
    see(self.fee_weight, agents::ParameterInfo{"fee_weight", "1", 0, 2, "P",
        "weight of ln(1 + yearly fee over yearly wage)"});
    see(self.college_fee_kzt_per_year, agents::ParameterInfo{"college_fee_kzt_per_year", "KZT/year", 0, 1e8, "P",
        "placeholder: fee of a college for who pays"});
    see(self.university_fee_kzt_per_year, agents::ParameterInfo{"university_fee_kzt_per_year", "KZT/year", 0, 1e8, "P",
        "placeholder: fee of a university for who pays"});
    see(self.college_state_share, agents::ParameterInfo{"college_state_share", "1", 0, 1, "V bns-edu",
        "share of college students whom the state pays for, 2022/23"});
    see(self.university_state_share, agents::ParameterInfo{"university_state_share", "1", 0, 1, "P",
        "estimated: share of university students with a state grant"});
    see(self.stipend_weight, agents::ParameterInfo{"stipend_weight", "1", 0, 2, "P",
        "weight of ln(1 + stipend over living cost)"});
    see(self.prestige_weight, agents::ParameterInfo{"prestige_weight", "util", 0, 5, "P",
        "weight of the prestige of a field in the choice of a college (b_pi)"});
    see(self.college_stipend_kzt, agents::ParameterInfo{"college_stipend_kzt", "KZT/month", 0, 1e7, "D bns-edu",
        "stipend in colleges from September 2022"});
    see(self.university_stipend_kzt, agents::ParameterInfo{"university_stipend_kzt", "KZT/month", 0, 1e7, "K",
        "stipend of bachelors from September 2022"});
    see(self.living_cost_kzt, agents::ParameterInfo{"living_cost_kzt", "KZT/month", 1, 1e7, "P",
        "placeholder: a student's cost of living at the mean rent of the start; one third of it follows the rent"});
    see(self.study_distance_weight, agents::ParameterInfo{"study_distance_weight", "1", 0, 3, "P",
        "weight of ln(distance / 100 km) to a place of study in another region"});
    see(self.leave_home_cost, agents::ParameterInfo{"leave_home_cost", "util", 0, 5, "P",
        "cost of studying in another region than one's own and its hub"});
    see(self.dormitory_weight, agents::ParameterInfo{"dormitory_weight", "util", 0, 3, "P",
        "worth of a certain bed to a student from another region"});
  }

  template <class Self, class See>
  static void visit_course(Self& self, See&& see) {
    see(self.college_years_technical, agents::ParameterInfo{"college_years_technical", "year", 1, 7, "P",
        "years in a college after grade 9: engineering, energy and transport, construction (46 months)"});
    see(self.college_years_other, agents::ParameterInfo{"college_years_other", "year", 1, 7, "P",
        "years in a college after grade 9: other fields (34 months)"});
    see(self.college_years_after_grade_11, agents::ParameterInfo{"college_years_after_grade_11", "year", 1, 7, "P",
        "years in a college after grade 11 (22 months)"});
    see(self.university_years, agents::ParameterInfo{"university_years", "year", 1, 7, "P",
        "years at a university (46 months)"});
    see(self.drop_out_per_month, agents::ParameterInfo{"drop_out_per_month", "1/month", 0, 1, "P",
        "chance to leave studies unfinished, without a stipend"});
    see(self.drop_out_on_stipend, agents::ParameterInfo{"drop_out_on_stipend", "1", 0, 5, "P",
        "elasticity of that chance to 1 + stipend over living cost, negative"});
    see(self.drop_out_without_bed, agents::ParameterInfo{"drop_out_without_bed", "1", 0, 10, "P",
        "how much larger it is for students from another region without a bed, relative"});
    see(self.college_to_university, agents::ParameterInfo{"college_to_university", "1", 0, 1, "V bns-edu",
        "share of graduates of colleges who wait for a university"});
    see(self.dual_hire, agents::ParameterInfo{"dual_hire", "1", 0, 1, "V dual25",
        "share of dual graduates to whom the partner enterprise promises a post"});
    see(self.consider_at_graduation, agents::ParameterInfo{"consider_at_graduation", "1", 0, 1, "P",
        "chance that a head considers moving in the month of graduation"});
    see(self.vocational_share_of_rest, agents::ParameterInfo{"vocational_share_of_rest", "1", 0, 1, "P",
        "share of arrivals from abroad without higher education who finished a college"});
  }
};

}  // namespace agents
