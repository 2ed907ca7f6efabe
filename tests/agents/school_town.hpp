// A town in which school can be left: its programmes, places and beds, for the
// tests of schooling.
#pragma once

#include <gtest/gtest.h>

#include <array>
#include <functional>

#include "agents/schooling.hpp"
#include "agents/study.hpp"
#include "tests/agents/trial.hpp"

namespace agents::school_town {

using testing::citizens_of;
using testing::expect_share;
using testing::household_fault;
using testing::household_of;
using testing::now;
using testing::Trial;

inline constexpr int n_regions = 3;
inline constexpr Month september = month_of(2024, 9);
inline constexpr int ict = 5;

inline int programme(int level, int field) { return skill_of(level, field) - 1; }
inline int cell(int place, int level, int field) { return place * n_programmes + programme(level, field); }

/// Weight of each option for each stage, alike for all origins; the way without weighs 1.
using Weight = std::function<double(int stage, int origin, int place, int programme)>;

inline void fill(StudyChoices& choices, const Weight& weight, const std::vector<std::int64_t>& places) {
  choices.n_regions = n_regions;
  choices.up_to.assign(static_cast<std::size_t>(n_stages * 2 * n_regions * choices.n_options()), 0);
  for (int stage = 0; stage < n_stages; ++stage) {
    for (int o = 0; o < n_regions; ++o) {
      for (const bool is_bound : {false, true}) {
        std::vector<double> sum = {1};
        for (int place = 0; place < n_regions; ++place) {
          for (int p = 0; p < n_programmes; ++p) {
            const bool may =
                places[static_cast<std::size_t>(place * n_programmes + p)] > 0 && (!is_bound || place == o);
            sum.push_back(sum.back() + (may ? weight(stage, o, place, p) : 0));
          }
        }
        const std::size_t first = choices.first_of(stage, is_bound, o);
        for (std::size_t i = 0; i < sum.size(); ++i) choices.up_to[first + i] = threshold_of(sum[i] / sum.back());
      }
    }
  }
}

/// A town in which school can be left, all courses last three years, everybody enters the labour force, and no region
/// has a hub.
struct School : Trial {
  std::vector<std::int64_t> places = std::vector<std::int64_t>(n_regions * n_programmes, 1000000);
  std::vector<std::int64_t> dual = std::vector<std::int64_t>(n_regions * n_programmes);
  std::vector<std::int64_t> beds = std::vector<std::int64_t>(n_regions);
  Weight weight = [](int, int, int, int) { return 0.0; };
  std::vector<Application> first{}, again{}, wishes{};

  School() {
    signals->schooling.hub.fill(nowhere);
    for (auto& of_stage : signals->schooling.years) of_stage.fill(3);
    for (auto& of_region : signals->schooling.participates) of_region = {always, always};
  }
  void at(Month month) {
    std::destroy_at(&chance);
    std::construct_at(&chance, Chance{.seed = 1, .month = month});
  }
  /// Somebody who is `age` and some months in September 2024.
  Row child(int age, int region = 0, Row family = no_row) {
    const testing::Person person{.age = age - 1, .months = 10, .region = region};
    return family == no_row ? town.settles(person) : town.joins(family, person);
  }
  Row pupil(int region = 0) {
    const Row row = child(17, region);
    block().set_labour(row, Labour::student);
    block().post[row] = study_end(2024);
    return row;
  }
  Row student(int level, int field, int end_year, int age = 20, std::uint8_t how = 0) {
    const Row row = town.settles({.age = age, .labour = Labour::student});
    block().post[row] = static_cast<std::uint8_t>(field | study_end(end_year));
    block().skill[row] = static_cast<std::uint8_t>((level == 2 ? skill::degree_student : 0) | how);
    return row;
  }

  Cut cut_of(const std::vector<std::int64_t>& given, const PriorityHistogram& histogram,
             const std::vector<Application>& list) {
    Cut cut;
    cut.find_bins(given, histogram);
    std::vector<Application> on_boundary;
    for (const Application& one : list) {
      if (cut.is_on_boundary(one)) on_boundary.push_back(one);
    }
    cut.refine(on_boundary);
    return cut;
  }
  static std::vector<std::int64_t> less(std::vector<std::int64_t> given, const std::vector<Application>& list) {
    for (const Application& one : list) given[one.cell] -= given[one.cell] > 0;
    return given;
  }

  /// A whole September: two rounds, then beds.
  void intake() {
    at(september);
    PriorityHistogram h1, h2, hb;
    h1.reset(n_regions * n_programmes);
    h2.reset(n_regions * n_programmes);
    hb.reset(n_regions);
    first.clear();
    again.clear();
    wishes.clear();
    fill(signals->schooling.choices[0], weight, std::vector<std::int64_t>(places.size(), 1));
    leavers_choose(block(), tally, first, h1, *signals, chance);
    const auto left = less(places, first), dual_left = less(dual, first);
    fill(signals->schooling.choices[1], weight, left);
    places_of_study_are_taken(block(), tally, first, cut_of(places, h1, first), cut_of(dual, h1, first),
                              StudyRound::first, again, wishes, h2, hb, *signals, chance);
    places_of_study_are_taken(block(), tally, again, cut_of(left, h2, again), cut_of(dual_left, h2, again),
                              StudyRound::second, again, wishes, h2, hb, *signals, chance);
    beds_are_taken(block(), wishes, cut_of(beds, hb, wishes));
  }
};

}  // namespace agents::school_town
