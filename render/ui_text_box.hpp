// A value in a box that is typed over once it is clicked or worked by the keyboard.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "render/ui.hpp"

namespace viewer {

/// One line that takes letters into `text`, which ends with a zero; true when Enter was pressed. Of the kit, not of the
/// focus ring. `takes_keys`: it is to have the keyboard.
bool text_field(Ui& ui, const char* id, Rect rect, std::span<char> text, bool takes_keys, float rounding,
                float padding);

struct BoxLook {
  std::string shown;  // while nobody types; empty: the value itself
  bool is_wrong = false;
  bool is_changed = false;
  Align align = Align::left;
};

/// The new text when Enter or a click elsewhere ends the typing, if it is another one. Esc leaves it as it was.
[[nodiscard]] std::optional<std::string> text_box(Ui& ui, const std::string& id, Rect rect, const std::string& value,
                                                  const BoxLook& look);

}  // namespace viewer
