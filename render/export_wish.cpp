#include "render/export_wish.hpp"

#include <algorithm>
#include <filesystem>
#include <span>

namespace viewer {
namespace {

bool is_among(std::span<const char* const> choices, std::string_view value) {
  return std::any_of(choices.begin(), choices.end(), [&](const char* choice) { return value == choice; });
}

/// "160 mm" → "160"; empty if the size is in pixels.
std::string millimetres(const std::string& size) {
  if (!size.ends_with("mm")) return {};
  std::string number = size.substr(0, size.size() - 2);
  while (number.ends_with(' ')) number.pop_back();
  return number;
}

std::string quoted(const std::string& word) {
  constexpr std::string_view plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./=:,+@%";
  const bool is_plain = !word.empty() && word.find_first_not_of(plain) == std::string::npos;
  if (is_plain) return word;
  std::string text = "'";
  for (const char letter : word) text += letter == '\'' ? std::string("'\\''") : std::string(1, letter);
  return text + "'";
}

}  // namespace

std::string ExportWish::file() const {
  std::string own = name;
  if (own.empty()) {
    own = view + (of == "a" ? "" : "_" + of);
    if (!is_film() && !at.empty()) own += "_" + at;
    if (is_film() && !from.empty()) own += "_" + from;
    if (is_film() && !to.empty()) own += "_" + to;
  }
  return (std::filesystem::path(folder.empty() ? "." : folder) / (own + "." + kind)).string();
}

bool set_export(ExportWish& wish, std::string_view words) {
  const std::size_t gap = std::min(words.find(' '), words.size());
  const std::string_view field = words.substr(0, gap);
  const std::string value(gap < words.size() ? words.substr(gap + 1) : std::string_view{});
  struct Field {
    std::string_view name;
    std::string ExportWish::*where;
    std::span<const char* const> choices;  // none: any text
  };
  static constexpr const char* languages[] = {"kk", "ru", "en"};
  static constexpr const char* themes[] = {"light", "dark"};
  const Field fields[] = {{"of", &ExportWish::of, export_runs},      {"view", &ExportWish::view, export_views},
                          {"kind", &ExportWish::kind, export_kinds}, {"style", &ExportWish::style, export_styles},
                          {"size", &ExportWish::size, {}},           {"language", &ExportWish::language, languages},
                          {"theme", &ExportWish::theme, themes},     {"folder", &ExportWish::folder, {}},
                          {"name", &ExportWish::name, {}},           {"at", &ExportWish::at, {}},
                          {"from", &ExportWish::from, {}},           {"to", &ExportWish::to, {}},
                          {"seconds", &ExportWish::seconds, {}}};
  for (const Field& one : fields) {
    if (one.name != field) continue;
    if (!one.choices.empty() && !is_among(one.choices, value)) return false;
    wish.*one.where = value;
    return true;
  }
  return false;
}

bool can_export(const ExportWish& wish, const ExportPlaces& places) {
  if (wish.of == "b") return !places.b.empty();
  if (wish.of == "difference") return !places.a.empty() && !places.b.empty();
  return !places.a.empty() || !places.set.empty();
}

std::vector<std::string> figure_words(const ExportWish& wish, const ExportPlaces& places) {
  std::vector<std::string> words;
  if (wish.of == "difference") {
    words = {"--compare", places.a, places.b};
  } else if (wish.of == "a" && !places.set.empty()) {
    words = {"--ensemble", places.set};
  } else {
    words = {wish.of == "b" ? places.b : places.a};
  }
  const auto option = [&](const char* name, const std::string& value) {
    if (!value.empty()) words.insert(words.end(), {name, value});
  };
  option("--view", wish.view);
  if (wish.is_film()) {
    option("--from", wish.from);
    option("--to", wish.to);
    option("--seconds", wish.seconds);
  } else {
    option("--at", wish.at);
  }
  const bool has_streams = wish.view == "flows" || wish.view == "circle";
  if (has_streams && wish.n_streams != 60) option("--streams", std::to_string(wish.n_streams));
  option("--style", wish.style);
  const std::string mm = millimetres(wish.size);
  option(mm.empty() ? "--size" : "--width-mm", mm.empty() ? wish.size : mm);
  option("--lang", wish.language);
  option("--theme", wish.theme);
  option("--out", wish.file());
  return words;
}

std::string figure_line(const std::vector<std::string>& words) {
  std::string line = "qonys figure";
  for (const std::string& word : words) line += " " + quoted(word);
  return line;
}

}  // namespace viewer
