// The clock of what is shown: plays, steps, scrubs and loops over the months
// that are there. Months count from the start of the run; 0 is the start.
#pragma once

#include <algorithm>
#include <optional>
#include <utility>

namespace viewer {

class Playback {
 public:
  static constexpr double slowest = 0.1, fastest = 100;  // months a second

  /// How many months are there, and whether more will come.
  void set_months(int n_months, bool grows);

  void play_pause();
  void pause() { is_playing_ = false; }
  void step(int months);  // pauses
  void go_to(int month);  // stays playing, as a scrub does
  void set_speed(double months_a_second);
  void change_speed(int notches);  // along 0.1, 0.2, 0.5, 1 …
  /// Months from `first` to `last` are repeated.
  void set_loop(int first, int last);
  /// One end; the other stays, or is that of the months there are. Ends that pass each other change places.
  void set_loop_start(int first) { set_loop(first, stretch_ ? stretch_->second : std::max(last_month(), first)); }
  void set_loop_end(int last) { set_loop(stretch_ ? stretch_->first : 0, last); }
  void clear_loop();
  /// Off, it is remembered; on for the first time, it is all the months there are.
  void toggle_loop();

  /// Goes on by so many seconds; true if another month is shown.
  bool advance(double seconds);

  [[nodiscard]] int month() const { return static_cast<int>(position_); }
  /// Between months, for what moves smoothly.
  [[nodiscard]] double position() const { return position_; }
  [[nodiscard]] int last_month() const { return n_months_ - 1; }
  [[nodiscard]] int months_late() const { return n_months_ > 0 ? n_months_ - 1 - month() : 0; }
  [[nodiscard]] double speed() const { return speed_; }
  [[nodiscard]] bool is_playing() const { return is_playing_; }
  /// Plays, but the next month is not there yet.
  [[nodiscard]] bool is_waiting() const { return is_playing_ && grows_ && month() >= last_month(); }
  /// What is repeated; nothing if that is off.
  [[nodiscard]] std::optional<std::pair<int, int>> loop() const { return repeats_ ? stretch_ : std::nullopt; }
  /// Also while it is off.
  [[nodiscard]] const std::optional<std::pair<int, int>>& stretch() const { return stretch_; }

 private:
  int n_months_ = 0;
  bool grows_ = false;
  double position_ = 0;
  double speed_ = 2;
  bool is_playing_ = false;
  std::optional<std::pair<int, int>> stretch_;
  bool repeats_ = false;
};

/// Where a speed lies on a logarithmic slider, 0 to 1, and back.
[[nodiscard]] double share_of_speed(double speed);
[[nodiscard]] double speed_of_share(double share);

}  // namespace viewer
