#include "render/input.hpp"

#include <algorithm>

namespace viewer {
namespace {

using Kind = Input::Kind;

bool is_button(const Input& input) { return input.kind == Kind::press || input.kind == Kind::release; }

/// Whether `input` must wait for a frame after the one that holds `frame`.
bool must_wait(const Input& input, const std::vector<Input>& frame) {
  return std::any_of(frame.begin(), frame.end(), [&](const Input& earlier) {
    if (input.kind == Kind::move) return is_button(earlier) || earlier.kind == Kind::wheel;
    if (input.kind == Kind::release && earlier.kind == Kind::move) return true;  // a drag is seen to its end
    if (is_button(input)) return is_button(earlier) && earlier.button == input.button;
    if (input.kind == Kind::key_up) return earlier.kind == Kind::key;
    return false;
  });
}

}  // namespace

std::vector<Input> InputQueue::next_frame() {
  std::vector<Input> frame;
  while (!waiting_.empty() && !must_wait(waiting_.front(), frame)) {
    const Input& input = waiting_.front();
    if (input.kind == Kind::move && !frame.empty() && frame.back().kind == Kind::move) {
      frame.back() = input;
    } else {
      frame.push_back(input);
    }
    waiting_.pop_front();
  }
  return frame;
}

}  // namespace viewer
