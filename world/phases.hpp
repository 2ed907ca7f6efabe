// The named calls of the month, one function each. The list that calls them in
// order is month.cpp; the signature of each says what it touches.
#pragma once

#include "agents/chance.hpp"
#include "world/world.hpp"

namespace world {

/// One block at work: its rows, its lists, and the slot of the worker.
struct BlockWork {
  agents::Block& block;
  BlockLists& lists;
  Slot& slot;
  const agents::Signals& signals;
  const Parameters& parameters;
  const agents::Chance& chance;
  std::span<const agents::Due> due;   // filled by citizens_are_asked
};

/// Calls act(BlockWork&) for every block, each by one worker.
template <class Act>
void in_blocks(World& world, const Crew& crew, const agents::Chance& chance, Act&& act) {
  Workspace& work = *world.workspace;
  crew.for_each_block(world.n_blocks(), [&](int b, int slot) {
    BlockWork block{.block = world.blocks[static_cast<std::size_t>(b)],
                    .lists = work.lists[static_cast<std::size_t>(b)],
                    .slot = work.slots[static_cast<std::size_t>(slot)],
                    .signals = *world.signals,
                    .parameters = world.scenario.parameters,
                    .chance = chance,
                    .due = {}};
    act(block);
  });
}

// Before the citizens act.
void policies_take_effect(World& world);
void places_speak(World& world, const Crew& crew);

/// Homes of employers and moving grants, added to the tables of the choice.
void support_speaks(agents::MigrationSignals& signals, const World& world);

/// Sectors that promise posts to dual graduates, by the posts of a field's own sectors.
void partners_speak(agents::SchoolingSignals& signals, const World& world);

/// September: leavers of school choose, places and beds are settled.
void places_of_study_are_given(World& world, const Crew& crew, const agents::Chance& chance);

/// Sets `cut` so that `places` [cell] go to the smallest priorities among the applications of `list` in all blocks,
/// which `applied` counts.
void find_cut(Workspace& work, const Crew& crew, agents::Cut& cut, std::span<const std::int64_t> places,
              const agents::PriorityHistogram& applied, std::vector<agents::Application> BlockLists::* list);

// Block by block.
void citizens_are_asked(BlockWork& work);
void citizens_age_die_are_born_pair_leave_home(BlockWork& work);
void citizens_study(BlockWork& work);
void citizens_leave_and_seek_work(BlockWork& work);
void posts_are_filled(BlockWork& work, const agents::Cut& cut);
void citizens_consider_moving_and_choose(BlockWork& work);
void moves_happen(BlockWork& work);
void citizens_register(BlockWork& work);
void tally_is_taken(BlockWork& work, const std::vector<std::uint8_t>& hub);
void state_is_hashed(BlockWork& work);

// Between the two passes: the cut that decides who gets a post.
void posts_are_settled(World& world, const Crew& crew, const agents::Chance& chance);

// After the citizens acted.
void tallies_are_merged(World& world);
void places_respond(World& world, const agents::Chance& chance, bool frozen);
/// Errors: BrokenBooks.
void books_are_checked(const World& world);
/// Puts the hashes of the blocks and of the places together.
void hashes_are_merged(World& world);

/// What the infrastructure has to serve now.
[[nodiscard]] Served served_now(const World& world);
/// Facts of the places as perceptions see them.
[[nodiscard]] PlaceFacts place_facts(const World& world);
/// Empties slots and lists for a new month.
void clear_workspace(World& world, const Crew& crew);

}  // namespace world
