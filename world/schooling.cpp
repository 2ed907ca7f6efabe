#include "world/schooling.hpp"

#include <algorithm>

#include "agents/exact_math.hpp"

namespace world {

using agents::exact_exp;
using agents::exact_log;
using agents::exact_pow;
using agents::n_skills;
using agents::n_stages;
using agents::SchoolingParameters;
using agents::Stage;

namespace {

constexpr int after_9 = static_cast<int>(Stage::after_grade_9), after_11 = static_cast<int>(Stage::after_grade_11),
              after_college = static_cast<int>(Stage::after_college);

int level_of(int programme) { return agents::level_of_skill(programme + 1); }
int field_of(int programme) { return agents::field_of_skill(programme + 1); }

// Colleges are open to both grades; universities to grade 11 and to graduates of colleges.
bool is_open(int stage, int level) { return level == 1 ? stage != after_college : stage != after_9; }

// Stipend over living cost at a place, 1 added; its logarithm enters choice and drop-out.
double support(const Schooling& schooling, const SchoolingTerms& terms, int level, double rent) {
  return 1 + stipend(terms.parameters, terms.levers, level) / living_cost(schooling, terms.parameters, rent);
}

double fee(const SchoolingTerms& terms, int programme) {
  const SchoolingParameters& p = terms.parameters;
  const bool is_college = level_of(programme) == 1;
  const double payers = 1 - (is_college ? p.college_state_share : p.university_state_share);
  const double freed = terms.levers.free_share[static_cast<std::size_t>(programme)];
  return (is_college ? p.college_fee_kzt_per_year : p.university_fee_kzt_per_year) * payers * (1 - freed);
}

bool is_near(const SchoolingTerms& terms, int origin, int place) {
  return origin == place || terms.hub[static_cast<std::size_t>(origin)] == place;
}

double way_to(const SchoolingTerms& terms, const StudyFacts& facts, int origin, int place) {
  if (is_near(terms, origin, place)) return 1;
  constexpr double unit_km = 100;
  const SchoolingParameters& p = terms.parameters;
  const double distance = std::max(1.0, terms.country.distance_km(origin, place) / unit_km);
  return exact_exp(-p.study_distance_weight * exact_log(distance) - p.leave_home_cost +
                   p.dormitory_weight * facts.bed_share[static_cast<std::size_t>(place)]);
}

}  // namespace

double living_cost(const Schooling& schooling, const SchoolingParameters& parameters, double rent) {
  double mean = 0;
  for (const double one : schooling.base_rent) mean += one / static_cast<double>(schooling.base_rent.size());
  constexpr double rent_part = 1.0 / 3;
  return parameters.living_cost_kzt * (1 - rent_part + rent_part * (mean > 0 ? rent / mean : 1));
}

double stipend(const SchoolingParameters& parameters, const Levers& levers, int level) {
  const double base = level == 1 ? parameters.college_stipend_kzt : parameters.university_stipend_kzt;
  return base * (1 + levers.stipend_raise[static_cast<std::size_t>(level)]);
}

StudyWeights study_weights(const Schooling& schooling, const SchoolingTerms& terms, const StudyFacts& facts) {
  const int n = terms.country.n_regions();
  const SchoolingParameters& p = terms.parameters;
  StudyWeights weights{.of_origin = Cube<double>(n_stages, n, n_programmes),
                       .of_place = Grid<double>(n, n_programmes),
                       .way = Grid<double>(n, n)};
  std::vector<double> nation(n_skills);
  for (int g = 0; g < n_skills; ++g) {
    for (int r = 0; r < n; ++r) nation[static_cast<std::size_t>(g)] += facts.outlook(r, g) / n;
  }
  const auto wage = [&](int r, int g) {
    return p.own_region_wage_share * facts.outlook(r, g) +
           (1 - p.own_region_wage_share) * nation[static_cast<std::size_t>(g)];
  };
  for (int o = 0; o < n; ++o) {
    for (int programme = 0; programme < n_programmes; ++programme) {
      const double pay = exact_pow(wage(o, programme + 1) / wage(o, 0), p.field_wage_weight);
      const double cost = exact_pow(1 + fee(terms, programme) / (12 * wage(o, 0)), -p.fee_weight);
      const double esteem = level_of(programme) == 1 && !facts.prestige.empty()
                                ? exact_exp(p.prestige_weight * facts.prestige[static_cast<std::size_t>(field_of(programme))])
                                : 1;
      for (int stage = 0; stage < n_stages; ++stage) {
        weights.of_origin(stage, o, programme) = schooling.wish(stage, programme) * pay * cost * esteem;
      }
    }
    for (int place = 0; place < n; ++place) weights.way(o, place) = way_to(terms, facts, o, place);
  }
  for (int place = 0; place < n; ++place) {
    for (int programme = 0; programme < n_programmes; ++programme) {
      const int level = level_of(programme);
      const double more = terms.levers.seats.cells().empty() ? 0 : terms.levers.seats(place, programme);
      weights.of_place(place, programme) =
          (schooling.intake(place, programme) + more) * schooling.pull(level - 1, place) *
          exact_pow(support(schooling, terms, level, facts.rent[static_cast<std::size_t>(place)]), p.stipend_weight);
    }
  }
  return weights;
}

namespace {

// Chance that a leaver chooses no programme at all.
double share_without(const StudyWeights& weights, int stage, int origin) {
  double sum = 1;
  for (int place = 0; place < weights.way.columns(); ++place) {
    for (int programme = 0; programme < n_programmes; ++programme) sum += weights.at(stage, origin, place, programme);
  }
  return 1 / sum;
}

}  // namespace

Leavers leavers_of(const StudyWeights& weights, const Schooling& schooling, const SchoolingTerms& terms,
                   const Leavers& cohorts) {
  const int n = terms.country.n_regions();
  const SchoolingParameters& p = terms.parameters;
  Leavers leavers(n_stages, n);
  for (int o = 0; o < n; ++o) {
    leavers(after_9, o) = cohorts(0, o);
    leavers(after_11, o) = cohorts(1, o) * share_without(weights, after_9, o);
    double colleges = 0;
    for (int programme = 0; programme < n_programmes; ++programme) {
      if (level_of(programme) == 1) colleges += schooling.intake(o, programme);
    }
    leavers(after_college, o) = colleges * p.college_share_after_grade_9 * p.college_to_university;
  }
  return leavers;
}

Cube<double> expected_wishes(const StudyWeights& weights, const Leavers& leavers) {
  const int n = weights.way.rows();
  Cube<double> wishes(n_stages * 2, n, n);
  for (int stage = 0; stage < n_stages; ++stage) {
    for (int o = 0; o < n; ++o) {
      const double each = leavers(stage, o) * share_without(weights, stage, o);
      for (int place = 0; place < n; ++place) {
        for (int programme = 0; programme < n_programmes; ++programme) {
          wishes(wish_layer(stage, level_of(programme)), o, place) += each * weights.at(stage, o, place, programme);
        }
      }
    }
  }
  return wishes;
}

namespace {

// What the base year's wishes should be: by stage and programme, and by level and place.
struct Targets {
  Grid<double>
      by_programme;       // [stage × programme]; universities in the row of grade 11, graduates of colleges included
  Grid<double> by_place;  // [level − 1 × place]
};

double total(const Grid<double>& intake, int level) {
  double sum = 0;
  for (int place = 0; place < intake.rows(); ++place) {
    for (int programme = 0; programme < n_programmes; ++programme) {
      if (level_of(programme) == level) sum += intake(place, programme);
    }
  }
  return sum;
}

Targets targets_of(const Schooling& schooling, const SchoolingParameters& p, const Leavers& cohorts) {
  const int n = schooling.intake.rows();
  constexpr double most_after_9 = 0.9;  // somebody goes on to grade 10 in any country
  double n_9 = 0, n_17 = 0;
  for (int o = 0; o < n; ++o) {
    n_9 += cohorts(0, o);
    n_17 += cohorts(1, o);
  }
  const double college = total(schooling.intake, 1), university = total(schooling.intake, 2);
  const double wished_9 = college * p.college_share_after_grade_9;
  const double after_9_share = std::min(wished_9, most_after_9 * n_9) / std::max(1e-9, wished_9);
  const double grade_11 = n_17 * (1 - wished_9 * after_9_share / std::max(1e-9, n_9));
  const double waiting = wished_9 * after_9_share * p.college_to_university;
  const double able = (1 - p.work_share_after_grade_11) * (grade_11 + waiting);
  const double wished_11 = college * (1 - p.college_share_after_grade_9) + university;
  const double after_11_share = std::min(wished_11, able) / std::max(1e-9, wished_11);
  Targets targets{.by_programme = Grid<double>(n_stages, n_programmes), .by_place = Grid<double>(2, n)};
  for (int place = 0; place < n; ++place) {
    for (int programme = 0; programme < n_programmes; ++programme) {
      const double here = schooling.intake(place, programme);
      const bool is_college = level_of(programme) == 1;
      const double from_9 = is_college ? here * p.college_share_after_grade_9 * after_9_share : 0;
      const double from_11 = here * (is_college ? 1 - p.college_share_after_grade_9 : 1) * after_11_share;
      targets.by_programme(after_9, programme) += from_9;
      targets.by_programme(after_11, programme) += from_11;
      targets.by_place(level_of(programme) - 1, place) += from_9 + from_11;
    }
  }
  return targets;
}

// One step of the iterative fit; every factor is moved by how far its sum is off.
void fit_once(Schooling& schooling, const SchoolingTerms& terms, const StudyWeights& fixed, const Targets& targets,
              const Leavers& cohorts) {
  const int n = schooling.intake.rows();
  StudyWeights weights = fixed;
  for (int stage = 0; stage < n_stages; ++stage) {
    for (int o = 0; o < n; ++o) {
      for (int programme = 0; programme < n_programmes; ++programme) {
        weights.of_origin(stage, o, programme) *= schooling.wish(stage, programme);
      }
    }
  }
  for (int place = 0; place < n; ++place) {
    for (int programme = 0; programme < n_programmes; ++programme) {
      weights.of_place(place, programme) *= schooling.pull(level_of(programme) - 1, place);
    }
  }
  const Leavers leavers = leavers_of(weights, schooling, terms, cohorts);
  Grid<double> by_programme(n_stages, n_programmes), by_place(2, n);
  for (int stage = 0; stage < n_stages; ++stage) {
    for (int o = 0; o < n; ++o) {
      const double each = leavers(stage, o) * share_without(weights, stage, o);
      for (int place = 0; place < n; ++place) {
        for (int programme = 0; programme < n_programmes; ++programme) {
          const double wishes = each * weights.at(stage, o, place, programme);
          by_programme(stage == after_college ? after_11 : stage, programme) += wishes;
          by_place(level_of(programme) - 1, place) += wishes;
        }
      }
    }
  }
  const auto move = [](double& factor, double target, double expected) {
    if (expected > 0) factor *= target / expected;
  };
  for (int programme = 0; programme < n_programmes; ++programme) {
    move(schooling.wish(after_9, programme), targets.by_programme(after_9, programme),
         by_programme(after_9, programme));
    double& factor = schooling.wish(after_11, programme);
    move(factor, targets.by_programme(after_11, programme), by_programme(after_11, programme));
    schooling.wish(after_college, programme) = is_open(after_college, level_of(programme)) ? factor : 0;
  }
  for (int level = 0; level < 2; ++level) {
    for (int place = 0; place < n; ++place)
      move(schooling.pull(level, place), targets.by_place(level, place), by_place(level, place));
  }
}

void read_intake(Schooling& schooling, const SchoolingTerms& terms) {
  const Country& country = terms.country;
  const int n = country.n_regions();
  schooling.intake = Grid<double>(n, n_programmes);
  for (int place = 0; place < n; ++place) {
    const auto r = static_cast<std::size_t>(place);
    for (int programme = 0; programme < n_programmes; ++programme) {
      const bool is_college = level_of(programme) == 1;
      const auto field = static_cast<std::size_t>(field_of(programme));
      const double entrants =
          is_college ? country.college_students_persons[r] * terms.parameters.college_intake_per_student
                     : country.university_students_persons[r] * terms.parameters.university_intake_per_student;
      schooling.intake(place, programme) =
          entrants * (is_college ? country.field_share_vocational[field] : country.field_share_higher[field]);
    }
  }
}

SchoolYear empty_year(int n_regions) {
  const Grid<std::int64_t> none(n_regions, n_skills);
  return {.applicants = none,
          .begun = none,
          .ended = none,
          .dropped = none,
          .gone = none,
          .came = none,
          .dual_hires = std::vector<std::int64_t>(static_cast<std::size_t>(n_regions))};
}

// Beds at the start: a share of the students whom the base year's wishes bring from elsewhere, all years together.
void build_beds(Schooling& schooling, const SchoolingTerms& terms, const Cube<double>& wishes) {
  const SchoolingParameters& p = terms.parameters;
  const int n = terms.country.n_regions();
  schooling.beds.assign(static_cast<std::size_t>(n), 0);
  const double college_years = p.college_share_after_grade_9 * p.college_years_other +
                               (1 - p.college_share_after_grade_9) * p.college_years_after_grade_11;
  for (int layer = 0; layer < n_stages * 2; ++layer) {
    const double years = layer % 2 == 0 ? college_years : p.university_years;
    for (int o = 0; o < n; ++o) {
      for (int place = 0; place < n; ++place) {
        if (is_near(terms, o, place)) continue;
        schooling.beds[static_cast<std::size_t>(place)] += p.dormitory_cover * years * wishes(layer, o, place);
      }
    }
  }
}

}  // namespace

Schooling start_schooling(const SchoolingTerms& terms, const StudyFacts& facts, const Leavers& cohorts) {
  const int n = terms.country.n_regions();
  Schooling schooling;
  read_intake(schooling, terms);
  schooling.wish = Grid<double>(n_stages, n_programmes, 1.0);
  schooling.pull = Grid<double>(2, n, 1.0);
  schooling.base_rent = facts.rent;
  schooling.outlook = facts.outlook;
  schooling.seats = Grid<std::int64_t>(n, n_programmes);
  schooling.year = empty_year(n);
  const StudyWeights fixed = study_weights(schooling, terms, facts);
  const Targets targets = targets_of(schooling, terms.parameters, cohorts);
  // Weights of order one from the first step: what is wished, over all places.
  for (int stage = 0; stage < n_stages; ++stage) {
    for (int programme = 0; programme < n_programmes; ++programme) {
      double places = 0;
      for (int place = 0; place < n; ++place) places += schooling.intake(place, programme);
      const bool open = is_open(stage, level_of(programme)) && places > 0;
      schooling.wish(stage, programme) = open ? 1 / places : 0;
    }
  }
  constexpr int n_steps = 200;
  for (int step = 0; step < n_steps; ++step) fit_once(schooling, terms, fixed, targets, cohorts);
  const StudyWeights weights = study_weights(schooling, terms, facts);
  build_beds(schooling, terms, expected_wishes(weights, leavers_of(weights, schooling, terms, cohorts)));
  return schooling;
}

Grid<double> expected_study_moves(const Schooling& schooling, const SchoolingTerms& terms, const StudyFacts& facts,
                                  const Leavers& cohorts) {
  const int n = terms.country.n_regions();
  const StudyWeights weights = study_weights(schooling, terms, facts);
  const Cube<double> wishes = expected_wishes(weights, leavers_of(weights, schooling, terms, cohorts));
  Grid<double> moves(n, n);
  for (int layer = 0; layer < n_stages * 2; ++layer) {
    for (int o = 0; o < n; ++o) {
      for (int place = 0; place < n; ++place) {
        if (!is_near(terms, o, place)) moves(o, place) += wishes(layer, o, place);
      }
    }
  }
  return moves;
}

void fill_choices(agents::StudyChoices& choices, const StudyWeights& weights, const SchoolingTerms& terms,
                  const Grid<std::uint8_t>& has_place) {
  const int n = terms.country.n_regions();
  choices.n_regions = n;
  const int n_options = choices.n_options();
  choices.up_to.assign(static_cast<std::size_t>(n_stages * 2 * n * n_options), 0);
  std::vector<double> sum(static_cast<std::size_t>(n_options));
  for (int stage = 0; stage < n_stages; ++stage) {
    for (const bool is_bound : {false, true}) {
      for (int o = 0; o < n; ++o) {
        double run = sum[0] = 1;
        for (int place = 0; place < n; ++place) {
          for (int programme = 0; programme < n_programmes; ++programme) {
            const bool may = has_place(place, programme) != 0 && (!is_bound || is_near(terms, o, place));
            if (may) run += weights.at(stage, o, place, programme);
            sum[static_cast<std::size_t>(1 + place * n_programmes + programme)] = run;
          }
        }
        const std::size_t first = choices.first_of(stage, is_bound, o);
        for (std::size_t i = 0; i < sum.size(); ++i) choices.up_to[first + i] = agents::threshold_of(sum[i] / run);
      }
    }
  }
}

}  // namespace world
