// Joins the tables of phrases into one, checks it while compiling, and fills in.
#include "world/observers/phrases.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <utility>

#include "world/country.hpp"
#include "world/errors.hpp"
#include "world/observers/phrases_of_all.hpp"
#include "world/observers/phrases_of_answers.hpp"
#include "world/observers/phrases_of_attribution.hpp"
#include "world/observers/phrases_of_comparison.hpp"
#include "world/observers/phrases_of_figures.hpp"
#include "world/observers/phrases_of_levers.hpp"
#include "world/observers/phrases_of_summary.hpp"
#include "world/observers/phrases_of_places.hpp"
#include "world/observers/phrases_of_story.hpp"
#include "world/observers/phrases_of_viewer.hpp"
#include "world/observers/phrases_of_markets.hpp"
#include "world/observers/phrases_of_studies.hpp"
#include "world/observers/phrases_of_why.hpp"
#include "world/observers/snapshot.hpp"
#include "world/observers/text.hpp"

namespace world::observers {
namespace {

constexpr std::size_t n_phrases = static_cast<std::size_t>(Phrase::n_phrases);
constexpr std::size_t n_entries = std::size(phrases_of_all) +
                                  std::size(phrases_of_summary) +
                                  std::size(phrases_of_places) +
                                  std::size(phrases_of_why) +
                                  std::size(phrases_of_story) +
                                  std::size(phrases_of_comparison) +
                                  std::size(phrases_of_figures) +
                                  std::size(phrases_of_viewer) +
                                  std::size(phrases_of_levers) +
                                  std::size(phrases_of_attribution) +
                                  std::size(phrases_of_answers) +
                                  std::size(phrases_of_studies) + std::size(phrases_of_markets);

using Entries = std::array<PhraseEntry, n_entries>;

constexpr Entries joined() {
  Entries all{};
  std::size_t next = 0;
  const auto add = [&](const auto& part) {
    for (const PhraseEntry& entry : part) all[next++] = entry;
  };
  add(phrases_of_all);
  add(phrases_of_summary);
  add(phrases_of_places);
  add(phrases_of_why);
  add(phrases_of_story);
  add(phrases_of_comparison);
  add(phrases_of_figures);
  add(phrases_of_viewer);
  add(phrases_of_levers);
  add(phrases_of_attribution);
  add(phrases_of_answers);
  add(phrases_of_studies);
  add(phrases_of_markets);
  return all;
}

constexpr Entries entries = joined();

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Which of {0} to {9} a phrase holds, one bit each.
constexpr unsigned placeholders(std::string_view phrase) {
  unsigned found = 0;
  for (std::size_t i = 0; i + 2 < phrase.size(); ++i) {
    if (phrase[i] == '{' && is_digit(phrase[i + 1]) && phrase[i + 2] == '}') found |= 1U << (phrase[i + 1] - '0');
  }
  return found;
}

constexpr bool are_in_order() {
  for (std::size_t i = 0; i < n_entries; ++i) {
    if (static_cast<std::size_t>(entries[i].phrase) != i) return false;
  }
  return true;
}

constexpr bool are_translated() {
  for (const PhraseEntry& entry : entries) {
    if (entry.kk.empty() || entry.ru.empty() || entry.en.empty()) return false;
  }
  return true;
}

// Compilers bound the steps of one constant, and this counts letters: so it is one constant for every few phrases.
constexpr std::size_t checked_at_once = 50;
template <std::size_t part>
constexpr bool part_has_the_same_placeholders = [] {
  for (std::size_t i = part * checked_at_once; i < std::min(n_entries, (part + 1) * checked_at_once); ++i) {
    const unsigned english = placeholders(entries[i].en);
    if (placeholders(entries[i].kk) != english || placeholders(entries[i].ru) != english) return false;
  }
  return true;
}();

template <std::size_t... parts>
constexpr bool have_the_same_placeholders(std::index_sequence<parts...>) {
  return (part_has_the_same_placeholders<parts> && ...);
}

static_assert(n_entries == n_phrases, "a phrase has no row in the tables, or a row too many");
static_assert(are_in_order(), "rows of phrases_of_*.hpp must stand in the order of Phrase");
static_assert(are_translated(), "a phrase lacks a language");
static_assert(have_the_same_placeholders(std::make_index_sequence<n_entries / checked_at_once + 1>()),
              "the languages of a phrase have different placeholders");

constexpr std::string_view no_break_space = "\u00A0";
constexpr std::string_view minus = "−";
constexpr std::string_view not_defined = "–";

/// Digits with a point, as `fixed_text` writes them without a sign, in the manner of the language.
std::string grouped(const std::string& digits, Language language) {
  const std::size_t point = std::min(digits.find('.'), digits.size());
  const std::string_view group_mark = language == Language::en ? std::string_view(",") : no_break_space;
  std::string result;
  for (std::size_t i = 0; i < point; ++i) {
    if (i > 0 && (point - i) % 3 == 0) result += group_mark;
    result += digits[i];
  }
  if (point < digits.size()) {
    result += language == Language::en ? '.' : ',';
    result += digits.substr(point + 1);
  }
  return result;
}

std::string number(double value, int decimals, Language language, bool shows_plus) {
  if (!std::isfinite(value)) return std::string(not_defined);
  const std::string digits = fixed_text(std::fabs(value), decimals);
  const bool is_zero = digits.find_first_not_of("0.") == std::string::npos;
  const std::string_view sign = is_zero ? "" : value < 0 ? minus : shows_plus ? "+" : "";
  return std::string(sign) + grouped(digits, language);
}

}  // namespace

std::string_view text(Phrase phrase, Language language) {
  const PhraseEntry& entry = entries[static_cast<std::size_t>(phrase)];
  if (language == Language::kk) return entry.kk;
  return language == Language::ru ? entry.ru : entry.en;
}

std::string text(Phrase phrase, Language language, std::initializer_list<std::string> arguments) {
  const std::string_view pattern = text(phrase, language);
  std::string filled;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const bool is_placeholder =
        i + 2 < pattern.size() && pattern[i] == '{' && is_digit(pattern[i + 1]) && pattern[i + 2] == '}';
    const std::size_t index = is_placeholder ? static_cast<std::size_t>(pattern[i + 1] - '0') : 0;
    if (is_placeholder && index < arguments.size()) {
      filled += *(arguments.begin() + index);
      i += 2;
    } else {
      filled += pattern[i];
    }
  }
  return filled;
}

std::string_view code_of(Language language) {
  if (language == Language::kk) return "kk";
  return language == Language::ru ? "ru" : "en";
}

Language parse_language(std::string_view code, const std::string& where) {
  for (const Language language : languages) {
    if (code_of(language) == code) return language;
  }
  throw InputError(where + " is '" + std::string(code) + "'; allowed kk (Kazakh), ru (Russian) or en (English)");
}

const std::string& name_in(const Region& region, Language language) {
  if (language == Language::kk) return region.name_kk;
  return language == Language::ru ? region.name_ru : region.name_en;
}

const std::string& name_in(const RegionSnapshot& region, Language language) {
  if (language == Language::kk) return region.name_kk;
  return language == Language::ru ? region.name_ru : region.name;
}

std::string count_text(double value, Language language) { return number(value, 0, language, false); }
std::string signed_count_text(double value, Language language) { return number(value, 0, language, true); }
std::string decimal_text(double value, int decimals, Language language) {
  return number(value, decimals, language, false);
}
std::string signed_decimal_text(double value, int decimals, Language language) {
  return number(value, decimals, language, true);
}

std::string month_in_words(int month, Language language) {
  const auto name = static_cast<Phrase>(static_cast<int>(Phrase::january) + month % 12);
  return text(Phrase::month_and_year, language, {std::string(text(name, language)), std::to_string(month / 12)});
}

}  // namespace world::observers
