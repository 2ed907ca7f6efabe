// What the hands did, free of any library, and dealt out to frames so that no
// click is lost however short it was.
#pragma once

#include <deque>
#include <vector>

#include "render/keys.hpp"

namespace viewer {

struct Input {
  enum class Kind : std::uint8_t { move, press, release, wheel, key, key_up, text, lost_focus, resized, closed };
  Kind kind = Kind::move;
  float x = 0, y = 0;      // of the mouse; turns of a wheel in y
  int button = 0;          // 0 left, 1 right, 2 middle
  Stroke stroke;           // of a key
  char32_t character = 0;  // of a text, 0 if it types nothing
  bool is_repeat = false;
};

/// Dear ImGui 1.86 sees only the state at each frame. So a press is held for a frame before its release is
/// told, and the mouse neither leaves the place of a press in the frame of the press nor comes to a place and lets go
/// in one frame.
class InputQueue {
 public:
  void push(const Input& input) { waiting_.push_back(input); }
  /// What the next frame may know; the rest waits.
  [[nodiscard]] std::vector<Input> next_frame();
  [[nodiscard]] bool is_empty() const { return waiting_.empty(); }

 private:
  std::deque<Input> waiting_;
};

}  // namespace viewer
