// The table of keys and the three layouts.
#include "render/keys.hpp"

#include <array>
#include <string_view>
#include <utility>

namespace viewer {
namespace {

constexpr std::string_view places = "qwertyuiop[]asdfghjklzxcvbnm";
constexpr std::u32string_view cyrillic = U"йцукенгшщзхъфывапролдячсмить";
constexpr std::u32string_view cyrillic_upper = U"ЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЯЧСМИТЬ";
constexpr std::string_view digits = "1234567890";
// The row of digits of the Kazakh layout. Its 6 and 7 type ',' and '.'.
constexpr std::u32string_view kazakh_digits = U"\"әіңғ,.үұқ";
constexpr std::u32string_view kazakh_digits_upper = U"!ӘІҢҒ;:ҮҰҚ";
static_assert(cyrillic.size() == places.size() && cyrillic_upper.size() == places.size());
static_assert(kazakh_digits.size() == digits.size() && kazakh_digits_upper.size() == digits.size());

Command plain(Action action) { return {.action = action, .number = 0, .x = 0, .y = 0, .text = {}}; }
Command numbered(Action action, double number) {
  return {.action = action, .number = number, .x = 0, .y = 0, .text = {}};
}

Stroke named(Key key) { return {.key = key, .place = 0, .shift = false, .control = false}; }
Stroke shifted(Key key) { return {.key = key, .place = 0, .shift = true, .control = false}; }
Stroke controlled(Key key) { return {.key = key, .place = 0, .shift = false, .control = true}; }
Stroke at(char place) { return {.key = Key::place, .place = place, .shift = false, .control = false}; }
Stroke control_at(char place) { return {.key = Key::place, .place = place, .shift = false, .control = true}; }

std::vector<Binding> time_keys() {
  return {{named(Key::space), plain(Action::play_pause)},
          {named(Key::left), plain(Action::step_back)},
          {named(Key::right), plain(Action::step_forward)},
          {shifted(Key::left), plain(Action::year_back)},
          {shifted(Key::right), plain(Action::year_forward)},
          {controlled(Key::left), plain(Action::checkpoint_back)},
          {controlled(Key::right), plain(Action::checkpoint_forward)},
          {named(Key::home), plain(Action::first_month)},
          {named(Key::end), plain(Action::last_month)},
          {named(Key::up), plain(Action::faster)},
          {named(Key::down), plain(Action::slower)},
          {at('['), plain(Action::loop_start)},
          {at(']'), plain(Action::loop_end)},
          {at('o'), plain(Action::toggle_loop)}};
}

std::vector<Binding> view_keys() {
  std::vector<Binding> keys = {{named(Key::page_up), plain(Action::previous_scenario)},
                               {named(Key::page_down), plain(Action::next_scenario)},
                               {named(Key::f4), plain(Action::next_compare)},
                               {named(Key::f5), plain(Action::run_from_here)},
                               {named(Key::f6), plain(Action::next_top_flows)},
                               {control_at('z'), plain(Action::undo)},
                               {control_at('y'), plain(Action::redo)},
                               {at('f'), plain(Action::fit)},
                               {at('i'), plain(Action::next_ways)},
                               {at('p'), plain(Action::choose_partner)}};
  for (int i = 0; i < 8; ++i) keys.push_back({at(static_cast<char>('1' + i)), numbered(Action::set_view, i)});
  return keys;
}

std::vector<Binding> screen_keys() {
  return {{named(Key::f1), plain(Action::help)},
          {named(Key::f2), plain(Action::next_language)},
          {named(Key::f3), plain(Action::next_theme)},
          {named(Key::f9), plain(Action::settings)},
          {named(Key::f11), plain(Action::kiosk)},
          {named(Key::f12), plain(Action::picture)},
          {control_at('e'), plain(Action::export_dialog)},
          {at('l'), plain(Action::left_drawer)},
          {at('r'), plain(Action::right_drawer)},
          {at('/'), plain(Action::search)},
          {control_at('f'), plain(Action::search)},
          {named(Key::tab), plain(Action::focus_next)},
          {shifted(Key::tab), plain(Action::focus_previous)},
          {named(Key::enter), plain(Action::activate)},
          {named(Key::escape), plain(Action::close)},
          {control_at('q'), plain(Action::quit)}};
}

std::string_view key_text(Key key) {
  static constexpr std::string_view names[] = {
      "",     "Space", "Enter", "Esc", "Tab", "Backspace", "Delete", "←",  "→",  "↑",  "↓",   "Home", "End", "PgUp",
      "PgDn", "F1",    "F2",    "F3",  "F4",  "F5",        "F6",     "F7", "F8", "F9", "F10", "F11",  "F12", ""};
  return names[static_cast<std::size_t>(key)];
}

char found_in(std::u32string_view characters, std::string_view at, char32_t character) {
  const std::size_t i = characters.find(character);
  return i == std::u32string_view::npos ? char{0} : at[i];
}

}  // namespace

char place_of(char32_t character, bool control) {
  if (character >= U'a' && character <= U'z') return static_cast<char>(character);
  if (character >= U'A' && character <= U'Z') return static_cast<char>(character - U'A' + U'a');
  if (character >= U'0' && character <= U'9') return static_cast<char>(character);
  if (character == U'/' || character == U'№') return '/';  // № of the Kazakh layout
  if (character == U'[' || character == U']') return static_cast<char>(character);
  if (character >= 1 && character <= 26) return control ? static_cast<char>('a' + character - 1) : char{0};
  for (const auto& [characters, at] : {std::pair{cyrillic, places},
                                       {cyrillic_upper, places},
                                       {kazakh_digits, digits},
                                       {kazakh_digits_upper, digits}}) {
    if (const char place = found_in(characters, at, character); place != 0) return place;
  }
  return 0;
}

bool is_ambiguous(char32_t character) { return character == U'.' || character == U','; }

const std::vector<Binding>& bindings() {
  static const std::vector<Binding> all = [] {
    std::vector<Binding> keys = time_keys();
    for (const auto& more : {view_keys(), screen_keys()}) keys.insert(keys.end(), more.begin(), more.end());
    return keys;
  }();
  return all;
}

std::optional<Command> command_of(const Stroke& stroke) {
  for (const Binding& binding : bindings()) {
    if (binding.stroke == stroke) return binding.command;
  }
  return {};
}

std::string stroke_text(const Stroke& stroke) {
  std::string text = stroke.control ? "Ctrl+" : "";
  if (stroke.shift) text += "Shift+";
  if (stroke.key != Key::place) return text + std::string(key_text(stroke.key));
  const bool is_letter = stroke.place >= 'a' && stroke.place <= 'z';
  return text + static_cast<char>(is_letter ? stroke.place - 'a' + 'A' : stroke.place);
}

std::string strokes_text(Action action) {
  if (action == Action::set_view) return "1 – 8";
  std::string text;
  for (const Binding& binding : bindings()) {
    if (binding.command.action != action) continue;
    text += (text.empty() ? "" : ", ") + stroke_text(binding.stroke);
  }
  return text;
}

}  // namespace viewer
