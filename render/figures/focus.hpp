// What of a map is looked at: everything, the streams of a region, or those
// between two regions. What does not concern it is drawn faint.
#pragma once

#include <cstdint>

namespace figures {

/// Which streams of a region count: all, those that come, those that leave.
enum class Ways : std::uint8_t { both, in, out };

struct Focus {
  int region = -1;   // −1: everything
  int partner = -1;  // −1: with every other region; else only between the two, both ways
  Ways ways = Ways::both;

  [[nodiscard]] bool is_everything() const { return region < 0; }
  [[nodiscard]] bool is_pair() const { return region >= 0 && partner >= 0; }
  [[nodiscard]] bool concerns(int origin, int destination) const {
    if (is_everything()) return true;
    if (is_pair()) return (origin == region && destination == partner) || (origin == partner && destination == region);
    return (ways != Ways::out && destination == region) || (ways != Ways::in && origin == region);
  }
  /// Of a pair only its two regions are looked at; else every region may exchange people with the one.
  [[nodiscard]] bool concerns(int one) const { return !is_pair() || one == region || one == partner; }
  friend bool operator==(const Focus&, const Focus&) = default;
};

}  // namespace figures
