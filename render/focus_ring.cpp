#include "render/focus_ring.hpp"

#include <algorithm>
#include <utility>

namespace viewer {

void FocusRing::begin_frame(int moves, bool activates, bool ends) {
  ring_.clear();
  moves_ = moves;
  activates_ = activates;
  if (ends) current_.clear();
}

bool FocusRing::enter(const std::string& id, bool is_adjustable) {
  ring_.push_back(id);
  if (current_ != id) return false;
  is_adjustable_ = is_adjustable;
  return true;
}

bool FocusRing::end_frame() {
  activates_ = false;
  notches_ = 0;
  const auto found = std::find(ring_.begin(), ring_.end(), current_);
  if (found == ring_.end()) current_.clear();  // it is no longer there
  if (moves_ == 0 || ring_.empty()) return false;
  const auto n = static_cast<std::ptrdiff_t>(ring_.size());
  const std::ptrdiff_t from = found == ring_.end() ? (moves_ > 0 ? -1 : 0) : found - ring_.begin();
  current_ = ring_[static_cast<std::size_t>(((from + moves_) % n + n) % n)];
  is_adjustable_ = false;  // until it is drawn
  return true;
}

bool FocusRing::takes_activation(const std::string& id) { return id == current_ && std::exchange(activates_, false); }

int FocusRing::takes_notches(const std::string& id) { return id == current_ ? std::exchange(notches_, 0) : 0; }

}  // namespace viewer
