// The intake of September: who leaves school chooses, places of study are
// settled twice, then beds. A phase of the month; in other months nothing
// happens.
#include "agents/schooling.hpp"
#include "world/phases.hpp"

namespace world {

namespace {

using agents::Application;

// What is given out, cell by cell: places are row-major [place × programme].
std::vector<std::int64_t> less_given(const std::vector<std::int64_t>& places,
                                     const agents::PriorityHistogram& applied) {
  std::vector<std::int64_t> left = places;
  for (std::size_t cell = 0; cell < left.size(); ++cell) {
    std::int64_t n_applied = 0;
    for (int bin = 0; bin < agents::n_priority_bins; ++bin) n_applied += applied.at(static_cast<int>(cell), bin);
    left[cell] -= std::min(left[cell], n_applied);
  }
  return left;
}

Grid<std::uint8_t> has_place(const std::vector<std::int64_t>& places, int n_regions) {
  Grid<std::uint8_t> has(n_regions, agents::n_programmes);
  for (std::size_t cell = 0; cell < places.size(); ++cell) has.cells()[cell] = places[cell] > 0;
  return has;
}

// Merges the workers' histograms into the first slot's and empties the others.
template <class Histogram>
void merge(Workspace& work, Histogram histogram) {
  for (std::size_t i = 1; i < work.slots.size(); ++i) (work.slots[0].*histogram).add(work.slots[i].*histogram);
}

template <class Histogram>
void reset(Workspace& work, Histogram histogram, int n_cells) {
  for (Slot& slot : work.slots) (slot.*histogram).reset(n_cells);
}

// One round: all blocks take what the cuts of `work` give; who is refused in the first wishes again.
void take_places(World& world, const Crew& crew, const agents::Chance& chance, agents::StudyRound round) {
  Workspace& work = *world.workspace;
  in_blocks(world, crew, chance, [&](BlockWork& block) {
    const bool is_first = round == agents::StudyRound::first;
    const auto& wishes = is_first ? block.lists.study_wishes : block.lists.study_wishes_again;
    agents::places_of_study_are_taken(block.block, block.slot.tally, wishes, work.study_cut, work.dual_cut, round,
                                      block.lists.study_wishes_again, block.lists.bed_wishes, block.slot.study_again,
                                      block.slot.bed_histogram, block.signals, chance);
  });
}

}  // namespace

Leavers young_cohorts(const Census& census, double scale) {
  constexpr int after_grade_9 = 15, after_grade_11 = 17;
  Leavers cohorts(2, census.people.layers());
  for (int r = 0; r < census.people.layers(); ++r) {
    for (int kind = 0; kind < census.people.rows(); ++kind) {
      cohorts(0, r) += static_cast<double>(census.people(r, kind, after_grade_9)) / scale;
      cohorts(1, r) += static_cast<double>(census.people(r, kind, after_grade_11)) / scale;
    }
  }
  return cohorts;
}

StudyFacts study_facts(const World& world) {
  StudyFacts facts{.outlook = world.schooling.outlook, .rent = world.housing.rent, .bed_share = {}, .prestige = world.knowledge.prestige};
  const auto beds = beds_of(world.schooling, world.workspace->levers, world.scale());
  for (std::size_t r = 0; r < beds.size(); ++r) {
    const auto away = static_cast<double>(world.tally.away_students[r]);
    facts.bed_share.push_back(away > 0 ? std::min(1.0, static_cast<double>(beds[r]) / away) : beds[r] > 0 ? 1 : 0);
  }
  return facts;
}

void places_of_study_are_given(World& world, const Crew& crew, const agents::Chance& chance) {
  if (agents::calendar_month_of(world.month) != agents::intake_month) return;
  Workspace& work = *world.workspace;
  const SchoolingTerms terms = world.schooling_terms();
  const int n = world.country.n_regions(), n_cells = n * agents::n_programmes;
  const Grid<std::int64_t> seats = seats_of(world.schooling, terms, world.scale(), chance);
  std::vector<std::int64_t> places = seats.cells();
  std::vector<std::int64_t> dual = dual_seats_of(seats, terms, world.scale(), chance).cells();
  world.schooling.seats = seats;
  const StudyWeights weights = study_weights(world.schooling, terms, study_facts(world));
  auto& choices = world.signals->schooling.choices;
  fill_choices(choices[0], weights, terms, Grid<std::uint8_t>(n, agents::n_programmes, 1));

  reset(work, &Slot::study_first, n_cells);
  reset(work, &Slot::study_again, n_cells);
  reset(work, &Slot::bed_histogram, n);
  in_blocks(world, crew, chance, [&](BlockWork& block) {
    agents::leavers_choose(block.block, block.slot.tally, block.lists.study_wishes, block.slot.study_first,
                           block.signals, chance);
  });
  merge(work, &Slot::study_first);
  find_cut(work, crew, work.study_cut, places, work.slots[0].study_first, &BlockLists::study_wishes);
  find_cut(work, crew, work.dual_cut, dual, work.slots[0].study_first, &BlockLists::study_wishes);
  places = less_given(places, work.slots[0].study_first);
  dual = less_given(dual, work.slots[0].study_first);
  fill_choices(choices[1], weights, terms, has_place(places, n));
  take_places(world, crew, chance, agents::StudyRound::first);

  merge(work, &Slot::study_again);
  find_cut(work, crew, work.study_cut, places, work.slots[0].study_again, &BlockLists::study_wishes_again);
  find_cut(work, crew, work.dual_cut, dual, work.slots[0].study_again, &BlockLists::study_wishes_again);
  take_places(world, crew, chance, agents::StudyRound::second);

  std::vector<std::int64_t> beds = beds_of(world.schooling, work.levers, world.scale());
  for (std::size_t r = 0; r < beds.size(); ++r)
    beds[r] = std::max<std::int64_t>(0, beds[r] - world.tally.in_dormitory[r]);
  merge(work, &Slot::bed_histogram);
  find_cut(work, crew, work.bed_cut, beds, work.slots[0].bed_histogram, &BlockLists::bed_wishes);
  in_blocks(world, crew, chance,
            [&](BlockWork& block) { agents::beds_are_taken(block.block, block.lists.bed_wishes, work.bed_cut); });
}

}  // namespace world
