// Small signs as shapes: no font has them all.
#pragma once

#include <imgui.h>

#include <cstdint>

namespace viewer {

enum class Icon : std::uint8_t {
  play,
  pause,
  step_back,
  step_forward,
  first,
  last,
  left,
  right,
  close,
  sun,
  moon,
  gear,
  search,
  camera,
  fit,
  plus,
  minus,
  panel_left,
  panel_right,
  help,
  undo,
  redo,
  down,
  repeat,
  share,
};

/// Within a square of `size` about `centre`.
void draw_icon(ImDrawList& list, Icon icon, ImVec2 centre, float size, ImU32 colour);

}  // namespace viewer
