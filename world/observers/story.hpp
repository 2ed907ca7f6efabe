// The life of one citizen and of the household around it, month by month: an
// observer that looks at a world once before its first month and after each,
// and writes down what changed. It need not see the world's start: the story
// begins with the first world shown. The page made of it is in story_page.cpp.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "world/observers/story_choice.hpp"
#include "world/observers/story_people.hpp"

namespace world::observers {

/// What can happen, in the order in which a month lets it happen.
enum class Happening : std::uint8_t {
  arrival,    // from abroad, or the first sight of somebody who arrived
  own_birth,  // of the citizen followed
  death,
  birth,          // people: mother, child
  couple,         // people: who, the partner, who came along
  own_family,     // a member leaves to live with a partner
  leaving_home,   // the citizen
  placing,        // without adults, into another family; others: its couple
  joining,        // people: new members
  own_household,  // the citizen leaves to live with a partner; others: the household left
  parting,        // people: who lives apart from now on
  succession,     // people: the new head
  degree_begun,
  college_begun,
  study_move,    // of one person, to a place of study
  school_over,
  post_ended,
  retired,
  pension_age,  // retired without work before
  out_of_work_force,
  informal_ended,
  post_found,
  post_changed,
  promise_kept,  // the post promised before the move
  promise_broken,
  informal_found,
  post_left_at_once,  // found, and given up by a move, within the month
  consideration,      // of the head; with a choice
  move,               // people: everybody who moved; with a choice
  left_behind,        // people: who stayed when the household moved
  family_moved,       // people: who moved; others: the citizen, who stayed behind; with a choice
  post_kept,          // with the move, commuting or no longer commuting
  post_in_hand,       // with the move
  work_lost,          // with the move
  departure,          // abroad
  registration,       // people: who registered
};

/// One thing that happened. `people` are as they were after it, the dead and
/// the departed as they were before.
struct Event {
  agents::Month month = 0;
  Happening what = Happening::move;
  std::vector<Named> people{};
  int from = -1, to = -1;          // regions, where the event has them
  std::optional<Person> before{};  // the first of `people` a month earlier, where work is told
  std::optional<Choice> choice{};
  std::vector<Named> others{};     // a second group, where there is one
  std::optional<Named> decider{};  // of the choice
};

enum class Ending : std::uint8_t { goes_on, died, left_country };

struct Story {
  std::uint64_t serial = 0;
  bool is_found = false;              // nothing below holds if not
  agents::Month first = 0, last = 0;  // the month of `start`, and the last month seen
  Household start, end;               // `end` as last seen alive and in the country
  Ending ending = Ending::goes_on;
  std::vector<Event> events;  // by month, then as the month lets them happen
};

/// Follows the citizen with one serial.
class Tracer {
 public:
  explicit Tracer(std::uint64_t serial) { story_.serial = serial; }

  /// Call with the world before its first month, then after each month.
  /// Cost: one search through all serials until the citizen is found, then one
  /// pass over the status column of its block and the month's movers.
  void see(const World& world);

  [[nodiscard]] const Story& story() const { return story_; }

 private:
  void look_for(const World& world);
  void compare(const World& world);
  void remember(const World& world);

  Story story_;
  bool has_seen_ = false;
  std::size_t block_ = 0;
  std::vector<std::uint8_t> statuses_;  // [row] of the block, at the last month's end
};

/// What happened to a household between two month ends.
struct MonthChange {
  const World& world;  // at the later one
  const agents::Block& block;
  const std::vector<std::uint8_t>& statuses_before;  // [row]
  const Household& before;
};
/// Appends the events of the month, sorted; says how it ended for the citizen.
[[nodiscard]] Ending append_events(std::vector<Event>& events, const MonthChange& change);

}  // namespace world::observers
