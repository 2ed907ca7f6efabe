// Case endings of the names of places, in Kazakh and Russian.
#include <array>
#include <string>
#include <vector>

#include "world/observers/phrases.hpp"

namespace world::observers {
namespace {

using std::string_view;

/// The characters of a UTF-8 text.
std::vector<string_view> characters(string_view text) {
  std::vector<string_view> found;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i + 1;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) ++end;
    found.push_back(text.substr(i, end - i));
    i = end;
  }
  return found;
}

bool is_among(string_view character, string_view list) {
  for (const string_view one : characters(list)) {
    if (one == character) return true;
  }
  return false;
}

/// Kazakh: are the suffixes of the word those of front vowels? The last vowel that is either decides.
bool has_front_vowels(string_view word) {
  const auto letters = characters(word);
  for (auto letter = letters.rbegin(); letter != letters.rend(); ++letter) {
    if (is_among(*letter, "әеөүіэиӘЕӨҮІЭИ")) return true;
    if (is_among(*letter, "аоұыяёАОҰЫЯЁ")) return false;  // у and ю go with either
  }
  return false;
}

/// Kazakh suffixes by the sound before them: after a possessive ending, a vowel,
/// м н ң, another voiced sound (у and и end in a glide), a voiceless one. Each with a back and a front vowel.
struct Suffixes {
  std::array<const char*, 2> possessive, vowel, nasal, voiced, voiceless;
};
constexpr Suffixes genitive{{"ның", "нің"}, {"ның", "нің"}, {"ның", "нің"}, {"дың", "дің"}, {"тың", "тің"}};
constexpr Suffixes ablative{{"нан", "нен"}, {"дан", "ден"}, {"нан", "нен"}, {"дан", "ден"}, {"тан", "тен"}};
constexpr Suffixes dative{{"на", "не"}, {"ға", "ге"}, {"ға", "ге"}, {"ға", "ге"}, {"қа", "ке"}};
constexpr Suffixes locative{{"нда", "нде"}, {"да", "де"}, {"да", "де"}, {"да", "де"}, {"та", "те"}};

std::string kazakh(string_view name, Relation relation) {
  const Suffixes& suffixes = relation == Relation::of     ? genitive
                             : relation == Relation::from ? ablative
                             : relation == Relation::to   ? dative
                                                          : locative;
  const string_view last = characters(name).back();
  const bool is_possessive = name.ends_with(" облысы") || name.ends_with(" қаласы") || name.ends_with(" ауданы");
  const auto& pair = is_possessive                      ? suffixes.possessive
                     : is_among(last, "аәеоөұүыіэяё") ? suffixes.vowel
                     : is_among(last, "мнң")             ? suffixes.nasal
                     : is_among(last, "рлйзжуию")           ? suffixes.voiced
                                                         : suffixes.voiceless;
  return std::string(name) + pair[has_front_vowels(name) ? 1 : 0];
}

/// `name` with its last characters, `ending`, replaced.
std::string with_ending(string_view name, string_view ending, string_view replacement) {
  return std::string(name.substr(0, name.size() - ending.size())) + std::string(replacement);
}

enum class RussianCase { of, direct_object, prepositional };

std::string russian_case(string_view name, RussianCase wanted) {
  const bool is_accusative = wanted == RussianCase::direct_object;
  constexpr string_view adjective = "ая область";
  constexpr string_view capital_area = "Область ";
  if (name.ends_with(adjective)) return with_ending(name, adjective, is_accusative ? "ую область" : "ой области");
  if (name.starts_with(capital_area)) {
    return std::string(is_accusative ? "область " : "области ") + std::string(name.substr(capital_area.size()));
  }
  const auto letters = characters(name);
  const string_view last = letters.back();
  if (last == "а") {
    const bool takes_i = letters.size() > 1 && is_among(letters[letters.size() - 2], "гкхжчшщ");
    const char* genitive_ending = takes_i ? "и" : "ы";
    return with_ending(name, last, is_accusative ? "у" : wanted == RussianCase::of ? genitive_ending : "е");
  }
  if (is_among(last, "бвгджзклмнпрстфхцчшщ")) {
    if (is_accusative) return std::string(name);
    return std::string(name) + (wanted == RussianCase::of ? "а" : "е");
  }
  return std::string(name);  // Алматы
}

std::string russian(string_view name, Relation relation) {
  if (relation == Relation::of) return russian_case(name, RussianCase::of);
  if (relation == Relation::from) return "из " + russian_case(name, RussianCase::of);
  const RussianCase wanted = relation == Relation::to ? RussianCase::direct_object : RussianCase::prepositional;
  return "в " + russian_case(name, wanted);
}

std::string english(string_view name, Relation relation) {
  const char* preposition = relation == Relation::of     ? "of "
                            : relation == Relation::from ? "from "
                            : relation == Relation::to   ? "to "
                                                         : "in ";
  return preposition + std::string(name);
}

}  // namespace

std::string place_text(std::string_view name, Relation relation, Language language) {
  if (relation == Relation::named || name.empty()) return std::string(name);
  if (language == Language::kk) return kazakh(name, relation);
  return language == Language::ru ? russian(name, relation) : english(name, relation);
}

}  // namespace world::observers
