// A value in a box that is typed over once it is clicked or worked by the keyboard.
#pragma once

#include <optional>
#include <string>

#include "render/ui.hpp"

namespace viewer {

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
