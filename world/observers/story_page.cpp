// Puts a story into words. Decisions are in story_reasons.cpp.
#include "world/observers/story_page.hpp"

#include "world/observers/story_reasons.hpp"
#include "world/observers/story_words.hpp"
#include "world/observers/text.hpp"

namespace world::observers {
namespace {

constexpr int page_width = 100;

/// Happenings of one person: "who: what". The phrase takes the post where there is one.
struct Told {
  Happening what;
  Phrase phrase;
};
constexpr Told told[] = {
    {Happening::death, Phrase::story_death},
    {Happening::own_family, Phrase::story_own_family},
    {Happening::succession, Phrase::story_succession},
    {Happening::degree_begun, Phrase::story_degree_begun},
    {Happening::college_begun, Phrase::story_college_begun},
    {Happening::retired, Phrase::story_retired},
    {Happening::pension_age, Phrase::story_pension_age},
    {Happening::out_of_work_force, Phrase::story_out_of_work_force},
    {Happening::informal_ended, Phrase::story_informal_ended},
    {Happening::post_found, Phrase::story_post_found},
    {Happening::post_changed, Phrase::story_post_changed},
    {Happening::promise_kept, Phrase::story_promise_kept},
    {Happening::promise_broken, Phrase::story_promise_broken},
    {Happening::informal_found, Phrase::story_informal_found},
    {Happening::post_left_at_once, Phrase::story_post_left_at_once},
    {Happening::post_kept, Phrase::story_post_kept},
    {Happening::work_lost, Phrase::story_work_lost},
};

class Teller {
 public:
  Teller(const Country& country, Language language) : words_(country, language), say_(words_.say()) {}

  [[nodiscard]] std::vector<std::string> lines(const Event& event) const {
    if (event.what == Happening::consideration) {
      return {stay_line(*event.choice, words_.who(*event.decider, event.month), words_)};
    }
    std::vector<std::string> lines;
    if (event.choice) lines = move_lines(*event.choice, words_.who(*event.decider, event.month), words_);
    lines.push_back(household_line(event));
    return lines;
  }

 private:
  [[nodiscard]] std::string people(const Event& event) const { return words_.people(event.people, event.month); }

  /// Events of several people, or with places; all others are of one person.
  [[nodiscard]] std::string household_line(const Event& event) const {
    switch (event.what) {
      case Happening::arrival:
        return say_(Phrase::story_arrival, {words_.place(event.to, Relation::to), people(event)});
      case Happening::placing:
        return say_(Phrase::story_placing,
                    {words_.place(event.to, Relation::in), words_.people(event.others, event.month), people(event)});
      case Happening::joining:
        return say_(Phrase::story_joining, {people(event)});
      case Happening::parting:
        return say_(Phrase::story_parting, {people(event)});
      case Happening::left_behind:
        return say_(Phrase::story_left_behind, {people(event)});
      case Happening::departure:
        return say_(Phrase::story_departure, {people(event)});
      case Happening::move:
        return say_(Phrase::story_move, {words_.place(event.from, Relation::from), words_.place(event.to, Relation::to),
                                         people(event), words_.home(event.decider->person)});
      case Happening::family_moved:
        return say_(Phrase::story_family_moved,
                    {words_.place(event.from, Relation::from), words_.place(event.to, Relation::to), people(event),
                     words_.people(event.others, event.month)});
      case Happening::registration: {
        const std::string old = event.from < 0 ? say_(Phrase::story_nowhere) : words_.place(event.from);
        return say_(Phrase::story_registration, {words_.place(event.to, Relation::in), people(event), old});
      }
      default:
        return subject(event) + ": " + of_one(event);
    }
  }

  [[nodiscard]] std::string subject(const Event& event) const { return words_.who(event.people.front(), event.month); }

  [[nodiscard]] std::string of_one(const Event& event) const {
    const Person& person = event.people.front().person;
    switch (event.what) {
      case Happening::own_birth:
        return say_(Phrase::story_own_birth, {words_.place(event.to, Relation::in)});
      case Happening::birth:
        return say_(event.people[1].person.is_female() ? Phrase::story_daughter : Phrase::story_son);
      case Happening::couple:
        return say_(Phrase::story_couple, {partner(event), companions(event)});
      case Happening::own_household:
        return say_(Phrase::story_own_household, {words_.people(event.others, event.month)});
      case Happening::leaving_home:
        return say_(Phrase::story_leaving_home, {words_.home(person)});
      case Happening::school_over:
        return say_(Phrase::story_school_over, {words_.schooling(person), words_.work(person)});
      case Happening::study_move:
        return say_(Phrase::story_study_move, {words_.place(event.from, Relation::from), words_.place(event.to, Relation::to)});
      case Happening::post_ended:
        return say_(Phrase::story_post_ended, {words_.sector(*event.before)});
      case Happening::post_in_hand:
        return say_(Phrase::story_post_in_hand, {words_.sector(person)});
      default:
        break;
    }
    for (const Told& one : told) {
      if (one.what != event.what) continue;
      return say_(one.phrase, {agents::is_employed(person.labour()) ? words_.post(person) : std::string()});
    }
    return {};
  }

  [[nodiscard]] std::string partner(const Event& event) const {
    return words_.described(event.people[1], event.month, true);
  }
  [[nodiscard]] std::string companions(const Event& event) const {
    if (event.people.size() < 3) return {};
    return say_(Phrase::story_came_along, {words_.people({event.people.begin() + 2, event.people.end()}, event.month)});
  }

  StoryWords words_;
  const Speech& say_;
};

class Page {
 public:
  Page(const Story& story, const Country& country, const StoryLabel& label, Language language)
      : story_(story), country_(country), label_(label), words_(country, language), say_(words_.say()) {}

  [[nodiscard]] std::string text() const {
    std::string page = head();
    page += household(Phrase::story_at_start, story_.start, story_.first);
    page += '\n' + say_(Phrase::story_happened) + "\n\n" + events();
    if (story_.ending == Ending::goes_on) page += household(Phrase::story_at_end, story_.end, story_.last);
    page += '\n' + wrapped(say_(Phrase::story_note), page_width);
    page += wrapped(say_(Phrase::projection_warning), page_width);
    return page + say_(Phrase::story_same_state, {hash_text(label_.state_hash)}) + '\n';
  }

 private:
  [[nodiscard]] std::string head() const {
    std::string page = say_(Phrase::story_title, {std::to_string(story_.serial)}) + '\n';
    std::string label = say_(Phrase::story_synthetic);
    if (label_.people_per_agent != 1) {
      label += ' ' + say_(Phrase::story_stands_for, {say_.count(label_.people_per_agent)});
    }
    page += wrapped(label, page_width);
    page += wrapped(say_(Phrase::why_period, {say_.month(label_.first_month), say_.month(label_.last_month),
                                              label_.scenario, label_.scale, label_.seed}),
                    page_width);
    page += wrapped(say_(Phrase::story_one_draw), page_width);
    if (!label_.picked.empty()) page += wrapped(label_.picked, page_width);
    return page;
  }

  [[nodiscard]] std::string household(Phrase heading, const Household& of, agents::Month month) const {
    constexpr int indent = 4;
    std::string page = '\n' + say_(heading) + "\n\n";
    page +=
        wrapped("  " + say_(Phrase::story_household,
                            {say_.month(month), words_.place(of.self().region, Relation::in), words_.home(of.head())}),
                page_width, indent);
    for (const Person& one : of.members) {
      std::string line = "  " + words_.described(of.named(one, month), month, of.members.size() > 1);
      if (one.serial != story_.serial) line += "; " + say_(Phrase::story_serial, {std::to_string(one.serial)});
      page += wrapped(line, page_width, indent);
    }
    return page;
  }

  [[nodiscard]] std::string events() const {
    if (story_.events.empty()) return say_(Phrase::story_nothing) + '\n';
    constexpr int date_width = 9;
    const Teller teller(country_, say_.language());
    std::string page;
    agents::Month told_month = -1;
    for (const Event& event : story_.events) {
      for (const std::string& line : teller.lines(event)) {
        const std::string date = event.month != told_month ? month_digits(event.month) : std::string();
        told_month = event.month;
        page += wrapped(left_aligned(date, date_width) + line, page_width, date_width + 2);
      }
    }
    return page;
  }

  const Story& story_;
  const Country& country_;
  const StoryLabel& label_;
  StoryWords words_;
  const Speech& say_;
};

}  // namespace

std::vector<std::string> event_lines(const Event& event, const Country& country, Language language) {
  return Teller(country, language).lines(event);
}

std::string story_page(const Story& story, const Country& country, const StoryLabel& label, Language language) {
  return Page(story, country, label, language).text();
}

}  // namespace world::observers
