#include "render/playback.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace viewer {
namespace {

constexpr double notches[] = {0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100};

}  // namespace

void Playback::set_months(int n_months, bool grows) {
  n_months_ = std::max(n_months, 0);
  grows_ = grows;
  if (month() > last_month()) position_ = std::max(last_month(), 0);
}

void Playback::play_pause() {
  is_playing_ = !is_playing_;
  if (is_playing_ && !loop() && !grows_ && month() >= last_month()) position_ = 0;  // at the end: from the start
}

void Playback::step(int months) {
  is_playing_ = false;
  go_to(month() + months);
}

void Playback::go_to(int month) { position_ = std::clamp(month, 0, std::max(last_month(), 0)); }

void Playback::set_speed(double months_a_second) {
  if (std::isfinite(months_a_second)) speed_ = std::clamp(months_a_second, slowest, fastest);
}

void Playback::change_speed(int steps) {
  const auto nearest = std::min_element(std::begin(notches), std::end(notches), [&](double a, double b) {
    return std::abs(std::log(a / speed_)) < std::abs(std::log(b / speed_));
  });
  const std::ptrdiff_t i =
      std::clamp<std::ptrdiff_t>(nearest - std::begin(notches) + steps, 0, std::ssize(notches) - 1);
  speed_ = notches[i];
}

void Playback::set_loop(int first, int last) {
  stretch_ = std::minmax(std::max(first, 0), std::max(last, 0));
  repeats_ = true;
}

void Playback::clear_loop() {
  stretch_.reset();
  repeats_ = false;
}

void Playback::toggle_loop() {
  if (!stretch_) return set_loop(0, std::max(last_month(), 0));
  repeats_ = !repeats_;
}

bool Playback::advance(double seconds) {
  if (!is_playing_ || n_months_ == 0) return false;
  const int before = month();
  position_ += seconds * speed_;
  const auto loop = this->loop();
  const int end = loop ? std::min(loop->second, last_month()) : last_month();
  if (loop && position_ >= end + 1) {
    position_ = std::min(loop->first, end);
  } else if (!loop && position_ > end) {
    position_ = end;
    is_playing_ = grows_;
  }
  return month() != before;
}

double share_of_speed(double speed) {
  return std::log(speed / Playback::slowest) / std::log(Playback::fastest / Playback::slowest);
}

double speed_of_share(double share) {
  return Playback::slowest * std::pow(Playback::fastest / Playback::slowest, std::clamp(share, 0.0, 1.0));
}

}  // namespace viewer
