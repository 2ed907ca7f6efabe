#include "render/kiosk.hpp"

#include <algorithm>

namespace viewer {
namespace {

using Kind = Input::Kind;

constexpr double deaf_seconds = 0.2;     // the rest of the stroke that woke the screen
constexpr double closest = 4.5;          // times the scale at which the country fits
constexpr double margin = 1.3;           // of what a step looks at
constexpr double patience_seconds = 30;  // beyond the time of a step, for months that are late

bool is_hand(const Input& input) {
  return input.kind == Kind::press || input.kind == Kind::wheel || input.kind == Kind::text ||
         (input.kind == Kind::key && !input.is_repeat);
}

bool is_of_window(const Input& input) {
  return input.kind == Kind::resized || input.kind == Kind::closed || input.kind == Kind::lost_focus;
}

std::vector<int> numbers_of(const std::vector<std::string>& regions, const world::observers::Snapshot& month) {
  std::vector<int> numbers;
  for (const std::string& iso : regions) {
    for (int r = 0; r < month.n_regions(); ++r) {
      if (month.regions[static_cast<std::size_t>(r)].iso == iso) numbers.push_back(r);
    }
  }
  return numbers;
}

figures::Box bounds_of(const std::vector<int>& regions, const Map& map) {
  figures::Box all{1e18, 1e18, -1e18, -1e18};
  for (const int region : regions) {
    for (const auto& ring : map.outline(region)) {
      for (const figures::Point p : ring) {
        all = {std::min(all.left, p.x), std::min(all.top, p.y), std::max(all.right, p.x), std::max(all.bottom, p.y)};
      }
    }
  }
  return all;
}

figures::Box part_of(const figures::Box& share, const figures::Box& whole) {
  return {whole.left + share.left * whole.width(), whole.top + share.top * whole.height(),
          whole.left + share.right * whole.width(), whole.top + share.bottom * whole.height()};
}

}  // namespace

View view_of(const figures::Box& on_map, const Camera& camera) {
  const double width = std::max(on_map.width(), 1e-9), height = std::max(on_map.height(), 1e-9);
  const double scale = std::min(camera.room().width() / width, camera.room().height() / height) / margin;
  return {on_map.centre(), std::min(scale, closest * camera.fitted().scale)};
}

double kiosk_scale(double ui_scale, double width, double height) {
  return std::min(ui_scale, 1.35) * std::clamp(std::min(height / 675, width / 1200), 1.0, 3.0);
}

bool Kiosk::take(const Input& input, double now) {
  if (mode_ == Mode::off || is_of_window(input)) return false;
  last_hand_ = now;
  if (input.stroke.key == Key::escape && input.kind == Kind::key && !pressed_) pressed_ = now;
  if (input.stroke.key == Key::escape && input.kind == Kind::key_up) {
    if (mode_ == Mode::touring && pressed_) wants_visit_ = true;
    pressed_.reset();
    return mode_ == Mode::touring;
  }
  if (mode_ == Mode::visited) return now < deaf_until_;
  const bool is_escape = input.stroke.key == Key::escape;
  if (is_hand(input) && !is_escape) wants_visit_ = true;
  return true;
}

double Kiosk::share_of_press(double now) const {
  return pressed_ ? std::clamp((now - *pressed_) / long_press, 0.0, 1.0) : 0;
}

void Kiosk::set_mode(Mode mode, double now, State& state) {
  mode_ = mode;
  state.is_kiosk = mode == Mode::touring;
  wants_visit_ = wants_end_ = false;
  last_hand_ = now;
  if (mode == Mode::touring) {
    state.shows_help = state.shows_search = state.shows_settings = state.shows_rivals = false;
    state.pinned = -1;
    must_begin_ = true;
    return;
  }
  deaf_until_ = now + deaf_seconds;
  highlighted_.clear();
  state.playback.pause();
}

bool Kiosk::advance(double seconds, double now, const KioskFacts& facts, State& state) {
  const Mode before = mode_;
  if (state.is_kiosk && mode_ != Mode::touring) set_mode(Mode::touring, now, state);
  if (!state.is_kiosk && mode_ == Mode::touring) set_mode(Mode::off, now, state);
  if (mode_ != Mode::off && pressed_ && now - *pressed_ >= long_press) {
    pressed_.reset();
    set_mode(Mode::off, now, state);
  } else if (mode_ == Mode::touring && wants_visit_) {
    set_mode(Mode::visited, now, state);
  } else if (mode_ == Mode::visited && !pressed_ && now - last_hand_ >= idle_) {
    set_mode(Mode::touring, now, state);
  }
  if (mode_ == Mode::touring) {
    if (must_begin_) {
      begin_step(0, facts, state);
    } else {
      go_on(seconds, facts, state);
    }
  }
  return mode_ != before;
}

void Kiosk::begin_step(int step, const KioskFacts& facts, State& state) {
  must_begin_ = false;
  must_aim_ = true;
  step_ = step;
  elapsed_ = 0;
  state.info = now_on().info;
  highlighted_ = numbers_of(now_on().highlighted, facts.month);
  around_ = numbers_of(now_on().around, facts.month);
  const int begin = facts.month.month - facts.index;
  Playback& playback = state.playback;
  playback.pause();
  playback.clear_loop();
  playback.set_speed(now_on().speed);
  playback.go_to(now_on().first - begin);
  if (playback.month() < now_on().last - begin && (facts.is_live || playback.month() < playback.last_month()))
    playback.play_pause();
}

void Kiosk::go_on(double seconds, const KioskFacts& facts, State& state) {
  elapsed_ += seconds;
  Playback& playback = state.playback;
  const int last = now_on().last - (facts.month.month - facts.index);
  const bool is_there = playback.month() >= last || (!facts.is_live && playback.month() >= playback.last_month());
  if (is_there) {
    playback.pause();
    if (playback.month() > last) playback.go_to(last);
  }
  if (elapsed_ < now_on().seconds) return;
  if (!is_there && (playback.is_playing() || facts.is_live) && elapsed_ < now_on().seconds * 2 + patience_seconds)
    return;
  const int next = (step_ + 1) % static_cast<int>(tour_.steps.size());
  if (next == 0) ++n_rounds_;
  begin_step(next, facts, state);
}

void Kiosk::aim(const Map& map, State& state) {
  const figures::Box& room = state.camera.room();
  const bool is_other = room.left != aimed_in_.left || room.top != aimed_in_.top || room.right != aimed_in_.right ||
                        room.bottom != aimed_in_.bottom;
  if (mode_ != Mode::touring || (!must_aim_ && !is_other)) return;
  must_aim_ = false;
  aimed_in_ = room;
  if (now_on().box) {
    state.camera.look_at(view_of(part_of(*now_on().box, map.extent()), state.camera));
  } else if (!around_.empty()) {
    state.camera.look_at(view_of(bounds_of(around_, map), state.camera));
  } else {
    state.camera.fit();
  }
}

}  // namespace viewer
