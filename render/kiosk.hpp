// The kiosk: a tour that runs by itself, hands over to whoever touches a key or
// the mouse, and comes back when they have gone. Knows no window: it is told what
// hands do and how time passes, and changes the state as the tour wants.
#pragma once

#include <optional>
#include <vector>

#include "render/history.hpp"
#include "render/input.hpp"
#include "render/map.hpp"
#include "render/state.hpp"
#include "render/tour.hpp"

namespace viewer {

/// Of the run on which a tour is given.
struct KioskFacts {
  const world::observers::Snapshot& month;
  int index = 0;  // of that month
  int n_months = 1;
  bool is_live = false;
};

class Kiosk {
 public:
  enum class Mode : std::uint8_t { off, touring, visited };
  static constexpr double long_press = 1.5;  // seconds of Esc that end it

  void set_tour(Tour tour) { tour_ = std::move(tour); }
  void set_idle(double seconds) { idle_ = seconds; }

  /// Something that hands did, at a time in seconds. True if the screen must not be told of it.
  bool take(const Input& input, double now);
  /// Before each frame and while the screen rests. `state.is_kiosk` is the wish of a command and afterwards what is
  /// so: the tour is on. True if that changed.
  bool advance(double seconds, double now, const KioskFacts& facts, State& state);
  /// Once the room of the map is known: where the step looks.
  void aim(const Map& map, State& state);

  /// The tour goes to its first step once more: the months are others now.
  void restart() { must_begin_ = true; }

  [[nodiscard]] Mode mode() const { return mode_; }
  [[nodiscard]] const Tour& tour() const { return tour_; }
  [[nodiscard]] int step() const { return step_; }
  [[nodiscard]] int n_rounds() const { return n_rounds_; }
  /// Seconds that the step has been on.
  [[nodiscard]] double elapsed() const { return elapsed_; }
  /// Numbers of the regions of the step.
  [[nodiscard]] const std::vector<int>& highlighted() const { return highlighted_; }
  /// How far Esc has been pressed, 0 to 1.
  [[nodiscard]] double share_of_press(double now) const;

 private:
  void set_mode(Mode mode, double now, State& state);
  void begin_step(int step, const KioskFacts& facts, State& state);
  void go_on(double seconds, const KioskFacts& facts, State& state);
  [[nodiscard]] const TourStep& now_on() const { return tour_.steps[static_cast<std::size_t>(step_)]; }

  Tour tour_;
  double idle_ = 60;
  Mode mode_ = Mode::off;
  int step_ = 0, n_rounds_ = 0;
  double elapsed_ = 0;
  std::vector<int> highlighted_, around_;
  bool must_begin_ = false, must_aim_ = false, wants_visit_ = false, wants_end_ = false;
  std::optional<double> pressed_;  // when Esc went down
  double last_hand_ = 0, deaf_until_ = 0;
  figures::Box aimed_in_{};
};

/// The view that takes in a box of the map with a margin, not much closer than the whole.
[[nodiscard]] View view_of(const figures::Box& on_map, const Camera& camera);

/// The scale of words in a kiosk, large already where `ui_scale` is 1.
[[nodiscard]] double kiosk_scale(double ui_scale, double width, double height);

}  // namespace viewer
