// Which key asks for what, under any keyboard layout. Keys with a name of their
// own (Space, arrows, F1) arrive as such. Letters and digits are bound by their
// place on the keyboard: SFML 2.5 does not name them under a Cyrillic layout, so
// what they type is mapped back to the place that types it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "render/actions.hpp"

namespace viewer {

enum class Key : std::uint8_t {
  none,
  space,
  enter,
  escape,
  tab,
  backspace,
  erase,
  left,
  right,
  up,
  down,
  home,
  end,
  page_up,
  page_down,
  f1,
  f2,
  f3,
  f4,
  f5,
  f6,
  f7,
  f8,
  f9,
  f10,
  f11,
  f12,
  place,  // place: known by `Stroke::place`
};

/// A key with what is held beside it.
struct Stroke {
  Key key = Key::none;
  char place = 0;  // the letter or digit that an English keyboard has there, lower case
  bool shift = false, control = false;
  friend bool operator==(const Stroke&, const Stroke&) = default;
};

/// Which place of the keyboard types this character under an English, Russian or Kazakh layout, shifted or
/// not; 0 if none that is bound. With Ctrl held an English layout types the characters 1 to 26.
[[nodiscard]] char place_of(char32_t character, bool control);

/// Whether layouts have this character at different places: '.' is 7 of the Kazakh layout and the slash of the Russian
/// one. Then the keyboard itself must be asked (`Display::place_typing`).
[[nodiscard]] bool is_ambiguous(char32_t character);

struct Binding {
  Stroke stroke;
  Command command;
};
/// The one table: help reads it, and keys are looked up in it.
[[nodiscard]] const std::vector<Binding>& bindings();
[[nodiscard]] std::optional<Command> command_of(const Stroke& stroke);

/// "Ctrl+Z", "Shift+←"; Latin letters whatever the language, as they are printed on every keyboard sold here.
[[nodiscard]] std::string stroke_text(const Stroke& stroke);
/// All strokes of an action, first the one most at hand; empty if none.
[[nodiscard]] std::string strokes_text(Action action);

}  // namespace viewer
