// People, their schooling and their work in words, for the page of a story.
// Everything is a list after a colon, so nothing has to agree with a gender or
// a number that only the run knows.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "world/country.hpp"
#include "world/observers/phrases.hpp"
#include "world/observers/story_people.hpp"

namespace world::observers {

/// A sector or field of the bundled countries in the language; of another country as its table names it.
[[nodiscard]] std::string sector_text(std::string_view name, Language language);
[[nodiscard]] std::string field_text(std::string_view name, Language language);
/// "2024-05".
[[nodiscard]] std::string month_digits(int month);
/// "a, b, c".
[[nodiscard]] std::string listed(const std::vector<std::string>& items, std::string_view separator = ", ");

class StoryWords {
 public:
  StoryWords(const Country& country, Language language) : country_(country), say_(language) {}

  [[nodiscard]] const Speech& say() const { return say_; }
  [[nodiscard]] std::string place(int region, Relation relation = Relation::named) const;
  /// "Partner (34)", with the age in the month `now`.
  [[nodiscard]] std::string who(const Named& one, agents::Month now) const;
  [[nodiscard]] std::string people(const std::vector<Named>& people, agents::Month now) const;
  /// "schooling: higher (engineering)".
  [[nodiscard]] std::string schooling(const Person& person) const;
  /// "formal post: education, in the own specialty".
  [[nodiscard]] std::string work(const Person& person) const;
  /// "education, in the own specialty, commutes: Astana".
  [[nodiscard]] std::string post(const Person& person) const;
  [[nodiscard]] std::string sector(const Person& person) const;
  /// "rented", of a household with this head.
  [[nodiscard]] std::string home(const Person& head) const;
  /// "Partner (34): schooling …; work …; registered: …": nothing that goes without saying.
  /// `heads_others`: say of a head that it is one.
  [[nodiscard]] std::string described(const Named& one, agents::Month now, bool heads_others) const;

 private:
  const Country& country_;
  Speech say_;
};

}  // namespace world::observers
