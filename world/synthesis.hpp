// The population at the start: every block is made on its own from its share
// of the tables, so the result does not depend on threads, and every block is
// a small sample of the whole nation. Used by build.cpp only.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "agents/block.hpp"
#include "agents/chance.hpp"
#include "world/country.hpp"
#include "world/scenario.hpp"
#include "world/vital.hpp"

namespace world {

/// An integer total dealt out to blocks: cumulative rounding from a keyed
/// phase, so that the parts of all blocks add up to the total exactly.
[[nodiscard]] std::int64_t dealt(std::int64_t total, int block, int n_blocks, std::uint64_t bits);

/// Who studies at the start, by region lived in. Shares of an age cohort that
/// lives there; together they are below 1 at every age.
struct StudentsPlan {
  std::vector<double> college_after_9, college_after_11, university;   // [region]
  std::vector<double> late;          // [region] of those of 21 to 23: at a university in any year
  std::array<std::vector<double>, 2> in_hub, away;   // [level − 1][region] of these students: study in the hub; came to study
  std::vector<double> bed_share;     // [region] of those who came
};

/// All totals of the synthesis at the world's scale, as integers.
struct SynthesisPlan {
  const Scenario* scenario = nullptr;
  const Country* country = nullptr;
  int n_blocks = 1;
  agents::Month start = 0;               // the first simulated month; ages are those at its beginning
  Cube<std::int64_t> people;             // [region × sex × age] registered persons
  std::vector<std::int64_t> registered;  // [region] sum of the above
  Grid<double> away_eligible;            // [registered × lives] chance of a household that does register
  Grid<double> away_never;               // [registered × lives] chance of a household that never registers
  std::vector<double> young_boost;       // [age] relative chance of being away, mean 1
  Grid<double> higher_share;             // [region × age] chance of higher education
  std::vector<double> degree_share;      // [region] of people from 25 to 39 who have a degree
  StudentsPlan students;
  FieldShares field_up_to;               // [level][field] cumulative on 32 bits
  Grid<double> home_up_to;               // [region × (birthplace, abroad)] cumulative, of those born elsewhere
  std::vector<double> born_elsewhere_adult, born_elsewhere_child;  // [region]
  std::vector<std::int64_t> unemployed, informal;   // [region lived in]
  Grid<std::int64_t> employees;          // [region lived in × sector] with a post at home
  Grid<std::int64_t> commuters;          // [region lived in × sector] with a post in the hub
  std::vector<std::int64_t> households;  // [region registered in] private
  Grid<double> household_size_share;     // [region × size 1 … 6+]
  std::vector<double> collective_share;  // [region] of people outside private households

  [[nodiscard]] std::uint64_t key(std::uint64_t what) const {
    return agents::nth_key(agents::chance_key(scenario->seed, 0, agents::Purpose::synthesis), what);
  }
};

[[nodiscard]] SynthesisPlan plan_synthesis(const Scenario& scenario, const Country& country);

/// One household of the making: rows of a block, couple first.
struct Family {
  std::vector<agents::Row> members;
  bool is_couple = false;        // members[0] is the woman, members[1] the man
  bool is_lone_parent = false;   // members[0] is the parent
};

/// Fills `block` with its share of the nation.
void synthesise_block(agents::Block& block, const SynthesisPlan& plan, int index);

// Steps of `synthesise_block`, in order; separate for their tests.

/// People of one registered region as rows, returned as [first, last).
[[nodiscard]] std::pair<int, int> make_people(agents::Block& block, const SynthesisPlan& plan, int index, int region);
/// Rows [first, last) of one region into families.
[[nodiscard]] std::vector<Family> make_families(const agents::Block& block, const SynthesisPlan& plan, int index,
                                                int region, int first, int last);
/// Some families live elsewhere than they are registered; when they moved.
void send_away(agents::Block& block, const SynthesisPlan& plan, int region, std::span<Family> families);
/// The higher level leads a couple at the start, then the older.
[[nodiscard]] agents::Row head_of_family(const agents::Block& block, const Family& family);
/// Level, field and studies of everybody of 15 and over in rows [first, last).
void give_education(agents::Block& block, const SynthesisPlan& plan, int first, int last);
/// Labour states and posts of the people who live in `region`.
void give_work(agents::Block& block, const SynthesisPlan& plan, int index, int region);
/// Where students study: at home, in the hub, or away from home in a household of their own.
void settle_students(agents::Block& block, const SynthesisPlan& plan);
/// Rings, heads and tenure.
void bind_families(agents::Block& block, const SynthesisPlan& plan, std::span<const Family> families);

}  // namespace world
