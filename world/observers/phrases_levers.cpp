// Looks up words of levers.
#include "world/observers/phrases_of_levers.hpp"

namespace world::observers {

LeverWords lever_words(std::string_view kind, std::string_view field, Language language) {
  const LeverEntry* found = nullptr;
  for (const LeverEntry& entry : words_of_levers) {
    if (entry.field != field) continue;
    if (entry.kind == kind) found = &entry;
    if (entry.kind.empty() && found == nullptr) found = &entry;
  }
  if (found == nullptr) return {};
  return language == Language::kk ? found->kk : language == Language::ru ? found->ru : found->en;
}

std::string_view lever_value_words(std::string_view value, Language language) {
  for (const LeverValueEntry& entry : words_of_lever_values) {
    if (entry.value == value)
      return language == Language::kk ? entry.kk : language == Language::ru ? entry.ru : entry.en;
  }
  return {};
}

}  // namespace world::observers
