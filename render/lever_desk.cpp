#include "render/lever_desk.hpp"

namespace viewer {

std::vector<std::string> quoted_words(std::string_view line) {
  std::vector<std::string> words;
  std::string word;
  bool is_quoted = false, has_word = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    if (c == '\\' && i + 1 < line.size()) {
      word += line[++i];
      has_word = true;
    } else if (c == '"') {
      is_quoted = !is_quoted;
      has_word = true;
    } else if (!is_quoted && (c == ' ' || c == '\t')) {
      if (has_word) words.push_back(std::move(word));
      word.clear();
      has_word = false;
    } else {
      word += c;
      has_word = true;
    }
  }
  if (has_word) words.push_back(std::move(word));
  return words;
}

std::string quoted_word(std::string_view word) {
  std::string text = "\"";
  for (const char c : word) {
    if (c == '"' || c == '\\') text += '\\';
    text += c;
  }
  return text + '"';
}

std::string lever_setting(std::string_view lever, std::string_view field, std::string_view value) {
  return quoted_word(lever) + " " + std::string(field) + " " + quoted_word(value);
}

}  // namespace viewer
