// How many places of study there are each September, and what the places tell
// students and learn from the month.
#include <algorithm>

#include "agents/exact_math.hpp"
#include "agents/schooling.hpp"
#include "world/schooling.hpp"

namespace world {

using agents::n_skills;
using agents::SchoolingParameters;
using agents::threshold_of;

namespace {

int level_of(int programme) { return agents::level_of_skill(programme + 1); }

// Cells of rounding draws: kept apart from those of posts by their purpose's second word.
std::int64_t rounded(double value, int cell, std::uint64_t what, const agents::Chance& chance) {
  return agents::keyed_round(std::max(0.0, value),
                             chance.bits(agents::Purpose::rounding, static_cast<std::uint64_t>(cell), what));
}
constexpr std::uint64_t of_seats = 7001, of_dual_seats = 7002;

double dose_at(const std::vector<double>& doses, int place) {
  return doses.empty() ? 0 : doses[static_cast<std::size_t>(place)];
}

}  // namespace

Grid<std::int64_t> seats_of(const Schooling& schooling, const SchoolingTerms& terms, double scale,
                            const agents::Chance& chance) {
  const int n = terms.country.n_regions();
  const SchoolingParameters& p = terms.parameters;
  const double grown = schooling.base_cohort > 0 && schooling.cohort > 0
                           ? agents::exact_pow(schooling.cohort / schooling.base_cohort, p.seats_follow_cohort)
                           : 1;
  Grid<std::int64_t> seats(n, n_programmes);
  for (int place = 0; place < n; ++place) {
    for (int programme = 0; programme < n_programmes; ++programme) {
      const double more = terms.levers.seats.cells().empty() ? 0 : terms.levers.seats(place, programme);
      const double here = schooling.intake(place, programme) * (1 + p.seat_reserve) * grown + more;
      seats(place, programme) = rounded(here * scale, place * n_programmes + programme, of_seats, chance);
    }
  }
  return seats;
}

Grid<std::int64_t> dual_seats_of(const Grid<std::int64_t>& seats, const SchoolingTerms& terms, double scale,
                                 const agents::Chance& chance) {
  const int n = seats.rows();
  Grid<std::int64_t> dual(n, n_programmes);
  for (int place = 0; place < n; ++place) {
    double colleges = 0;
    for (int programme = 0; programme < n_programmes; ++programme) {
      if (level_of(programme) == 1) colleges += static_cast<double>(seats(place, programme));
    }
    const double more = dose_at(terms.levers.dual_seats, place) * scale;
    for (int programme = 0; programme < n_programmes; ++programme) {
      if (level_of(programme) != 1 || colleges <= 0) continue;
      const auto all = static_cast<double>(seats(place, programme));
      const double wanted = all * terms.parameters.dual_seat_share + more * all / colleges;
      const std::int64_t n_dual = rounded(wanted, place * n_programmes + programme, of_dual_seats, chance);
      dual(place, programme) = std::min(seats(place, programme), n_dual);
    }
  }
  return dual;
}

std::vector<std::int64_t> beds_of(const Schooling& schooling, const Levers& levers, double scale) {
  std::vector<std::int64_t> beds;
  for (int place = 0; place < static_cast<int>(schooling.beds.size()); ++place) {
    beds.push_back(static_cast<std::int64_t>(
        (schooling.beds[static_cast<std::size_t>(place)] + dose_at(levers.beds, place)) * scale));
  }
  return beds;
}

void schooling_speaks(agents::SchoolingSignals& signals, const Schooling& schooling, const SchoolingTerms& terms,
                      const std::vector<double>& rent, agents::Month month) {
  const SchoolingParameters& p = terms.parameters;
  for (std::size_t r = 0; r < agents::max_regions; ++r) signals.hub[r] = terms.hub[r];
  for (int place = 0; place < terms.country.n_regions(); ++place) {
    const auto r = static_cast<std::size_t>(place);
    for (int level = 1; level <= 2; ++level) {
      const double support = 1 + stipend(p, terms.levers, level) / living_cost(schooling, p, rent[r]);
      const double with_bed = p.drop_out_per_month * agents::exact_pow(support, -p.drop_out_on_stipend);
      auto& chances = signals.drop_out[static_cast<std::size_t>(level - 1)][r];
      chances[0] = threshold_of(with_bed);
      chances[1] = threshold_of(with_bed * (1 + p.drop_out_without_bed));
    }
  }
  signals.dual_hire = threshold_of(p.dual_hire);
  signals.studies_on = threshold_of(p.college_to_university);
  const bool is_graduation = agents::calendar_month_of(month) == agents::graduation_month;
  signals.considers = is_graduation ? threshold_of(p.consider_at_graduation) : 0;
  signals.years = {};
  constexpr int last_technical_field = 3;  // engineering, energy and transport, construction
  for (int programme = 0; programme < n_programmes; ++programme) {
    const auto what = static_cast<std::size_t>(programme + 1);
    const bool is_technical = agents::field_of_skill(programme + 1) <= last_technical_field;
    const int after_9 = static_cast<int>(is_technical ? p.college_years_technical : p.college_years_other);
    const int after_11 =
        static_cast<int>(level_of(programme) == 1 ? p.college_years_after_grade_11 : p.university_years);
    signals.years[0][what] = after_9;
    signals.years[1][what] = signals.years[2][what] = after_11;
  }
}

namespace {

template <class Table>
void record(Grid<std::int64_t>& year, const Table& month, int first_class) {
  for (int place = 0; place < year.rows(); ++place) {
    for (int g = first_class; g < n_skills; ++g) {
      year(place, g) += month[static_cast<std::size_t>(place)][static_cast<std::size_t>(g - first_class)];
    }
  }
}

}  // namespace

void schooling_responds(Schooling& schooling, const SchoolingParameters& parameters, const Grid<double>& wages,
                        const agents::Tally& tally, agents::Month month) {
  const double speed = 1 / parameters.wage_memory_months;
  for (std::size_t i = 0; i < schooling.outlook.cells().size(); ++i) {
    double& believed = schooling.outlook.cells()[i];
    believed += speed * (wages.cells()[i] - believed);
  }
  SchoolYear& year = schooling.year;
  if (agents::calendar_month_of(month) == 1) {
    for (auto* counts : {&year.applicants, &year.begun, &year.ended, &year.dropped, &year.gone, &year.came}) {
      std::fill(counts->cells().begin(), counts->cells().end(), 0);
    }
    std::fill(year.dual_hires.begin(), year.dual_hires.end(), 0);
  }
  record(year.applicants, tally.study_applicants, 1);
  record(year.begun, tally.study_begun, 0);
  record(year.ended, tally.study_ended, 0);
  record(year.dropped, tally.study_dropped, 0);
  record(year.gone, tally.students_gone, 0);
  record(year.came, tally.students_came, 0);
  for (std::size_t r = 0; r < year.dual_hires.size(); ++r) year.dual_hires[r] += tally.dual_hires[r];
}

}  // namespace world
