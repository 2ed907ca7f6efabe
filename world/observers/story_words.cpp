// Looks up the phrase for each state.
#include "world/observers/story_words.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "agents/household.hpp"
#include "world/scenario.hpp"

namespace world::observers {
namespace {

using agents::Labour;
using Word = std::pair<std::string_view, Phrase>;

constexpr std::array sector_words = {
    Word{"agriculture", Phrase::sector_agriculture},
    Word{"mining_and_geology", Phrase::sector_mining_and_geology},
    Word{"metallurgy_and_manufacturing", Phrase::sector_metallurgy_and_manufacturing},
    Word{"energy_and_utilities", Phrase::sector_energy_and_utilities},
    Word{"construction", Phrase::sector_construction},
    Word{"transport_and_logistics", Phrase::sector_transport_and_logistics},
    Word{"it_and_communications", Phrase::sector_it_and_communications},
    Word{"education", Phrase::sector_education},
    Word{"health", Phrase::sector_health},
    Word{"trade_and_services", Phrase::sector_trade_and_services},
    Word{"public_administration", Phrase::sector_public_administration},
    Word{"finance_professional_science", Phrase::sector_finance_professional_science},
    Word{"industry", Phrase::sector_industry},
    Word{"services", Phrase::sector_services},
    Word{"public_services", Phrase::sector_public_services},
};
constexpr std::array field_words = {
    Word{"engineering", Phrase::field_engineering},
    Word{"energy_transport", Phrase::field_energy_transport},
    Word{"construction", Phrase::field_construction},
    Word{"agriculture", Phrase::field_agriculture},
    Word{"ict", Phrase::field_ict},
    Word{"education_health", Phrase::field_education_health},
    Word{"business", Phrase::field_business},
};

template <std::size_t n>
std::string word_of(std::string_view name, const std::array<Word, n>& words, Language language) {
  const auto found = std::find_if(words.begin(), words.end(), [&](const Word& word) { return word.first == name; });
  if (found != words.end()) return std::string(text(found->second, language));
  std::string plain(name);
  std::replace(plain.begin(), plain.end(), '_', ' ');
  return plain;
}

}  // namespace

std::string sector_text(std::string_view name, Language language) { return word_of(name, sector_words, language); }
std::string field_text(std::string_view name, Language language) { return word_of(name, field_words, language); }

std::string month_digits(int month) { return month_text(month); }

std::string listed(const std::vector<std::string>& items, std::string_view separator) {
  std::string list;
  for (const std::string& item : items) list.append(list.empty() ? "" : separator).append(item);
  return list;
}

std::string StoryWords::place(int region, Relation relation) const {
  return say_.place(country_.regions[static_cast<std::size_t>(region)], relation);
}

std::string StoryWords::who(const Named& one, agents::Month now) const {
  const bool female = one.person.is_female();
  const auto phrase = [&] {
    switch (one.role) {
      case Role::self:
        return female ? Phrase::story_she : Phrase::story_he;
      case Role::partner:
        return female ? Phrase::story_wife : Phrase::story_husband;
      case Role::head:
        return Phrase::story_head;
      case Role::partner_of_head:
        return female ? Phrase::story_heads_wife : Phrase::story_heads_husband;
      case Role::child:
        return female ? Phrase::story_girl : Phrase::story_boy;
      case Role::adult:
        break;
    }
    return Phrase::story_adult;
  };
  return say_(phrase(), {say_.count(one.person.age(now)), month_digits(one.person.born)});
}

std::string StoryWords::people(const std::vector<Named>& people, agents::Month now) const {
  std::vector<std::string> names;
  for (const Named& one : people) names.push_back(who(one, now));
  return listed(names);
}

std::string StoryWords::schooling(const Person& person) const {
  const auto level = agents::level_of_skill(person.skill_class());
  if (level == 0) return say_(Phrase::story_level_secondary);
  const auto field = static_cast<std::size_t>(agents::field_of_skill(person.skill_class()));
  const std::string name = field_text(country_.field_names[field], say_.language());
  return say_(level == 1 ? Phrase::story_level_vocational : Phrase::story_level_higher, {name});
}

std::string StoryWords::sector(const Person& person) const {
  return sector_text(country_.sectors[static_cast<std::size_t>(person.sector())].name, say_.language());
}

std::string StoryWords::post(const Person& person) const {
  std::string fit;
  if (person.labour() == Labour::employed_own) fit = say_(Phrase::story_own_specialty);
  // Who has no field of study has no specialty to be outside of.
  else if (person.skill_class() != 0) fit = say_(Phrase::story_other_specialty);
  const std::string hub = person.commutes() ? say_(Phrase::story_commutes, {place(person.works)}) : std::string();
  return say_(Phrase::story_post_of, {sector(person), fit, hub});
}

std::string StoryWords::work(const Person& person) const {
  switch (person.labour()) {
    case Labour::student:
      if (!person.is_enrolled()) return say_(Phrase::story_student);
      return say_(person.studies_for_degree() ? Phrase::story_degree_student : Phrase::story_college_student);
    case Labour::unemployed:
      return say_(Phrase::story_unemployed);
    case Labour::informal:
      return say_(Phrase::story_informal);
    case Labour::employed_own:
    case Labour::employed_other:
      return say_(Phrase::story_post, {post(person)});
    case Labour::retired:
      return say_(Phrase::story_pensioner);
    default:
      return say_(Phrase::story_outside);
  }
}

std::string StoryWords::home(const Person& head) const {
  return say_(head.is_owner() ? Phrase::story_owned : Phrase::story_rented);
}

std::string StoryWords::described(const Named& one, agents::Month now, bool heads_others) const {
  const Person& person = one.person;
  std::vector<std::string> facts;
  if (heads_others && person.is_head() && one.role != Role::head) facts.push_back(say_(Phrase::story_heads));
  const bool is_grown = person.age(now) >= agents::adult_age;
  if (is_grown && person.labour() != Labour::student) facts.push_back(schooling(person));
  if (is_grown || person.labour() != Labour::outside) facts.push_back(work(person));
  if (person.registered == agents::nowhere) {
    facts.push_back(say_(Phrase::story_registered, {say_(Phrase::story_nowhere)}));
  } else if (person.registered != person.region) {
    facts.push_back(say_(Phrase::story_registered, {place(person.registered)}));
  }
  if (person.home == agents::nowhere) facts.push_back(say_(Phrase::story_home_region, {say_(Phrase::story_abroad)}));
  else if (person.home != person.region) facts.push_back(say_(Phrase::story_home_region, {place(person.home)}));
  return facts.empty() ? who(one, now) : who(one, now) + ": " + listed(facts, "; ");
}

}  // namespace world::observers
