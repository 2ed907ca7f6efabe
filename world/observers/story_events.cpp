// Two month ends of one household compared: what must have happened between.
// Where the rows alone do not say it, the month's own keyed draws are asked again.
#include <algorithm>
#include <map>
#include <utility>

#include "agents/household.hpp"
#include "world/observers/story.hpp"

namespace world::observers {
namespace {

using agents::Labour;

class Comparison {
 public:
  Comparison(std::vector<Event>& events, const MonthChange& change)
      : events_(events), first_event_(events.size()), change_(change), before_(change.before),
        month_(change.world.month), chance_{.seed = change.world.scenario.seed, .month = change.world.month} {}

  Ending run() {
    see_deaths();
    if (!lives_in(change_.block, before_.self())) return end();
    now_ = household_in(change_.block, before_.self().row, change_.world.hub);
    see_births();
    see_couples();
    see_leaving_home();
    see_newcomers();
    see_decision();
    see_partings();
    see_succession();
    for (const Person& one : now_.members) {
      const Person* was = before_.find(one.serial);
      if (was == nullptr) continue;
      see_schooling(*was, one);
      see_work(*was, one);
    }
    see_registrations();
    sort();
    return Ending::goes_on;
  }

 private:
  [[nodiscard]] const Person& self() const { return now_.self(); }
  [[nodiscard]] Named named(const Person& one) const {
    return now_.has(one.serial) ? now_.named(one, month_) : before_.named(one, month_);
  }
  Event& add(Happening what) {
    events_.push_back({.month = month_, .what = what});
    return events_.back();
  }
  Event& add(Happening what, const Person& who) {
    Event& event = add(what);
    event.people.push_back(named(who));
    return event;
  }
  void sort() {
    std::stable_sort(events_.begin() + static_cast<std::ptrdiff_t>(first_event_), events_.end(),
                     [](const Event& a, const Event& b) { return a.what < b.what; });
  }

  /// Was death due this month? Deaths come first, so the month's start decides.
  [[nodiscard]] bool dies(const Person& was) const {
    const auto& death = change_.world.signals->demography.death[was.region][was.is_female()];
    return agents::is_due(chance_, agents::Risk::death, was.serial, death[static_cast<std::size_t>(was.age(month_))]);
  }

  void see_deaths() {
    for (const Person& was : before_.members) {
      if (lives_in(change_.block, was) || !dies(was)) continue;
      add(Happening::death).people.push_back(before_.named(was, month_));
      dead_.push_back(was.serial);
    }
  }
  [[nodiscard]] bool is_dead(const Person& was) const {
    return std::find(dead_.begin(), dead_.end(), was.serial) != dead_.end();
  }

  /// The citizen's row is gone: dead, or abroad with the household. A move in the very month of
  /// leaving the country is left out: nothing of it can be seen any more.
  Ending end() {
    if (is_dead(before_.self())) return sort(), Ending::died;
    Event& event = add(Happening::departure);
    event.from = before_.self().region;
    for (const Person& was : before_.members) {
      if (!lives_in(change_.block, was) && !is_dead(was)) event.people.push_back(before_.named(was, month_));
    }
    sort();
    return Ending::left_country;
  }

  [[nodiscard]] bool is_newborn(const Person& one) const {
    return one.born == month_ && one.home != agents::nowhere && !before_.has(one.serial);
  }
  [[nodiscard]] const Person* mother_of(const Person& child) const {
    for (const Person& one : now_.members) {
      if (chance_.bits(agents::Purpose::newborn_serial, one.serial) == child.serial) return &one;
    }
    return nullptr;
  }

  void see_births() {
    for (const Person& child : now_.members) {
      const Person* mother = is_newborn(child) ? mother_of(child) : nullptr;
      if (mother == nullptr || !before_.has(mother->serial)) continue;
      add(Happening::birth, *mother).people.push_back(named(child));
      told_.push_back(child.serial);
      // Who lived with others and is without partner founds a household with the child.
      const Person& was = *before_.find(mother->serial);
      founds_household_ |= mother->serial == self().serial && self().is_head() && !was.is_head() &&
                           !was.is_partnered() && mother->age(month_) >= agents::adult_age && before_head_lives();
    }
  }

  [[nodiscard]] bool before_head_lives() const { return lives_in(change_.block, before_.head()); }

  void see_couples() {
    for (const Person& one : now_.members) {
      if (!one.is_partnered() || !before_.has(one.serial)) continue;
      const auto is_new_partner = [&](const Person& other) {
        return other.is_partnered() && other.serial != one.serial && !before_.has(other.serial);
      };
      const auto partner = std::find_if(now_.members.begin(), now_.members.end(), is_new_partner);
      if (partner == now_.members.end()) continue;
      Event& event = add(Happening::couple, one);
      event.people.push_back(named(*partner));
      for (const Person& other : now_.members) {
        if (before_.has(other.serial) || other.serial == partner->serial || was_told(other)) continue;
        event.people.push_back(named(other));
        told_.push_back(other.serial);
      }
      told_.push_back(partner->serial);
      self_pairs_ |= one.serial == self().serial;
      return;
    }
  }
  [[nodiscard]] bool was_told(const Person& one) const {
    return std::find(told_.begin(), told_.end(), one.serial) != told_.end();
  }

  /// The draw of leaving home, for who was no head and had no partner, and did not become head as heir.
  [[nodiscard]] bool leaves_home() const {
    const Person& was = before_.self();
    const auto age = static_cast<std::size_t>(was.age(month_));
    return !was.is_head() && !was.is_partnered() && self().is_head() && !self().is_partnered() && before_head_lives() &&
           agents::is_due(chance_, agents::Risk::leave_home_or_consider, was.serial,
                          change_.world.signals->demography.leave_home[age]);
  }
  void see_leaving_home() {
    // To a place of study far away: a household of one from now on.
    const Person& was = before_.self();
    self_studies_away_ = self().studies_away() && !was.is_enrolled() && was.region != self().region;
    if (self_studies_away_) {
      Event& event = add(Happening::study_move, self());
      event.from = was.region;
      event.to = self().region;
      return;
    }
    self_leaves_ = founds_household_ || (now_.members.size() == 1 && before_.members.size() > 1 && leaves_home());
    if (self_leaves_) add(Happening::leaving_home, self());
  }

  void see_newcomers() {
    std::vector<Named> others;
    for (const Person& one : now_.members) {
      if (!before_.has(one.serial) && !was_told(one)) others.push_back(named(one));
    }
    if (others.empty()) return;
    is_placed_ = is_dead(before_.head()) &&
                 std::any_of(others.begin(), others.end(), [](const Named& one) { return one.person.is_head(); });
    if (!is_placed_) {
      add(Happening::joining).people = others;
      return;
    }
    Event& event = add(Happening::placing);
    for (const Person& one : now_.members) {
      if (before_.has(one.serial)) event.people.push_back(named(one));
    }
    for (const Named& one : others) {
      if (one.role == Role::head || one.role == Role::partner_of_head) event.others.push_back(one);
    }
    event.from = before_.self().region;
    event.to = self().region;
  }

  [[nodiscard]] std::optional<Choice> choice_of_head(const Person& head) const {
    const std::size_t row = head.row;
    const std::uint8_t at_start = row < change_.statuses_before.size() ? change_.statuses_before[row] : std::uint8_t{0};
    return choice_in(change_.world, change_.block, head.row, at_start);
  }

  void see_decision() {
    const Person& head = now_.head();
    if (auto choice = choice_of_head(head)) {
      moves_ = choice->moves();
      Event& event = add(moves_ ? Happening::move : Happening::consideration);
      if (moves_) {
        for (const Person& one : now_.members) event.people.push_back(named(one));
        event.from = choice->who.origin;
        event.to = choice->destination;
      }
      event.decider = named(head);
      event.choice = std::move(choice);
      return;
    }
    see_family_moving_away();
  }

  /// The household moved, and the citizen, of age and without partner, stayed.
  void see_family_moving_away() {
    const bool is_alone_now = self().is_head() && !before_.self().is_head() && now_.members.size() == 1;
    if (!is_alone_now || self_leaves_) return;
    for (const Person& was : before_.members) {
      if (was.serial == self().serial || !lives_in(change_.block, was)) continue;
      const Person other = person_in(change_.block, was.row, change_.world.hub);
      if (!other.is_head() || other.region == self().region || account_in(change_.world, was.serial) == nullptr)
        continue;
      Event& event = add(Happening::family_moved);
      const Household family = household_in(change_.block, was.row, change_.world.hub);
      for (const Person& one : family.members) {
        if (const Person* known = before_.find(one.serial)) event.people.push_back(before_.named(*known, month_));
      }
      event.choice = choice_of_head(other);
      event.decider = before_.named(was, month_);
      event.others.push_back(named(self()));
      event.from = event.choice->who.origin;
      event.to = event.choice->destination;
      is_left_behind_ = true;
      return;
    }
  }

  /// Members of the month before who live, but no longer here.
  void see_partings() {
    if (self_leaves_ || self_studies_away_ || is_left_behind_) return;
    std::vector<Named> apart;
    for (const Person& was : before_.members) {
      if (now_.has(was.serial) || !lives_in(change_.block, was)) continue;
      const Person other = person_in(change_.block, was.row, change_.world.hub);
      // Named by what they were to the citizen: with a partner elsewhere they are nobody's partner here.
      if (other.is_partnered() && !was.is_partnered()) add(Happening::own_family, was);
      else apart.push_back(before_.named(was, month_));
    }
    if (apart.empty()) return;
    if (self_pairs_ && !before_.self().is_head()) {
      add(Happening::own_household, self()).others = apart;
      return;
    }
    add(moves_ ? Happening::left_behind : Happening::parting).people = apart;
  }

  void see_succession() {
    const Person& head = now_.head();
    const bool is_another = head.serial != before_.head().serial;
    const bool is_expected = self_leaves_ || self_studies_away_ || is_left_behind_ || is_placed_ || self_pairs_;
    if (is_another && !is_expected && !now_.has(before_.head().serial)) add(Happening::succession, head);
  }

  Event& add_work(Happening what, const Person& was, const Person& is) {
    Event& event = add(what, is);
    event.before = was;
    return event;
  }

  void see_schooling(const Person& was, const Person& is) {
    if (is.is_enrolled() && !was.is_enrolled()) {
      add(is.studies_for_degree() ? Happening::degree_begun : Happening::college_begun, is);
    }
    if (was.labour() == Labour::student && is.labour() != Labour::student) add(Happening::school_over, is);
  }

  void see_work(const Person& was, const Person& is) {
    const Labour a = was.labour(), b = is.labour();
    if (a == Labour::student || b == Labour::student) return;
    const bool had_post = agents::is_employed(a), has_post = agents::is_employed(b);
    if (had_post && has_post) return see_post_change(was, is);
    if (has_post) {
      add_work(was.has_promise() ? Happening::promise_kept : Happening::post_found, was, is);
    } else if (b == Labour::retired && a != b) {
      add_work(a == Labour::outside ? Happening::pension_age : Happening::retired, was, is);
    } else if (b == Labour::outside && a != b) {
      add_work(Happening::out_of_work_force, was, is);
    } else if (b == Labour::informal && a != b) {
      add_work(Happening::informal_found, was, is);
    } else if (b == Labour::unemployed) {
      see_work_ending(was, is);
    }
  }

  void see_post_change(const Person& was, const Person& is) {
    if (was.labour() != is.labour() || was.sector() != is.sector()) add_work(Happening::post_changed, was, is);
    else if (was.commutes() != is.commutes()) add_work(Happening::post_kept, was, is);
  }

  /// The citizen is unemployed at the month's end. A head's account tells what it was when it decided.
  void see_work_ending(const Person& was, const Person& is) {
    const Labour a = was.labour();
    if (!moves_) {
      if (agents::is_employed(a)) add_work(Happening::post_ended, was, is);
      else if (a == Labour::informal) add_work(Happening::informal_ended, was, is);
      else if (was.has_promise() && !is.has_promise()) add_work(Happening::promise_broken, was, is);
      return;
    }
    const agents::MoverAccount* account = account_in(change_.world, is.serial);
    const Labour when_deciding = account != nullptr ? account->who.labour : a;
    if (account != nullptr && !agents::is_employed(a) && agents::is_employed(when_deciding)) {
      see_post_of_a_month(was, is, when_deciding);
    } else if (account != nullptr && agents::is_employed(a) && when_deciding == Labour::unemployed) {
      add_work(Happening::post_ended, was, is);
      return;
    } else if (account != nullptr && a == Labour::informal && when_deciding == Labour::unemployed) {
      add_work(Happening::informal_ended, was, is);
      return;
    }
    if (is.has_promise()) add_work(Happening::post_in_hand, was, is);
    else if (a != Labour::unemployed) add_work(Happening::work_lost, was, is);
  }

  /// Found before the move of the same month. The post is known only if another was promised for it.
  void see_post_of_a_month(const Person& was, const Person& is, Labour when_deciding) {
    if (!is.has_promise()) {
      add_work(Happening::post_left_at_once, was, is);
      return;
    }
    Person then = is;
    then.status =
        static_cast<std::uint8_t>((is.status & ~agents::status::labour_mask) | static_cast<unsigned>(when_deciding));
    Event& event = add_work(Happening::post_found, was, is);
    event.people.front().person = then;
  }

  void see_registrations() {
    std::map<std::pair<int, int>, std::vector<Named>> by_change;
    for (const Person& one : now_.members) {
      // A newborn was registered where the mother was.
      const Person* mother = is_newborn(one) ? mother_of(one) : nullptr;
      const Person* was = before_.find(mother != nullptr ? mother->serial : one.serial);
      if (was != nullptr && was->registered != one.registered) {
        by_change[{was->registered, one.registered}].push_back(named(one));
      }
    }
    for (auto& [regions, people] : by_change) {
      Event& event = add(Happening::registration);
      event.people = std::move(people);
      event.from = regions.first == agents::nowhere ? -1 : regions.first;
      event.to = regions.second;
    }
  }

  std::vector<Event>& events_;
  const std::size_t first_event_;
  const MonthChange& change_;
  const Household& before_;
  const agents::Month month_;
  const agents::Chance chance_;
  Household now_;
  std::vector<std::uint64_t> dead_;
  std::vector<std::uint64_t> told_;  // newcomers already in an event
  bool founds_household_ = false, self_leaves_ = false, self_studies_away_ = false, self_pairs_ = false;
  bool is_placed_ = false, moves_ = false, is_left_behind_ = false;
};

}  // namespace

Ending append_events(std::vector<Event>& events, const MonthChange& change) { return Comparison(events, change).run(); }

}  // namespace world::observers
