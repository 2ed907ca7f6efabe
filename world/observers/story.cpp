// Finds the citizen, and keeps what the next comparison needs.
#include "world/observers/story.hpp"

#include <algorithm>

namespace world::observers {

void Tracer::see(const World& world) {
  const bool has_ended = story_.ending != Ending::goes_on;
  story_.last = world.month;
  if (!story_.is_found) look_for(world);
  else if (!has_ended) compare(world);
  if (story_.is_found && story_.ending == Ending::goes_on) remember(world);
  has_seen_ = true;
}

void Tracer::look_for(const World& world) {
  for (std::size_t b = 0; b < world.blocks.size(); ++b) {
    const agents::Block& block = world.blocks[b];
    const std::uint64_t* const first = block.serial;
    const std::uint64_t* const end = first + block.n_rows();
    // Free rows are cleared, so a serial of 0 would be found in them too.
    for (const std::uint64_t* found = std::find(first, end, story_.serial); found != end;
         found = std::find(found + 1, end, story_.serial)) {
      const auto row = static_cast<agents::Row>(found - first);
      if (block.is_empty(row)) continue;
      block_ = b;
      story_.is_found = true;
      story_.first = world.month;
      story_.start = story_.end = household_in(block, row, world.hub);
      if (!has_seen_) return;
      const Person& self = story_.start.self();
      const bool is_born = self.born == world.month && self.home != agents::nowhere;
      Event event{.month = world.month, .what = is_born ? Happening::own_birth : Happening::arrival, .to = self.region};
      for (const Person& one : story_.start.members) {
        if (!is_born || one.serial == self.serial) event.people.push_back(story_.start.named(one, world.month));
      }
      story_.events.push_back(event);
      if (!is_born && self.registered != agents::nowhere) {
        // Who arrives may register in the same month.
        event.what = Happening::registration;
        story_.events.push_back(event);
      }
      return;
    }
  }
}

void Tracer::compare(const World& world) {
  const MonthChange change{
      .world = world, .block = world.blocks[block_], .statuses_before = statuses_, .before = story_.end};
  story_.ending = append_events(story_.events, change);
}

void Tracer::remember(const World& world) {
  const agents::Block& block = world.blocks[block_];
  story_.end = household_in(block, story_.end.self().row, world.hub);
  statuses_.assign(block.status, block.status + block.n_rows());
}

}  // namespace world::observers
